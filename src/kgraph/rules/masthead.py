"""What stands around the prose: title, publication date, by-line; page chrome yields nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from kgraph.lexicon import Lexicon
from kgraph.rules.chrome import is_above, is_bare, is_chrome, other_news
from kgraph.rules.dates import DateMention
from kgraph.scan import Page, Span
from kgraph.text import UPPER

_CLOCK_BEFORE = re.compile(r"\d{1,2}:\d{2}(?::\d{2})?(?: ?(?:ch|sa|am|pm))?[ ,|()-]*$")
_CLOCK_AFTER = re.compile(r"^[ ,|()-]*\d{1,2}:\d{2}(?::\d{2})?(?: ?(?:ch|sa|am|pm))?(?: ?\(?gmt ?[+-]?\d*\)?)?")
_WORD_END = re.compile(r"[^\W\d] ?$")
_FULL_STOPS = ".!?…"
_NAME_WORD = re.compile(rf"^[{UPPER}][^\W\d_]*$")
_EDGE_LINES = 6
_TITLE_LIMIT = 250
_SHORT = 60
_NAME_WORDS = 4
_STAMP_TAIL = 80
_PARAGRAPH = 80
_SIGNATURES = 3


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
    byline: re.Pattern[str]
    source: re.Pattern[str]
    credit: re.Pattern[str]
    surname: re.Pattern[str]
    published: re.Pattern[str]
    weekday: re.Pattern[str]
    clock: re.Pattern[str]


@cache
def _words(lexicon: Lexicon) -> _Words:
    any_of = lexicon.alternation
    clock = any_of("chrome/clock")
    return _Words(
        byline=re.compile(rf"^[(*]?{any_of('chrome/byline')} ?[:.-]"),
        source=re.compile(rf"^[(*]?{any_of('chrome/source', 'chrome/credit')}\b"),
        credit=re.compile(rf"^[(*]?{any_of('chrome/credit')} ?:"),
        surname=re.compile(rf"{any_of('person/surname')} "),
        published=re.compile(rf"(?:\A|(?<=[\n|(:;•])|(?<=[\n|(:;•-] )){any_of('date/published')}[ :|-]*(?:{any_of('date/day')} ?)?$"),
        weekday=re.compile(rf"^{any_of('chrome/weekday')}[ ,|-]*(?:{any_of('date/day')} ?)?$"),
        clock=re.compile(rf"^\d{{1,2}} ?{clock}(?: ?\d{{1,2}}(?: ?{clock})?)?[ ,|-]*$"),
    )


def find_masthead(page: Page, dates: Sequence[DateMention], lexicon: Lexicon) -> Masthead:
    """The masthead of a page, read from the text itself."""
    words = _words(lexicon)
    others = other_news(page, lexicon)
    stamp = _stamp(page, dates, others, words)
    prose = _prose(page, stamp, others, lexicon)
    above, prose = _byline_above(page, prose, words)
    byline, prose = _byline(page, prose, words)
    byline = byline or above or _byline_beside(page, stamp, words)
    title = _title(page, prose)
    prose = _once(page, prose, title)
    published = f"{stamp[0].year:04}-{stamp[0].month:02}-{stamp[0].day:02}" if stamp else None
    return Masthead(title, published, (stamp[0].core, stamp[0].end) if stamp else None, byline, tuple(prose))


def _stamp(page: Page, dates: Sequence[DateMention], others: frozenset[int], words: _Words) -> tuple[DateMention, Span] | None:
    """The first full date beside a clock time or a word for publication, near the top or the bottom; and its whole span.

    A sentence that gives the time of something is none. Above the first paragraph a line of a date alone will do.
    """
    days = [d.begin for d in dates if d.year and d.is_day]
    if not days:
        return None
    lines = [line for number, line in enumerate(page.lines) if number not in others]
    written = [(b, e) for b, e in lines if not is_bare(page.folded[b:e]) or any(b <= day < e for day in days)]
    edges = (*written[:_EDGE_LINES], *written[-_EDGE_LINES:])
    first = next((b for b, e in written if e - b > _PARAGRAPH and page.text[e - 1] in _FULL_STOPS), len(page.text))
    for date in dates:
        line = next((span for span in edges if span[0] <= date.core < span[1]), None)
        if not (date.year and date.is_day and line):
            continue
        begin = max(date.begin, line[0])
        before = page.folded[max(begin - 35, line[0]) : begin]
        after = page.folded[date.end : min(date.end + 30, line[1])]
        clock_before, clock_after = _CLOCK_BEFORE.search(before), _CLOCK_AFTER.search(after)
        if (
            clock_before
            and page.text[line[1] - 1] in _FULL_STOPS
            and (after[:1] == "," or _WORD_END.search(before[: clock_before.start()]))
        ):
            clock_before = None
        alone = date.begin < first and not after.strip(" |-.") and _is_stamp(page, date, words)
        if clock_before or clock_after or alone or words.published.search(page.folded, max(date.core - 35, 0), date.core):
            begin -= len(clock_before[0]) if clock_before else 0
            return date, (begin, date.end + (len(clock_after[0]) if clock_after else 0))
    return None


def _is_stamp(page: Page, date: DateMention, words: _Words) -> bool:
    """Whether a line holds a date in digits alone, or only a weekday or a time of the day before a date."""
    begin = page.folded.rfind("\n", 0, date.begin) + 1
    if words.weekday.match(page.folded[begin : date.core]) or words.clock.match(page.folded[begin : date.begin]):
        return True
    return not page.text[begin : date.core].strip() and not re.search(r"[^\W\d]", page.text[date.core : date.end])


def _prose(page: Page, stamp: tuple[DateMention, Span] | None, others: frozenset[int], lexicon: Lexicon) -> list[Span]:
    kept: list[Span] = []
    after_stamp = False
    credit = _words(lexicon).credit
    for number, (begin, end) in enumerate(page.lines):
        line = page.folded[begin:end]
        if number in others:
            continue
        if stamp and begin <= stamp[1][0] < end:
            after_stamp = number >= len(page.lines) // 2
            if end - stamp[1][1] < _STAMP_TAIL:
                continue
            begin = stamp[1][1] + (len(page.text[stamp[1][1] : end]) - len(page.text[stamp[1][1] : end].lstrip()))
        elif is_chrome(line, lexicon) or is_above(line, number, lexicon) or (after_stamp and end - begin < _SHORT):
            continue
        kept.append((begin, end))
    inner = range(1, len(kept) - _SIGNATURES)
    return [(b, e) for at, (b, e) in enumerate(kept) if at not in inner or e - b > _SHORT or not credit.match(page.folded[b:e])]


def _byline(page: Page, prose: list[Span], words: _Words) -> tuple[Span | None, list[Span]]:
    """Short last lines that hold names and no sentence; the last of them that is no mere source names the author.

    A paragraph may stand behind it: some sites print the lead last.
    """
    found: list[Span] = []
    while len(prose) > 1 and len(found) < _SIGNATURES and _is_signature(page, prose[-1], words):
        found.append(prose[-1])
        prose = prose[:-1]
        if not words.source.match(page.folded[slice(*found[-1])]):
            break
    if not found and len(prose) > _SIGNATURES:
        inner = [span for span in prose[-_SIGNATURES:-1] if _is_signature(page, span, words) and _is_person(page, span, words)]
        found = inner[:1]
        prose = [s for s in prose if s not in inner and not (inner and s > inner[0] and _is_signature(page, s, words))]
    return next((s for s in found if not words.source.match(page.folded[slice(*s)])), found[0] if found else None), prose


def _byline_above(page: Page, prose: list[Span], words: _Words) -> tuple[Span | None, list[Span]]:
    """A by-line as the first line or the one under the title: behind a word for it, or a person's name alone in mixed case."""
    for number in range(min(2, len(prose) - 1)):
        if _is_signature(page, prose[number], words) and _is_person(page, prose[number], words):
            return prose[number], prose[:number] + prose[number + 1 :]
    return None, prose


