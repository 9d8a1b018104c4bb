"""`kgraph diffusion`: which units carried out a document or campaign, in which order and after how long."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from kgraph.cli.arguments import GRAPH, GraphFile
from kgraph.cli.codebook import codebook
from kgraph.cli.messages import message
from kgraph.cli.records import Record, cell, csv_records, json_text
from kgraph.cli.spread_plot import basis_words, plot_spread
from kgraph.cli.terminal import say, table, text, write_data, write_page
from kgraph.errors import KgraphError, NothingMatched, Refused

if TYPE_CHECKING:
    from kgraph.analysis.adoption import Item
    from kgraph.analysis.diffusion import Adoption, Diffusion
    from kgraph.analysis.entities import Entity
    from kgraph.store.graph import Graph

Level = Literal["province", "district", "commune"]
Table = Literal["units", "lags", "risks", "codebook"]

# What a reader sees: a column of the records and the message that heads it.
_SHOWN = {
    "units": {
        "order": "order",
        "label": "unit",
        "province_label": "seat",
        "event_day": "day",
        "lag": "lag",
        "group": "group",
        "item_label": "item",
        "quote": "quote",
    },
    "lags": {
        "level": "level",
        "province_label": "seat",
        "units": "units",
        "dated": "dated",
        "least": "least",
        "first_quartile": "first_quartile",
        "median": "median",
        "third_quartile": "third_quartile",
        "most": "most",
    },
    "risks": {
        "unit_label": "unit",
        "province_label": "seat",
        "risk_start": "risk_start",
        "event": "event",
        "event_day": "day",
        "days_at_risk": "days_at_risk",
        "censored_reason": "reason",
        "articles_within": "articles",
    },
}
# Values that have words in the user's language.
_WORDS = {
    "province": "province",
    "district": "district",
    "commune": "commune",
    "leader": "leader",
    "middle": "middle",
    "follower": "follower",
    "end-of-corpus": "end_of_corpus",
    "end-of-window": "end_of_window",
    "end-of-unit": "end_of_unit",
}


def diffusion(
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME", help="A document's number, a campaign's name, or an IRI.", show_default=False)],
    show: Annotated[Table, typer.Option(help="Which table.")] = "units",
    level: Annotated[Level | None, typer.Option(help="Only units of this level.", show_default=False)] = None,
    direct: Annotated[bool, typer.Option("--direct", help="Leave out what comes by way of other documents.")] = False,
    since: Annotated[str, typer.Option(metavar="DAY", help="Count from this day (YYYY-MM-DD), not from that of issue.")] = "",
    until: Annotated[str, typer.Option(metavar="DAY", help="In risks: watch to this day, not to that of the last article.")] = "",
    graph: GraphFile = GRAPH,
    format: Annotated[Literal["table", "csv", "json"], typer.Option("--format", "-f")] = "table",
    plot: Annotated[Path | None, typer.Option(help="Also draw the spread into this .svg or .png file.", show_default=False)] = None,
) -> None:
    """Show how a document or campaign spread: the first document or event of each unit that carries it out, with its day and sentence.

    Tables: units (in order of their days), lags (median and quartiles in days, by level and province), risks (one row for each unit in
    reach, acted or not, for models of durations) and codebook (the columns of risks). What is not attested in the articles is not known: a
    unit that is missing has not been seen to act, which is not the same as having done nothing. Example: kgraph diffusion 284-KH/TU.
    Exit code 1 if the name fits nothing, or nothing is attested.
    """
    from kgraph.analysis.diffusion import lags_of, read_diffusion
    from kgraph.analysis.survival import at_risk, read_risks
    from kgraph.analysis.watching import read_searched
    from kgraph.store.graph import Graph

    if plot:
        from kgraph.plots.canvas import checked_suffix

        checked_suffix(plot)
    loaded = Graph.load(graph)
    target = _target(ctx, loaded, name)
    found = read_diffusion(loaded, target, direct=direct, since=_day(since))
    adoptions = tuple(adoption for adoption in found.adoptions if level in (None, adoption.level))
    if not adoptions:
        raise NothingMatched(message(ctx.obj, "diffusion.nothing", name=target.label), mend=message(ctx.obj, "diffusion.mend"))
    searched = read_searched(loaded)
    records: list[Record]
    match show:
        case "units":
            records = [_adoption(adoption) for adoption in adoptions]
        case "lags":
            records = [asdict(lags) for lags in lags_of(adoptions)]
        case "risks":
            risks = [risk for risk in read_risks(loaded, found, until=_day(until)).rows if level in (None, risk.level)]
            records = [asdict(risk) for risk in risks]
            say(ctx, "diffusion.at_risk", **at_risk(risks))
        case "codebook":
            records = [*codebook(ctx.obj)]
    _write(records, show, format, found, ctx.obj)
    if plot:
        plot_spread(plot, found, adoptions, end=searched.last, lang=ctx.obj)
    say(ctx, "diffusion.searched", articles=searched.articles, undated=searched.undated)
    if passed := found.planned + found.placeless + found.before:
        say(ctx, "diffusion.passed", passed=passed, planned=found.planned, placeless=found.placeless, before=found.before)


def _target(ctx: typer.Context, graph: Graph, name: str) -> Entity:
    """The one document or campaign that the name fits."""
    from kgraph.analysis.entities import read_classes, read_entities
    from kgraph.analysis.finding import find

    kinds = {iri: class_name for iri, class_name in read_classes(graph).items() if class_name in ("Directive", "Campaign")}
    found = find(read_entities(graph, kinds).values(), name)
    if not found:
        raise NothingMatched(message(ctx.obj, "show.nothing", name=name), mend=message(ctx.obj, "show.mend"))
    if len(found) > 1:
        keys = ", ".join(entity.iri.rpartition("/id/")[2] for entity in found[:9])
        raise KgraphError(message(ctx.obj, "diffusion.several", name=name, keys=keys), mend=message(ctx.obj, "diffusion.which"))
    return found[0]


def _day(words: str) -> str:
    from datetime import date

    try:
        return date.fromisoformat(words).isoformat() if words else ""
    except ValueError as error:
        raise Refused("not a day", where=words, mend="write it as 2024-03-19") from error


def _adoption(adoption: Adoption) -> Record:
    item = adoption.item
    return {
        "order": adoption.order or None,
        "unit": adoption.unit,
        "label": adoption.label,
        "level": adoption.level,
        "province": adoption.province,
        "province_label": adoption.province_label,
        "event_day": item.day,
        "event_from": item.earliest,
        "event_to": item.by,
        "lag": adoption.lag,
        "group": adoption.group,
        "steps": item.steps,
        "items": adoption.items,
        "item": item.iri,
        "item_label": item.label,
        "item_class": item.class_name,
        "above": item.above,
        **_evidence(item),
    }


def _evidence(item: Item) -> dict[str, object]:
    """The first sentence: the quote, and the article that holds it; of a derived fact the first that it rests on."""
    shown = [ground for statement in item.evidence for ground in (statement, *statement.rests_on) if ground.source]
    first = next((statement for statement in shown if statement.quote), shown[0] if shown else None)
    if first is None or first.source is None:
        return {"quote": "", "article": "", "published": "", "url": ""}
    return {"quote": first.quote, "article": first.source.id, "published": first.source.published, "url": first.source.url}


def _write(records: list[Record], show: Table, format: str, found: Diffusion, lang: str) -> None:
    if format == "json":
        head = {"target": found.target.iri, "label": found.target.label, "start": found.start, "basis": found.basis}
        write_data([json_text({**head, show: records})])
    elif format == "csv":
        write_data(csv_records(records[0] if records else (), records))
    else:
        write_page(*_page(records, show, found, lang))


def _page(records: list[Record], show: Table, found: Diffusion, lang: str) -> list[Any]:
    def word(name: str, **values: object) -> str:
        return message(lang, f"diffusion.{name}", **values)

    if show == "codebook":
        return [table(("", "", ""), (record.values() for record in records))]
    columns = _SHOWN[show]
    rows = [[_said(record, column, word) for column in columns] for record in records]
    return [
        text(found.target.label, "bold"),
        text(basis_words(found, lang)),
        table([word(head) for head in columns.values()], rows),
        text(word("note"), "dim"),
    ]


def _said(record: Record, column: str, word: Any) -> str:
    """A cell; words for levels, groups and reasons, and for a day that is not known the last it can have been."""
    value = record[column]
    if column == "event_day" and not value and record.get("event_to"):
        return str(word("by", day=record["event_to"]))
    if column == "province_label" and not value:
        return str(word("everywhere"))
    if value in _WORDS:
        return str(word(_WORDS[str(value)]))
    return cell(value)
