"""Places in time: days from left to right, kinds of things in lanes one under the other. Whole numbers.

A month is as wide as what happened in it needs; empty months are narrow, and a long silence is no wider than a short one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import isqrt

from kgraph.analysis.projection import Network
from kgraph.analysis.when import When
from kgraph.view.labels import SYMBOL, label_box

LANES = ("Directive", "Campaign", "Event")
EMPTY, SILENCE, NARROW = 8, 120, 40
GAP, APART, TICKS = 10, 60, 90
_CELL = 190
_DAYS = 31

Month = tuple[int, int]
Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Axis:
    """A place for every node of which a day, month or year is known, and marks on the axis: an EDTF year or month and where it begins."""

    places: Mapping[str, Place]
    ticks: tuple[tuple[str, int], ...]


def time_positions(network: Network) -> Axis:
    """Needs the node attribute `when` (see analysis.dating). What is known only as a month or year stands in its middle."""
    days = {name: _middle(data["when"]) for name, data in sorted(network.nodes.items()) if data["when"].first and data["class"] in LANES}
    lanes: dict[str, list[str]] = defaultdict(list)
    for name in sorted(days, key=lambda name: (days[name], name)):
        lanes[network.nodes[name]["class"]].append(name)
    starts = _months(lanes, days)
    places: dict[str, Place] = {}
    top = 0
    for lane in LANES:
        boxes = {name: label_box(network.nodes[name]["label"]) for name in lanes[lane]}
        rows = _rows([(_across(days[name], starts), boxes[name][0]) for name in lanes[lane]])
        high = max((box[1] for box in boxes.values()), default=0) + GAP
        for name, row in zip(lanes[lane], rows, strict=True):
            places[name] = (_across(days[name], starts), top + row * high + SYMBOL // 2)
        top += (max(rows) + 1) * high + APART if rows else 0
    return Axis(dict(sorted(places.items())), _ticks(starts))


def _middle(when: When) -> date:
    first, last = date.fromisoformat(when.first), date.fromisoformat(when.last)
    return date.fromordinal((first.toordinal() + last.toordinal()) // 2)


def _months(lanes: Mapping[str, Sequence[str]], days: Mapping[str, date]) -> dict[Month, tuple[int, int]]:
    """Where each month with something in it begins, and how wide it is."""
    wide: Counter[Month] = Counter()
    for names in lanes.values():
        rows = max(2, isqrt(len(names)))
        for month, count in Counter((days[name].year, days[name].month) for name in names).items():
            wide[month] = max(wide[month], -(-count // rows) * _CELL if count > 1 else NARROW)
    starts: dict[Month, tuple[int, int]] = {}
    x, before = 0, 0
    for one in sorted(wide):
        number = 12 * one[0] + one[1]
        x += min(SILENCE, EMPTY * (number - before - 1)) if before else 0
        starts[one] = (x, wide[one])
        x, before = x + wide[one], number
    return starts


def _across(day: date, starts: Mapping[Month, tuple[int, int]]) -> int:
    start, wide = starts[day.year, day.month]
    return start + wide * (day.day - 1) // _DAYS


def _rows(items: Sequence[tuple[int, int]]) -> list[int]:
    """The row of each (middle, width), given from left to right, so that none covers another: the first row with room.

    >>> _rows([(0, 40), (10, 40), (60, 40)])
    [0, 1, 0]
    """
    ends: list[int] = []
    found: list[int] = []
    for middle, width in items:
        left = middle - width // 2
        row = next((i for i, end in enumerate(ends) if end + GAP <= left), len(ends))
        ends[row : row + 1] = [middle + (width + 1) // 2]
        found.append(row)
    return found


def _ticks(starts: Mapping[Month, tuple[int, int]]) -> tuple[tuple[str, int], ...]:
    """Every year that is not too near the one before it, and between years the months with room."""
    marks: list[tuple[str, int]] = []
    for year, month in starts:
        if f"{year:04}" not in {edtf[:4] for edtf, _ in marks} and (not marks or starts[year, month][0] - marks[-1][1] >= TICKS):
            marks.append((f"{year:04}", starts[year, month][0]))
        elif marks and starts[year, month][0] - marks[-1][1] >= TICKS:
            marks.append((f"{year:04}-{month:02}", starts[year, month][0]))
    return tuple(marks)
