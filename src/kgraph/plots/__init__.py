"""Pictures of plain values: chains, timelines, spreads, coverage. Needs `pip install "kgraph[plots]"`; the words come from the caller."""

from __future__ import annotations

from kgraph.plots.canvas import save
from kgraph.plots.chain import Step, draw_chain
from kgraph.plots.coverage import draw_coverage
from kgraph.plots.spread import Line, draw_spread
from kgraph.plots.timeline import Moment, draw_timeline

__all__ = ["Line", "Moment", "Step", "draw_chain", "draw_coverage", "draw_spread", "draw_timeline", "save"]
