"""`kgraph audit`: what a corpus says of the rules and the words, and what they miss there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kgraph.cli.arguments import STDOUT, Sources
from kgraph.cli.messages import message
from kgraph.cli.records import json_text
from kgraph.cli.terminal import counting, say, write_data, write_file, write_page
from kgraph.errors import NothingMatched, NothingUsable

if TYPE_CHECKING:
    from kgraph.audit import AuditReport
    from kgraph.model import Article

_MANY = 50


def audit(
    ctx: typer.Context,
    sources: Sources,
    rule: Annotated[str | None, typer.Option(help="Only this rule, by its id.", show_default=False)] = None,
    entry: Annotated[
        str | None, typer.Option(help="Only this entry of the lexicon, by kind/id, with each of its forms.", show_default=False)
    ] = None,
    examples: Annotated[
        int | None,
        typer.Option(min=0, help="So many random examples of each; default: 10, or 50 of one rule or entry.", show_default=False),
    ] = None,
    limit: Annotated[int, typer.Option(min=1, help="So many of the most frequent rows of each section.")] = 20,
    seed: Annotated[int, typer.Option(help="Another seed gives other examples; the same one always the same.")] = 0,
    json_file: Annotated[
        Path | None, typer.Option("--json", metavar="FILE", help="Write everything as JSON instead; - is stdout.", show_default=False)
    ] = None,
    csv_folder: Annotated[
        Path | None, typer.Option("--csv", metavar="DIR", help="Write everything as CSV tables into a folder instead.", show_default=False)
    ] = None,
) -> None:
    """Read articles and count how often each rule and each word of the lexicon was at work, with random examples, and what none took:
    names near titles without a post, numbers that look like those of documents, dates that were not read.

    A working list for whoever writes the rules, not a result: a candidate may be anybody. Sentences that name a private person are not
    shown. CSV holds values as they are. Exit code 1 if the rule was not at work or there is no such entry, 3 if some input was refused.
    """
    from kgraph.audit import audit as audit_articles
    from kgraph.cli.audit_page import entry_page, page, rule_page
    from kgraph.extract import open_extractor

    refused = [0]
    wanted = examples if examples is not None else _MANY if rule or entry else 10
    with counting(ctx, "build.progress") as progress:
        report = audit_articles(_articles(ctx, sources, refused), open_extractor(), examples=wanted, seed=seed, progress=progress)
    if not report.articles:
        raise NothingUsable(message(ctx.obj, "audit.nothing"))
    if (rule and rule not in report.rules) or (entry and entry not in report.entries):
        raise NothingMatched(message(ctx.obj, "audit.no_such", name=rule or entry), mend=message(ctx.obj, "audit.mend"))
    if json_file or csv_folder:
        _write(report, json_file, csv_folder)
    elif rule or entry:
        write_page(*(rule_page(report, rule, ctx.obj) if rule else ()), *(entry_page(report, entry, ctx.obj) if entry else ()))
    else:
        write_page(*page(report, ctx.obj, limit=limit))
    raise typer.Exit(3 if refused[0] else 0)


def _articles(ctx: typer.Context, sources: list[str], refused: list[int]) -> Iterator[Article]:
    """The articles of the sources; what is not read is told and counted."""
    from kgraph.model import Article
    from kgraph.sources import Refusal, read_sources

    for reading in read_sources(sources):
        if isinstance(reading, Article):
            yield reading
        elif isinstance(reading, Refusal):
            refused[0] += 1
            say(ctx, "build.refused", place=reading.place, code=reading.code, what=reading.message)


def _write(report: AuditReport, json_file: Path | None, csv_folder: Path | None) -> None:
    from kgraph.audit import write_tables
    from kgraph.outputs import replace_whole

    if csv_folder:
        write_tables(report, csv_folder)
    if json_file:
        lines = [json_text(report.as_json())]
        if json_file == STDOUT:
            write_data(lines)
        else:
            replace_whole(json_file, lambda path: write_file(path, lines))
