"""Rows and values as CSV and JSON: columns keep their English names in every language, empty cells are what is not known."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping

Record = Mapping[str, object]


def cell(value: object) -> str:
    """A value as text: whole numbers without a point, truth as 1 and 0, several values with a semicolon between.

    >>> [cell(value) for value in (None, 12.0, 0.5625, True, ("a", "b"), "x")]
    ['', '12', '0.5625', '1', 'a; b', 'x']
    """
    match value:
        case None:
            return ""
        case bool():
            return str(int(value))
        case float():
            return f"{value:.4f}".rstrip("0").rstrip(".")
        case tuple() | list():
            return "; ".join(map(cell, value))
        case _:
            return str(value)


def csv_line(values: Iterable[object]) -> str:
    r"""One record as RFC 4180 has it.

    >>> csv_line(["a", "b, c", None])
    'a,"b, c",\r\n'
    """
    line = io.StringIO()
    csv.writer(line).writerow(map(cell, values))
    return line.getvalue()


def csv_records(columns: Iterable[str], records: Iterable[Record]) -> Iterator[str]:
    r"""A header and one line for each record; what a record does not have is empty.

    >>> list(csv_records(["unit", "lag"], [{"unit": "a,b", "lag": 3, "more": 1}]))
    ['unit,lag\r\n', '"a,b",3\r\n']
    """
    names = list(columns)
    yield csv_line(names)
    yield from (csv_line(record.get(name) for name in names) for record in records)


def json_text(value: object) -> str:
    """A value as JSON with its Vietnamese letters, ending with a line end."""
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"
