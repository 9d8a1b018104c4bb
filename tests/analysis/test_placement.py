"""Where nodes stand."""

from __future__ import annotations

import networkx as nx

from kgraph.analysis.placement import node_properties, place, placed
from kgraph.settings import BASE
from kgraph.store.graph import Graph


def ties_of(*edges: tuple[str, str, int]) -> nx.Graph[str]:
    ties: nx.Graph[str] = nx.Graph()
    for node in sorted({node for one, other, _ in edges for node in (one, other)}):
        ties.add_node(node, **{"class": "Official", "label": node.title(), "events": 1})
    for one, other, weight in edges:
        ties.add_edge(one, other, weight=weight, events=tuple(f"e{n}" for n in range(weight)))
    return ties


def test_places_by_degree_and_ties_by_weight() -> None:
    found = placed(ties_of(("a", "b", 1), ("b", "c", 5), ("c", "a", 1), ("c", "d", 2)), "people")
    assert [(it.node, it.degree, it.shared) for it in found.places] == [("c", 3, 8), ("b", 2, 6), ("a", 2, 2), ("d", 1, 2)]
    assert [(tie.one, tie.other, tie.weight, tie.sole) for tie in found.ties] == [
        ("b", "c", 5, False),
        ("c", "d", 2, True),
        ("a", "b", 1, False),
        ("a", "c", 1, False),
    ]


def test_communities_heed_weights_and_are_numbered_by_size_then_name() -> None:
    ring = [("a", "b", 9), ("b", "c", 1), ("c", "d", 9), ("d", "a", 1), ("d", "e", 9)]
    found = placed(ties_of(*ring), "people")
    of = {it.node: it.community for it in found.places}
    assert of == {"c": 1, "d": 1, "e": 1, "a": 2, "b": 2}


def test_properties_of_nodes_are_integers_or_have_four_digits(districts: Graph) -> None:
    properties = node_properties(districts)
    assert properties[f"{BASE}id/official/an"] == {
        "peopleDegree": 1,
        "peopleShared": 1,
        "peopleBetweenness": "0.0000",
        "peopleComponent": 1,
        "peopleCommunity": 1,
    }
    assert "districtsDegree" in properties[f"{BASE}id/unit/q1"]
    assert all(isinstance(value, int) or len(value.partition(".")[2]) == 4 for said in properties.values() for value in said.values())


def test_an_empty_graph_has_no_places() -> None:
    assert place(Graph.of([]), "people").places == ()
