"""Chains: what implements a document, down to plans, campaigns and events, or what it rests on, each hop with its day and its sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kgraph.analysis.candidates import Candidate, may_be, same_campaign
from kgraph.analysis.entities import Entity
from kgraph.analysis.evidence import Statement
from kgraph.analysis.when import When, lag, when
from kgraph.analysis.whereabouts import provinces_of, units_of
from kgraph.analysis.whole import Whole

IMPLEMENTING = ("continues", "implements")
BELOW = {"Directive": IMPLEMENTING, "Campaign": ("launchesCampaign", "partOfCampaign", "localVersionOf", "editionOf")}
"""What leads to a thing from what lies below it, by its class; the narrower relation first."""

_UP = ("continues", "implements", "launchesCampaign", "partOfCampaign", "localVersionOf", "editionOf")
_ORDER = ("Directive", "Campaign", "Event")


@dataclass(frozen=True, slots=True)
class Hop:
    """A thing of a chain, how it hangs on the one before it (`relation`, empty at the root) and the statements that say so.

    `lag` is in days from `since`, the nearest hop above of which the day is known, negative where it lies before it; None where a day is
    unknown. `again` marks a thing of which more stands elsewhere in the tree, `circle` one that rests on itself; `cut` counts what a limit
    of depth left out below it. `issuer` is the body that issued a document, organizes an event or conducts a campaign. `units` are its own
    places; where it has none, `told` are those that the articles of its sentences are about. `provinces` are those of either.
    """

    entity: Entity
    relation: str
    when: When
    lag: int | None
    since: Entity | None
    issuer: tuple[Entity, ...]
    units: tuple[Entity, ...]
    told: tuple[Entity, ...]
    provinces: tuple[Entity, ...]
    evidence: tuple[Statement, ...]
    below: tuple[Hop, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    again: bool = False
    circle: bool = False
    cut: int = 0


@dataclass(frozen=True, slots=True)
class Chain:
    """The tree of a document: `hops` things below the root, by class, in these provinces; `unresolved` citations may mean the root."""

    root: Hop
    up: bool
    hops: int
    classes: tuple[tuple[str, int], ...]
    provinces: tuple[Entity, ...]
    unresolved: tuple[Entity, ...]


def read_chain(whole: Whole, iri: str, *, up: bool = False, depth: int = 20) -> Chain:
    """The tree of what implements a document, a campaign or, with `up`, of what it rests on; no deeper than `depth` hops.

    A thing that is reached in several ways hangs at each of them; what lies below it is shown once, at the longest way. What belongs to a
    campaign hangs below a document only if it is not earlier than the document.
    """
    root = _Walk(whole, up).hop(iri, "", None, (), depth)
    things = {hop.entity.iri: hop for hop in hops(root) if hop.entity.iri != iri}
    counts = [(name, sum(hop.entity.class_name == name for hop in things.values())) for name in _ORDER]
    provinces = {province.label: province for hop in things.values() for province in hop.provinces}
    return Chain(
        root=root,
        up=up,
        hops=len(things),
        classes=tuple((name, count) for name, count in counts if count),
        provinces=tuple(provinces[name] for name in sorted(provinces)),
        unresolved=tuple(whole.entities[other] for other in whole.subjects(iri, "mayBe") if other in whole.entities),
    )


def hops(root: Hop) -> Iterator[Hop]:
    """Every hop of a tree in the order in which it is read, the root first."""
    yield root
    for hop in root.below:
        yield from hops(hop)


class _Walk:
    """One way through a graph from a root: what hangs on a thing was shown already is not shown there again."""

    def __init__(self, whole: Whole, up: bool) -> None:
        self._whole, self._up = whole, up
        self._shown: set[tuple[str, str]] = set()
        self._offered: set[str] = set()

    def hop(self, iri: str, relation: str, above: Entity | None, path: tuple[str, ...], depth: int) -> Hop:
        whole, entity, circle = self._whole, self._whole.entities[iri], iri in path
        hanging = [] if circle else [link for link in self._links(iri) if self._fits(link[0], path)]
        links = [(other, name) for other, name in hanging if (iri, other) not in self._shown]
        below: list[Hop] = []
        for other, name in links if depth > 0 else ():
            if (iri, other) not in self._shown:
                self._shown.add((iri, other))
                below.append(self.hop(other, name, entity, (*path, iri), depth - 1))
        units = units_of(whole, iri)
        since = next((whole.entities[one] for one in reversed(path) if when(whole.entities[one]).day), None)
        evidence = self._evidence(iri, relation, above)
        told = () if units else _about(whole, evidence)
        return Hop(
            entity=entity,
            relation=relation,
            when=when(entity),
            lag=lag(when(since), when(entity)) if since else None,
            since=since,
            issuer=_issuer(whole, entity),
            units=_known(whole, units),
            told=_known(whole, told),
            provinces=provinces_of(whole, (*units, *told)),
            evidence=evidence,
            below=tuple(below),
            candidates=self._candidates(entity, below),
            again=len(links) < len(hanging),
            circle=circle,
            cut=len(links) if depth == 0 else 0,
        )

    def _links(self, iri: str) -> list[tuple[str, str]]:
        """What hangs on a thing, with the narrowest relation that says so: documents first, then campaigns, then events, each by day."""
        relations = _UP if self._up else BELOW.get(self._whole.entities[iri].class_name, ())
        ends = self._whole.objects if self._up else self._whole.subjects
        found: dict[str, str] = {}
        for relation in relations:
            for other in ends(iri, relation):
                if other in self._whole.entities and other != iri and not self._follows(iri, relation, other):
                    found.setdefault(other, relation)
        return sorted(found.items(), key=lambda link: _order(self._whole.entities[link[0]]))

    def _fits(self, other: str, path: tuple[str, ...]) -> bool:
        """Whether what hangs on a campaign lies on the right side of the documents (upwards: of the events) of the way to it."""
        days = [when(self._whole.entities[iri]) for iri in path]
        mine = when(self._whole.entities[other])
        if self._up:
            return not mine.first or all(mine.first <= day.last for day in days if day.last)
        return not mine.last or all(day.first <= mine.last for day in days if day.first)

    def _follows(self, iri: str, relation: str, other: str) -> bool:
        """Whether that one implements the other only follows from a document between them, which is shown instead."""
        if relation != "implements":
            return False
        below, above = (iri, other) if self._up else (other, iri)
        between = [m for m in self._whole.objects(below, *IMPLEMENTING) if above in self._whole.objects(m, *IMPLEMENTING) and m != below]
        return bool(between) and all(said.source is None for said in self._whole.statements(below, relation, above))

    def _evidence(self, iri: str, relation: str, above: Entity | None) -> tuple[Statement, ...]:
        if above is None:
            return ()
        ends = (above.iri, relation, iri) if self._up else (iri, relation, above.iri)
        return self._whole.statements(*ends)

    def _candidates(self, entity: Entity, below: list[Hop]) -> tuple[Candidate, ...]:
        if self._up or entity.class_name != "Directive":
            return ()
        shown = {hop.entity.iri for hop in below} | {entity.iri} | self._offered
        campaigns = [hop.entity for hop in below if hop.entity.class_name == "Campaign"]
        found = (*may_be(self._whole, entity, shown), *same_campaign(self._whole, entity, campaigns, shown))
        self._offered.update(candidate.entity.iri for candidate in found)
        return found


def _about(whole: Whole, evidence: tuple[Statement, ...]) -> tuple[str, ...]:
    articles = [said.source.iri for said in evidence if said.source]
    return tuple(sorted({unit for article in articles for unit in whole.objects(article, "about")}))


def _known(whole: Whole, iris: tuple[str, ...]) -> tuple[Entity, ...]:
    return tuple(whole.entities[iri] for iri in iris if iri in whole.entities)


def _issuer(whole: Whole, entity: Entity) -> tuple[Entity, ...]:
    match entity.class_name:
        case "Directive":
            bodies = whole.objects(entity.iri, "issuedBy")
        case "Event":
            bodies = whole.subjects(entity.iri, "organizes")
        case _:
            bodies = whole.subjects(entity.iri, "conducts", "launched")
    return tuple(whole.entities[body] for body in bodies if body in whole.entities)


def _order(entity: Entity) -> tuple[int, str, str, str]:
    place = _ORDER.index(entity.class_name) if entity.class_name in _ORDER else len(_ORDER)
    return (place, when(entity).first or "~", entity.label, entity.iri)
