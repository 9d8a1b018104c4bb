"""Figures of networks."""

from __future__ import annotations

import networkx as nx

from kgraph.analysis.measures import Measures, measure, with_measures
from kgraph.analysis.projection import Network, project
from kgraph.store.graph import Graph


def network_of(*edges: tuple[str, str], alone: tuple[str, ...] = ()) -> Network:
    network: Network = nx.MultiDiGraph()
    for name in sorted({name for edge in edges for name in edge} | set(alone)):
        network.add_node(name, **{"class": "Organization" if name.isupper() else "Official", "label": name.title()})
    for source, target in edges:
        network.add_edge(source, target)
    return network


def by_node(measures: Measures, field: str) -> dict[str, object]:
    return {row.node: getattr(row, field) for row in measures.rows}


def test_a_path_has_its_middle_between_all() -> None:
    measures = measure(network_of(("a", "b"), ("b", "c")))
    assert by_node(measures, "betweenness") == {"a": 0.0, "b": 1.0, "c": 0.0}
    assert by_node(measures, "degree") == {"a": 1, "b": 2, "c": 1}


def test_a_fact_told_often_counts_once() -> None:
    once, often = network_of(("a", "b"), ("b", "c")), network_of(("a", "b"), ("a", "b"), ("b", "a"), ("b", "c"))
    assert measure(once) == measure(often)


def test_components_and_communities_are_numbered_by_size_then_name() -> None:
    measures = measure(network_of(("x", "y"), ("y", "z"), ("x", "z"), ("a", "b"), alone=("m",)))
    assert measures.components == (3, 2, 1)
    assert by_node(measures, "component") == {"x": 1, "y": 1, "z": 1, "a": 2, "b": 2, "m": 3}
    assert [(c.number, c.size) for c in measures.communities] == [(1, 3), (2, 2), (3, 1)]


def test_a_community_is_called_by_its_body_even_where_a_person_is_more_central() -> None:
    (community,) = measure(network_of(("hub", "a"), ("hub", "b"), ("hub", "BODY"))).communities
    assert (community.center, community.label) == ("BODY", "Body")


def test_a_large_network_is_sampled_and_says_so() -> None:
    ring = [(f"n{i:04}", f"n{(i + 1) % 4000:04}") for i in range(4000)]
    measures = measure(network_of(*ring))
    assert measures.sources == 5_000_000 // 8000 < measures.nodes


def test_figures_have_four_digits_and_ride_on_the_nodes(sample: Graph) -> None:
    network = project(sample, evidence=False)
    measured = with_measures(network, measure(network))
    for _, data in measured.nodes(data=True):
        assert data["betweenness"] == round(data["betweenness"], 4)
        assert {"degree", "component", "community"} <= set(data)
    assert not any("degree" in data for _, data in network.nodes(data=True))


def test_an_empty_network_has_empty_figures() -> None:
    assert measure(network_of()) == Measures(0, 0, 0, (), (), ())
