"""Tables (CSV, TSV): one row is one article; the first row names the columns, `id`, `text` and others of `records.FIELDS`."""

from __future__ import annotations

import csv
import io
import sys
from collections import deque
from collections.abc import Iterator, Sequence
from typing import BinaryIO, cast

from kgraph.sources.decoding import is_utf16
from kgraph.sources.outcomes import Reading, Refusal, Unread
from kgraph.sources.records import FIELDS, admit_record

_PEEK = 4
TOO_LONG = "\0\n"
# A field may be as long as a text: the csv module's own limit is for the whole process and far below that.
csv.field_size_limit(min(sys.maxsize, 2**31 - 1))


def read_table(stream: BinaryIO, *, place: str, limit: int, separators: str = ",;\t") -> Iterator[Reading]:
    """The articles of a table, row by row; a bad row is refused alone, with the number of its first line.

    Columns stand in any order, other columns are ignored; quoting is that of RFC 4180, so that a field may hold line ends. `limit` is
    the size of a row. Of `separators` the one counts that the first row uses. Unread where the first row has no `text`, or neither
    `id` nor `url`.

    >>> rows = 'text,id\\n"Quận ủy họp, chiều.",a\\n,b\\n'.encode()
    >>> article, refusal = read_table(io.BytesIO(rows), place="tin.csv", limit=1000)
    >>> article.id, article.text, refusal.place, refusal.code
    ('a', 'Quận ủy họp, chiều.', 'tin.csv:3', 'empty')
    """
    lines = _Lines(_text_of(stream), limit)
    header = lines.take()
    if not header:
        raise Unread("empty", "no letters in it")
    separator = max(separators, key=lambda s: sum(name in FIELDS for name in _names(header, s)))
    names = _names(header, separator)
    if "text" not in names or not {"id", "url"} & set(names):
        raise Unread("columns", "the first line must name the columns: `text`, and `id` or `url`")
    if repeated := sorted(name for name in set(names) & set(FIELDS) if names.count(name) > 1):
        raise Unread("columns", f"a column that stands twice: {', '.join(repeated)}")
    for number, row in _rows(lines, separator):
        where = f"{place}:{number}"
        try:
            yield from _admit_row(row, names, place=where)
        except Unread as reason:
            yield Refusal(where, reason.code, reason.message)


def _text_of(stream: BinaryIO) -> io.TextIOBase:
    """The stream as text, line ends as they are; bytes that are not UTF-8 stay as halves of surrogate pairs and are refused row by row."""
    buffered = stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(cast(io.RawIOBase, stream))
    encoding = "utf-16" if is_utf16(buffered.peek(_PEEK)[:_PEEK]) else "utf-8-sig"
    return io.TextIOWrapper(buffered, encoding=encoding, errors="surrogateescape" if encoding != "utf-16" else "replace", newline="")


def _names(header: str, separator: str) -> list[str]:
    try:
        row = next(csv.reader([header], delimiter=separator), [])
    except csv.Error:
        row = []
    return [name.strip().lower() for name in row]


class _Lines:
    """Physical lines with their numbers, of which some can be given back; TOO_LONG stands for a line over the limit."""

    def __init__(self, text: io.TextIOBase, limit: int) -> None:
        self._text, self.limit = text, limit
        self._returned: deque[str] = deque()
        self.number = 0

    def take(self) -> str:
        """The next line with its end, `""` behind the last."""
        line = self._returned.popleft() if self._returned else self._read()
        self.number += bool(line)
        return line

    def give_back(self, lines: Sequence[str]) -> None:
        """Lets the lines, in their order, come again."""
        self._returned.extendleft(reversed(lines))
        self.number -= len(lines)

    def _read(self) -> str:
        line = self._text.readline(self.limit + 1)
        if len(line) <= self.limit or line.endswith("\n"):
            return line
        while (piece := self._text.readline(1 << 20)) and not piece.endswith("\n"):
            pass
        return TOO_LONG


def _rows(lines: _Lines, separator: str) -> Iterator[tuple[int, list[str] | Unread]]:
    """Each row with the number of its first line. Where a quote is not closed within the limit, or closed wrongly, the line it opens on
    is a bad row, and the next line begins another: one quote too many does not swallow the rows behind it."""
    while True:
        taken: list[str] = []
        row: list[str] | Unread
        try:
            row = next(csv.reader(_taking(lines, taken), delimiter=separator, strict=True))
        except StopIteration:
            return
        except csv.Error:
            row = Unread("row", "a quotation mark that is not closed, or not at the end of a field")
        except Unread as reason:
            row = reason
        if isinstance(row, Unread):
            lines.give_back(taken[1:])
            yield lines.number, row
        else:
            yield lines.number - len(taken) + 1, row


def _taking(lines: _Lines, taken: list[str]) -> Iterator[str]:
    """Lines one by one, noted in `taken`; Unread where they are too many for one row."""
    size = 0
    while line := lines.take():
        taken.append(line)
        size += len(line)
        if line == TOO_LONG or size > lines.limit:
            raise Unread("too-large", f"a row of more than {lines.limit} characters")
        yield line


def _admit_row(row: list[str] | Unread, names: Sequence[str], *, place: str) -> Iterator[Reading]:
    if isinstance(row, Unread):
        raise row
    if not any(cell.strip() for cell in row):
        raise Unread("empty", "an empty row")
    if any(cell.strip() for cell in row[len(names) :]):
        raise Unread(
            "columns", f"{len(row)} fields where the first line names {len(names)}; a text that holds the separator must be quoted"
        )
    record = {name: cell.strip() if name != "text" else cell for name, cell in zip(names, row, strict=False) if name in FIELDS}
    yield from admit_record(record, place=place)
