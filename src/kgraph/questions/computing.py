"""Columns that follow from other columns, and the order of the rows: the same whatever engine found them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from statistics import median

from kgraph.questions.question import Question
from kgraph.store.cells import Cell
from kgraph.terms import XSD
from kgraph.text import ascii_label

Row = dict[str, Cell]


def in_order(question: Question, rows: Sequence[Mapping[str, Cell]], labels: Mapping[str, str]) -> list[Row]:
    """The rows with their computed columns, in the order of the question, else in that of its columns."""
    made: list[Row] = [dict(row) for row in rows]
    for name, column in question.head.columns.items():
        if column.days:
            _set(made, name, [_days(row.get(column.days[0]), row.get(column.days[1])) for row in made])
        if column.rows:
            alike = _groups(made, column.by)
            _set(made, name, [str(len(alike[_key(row, column.by)])) for row in made])
        if column.median:
            alike = _groups(made, column.by)
            values = {key: [float(row[column.median]["value"]) for row in group if column.median in row] for key, group in alike.items()}
            _set(made, name, [_number(median(found)) if (found := values[_key(row, column.by)]) else None for row in made])
    keys = (*question.head.order, *question.head.columns)
    every = sorted({name for row in made for name in row})
    return sorted(made, key=lambda row: [_place(row.get(name), labels) for name in (*keys, *every)])


def _set(rows: Sequence[Row], name: str, values: Sequence[str | None]) -> None:
    for row, value in zip(rows, values, strict=True):
        if value is not None:
            row[name] = {"type": "literal", "value": value, "datatype": XSD + ("decimal" if "." in value else "integer")}


def _days(earlier: Cell | None, later: Cell | None) -> str | None:
    """Days from one date to another; none where one is not a full date.

    >>> _days({"value": "2024-11-29"}, {"value": "2024-12-11"}), _days({"value": "2024"}, {"value": "2024-12-11"})
    ('12', None)
    """
    try:
        return str((date.fromisoformat(later["value"]) - date.fromisoformat(earlier["value"])).days) if earlier and later else None
    except ValueError:
        return None


def _number(value: float) -> str:
    return str(int(value)) if value == int(value) else f"{value:.1f}"


def _groups(rows: Sequence[Row], by: Sequence[str]) -> Mapping[tuple[str, ...], list[Row]]:
    found: dict[tuple[str, ...], list[Row]] = defaultdict(list)
    for row in rows:
        found[_key(row, by)].append(row)
    return found


def _key(row: Mapping[str, Cell], by: Sequence[str]) -> tuple[str, ...]:
    return tuple(row.get(name, {}).get("value", "") for name in by)


def _place(cell: Cell | None, labels: Mapping[str, str]) -> tuple[int, float, str, str]:
    """Where a cell stands: numbers by size, words by their letters before their marks, nothing last."""
    if cell is None:
        return (2, 0.0, "", "")
    if cell.get("datatype", "").startswith(XSD) and cell["datatype"].removeprefix(XSD) in ("integer", "decimal", "double"):
        return (0, float(cell["value"]), "", "")
    shown = labels.get(cell["value"], cell["value"])
    return (1, 0.0, f"{ascii_label(shown)} {shown}", cell["value"])
