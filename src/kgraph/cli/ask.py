"""`kgraph ask`: the questions people come with, answered with their sentences, or refused with the reason."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from kgraph.cli.arguments import GRAPH, GraphFile
from kgraph.cli.messages import message
from kgraph.cli.records import csv_line, json_text
from kgraph.cli.terminal import say, table, tell, text, write_data, write_page
from kgraph.errors import NothingMatched, Refused

if TYPE_CHECKING:
    from kgraph.questions.answering import Searched, Unanswerable
    from kgraph.questions.question import Question

Format = Literal["table", "csv", "json"]
_REASONS = ("unknown", "many", "never", "nowhere", "empty", "unsure")
"""Why a question is refused; each has its message."""


def ask(
    ctx: typer.Context,
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="[QUESTION]", help="Number or name of a question, or words to search them by.", show_default=False),
    ] = None,
    param: Annotated[
        list[str] | None,
        typer.Option("--param", "-p", metavar="NAME=VALUE", help="A parameter; names may be without accents.", show_default=False),
    ] = None,
    graph: GraphFile = GRAPH,
    format: Annotated[Format, typer.Option("--format", "-f")] = "table",
    evidence: Annotated[bool, typer.Option("--evidence", "-e", help="Show the sentence, article and date under each row.")] = False,
    confidence: Annotated[float, typer.Option(min=0, max=1, help="Leave out rows that rest only on less sure statements.")] = 0.0,
    sparql: Annotated[bool, typer.Option("--sparql", help="Show the query as it would run, and do not run it.")] = False,
    questions: Annotated[
        Path | None, typer.Option(help="A folder of questions of your own (NN-name.rq) instead of those shipped.", show_default=False)
    ] = None,
) -> None:
    """Ask one of the questions of ontology/questions: without a question all are listed.

    Parameters that are not given have their defaults: kgraph ask chain --param document=284-KH/TU. Every answer says how many articles
    were searched. What the graph cannot answer (a name it does not know, no article, nothing said) is refused with the reason, exit
    code 1, never answered by an empty table. CSV holds values as they are: a spreadsheet may take one for a formula.
    """
    from kgraph.questions.reading import load_questions

    known = load_questions(questions)
    question = " ".join(words or ())
    chosen = [one for one in known if question.strip().lstrip("0") == str(one.number) or question.strip() == one.name]
    if not chosen:
        _list(ctx, _matching(known, question), question, format)
        return
    _answer(ctx, chosen[0], _given(param or ()), graph, format, evidence, confidence, sparql)


def _given(param: Sequence[str]) -> dict[str, str]:
    """The parameters as written: name=value."""
    for one in param:
        if "=" not in one:
            raise Refused(f"not a parameter: {one}", mend="write --param name=value")
    return {name.strip(): value for name, _, value in (one.partition("=") for one in param)}


def _matching(known: Sequence[Question], words: str) -> list[Question]:
    """The questions in whose name and titles all the words stand, accents or not."""
    from kgraph.text import ascii_label

    wanted = ascii_label(words).split()
    texts = {one.number: ascii_label(f"{one.name} {one.head.vi} {one.head.en}") for one in known}
    return [one for one in known if all(word in texts[one.number] for word in wanted)]


def _list(ctx: typer.Context, found: Sequence[Question], words: str, format: Format) -> None:
    if not found:
        raise NothingMatched(message(ctx.obj, "ask.no_question", words=words), mend=message(ctx.obj, "ask.list"))
    if format == "json":
        write_data([json_text([_described(one) for one in found])])
        return
    heads: list[object] = [message(ctx.obj, f"ask.{name}") for name in ("number", "name", "question", "parameters")]
    rows: list[list[object]] = [[one.number, one.name, one.title(ctx.obj), _parameters(one)] for one in found]
    if format == "csv":
        write_data(map(csv_line, [heads, *rows]))
        return
    write_page(table(map(str, heads), rows))


def _parameters(question: Question) -> str:
    """Each parameter with its default."""
    parts = question.head.parameters.items()
    return ", ".join(name if one.optional else f"{name}={one.default}" if one.default is not None else f"{name}=…" for name, one in parts)


def _described(question: Question) -> dict[str, object]:
    head = question.head.model_dump(mode="json", include={"vi", "en", "parameters", "columns", "unanswerable"}, exclude_none=True)
    return {"number": question.number, "name": question.name, **head}


def _answer(
    ctx: typer.Context,
    question: Question,
    given: dict[str, str],
    graph: Path,
    format: Format,
    evidence: bool,
    confidence: float,
    sparql: bool,
) -> None:
    from kgraph.cli.asked import as_csv, as_json, as_table
    from kgraph.questions.answering import Unanswerable, answer, resolved
    from kgraph.questions.binding import bound
    from kgraph.store.graph import Graph

    loaded = Graph.load(graph)
    try:
        if sparql and question.query:
            write_data([bound(question.query, resolved(loaded.cells, question, given))])
            return
        grounds = evidence or format == "json"
        found = answer(loaded.cells, question, given, lang=ctx.obj, evidence=grounds, confidence=confidence)
    except Unanswerable as reason:
        if reason.searched:
            _searched(ctx, question, reason.searched, graph)
        raise NothingMatched(_reason(ctx.obj, reason), mend=None) from reason
    if format == "table":
        write_page(text(question.title(ctx.obj), "bold"), *as_table(found, ctx.obj, evidence=evidence))
    elif format == "csv":
        write_data(as_csv(found, ctx.obj, evidence=evidence))
    else:
        write_data([as_json(found, ctx.obj, _versions(graph), _unreadable(graph))])
    if question.head.note:
        tell(question.head.note.in_language(ctx.obj))
    if found.unsure:
        say(ctx, "ask.unsure_rows", count=found.unsure, confidence=f"{confidence:g}")
    _searched(ctx, question, found.searched, graph)


def _searched(ctx: typer.Context, question: Question, searched: Searched, graph: Path) -> None:
    """What was searched, on stderr: how many articles, undated, unreadable, of which days, and read with what."""
    window = f"{searched.first} – {searched.last}" if searched.first else "—"
    unreadable = _unreadable(graph)
    say(
        ctx,
        "ask.searched",
        articles=searched.articles,
        undated=searched.undated,
        window=window,
        unreadable="?" if unreadable is None else unreadable,
        speaking=searched.speaking,
        which=question.head.searched.in_language(ctx.obj),
    )
    if versions := _versions(graph):
        say(ctx, "ask.read_with", versions=", ".join(f"{name} {version}" for name, version in sorted(versions.items())))


def _reason(lang: str, refused: Unanswerable) -> str:
    assert refused.why in _REASONS
    said = refused.said.in_language(lang) if refused.said else ""
    return message(lang, f"ask.{refused.why}", said=said, name=refused.name, parameter=refused.parameter)


def _run(graph: Path) -> dict[str, dict[str, object]]:
    """What `run.json` beside the graph says of the build; nothing where there is none."""
    path = graph.parent / "run.json"
    try:
        read = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return read if isinstance(read, dict) else {}


def _versions(graph: Path) -> dict[str, str]:
    return {name: str(version) for name, version in _run(graph).get("versions", {}).items()}


def _unreadable(graph: Path) -> int | None:
    """How many inputs of the build could not be read; None where the graph came without its report."""
    count = _run(graph).get("counts", {}).get("quarantined")
    return count if isinstance(count, int) else None
