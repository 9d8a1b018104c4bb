"""The things of a graph with a type each; what a thing is tied to, and its sentences, are looked up when asked for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from kgraph.analysis.entities import Entity, Title

if TYPE_CHECKING:
    from kgraph.analysis.evidence import Source, Statement
    from kgraph.notebook.graph import KnowledgeGraph

T = TypeVar("T", bound="Thing")


@dataclass(frozen=True, slots=True)
class Thing:
    """Something that articles speak of: its name in the graph, what people call it, its other names, and its kind in Vietnamese."""

    iri: str
    label: str
    other_names: tuple[str, ...]
    kind: str
    _graph: KnowledgeGraph = field(repr=False, compare=False)

    @property
    def evidence(self) -> tuple[Statement, ...]:
        """The sentences of all that is said of it, and of all that is said of others with it, oldest article first."""
        return self._graph.evidence_of(self.iri)

    @property
    def articles(self) -> tuple[Source, ...]:
        """The articles that name it, oldest first."""
        return self._graph.articles_naming(self.iri)

    def related(self, relation: str, *, inverse: bool = False) -> tuple[Thing, ...]:
        """What a relation of the vocabulary (`attended`, `implements`, `within` ...) leads to from here, or comes from with `inverse`."""
        return self._graph.related(self.iri, relation, inverse=inverse)

    def _of(self, kind: type[T], relation: str, *, inverse: bool = False) -> tuple[T, ...]:
        return tuple(thing for thing in self.related(relation, inverse=inverse) if isinstance(thing, kind))


@dataclass(frozen=True, slots=True)
class Official(Thing):
    """A person who holds or held a post; each title has its role, body, status and the days that show it."""

    titles: tuple[Title, ...] = ()

    @property
    def events(self) -> tuple[Event, ...]:
        """Events that the person attended, in whatever part."""
        return self._of(Event, "attended")


@dataclass(frozen=True, slots=True)
class Organization(Thing):
    """A body of Party, state or society; its kind is such as `quận ủy`."""

    @property
    def parents(self) -> tuple[Organization, ...]:
        """Bodies directly above."""
        return self._of(Organization, "parentOrganization")

    @property
    def directives(self) -> tuple[Directive, ...]:
        """Documents that it issued."""
        return self._of(Directive, "issuedBy", inverse=True)

    @property
    def events(self) -> tuple[Event, ...]:
        """Events that it organised."""
        return self._of(Event, "organizes")


@dataclass(frozen=True, slots=True)
class Unit(Thing):
    """An administrative unit with its level (`province`, `district`, `commune`, or empty) and the days between which it existed."""

    level: str = ""
    valid_from: date | None = None
    valid_to: date | None = None

    @property
    def within(self) -> tuple[Unit, ...]:
        """Units directly above."""
        return self._of(Unit, "within")

    @property
    def events(self) -> tuple[Event, ...]:
        """Events that were held in it."""
        return self._of(Event, "heldAt", inverse=True)


@dataclass(frozen=True, slots=True)
class Directive(Thing):
    """A document: its number as far as known, and the day of issue where it is known to the day."""

    designation: str = ""
    issued_on: date | None = None

    @property
    def issued_by(self) -> tuple[Organization, ...]:
        """Bodies that issued it."""
        return self._of(Organization, "issuedBy")

    @property
    def implements(self) -> tuple[Directive, ...]:
        """Documents that it carries out."""
        return self._of(Directive, "implements")

    @property
    def implemented_by(self) -> tuple[Thing, ...]:
        """Documents, events and campaigns that carry it out."""
        return self.related("implements", inverse=True)


@dataclass(frozen=True, slots=True)
class Campaign(Thing):
    """A campaign, contest or theme with its year and edition, where known."""

    year: int | None = None
    edition: int | None = None

    @property
    def conducted_by(self) -> tuple[Organization, ...]:
        """Bodies that run it."""
        return self._of(Organization, "conducts", inverse=True)

    @property
    def events(self) -> tuple[Event, ...]:
        """Events that open it or belong to it."""
        found = (*self._of(Event, "launchesCampaign", inverse=True), *self._of(Event, "partOfCampaign", inverse=True))
        return tuple(dict.fromkeys(found))


@dataclass(frozen=True, slots=True)
class Event(Thing):
    """A meeting, ceremony, visit ...: its date as far as known (EDTF), the days that bound it, and `planned` if it was to come."""

    edtf: str = ""
    first: date | None = None
    last: date | None = None
    planned: bool = False

    @property
    def day(self) -> date | None:
        """The day, where it is known and only one."""
        return self.first if self.first == self.last else None

    @property
    def attendees(self) -> tuple[Official, ...]:
        """Officials who attended it, in whatever part."""
        return self._of(Official, "attended", inverse=True)

    @property
    def organizers(self) -> tuple[Organization, ...]:
        """Bodies that organised it."""
        return self._of(Organization, "organizes", inverse=True)

    @property
    def places(self) -> tuple[Thing, ...]:
        """Units and venues where it was held."""
        return self.related("heldAt")

    @property
    def implements(self) -> tuple[Directive, ...]:
        """Documents that it carries out."""
        return self._of(Directive, "implements")


def thing_of(entity: Entity, graph: KnowledgeGraph) -> Thing:
    """The typed thing of an entity; a Thing where its class has no type of its own."""
    common = (entity.iri, entity.label, entity.alt_labels, entity.kind, graph)
    make = _MAKERS.get(entity.class_name)
    return make(entity, common) if make else Thing(*common)


_Common = tuple[str, str, tuple[str, ...], str, "KnowledgeGraph"]


def _official(entity: Entity, common: _Common) -> Thing:
    return Official(*common, titles=entity.titles)


def _unit(entity: Entity, common: _Common) -> Thing:
    level = next((p.term.name for p in entity.properties if p.name == "level" and p.term), "")
    return Unit(*common, level=level, valid_from=_day(entity, "validFrom"), valid_to=_day(entity, "validTo"))


def _directive(entity: Entity, common: _Common) -> Thing:
    numbers = _values(entity, "designation")
    return Directive(*common, designation=max(numbers, key=lambda n: (len(n), n), default=""), issued_on=_day(entity, "issuedOn"))


def _campaign(entity: Entity, common: _Common) -> Thing:
    return Campaign(*common, year=_number(entity, "year"), edition=_number(entity, "edition"))


def _event(entity: Entity, common: _Common) -> Thing:
    planned = {p.term.name for p in entity.properties if p.name == "modality" and p.term} == {"planned"}
    edtf = next(iter(_values(entity, "dateEdtf")), "")
    return Event(*common, edtf=edtf, first=_day(entity, "startDate"), last=_day(entity, "endDate", latest=True), planned=planned)


_MAKERS: dict[str, Callable[[Entity, _Common], Thing]] = {
    "Official": _official,
    "Organization": lambda _, common: Organization(*common),
    "AdministrativeUnit": _unit,
    "Directive": _directive,
    "Campaign": _campaign,
    "Event": _event,
}


def _values(entity: Entity, name: str) -> list[str]:
    return [p.value for p in entity.properties if p.name == name]


def _day(entity: Entity, name: str, *, latest: bool = False) -> date | None:
    """The day; of several that articles give the first, or the latest."""
    days = sorted(date.fromisoformat(value) for value in _values(entity, name))
    return days[-1 if latest else 0] if days else None


def _number(entity: Entity, name: str) -> int | None:
    return min((int(value) for value in _values(entity, name) if value.isdecimal()), default=None)
