"""Days as far as they are known: a span from the first to the last day that a date (EDTF) can mean."""

from __future__ import annotations

import calendar
import re
from datetime import date
from functools import lru_cache
from typing import NamedTuple

_KNOWN = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-([0-3]\d))?)?")
YEAR = 365


class Span(NamedTuple):
    """From one day to another, both included, as ordinals; of a full day both are the same."""

    first: int
    last: int


@lru_cache(maxsize=1 << 14)
def span_of(edtf: str | None) -> Span | None:
    """The span of a day, month or year; None for all else.

    >>> span_of("2024-02") == Span(date(2024, 2, 1).toordinal(), date(2024, 2, 29).toordinal()), span_of("XXXX-03-19")
    (True, None)
    """
    match = _KNOWN.fullmatch(edtf or "")
    if not match:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None
    try:
        first = date(year, month or 1, day or 1)
        last = date(year, month or 12, day or calendar.monthrange(year, month or 12)[1])
    except ValueError:
        return None
    return Span(first.toordinal(), last.toordinal())


def gap(one: Span, other: Span) -> int:
    """The days that certainly lie between two spans; 0 where they touch.

    >>> gap(Span(10, 12), Span(20, 30)), gap(Span(20, 30), Span(10, 25))
    (8, 0)
    """
    return max(other.first - one.last, one.first - other.last, 0)


def joined(spans: list[Span]) -> Span | None:
    """The span from the first of some to the last of them.

    >>> joined([Span(5, 6), Span(1, 2)]), joined([])
    (Span(first=1, last=6), None)
    """
    return Span(min(s.first for s in spans), max(s.last for s in spans)) if spans else None
