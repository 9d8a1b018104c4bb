"""`kgraph where`: what is told of a place, and of the units before, after and below it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kgraph.cli.answers import (
    AnswerFormat,
    first_sentence,
    meant,
    plain,
    read,
    searched,
    sentences,
    shown_day,
    tell_searched,
    term_word,
    words_of,
    write_csv,
    write_json,
)
from kgraph.cli.arguments import GRAPH, GraphFile
from kgraph.cli.messages import message
from kgraph.cli.terminal import indented, say, text, write_page

if TYPE_CHECKING:
    from kgraph.analysis.entities import Entity
    from kgraph.analysis.places import Found, Place, Unit
    from kgraph.analysis.whole import Whole
    from kgraph.cli.description import Words

_MOST = 5
_TIES = {"before": "where.before", "after": "where.after", "below": "where.below"}
_COLUMNS = (
    "place", "kind", "iri", "label", "role", "relation", "unit", "tie", "by", "day", "first", "last",
    "quote", "article", "published", "begin", "end", "url", "rule", "statements",
)  # fmt: skip


def where(
    ctx: typer.Context,
    place: Annotated[str, typer.Argument(metavar="PLACE", help="A province, district or ward; an IRI.", show_default=False)],
    graph: GraphFile = GRAPH,
    within: Annotated[bool, typer.Option("--within", help="With all units in it.")] = False,
    limit: Annotated[int, typer.Option(min=1, help="At most so many of a kind in the table.")] = 20,
    format: AnswerFormat = "table",
) -> None:
    """Show what articles tell of a place: events, campaigns, documents, people in posts, bodies, each with day and sentence.

    Units end and others come after them: a district that ended on 30 June 2025 and its wards of today are shown together, each line with
    its unit. How many articles are about each unit stands first: where there are few, silence says little. Exit code 1 if nothing is
    called so.

    Example: kgraph where "quan dong da"
    """
    from kgraph.analysis.places import read_place

    whole = read(graph)
    found = _likely(whole, meant(whole, place, ("AdministrativeUnit",), ctx.obj))
    places = [read_place(whole, unit.iri, within=within) for unit in found[: _MOST if format == "table" else None]]
    if format == "json":
        write_json([_as_json(whole, one) for one in places])
        tell_searched(whole, ctx.obj)
    elif format == "csv":
        write_csv(_COLUMNS, (row for one in places for row in _rows(whole, one)))
        tell_searched(whole, ctx.obj)
    else:
        if len(found) > 1:
            say(ctx, "where.several", name=place, count=len(found), shown=len(places))
        words = words_of(whole, ctx.obj)
        for one in places:
            write_page(*_page(whole, one, limit, words), text(""))
        write_page(text(searched(whole, ctx.obj), "dim"))


def _likely(whole: Whole, found: tuple[Entity, ...]) -> tuple[Entity, ...]:
    """Of several units those that articles name, if there are any; what is only known as background stays out."""
    named = tuple(unit for unit in found if whole.subjects(unit.iri, "mentions", "about"))
    return named or found


def _page(whole: Whole, place: Place, limit: int, words: Words) -> Iterator[Any]:
    from kgraph.cli.description import headline

    yield from headline(place.unit, words)
    if place.above:
        yield indented(2, message(words.lang, "where.within", units=" · ".join(unit.label for unit in place.above)))
    for unit in place.units:
        if unit.tie == "itself" or unit.articles:
            yield indented(2, _unit_line(unit, words.lang), "" if unit.tie == "itself" else "dim")
    for tie in ("before", "after"):
        if silent := ", ".join(unit.unit.label for unit in place.units if unit.tie == tie and not unit.articles):
            name = message(words.lang, _TIES[tie], unit=silent)
            none = message(words.lang, "where.silent")
            yield indented(2, f"{name} · {none}", "dim")
    for kind in ("event", "campaign", "document", "post", "body"):
        rows = [one for one in place.found if one.kind == kind]
        yield text("")
        yield text(message(words.lang, f"where.{kind}", count=len(rows)), "bold")
        for one in rows[:limit]:
            yield from _line(whole, one, place, words)
        if (more := len(rows) - limit) > 0:
            yield indented(2, message(words.lang, "where.more", more=more), "dim")


def _unit_line(unit: Unit, lang: str) -> str:
    ended = [message(lang, "where.until", day=unit.valid_to)] if unit.valid_to else []
    begun = [message(lang, "where.since", day=unit.valid_from)] if unit.valid_from else []
    counts = message(lang, "where.articles", count=unit.articles, undated=unit.articles - unit.dated, reprints=unit.reprints)
    name = unit.unit.label if unit.tie == "itself" else message(lang, _TIES[unit.tie], unit=unit.unit.label)
    return " · ".join((name, *begun, *ended, counts))


def _line(whole: Whole, found: Found, place: Place, words: Words) -> Iterator[Any]:
    from rich.padding import Padding

    from kgraph.analysis.places import statements

    role = term_word(found.role, words.lang) if found.role else ""
    by = found.by.label if found.by else ""
    elsewhere = found.unit.label if found.unit.iri != place.unit.iri else ""
    day = shown_day(found.when, words.lang) if found.kind != "body" else ""
    yield indented(2, " · ".join(part for part in (day, found.entity.label, role, by, elsewhere) if part))
    for sentence in sentences(statements(whole, found), words) if found.kind != "body" else ():
        yield Padding(sentence, (0, 0, 0, 4), expand=False)


def _rows(whole: Whole, place: Place) -> Iterator[dict[str, object]]:
    from kgraph.analysis.places import statements

    ties = {unit.unit.iri: unit.tie for unit in place.units}
    for one in place.found:
        yield {
            "place": place.unit.label,
            "kind": one.kind,
            "iri": one.entity.iri,
            "label": one.entity.label,
            "role": one.role.vi or one.role.name if one.role else "",
            "relation": one.relation,
            "unit": one.unit.label,
            "tie": ties[one.unit.iri],
            "by": one.by.label if one.by else "",
            "day": one.when.shown,
            "first": one.when.first,
            "last": one.when.last,
        } | first_sentence(statements(whole, one))


def _as_json(whole: Whole, place: Place) -> dict[str, Any]:
    from kgraph.analysis.places import statements

    made: dict[str, Any] = plain(place)
    for row, one in zip(made["found"], place.found, strict=True):
        row["evidence"] = plain(statements(whole, one))
    return made
