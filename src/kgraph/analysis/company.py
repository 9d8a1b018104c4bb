"""The events of a person, the part taken in each, and who else was there how often; reprints of one report count once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from kgraph.analysis.entities import Entity
from kgraph.analysis.evidence import Statement
from kgraph.analysis.relations import narrowest
from kgraph.analysis.when import When, when
from kgraph.analysis.whole import Whole, named

PARTS = ("chaired", "directedAt", "spokeAt", "presentedAt", "attended")


@dataclass(frozen=True, slots=True)
class Part:
    """An event that a person took part in and as what, with its organizers and the statements of each part."""

    event: Entity
    parts: tuple[str, ...]
    when: When
    organizers: tuple[Entity, ...]
    evidence: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Companion:
    """Someone who was at the same events: so many of them, and which."""

    person: Entity
    count: int
    events: tuple[Entity, ...]


def read_parts(whole: Whole, person: str) -> tuple[Part, ...]:
    """The events of a person by day, undated ones last; of several parts the narrowest (who chaired need not be said to attend)."""
    found = []
    taken = {
        event: narrowest(frozenset(part for part in PARTS if event in whole.objects(person, part))) for event in events_of(whole, person)
    }
    evidence = whole.evidence((person, part, event) for event, parts in taken.items() for part in parts)
    for event, parts in taken.items():
        said = tuple(s for part in PARTS if part in parts for s in evidence.get(named((person, part, event)), ()))
        bodies = tuple(whole.entities[body] for body in whole.subjects(event, "organizes") if body in whole.entities)
        ordered = tuple(part for part in PARTS if part in parts)
        found.append(Part(whole.entities[event], ordered, when(whole.entities[event]), bodies, said))
    return tuple(sorted(found, key=lambda part: (part.when.first or "~", part.event.label, part.event.iri)))


def read_company(whole: Whole, person: str) -> tuple[Companion, ...]:
    """Who was at the same events, the most frequent first."""
    together: dict[str, list[str]] = defaultdict(list)
    for event in once(whole, events_of(whole, person)):
        for other in whole.subjects(event, *PARTS):
            if other != person and other in whole.entities:
                together[other].append(event)
    found = [
        Companion(whole.entities[other], len(events), tuple(whole.entities[event] for event in events))
        for other, events in together.items()
    ]
    return tuple(sorted(found, key=lambda one: (-one.count, one.person.label, one.person.iri)))


def events_of(whole: Whole, person: str) -> tuple[str, ...]:
    """The events that a person took part in."""
    return tuple(event for event in whole.objects(person, *PARTS) if event in whole.entities)


def once(whole: Whole, events: Iterable[str]) -> tuple[str, ...]:
    """The events without those that only a reprint tells again: of one kind and day, told by no article in common but by the same text."""
    kept: dict[tuple[object, ...], list[tuple[str, frozenset[str]]]] = defaultdict(list)
    for event in events:
        articles = frozenset(whole.subjects(event, "mentions", "reportsOn"))
        entity = whole.entities[event]
        key = (frozenset(map(whole.original, articles)), when(entity).shown, entity.kind)
        if not articles or not any(told.isdisjoint(articles) for _, told in kept[key]):
            kept[key].append((event, articles))
    return tuple(sorted(event for group in kept.values() for event, _ in group))
