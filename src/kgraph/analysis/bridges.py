"""What joins places: officials who attended events in several of them, and ties without which two parts would not hang together."""

from __future__ import annotations

from dataclasses import dataclass

import networkx as nx

from kgraph.analysis.entities import Title, read_classes, read_entities
from kgraph.analysis.territory import DISTRICT, read_territory
from kgraph.analysis.ties import Ties, read_visits
from kgraph.store.graph import Graph


@dataclass(frozen=True, slots=True)
class Visit:
    """The occasions in one unit that somebody attended."""

    unit: str
    label: str
    events: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bridge:
    """An official seen at events in several units of one level, with the titles borne; `events` counts those in all of them."""

    person: str
    label: str
    titles: tuple[Title, ...]
    visits: tuple[Visit, ...]

    @property
    def events(self) -> int:
        """How many occasions these are; one that was in two units counts once."""
        return len({event for visit in self.visits for event in visit.events})


def read_bridges(graph: Graph, *, level: str = DISTRICT) -> tuple[Bridge, ...]:
    """Officials seen in more than one unit of the level, those in most units first, then most events, then by name."""
    territory = read_territory(graph)
    visits = {person: units for person, units in read_visits(graph, territory, level).items() if len(units) > 1}
    classes = read_classes(graph)
    people = read_entities(graph, {person: classes[person] for person in sorted(visits) if person in classes})
    found = [
        Bridge(
            person=iri,
            label=person.label,
            titles=person.titles,
            visits=tuple(Visit(unit, territory.label(unit), events) for unit, events in visits[iri].items()),
        )
        for iri, person in people.items()
    ]
    return tuple(sorted(found, key=lambda bridge: (-len(bridge.visits), -bridge.events, bridge.person)))


def sole_ties(ties: Ties) -> frozenset[tuple[str, str]]:
    """Ties (smaller name first) without which the network would fall into more parts.

    >>> ties = nx.Graph([("a", "b"), ("b", "c"), ("a", "c"), ("c", "d")])
    >>> sorted(sole_ties(ties))
    [('c', 'd')]
    """
    return frozenset((min(pair), max(pair)) for pair in nx.bridges(ties))
