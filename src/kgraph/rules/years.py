"""From a date as written to a date as known: where the missing year comes from, and how that was found."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Sequence
from datetime import date as date_
from datetime import timedelta
from functools import cache

from kgraph.lexicon import Lexicon
from kgraph.model import When
from kgraph.rules.dates import DateMention
from kgraph.scan import Page

_DAYS_AHEAD, _DAYS_PAST, _REACH = 45, 92, 120
_LEAD = 3
# What may not stand before a year is looked at behind its first digits, so that a search steps from one to the next.
_BARE = re.compile(r"(?:19|20)(?<![\d/.,–-]..)(?<![–-] ..)\d\d(?![\d/.]|,\d| ?[–-] ?\d| (?:[^\W\d_]))")
_RANGE = re.compile(r" ?[-–] ?(?:19|20)\d\d")
_NUMBER = re.compile(r"\d[\w-]* ?/ ?[^\W\d_][\w&-]*,? ?\(?$")


def text_year(page: Page, dates: Sequence[DateMention], lexicon: Lexicon) -> int | None:
    """The year that an article itself speaks of, if its own words leave no doubt; else None.

    First the latest year of its title and first sentences, unless a day of a later year is told further down; then the year that
    all its days and months agree on, then the one that all bare years do. Horizons (“đến năm 2030”), terms, anniversaries, life
    stories and the dates of documents say nothing of the time of writing, and an article is not older than what it tells of.
    """
    told = [(d.year, d) for d in dates if d.year and not is_elsewhere(page, d, lexicon)]
    lead = [year for year, d in told if page.sentence_at(d.begin) <= _LEAD] or bare_years(page, dates, lexicon)
    dated = {year for year, d in told if d.month}
    if len({year for year, d in told if d.is_day and page.sentence_at(d.begin) <= _LEAD}) > 1:
        return None
    if lead:
        return max(lead) if max(lead) >= max((year for year, d in told if d.is_day), default=0) else None
    bare = [year for year, d in told if not d.month]
    if dated:
        return max(dated) if len(dated) == 1 and max(dated) >= max(bare, default=0) else None
    return bare[0] if len(set(bare)) == 1 and len(bare) > 1 else None


def bare_years(page: Page, dates: Iterable[DateMention], lexicon: Lexicon) -> list[int]:
    """Years without a word in the title or the first sentence (“Lễ hội Xuân 2017”), of a spring in the lead; none of a date or a span."""
    if not page.sentences:
        return []
    end, lead = (page.sentences[min(number, len(page.sentences) - 1)][1] for number in (1, _LEAD))
    springs = [int(m[1]) for m in _spring(lexicon).finditer(page.folded, 0, lead)]
    inside = {offset for d in dates if d.begin < end for offset in range(d.begin, d.end)}
    return [*(int(m[0]) for m in _BARE.finditer(page.folded, 0, end) if m.start() not in inside), *springs]


def is_elsewhere(page: Page, date: DateMention, lexicon: Lexicon) -> bool:
    """Whether a date is a horizon, an anniversary or a document's, or one end of a span of years."""
    before = page.folded[max(date.begin - 40, 0) : date.begin]
    if _half(lexicon).search(before):
        return False
    return bool(
        _elsewhere(lexicon).search(before)
        or _RANGE.match(page.folded, date.end)
        or _NUMBER.search(before)
        or _document(lexicon).search(before)
    )


@cache
def _spring(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"{lexicon.words('sign/spring')}(?: [^\W\d_]+){{0,3}} ((?:19|20)\d\d)\b(?! ?[-–/])")


@cache
def _half(lexicon: Lexicon) -> re.Pattern[str]:
    """The months of a year that are reviewed or planned in that year (“6 tháng đầu năm 2024”)."""
    return re.compile(rf"\d {lexicon.alternation('date/month')} {lexicon.alternation('sign/half')} $")


@cache
def _document(lexicon: Lexicon) -> re.Pattern[str]:
    """The number of a document right before its day (“Quy định số 01 ngày 3/3/2016”)."""
    return re.compile(rf"\b{lexicon.alternation('sign/number')} ?\d[\w/&-]*,? ?\(?$")


@cache
def _elsewhere(lexicon: Lexicon) -> re.Pattern[str]:
    horizon, unit = lexicon.alternation("sign/horizon"), lexicon.alternation("date/day", "date/month", "date/year")
    return re.compile(rf"\b{horizon}(?: {unit})?(?: \d+)? ?$|\b{lexicon.alternation('date/anniversary')}[^,.;]{{0,25}}$")


