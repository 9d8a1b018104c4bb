"""What a text without a day of publication says of its year: clues, each with the months of a day that it holds for.

A year that is told is seldom the year of the telling. “6 tháng đầu năm 2024” is said in summer, “nhiệm vụ năm 2024” from November to
autumn, “tháng 5/2024” soon after that month; “60 năm … (14/6/1957)” and “năm Đinh Dậu” can be counted. Nothing is told before it happened.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from kgraph.lexicon import Lexicon
from kgraph.rules.dates import DateMention
from kgraph.rules.years import bare_years, is_elsewhere, text_year
from kgraph.scan import Page

_LEAD, _SIGNS, _NEAR, _SPRING, _CYCLE, _FIRST_CYCLE = 3, 6, 2, 3, 60, 1984
_BEFORE, _FIRST = 60, 1997
"""Before the first year there was no news on the web."""
_SPAN = re.compile(r"(\d{1,2}[/.-]\d{1,2})[/.-]\d{4} ?[-–/] ?\1[/.-](\d{4})")
"""The day that is kept and its day this year (“3/2/1930 - 3/2/2017”)."""
_TO = re.compile(r" ?[-–—/] ?")


@dataclass(frozen=True, slots=True)
class Clue:
    """The year of a day that lies in a month from `first` to `last`."""

    year: int
    first: int = 1
    last: int = 12


@dataclass(frozen=True, slots=True)
class Spoken:
    """What a text says of its year: the year it speaks of, its clues, and the months and years that are over when it is written."""

    year: int | None
    clues: tuple[Clue, ...] = ()
    over: tuple[tuple[int, int], ...] = ()

    def year_of(self, date: DateMention) -> int | None:
        """The year of a day without one: the latest that a clue holds for; None where none does, or where something later is over.

        >>> may = DateMention(0, 1, month=5, day=5)
        >>> Spoken(None, (Clue(2023, 4, 6), Clue(2024))).year_of(may), Spoken(None, (Clue(2024),), ((2024, 9),)).year_of(may)
        (2024, None)
        """
        month = date.month or (date.quarter or 0) * 3
        years = [c.year for c in self.clues if c.first <= month <= c.last]
        latest = max(self.over, default=(0, 0))
        return max(years) if years and latest <= (max(years), month) else None


def find_spoken(page: Page, dates: Sequence[DateMention], lexicon: Lexicon, *, published: str | None) -> Spoken:
    """What a page says of its year, as far as that is asked: not where its publication tells, without clues where all dates have years."""
    if published:
        return Spoken(None)
    year = text_year(page, dates, lexicon)
    return Spoken(year) if all(d.year or d.today for d in dates) else find_clues(page, dates, year, lexicon)


def find_clues(page: Page, dates: Sequence[DateMention], year: int | None, lexicon: Lexicon) -> Spoken:
    """What a page that speaks of a `year` says of it."""
    plain = [d for d in dates if d.year and not is_elsewhere(page, d, lexicon) and not _is_of_law(page, d)]
    kept = _kept_days(page, dates)
    past = [d for d in dates if d.year and d not in kept and (d.month or d in plain)]
    over = [(d.year or 0, d.month or 0) for d in past if _is_over(page, d, lexicon)]
    near = [*(Clue(d.year) for d in kept if d.year), *_counted(page, lexicon), *(c for d in dates for c in _near(page, d, lexicon))]
    clues = [c for d in plain if not d.month for c in _of_year(page, d, lexicon)]
    clues += [Clue(y) for y in bare_years(page, dates, lexicon)]
    ahead = max((y for y, _ in over), default=9998) + 1
    found = (*(c for c in near if c.year >= _FIRST), *(c for c in clues if _FIRST <= c.year <= ahead))
    return Spoken(year, found, tuple(over))


def _kept_days(page: Page, dates: Sequence[DateMention]) -> list[DateMention]:
    """The days that are kept this year, be it soon or not long ago: each ends a span that begins on its day of an earlier year."""
    return [
        day
        for first, day in pairwise(dates)
        if (first.day, first.month) == (day.day, day.month)
        and (first.year or 0) < (day.year or 0)
        and first.year
        and _TO.fullmatch(page.text, first.end, day.begin)
    ]


def _near(page: Page, date: DateMention, lexicon: Lexicon) -> Iterator[Clue]:
    """A month or a part of a year that is told is not long ago."""
    before = page.folded[max(date.begin - _BEFORE, 0) : date.begin]
    if not date.year or _is_of_law(page, date):
        return
    due = date.is_day and _deadline(lexicon).search(before)
    if (date.month or date.quarter) and (due or _stands_ahead(page, date, lexicon, firm=True)):
        month = date.month or (date.quarter or 0) * 3
        yield Clue(date.year, max(month - _NEAR - 1, 1), month)
    elif date.month and not is_elsewhere(page, date, lexicon):
        yield from _from(date.year, date.month - date.is_day, _NEAR + date.is_day)
    elif date.quarter:
        yield from _from(date.year, date.quarter * 3, _NEAR)
    elif months := _half(lexicon).search(before):
        yield from _from(date.year, int(months[1]), _NEAR)


def _from(year: int, month: int, more: int) -> Iterator[Clue]:
    """The clue of some months from one on, in two parts where they go into the next year.

    >>> list(_from(2023, 11, 2))
    [Clue(year=2023, first=11, last=12), Clue(year=2024, first=1, last=1)]
    """
    yield Clue(year, max(month, 1), min(month + more, 12))
    if month + more > 12:
        yield Clue(year + 1, 1, month + more - 12)


def _of_year(page: Page, date: DateMention, lexicon: Lexicon) -> Iterator[Clue]:
    """A year that is planned is so from November before it; one in the lead is reviewed from June to March behind it, or it is this one."""
    lead = page.sentence_at(date.begin) <= _LEAD
    year, before = date.year or 0, page.folded[max(date.begin - _BEFORE, 0) : date.begin]
    if _planned(lexicon).search(before):
        yield from (Clue(year, 1, 10), Clue(year - 1, 11, 12))
    elif lead and _reviewed(lexicon).search(before):
        yield from (Clue(year, 6, 12), Clue(year + 1, 1, 3))
    elif lead and not _awarded(lexicon).search(before):
        yield Clue(year, 1 if _is_named(page, date) else _SPRING + 1)


def _counted(page: Page, lexicon: Lexicon) -> Iterator[Clue]:
    """Years that can be counted: the end of an anniversary, its number and first year, a school year, a year of two signs."""
    text, lead = page.folded, page.sentences[min(_LEAD, len(page.sentences) - 1)][1] if page.sentences else 0
    yield from (Clue(int(m[2])) for m in _SPAN.finditer(text, 0, lead))
    yield from (Clue(int(m[3])) for m in _kept(lexicon).finditer(text, 0, lead) if int(m[3]) - int(m[2]) == int(m[1]))
    yield from (Clue(int(m[2]) + int(m[1])) for m in _anniversary(lexicon).finditer(text, 0, lead))
    for m in _school_year(lexicon).finditer(text, 0, lead):
        yield from (Clue(int(m[1]), 9, 12), Clue(int(m[2]), 1, 5))
    for m in _sign_year(lexicon).finditer(text, 0, page.sentences[min(_SIGNS, len(page.sentences) - 1)][1] if page.sentences else 0):
        yield from (Clue(year, 1, 10) for year in [_cycle(m[1], m[2], lexicon)] if year)
        yield from (Clue(year - 1, 11, 12) for year in [_cycle(m[1], m[2], lexicon)] if year)


def _cycle(stem: str, branch: str, lexicon: Lexicon) -> int | None:
    """The year from 1984 to 2043 that bears two signs; None where no year bears both."""
    stems, branches = lexicon.entry("sign/stem").forms, lexicon.entry("sign/branch").forms
    number = next((n for n in range(_CYCLE) if stems[n % len(stems)] == stem and branches[n % len(branches)] == branch), None)
    return None if number is None else _FIRST_CYCLE + number


def _is_named(page: Page, date: DateMention) -> bool:
    """Whether a year is that of a name (“Lễ hội Hoa năm 2024”), not when something was so, which may be told in spring."""
    event = page.between("event", max(date.begin - _BEFORE, 0), date.begin)
    return bool(event) and not re.search(r"[,;.:]", page.folded[event[-1].end : date.begin])


def _is_of_law(page: Page, date: DateMention) -> bool:
    """Whether a year is that of a document named before it (“Luật Hợp tác xã năm 2012”)."""
    found = page.between("directive", max(date.begin - _BEFORE, 0), date.begin)
    return bool(found) and not re.search(r"[,;.:]", page.folded[found[-1].end : date.begin])


def _is_over(page: Page, date: DateMention, lexicon: Lexicon) -> bool:
    """Whether a date that is told lies behind: it is no deadline, and nothing is to be done by then."""
    return not _stands_ahead(page, date, lexicon) and not _deadline(lexicon).search(page.folded, max(date.begin - 12, 0), date.begin)


def _stands_ahead(page: Page, date: DateMention, lexicon: Lexicon, *, firm: bool = False) -> bool:
    """Whether the sentence of a date says what is to be done by then; not only that there is a plan, if it must be `firm`."""
    return bool(_ahead(lexicon, firm).search(page.folded, *page.sentences[page.sentence_at(date.begin)]))


@cache
def _ahead(lexicon: Lexicon, firm: bool) -> re.Pattern[str]:
    return re.compile(rf"{lexicon.words('sign/demand', 'cue/plan', *([] if firm else ['sign/plan-of']))}\b")


@cache
def _deadline(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\b{lexicon.alternation('cue/deadline')} $")


@cache
def _awarded(lexicon: Lexicon) -> re.Pattern[str]:
    """Prizes are given for a year in the next one."""
    return re.compile(rf"\b{lexicon.alternation('sign/award-of')}\b[^.;\n]*$")


@cache
def _half(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\b(\d\d?) {lexicon.alternation('date/month')} {lexicon.alternation('sign/half')} $")


@cache
def _planned(lexicon: Lexicon) -> re.Pattern[str]:
    carried, plan = lexicon.alternation("sign/carried-out"), lexicon.alternation("sign/plan-of")
    return re.compile(rf"(?:^|\W)(?!{carried} {plan})[^\W\d_]+ {plan}\b[^,.;\n]*$|(?:^|[,.;] ){plan}\b[^,.;\n]*$")


@cache
def _reviewed(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\b{lexicon.alternation('sign/review-of')}\b[^,.;\n]*$")


@cache
def _anniversary(lexicon: Lexicon) -> re.Pattern[str]:
    """“60 năm Ngày thành lập (14/6/1957)”."""
    year = lexicon.alternation("date/year")
    return re.compile(
        rf"(\d(?<!\w\d)\d{{0,2}}) {year} [^().;\n]{{0,90}}\((?:{lexicon.alternation('date/day')} )?(?:\d\d?[/.-]){{1,2}}(\d{{4}})\)"
    )


@cache
def _kept(lexicon: Lexicon) -> re.Pattern[str]:
    """“415 năm thành lập (1602-2017)”."""
    return re.compile(rf"(\d(?<!\w\d)\d{{0,2}}) {lexicon.alternation('date/year')} [^().;\n]{{0,90}}\((\d{{4}}) ?[-–] ?(\d{{4}})\)")


@cache
def _school_year(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"{lexicon.words('sign/school-year')} ((?:19|20)\d\d) ?[-–/] ?((?:19|20)\d\d)\b")


@cache
def _sign_year(lexicon: Lexicon) -> re.Pattern[str]:
    before, stem, branch = (
        lexicon.words("sign/spring", "date/year"),
        lexicon.alternation("sign/stem"),
        lexicon.alternation("sign/branch"),
    )
    return re.compile(rf"{before} ({stem}) ({branch})\b")
