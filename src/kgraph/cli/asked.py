"""An answer as a table, as CSV, as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from kgraph.analysis.entities import local_name
from kgraph.cli.messages import message
from kgraph.cli.records import csv_line, json_text
from kgraph.cli.terminal import indented, table
from kgraph.questions.grounds import spoken

if TYPE_CHECKING:
    from rich.console import RenderableType

    from kgraph.analysis.evidence import Statement
    from kgraph.questions.answering import Answer, Found
    from kgraph.store.cells import Cell

_GROUNDS = ("quote", "article", "published", "confidence", "sentences")


def as_table(answer: Answer, lang: str, *, evidence: bool) -> Iterator[RenderableType]:
    """A table for people's eyes; with `evidence` each row stands alone, above its sentences."""
    heads = [column.en if lang == "en" else column.vi for column in answer.question.head.columns.values()]
    if not evidence:
        yield table(
            heads, ([shown(answer, name, row.cells.get(name), lang) for name in answer.question.head.columns] for row in answer.rows)
        )
        return
    for row in answer.rows:
        pairs = zip(heads, (shown(answer, name, row.cells.get(name), lang) for name in answer.question.head.columns), strict=True)
        yield indented(0, " · ".join(f"{head}: {value}" for head, value in pairs if value), "bold")
        if not row.evidence:
            yield indented(2, message(lang, "ask.no_sentence"), "dim")
        for said in spoken(row.evidence):
            yield indented(
                4, f"“{said.quote}”" if said.quote else message(lang, "ask.withheld" if said.withheld else "ask.no_sentence"), "italic"
            )
            yield indented(4, _cited(said), "dim")


def as_csv(answer: Answer, lang: str, *, evidence: bool) -> Iterator[str]:
    """One line for each row: what is shown and, of things, their IRIs; with `evidence` the first sentence and how many there are."""
    columns = answer.question.head.columns
    things = [name for name in columns if any(row.cells.get(name, {}).get("type") == "uri" for row in answer.rows)]
    yield csv_line([*columns, *(f"{name}_iri" for name in things), *(_GROUNDS if evidence else ())])
    for row in answer.rows:
        values = [shown(answer, name, row.cells.get(name), lang) for name in columns]
        iris = [row.cells.get(name, {}).get("value", "") for name in things]
        yield csv_line([*values, *iris, *(_first(row) if evidence else ())])


def as_json(answer: Answer, lang: str, versions: Mapping[str, str], unreadable: int | None) -> str:
    """Everything: the question, its parameters as resolved, what was searched, each row with its statements."""
    head = answer.question.head
    looked = answer.searched
    told: dict[str, Any] = {
        "question": {"number": answer.question.number, "name": answer.question.name, "title": answer.question.title(lang)},
        "parameters": {name: [cell["value"] for cell in cells] for name, cells in answer.values.items()},
        "columns": {name: column.en if lang == "en" else column.vi for name, column in head.columns.items()},
        "searched": {
            "articles": looked.articles,
            "undated": looked.undated,
            "unreadable": unreadable,
            "first": looked.first or None,
            "last": looked.last or None,
            "speaking": looked.speaking,
            "which": head.searched.in_language(lang),
        },
        "versions": dict(versions),
        "unsure": answer.unsure,
        "rows": [
            {
                **{name: _value(answer, name, row.cells[name], lang) for name in head.columns if name in row.cells},
                "evidence": [_ground(said) for said in spoken(row.evidence)],
            }
            for row in answer.rows
        ],
    }
    return json_text(told)


def shown(answer: Answer, name: str, cell: Cell | None, lang: str) -> str:
    """A cell for people: the word that the question has for it, else the label of a thing, else the value."""
    if cell is None:
        return ""
    words = answer.question.head.words.get(name, {})
    value = local_name(cell["value"]) if cell["type"] == "uri" else cell["value"]
    if value in words:
        return words[value].in_language(lang)
    return answer.labels.get(cell["value"], cell["value"]) if cell["type"] == "uri" else cell["value"]


def _value(answer: Answer, name: str, cell: Cell, lang: str) -> object:
    if cell["type"] == "uri":
        return {"iri": cell["value"], "label": shown(answer, name, cell, lang)}
    if cell.get("datatype", "").endswith("#integer"):
        return int(cell["value"])
    return shown(answer, name, cell, lang)


def _first(row: Found) -> list[object]:
    said = spoken(row.evidence)
    if not said:
        return ["", "", "", "", 0]
    first = said[0]
    source = first.source
    return [first.quote, source.id if source else "", source.published if source else "", first.confidence, len(said)]


def _ground(said: Statement) -> dict[str, object]:
    source = said.source
    return {
        "statement": said.iri,
        "quote": said.quote or None,
        "article": source.id if source else None,
        "published": (source.published or None) if source else None,
        "url": (source.url or None) if source else None,
        "begin": said.begin,
        "end": said.end,
        "rule": said.rule or None,
        "confidence": said.confidence,
    }


def _cited(said: Statement) -> str:
    source = said.source
    parts = (source.id, source.published, source.url) if source else ()
    return " · ".join(part for part in (*parts, said.rule, "" if said.confidence is None else f"{said.confidence:g}") if part)
