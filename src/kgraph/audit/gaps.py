"""What stands around a gap, written as a pattern: whatever is known already as a word in brackets, numbers as N."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, get_args

from kgraph.extract import Trace
from kgraph.scan import Page, Span

Kind = Literal["no-name", "no-post", "document", "date"]
GAPS: tuple[Kind, ...] = get_args(Kind)
_NUMBER = re.compile(r"\d+")
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Gap:
    """Words that look like something and were read as nothing; half-open offsets of the page. Gaps of one pattern have one cause.

    `bearer` is a name near a title: the post, could it be read, would make it public, so it withholds no sentence.
    """

    kind: Kind
    pattern: str
    begin: int
    end: int
    bearer: str | None = None


class Known:
    """What the rules have read on a page, by place: for each span the word that stands for it in a pattern."""

    def __init__(self, trace: Trace) -> None:
        reading = trace.reading
        spans = [(b.begin, b.end, "[body]") for b in reading.bodies]
        spans += [(p.begin, p.end, "[place]") for p, _ in reading.places]
        spans += [(t.begin, t.end, "[title]") for row in trace.titles for t in row]
        spans += [(a.name.begin, a.name.end, "[name]") for a in reading.appearances]
        spans += [(c.begin, c.end, "[document]") for c, _ in reading.citations]
        spans += [(d.begin, d.end, "[date]") for d in trace.dates]
        spans += [(d.begin, d.end, "[campaign]") for d, _ in reading.drives]
        self._spans = _outermost(spans)
        self._begins = [begin for begin, _, _ in self._spans]

    def pattern(self, page: Page, begin: int, end: int) -> str:
        """The folded words of a span with what is known in it as words in brackets."""
        parts: list[str] = []
        at = begin
        for number in range(bisect_left(self._begins, begin), bisect_left(self._begins, end)):
            b, e, tag = self._spans[number]
            if e <= end:
                parts += [page.folded[at:b], tag]
                at = e
        parts.append(page.folded[at:end])
        return _SPACE.sub(" ", _NUMBER.sub("N", "".join(parts)))


def _outermost(spans: Iterable[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Spans in text order, those that lie within or overlap a longer one before them left out."""
    kept: list[tuple[int, int, str]] = []
    for span in sorted(spans, key=lambda s: (s[0], -s[1], s[2])):
        if not kept or span[0] >= kept[-1][1]:
            kept.append(span)
    return kept


class Covered:
    """Spans by which to ask whether an offset or a span touches one."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = sorted(spans)
        self._begins = [b for b, _ in self._spans]
        self._reach: list[int] = []
        for _, end in self._spans:
            self._reach.append(max(end, self._reach[-1]) if self._reach else end)

    def touches(self, begin: int, end: int) -> bool:
        """Whether a half-open span shares a character with one of them."""
        last = bisect_left(self._begins, end) - 1
        return last >= 0 and self._reach[last] > begin

    def holds(self, begin: int, end: int) -> bool:
        """Whether a half-open span lies inside one of them.

        >>> Covered([(0, 9), (2, 4)]).holds(3, 8), Covered([(0, 4), (4, 9)]).holds(3, 8)
        (True, False)
        """
        last = bisect_left(self._begins, begin + 1) - 1
        return last >= 0 and self._reach[last] >= end
