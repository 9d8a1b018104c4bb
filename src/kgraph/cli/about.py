"""`kgraph about`: everything a graph holds on a person, with its sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from kgraph.cli.arguments import GRAPH, GraphFile
from kgraph.cli.messages import message
from kgraph.cli.records import json_text
from kgraph.cli.terminal import indented, say, text, write_data, write_page
from kgraph.errors import NothingMatched

if TYPE_CHECKING:
    from kgraph.analysis.dossier import Dossier
    from kgraph.analysis.entities import Entity
    from kgraph.analysis.evidence import Source, Statement
    from kgraph.cli.description import Words


def about(
    ctx: typer.Context,
    name: Annotated[
        str,
        typer.Argument(metavar="NAME", help="A person's name, with or without accents, or an IRI.", show_default=False),
    ],
    graph: GraphFile = GRAPH,
    format: Annotated[Literal["table", "json"], typer.Option("--format", "-f")] = "table",
) -> None:
    """Show everything held on a person: posts by the day that shows them, events and parts in them, each statement with its sentence,
    article and rule, what people corrected, and earlier names in the graph.

    Everybody whom the name fits is shown: namesakes are not told apart by guessing. Exit code 1 if nothing is held.
    """
    from kgraph.analysis.dossier import PEOPLE, read_dossier, standing
    from kgraph.analysis.entities import read_classes, read_entities
    from kgraph.analysis.finding import find
    from kgraph.cli.description import Words
    from kgraph.store.graph import Graph
    from kgraph.store.labels import term_labels

    loaded = Graph.load(graph)
    entities = read_entities(loaded, read_classes(loaded))
    people = [entity for entity in entities.values() if entity.class_name in PEOPLE]
    moved = {old.rpartition("/id/")[2]: new for old, new in standing(loaded).items()}
    found = find(people, moved.get(name.rpartition("/id/")[2], name))
    if not found:
        raise NothingMatched(message(ctx.obj, "about.nobody", name=name), mend=message(ctx.obj, "about.mend"))
    dossiers = [read_dossier(loaded, person.iri, entities=entities) for person in found]
    if len(found) > 1:
        say(ctx, "about.many", count=len(found))
    if format == "json":
        write_data([json_text([_as_json(dossier) for dossier in dossiers])])
        return
    words = Words(ctx.obj, term_labels(ctx.obj), {iri: entity.label for iri, entity in entities.items()})
    for dossier in dossiers:
        write_page(*_page(dossier, words), text(""))


def _page(found: Dossier, words: Words) -> Iterator[Any]:
    from kgraph.cli.description import headline

    person = found.description.entity
    yield from headline(person, words)
    if found.replaced:
        yield indented(2, message(words.lang, "about.replaced", names="; ".join(found.replaced)), "dim")
    if person.alt_labels:
        yield indented(2, words.say("also", names="; ".join(person.alt_labels)))
    unknown = message(words.lang, "about.no_day")
    if person.titles:
        yield indented(0, words.say("positions"), "bold")
    for title in sorted(person.titles, key=lambda t: (t.observed or ("~",), t.role.vi, t.iri)):
        status = words.term(title.status, scheme="holding-status") if title.status else ""
        post = (title.time or ", ".join(title.observed) or unknown, title.role.vi or title.role.name, title.organization_label, status)
        yield indented(2, " · ".join(part for part in post if part))
        yield from _sentences(title.evidence, words)
    links = sorted((*found.description.facts, *found.description.incoming), key=lambda link: (_day(link.other) or "~", link.relation))
    if links:
        yield indented(0, message(words.lang, "about.part"), "bold")
    for link in links:
        yield indented(2, f"{_day(link.other) or unknown} · {words.term(link.relation)} · {link.other.label}")
        yield from _sentences(link.evidence, words)
    if found.others:
        yield indented(0, message(words.lang, "about.other"), "bold")
        yield from (indented(2, " · ".join(words.labels.get(part, part) for part in triple)) for triple in found.others)
    yield from _articles(found, words)


def _articles(found: Dossier, words: Words) -> Iterator[Any]:
    articles = found.description.articles
    corrected = sum(statement.review is not None for statement in found.statements)
    counts = {"statements": len(found.statements), "articles": len(articles), "corrected": corrected}
    yield indented(0, message(words.lang, "about.statements", **counts), "bold")
    for source in articles:
        first = found.reprints.get(source.iri, "")
        reprint = message(words.lang, "about.reprint", id=first.rpartition("/")[2]) if first else ""
        yield indented(2, " · ".join(part for part in (_cited(source), reprint) if part))


def _cited(source: Source) -> str:
    return " · ".join(part for part in (source.id, source.published, source.title, source.url) if part)


def _day(entity: Entity) -> str:
    """The day of an event, or what is known of it."""
    return min((p.value for p in entity.properties if p.name in ("startDate", "dateEdtf")), default="")


def _sentences(evidence: Iterable[Statement], words: Words, *, indent: int = 6) -> Iterator[Any]:
    from kgraph.cli.description import corrected

    for said in evidence:
        if said.rests_on:
            yield indented(indent, words.say("derived", rule=said.rule), "dim")
            yield from _sentences(said.rests_on, words, indent=indent + 2)
            continue
        yield indented(indent, words.say("withheld") if said.withheld else f"“{said.quote}”", "italic")
        yield indented(indent, _cited(said.source) if said.source else "?", "dim")
        sure = "" if said.confidence is None else f" · {said.confidence:g}"
        yield indented(indent, f"{said.begin}–{said.end} · {said.rule}{sure} · {said.iri}", "dim")
        if said.review:
            yield indented(indent, corrected(said.review, words), "yellow")


def _as_json(found: Dossier) -> dict[str, Any]:
    """Everything as plain values; nothing is left out."""
    description = found.description
    return {
        "person": asdict(description.entity),
        "replaced": list(found.replaced),
        "facts": [
            {"relation": link.relation, "other": link.other.iri, "label": link.other.label, "day": _day(link.other)}
            for link in description.facts
        ],
        "statements": [asdict(statement) for statement in found.statements],
        "articles": [asdict(source) | {"reprintOf": found.reprints.get(source.iri)} for source in description.articles],
        "others": [list(triple) for triple in found.others],
    }