def _byline_beside(page: Page, stamp: tuple[DateMention, Span] | None, words: _Words) -> Span | None:
    """A by-line in the line of the date, before it."""
    if stamp is None:
        return None
    begin = page.text.rfind("\n", 0, stamp[1][0]) + 1
    span = begin, begin + len(page.text[begin : stamp[1][0]].rstrip(" ,|()-–"))
    return span if span[0] < span[1] and _is_signature(page, span, words) and _is_person(page, span, words) else None


def _is_signature(page: Page, span: Span, words: _Words) -> bool:
    line = page.text[slice(*span)]
    return len(line) <= _SHORT and (bool(words.byline.match(page.folded[slice(*span)])) or _is_names(line))


def _is_person(page: Page, span: Span, words: _Words) -> bool:
    """Whether a line has a word for a by-line, or is one name in mixed case that begins as names do."""
    line, folded = page.text[slice(*span)], page.folded[slice(*span)]
    return bool(words.byline.match(folded) or (not line.isupper() and words.surname.match(folded) and len(line.split()) <= _NAME_WORDS))


def _is_names(line: str) -> bool:
    """Only capitalised words, at most eight, no full stop: a name, or the name of an office in capitals."""
    words = re.split(r"[\s/,&-]+", line.strip("()*_ "))
    return line[-1:] not in ".!?;:" and 1 <= len(words) <= 8 and all(_NAME_WORD.match(w) or w.isupper() or not w for w in words)


def _title(page: Page, prose: list[Span]) -> Span | None:
    """The first line, if it is no sentence and longer ones follow; with the next one where capitals run on over two lines."""
    if len(prose) < 2 or not _is_title(page, prose):
        return None
    (begin, end), (other, other_end) = prose[:2]
    runs_on = page.text[begin:end].isupper() and page.text[other:other_end].isupper() and not page.text[end:other].strip()
    return (begin, other_end) if runs_on and len(prose) > 2 and other_end - begin <= _TITLE_LIMIT else (begin, end)


def _is_title(page: Page, prose: list[Span]) -> bool:
    begin, end = prose[0]
    return end - begin <= _TITLE_LIMIT and page.text[end - 1] not in ".;," and any(e - b > end - begin or e - b > 80 for b, e in prose[1:])


def _once(page: Page, prose: list[Span], title: Span | None) -> list[Span]:
    """The prose without a second printing of the title right below it."""
    if title and len(prose) > 1 and page.folded[slice(*prose[1])] == page.folded[slice(*title)]:
        return [prose[0], *prose[2:]]
    return prose
