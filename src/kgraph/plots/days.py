"""Days along an axis: as numbers, and with marks that a reader expects."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_DAYS = (1, 2, 3, 5, 7, 14)
_MONTHS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200)


def marks(first: date, last: date, *, most: int = 9) -> tuple[tuple[int, str], ...]:
    """At most so many marks from the first to the last day, as (ordinal of the day, its words): days, months or years.

    >>> [words for _, words in marks(date(2024, 11, 29), date(2024, 12, 17))]
    ['29/11', '2/12', '5/12', '8/12', '11/12', '14/12', '17/12']
    >>> [words for _, words in marks(date(2016, 5, 15), date(2022, 12, 21))]
    ['2017', '2018', '2019', '2020', '2021', '2022']
    >>> [words for _, words in marks(date(2024, 1, 1), date(2024, 12, 31))]
    ['1/2024', '3/2024', '5/2024', '7/2024', '9/2024', '11/2024']
    """
    low, high = first.toordinal(), last.toordinal()
    for step in _DAYS:
        if (high - low) // step < most:
            days = [date.fromordinal(day) for day in range(low, high + 1, step)]
            return tuple((day.toordinal(), f"{day.day}/{day.month}") for day in days)
    for step in _MONTHS:
        months = [month for month in range(first.year * 12, last.year * 12 + 12) if month % step == 0]
        starts = [day for day in (date(month // 12, month % 12 + 1, 1) for month in months) if low <= day.toordinal() <= high]
        if len(starts) <= most:
            return tuple((day.toordinal(), str(day.year) if step % 12 == 0 else f"{day.month}/{day.year}") for day in starts)
    return ()


def set_days(axes: Axes, first: date, last: date) -> None:
    """Lets the axis across run over the days with a little room on both sides."""
    room = max(1, round(0.04 * (last.toordinal() - first.toordinal())))
    shown = marks(first, last)
    axes.set_xticks([day for day, _ in shown], [words for _, words in shown])
    axes.set_xlim(first.toordinal() - room, last.toordinal() + room)
