"""Known bodies as triples: what they are part of, when they existed, what came after them."""

from __future__ import annotations

from collections.abc import Iterator

from kgraph import vocab
from kgraph.authority.bodies import Bodies, Body, Pattern
from kgraph.model import Organization, Unit, Value
from kgraph.terms import DCTERMS, Names, literal
from kgraph.text import slug
from kgraph.triples import organization_triples


def body_triples(organization: Organization, bodies: Bodies, names: Names) -> Iterator[str]:
    """What the lists know of a body that an article names, and of what is above and after it; nothing of one they do not have."""
    body = bodies.by_key.get(organization.key)
    if body and body.kind == organization.kind:
        yield from central_triples(body, bodies, names)
        if organization.key != body.key:
            yield from _days(names.of(organization.key), body.valid_from, body.valid_to)
    elif unit := organization.place:
        pattern = bodies.pattern(unit.level, organization.kind, organization.label)
        if pattern:
            yield from _local(organization, pattern, unit, bodies, names)
        elif organization.jurisdiction:
            yield from _days(names.of(organization.key), None, unit.valid_to)


def central_triples(body: Body, bodies: Bodies, names: Names) -> Iterator[str]:
    """A central body with all that is above it and what came after it."""
    seen: dict[str, Body] = {}
    waiting = [body]
    while waiting:
        one = waiting.pop()
        if one.id in seen:
            continue
        seen[one.id] = one
        waiting += [bodies.central[name] for name in (*((one.parent,) if one.parent else ()), *one.succeeded_by)]
    for one in seen.values():
        subject = names.of(one.key)
        yield from organization_triples(Organization(one.key, one.vi, one.kind), names)
        yield from _days(subject, one.valid_from, one.valid_to)
        yield f"{subject} <{DCTERMS}source> {literal(Value(one.source))}"
        if one.parent:
            yield f"{subject} <{vocab.PARENT_ORGANIZATION}> {names.of(bodies.central[one.parent].key)}"
        for later in one.succeeded_by:
            yield f"{subject} <{vocab.SUCCEEDED_BY}> {names.of(bodies.central[later].key)}"


def _local(organization: Organization, pattern: Pattern, unit: Unit, bodies: Bodies, names: Names) -> Iterator[str]:
    """The days and the successors of a local body; it outlives neither its kind nor its place."""
    subject = names.of(organization.key)
    ended = min((day for day in (pattern.valid_to, unit.valid_to) if day), default=None)
    yield from _days(subject, pattern.valid_from, ended)
    if pattern.valid_to or pattern.valid_from:
        yield f"{subject} <{DCTERMS}source> {literal(Value(pattern.source))}"
    for later in bodies.successors(pattern):
        successor = _renamed(organization, pattern, later)
        yield f"{subject} <{vocab.SUCCEEDED_BY}> {names.of(successor.key)}"
        yield from organization_triples(successor, names)
        yield from _days(names.of(successor.key), later.valid_from, later.valid_to)


def _renamed(organization: Organization, pattern: Pattern, later: Pattern) -> Organization:
    """The body of the same place under the name of another pattern, with the key that the rules would make for it."""
    label = later.head + (pattern.rest(organization.label) or "")
    above = organization.key.partition("--")[2]
    return Organization(f"organization/{slug(label, limit=110)}" + (f"--{above}" if above else ""), label, later.kind)


def _days(subject: str, first: str | None, last: str | None) -> Iterator[str]:
    """The first and last day, where the day itself is known."""
    for predicate, day in ((vocab.VALID_FROM, first), (vocab.VALID_TO, last)):
        if day and len(day) == len("2025-06-30"):
            yield f"{subject} <{predicate}> {literal(Value(day, 'date'))}"
