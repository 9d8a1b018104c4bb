"""The network as pyvis holds it."""

from __future__ import annotations

import pytest
from pyvis.network import Network as Picture

from kgraph.analysis.measures import measure, with_measures
from kgraph.analysis.projection import Network, project
from kgraph.store.graph import Graph
from kgraph.view.layout import positions
from kgraph.view.network import make_picture


@pytest.fixture(scope="module")
def network(sample: Graph) -> Network:
    bare = project(sample, evidence=False)
    return with_measures(bare, measure(bare))


@pytest.fixture(scope="module")
def picture(network: Network) -> Picture:
    return make_picture(network, positions(network))


def test_ids_say_nothing(picture: Picture) -> None:
    assert [node["id"] for node in picture.nodes] == [f"n{i}" for i in range(len(picture.nodes))]
    assert {edge["from"] for edge in picture.edges} | {edge["to"] for edge in picture.edges} <= set(picture.get_nodes())


def test_nothing_moves_by_itself(picture: Picture) -> None:
    assert picture.options["physics"] == {"enabled": False}
    assert all(type(node["x"]) is int and type(node["y"]) is int for node in picture.nodes)


def test_classes_differ_in_shape(picture: Picture) -> None:
    shapes = {node["group"]: node["shape"] for node in picture.nodes}
    assert len(set(shapes.values())) == len(shapes) == 6


def test_edges_between_the_same_two_bend_apart(picture: Picture, network: Network) -> None:
    ends = [(edge["from"], edge["to"]) for edge in picture.edges]
    twice = [edge for edge in picture.edges if ends.count((edge["from"], edge["to"])) > 1]
    assert {edge["group"] for edge in twice} == {"chaired", "spokeAt"}
    assert {edge["smooth"]["type"] for edge in twice} == {"curvedCW", "curvedCCW"}


def test_what_no_article_says_is_dashed(picture: Picture) -> None:
    dashed = {edge["group"] for edge in picture.edges if "dashes" in edge}
    assert dashed == {"runsCampaign", "hasJurisdictionOver", "within"}
