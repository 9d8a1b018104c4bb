"""What is told of a place: events, campaigns, bodies, people in posts, documents; also of the units before, after and below it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from kgraph.analysis.entities import Entity, Term, Title
from kgraph.analysis.evidence import Statement
from kgraph.analysis.when import When, when
from kgraph.analysis.whereabouts import predecessors, successors, units_above, units_below
from kgraph.analysis.whole import Whole, named

Tie = Literal["itself", "before", "after", "below"]
Kind = Literal["event", "campaign", "document", "post", "body"]
KINDS: tuple[Kind, ...] = ("event", "campaign", "document", "post", "body")


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit that is looked at, its tie to the place asked for, and the articles about it: all, those with a date, reprints."""

    unit: Entity
    tie: Tie
    valid_from: str
    valid_to: str
    articles: int
    dated: int
    reprints: int


@dataclass(frozen=True, slots=True)
class Found:
    """One thing of a place: `unit` is where, `relation` what ties it, `by` the body through which (organizer, issuer, body of the post).

    `role` is there for a post; `triple` says which fact shows it (`statements` gives its sentences).
    """

    kind: Kind
    entity: Entity
    unit: Entity
    relation: str
    when: When
    by: Entity | None
    triple: tuple[str, str, str]
    role: Term | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A unit with those before, after and (if asked) below it; the units above; what was found in all of them, by kind and day."""

    unit: Entity
    above: tuple[Entity, ...]
    units: tuple[Unit, ...]
    found: tuple[Found, ...]

    def of(self, kind: Kind) -> tuple[Found, ...]:
        """What was found of one kind."""
        return tuple(one for one in self.found if one.kind == kind)


def read_place(whole: Whole, iri: str, *, within: bool = False, times: bool = True) -> Place:
    """What is told of a unit; with `within` also of the units in it, without `times` not of those before and after it."""
    known = {unit: tie for unit, tie in _ties(whole, iri, within=within, times=times).items() if unit in whole.entities}
    found: dict[tuple[str, str, str], Found] = {}
    for unit in known:
        for one in _found(whole, whole.entities[unit]):
            found.setdefault((one.kind, one.entity.iri, one.triple[2] if one.kind == "post" else ""), one)
    return Place(
        unit=whole.entities[iri],
        above=tuple(whole.entities[unit] for unit in units_above(whole, iri) if unit in whole.entities),
        units=tuple(_unit(whole, unit, tie) for unit, tie in known.items()),
        found=tuple(sorted(found.values(), key=_order)),
    )


def _ties(whole: Whole, iri: str, *, within: bool, times: bool) -> dict[str, Tie]:
    ties: dict[str, Tie] = {iri: "itself"}
    for unit in units_below(whole, iri) if within else ():
        ties.setdefault(unit, "below")
    for unit in predecessors(whole, iri) if times else ():
        ties.setdefault(unit, "before")
    for unit in successors(whole, iri) if times else ():
        ties.setdefault(unit, "after")
    return ties


def statements(whole: Whole, found: Found) -> tuple[Statement, ...]:
    """The statements that show a thing of a place."""
    return whole.evidence([found.triple]).get(named(found.triple), ())


def bodies_of(whole: Whole, unit: str) -> tuple[str, ...]:
    """The bodies with jurisdiction over a unit, and those with the unit in their name."""
    return tuple(body for body in whole.subjects(unit, "hasJurisdictionOver", "placedIn") if body in whole.entities)


def _found(whole: Whole, unit: Entity) -> Iterator[Found]:
    for campaign in whole.subjects(unit.iri, "runsCampaign") + whole.objects(unit.iri, "runsCampaign"):
        if campaign in whole.entities:
            yield _one(whole, "campaign", campaign, unit, (unit.iri, "runsCampaign", campaign))
    for event in whole.subjects(unit.iri, "heldAt"):
        yield _one(whole, "event", event, unit, (event, "heldAt", unit.iri))
    for body in bodies_of(whole, unit.iri):
        if whole.incoming.get(body, {}).get("mentions"):
            relation = "hasJurisdictionOver" if unit.iri in whole.objects(body, "hasJurisdictionOver") else "placedIn"
            yield _one(whole, "body", body, unit, (body, relation, unit.iri))
        for event in whole.objects(body, "organizes"):
            yield _one(whole, "event", event, unit, (body, "organizes", event), body)
        for campaign in whole.objects(body, "launched", "conducts"):
            relation = "launched" if campaign in whole.objects(body, "launched") else "conducts"
            yield _one(whole, "campaign", campaign, unit, (body, relation, campaign), body)
        for document in whole.subjects(body, "issuedBy"):
            yield _one(whole, "document", document, unit, (document, "issuedBy", body), body)
        for person, title in whole.holders.get(body, ()):
            yield Found(
                "post", person, unit, "hasPosition", _seen(title), whole.entities[body], (person.iri, "hasPosition", title.iri), title.role
            )


def _seen(title: Title) -> When:
    """The first and last day on which a post is shown."""
    if not title.observed:
        return When()
    first, last = title.observed[0], title.observed[-1]
    return When(first, last, first if first == last else f"{first} – {last}")


def _one(whole: Whole, kind: Kind, iri: str, unit: Entity, triple: tuple[str, str, str], by: str = "") -> Found:
    entity = whole.entities[iri]
    return Found(kind, entity, unit, triple[1], when(entity), whole.entities.get(by), triple)


def _unit(whole: Whole, iri: str, tie: Tie) -> Unit:
    entity = whole.entities[iri]
    about = whole.subjects(iri, "about")
    values = {value.name: value.value for value in entity.properties}
    return Unit(
        unit=entity,
        tie=tie,
        valid_from=values.get("validFrom", ""),
        valid_to=values.get("validTo", ""),
        articles=len(about),
        dated=sum(whole.sources[article].published[:4].isdecimal() for article in about),
        reprints=sum(bool(whole.objects(article, "reprintOf")) for article in about),
    )


def _order(found: Found) -> tuple[int, str, str, str, str]:
    return (KINDS.index(found.kind), found.when.first or "~", found.entity.label, found.entity.iri, found.triple[2])
