"""`kgraph coverage`: how many articles there are about each place and month."""

from __future__ import annotations

import shutil
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from kgraph.cli.answers import AnswerFormat, plain, read, searched, write_csv, write_json
from kgraph.cli.arguments import GRAPH, GraphFile
from kgraph.cli.messages import message
from kgraph.cli.pictures import check_picture, draw_coverage_into
from kgraph.cli.terminal import text, write_page
from kgraph.errors import NothingMatched

if TYPE_CHECKING:
    from rich.table import Table

    from kgraph.analysis.coverage import Coverage, Row
    from kgraph.analysis.whole import Whole

_MONTHS, _NAME, _COUNT, _PERIOD = 12, 32, 9, 5
"""At most so many periods; columns of the name, of a count, of a period."""


def coverage(
    ctx: typer.Context,
    graph: GraphFile = GRAPH,
    by: Annotated[Literal["month", "year"], typer.Option("--by", help="Length of a period.")] = "month",
    provinces: Annotated[bool, typer.Option("--provinces", help="Count for provinces, not for the units in them.")] = False,
    top: Annotated[int, typer.Option(min=1, help="So many places in the table; csv and json have all.")] = 30,
    format: AnswerFormat = "table",
    plot: Annotated[Path | None, typer.Option(help="Also draw it into this .svg or .png file.", show_default=False)] = None,
) -> None:
    """Count the articles about each place by month, those without a known month apart, so that silence is not read as inaction.

    The table shows the last twelve months (or years) that have articles; csv and json have all, with a zero where there is none. Articles
    about no one place have a line of their own. Exit code 1 if there is no article.

    Example: kgraph coverage --provinces --by year
    """
    from kgraph.analysis.coverage import read_coverage

    check_picture(plot)
    whole = read(graph)
    found = read_coverage(whole, by_year=by == "year", provinces=provinces)
    if not found.rows:
        raise NothingMatched(message(ctx.obj, "coverage.nothing"), mend=message(ctx.obj, "coverage.mend"))
    if plot:
        draw_coverage_into(plot, found, [_name(row, ctx.obj) for row in found.rows], ctx.obj)
    if format == "json":
        write_json({"periods": found.periods, "rows": [_as_json(row, found) for row in (*found.rows, found.totals)]})
    elif format == "csv":
        columns = ("place", "label", "province", "total", "reprints", "undated", *found.periods)
        write_csv(columns, (_csv_row(row, found, total=row is found.totals) for row in (*found.rows, found.totals)))
    else:
        _write(whole, found, top, ctx.obj)


def _write(whole: Whole, found: Coverage, top: int, lang: str) -> None:
    """The matrix; as many of the last periods as find room, of those that have articles."""
    filled = [period for period in found.periods if found.totals.counts.get(period)]
    periods = filled[-_room(len(filled)) :]
    rows = [*found.rows[:top], found.totals]
    names = Counter(_name(row, lang) for row in found.rows)
    write_page(_matrix([(_told_apart(row, names, lang) if row.place else _name(row, lang), row) for row in rows], found, periods, lang))
    if (more := len(found.rows) - top) > 0:
        write_page(text(message(lang, "coverage.more", more=more), "dim"))
    write_page(text(""), text(searched(whole, lang), "dim"))


def _room(most: int) -> int:
    """How many columns of periods the terminal has room for."""
    if not sys.stdout.isatty():
        return min(most, _MONTHS) or 1
    wide = shutil.get_terminal_size().columns
    return max(1, min(most, _MONTHS, (wide - _NAME - 3 * _COUNT) // _PERIOD))


def _matrix(rows: Sequence[tuple[str, Row]], found: Coverage, periods: Sequence[str], lang: str) -> Table:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    made = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, padding=(0, 1, 0, 0))
    made.add_column(text(message(lang, "coverage.place")), overflow="fold", ratio=None)
    for key in ("total", "undated", "earlier"):
        made.add_column(text(message(lang, f"coverage.{key}")), justify="right", max_width=_COUNT - 1)
    for period in periods:
        made.add_column(Text(period.replace("-", "\n")), justify="right", min_width=_PERIOD - 1, no_wrap=True)
    for name, row in rows:
        shown = [row.counts.get(period, 0) for period in periods]
        counts = (row.total, row.undated, row.total - row.undated - sum(shown), *shown)
        style = "bold" if row is found.totals else ""
        made.add_row(text(name, style), *(text(f"{count:,}" if count else "·", style if count else "dim") for count in counts))
    return made


def _name(row: Row, lang: str) -> str:
    """The place and its province; of units of one name see `_told_apart`."""
    if not row.place:
        return message(lang, "coverage.nowhere" if row.nowhere else "coverage.all")
    return " · ".join(dict.fromkeys((row.place.label, *([row.province.label] if row.province else []))))


def _told_apart(row: Row, names: Mapping[str, int], lang: str) -> str:
    """The name of a row, with the days of its unit where another one has the same."""
    name = _name(row, lang)
    if names[name] < 2 or not row.place:
        return name
    values = {value.name: value.value for value in row.place.properties}
    for key, day in (("where.until", values.get("validTo")), ("where.since", values.get("validFrom"))):
        if day:
            return f"{name} ({message(lang, key, day=day)})"
    return name


def _csv_row(row: Row, found: Coverage, *, total: bool) -> dict[str, object]:
    counts = {period: row.counts.get(period, 0) for period in found.periods}
    return {
        "place": row.place.iri if row.place else "",
        "label": row.place.label if row.place else "*" if total else "",
        "province": row.province.label if row.province else "",
        "total": row.total,
        "reprints": row.reprints,
        "undated": row.undated,
    } | counts


def _as_json(row: Row, found: Coverage) -> object:
    return {"all": row is found.totals} | plain(row)
