"""Places of nodes."""

from __future__ import annotations

import random
from itertools import combinations

import networkx as nx
import numpy as np
import pytest

from kgraph.analysis.measures import measure, with_measures
from kgraph.analysis.projection import Network, project
from kgraph.store.graph import Graph
from kgraph.view.layout import WHOLE, positions
from kgraph.view.packing import shelve, spread
from kgraph.view.stress import stress_positions


def measured(plain: nx.Graph) -> Network:
    network: Network = nx.MultiDiGraph()
    for node in plain:
        network.add_node(f"n{node:04}", **{"class": "Official", "label": "Nguyễn Thị Bình"})
    network.add_edges_from((f"n{a:04}", f"n{b:04}") for a, b in plain.edges)
    return with_measures(network, measure(network))


def test_every_node_has_a_place_of_whole_numbers(sample: Graph) -> None:
    network = project(sample, evidence=False)
    places = positions(with_measures(network, measure(network)))
    assert set(places) == set(network)
    assert all(type(x) is int and type(y) is int for x, y in places.values())


def test_no_node_covers_another() -> None:
    places = positions(measured(nx.star_graph(60)))
    assert len({(x // 20, y // 20) for x, y in places.values()}) > 58


def test_parts_stand_apart_and_single_nodes_in_a_row() -> None:
    plain = nx.disjoint_union_all([nx.cycle_graph(8), nx.cycle_graph(5), nx.empty_graph(4)])
    places = positions(measured(plain))
    ring, single = [places[f"n{i:04}"] for i in range(8)], [places[f"n{i:04}"] for i in range(13, 17)]
    assert len({y for _, y in single}) == 1
    assert single[0][1] > max(y for _, y in ring)


def test_communities_are_drawn_apart() -> None:
    plain = nx.connected_caveman_graph(3, 6)
    places = positions(measured(plain))
    centres = [np.mean([places[f"n{i:04}"] for i in range(start, start + 6)], axis=0) for start in (0, 6, 12)]
    spreads = [np.std([places[f"n{i:04}"] for i in range(start, start + 6)], axis=0).max() for start in (0, 6, 12)]
    nearest = min(np.linalg.norm(a - b) for i, a in enumerate(centres) for b in centres[:i])
    assert nearest > 2 * max(spreads)


def test_a_large_part_is_drawn_community_by_community() -> None:
    plain = nx.connected_caveman_graph(WHOLE // 10 + 1, 10)
    network = measured(plain)
    places = positions(network)
    assert len({(x // 20, y // 20) for x, y in places.values()}) == len(places) > WHOLE
    groups: dict[int, list[tuple[int, int]]] = {}
    for name, place in places.items():
        groups.setdefault(network.nodes[name]["community"], []).append(place)
    boxes = [(*np.min(group, axis=0), *np.max(group, axis=0)) for group in groups.values()]
    assert not [1 for a, b in combinations(boxes, 2) if a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]]


def test_the_order_of_building_does_not_matter() -> None:
    plain = nx.barbell_graph(5, 3)
    shuffled: nx.Graph[int] = nx.Graph()
    nodes, edges = list(plain.nodes), list(plain.edges)
    random.Random(3).shuffle(nodes)
    random.Random(4).shuffle(edges)
    shuffled.add_nodes_from(nodes)
    shuffled.add_edges_from((b, a) for a, b in edges)
    assert positions(measured(shuffled)) == positions(measured(plain))


def test_noise_in_the_last_digits_does_not_show() -> None:
    edges = [(i, j, 1.0) for i, j in nx.watts_strogatz_graph(60, 4, 0.2, seed=5).edges]
    noisy = [(i, j, length * (1 + 1e-13 * (i - j))) for i, j, length in edges]
    difference = np.abs(stress_positions(60, edges) - stress_positions(60, noisy)).max()
    assert difference < 1e-9


def test_wanted_lengths_are_kept_where_they_can_be() -> None:
    placed = stress_positions(4, [(0, 1, 1.0), (1, 2, 1.0), (2, 3, 2.0)])
    spans = [np.linalg.norm(placed[i] - placed[i + 1]) for i in range(3)]
    assert spans == pytest.approx([1, 1, 2], rel=0.1)


def test_spread_parts_boxes() -> None:
    scattered = np.random.default_rng(1).integers(0, 1000, (120, 2))
    sizes = np.full((120, 2), (100, 40), dtype=np.int64)
    depth = (sizes[0] - np.abs(spread(scattered, sizes)[:, None] - spread(scattered, sizes)[None, :])).min(axis=2)
    np.fill_diagonal(depth, 0)
    assert depth.max() <= 4


def test_shelves_hold_boxes_without_overlap() -> None:
    sizes = [(300, 200), (80, 60), (80, 60), (20, 20)]
    corners = shelve(sizes, width_limit=350, gap=10)
    boxes = [(x, y, x + w, y + h) for (x, y), (w, h) in zip(corners, sizes, strict=True)]
    for i, a in enumerate(boxes):
        for b in boxes[:i]:
            assert a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1]
