"""How many articles there are about each place in each month."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from kgraph.plots.canvas import INK, SOFT, broken, sheet

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.collections import QuadMesh
    from matplotlib.figure import Figure

_SQUARE = 0.27
_NUMBERS = 600
"""Up to so many cells hold their number."""


def draw_coverage(
    places: Sequence[str],
    months: Sequence[str],
    counts: Mapping[tuple[int, int], int],
    *,
    title: str = "",
    legend: str = "",
    none: str = "",
) -> Figure:
    """Places down, months (in order, as they are to be shown) across, and the number of articles by (place, month), counted from 0.

    A cell without articles is hatched, so that it does not look like a small number; `none` says so in words, `legend` names the scale.
    """
    wide, high = len(months), len(places)
    table = [[counts.get((row, column), 0) for column in range(wide)] for row in range(high)]
    most = max((n for row in table for n in row), default=0)
    with sheet(max(4.5, 2.6 + _SQUARE * wide), max(2.2, 1.5 + _SQUARE * high)) as figure:
        axes = figure.add_subplot()
        mesh = _cells(axes, table, most)
        if wide * high <= _NUMBERS:
            _numbers(axes, table, most)
        axes.set_yticks([row + 0.5 for row in range(high)], [broken(place, 30, 1) for place in places], fontsize=8)
        step = max(1, -(-wide // 36))
        axes.set_xticks([column + 0.5 for column in range(0, wide, step)], months[::step], rotation=90, fontsize=7.5)
        axes.tick_params(length=0)
        axes.set_title(title)
        for side in ("left", "bottom"):
            axes.spines[side].set_visible(False)
        bar = figure.colorbar(mesh, ax=axes, shrink=min(1.0, 3 / (1 + _SQUARE * high)), pad=0.02, aspect=14)
        bar.set_label(legend, fontsize=8)
        bar.outline.set_visible(False)
        bar.set_ticks(sorted({1, *range(0, most + 1, max(1, -(-most // 5)))} - {0}) or [0])
        if none:
            axes.annotate(
                none, (0, 0), xycoords="axes fraction", xytext=(0, -46), textcoords="offset points", fontsize=7.5, color=SOFT, va="top"
            )
        return figure


def _cells(axes: Axes, table: Sequence[Sequence[int]], most: int) -> QuadMesh:
    from matplotlib.colors import Normalize
    from matplotlib.patches import Rectangle
    from numpy import array, ma

    high, wide = len(table), len(table[0]) if table else 0
    axes.add_patch(Rectangle((0, 0), wide, high, fc="#FAFAFA", ec="#CFCFCF", hatch="////", lw=0, zorder=0))
    shown = ma.masked_equal(array(table), 0)
    mesh = axes.pcolormesh(shown, cmap="cividis_r", norm=Normalize(0, max(1, most)), edgecolors="white", linewidth=0.8, zorder=1)
    axes.set_xlim(0, wide)
    axes.set_ylim(high, 0)
    return mesh


def _numbers(axes: Axes, table: Sequence[Sequence[int]], most: int) -> None:
    for row, counts in enumerate(table):
        for column, count in enumerate(counts):
            if count:
                colour = "white" if count > 0.55 * most else INK
                axes.text(column + 0.5, row + 0.52, str(count), ha="center", va="center", fontsize=6.8, color=colour, zorder=2)
