"""How a network hangs together: components, degree, betweenness, communities. Same network, same figures on every machine.

All figures are of the simple undirected network: two entities are joined or not, however many articles say so, so that a
reprinted article raises nobody. Only communities heed the weight of a tie where it has one. They describe the articles that were read,
not the people in them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import networkx as nx

from kgraph.analysis.projection import Network

SEED = 20240319
BETWEENNESS_BUDGET = 5_000_000
"""Edges walked at most for betweenness: every node of a small network is a source, of a large one a sample."""

LOUVAIN_UP_TO = 20_000
"""Nodes up to which communities are Louvain's; above, by label propagation, which is hundreds of times faster."""

_PLACES_AND_BODIES = ("Organization", "AdministrativeUnit")


@dataclass(frozen=True, slots=True)
class NodeMeasures:
    """Figures of one node; betweenness is normalised to 0..1 and has four digits; components and communities count from 1."""

    node: str
    degree: int
    betweenness: float
    component: int
    community: int


@dataclass(frozen=True, slots=True)
class Community:
    """A group of nodes more joined among themselves than with others, called by its most central body or unit."""

    number: int
    size: int
    center: str
    label: str


@dataclass(frozen=True, slots=True)
class Measures:
    """Figures of a network: `rows` in order of node, `components` as sizes and `communities` from the largest.

    `sources` is the number of nodes from which betweenness was computed: all of them, or a sample.
    """

    nodes: int
    edges: int
    sources: int
    rows: tuple[NodeMeasures, ...]
    components: tuple[int, ...]
    communities: tuple[Community, ...]


def measure(network: nx.Graph[str], *, seed: int = SEED, budget: int = BETWEENNESS_BUDGET) -> Measures:
    """The figures of a network; equal for equal networks, whatever the order in which they were built. `budget`: see BETWEENNESS_BUDGET."""
    names = sorted(network)
    plain = simple(network)
    betweenness, sources = _betweenness(plain, seed, budget)
    components = _numbered([set(found) for found in nx.connected_components(plain)])
    groups = _numbered(_communities(plain, seed))
    component_of = {node: number for number, members in enumerate(components, 1) for node in members}
    community_of = {node: number for number, members in enumerate(groups, 1) for node in members}
    rows = tuple(NodeMeasures(name, plain.degree[i], betweenness[i], component_of[i], community_of[i]) for i, name in enumerate(names))
    return Measures(
        nodes=len(names),
        edges=plain.number_of_edges(),
        sources=sources,
        rows=rows,
        components=tuple(len(members) for members in components),
        communities=tuple(_community(network, rows, number, members) for number, members in enumerate(groups, 1)),
    )


def with_measures(network: Network, measures: Measures) -> Network:
    """A copy of the network whose nodes carry `degree`, `betweenness`, `component` and `community`."""
    copy = network.copy()
    for row in measures.rows:
        copy.nodes[row.node].update(degree=row.degree, betweenness=row.betweenness, component=row.component, community=row.community)
    return copy


def simple(network: nx.Graph[str]) -> nx.Graph[int]:
    """The simple undirected network over positions in the sorted list of nodes.

    Numbers instead of names, because the order in which a set of strings is walked changes from run to run.
    """
    position = {name: i for i, name in enumerate(sorted(network))}
    plain: nx.Graph[int] = nx.Graph()
    plain.add_nodes_from(range(len(position)))
    weights = {(position[a], position[b]): data.get("weight") for a, b, data in network.edges(data=True) if a != b}
    plain.add_edges_from((a, b, {} if weight is None else {"weight": weight}) for (a, b), weight in sorted(weights.items()))
    return plain


def _betweenness(plain: nx.Graph[int], seed: int, budget: int) -> tuple[dict[int, float], int]:
    size = len(plain)
    sources = min(size, max(16, budget // max(1, size + plain.number_of_edges())))
    sample = None if sources == size else sources
    found = nx.betweenness_centrality(plain, k=sample, normalized=True, seed=seed)
    return {node: round(value, 4) for node, value in found.items()}, sources


def _communities(plain: nx.Graph[int], seed: int) -> list[set[int]]:
    if not plain.number_of_edges():
        return [{node} for node in plain]
    if len(plain) <= LOUVAIN_UP_TO:
        return [set(found) for found in nx.community.louvain_communities(plain, seed=seed)]
    return [set(found) for found in nx.community.fast_label_propagation_communities(plain, seed=seed)]


def _numbered(groups: Sequence[set[int]]) -> list[list[int]]:
    """Groups from the largest; of equal ones that with the smallest member first."""
    return sorted((sorted(members) for members in groups), key=lambda members: (-len(members), members[0]))


def _community(network: nx.Graph[str], rows: Sequence[NodeMeasures], number: int, members: Sequence[int]) -> Community:
    found = [rows[i] for i in members]
    named = [row for row in found if network.nodes[row.node]["class"] in _PLACES_AND_BODIES] or found
    center = min(named, key=lambda row: (-row.betweenness, -row.degree, row.node))
    return Community(number, len(found), center.node, network.nodes[center.node]["label"])
