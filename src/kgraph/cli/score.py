"""`kgraph score`: how good a graph is against facts that people have read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from kgraph.cli.arguments import GRAPH, GraphFile
from kgraph.cli.terminal import say, table, write_data, write_page

if TYPE_CHECKING:
    from rich.table import Table

    from kgraph.scoring import ScoreReport


def score(
    ctx: typer.Context,
    gold: Annotated[Path, typer.Argument(metavar="[GOLD]", help="Folder of gold facts, one .json file per article.")] = Path(
        "tests/gold/seeds"
    ),
    graph: GraphFile = GRAPH,
    articles: Annotated[Path | None, typer.Option(help="Texts (folder or .jsonl): checks the quotes too.", show_default=False)] = None,
    errors: Annotated[bool, typer.Option("--errors", help="List every missed (-), wrong (+) and uncounted (~) item first.")] = False,
    format: Annotated[Literal["table", "json"], typer.Option("--format", "-f", help="Of the figures.")] = "table",
) -> None:
    """Compare a graph with gold facts: precision, recall and F1 per class of fact, and how the evidence stands.

    Exit code 1 if the graph lacks an article, or with --articles if a quote is not exact or a stated fact has no evidence.
    """
    from kgraph.scoring import score as score_graph

    report = score_graph(graph, gold, articles=articles)
    if errors:
        write_data("\t".join(error) + "\n" for error in sorted((*report.errors, *report.uncounted)))
    if format == "json":
        write_data([json.dumps(report.as_json(), ensure_ascii=False, indent=1) + "\n"])
    else:
        write_page(_figures(report))
    if report.uncounted:
        say(ctx, "score.uncounted", count=len(report.uncounted))
    if found := report.grounding:
        say(ctx, "score.quotes", exact=found.quotes_exact, naming=found.quotes_naming, all=found.statements)
        say(ctx, "score.evidence", shown=found.with_evidence, all=found.stated_triples)
    if report.missing:
        say(ctx, "score.missing", articles=", ".join(report.missing))
    raise typer.Exit(0 if report.sound else 1)


def _figures(report: ScoreReport) -> Table:
    rows = [
        (name, f"{row.precision:.3f}", f"{row.recall:.3f}", f"{row.f1:.3f}", row.gold, row.found) for name, row in report.figures.items()
    ]
    return table(("class", "P", "R", "F1", "gold", "found"), rows, numbers=True)
