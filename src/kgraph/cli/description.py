"""A description as lines of text: what is said of a thing, and under each fact its sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from kgraph.analysis.description import Description, Link
from kgraph.analysis.entities import Entity, Property, Title
from kgraph.analysis.evidence import Review, Statement
from kgraph.cli.messages import message
from kgraph.cli.terminal import indented
from kgraph.store.graph import PREFIXES

if TYPE_CHECKING:
    from rich.padding import Padding

Lines = Iterator["Padding"]


@dataclass(frozen=True, slots=True)
class Words:
    """The user's language: its name, what the ontology calls its terms (by IRI), what the graph calls its things (by IRI)."""

    lang: str
    terms: Mapping[str, str]
    labels: Mapping[str, str]

    def say(self, key: str, **values: object) -> str:
        """A message of this page."""
        return message(self.lang, f"show.{key}", **values)

    def term(self, name: str, *, scheme: str = "") -> str:
        """What a class or relation, or with `scheme` a concept, is called; its own name where the ontology has no label."""
        iri = f"{PREFIXES['kgv']}{scheme}/{name}" if scheme else PREFIXES["kg"] + name
        return self.terms.get(iri, name)


def page(found: Description, words: Words) -> Lines:
    """All lines of a description."""
    entity = found.entity
    yield from headline(entity, words)
    if entity.alt_labels:
        yield indented(2, words.say("also", names="; ".join(entity.alt_labels)))
    for value in entity.properties:
        yield indented(2, f"{words.term(value.name)}: {_value(value, words)}")
        yield from _sentences(value.evidence, words)
    if entity.titles:
        yield indented(0, words.say("positions"), "bold")
        for title in entity.titles:
            yield from _position(title, words.labels.get(title.organization, ""), words)
    if found.holders:
        yield indented(0, words.say("holders"), "bold")
        for holder in found.holders:
            yield from _position(holder.title, holder.person.label, words)
    yield from _relations(found.facts, "", words)
    yield from _relations(found.incoming, "← ", words)
    if found.articles:
        yield indented(0, words.say("articles", count=len(found.articles)), "bold")
        for source in found.articles:
            yield indented(2, " · ".join(part for part in (source.id, source.published, source.title) if part))


def headline(entity: Entity, words: Words) -> Lines:
    """What a thing is called, its class and kind, and its IRI."""
    kind = f" · {entity.kind}" if entity.kind else ""
    yield indented(0, f"{entity.label} · {words.term(entity.class_name)}{kind}", "bold")
    yield indented(2, entity.iri, "dim")


def _value(value: Property, words: Words) -> str:
    if value.term is None:
        return value.value
    return (value.term.vi if words.lang == "vi" else value.term.en) or value.term.vi or value.term.name


def _position(title: Title, other: str, words: Words) -> Lines:
    role = title.role.vi or title.role.name
    status = words.term(title.status, scheme="holding-status") if title.status else ""
    yield indented(2, " · ".join(part for part in (role, other, status, title.time, ", ".join(title.observed)) if part))
    yield from _sentences(title.evidence, words)


def _relations(links: Iterable[Link], mark: str, words: Words) -> Lines:
    for relation, group in groupby(links, key=lambda link: link.relation):
        yield indented(0, mark + words.term(relation), "bold")
        for link in group:
            yield indented(2, f"{link.other.label} · {words.term(link.other.class_name)}")
            yield from _sentences(link.evidence, words)


def _sentences(evidence: Iterable[Statement], words: Words, *, indent: int = 6) -> Lines:
    for said in evidence:
        if said.rests_on:
            yield indented(indent, words.say("derived", rule=said.rule), "dim")
            yield from _sentences(said.rests_on, words, indent=indent + 2)
            continue
        yield indented(indent, words.say("withheld") if said.withheld else f"“{said.quote}”", "italic")
        source = " ".join(part for part in (said.source.id, said.source.published) if part) if said.source else "?"
        sure = "" if said.confidence is None else f" · {said.confidence:g}"
        yield indented(indent, f"{source} · {said.begin}–{said.end} · {said.rule}{sure}", "dim")
        if said.review:
            yield indented(indent, corrected(said.review, words), "yellow")


def corrected(review: Review, words: Words) -> str:
    """That people corrected a statement, in words; the name of what it said before where the graph has one."""
    before = words.labels.get(review.before, review.before)
    return words.say("corrected", before=before, by=review.by, on=review.on, note=review.note, source=review.source)
