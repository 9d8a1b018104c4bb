"""`kgraph check`: is a graph sound?"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from kgraph.cli.arguments import GRAPH, graph_file
from kgraph.cli.messages import message
from kgraph.cli.records import json_text
from kgraph.cli.terminal import indented, say, text, write_data, write_page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.shacl.report import Case, Group

_STYLES = {"violation": "bold red", "warning": "bold yellow"}
_DOUBTS = {"count-mismatch": "check.miscount", "impossible-date": "check.impossible"}


def check(
    ctx: typer.Context,
    graph: Annotated[Path, typer.Argument(metavar="[GRAPH]", help="A graph.nq, or the folder of a build.")] = GRAPH,
    limit: Annotated[int, typer.Option(min=1, help="At most so many cases of each constraint.")] = 100,
    fail_on: Annotated[
        Literal["violation", "warning", "never"], typer.Option("--fail-on", help="What makes the exit code 1.")
    ] = "violation",
    format: Annotated[Literal["table", "json"], typer.Option("--format", "-f")] = "table",
) -> None:
    """Check a graph against the shapes of the ontology (SHACL): what must not be in it, and what a person should look at.

    A violation is a fault of the graph; a warning is a place where sources or rules disagree. Each is shown under the constraint it
    fails, with the name of the thing and the sentence. Doubts of the articles themselves (a number that its list does not bear out, a day
    that does not exist) are read from the issues.jsonl beside the graph. Exit code 1 if there are violations (--fail-on warning: or
    warnings); doubts never change it.
    """
    from kgraph.shacl.checking import check_graph
    from kgraph.shacl.report import grouped

    file = graph_file(graph)
    failures = check_graph(file)
    groups = grouped(failures, file, limit=limit) if failures else []
    groups += _doubts(file.with_name("issues.jsonl"), limit)
    if format == "json":
        write_data([json_text([_as_json(group) for group in groups])])
    else:
        write_page(*(part for group in groups for part in _page(group, ctx.obj)))
    counts = {severity: sum(f.severity == severity for f in failures) for severity in ("violation", "warning")}
    say(ctx, "check.total", **counts)
    failing = {"violation": counts["violation"], "warning": len(failures), "never": 0}[fail_on]
    raise typer.Exit(1 if failing else 0)


def _doubts(issues: Path, limit: int) -> list[Group]:
    """What the articles of a build contradict themselves in, as groups beside those of the constraints; nothing without the file."""
    from kgraph.reports import read_issues
    from kgraph.shacl.report import Case, Group

    found: dict[str, list[Case]] = {}
    for issue in read_issues(issues, _DOUBTS) if issues.is_file() else ():
        found.setdefault(issue.code, []).append(Case(issue.article, "", f"{issue.message} ({issue.begin}–{issue.end})"))
    return [
        Group(code, "doubt", {lang: message(lang, _DOUBTS[code]) for lang in ("vi", "en")}, len(cases), tuple(cases[:limit]))
        for code, cases in sorted(found.items())
    ]


def _page(group: Group, lang: str) -> Iterator[Any]:
    severity = message(lang, f"check.{group.severity}")
    yield text(f"{severity} · {group.name} · {group.count}", _STYLES.get(group.severity, ""))
    yield indented(2, group.messages.get(lang, ""))
    for case in group.cases:
        yield indented(4, _line(case))
        if case.sentence and case.sentence.quote:
            source = case.sentence.source
            yield indented(6, f"“{case.sentence.quote}” ({source.id if source else ''})", "dim")
    if more := group.count - len(group.cases):
        yield indented(4, message(lang, "check.more", more=more))


def _line(case: Case) -> str:
    short = case.node.rpartition("/id/")[2] or case.node
    name = f"{case.label} [{short}]" if case.label else short
    return f"{name}: {case.value}" if case.value else name


def _as_json(group: Group) -> dict[str, Any]:
    return {
        "constraint": group.name,
        "severity": group.severity,
        "messages": dict(group.messages),
        "count": group.count,
        "cases": [
            {
                "node": case.node,
                "label": case.label,
                "value": case.value,
                "sentence": case.sentence.quote if case.sentence else "",
                "article": case.sentence.source.id if case.sentence and case.sentence.source else "",
            }
            for case in group.cases
        ],
    }
