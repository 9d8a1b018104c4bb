"""The time for which a life tells a post: “từ tháng 10/1992 đến tháng 6/1996”, “từ năm 2012 đến nay”, “(1/2004 - 5/2010)”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from kgraph.lexicon import Lexicon
from kgraph.scan import Page

_NUMBERS = re.compile(r"(?:(\d{1,2})\D{1,7})??(?:(\d{1,2})\D{1,5})?((?:19|20)\d\d)$")
_BEFORE = 14


@dataclass(frozen=True, slots=True)
class Period:
    """A time as written, with its bounds (EDTF) as far as they are said.

    `lasting` if it goes on to this day, `point` if it is one day, month or year and says nothing of how long.
    """

    begin: int
    end: int
    since: str | None = None
    until: str | None = None
    lasting: bool = False
    point: bool = False

    @property
    def behind(self) -> bool:
        """Whether it can only stand behind what it bounds (“cho đến năm 1997”)."""
        return self.since is None

    @property
    def as_start(self) -> Period:
        """One that another post ends with, as the beginning of the next (“cho đến năm 1997, khi chuyển sang làm …”)."""
        return replace(self, since=self.until, until=None, point=True) if self.behind else self


def find_periods(page: Page, begin: int, end: int, lexicon: Lexicon) -> Iterator[Period]:
    """The periods in a span of the page, in text order; terms of a body (“nhiệm kỳ 2010 - 2015”) are none."""
    words = _words(lexicon)
    for m in words.period.finditer(page.folded, begin, end):
        if words.term.search(page.folded, max(m.start() - _BEFORE, begin), m.start()):
            continue
        if m["first"]:
            since, until = edtf(m["first"]), edtf(m["last"]) if m["last"] else None
            if until is None or since[:4] <= until[:4]:
                yield Period(m.start(), m.end(), since, until, lasting=bool(m["now"]))
        elif m["since"]:
            yield Period(m.start(), m.end(), edtf(m["since"]))
        elif m["until"]:
            yield Period(m.start(), m.end(), until=edtf(m["until"]))
        else:
            yield Period(m.start(), m.end(), edtf(m["point"]), point=True)


def edtf(text: str) -> str:
    """A day, month or year in words or numbers as EDTF.

    >>> edtf("tháng 10/1992"), edtf("giữa năm 2006"), edtf("ngày 1-3-2016"), edtf("tháng 3 năm 2015")
    ('1992-10', '2006', '2016-03-01', '2015-03')
    """
    m = _NUMBERS.search(text)
    assert m is not None
    day, month, year = m[1], m[2], m[3]
    if month is None or not 1 <= int(month) <= 12:
        return year
    return f"{year}-{int(month):02}-{int(day):02}" if day and 1 <= int(day) <= 28 + 3 else f"{year}-{int(month):02}"


def goes_on(until: str | None, since: str | None, *, begun: str | None) -> bool:
    """Whether a time that begins goes on with one that has begun and ended before (EDTF): in the next month or year at most, or in it.

    >>> goes_on("2011-02-08", "2011-02-09", begun="2011-01"), goes_on("2000", "2005", begun="1995"), goes_on(None, "2005", begun="1995")
    (True, False, False)
    """
    if since is None or begun is None:
        return False
    if until is None:
        return since[: len(begun)] == begun[: len(since)]
    if len(until) == 4 or len(since) == 4:
        return int(since[:4]) - int(until[:4]) <= 1
    return 12 * (int(since[:4]) - int(until[:4])) + int(since[5:7]) - int(until[5:7]) <= 1


@dataclass(frozen=True, slots=True)
class _Words:
    period: re.Pattern[str]
    term: re.Pattern[str]


@cache
def _words(lexicon: Lexicon) -> _Words:
    any_of = lexicon.alternation
    day, month, year = any_of("date/day"), any_of("date/month"), any_of("date/year")
    numbers = rf"(?:(?:\d\d?(?: ?[/.-] ?| {month} ))?\d\d?(?: ?[/.-] ?| {year} ))?(?:19|20)\d\d(?![\d/])"
    unit = rf"(?:{any_of('sign/part-of-year')} )?(?:{day}|{month}|{year}) "
    date = rf"(?:{unit})?{numbers}"
    from_when, until, now = (any_of(f"sign/{name}") for name in ("since-when", "until-when", "these-days"))
    return _Words(
        period=re.compile(
            rf"(?<![\w/.-])(?:(?:{from_when} )?(?P<first>{date})(?: ?[-–—] ?|,? {until} )(?:(?P<last>{date})|(?P<now>{now})\b)"
            rf"|{from_when} (?P<since>{date})"
            rf"|{any_of('sign/only-until')} (?P<until>{date})"
            rf"|(?:{any_of('sign/at-time')} )?(?P<point>{unit}{numbers}))"
        ),
        term=re.compile(rf"(?:{any_of('sign/term', 'sign/born')}|{any_of('sign/party-entry')})[: ]{{0,2}}\(?$"),
    )
