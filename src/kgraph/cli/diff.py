"""`kgraph diff`: what changed between two builds."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kgraph.cli.answers import AnswerFormat, short, write_csv
from kgraph.cli.arguments import graph_file
from kgraph.cli.messages import message
from kgraph.cli.terminal import indented, table, text, write_data, write_page
from kgraph.errors import KgraphError

if TYPE_CHECKING:
    from kgraph.analysis.changes import Change
    from kgraph.cli.description import Words

_COLUMNS = ("kind", "subject", "class_name", "label", "relation", "before", "after", "origin")
_HEADINGS = {
    "merged": "diff.merged",
    "split": "diff.split",
    "entity-added": "diff.entity_added",
    "entity-removed": "diff.entity_removed",
    "fact-added": "diff.fact_added",
    "fact-removed": "diff.fact_removed",
    "fact-changed": "diff.fact_changed",
}
_STYLES = {"entity-added": "green", "fact-added": "green", "entity-removed": "red", "fact-removed": "red"}


def diff(
    ctx: typer.Context,
    old: Annotated[Path, typer.Argument(metavar="OLD", help="graph.nq of one build, or its folder.", show_default=False)],
    new: Annotated[Path, typer.Argument(metavar="NEW", help="That of a later one.", show_default=False)],
    background: Annotated[bool, typer.Option("--background", help="Also what no article tells: background and what rules add.")] = False,
    limit: Annotated[int, typer.Option(min=1, help="At most so many of a kind in the table.")] = 10,
    exit_code: Annotated[bool, typer.Option("--exit-code", help="End with 1 if anything changed.")] = False,
    format: AnswerFormat = "table",
) -> None:
    """Show what changed between two builds: things and facts that came, went or changed, and things that became one or two.

    Statements are not compared, only what is said: that one more article tells a fact is no change. Both files are read side by side, line
    by line, so builds of any size can be compared.

    Example: kgraph diff old/graph.nq exports/graph.nq
    """
    from kgraph.analysis.changes import read_changes

    old, new = _file(old, ctx.obj), _file(new, ctx.obj)
    counts: Counter[tuple[str, str]] = Counter()
    told = (one for one in read_changes(lambda: _lines(old), lambda: _lines(new)) if background or one.origin in ("", "article"))
    changes = _counted(told, counts)
    if format == "csv":
        write_csv(_COLUMNS, (asdict(change) for change in changes))
    elif format == "json":
        write_data(_json(changes))
    else:
        _write(changes, counts, limit, ctx.obj)
    if exit_code and counts:
        raise typer.Exit(1)


def _file(given: Path, lang: str) -> Path:
    path = graph_file(given)
    if not path.is_file():
        raise KgraphError(message(lang, "why.no_cards", file=path), mend=message(lang, "diff.mend"))
    return path


def _lines(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        yield from file


def _counted(changes: Iterable[Change], counts: Counter[tuple[str, str]]) -> Iterator[Change]:
    for change in changes:
        counts[change.kind, change.relation or change.class_name] += 1
        yield change


def _json(changes: Iterable[Change]) -> Iterator[str]:
    yield "["
    for number, change in enumerate(changes):
        yield (",\n" if number else "\n") + json.dumps(asdict(change), ensure_ascii=False)
    yield "\n]\n"


def _write(changes: Iterable[Change], counts: Counter[tuple[str, str]], limit: int, lang: str) -> None:
    """The first changes of each kind under their number; no more of them than are shown are held."""
    from kgraph.analysis.changes import KINDS
    from kgraph.cli.description import Words
    from kgraph.store.labels import term_labels

    kept: dict[str, list[Change]] = defaultdict(list)
    for change in changes:
        if len(kept[change.kind]) < limit:
            kept[change.kind].append(change)
    if not counts:
        write_page(text(message(lang, "diff.none")))
        return
    words = Words(lang, term_labels(lang), {})
    for kind in (kind for kind in KINDS if kept[kind]):
        number = sum(count for (one, _), count in counts.items() if one == kind)
        write_page(text(_heading(kind, lang, number), "bold"), *_page(kept[kind], words))
        if (more := number - len(kept[kind])) > 0:
            write_page(indented(2, message(lang, "diff.more", more=more), "dim"))
        write_page(text(""))
    rows = ((f"{_heading(kind, lang)} · {words.term(what)}", f"{count:,}") for (kind, what), count in _ordered(counts))
    write_page(table([message(lang, f"diff.{head}") for head in ("change", "number")], rows, numbers=True))


def _heading(kind: str, lang: str, count: int | None = None) -> str:
    """What a kind of change is called, with its number."""
    name = message(lang, _HEADINGS[kind])
    return name if count is None else f"{name}: {count:,}"


def _ordered(counts: Counter[tuple[str, str]]) -> list[tuple[tuple[str, str], int]]:
    from kgraph.analysis.changes import KINDS

    order: tuple[str, ...] = KINDS
    return sorted(counts.items(), key=lambda item: (order.index(item[0][0]), -item[1], item[0][1]))


def _page(changes: Iterable[Change], words: Words) -> Iterator[Any]:
    for change in changes:
        style = _STYLES.get(change.kind, "yellow")
        yield indented(2, f"{change.label} · {words.term(change.class_name)}", style)
        yield indented(4, _told(change, words), "dim")


def _told(change: Change, words: Words) -> str:
    """What changed, in one line."""
    before, after = short(change.before), short(change.after)
    if not change.relation:
        return f"{before} → {after}" if before else short(change.subject)
    relation = words.term(change.relation)
    match change.kind:
        case "fact-added":
            return f"+ {relation}: {after}"
        case "fact-removed":
            return f"− {relation}: {before}"
        case _:
            return f"{relation}: {before} → {after}"