def is_ahead(page: Page, date: DateMention, lexicon: Lexicon) -> bool:
    """Whether a date is told as one to come (“sẽ diễn ra từ 8 đến 11/11”, “vào ngày 1/6 tới”)."""
    return is_next(page, date, lexicon) or bool(_coming(lexicon).search(page.folded, max(date.begin - _REACH, 0), date.begin))


def is_next(page: Page, date: DateMention, lexicon: Lexicon) -> bool:
    """Whether a date is said to be the next of its name (“ngày 1/6 tới”)."""
    return bool(_next(lexicon).match(page.folded, date.end))


@cache
def _coming(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"{lexicon.words('cue/plan')}\b[^.;\n]*$")


@cache
def _next(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf" {lexicon.alternation('date/next')}\b")


def resolve(date: DateMention, text: str, *, published: str | None, spoken: int | None, ahead: bool = False) -> When:
    """What a date is known to be.

    `published` is the publication date (EDTF, full or partial), `spoken` the year of `text_year`; `ahead` if it is to come. The resolution
    is one of stated, publication-date, text-year, leap-day, relative, unresolved; an unresolved year stays `XXXX`.
    """
    if date.today:
        day = (date_.fromisoformat(published) + timedelta(days=date.shift)).isoformat() if published and len(published) == 10 else None
        return When(text, day or "XXXX", day, day, "relative" if day else "unresolved", date.part)
    if date.quarter:
        return _quarter(date, text, published, spoken)
    if date.year:
        return _known(date, text, date.year, "stated")
    year, basis = _missing_year(date, published, spoken, ahead)
    return _known(date, text, year, basis) if year else When(text, _edtf(date, None), None, None, "unresolved", date.part)


def _missing_year(date: DateMention, published: str | None, spoken: int | None, ahead: bool) -> tuple[int | None, str]:
    """Publication first: the year that puts the date nearest to it, far ahead of it only if it is to come; then that the text speaks of."""
    leap = (date.month, date.day) == (2, 29)
    if published and published[:4].isdecimal():
        year = int(published[:4])
        if len(published) >= 7:
            said = (date.month or 0) * 31 + (date.day or 0)
            out = int(published[5:7]) * 31 + int(published[8:10] or 31)
            if said - out > _DAYS_AHEAD and not ahead:
                year -= 1
            elif out - said > (_DAYS_PAST if ahead else 12 * 31 - _DAYS_AHEAD):
                year += 1
        return (year, "publication-date") if not leap or calendar.isleap(year) else (None, "unresolved")
    if spoken:
        if leap and not calendar.isleap(spoken):
            return None, "unresolved"
        return spoken, "leap-day" if leap else "text-year"
    return None, "unresolved"


def _known(date: DateMention, text: str, year: int, basis: str) -> When:
    if not date.month:
        return When(text, f"{year:04}", f"{year:04}-01-01", f"{year:04}-12-31", basis, date.part)
    if not date.day:
        last = calendar.monthrange(year, date.month)[1]
        return When(
            text, f"{year:04}-{date.month:02}", f"{year:04}-{date.month:02}-01", f"{year:04}-{date.month:02}-{last}", basis, date.part
        )
    end = f"{year:04}-{date.month:02}-{date.day:02}"
    if date.first_day:
        start_month = date.first_month or date.month
        start = f"{year - (start_month > date.month):04}-{start_month:02}-{date.first_day:02}"
        return When(text, f"{start}/{end}", start, end, basis, date.part)
    return When(text, end, end, end, basis, date.part)


def _quarter(date: DateMention, text: str, published: str | None, spoken: int | None) -> When:
    quarter = date.quarter or 1
    year, basis = (date.year, "stated") if date.year else (int(published[:4]), "publication-date") if published else (spoken, "text-year")
    if not year:
        return When(text, f"XXXX-{32 + quarter}", None, None, "unresolved")
    last = calendar.monthrange(year, quarter * 3)[1]
    return When(text, f"{year:04}-{32 + quarter}", f"{year:04}-{quarter * 3 - 2:02}-01", f"{year:04}-{quarter * 3:02}-{last}", basis)


def _edtf(date: DateMention, year: int | None) -> str:
    head = f"{year:04}" if year else "XXXX"
    if not date.month:
        return head
    return f"{head}-{date.month:02}" + (f"-{date.day:02}" if date.day else "")
