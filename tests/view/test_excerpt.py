"""Which part of a large network is shown."""

from __future__ import annotations

import networkx as nx
import pytest

from kgraph.analysis.projection import Network, project
from kgraph.analysis.situation import Situation, situate
from kgraph.store.graph import Graph
from kgraph.view.excerpt import Stories, around, excerpt, read_stories


def network_of(*edges: tuple[str, str, str]) -> Network:
    """Edges `(source, relation, target)`; the class is told by the first letter of a name."""
    classes = {"d": "Directive", "c": "Campaign", "e": "Event", "o": "Organization", "p": "Official", "u": "AdministrativeUnit"}
    network: Network = nx.MultiDiGraph()
    for source, relation, target in edges:
        for name in (source, target):
            network.add_node(name, **{"class": classes[name[0]]})
        network.add_edge(source, target, key=relation)
    return network


CHAIN = (("d2", "implements", "d1"), ("d3", "continues", "d2"), ("e1", "implements", "d3"))
DOERS = (("d1", "issuedBy", "o1"), ("o2", "organizes", "e1"))
TOWN = (("e8", "heldAt", "u1"), ("e9", "heldAt", "u1"), ("o9", "organizes", "e9"), ("p1", "attended", "e9"), ("p2", "chaired", "e8"))
HUB = tuple((f"p{i}", "attended", "e5") for i in range(30, 60))


@pytest.fixture
def network() -> Network:
    return network_of(*CHAIN, *DOERS, *TOWN, *HUB)


@pytest.fixture
def stories(network: Network) -> Stories:
    situations = {name: Situation() for name in network}
    situations |= {name: Situation("district", ("u1",)) for name in ("u1", "e8", "e9", "o9")}
    return read_stories(network, situations)


def test_a_chain_is_told_from_its_document_down_with_who_issued_and_held_it(stories: Stories) -> None:
    assert stories.chains == (("d1", "o1", "d2", "d3", "e1", "o2"),)


def test_a_place_is_told_with_its_events_and_their_people(stories: Stories) -> None:
    (place,) = stories.places
    assert place[0] == "u1" and set(place) == {"u1", "e8", "e9", "o9", "p1", "p2"}


def test_an_excerpt_tells_stories_before_what_is_merely_connected(network: Network, stories: Stories) -> None:
    shown = excerpt(network, stories, 24)
    assert len(shown) == 24
    assert {"d1", "o1", "u1"} <= set(shown)


def test_what_fits_is_shown_whole(network: Network, stories: Stories) -> None:
    assert excerpt(network, stories, len(network)) is network


def test_around_a_thing_the_nearest_come_first(network: Network) -> None:
    assert set(around(network, "d3", 1, 100)) == {"d3", "d2", "e1"}
    assert set(around(network, "d3", 2, 100)) == {"d3", "d2", "e1", "d1", "o2"}
    assert len(around(network, "e5", 1, 10)) == 10
    assert set(around(network, "e5", 0, 10)) == {"e5"}


def test_a_page_of_a_real_graph_hangs_together(sample: Graph) -> None:
    network = project(sample, evidence=False)
    shown = excerpt(network, read_stories(network, situate(network, sample)), 9)
    assert len(shown) == 9 and nx.number_connected_components(shown.to_undirected()) == 1
