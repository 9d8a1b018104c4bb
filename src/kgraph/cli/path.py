"""`kgraph path`: how two things hang together, fact by fact."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kgraph.cli.answers import (
    AnswerFormat,
    first_sentence,
    only,
    plain,
    read,
    searched,
    sentences,
    tell_searched,
    words_of,
    write_csv,
    write_json,
)
from kgraph.cli.arguments import GRAPH, GraphFile
from kgraph.cli.messages import message
from kgraph.cli.terminal import text, write_page
from kgraph.errors import NothingMatched

if TYPE_CHECKING:
    from kgraph.analysis.entities import Entity
    from kgraph.analysis.paths import Way
    from kgraph.cli.description import Words

_COLUMNS = (
    "way", "hop", "subject", "subject_label", "relation", "object", "object_label", "backwards",
    "quote", "article", "published", "begin", "end", "url", "rule", "statements",
)  # fmt: skip


def path(
    ctx: typer.Context,
    one: Annotated[str, typer.Argument(metavar="A", help="A name, a document's number, a key or an IRI.", show_default=False)],
    other: Annotated[str, typer.Argument(metavar="B", help="Another one.", show_default=False)],
    graph: GraphFile = GRAPH,
    count: Annotated[int, typer.Option("--count", "-k", min=1, max=100, help="So many ways, the shortest first.")] = 3,
    articles: Annotated[bool, typer.Option("--articles", help="Also through articles that name both.")] = False,
    background: Annotated[bool, typer.Option("--background", help="Also along what lies in or belongs to what.")] = False,
    format: AnswerFormat = "table",
) -> None:
    """Show the shortest ways of evidence between two things: events both attended, bodies both served, documents between, with sentences.

    A way never goes through statements, kinds or levels, nor, unless asked, through articles or background knowledge. A name that fits
    several things must be made plain by its key. Exit code 1 if a name fits nothing, or no way leads from one to the other.

    Example: kgraph path "Dinh Truong Tho" 284-KH/TU --background
    """
    from kgraph.analysis.paths import read_ways

    whole = read(graph)
    first, last = only(whole, one, (), ctx.obj), only(whole, other, (), ctx.obj)
    ways = read_ways(whole, first.iri, last.iri, count=count, articles=articles, background=background)
    if format != "table" or not ways:
        tell_searched(whole, ctx.obj)
    if not ways:
        raise NothingMatched(message(ctx.obj, "path.none", one=first.label, other=last.label), mend=message(ctx.obj, "path.mend"))
    if format == "json":
        write_json([plain(way) for way in ways])
    elif format == "csv":
        write_csv(_COLUMNS, _rows(ways))
    else:
        words = words_of(whole, ctx.obj)
        for number, way in enumerate(ways, 1):
            write_page(*_page(number, way, first, words), text(""))
        write_page(text(searched(whole, ctx.obj), "dim"))


def _page(number: int, way: Way, start: Entity, words: Words) -> Iterator[Any]:
    from rich.padding import Padding

    yield text(message(words.lang, "path.way", number=number, hops=len(way.steps)), "bold")
    yield Padding(text(f"● {start.label}", "bold cyan"), (0, 0, 0, 2), expand=False)
    for step in way.steps:
        arrow = f"↑ {words.term(step.relation)}" if step.backwards else f"↓ {words.term(step.relation)}"
        yield Padding(text(arrow, "green"), (0, 0, 0, 2), expand=False)
        for sentence in sentences(step.evidence, words):
            yield Padding(sentence, (0, 0, 0, 6), expand=False)
        if not step.evidence:
            unsaid = "path.mentions" if step.relation == "mentions" else "path.background"
            yield Padding(text(message(words.lang, unsaid), "dim"), (0, 0, 0, 6), expand=False)
        there = step.subject if step.backwards else step.object
        kind = words.term(there.class_name)
        yield Padding(text(f"● {there.label} · {kind}", "cyan"), (0, 0, 0, 2), expand=False)


def _rows(ways: tuple[Way, ...]) -> Iterator[dict[str, object]]:
    for number, way in enumerate(ways, 1):
        for hop, step in enumerate(way.steps, 1):
            yield {
                "way": number,
                "hop": hop,
                "subject": step.subject.iri,
                "subject_label": step.subject.label,
                "relation": step.relation,
                "object": step.object.iri,
                "object_label": step.object.label,
                "backwards": str(step.backwards).lower(),
            } | first_sentence(step.evidence)
