"""`kgraph compare`: two places side by side, with the number of articles behind each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from kgraph.cli.answers import AnswerFormat, only, plain, read, searched, tell_searched, words_of, write_csv, write_json
from kgraph.cli.arguments import GRAPH, GraphFile
from kgraph.cli.messages import message
from kgraph.cli.terminal import indented, table, text, write_page

if TYPE_CHECKING:
    from kgraph.analysis.comparison import Comparison, Side
    from kgraph.analysis.whole import Whole
    from kgraph.cli.description import Words

_COLUMNS = ("measure", "kind", "place", "label", "value", "articles", "dated")


def compare(
    ctx: typer.Context,
    one: Annotated[str, typer.Argument(metavar="PLACE", help="A province, district or ward; an IRI.", show_default=False)],
    other: Annotated[str, typer.Argument(metavar="PLACE", help="Another one.", show_default=False)],
    graph: GraphFile = GRAPH,
    format: AnswerFormat = "table",
) -> None:
    """Compare two places, each with all units in it: articles about it, campaigns, documents, events by kind, people, lags of documents.

    The articles about each place are the measure of all the rest: a place with few articles is little reported, which does not mean that
    little happens there. Lags are days from the issue of a document to that of the local one that implements it. Exit code 1 if a name
    fits nothing.

    Example: kgraph compare "quan dong da" "quan le chan"
    """
    from kgraph.analysis.comparison import compare_places

    whole = read(graph)
    units = ("AdministrativeUnit",)
    found = compare_places(whole, only(whole, one, units, ctx.obj).iri, only(whole, other, units, ctx.obj).iri)
    if format == "table":
        _write(whole, found, words_of(whole, ctx.obj))
        return
    tell_searched(whole, ctx.obj)
    if format == "json":
        write_json(plain(found))
    else:
        write_csv(_COLUMNS, (row for side in (found.one, found.other) for row in _rows(side)))


def _write(whole: Whole, found: Comparison, words: Words) -> None:
    lang = words.lang
    kinds = dict.fromkeys(kind for side in (found.one, found.other) for kind, _ in side.events)
    keys = ("articles", "dated", "reprints", "first", "last", "campaigns", "documents", "lags", "median", "people", "events", "undated")
    values = [_values(side) for side in (found.one, found.other)]
    rows = [(message(lang, f"compare.{key}"), *(side[key] for side in values)) for key in keys]
    of_kind = [dict(side.events) for side in (found.one, found.other)]
    unnamed = message(lang, "compare.no_kind")
    rows += [(f"· {kind or unnamed}", *(side.get(kind, 0) for side in of_kind)) for kind in kinds]
    write_page(table((message(lang, "compare.measure"), found.one.place.label, found.other.place.label), rows, numbers=True))
    for key, things in (("compare.both_campaigns", found.campaigns), ("compare.both_directives", found.directives)):
        write_page(text(""), text(message(lang, key, count=len(things)), "bold"), *(indented(2, thing.label) for thing in things))
    for side in (found.one, found.other):
        if side.lags:
            write_page(text(""), text(message(lang, "compare.lags_of", place=side.place.label), "bold"))
        for one in side.lags:
            days = message(lang, "answers.lag", days=f"{one.days:+,}")
            write_page(indented(2, f"{one.above.label} → {one.document.label}: {days}"))
    write_page(text(""), text(searched(whole, lang), "dim"))


def _values(side: Side) -> dict[str, object]:
    """The figures of a side by name; a dash where there is nothing to reckon with."""
    return {
        "articles": side.articles,
        "dated": side.dated,
        "reprints": side.reprints,
        "first": side.first or "–",
        "last": side.last or "–",
        "campaigns": len(side.campaigns),
        "documents": len(side.documents),
        "lags": len(side.lags),
        "median": "–" if side.median_lag is None else f"{side.median_lag:g}",
        "people": side.people,
        "events": sum(count for _, count in side.events),
        "undated": side.undated,
    }


def _rows(side: Side) -> Iterator[dict[str, object]]:
    base = {"place": side.place.iri, "label": side.place.label, "articles": side.articles, "dated": side.dated}
    for measure, value in _values(side).items():
        yield base | {"measure": measure, "value": "" if value == "–" else value}
    for kind, count in side.events:
        yield base | {"measure": "events-of-kind", "kind": kind, "value": count}
