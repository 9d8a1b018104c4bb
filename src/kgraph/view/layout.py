"""Where each node stands: communities apart, components side by side, single nodes in rows. Whole numbers, the same everywhere."""

from __future__ import annotations

from collections import defaultdict
from math import log2, sqrt

import networkx as nx
import numpy as np

from kgraph.analysis.measures import simple
from kgraph.analysis.projection import Network
from kgraph.view.labels import label_box
from kgraph.view.packing import Integers, shelf_width, shelve, spread
from kgraph.view.stress import Floats, stress_positions

GRID = 4
UNIT = 96
APART = 2.0
ASPECT = 1.25
GAP = 48
FILLED, CROWD = 0.33, 40
WHOLE = 250
"""Nodes of a component that are drawn together at most."""


def positions(network: Network) -> dict[str, tuple[int, int]]:
    """A place (x to the right, y down, in pixels at full size) for every node of a measured network.

    Needs the node attributes `component` and `community`. Edges between communities want to be twice as long as edges inside one.
    """
    names = sorted(network)
    plain = simple(network)
    members: dict[int, list[int]] = defaultdict(list)
    for i, name in enumerate(names):
        members[network.nodes[name]["component"]].append(i)
    communities = [network.nodes[name]["community"] for name in names]
    boxes = np.array([label_box(network.nodes[name]["label"]) for name in names], dtype=np.int64).reshape(-1, 2)
    parts = [_arranged(plain, found, communities, boxes) for _, found in sorted(members.items())]
    places = _packed(parts, [boxes[found] for _, found in sorted(members.items())])
    order = [i for _, found in sorted(members.items()) for i in found]
    return {names[i]: (int(x), int(y)) for i, (x, y) in sorted(zip(order, places, strict=True))}


def _arranged(plain: nx.Graph[int], members: list[int], communities: list[int], boxes: Integers) -> Integers:
    """Positions of one component: as a whole, or where it is large each community by itself, and these as if they were nodes.

    The time of a drawing grows with the cube of its nodes; and of a large one, only communities that stand apart can be told apart.
    """
    if len(members) <= WHOLE:
        return spread(_drawn(plain, members, communities, boxes[members]), boxes[members])
    groups = _groups(plain, members, communities)
    group_of = {node: number for number, group in enumerate(groups) for node in group}
    inner = [spread(_drawn(plain, group, communities, boxes[group]), boxes[group]) for group in groups]
    corners = [
        ((part - boxes[group] // 2).min(axis=0), (part + (boxes[group] + 1) // 2).max(axis=0))
        for part, group in zip(inner, groups, strict=True)
    ]
    sizes = np.array([high - low + GAP for low, high in corners], dtype=np.int64)
    reach = np.sqrt(sizes.prod(axis=1)) / 2
    ties = sorted({(min(a, b), max(a, b)) for node in members for end in plain[node] if (a := group_of[node]) != (b := group_of[end])})
    drawn = stress_positions(len(groups), [(a, b, float(reach[a] + reach[b])) for a, b in ties])
    centres = spread(np.rint(drawn / GRID).astype(np.int64) * GRID, sizes)
    places = {
        node: centres[number] + place - (low + high) // 2
        for number, (group, part, (low, high)) in enumerate(zip(groups, inner, corners, strict=True))
        for node, place in zip(group, part, strict=True)
    }
    return np.array([places[node] for node in members], dtype=np.int64)


def _groups(plain: nx.Graph[int], members: list[int], communities: list[int]) -> list[list[int]]:
    """The communities of a component; one that hangs together only through others is several."""
    found: dict[int, list[int]] = defaultdict(list)
    for node in members:
        found[communities[node]].append(node)
    return [
        sorted(piece) for _, group in sorted(found.items()) for piece in sorted(nx.connected_components(plain.subgraph(group)), key=min)
    ]


def _drawn(plain: nx.Graph[int], members: list[int], communities: list[int], boxes: Integers) -> Integers:
    """Positions of one component, on a coarse grid."""
    local = {node: i for i, node in enumerate(members)}
    edges = [
        (local[a], local[b], _length(plain.degree[a], plain.degree[b], same=communities[a] == communities[b]))
        for a, b in plain.subgraph(members).edges
    ]
    drawn = stress_positions(len(members), sorted((min(a, b), max(a, b), length) for a, b, length in edges))
    return np.rint(drawn * (UNIT * _room(drawn * UNIT, boxes) / GRID)).astype(np.int64) * GRID


def _room(drawn: Floats, boxes: Integers) -> float:
    """How much larger the drawing must be so that its boxes fill no more than a good part of it.

    Boxes pushed apart in a crowd end in columns; with room they move a little, and what is near stays near.
    """
    if len(boxes) < CROWD:
        return 1.0
    width, height = np.ptp(drawn, axis=0) + boxes.mean(axis=0)
    return max(1.0, sqrt(float(boxes.prod(axis=1).sum()) / (FILLED * float(width * height))))


def _length(degree: int, other: int, *, same: bool) -> float:
    """Hubs keep their neighbours at a distance, so that these have room around them."""
    return (1.0 if same else APART) * (1 + 0.22 * log2(max(degree, other)))


def _packed(parts: list[Integers], boxes: list[Integers]) -> list[tuple[int, int]]:
    """The places of all parts in one picture, in the order of the parts: rows of networks, and under them single nodes as in a table."""
    corners = [((part - size // 2).min(axis=0), (part + (size + 1) // 2).max(axis=0)) for part, size in zip(parts, boxes, strict=True)]
    sizes = [(int(high[0] - low[0]), int(high[1] - low[1])) for low, high in corners]
    joined = sum(len(part) > 1 for part in parts)
    width_limit = shelf_width(sizes, aspect=ASPECT, gap=GAP)
    shelves = shelve(sizes[:joined], width_limit=width_limit, gap=GAP)
    bottom = max((y + height + GAP for (_, y), (_, height) in zip(shelves, sizes[:joined], strict=True)), default=0)
    shelves += _tabled(sizes[joined:], width_limit=width_limit, top=bottom)
    return [
        (int(x) + left - int(low[0]), int(y) + top - int(low[1]))
        for part, (low, _), (left, top) in zip(parts, corners, shelves, strict=True)
        for x, y in part
    ]


def _tabled(sizes: list[tuple[int, int]], *, width_limit: int, top: int) -> list[tuple[int, int]]:
    """Corners of boxes in the middle of equal cells."""
    width, height = max((w for w, _ in sizes), default=0), max((h for _, h in sizes), default=0)
    cells = shelve([(width, height)] * len(sizes), width_limit=max(width, width_limit), gap=GAP // 2, top=top)
    return [(x + (width - w) // 2, y) for (x, y), (w, _) in zip(cells, sizes, strict=True)]
