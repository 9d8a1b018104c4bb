"""Several people of one name: what is known of each that keeps them apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kgraph.analysis.entities import Entity
from kgraph.analysis.evidence import Statement
from kgraph.analysis.whereabouts import provinces_of, units_of
from kgraph.analysis.whole import Whole


@dataclass(frozen=True, slots=True)
class Namesake:
    """One of several: the bodies of the posts shown, their provinces, the first and last day of a sight, and how many articles name them.

    `maybe` are those of the others who may be the same person, each with the statements that say how sure it is.
    """

    person: Entity
    bodies: tuple[Entity, ...]
    provinces: tuple[Entity, ...]
    first: str
    last: str
    articles: int
    maybe: tuple[tuple[Entity, tuple[Statement, ...]], ...]


def namesakes(whole: Whole, people: Sequence[Entity]) -> tuple[Namesake, ...]:
    """What keeps people of one name apart, in the order given."""
    return tuple(_namesake(whole, person, {other.iri: other for other in people if other != person}) for person in people)


def _namesake(whole: Whole, person: Entity, others: dict[str, Entity]) -> Namesake:
    bodies = {title.organization: whole.entities[title.organization] for title in person.titles if title.organization in whole.entities}
    days = sorted(day for title in person.titles for day in title.observed)
    near = set(whole.objects(person.iri, "mayBe")) | set(whole.subjects(person.iri, "mayBe"))
    maybe = []
    for iri in sorted(near & others.keys()):
        said = (*whole.statements(person.iri, "mayBe", iri), *whole.statements(iri, "mayBe", person.iri))
        maybe.append((others[iri], said))
    return Namesake(
        person=person,
        bodies=tuple(sorted(bodies.values(), key=lambda body: (body.label, body.iri))),
        provinces=provinces_of(whole, sorted({unit for body in bodies for unit in units_of(whole, body)})),
        first=days[0] if days else "",
        last=days[-1] if days else "",
        articles=len(whole.articles_about(person.iri)),
        maybe=tuple(maybe),
    )
