"""How many units have carried something out by each day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from kgraph.plots.canvas import COLOURS, INK, MARKS, SOFT, broken, sheet
from kgraph.plots.days import set_days

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_NAMED = 24
"""Up to so many points have their name beside them; more would hide one another."""


@dataclass(frozen=True, slots=True)
class Line:
    """One group of units: its name, and the day and name of each, in any order."""

    label: str
    points: tuple[tuple[date, str], ...]


def draw_spread(
    lines: Sequence[Line],
    *,
    start: date | None = None,
    end: date | None = None,
    title: str = "",
    across: str = "",
    up: str = "",
    origin: str = "",
) -> Figure:
    """A rising staircase for each group, below one another on the same days: from `start` (a broken line with `origin` beside it) to `end`.

    `across` and `up` name the axes. Where the points of a group are few each has the name of its unit.
    """
    days = [day for line in lines for day, _ in line.points]
    first, last = min([*days, *([start] if start else [])]), max([*days, *([end] if end else [])])
    heights = [_height(line) for line in lines]
    with sheet(7.2, 1.1 + sum(heights)) as figure:
        panels = figure.subplots(len(lines), 1, sharex=True, squeeze=False, height_ratios=heights)[:, 0]
        for place, (axes, line) in enumerate(zip(panels, lines, strict=True)):
            _staircase(axes, line, COLOURS[place % len(COLOURS)], MARKS[place % len(MARKS)], last)
            if len(line.points) <= _NAMED:
                _names(axes, line, first, last)
            if start:
                _origin(axes, start, "" if place else origin)
        set_days(panels[-1], first, last)
        panels[-1].set_xlabel(across)
        figure.supylabel(up, fontsize=9)
        panels[0].set_title(title, pad=18)
        return figure


def _height(line: Line) -> float:
    """Inches of a panel."""
    return 0.55 + 0.27 * len(line.points) if len(line.points) <= _NAMED else 3.2


def _staircase(axes: Axes, line: Line, colour: str, mark: str, last: date) -> None:
    days = [day.toordinal() for day, _ in sorted(line.points)]
    counts = list(range(1, len(days) + 1))
    most = counts[-1]
    axes.step([days[0], *days, last.toordinal()], [0, *counts, most], where="post", color=colour, lw=1.6, zorder=2)
    axes.plot(days, counts, mark, color=colour, ms=5.5 if most <= _NAMED else 3, mec="white", mew=0.5, zorder=3)
    axes.annotate(
        f"{line.label} ({most})",
        (0, 1),
        xycoords="axes fraction",
        xytext=(0, 2),
        textcoords="offset points",
        color=colour,
        weight="bold",
        fontsize=8.5,
    )
    axes.set_yticks(range(0, most + 1, max(1, -(-most // 8))))
    axes.set_ylim(0, most + 0.7)
    axes.grid(axis="y", color="#EEEEEE")
    axes.set_axisbelow(True)


def _names(axes: Axes, line: Line, first: date, last: date) -> None:
    """To the right of a point, below the line that goes on there; late ones to the left, above the line that comes."""
    middle = first.toordinal() + 0.72 * (last.toordinal() - first.toordinal())
    for count, (day, name) in enumerate(sorted(line.points), 1):
        left = day.toordinal() > middle
        axes.annotate(
            broken(name, 40, 1),
            (day.toordinal(), count),
            xytext=(-7, 3) if left else (7, -3),
            textcoords="offset points",
            ha="right" if left else "left",
            va="bottom" if left else "top",
            fontsize=7.5,
            color=INK,
            zorder=4,
        )


def _origin(axes: Axes, start: date, words: str) -> None:
    day = start.toordinal()
    axes.axvline(day, color=SOFT, lw=1, ls="--", zorder=1)
    place = (day, 1.0)
    axes.annotate(
        words, place, xycoords=("data", "axes fraction"), xytext=(4, -2), textcoords="offset points", va="top", fontsize=8, color=SOFT
    )
