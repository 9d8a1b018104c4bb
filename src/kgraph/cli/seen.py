"""What was seen in an article and led to nothing: titles, names, numbers and dates outside the words of every finding."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kgraph.extract import Trace

_LIKE = {"no-name": "explain.like_name", "document": "explain.like_document", "date": "explain.like_date"}


@dataclass(frozen=True, slots=True)
class Seen:
    """Words of an article, and the message that says what they were taken for; `gap` if something can have been missed there."""

    begin: int
    end: int
    words: str
    message: str
    gap: bool


def seen_in(trace: Trace) -> tuple[Seen, ...]:
    """Everything that was seen in the body of an article outside the words of its findings, in text order; offsets of its own text."""
    from kgraph.audit import Covered, spans_of

    page, read = trace.reading.page, Covered(spans_of(trace.findings))
    found = []
    for begin, end, message, gap in _seen(trace):
        first, last = page.source_span(begin, end)
        if not read.holds(first, last):
            found.append(Seen(first, last, page.text[begin:end], message, gap))
    return tuple(sorted(set(found), key=lambda s: (s.begin, s.end, s.message)))


def _seen(trace: Trace) -> Iterator[tuple[int, int, str, bool]]:
    from kgraph.audit import Covered, missed_names, missed_numbers

    borne = Covered((a.begin, a.end) for a in trace.reading.appearances if a.positions)
    for row in trace.titles:
        if not borne.holds(row[0].begin, row[-1].end):
            yield row[0].begin, row[-1].end, "explain.title", True
    for appearance in trace.reading.appearances:
        if not appearance.positions:
            yield appearance.name.begin, appearance.name.end, "explain.name", True
    for citation, _ in trace.reading.citations:
        yield citation.begin, citation.end, "explain.document", False
    for date in trace.dates:
        yield date.begin, date.end, "explain.date", False
    for gap in (*missed_names(trace), *missed_numbers(trace)):
        if gap.kind in _LIKE:
            yield gap.begin, gap.end, _LIKE[gap.kind], True


def prose_of(trace: Trace) -> tuple[tuple[int, int], ...]:
    """The spans of an article's own text that were read; what lies outside stands around the prose."""
    page = trace.reading.page
    return tuple(page.source_span(begin, end) for begin, end in page.lines)
