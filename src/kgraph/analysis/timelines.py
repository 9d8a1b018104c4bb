"""Dated events and documents in order; what has no day is kept apart and counted, never dropped."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from kgraph.analysis.company import PARTS
from kgraph.analysis.entities import Entity
from kgraph.analysis.places import read_place
from kgraph.analysis.when import When, when
from kgraph.analysis.whereabouts import units_of
from kgraph.analysis.whole import Whole

Triple = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Moment:
    """An event or a document with its days, its organizers or issuer, its places, and the fact that ties it to what was asked for.

    `articles` counts the texts that name it, reprints once.
    """

    kind: Literal["event", "document"]
    entity: Entity
    when: When
    by: tuple[Entity, ...]
    units: tuple[Entity, ...]
    articles: int
    triple: Triple | None


@dataclass(frozen=True, slots=True)
class Timeline:
    """What has a day (or month, or year) in order, and what has none; `outside` counts what lies before or after the days asked for."""

    moments: tuple[Moment, ...]
    undated: tuple[Moment, ...]
    outside: int


def read_timeline(
    whole: Whole, *, place: str = "", person: str = "", campaign: str = "", first: str = "", last: str = "", within: bool = True
) -> Timeline:
    """Events and documents in the order of their first day, of a place (with what is in it), a person, a campaign, or all of them at once.

    What may have been between the days `first` and `last` (ISO, both included, empty for no bound) is in, undated things are apart.
    """
    chosen: dict[str, Triple | None] | None = None
    for asked, tied in ((place, _of_place), (person, _of_person), (campaign, _of_campaign)):
        if asked:
            mine: dict[str, Triple | None] = dict(tied(whole, asked, within))
            chosen = mine if chosen is None else {iri: triple for iri, triple in chosen.items() if iri in mine}
    told = [iri for iri, entity in whole.entities.items() if entity.class_name in _KINDS and _is_told(whole, iri)]
    things: dict[str, Triple | None] = dict.fromkeys(told)
    picked = things if chosen is None else {iri: triple for iri, triple in chosen.items() if iri in things}
    moments = sorted((_moment(whole, iri, triple) for iri, triple in picked.items()), key=_order)
    dated = [moment for moment in moments if moment.when.first]
    inside = tuple(moment for moment in dated if moment.when.between(first, last))
    return Timeline(inside, tuple(moment for moment in moments if not moment.when.first), len(dated) - len(inside))


_KINDS: dict[str, Literal["event", "document"]] = {"Event": "event", "Directive": "document"}


def _of_place(whole: Whole, iri: str, within: bool) -> Iterator[tuple[str, Triple]]:
    for found in reversed(read_place(whole, iri, within=within).found):
        if found.kind in ("event", "document"):
            yield found.entity.iri, found.triple


def _of_person(whole: Whole, iri: str, _: bool) -> Iterator[tuple[str, Triple]]:
    for part in reversed(PARTS):
        for event in whole.objects(iri, part):
            yield event, (iri, part, event)


def _of_campaign(whole: Whole, iri: str, _: bool) -> Iterator[tuple[str, Triple]]:
    for relation in ("partOfCampaign", "launchesCampaign"):
        for event in whole.subjects(iri, relation):
            yield event, (event, relation, iri)
    for relation in ("implements", "continues"):
        for document in whole.objects(iri, relation):
            yield document, (iri, relation, document)


def _is_told(whole: Whole, iri: str) -> bool:
    """Whether an article names it: what only background knowledge holds is no news."""
    return bool(whole.subjects(iri, "mentions", "reportsOn"))


def _moment(whole: Whole, iri: str, triple: Triple | None) -> Moment:
    entity = whole.entities[iri]
    kind = _KINDS[entity.class_name]
    bodies = whole.subjects(iri, "organizes") if kind == "event" else whole.objects(iri, "issuedBy")
    triple = triple or _told_by(whole, iri)
    return Moment(
        kind=kind,
        entity=entity,
        when=when(entity),
        by=tuple(whole.entities[body] for body in bodies if body in whole.entities),
        units=tuple(whole.entities[unit] for unit in units_of(whole, iri) if unit in whole.entities),
        articles=len(whole.articles_about(iri)),
        triple=triple,
    )


def _told_by(whole: Whole, iri: str) -> Triple | None:
    """A fact that shows an event or a document: who organized or issued it, else where it was, what it was of, who was there."""
    for relation in ("organizes", *PARTS):
        for subject in whole.subjects(iri, relation)[:1]:
            return (subject, relation, iri)
    for relation in ("issuedBy", "heldAt", "implements", "partOfCampaign", "launchesCampaign"):
        for object in whole.objects(iri, relation)[:1]:
            return (iri, relation, object)
    return None


def _order(moment: Moment) -> tuple[str, str, str, str]:
    return (moment.when.first or "~", moment.when.last, moment.entity.label, moment.entity.iri)
