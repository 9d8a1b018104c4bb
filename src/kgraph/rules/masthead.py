"""What stands around the prose: title, publication date, by-line, and page chrome, which yields nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from kgraph.lexicon import Lexicon
from kgraph.rules.dates import DateMention
from kgraph.scan import Page, Span
from kgraph.text import UPPER

_CLOCK_BEFORE = re.compile(r"\d{1,2}:\d{2}(?::\d{2})?(?: ?(?:ch|sa|am|pm))?[ ,|()-]*$")
_CLOCK_AFTER = re.compile(r"^[ ,|()-]*\d{1,2}:\d{2}(?::\d{2})?(?: ?(?:ch|sa|am|pm))?(?: ?gmt ?[+-]?\d*)?")
_NO_PROSE = re.compile(r"^(?:!?\[.*|https?:\S+|[^\w]*|[\d\W]*|_+)$")
_NAME_WORD = re.compile(rf"^[{UPPER}][^\W\d_]*$")
_EDGE_LINES = 6
_TITLE_LIMIT = 250
_SHORT = 60
_NAME_WORDS = 4


@dataclass(frozen=True, slots=True)
class Masthead:
    """Title and by-line as spans, the publication date (EDTF day) with its span, and the spans of the prose."""

    title: Span | None
    published: str | None
    published_at: Span | None
    byline: Span | None
    body: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class _Words:
    line: re.Pattern[str]
    tail: re.Pattern[str]
    byline: re.Pattern[str]
    surname: re.Pattern[str]
    published: re.Pattern[str]


@cache
def _words(lexicon: Lexicon) -> _Words:
    any_of = lexicon.alternation
    return _Words(
        line=re.compile(rf"^[•*\-\s]*{any_of('chrome/line')}\b.{{0,40}}$"),
        tail=re.compile(rf"^[•*\-\s]*{any_of('chrome/tail')}\b.{{0,40}}$"),
        byline=re.compile(rf"^[(*]?{any_of('chrome/byline')} ?[:.-]"),
        surname=re.compile(rf"{any_of('person/surname')} "),
        published=re.compile(rf"{any_of('date/published')}[ :|-]*$"),
    )


def find_masthead(page: Page, dates: Sequence[DateMention], lexicon: Lexicon) -> Masthead:
    """The masthead of a page, read from the text itself."""
    words = _words(lexicon)
    stamp = _stamp(page, dates, words)
    prose = _prose(page, words, stamp)
    above, prose = _byline_above(page, prose, words)
    byline, prose = _byline(page, prose, words)
    byline = byline or above
    title = prose[0] if len(prose) > 1 and _is_title(page, prose) else None
    published = f"{stamp[0].year:04}-{stamp[0].month:02}-{stamp[0].day:02}" if stamp else None
    return Masthead(title, published, (stamp[0].core, stamp[0].end) if stamp else None, byline, tuple(prose))


def _stamp(page: Page, dates: Sequence[DateMention], words: _Words) -> tuple[DateMention, Span] | None:
    """The first full date beside a clock time or a word for publication, near the top or the bottom; and its whole span."""
    days = [d.begin for d in dates if d.year and d.is_day]
    written = [(b, e) for b, e in page.lines if not _NO_PROSE.match(page.folded[b:e]) or any(b <= day < e for day in days)]
    edges = (*written[:_EDGE_LINES], *written[-_EDGE_LINES:])
    for date in dates:
        if not (date.year and date.is_day) or not any(b <= date.begin < e for b, e in edges):
            continue
        before = page.folded[max(date.begin - 25, 0) : date.begin].rpartition("\n")[2]
        after = page.folded[date.end : date.end + 25].partition("\n")[0]
        clock_before, clock_after = _CLOCK_BEFORE.search(before), _CLOCK_AFTER.search(after)
        if clock_before or clock_after or words.published.search(before):
            begin = date.begin - (len(clock_before[0]) if clock_before else 0)
            return date, (begin, date.end + (len(clock_after[0]) if clock_after else 0))
    return None


def _prose(page: Page, words: _Words, stamp: tuple[DateMention, Span] | None) -> list[Span]:
    kept: list[Span] = []
    after_stamp = False
    for number, (begin, end) in enumerate(page.lines):
        line = page.folded[begin:end]
        if words.tail.match(line) and all(e - b < 200 for b, e in page.lines[number:]):
            break
        if stamp and begin <= stamp[1][0] < end:
            after_stamp = number >= len(page.lines) // 2
            if end - stamp[1][1] < 80:
                continue
            begin = stamp[1][1] + (len(page.text[stamp[1][1] : end]) - len(page.text[stamp[1][1] : end].lstrip()))
        elif _is_chrome(line, words) or (after_stamp and end - begin < _SHORT):
            continue
        kept.append((begin, end))
    return kept


def _is_chrome(line: str, words: _Words) -> bool:
    half = len(line) // 2
    doubled = len(line) > 20 and line[:half].strip() == line[half:].strip()
    tags = line.count(",") >= 4 and ", " not in line
    return doubled or tags or bool(_NO_PROSE.match(line) or words.line.match(line))


def _byline(page: Page, prose: list[Span], words: _Words) -> tuple[Span | None, list[Span]]:
    """Short last lines that hold names and no sentence; the last of them names the author."""
    found: Span | None = None
    while len(prose) > 1 and found is None:
        begin, end = prose[-1]
        line = page.text[begin:end]
        if len(line) > _SHORT or not (words.byline.match(page.folded[begin:end]) or _is_names(line)):
            break
        found, prose = (begin, end), prose[:-1]
    return found, prose


def _byline_above(page: Page, prose: list[Span], words: _Words) -> tuple[Span | None, list[Span]]:
    """A by-line as the first line: behind a word for it, or a person's name alone in mixed case."""
    if len(prose) > 1:
        begin, end = prose[0]
        line = page.text[begin:end]
        named = _is_names(line) and not line.isupper() and words.surname.match(page.folded, begin) and len(line.split()) <= _NAME_WORDS
        if end - begin <= _SHORT and (words.byline.match(page.folded[begin:end]) or named):
            return (begin, end), prose[1:]
    return None, prose


def _is_names(line: str) -> bool:
    """Only capitalised words, at most eight, no full stop: a name, or the name of an office in capitals."""
    words = re.split(r"[\s/,&-]+", line.strip("()*_ "))
    return line[-1:] not in ".!?;:" and 1 <= len(words) <= 8 and all(_NAME_WORD.match(w) or w.isupper() or not w for w in words)


def _is_title(page: Page, prose: list[Span]) -> bool:
    begin, end = prose[0]
    return end - begin <= _TITLE_LIMIT and page.text[end - 1] not in ".;," and any(e - b > end - begin or e - b > 80 for b, e in prose[1:])
