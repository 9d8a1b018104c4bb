"""The network as pyvis holds it: opaque ids, shapes, sizes, places. Only the drawing; what is said of a node is in `cards`.

pyvis is the container; its own template is not used, because it turns text of articles into script (see docs/explanation/page.md).
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from math import sqrt
from typing import Any

from pyvis.network import Network as Picture

from kgraph.analysis.projection import Network
from kgraph.analysis.relations import CLASSES, OTHER_CLASS
from kgraph.view.labels import short_label

SHAPES = {
    "Official": "dot",
    "Person": "dot",
    "Organization": "square",
    "AdministrativeUnit": "hexagon",
    "Venue": "triangleDown",
    "Directive": "diamond",
    "Campaign": "star",
    "Event": "triangle",
    OTHER_CLASS: "dot",
}
assert set(SHAPES) == {*CLASSES, OTHER_CLASS}

BULK = {"Directive": 1.15, "Campaign": 1.35, "Event": 1.2}
"""Shapes with points look smaller than a disc or a square of the same radius."""

SMALLEST, LARGEST = 8, 18
BEND = 0.18

OPTIONS: dict[str, Any] = {
    "autoResize": True,
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False, "randomSeed": 1},
    "interaction": {"hover": True, "hoverConnectedEdges": False, "dragNodes": True, "selectConnectedEdges": False, "keyboard": False},
    "nodes": {"borderWidth": 1.5, "borderWidthSelected": 3, "font": {"size": 0}},
    "edges": {
        "smooth": False,
        "width": 1,
        "selectionWidth": 1,
        "hoverWidth": 0.75,
        "arrows": {"to": {"enabled": True, "scaleFactor": 0.4}},
    },
}


def node_ids(network: Network) -> dict[str, str]:
    """`n0`, `n1` ... for the nodes in order of their IRIs.

    A name from an article never becomes an id: `constructor` as an id breaks vis-network.
    """
    return {name: f"n{i}" for i, name in enumerate(sorted(network))}


def make_picture(network: Network, places: Mapping[str, tuple[int, int]]) -> Picture:
    """The measured network in pyvis: nodes at their places, edges `e0`, `e1` ... in order of source, target and relation."""
    picture = Picture(directed=True, cdn_resources="in_line")
    ids = node_ids(network)
    # pyvis' own add_node and add_edge look through all that was added before: quadratic.
    picture.nodes = [_node(network, name, ids[name], places[name]) for name in sorted(network)]
    picture.node_ids = list(ids.values())
    picture.node_map = {node["id"]: node for node in picture.nodes}
    bends = _bends(network)
    picture.edges = [_edge(network, edge, f"e{i}", ids, bends) for i, edge in enumerate(sorted(network.edges(keys=True)))]
    picture.set_options(json.dumps(OPTIONS))
    return picture


def _node(network: Network, name: str, node_id: str, place: tuple[int, int]) -> dict[str, Any]:
    data = network.nodes[name]
    return {
        "id": node_id,
        "label": short_label(data["label"]),
        "group": data["class"],
        "shape": SHAPES[data["class"]],
        "size": round(_size(data["degree"], data["betweenness"]) * BULK.get(data["class"], 1.0)),
        "x": place[0],
        "y": place[1],
    }


def _size(degree: int, betweenness: float) -> int:
    """Radius in pixels; grows slowly, so that the eye reads a difference of kind and not a ranking.

    >>> _size(0, 0.0), _size(3, 0.01), _size(20, 0.5)
    (8, 11, 18)
    """
    return min(LARGEST, round(SMALLEST + 1.2 * sqrt(min(degree, 4)) + 12 * sqrt(betweenness)))


Key = tuple[str, str, str]


def _bends(network: Network) -> dict[Key, float]:
    """How far each edge bends aside, so that several between the same two nodes stay apart."""
    together = Counter(frozenset((source, target)) for source, target in network.edges())
    seen: Counter[frozenset[str]] = Counter()
    bends: dict[Key, float] = {}
    for source, target, key in sorted(network.edges(keys=True)):
        pair = frozenset((source, target))
        side = seen[pair] - (together[pair] - 1) / 2
        # Seen from the other end, the same bend lies on the other side.
        bends[source, target, key] = round(BEND * side * (1 if source < target else -1), 2)
        seen[pair] += 1
    return bends


def _edge(network: Network, edge: Key, edge_id: str, ids: Mapping[str, str], bends: Mapping[Key, float]) -> dict[str, Any]:
    source, target, relation = edge
    bend = bends[edge]
    drawn: dict[str, Any] = {"id": edge_id, "from": ids[source], "to": ids[target], "group": relation}
    if bend:
        drawn["smooth"] = {"enabled": True, "type": "curvedCW" if bend > 0 else "curvedCCW", "roundness": abs(bend)}
    origin = network.edges[edge]["origin"]
    if origin != "article":
        drawn["dashes"] = [6, 4] if origin == "derived" else [1, 4]
    return drawn
