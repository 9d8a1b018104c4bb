"""Answers to SPARQL as plain Python values."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TypeAlias

from kgraph.errors import LimitReached
from kgraph.store.query import Cell, Head, Limits, Row, Tail, Triple, answer

Value: TypeAlias = str | int | float | bool | date
Answer: TypeAlias = list[dict[str, Value]] | list[str] | bool

_XSD = "http://www.w3.org/2001/XMLSchema#"


def ask(path: Path, sparql: str, *, limit: int | None, timeout: float) -> Answer:
    """Rows of SELECT (unbound variables left out), the truth of ASK, or lines of N-Triples; LimitReached if cut without a `limit`."""
    limits = Limits(seconds=timeout, rows=limit) if limit else Limits(seconds=timeout)
    rows: list[dict[str, Value]] = []
    lines: list[str] = []
    kind = "select"
    for part in answer(path, sparql, limits=limits):
        match part:
            case Head(kind="ask", truth=truth):
                return bool(truth)
            case Head():
                kind = part.kind
            case Row(cells=cells):
                rows.append({name: value_of(cell) for name, cell in cells.items()})
            case Triple(line=line):
                lines.append(line)
            case Tail(truncated=True) if limit is None:
                raise LimitReached(f"more than {limits.rows} rows", mend="give a limit, or ask for less")
    return lines if kind == "graph" else rows


def value_of(cell: Cell) -> Value:
    """A term as a Python value: numbers, truths and days are such where they are well formed, all else is text.

    >>> value_of({"type": "literal", "value": "12", "datatype": "http://www.w3.org/2001/XMLSchema#integer"})
    12
    >>> value_of({"type": "literal", "value": "2024-03-19", "datatype": "http://www.w3.org/2001/XMLSchema#date"})
    datetime.date(2024, 3, 19)
    >>> value_of({"type": "literal", "value": "Quận ủy", "xml:lang": "vi"})
    'Quận ủy'
    """
    text = cell["value"]
    try:
        match cell.get("datatype", "").removeprefix(_XSD):
            case "integer":
                return int(text)
            case "decimal" | "double" | "float":
                return float(text)
            case "boolean":
                return text in ("true", "1")
            case "date":
                return date.fromisoformat(text)
    except ValueError:
        return text
    return text
