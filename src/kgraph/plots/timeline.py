"""What happened when, in lanes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from kgraph.plots.canvas import COLOURS, FAINT, INK, MARKS, broken, sheet
from kgraph.plots.days import set_days

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_LINE = 0.24
"""Inches that a moment with its words takes of the height."""


@dataclass(frozen=True, slots=True)
class Moment:
    """Something on a day, or between two days, with its words; `lane` groups what is drawn together, `kind` gives the colour and mark."""

    first: date
    last: date
    label: str
    lane: str = ""
    kind: str = ""


def draw_timeline(moments: Sequence[Moment], *, title: str = "", across: str = "") -> Figure:
    """Moments from the earliest down, lane by lane as lanes come; each has a line of its own, so no words cover others."""
    lanes = list(dict.fromkeys(moment.lane for moment in moments))
    kinds = list(dict.fromkeys(moment.kind for moment in moments))
    rows = [m for lane in lanes for m in sorted((m for m in moments if m.lane == lane), key=lambda m: (m.first, m.last, m.label))]
    low, high = min(m.first for m in rows), max(m.last for m in rows)
    span = max(1, high.toordinal() - low.toordinal())
    with sheet(8.2, 1.0 + _LINE * (len(rows) + 0.4 * len(lanes)) + (0.3 if len(kinds) > 1 else 0)) as figure:
        axes = figure.add_subplot()
        y, middles = 0.0, []
        for number, lane in enumerate(lanes):
            top = y
            for moment in (m for m in rows if m.lane == lane):
                _moment(axes, moment, y, kinds.index(moment.kind), left=moment.first.toordinal() - low.toordinal() > 0.5 * span)
                y += 1
            middles.append((top + y - 1) / 2)
            if number + 1 < len(lanes):
                axes.axhline(y - 0.3, color=FAINT, lw=0.8)
            y += 0.4
        axes.set_ylim(y - 0.7, -0.8)
        axes.set_yticks(middles, [broken(lane, 22, 2) for lane in lanes])
        axes.tick_params(axis="y", length=0)
        set_days(axes, low, high)
        axes.grid(axis="x", color="#EEEEEE")
        axes.set_axisbelow(True)
        axes.spines["left"].set_visible(False)
        axes.set_xlabel(across)
        axes.set_title(title)
        if len(kinds) > 1 and all(kinds):
            handles = [
                axes.plot([], [], MARKS[i % len(MARKS)], color=COLOURS[i % len(COLOURS)], label=kind)[0] for i, kind in enumerate(kinds)
            ]
            figure.legend(handles=handles, loc="outside lower left", ncols=min(4, len(kinds)), frameon=False)
        return figure


def _moment(axes: Axes, moment: Moment, y: float, kind: int, *, left: bool) -> None:
    colour = COLOURS[kind % len(COLOURS)]
    first, last = moment.first.toordinal(), moment.last.toordinal()
    if first != last:
        axes.plot([first, last], [y, y], color=colour, lw=3, alpha=0.45, solid_capstyle="butt", zorder=2)
    axes.plot([first], [y], MARKS[kind % len(MARKS)], color=colour, ms=6, mec="white", mew=0.6, zorder=3)
    axes.annotate(
        broken(moment.label, 62, 1),
        (first if left else last, y),
        xytext=(-7 if left else 7, 0),
        textcoords="offset points",
        ha="right" if left else "left",
        va="center",
        fontsize=7.8,
        color=INK,
        zorder=4,
    )
