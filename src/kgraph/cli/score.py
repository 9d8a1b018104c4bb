"""`kgraph score`: how good a graph is against facts that people have read, what changed, and whether it is as good as ever."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from kgraph.cli.arguments import GRAPH, GraphFile
from kgraph.cli.records import json_text
from kgraph.cli.terminal import say, table, write_data, write_file, write_page

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
    save: Annotated[Path | None, typer.Option(help="Keep every right, missed and wrong fact in a file.", show_default=False)] = None,
    since: Annotated[Path | None, typer.Option(help="List what was won and lost since a kept file, first.", show_default=False)] = None,
    floors: Annotated[Path | None, typer.Option(help="A TOML file with the F1 that each class must reach.", show_default=False)] = None,
    raise_floors: Annotated[Path | None, typer.Option(help="Raise the floors of such a file to these figures.", show_default=False)] = None,
    format: Annotated[Literal["table", "json"], typer.Option("--format", "-f", help="Of the figures.")] = "table",
) -> None:
    """Compare a graph with gold facts: precision, recall and F1 per class of fact, and how the evidence stands.

    Exit code 1 if the graph lacks an article, with --articles if a quote is not exact or a stated fact has no evidence, and with --floors
    if a class is below its floor or the floors are of other gold. No floor is ever lowered.
    """
    from kgraph.scoring import score as score_graph

    report = score_graph(graph, gold, articles=articles)
    if errors:
        write_data("\t".join(error) + "\n" for error in sorted((*report.errors, *report.uncounted)))
    if since:
        _tell_changes(ctx, report, since)
    if format == "json":
        write_data([json_text(report.as_json())])
    else:
        write_page(_figures(report))
    _tell_rest(ctx, report)
    _keep(ctx, report, save, raise_floors)
    high = not floors or _is_high(ctx, report, floors)
    raise typer.Exit(0 if report.sound and high else 1)


def _tell_changes(ctx: typer.Context, report: ScoreReport, path: Path) -> None:
    """Every fact that was won or lost, that is newly wrong or no longer, one a line; how many on stderr."""
    from collections import Counter

    from kgraph.scoring import changes, read_run, read_run_file, run_json

    before, now = read_run_file(path), read_run(run_json(report))
    found = list(changes(before, now))
    write_data("\t".join((change, *item)) + "\n" for change, item in found)
    counts = Counter(change for change, _ in found)
    say(ctx, "score.since", **{name: counts[name] for name in ("won", "lost", "wrong", "mended")})
    if before.gold_sha256 != now.gold_sha256:
        say(ctx, "score.other_gold")


def _tell_rest(ctx: typer.Context, report: ScoreReport) -> None:
    if report.uncounted:
        say(ctx, "score.uncounted", count=len(report.uncounted))
    if found := report.grounding:
        say(ctx, "score.quotes", exact=found.quotes_exact, naming=found.quotes_naming, all=found.statements)
        say(ctx, "score.evidence", shown=found.with_evidence, all=found.stated_triples)
        if found.withheld:
            say(ctx, "score.withheld", count=found.withheld)
    if report.missing:
        say(ctx, "score.missing", articles=", ".join(report.missing))


def _keep(ctx: typer.Context, report: ScoreReport, save: Path | None, raise_floors: Path | None) -> None:
    """Writes what the user wants kept."""
    from kgraph.outputs import replace_whole
    from kgraph.scoring import check_gold, raised, read_floors, run_json

    if save:
        replace_whole(save, lambda path: write_file(path, [run_json(report)]))
    if raise_floors:
        check_gold(report, read_floors(raise_floors), where=raise_floors)
        text = raised(raise_floors.read_text(encoding="utf-8"), report)
        replace_whole(raise_floors, lambda path: write_file(path, [text]))
        say(ctx, "score.raised", where=raise_floors)


def _is_high(ctx: typer.Context, report: ScoreReport, path: Path) -> bool:
    """Whether every class reaches its floor; each that does not is told."""
    from kgraph.scoring import below, check_gold, read_floors

    floors = read_floors(path)
    check_gold(report, floors, where=path)
    low = list(below(report, floors))
    for name, f1, floor in low:
        say(ctx, "score.below", name=name, f1=f1, floor=floor)
    return not low


def _figures(report: ScoreReport) -> Table:
    rows = [
        (name, f"{row.precision:.3f}", f"{row.recall:.3f}", f"{row.f1:.3f}", row.gold, row.found) for name, row in report.figures.items()
    ]
    return table(("class", "P", "R", "F1", "gold", "found"), rows, numbers=True)
