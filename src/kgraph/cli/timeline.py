"""`kgraph timeline`: dated events and documents in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
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
    shown_day,
    tell_searched,
    words_of,
    write_csv,
    write_json,
)
from kgraph.cli.arguments import GRAPH, GraphFile
from kgraph.cli.messages import message
from kgraph.cli.pictures import check_picture, draw_timeline_into
from kgraph.cli.terminal import text, write_page
from kgraph.errors import NothingMatched, Refused

if TYPE_CHECKING:
    from rich.table import Table

    from kgraph.analysis.timelines import Moment, Timeline
    from kgraph.analysis.whole import Whole
    from kgraph.cli.description import Words

_COLUMNS = (
    "kind", "iri", "label", "day", "first", "last", "by", "units", "articles", "relation",
    "quote", "article", "published", "begin", "end", "url", "rule", "statements",
)  # fmt: skip
_STYLES = {"event": "cyan", "document": "magenta"}


def timeline(
    ctx: typer.Context,
    graph: GraphFile = GRAPH,
    place: Annotated[str, typer.Option("--place", help="Only of this place and what is in it.", show_default=False)] = "",
    person: Annotated[str, typer.Option("--person", help="Only what this person took part in.", show_default=False)] = "",
    campaign: Annotated[str, typer.Option("--campaign", help="Only what belongs to this campaign.", show_default=False)] = "",
    first: Annotated[str, typer.Option("--from", metavar="DAY", help="Not before this day, month or year.", show_default=False)] = "",
    last: Annotated[str, typer.Option("--to", metavar="DAY", help="Not after it.", show_default=False)] = "",
    limit: Annotated[int, typer.Option(min=1, help="At most so many in the table.")] = 100,
    format: AnswerFormat = "table",
    plot: Annotated[Path | None, typer.Option(help="Also draw it into this .svg or .png file.", show_default=False)] = None,
) -> None:
    """Show events and documents in the order of their days, all of them or those of a place, a person, a campaign.

    A month or a year stands where it begins. What has no day is counted at the end, and listed in csv and json. The day is that of the
    event or of issue, never that of publication. Exit code 1 if nothing fits.

    Example: kgraph timeline --place "quan dong da" --from 2024-03
    """
    from kgraph.analysis.dossier import PEOPLE
    from kgraph.analysis.timelines import read_timeline

    begin, end = _bound(first, ctx.obj, end=False), _bound(last, ctx.obj, end=True)
    check_picture(plot)
    whole = read(graph)
    found = read_timeline(
        whole,
        place=only(whole, place, ("AdministrativeUnit",), ctx.obj).iri if place else "",
        person=only(whole, person, PEOPLE, ctx.obj).iri if person else "",
        campaign=only(whole, campaign, ("Campaign",), ctx.obj).iri if campaign else "",
        first=begin,
        last=end,
    )
    if format != "table" or not (found.moments or found.undated):
        tell_searched(whole, ctx.obj)
    if not (found.moments or found.undated):
        raise NothingMatched(message(ctx.obj, "timeline.nothing", count=found.outside), mend=message(ctx.obj, "timeline.mend"))
    if plot:
        draw_timeline_into(plot, found, words_of(whole, ctx.obj))
    if format == "json":
        write_json(_as_json(whole, found))
    elif format == "csv":
        write_csv(_COLUMNS, (_row(whole, moment) for moment in (*found.moments, *found.undated)))
    else:
        write_page(*_page(whole, found, limit, words_of(whole, ctx.obj)))


def _bound(given: str, lang: str, *, end: bool) -> str:
    """The first or last day of what was given: a day, a month, a year."""
    from kgraph.analysis.when import of_edtf

    days = of_edtf(given)
    if given and not days.first:
        raise Refused(message(lang, "who.no_such_day", day=given), mend=message(lang, "timeline.day_mend"))
    return days.last if end else days.first


def _page(whole: Whole, found: Timeline, limit: int, words: Words) -> Iterator[Any]:
    for year, moments in groupby(found.moments[:limit], key=lambda moment: moment.when.first[:4]):
        yield text(year, "bold")
        yield _grid(whole, moments, words)
        yield text("")
    if (more := len(found.moments) - limit) > 0:
        yield text(message(words.lang, "timeline.more", more=more), "dim")
    counts = {"dated": len(found.moments), "undated": len(found.undated), "outside": found.outside}
    yield text(message(words.lang, "timeline.counts", **counts))
    yield text(searched(whole, words.lang), "dim")


def _grid(whole: Whole, moments: Iterable[Moment], words: Words) -> Table:
    """Days on the left, what was on them on the right, also where lines are broken."""
    from rich.console import Group
    from rich.table import Table

    made = Table.grid(padding=(0, 0, 0, 2))
    made.add_column(no_wrap=True)
    made.add_column()
    for moment in moments:
        by = "; ".join(body.label for body in moment.by)
        count = message(words.lang, "who.articles", count=moment.articles)
        details = " · ".join(part for part in (by, ", ".join(unit.label for unit in moment.units), count) if part)
        name = text(moment.entity.label, _STYLES[moment.kind])
        told = Group(name, text(details, "dim"), *sentences(_evidence(whole, moment), words))
        made.add_row(text(shown_day(moment.when, words.lang)), told)
    return made


def _evidence(whole: Whole, moment: Moment) -> Any:
    return whole.statements(*moment.triple) if moment.triple else ()


def _row(whole: Whole, moment: Moment) -> dict[str, object]:
    return {
        "kind": moment.kind,
        "iri": moment.entity.iri,
        "label": moment.entity.label,
        "day": moment.when.shown,
        "first": moment.when.first,
        "last": moment.when.last,
        "by": "; ".join(body.label for body in moment.by),
        "units": "; ".join(unit.label for unit in moment.units),
        "articles": moment.articles,
        "relation": moment.triple[1] if moment.triple else "",
    } | first_sentence(_evidence(whole, moment))


def _as_json(whole: Whole, found: Timeline) -> dict[str, object]:
    def with_evidence(moment: Moment) -> object:
        return plain(moment) | {"evidence": plain(_evidence(whole, moment))}

    return {
        "moments": [with_evidence(moment) for moment in found.moments],
        "undated": [with_evidence(moment) for moment in found.undated],
        "outside": found.outside,
    }
