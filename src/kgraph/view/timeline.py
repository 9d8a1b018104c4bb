"""Places in time: days from left to right, kinds of things in lanes one under the other. Whole numbers.

A day is as wide as what happened on it needs; days without anything are narrow, and a silence of years is no wider than one of a year.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from math import isqrt

from kgraph.analysis.projection import Network
from kgraph.analysis.when import When
from kgraph.view.labels import SYMBOL, label_box

LANES = ("Directive", "Campaign", "Event")
EMPTY, SILENCE = 4, 90
"""Days without anything to a pixel, and pixels that a silence is wide at most."""

GAP, APART, TICKS = 10, 60, 90
_CELL = 190

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Axis:
    """A place for every node of which a day, month or year is known, and marks on the axis: an EDTF year or month and where it begins."""

    places: Mapping[str, Place]
    ticks: tuple[tuple[str, int], ...]


def time_positions(network: Network) -> Axis:
    """Needs the node attribute `when` (see analysis.dating). What is known only as a month or year stands in its middle."""
    lanes: dict[str, list[tuple[date, str]]] = defaultdict(list)
    for name, data in sorted(network.nodes.items()):
        if data["class"] in LANES and data["when"].first:
            lanes[data["class"]].append((_middle(data["when"]), name))
    starts = _days(lanes)
    places: dict[str, Place] = {}
    top = 0
    for lane in LANES:
        items = _across(sorted(lanes[lane]), starts)
        boxes = [label_box(network.nodes[name]["label"]) for _, name in items]
        rows = _rows([(x, width) for (x, _), (width, _) in zip(items, boxes, strict=True)])
        high = max((height for _, height in boxes), default=0) + GAP
        places |= {name: (x, top + row * high + SYMBOL // 2) for (x, name), row in zip(items, rows, strict=True)}
        top += (max(rows) + 1) * high + APART if rows else 0
    return Axis(dict(sorted(places.items())), _ticks(starts))


def _middle(when: When) -> date:
    first, last = date.fromisoformat(when.first), date.fromisoformat(when.last)
    return date.fromordinal((first.toordinal() + last.toordinal()) // 2)


def _days(lanes: Mapping[str, Sequence[tuple[date, str]]]) -> dict[date, int]:
    """Where each day with something on it begins: it is wide enough for the fullest of its lanes."""
    wide: Counter[date] = Counter()
    for items in lanes.values():
        for day, count in Counter(day for day, _ in items).items():
            wide[day] = max(wide[day], count * _step(len(items)))
    starts: dict[date, int] = {}
    x, before = 0, None
    for day in sorted(wide):
        x += min(SILENCE, (day - before).days // EMPTY) if before else 0
        starts[day] = x
        x, before = x + wide[day], day
    return starts


def _step(count: int) -> int:
    """From one thing to the next of a lane: so that they fill about as many rows as columns."""
    return _CELL // max(2, isqrt(2 * count))


def _across(items: Sequence[tuple[date, str]], starts: Mapping[date, int]) -> list[tuple[int, str]]:
    """The things of a lane from left to right, each with its x."""
    step = _step(len(items))
    return [(starts[day] + step * i, name) for day, same in groupby(items, key=lambda item: item[0]) for i, (_, name) in enumerate(same)]


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


def _ticks(starts: Mapping[date, int]) -> tuple[tuple[str, int], ...]:
    """Every year that is not too near the one before it, and between years the months with room."""
    marks: dict[str, int] = {}
    last = -TICKS
    for month, days in groupby(starts, key=lambda day: f"{day.year:04}-{day.month:02}"):
        x = starts[next(days)]
        if x - last >= TICKS:
            marks[month[:4] if month[:4] not in marks else month] = last = x
    return tuple(marks.items())
