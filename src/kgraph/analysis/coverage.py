"""How many articles there are about each place in each month: what silence is worth."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from kgraph.analysis.entities import Entity
from kgraph.analysis.whereabouts import provinces_of
from kgraph.analysis.whole import Whole

NOWHERE = ""
"""The key of articles that are about no place."""


@dataclass(frozen=True, slots=True)
class Row:
    """The articles about one place, or (`place` None) of all, or those about no one place (`nowhere`): how many in each period, how many
    without a known one, how many reprints, how many in all."""

    place: Entity | None
    province: Entity | None
    counts: Mapping[str, int]
    undated: int
    reprints: int
    total: int
    nowhere: bool = False


@dataclass(frozen=True, slots=True)
class Coverage:
    """The matrix: periods (`2024-03`, or `2024`) from the first to the last that has an article, none left out between, and a row a place.

    `totals` is the row of all articles, each counted once.
    """

    periods: tuple[str, ...]
    rows: tuple[Row, ...]
    totals: Row


def read_coverage(whole: Whole, *, by_year: bool = False, provinces: bool = False) -> Coverage:
    """How many articles there are about each place and month (or year), the places with most articles first.

    An article is about the lowest unit that covers the whole of it; with `provinces` it is counted for the province. A date that names no
    month counts as undated, unless years are asked for. Reprints count, for they were published, and are told apart.
    """
    about: dict[str, list[str]] = {NOWHERE: []}
    for article in whole.sources:
        places: Iterable[str] = whole.objects(article, "about")
        if provinces:
            places = [province.iri for province in provinces_of(whole, places)]
        for place in [place for place in places if place in whole.entities] or [NOWHERE]:
            about.setdefault(place, []).append(article)
    length = 4 if by_year else 7
    rows = [replace(_row(whole, place, articles, length), nowhere=place == NOWHERE) for place, articles in about.items() if articles]
    totals = _row(whole, NOWHERE, list(whole.sources), length)
    rows.sort(key=lambda row: (row.place is None, -row.total, row.place.label if row.place else "", row.place.iri if row.place else ""))
    return Coverage(_periods(totals.counts), tuple(rows), totals)


def _row(whole: Whole, place: str, articles: list[str], length: int) -> Row:
    dates = [whole.sources[article].published for article in articles]
    known = Counter(date[:length] for date in dates if _tells(date, length))
    entity = whole.entities.get(place)
    province = next(iter(provinces_of(whole, [place])), None) if entity else None
    reprints = sum(bool(whole.objects(article, "reprintOf")) for article in articles)
    return Row(entity, province, dict(sorted(known.items())), len(articles) - known.total(), reprints, len(articles))


def _tells(edtf: str, length: int) -> bool:
    """Whether a date names the year, and for seven letters the month: `2024-33` is a quarter, `2024-XX` none.

    >>> _tells("2024-03-19", 7), _tells("2024", 7), _tells("2024", 4), _tells("2024-33", 7), _tells("", 4)
    (True, False, True, False, False)
    """
    year, month = edtf[:4], edtf[5:7]
    return len(year) == 4 and year.isdecimal() and (length == 4 or (len(month) == 2 and month.isdecimal() and 1 <= int(month) <= 12))


def _periods(counts: Iterable[str]) -> tuple[str, ...]:
    """All months or years from the first to the last.

    >>> _periods(["2023-11", "2024-02"]), _periods(["2021", "2023"])
    (('2023-11', '2023-12', '2024-01', '2024-02'), ('2021', '2022', '2023'))
    """
    known = sorted(counts)
    if not known:
        return ()
    first, last = known[0], known[-1]
    if len(first) == 4:
        return tuple(f"{year:04}" for year in range(int(first), int(last) + 1))
    begin, end = (int(period[:4]) * 12 + int(period[5:]) - 1 for period in (first, last))
    return tuple(f"{month // 12:04}-{month % 12 + 1:02}" for month in range(begin, end + 1))
