"""A tree of what carries out what, from left to right."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kgraph.plots.canvas import COLOURS, FAINT, INK, SOFT, broken, sheet

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_WIDTH, _GAP, _BETWEEN = 2.5, 0.75, 0.18
"""Inches: the width of a box, the space between two columns of boxes, and between two boxes below one another."""

_LOW, _HIGH = 0.62, 0.76
"""Inches: the height of boxes, and where some label takes two lines."""


@dataclass(frozen=True, slots=True)
class Step:
    """A box of a chain: what it is, `who` did it `when`, the `lag` on the line that leads to it, its kind (same kind, same colour), and
    what carries it out; `sure` is false for a mere candidate, whose line is broken."""

    label: str
    who: str = ""
    when: str = ""
    lag: str = ""
    kind: str = ""
    sure: bool = True
    below: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True)
class _Placed:
    step: Step
    column: int
    row: float
    above: _Placed | None = None


def draw_chain(root: Step, *, title: str = "") -> Figure:
    """The tree of a document; kinds have a colour each, in order of appearance, and stand in a legend if there are several."""
    placed = list(_placed(root, 0, [0.0], None))
    columns, rows = max(p.column for p in placed) + 1, max(p.row for p in placed) + 1
    kinds = list(dict.fromkeys(p.step.kind for p in placed))
    colours = {kind: COLOURS[i % len(COLOURS)] for i, kind in enumerate(kinds)}
    box = _HIGH if any("\n" in _label(p.step) for p in placed) else _LOW
    width, height = columns * _WIDTH + (columns - 1) * _GAP, rows * (box + _BETWEEN)
    with sheet(width + 0.3, height + (0.45 if title else 0) + (0.35 if len(kinds) > 1 else 0)) as figure:
        axes = figure.add_subplot()
        axes.set_axis_off()
        axes.set_xlim(-0.05, width + 0.05)
        axes.set_ylim(height, 0)
        for p in placed:
            if p.above:
                _line(axes, p.above, p, box)
        for p in placed:
            _box(axes, p, box, colours[p.step.kind])
        if title:
            axes.set_title(title)
        if len(kinds) > 1 and all(kinds):
            handles = [axes.plot([], [], "s", color=colours[kind], label=kind)[0] for kind in kinds]
            figure.legend(handles=handles, loc="outside lower left", ncols=len(kinds), frameon=False)
        return figure


def _placed(step: Step, column: int, next_row: list[float], above: _Placed | None) -> Iterator[_Placed]:
    """Leaves below one another; a box stands in the middle of the first and last leaf under it."""
    first = next_row[0]
    leaves = _leaves(step)
    placed = _Placed(step, column, first + (leaves - 1) / 2, above)
    yield placed
    for below in step.below:
        yield from _placed(below, column + 1, next_row, placed)
    if not step.below:
        next_row[0] += 1


def _leaves(step: Step) -> int:
    return sum(_leaves(below) for below in step.below) or 1


def _label(step: Step) -> str:
    return broken(step.label, 31, 2)


def _box(axes: Axes, placed: _Placed, box: float, colour: str) -> None:
    from matplotlib.patches import FancyBboxPatch

    step, x, y = placed.step, placed.column * (_WIDTH + _GAP), (placed.row + 0.5) * (box + _BETWEEN)
    low, high, style = y - box / 2, y + box / 2, "solid" if step.sure else "dashed"
    frame = FancyBboxPatch(
        (x, low), _WIDTH, box, boxstyle="round,pad=0,rounding_size=0.05", fc="white", ec=SOFT, lw=0.8, ls=style, zorder=2
    )
    stripe = FancyBboxPatch((x, low), 0.07, box, boxstyle="square,pad=0", fc=colour, ec="none", zorder=3)
    axes.add_patch(frame)
    axes.add_patch(stripe)
    below = [broken(words, 40, 1) for words in (step.who, step.when) if words]
    place, side = (low + 0.07, "top") if below else (y, "center")
    axes.text(x + 0.17, place, _label(step), weight="bold", fontsize=8.5, va=side, color=INK, linespacing=1.2)
    axes.text(x + 0.17, high - 0.07, "\n".join(below), fontsize=7.3, va="bottom", color=SOFT, linespacing=1.25)


def _line(axes: Axes, above: _Placed, below: _Placed, box: float) -> None:
    left, right = above.column * (_WIDTH + _GAP) + _WIDTH, below.column * (_WIDTH + _GAP)
    top, y = (above.row + 0.5) * (box + _BETWEEN), (below.row + 0.5) * (box + _BETWEEN)
    bend = left + 0.15
    style = "solid" if below.step.sure else (0, (3, 2))
    axes.plot([left, bend, bend, right], [top, top, y, y], color=SOFT, lw=1.0, ls=style, zorder=1, solid_joinstyle="round")
    if below.step.lag:
        patch = {"boxstyle": "round,pad=0.15", "fc": "white", "ec": FAINT, "lw": 0.6}
        axes.text((bend + right) / 2, y, below.step.lag, fontsize=7, ha="center", va="center", bbox=patch, zorder=5, color=INK)
