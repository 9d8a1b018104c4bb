"""Strings that look like the number of a document or like a date, and were read as neither."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kgraph.audit.gaps import Covered, Gap, Known
from kgraph.extract import Trace
from kgraph.lexicon import Lexicon
from kgraph.text import UPPER

_CODE = rf"[{UPPER}]{{2}}[{UPPER}\w&.]*(?<!\.)"
_DOCUMENT = re.compile(rf"(?<![\w/.,-])\d{{1,5}}[a-zđ]?(?: ?/ ?(?:19|20)\d\d)?(?: ?/ ?|[-–—] ?){_CODE}(?: ?[-–—/] ?{_CODE}){{0,3}}")
_DATE = re.compile(r"(?<![\w/.,-])(\d{1,2}) ?([/.-]) ?(\d{1,2})(?: ?\2 ?(\d{4}|\d\d))?(?![\w%]|[/.,-]\d)")
_DIGITS = re.compile(r"\d")
_LAST_WORDS = re.compile(r"(?:[^\s\d]+ ){0,3}$")
_REACH, _NUMBER, _DAY, _MONTH = 20, 24, 31, 12


def missed_numbers(trace: Trace) -> Iterator[Gap]:
    """Look-alikes in the body of an article.

    `document`: a type of document with a number behind it, or a number with codes (“12/KH”), outside every document that was read;
    `date`: a word such as “ngày” with a number, or numbers as of a day and month, outside every date that was read.
    """
    page = trace.reading.page
    known = Known(trace)
    taken = _Taken(trace)
    for begin, at, end in (*_typed(trace), *((*m.span(), m.end()) for m in _DOCUMENT.finditer(page.text))):
        if taken.add(begin, end):
            before = known.pattern(page, begin, at) if at < end else _before(trace, begin, known)
            yield Gap("document", before + _shape(page.text[at if at < end else begin : end]), begin, end)
    for m in _dates(trace.reading.lexicon).finditer(page.folded):
        if taken.add(m.start("number"), m.end()):
            yield Gap("date", known.pattern(page, m.start(), m.start("number")) + _digits(m["number"]), m.start(), m.end())
    for m in _DATE.finditer(page.text):
        if _is_day(m) and taken.add(*m.span()):
            yield Gap("date", _before(trace, m.start(), known) + _digits(m[0]), *m.span())


class _Taken:
    """What is known of an article's body, and what was told already; what lies outside the body is told as little."""

    def __init__(self, trace: Trace) -> None:
        cited = [(c.begin, max(c.end, c.full_end)) for c, _ in trace.reading.citations]
        private = [(p.begin, p.end) for p in trace.privates]
        self._page = trace.reading.page
        self._known = Covered([*cited, *private, *((d.begin, d.end) for d in trace.dates), *_reports(trace)])
        self._told: set[int] = set()

    def add(self, begin: int, end: int) -> bool:
        """Whether a span is new; if so it is known from now on."""
        if not self._page.holds(begin) or self._known.touches(begin, end) or not self._told.isdisjoint(range(begin, end)):
            return False
        self._told.update(range(begin, end))
        return True


def _reports(trace: Trace) -> Iterator[tuple[int, int]]:
    """Reports with their numbers: they are read, and are no directives."""
    page = trace.reading.page
    for m in page.of("directive"):
        if m.entry.key("report"):
            number = _numbered(trace.reading.lexicon).match(page.text, m.end, m.end + _REACH + _NUMBER)
            yield m.begin, number.end() if number else m.end + 1


def _typed(trace: Trace) -> Iterator[tuple[int, int, int]]:
    """Types of documents with “số” and a number behind: where they begin, where the number begins, where it ends."""
    page = trace.reading.page
    for m in page.of("directive"):
        number = _numbered(trace.reading.lexicon).match(page.text, m.end, m.end + _REACH + _NUMBER)
        if number and not m.entry.key("report"):
            yield m.begin, number.start("number"), number.end()


def _is_day(m: re.Match[str]) -> bool:
    """Whether numbers can be a day and month; with a full stop between them only if a year follows."""
    return 1 <= int(m[1]) <= _DAY and 1 <= int(m[3]) <= _MONTH and (m[2] != "." or bool(m[4]))


def _before(trace: Trace, begin: int, known: Known) -> str:
    """The last words before a number."""
    page = trace.reading.page
    words = _LAST_WORDS.search(page.text, max(begin - _REACH - 4, page.sentences[page.sentence_at(begin)][0]), begin)
    return known.pattern(page, words.start(), begin) if words else ""


def _shape(number: str) -> str:
    """A number with its codes as they are and N for its digits.

    >>> _shape("34 / CT - TW"), _shape("12/2019/QĐ-TTg")
    ('N / CT - TW', 'N/N/QĐ-TTg')
    """
    return re.sub(r"\d+[a-zđ]?(?!\w)", "N", number)


def _digits(number: str) -> str:
    """A date with 9 for each digit.

    >>> _digits("12/3-2024")
    '99/9-9999'
    """
    return _DIGITS.sub("9", number)


@cache
def _numbered(lexicon: Lexicon) -> re.Pattern[str]:
    number = lexicon.alternation("sign/number")
    return re.compile(rf"[^\d.;,:()“”\"\n]{{0,{_REACH}}}?\b{number} ?:? ?(?P<number>\d[\w/&.–-]*(?<![.–-]))", re.IGNORECASE)


@cache
def _dates(lexicon: Lexicon) -> re.Pattern[str]:
    words = lexicon.alternation("date/day", "date/month", "date/quarter")
    return re.compile(rf"{words} (?P<number>\d{{1,2}}(?:[/.-]\d+)*)(?!\w|%)")
