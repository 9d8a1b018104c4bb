"""Dates as written. Nothing is invented here: a missing year stays missing until `rules/years` finds it a basis."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import pairwise

from kgraph.lexicon import Lexicon, either
from kgraph.rules.numerals import number
from kgraph.scan import Page

_LEAD = 12
_SYMBOL = re.compile(r"\d[/-][^\W\d_]+(?:[/-][^\W\d_]+)?,? ?\(?$")
"""The end of a document's number, whose day follows."""


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date as written: its year, month, day, quarter; `first_day`/`first_month` begin a range; `part` of day.

    `today` if it is relative: to the day of publication, `shift` days from it.

    `core` is where its numbers begin, behind words such as “ngày”.
    """

    begin: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    quarter: int | None = None
    first_day: int | None = None
    first_month: int | None = None
    part: str | None = None
    today: bool = False
    core: int = 0
    shift: int = 0

    @property
    def is_day(self) -> bool:
        """Whether it names a day (with or without its year)."""
        return self.day is not None and self.month is not None


@dataclass(frozen=True, slots=True)
class _Patterns:
    number: re.Pattern[str]
    full: re.Pattern[str]
    words: re.Pattern[str]
    span: re.Pattern[str]
    span_words: re.Pattern[str]
    short: re.Pattern[str]
    month: re.Pattern[str]
    quarter: re.Pattern[str]
    year: re.Pattern[str]
    today: re.Pattern[str]
    same: re.Pattern[str]
    alone: re.Pattern[str]
    lead: re.Pattern[str]
    prefix: re.Pattern[str]
    lunar: re.Pattern[str]
    lunar_behind: re.Pattern[str]
    since: re.Pattern[str]
    after: re.Pattern[str]
    parts: dict[str, str]
    months: dict[str, int]
    shifts: dict[str, int]


@cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    any_of = lexicon.alternation
    entries = lexicon.by_kind["date"]
    parts = {form: str(e.key("part")) for e in entries if e.key("part") for form in e.forms}
    months = {form: int(e.key("month")) for e in entries if e.key("month") for form in e.forms}
    shifts = {form: int(e.key("shift")) for e in entries if e.key("shift") is not None for form in e.forms}
    part = any_of(*(e.id for e in entries if e.key("part")))
    relative = any_of(*(e.id for e in entries if e.key("shift") is not None))
    weekday = rf"(?:\b{any_of('date/weekday')},? ?)?"
    month = rf"(\d{{1,2}}|{any_of(*(e.id for e in entries if e.key('month')))}\b)"
    day, month_word, year_word = any_of("date/day"), any_of("date/month"), any_of("date/year")
    joint = rf" ?(?:{any_of('date/to')}) ?"
    return _Patterns(
        # a number of one or two digits that is no later part of a date or of another number, before what a day can go on with
        number=re.compile(rf"\d(?<![\d/.-].)\d?(?!\d)(?= ?(?:[/.,(-]|{any_of('date/to', 'date/month')}))"),
        full=re.compile(r"(\d\d?) ?([/.-]) ?(\d{1,2}) ?\2 ?(\d{4}|\d{2}(?= \d{1,2}:\d\d))(?!\d)"),
        words=re.compile(rf"(\d\d?),? {month_word} {month}(?:,? ?(?:{year_word} |[/-] ?| )(\d{{4}})\b)?"),
        span=re.compile(
            rf"(\d\d?)(?: ?[/.-] ?(\d{{1,2}}))?(?: \([^()\n]{{1,25}}\))?(?:, ?\d{{1,2}}){{0,3}}{joint}(?:{day} )?"
            r"(\d{1,2}) ?([/.-]) ?(\d{1,2})(?: ?\4 ?(\d{4}))?(?![\d/])"
        ),
        span_words=re.compile(
            rf"(\d\d?)(?: {month_word} (\d{{1,2}}))?(?:, ?\d{{1,2}}){{0,3}}{joint}(?:{day} )?"
            rf"(\d{{1,2}}),? {month_word} {month}(?:,? ?(?:{year_word} |[/-] ?| )(\d{{4}})\b)?"
        ),
        short=re.compile(r"(?<!,)(\d\d?) ?[/.-] ?(\d{1,2})(?![\d%]| ?[/-]\w| ?[/-] ?\d|[.,]\d)"),
        month=re.compile(rf"{lexicon.words('date/month')} {month}(?: ?[/.-] ?| {year_word} | )?(\d{{4}}\b)?"),
        quarter=re.compile(rf"{lexicon.words('date/quarter')} (i{{1,3}}|iv|[1-4])\b(?: ?[/-] ?| {year_word} | )?(\d{{4}}\b)?"),
        year=re.compile(rf"{lexicon.words('date/year')} ((?:19|20)\d\d)\b(?! ?[-/] ?\d)"),
        today=re.compile(rf"{relative}\b"),
        same=re.compile(rf"{any_of('date/same-day')}\b"),
        alone=re.compile(
            rf"({either(form for form in parts if ' ' in form)})"
            rf"(?=,? [^\W\d_])(?! (?:{day}|{relative}|{any_of('date/same-day')})\b)"
        ),
        lead=re.compile(rf"\b({part}) $"),
        prefix=re.compile(rf"(?:(?:\b({part})\b(?: {relative}\b)?|\b({relative})\b),? ?)?{weekday}(?:\b({day})\b:? ?)?\(?$"),
        lunar_behind=re.compile(rf" ?\(?{any_of('sign/lunar-calendar')}\b"),
        lunar=re.compile(rf"\b{any_of('sign/lunar')} $"),
        since=re.compile(rf"\b({any_of('sign/from')}) $"),
        after=re.compile(rf"[,.;:)\n]|$| (?:{any_of('sign/at', 'sign/by', 'sign/in-order-to', 'sign/with-what', 'date/year')})\b"),
        parts=parts,
        months=months,
        shifts=shifts,
    )


def find_dates(page: Page, lexicon: Lexicon) -> tuple[DateMention, ...]:
    """All dates of a page, in text order; impossible days (31/2) are left out."""
    found: list[DateMention] = []
    taken: set[int] = set()
    for mention in _candidates(page, _patterns(lexicon), lexicon):
        span = range(mention.begin, mention.end)
        if taken.isdisjoint(span):
            taken.update(span)
            found.append(mention)
    return tuple(_told(sorted(found, key=lambda m: m.begin), page.folded))


def _told(found: list[DateMention], text: str) -> Iterator[DateMention]:
    """The mentions in text order, “cùng ngày” and a part of the day alone with the day named last before; left out where none is."""
    last: DateMention | None = None
    for mention in found:
        if mention.core >= 0:
            issued = _SYMBOL.search(text, max(mention.begin - 2 * _LEAD, 0), mention.begin)
            last = mention if (mention.is_day or mention.today) and mention.first_day is None and not issued else last
            yield mention
        elif last:
            yield replace(last, begin=mention.begin, end=mention.end, part=mention.part, core=mention.begin)


def find_impossible(page: Page, lexicon: Lexicon) -> tuple[DateMention, ...]:
    """Full dates and dates behind a word for a day that name no day of the calendar (31/2), in text order."""
    p, text = _patterns(lexicon), page.folded
    numbers = _numbers(text, p.number)
    full = [DateMention(m.start(), m.end(), int(m[4]), int(m[3]), int(m[1])) for m in _at(numbers, p.full, text) if len(m[4]) == 4]
    words = [(m, _month(m[2], p)) for m in _at(numbers, p.words, text) if m[2].isdecimal()]
    full += [DateMention(m.start(), m.end(), _int(m[3]), month, int(m[1])) for m, month in words]
    short = [DateMention(m.start(), m.end(), None, int(m[2]), int(m[1])) for m in _at(numbers, p.short, text)]
    return tuple(d for d in sorted(full + short, key=lambda d: d.begin) if not _valid(d) and _with_prefix(d, text, p))


def _candidates(page: Page, p: _Patterns, lexicon: Lexicon) -> Iterator[DateMention]:
    """Candidates, the most explicit form first."""
    text = _parted(page)
    numbers = _numbers(text, p.number)
    yield from _spans(text, numbers, p)
    for m in _at(numbers, p.full, text):
        year = int(m[4]) if len(m[4]) == 4 else 2000 + int(m[4])
        yield from _checked(DateMention(m.start(), m.end(), year, int(m[3]), int(m[1])), text, p, anchored=False)
    for m in _at(numbers, p.words, text):
        # a named month is lunar (Giêng, Chạp), unless a page's own stamp gives a year of four digits with it
        if (not m[2].isdecimal() and not m[3]) or p.lunar.search(text, max(m.start() - 12, 0), m.start()):
            continue
        yield from _checked(DateMention(m.start(), m.end(), _int(m[3]), _month(m[2], p), int(m[1])), text, p, anchored=False)
    for m in _at(numbers, p.short, text):
        yield from _checked(DateMention(m.start(), m.end(), None, int(m[2]), int(m[1])), text, p, anchored=True)
    for m in p.quarter.finditer(text):
        yield DateMention(m.start(), m.end(), _int(m[2]), quarter=number(m[1], lexicon), core=m.start())
    for m in p.month.finditer(text):
        if 1 <= (value := _month(m[1], p)) <= 12 and (m[1].isdecimal() or m[2]) and not p.lunar_behind.match(text, m.end(1)):
            yield DateMention(m.start(), m.end(1) if m[2] is None else m.end(), _int(m[2]), value, core=m.start())
    for m in p.year.finditer(text):
        yield DateMention(m.start(), m.end(), int(m[1]), core=m.start())
    for m in p.same.finditer(text):
        lead = p.lead.search(text, max(m.start() - _LEAD, 0), m.start())
        yield DateMention(lead.start() if lead else m.start(), m.end(), part=p.parts[lead[1]] if lead else None, core=-1)
    for m in _alone(page, p):
        yield DateMention(m.start(1), m.end(1), part=p.parts[m[1]], core=-1)
    for m in p.today.finditer(text):
        lead = p.lead.search(text, max(m.start() - _LEAD, 0), m.start())
        # without a part of the day only where it opens a sentence: elsewhere “hôm nay” is “nowadays”
        if lead:
            yield DateMention(lead.start(), m.end(), part=p.parts[lead[1]], today=True, core=lead.start(), shift=p.shifts[m[0]])
        elif " " in m[0] and page.text[m.start()].isupper():
            yield DateMention(m.start(), m.end(), today=True, core=m.start(), shift=p.shifts[m[0]])


def _alone(page: Page, p: _Patterns) -> Iterator[re.Match[str]]:
    """Parts of the day that open a sentence or a clause behind a semicolon (“Buổi sáng là hội nghị …; buổi chiều là …”)."""
    for m in p.alone.finditer(page.folded):
        if page.folded.endswith("; ", 0, m.start()) or page.sentences[page.sentence_at(m.start())][0] == m.start():
            yield m


def _parted(page: Page) -> str:
    """The folded text with a space for the last letter before each sentence that ran into the one before (“… phườngNgày 17-5”)."""
    begins = [begin for begin, _ in page.sentences[1:] if page.text[begin - 1].isalpha()]
    if not begins:
        return page.folded
    parts = [page.folded[last : begin - 1] for last, begin in pairwise([0, *begins])]
    return " ".join([*parts, page.folded[begins[-1] :]])


@lru_cache(maxsize=2)
def _numbers(text: str, number: re.Pattern[str]) -> tuple[int, ...]:
    """Where the numbers begin that can be days."""
    return tuple(m.start() for m in number.finditer(text))


def _at(begins: Sequence[int], pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """The matches of a pattern at some places, in text order and without overlaps."""
    end = 0
    for begin in begins:
        if begin >= end and (m := pattern.match(text, begin)):
            end = m.end()
            yield m


def _spans(text: str, numbers: Sequence[int], p: _Patterns) -> Iterator[DateMention]:
    """Spans of days, in numbers and in words."""
    found = [(m, int(m[5]), _int(m[6])) for m in _at(numbers, p.span, text)]
    found += [(m, _month(m[4], p), _int(m[5])) for m in _at(numbers, p.span_words, text)]
    for m, month, year in found:
        last = DateMention(m.start(), m.end(), year, month, int(m[3]), first_day=int(m[1]), first_month=_int(m[2]) or month)
        lead = _with_prefix(last, text, p) or _since(last, m, text, p)
        listed = bool(m[2]) and "," in m[0]  # “ngày 12/7, 15/7” are two days
        if lead and not listed and _valid(lead) and _is_span(lead) and not p.lunar_behind.match(text, lead.end):
            yield lead


def _checked(mention: DateMention, text: str, p: _Patterns, *, anchored: bool) -> Iterator[DateMention]:
    lead = _with_prefix(mention, text, p)
    if lead is None and anchored:
        return
    mention = lead or replace(mention, core=mention.begin)
    if _valid(mention) and not p.lunar_behind.match(text, mention.end):
        yield mention


def _with_prefix(mention: DateMention, text: str, p: _Patterns) -> DateMention | None:
    """The mention with the words before it (“chiều”, “ngày”, “sáng nay (”); None where none stand there."""
    window = max(mention.begin - 40, 0)
    m = p.prefix.search(text, window, mention.begin)
    if not m or not (m[1] or m[2] or m[3]):
        return None
    end = mention.end + (1 if "(" in m[0] and text[mention.end : mention.end + 1] == ")" else 0)
    return replace(mention, begin=m.start(), end=end, part=p.parts.get(m[1] or ""), core=mention.begin)


def _since(mention: DateMention, m: re.Match[str], text: str, p: _Patterns) -> DateMention | None:
    """A span with slashes behind “từ” alone (“từ 10 đến 13/6”), if no unit of measure follows."""
    since = p.since.search(text, max(mention.begin - 8, 0), mention.begin) if "/" in m[0] else None
    return replace(mention, begin=since.start(1), core=mention.begin) if since and p.after.match(text, mention.end) else None


def _is_span(m: DateMention) -> bool:
    """Whether the first day of a span exists and lies before its last; without a year of its own it may lie in the year before."""
    first = m.first_month or 0, m.first_day or 0
    last = m.month or 0, m.day or 0
    year = m.year if first < last else m.year - 1 if m.year else None
    return _valid_day(year, *first) and (first < last or first[0] > last[0])


def _valid(m: DateMention) -> bool:
    return _valid_day(m.year, m.month or 0, m.day or 0)


def _valid_day(year: int | None, month: int, day: int) -> bool:
    """Whether a day exists; without a year 29 February does."""
    return 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year if year else 2024, month)[1]


def _int(text: str | None) -> int | None:
    return int(text) if text else None


def _month(text: str, p: _Patterns) -> int:
    return int(text) if text.isdecimal() else p.months[text]
