"""Where nodes stand in the networks of their kind, as tables and as properties of nodes."""

from __future__ import annotations

from dataclasses import dataclass

from kgraph.analysis.bridges import sole_ties
from kgraph.analysis.measures import Community, measure
from kgraph.analysis.ties import KINDS, SHARED, Kind, Ties, project_ties
from kgraph.store.graph import Graph


@dataclass(frozen=True, slots=True)
class Place:
    """A node of a network: with how many others it is tied, how much it shares with them in all, and where it stands.

    `total` counts by sort (events, people ...) all that makes ties, shared or not. `betweenness` (0..1, four digits) is the share of
    shortest paths between others that lead through it. None of these figures is a measure of influence: they say who is seen with whom
    in the articles that were read.
    """

    node: str
    label: str
    class_name: str
    degree: int
    shared: int
    betweenness: float
    component: int
    community: int
    total: dict[str, int]


@dataclass(frozen=True, slots=True)
class Tie:
    """What two nodes share: how much, and the things by sort; `expected` is of people only; `sole` if nothing else joins the two sides."""

    one: str
    other: str
    one_label: str
    other_label: str
    weight: int
    things: dict[str, tuple[str, ...]]
    expected: float | None
    sole: bool


@dataclass(frozen=True, slots=True)
class Placements:
    """A network in tables: places by degree, ties by weight, communities by size. `sources` as in Measures: all nodes, or a sample."""

    kind: Kind
    sources: int
    places: tuple[Place, ...]
    ties: tuple[Tie, ...]
    communities: tuple[Community, ...]


def place(graph: Graph, kind: Kind) -> Placements:
    """The network of one kind, measured; equal for equal graphs."""
    return placed(project_ties(graph, kind), kind)


def placed(ties: Ties, kind: Kind) -> Placements:
    """The tables of a network of ties."""
    measures = measure(ties)
    places = [
        Place(
            node=row.node,
            label=ties.nodes[row.node]["label"],
            class_name=ties.nodes[row.node]["class"],
            degree=row.degree,
            shared=int(ties.degree(row.node, weight="weight")),
            betweenness=row.betweenness,
            component=row.component,
            community=row.community,
            total={sort: ties.nodes[row.node][sort] for sort in SHARED if sort in ties.nodes[row.node]},
        )
        for row in measures.rows
    ]
    return Placements(
        kind=kind,
        sources=measures.sources,
        places=tuple(sorted(places, key=lambda it: (-it.degree, -it.shared, -it.betweenness, it.node))),
        ties=_ties(ties),
        communities=measures.communities,
    )


def node_properties(graph: Graph) -> dict[str, dict[str, int | str]]:
    """IRI → properties for pages and exports: `peopleDegree`, `peopleShared`, `peopleComponent`, `peopleCommunity` (integers) and
    `peopleBetweenness` (text with four digits); the same of the networks of bodies, districts and provinces."""
    found: dict[str, dict[str, int | str]] = {}
    for kind in KINDS:
        for it in place(graph, kind).places:
            found.setdefault(it.node, {}).update(
                {
                    f"{kind}Degree": it.degree,
                    f"{kind}Shared": it.shared,
                    f"{kind}Betweenness": f"{it.betweenness:.4f}",
                    f"{kind}Component": it.component,
                    f"{kind}Community": it.community,
                }
            )
    return dict(sorted(found.items()))


def _ties(ties: Ties) -> tuple[Tie, ...]:
    alone = sole_ties(ties)
    found = []
    for a, b, data in ties.edges(data=True):
        one, other = min(a, b), max(a, b)
        found.append(
            Tie(
                one=one,
                other=other,
                one_label=ties.nodes[one]["label"],
                other_label=ties.nodes[other]["label"],
                weight=data["weight"],
                things={sort: data[sort] for sort in SHARED if sort in data},
                expected=data.get("expected"),
                sole=(one, other) in alone,
            )
        )
    return tuple(sorted(found, key=lambda tie: (-tie.weight, tie.one, tie.other)))
