"""The stretches of people's posts as quads of the derived graph, each with the holdings that it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from kgraph import vocab
from kgraph.identity.days import Span
from kgraph.identity.decision import Named
from kgraph.identity.holdings import Sight, Tenure, tenures
from kgraph.identity.people import PersonCard
from kgraph.identity.standing import Standing
from kgraph.terms import ORG, PROV, RDF, Names, of_type


def tenure_quads(cards: Sequence[PersonCard], standing: Standing, names: Names) -> Iterator[str]:
    """The quads of the tenures of the people of one name, of those of which a day is known."""
    people: dict[str, list[PersonCard]] = {}
    for card in cards:
        people.setdefault(standing.key(Named(card.article, card.key)), []).append(card)
    for key, mine in people.items():
        for tenure in tenures(mine):
            yield from _quads(key, tenure, standing, names)


def _quads(person: str, tenure: Tenure, standing: Standing, names: Names) -> Iterator[str]:
    days = list(_days(tenure))
    if not days:
        return
    post = (tenure.sights or tenure.past)[0].shown.post
    told = () if tenure.sights else tenure.past[0].time
    node = names.hashed("tenure", person, post.role, post.body, *(day for _, day in days[:1]), *filter(None, told))
    yield f"{node} <{RDF}type> <{vocab.TENURE}> {names.derived} ."
    yield f"{node} <{ORG}member> {names.of(person)} {names.derived} ."
    yield f"{node} <{ORG}role> {names.concept('role', post.role)} {names.derived} ."
    if post.body:
        yield f"{node} <{ORG}organization> {names.of(post.body)} {names.derived} ."
    for predicate, day in days:
        yield f"{node} <{predicate}> {of_type(day, 'date')} {names.derived} ."
    for key in sorted({standing.key(Named(s.article, s.shown.holding)) for s in (*tenure.sights, *tenure.past)}):
        yield f"{node} <{PROV}wasDerivedFrom> {names.of(key)} {names.derived} ."


def _days(tenure: Tenure) -> Iterator[tuple[str, str]]:
    """The days that bound a tenure, by property: the outermost sights, those on which it is told that it begins or ends."""
    seen = _known(tenure.sights)
    if seen:
        yield vocab.ATTESTED_FROM, _iso(seen[0])
        yield vocab.ATTESTED_TO, _iso(seen[-1])
    if taken := _known(s for s in tenure.sights if s.shown.told and s.shown.post.status == "appointed"):
        yield vocab.TAKEN_UP_ON, _iso(taken[0])
    if left := _known(s for s in tenure.past if s.shown.told):
        yield vocab.LEFT_ON, _iso(left[0])
    if over := _known(tenure.past):
        yield vocab.OVER_BY, _iso(over[0])


def _known(sights: Iterable[Sight]) -> list[Span]:
    """The sights of which the very day is known, in order."""
    return sorted(s.span for s in sights if s.span and s.span.first == s.span.last)


def _iso(span: Span) -> str:
    return date.fromordinal(span.first).isoformat()
