"""The picture of a spread: adoptions with a known day, by level, in the words of the user."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from kgraph.cli.messages import message
from kgraph.errors import NothingMatched

if TYPE_CHECKING:
    from kgraph.analysis.diffusion import Adoption, Diffusion


_BASIS = {basis: f"diffusion.basis.{basis}" for basis in ("issued", "launched", "first", "given")}


def basis_words(found: Diffusion, lang: str) -> str:
    """What the clock starts with."""
    return message(lang, _BASIS.get(found.basis, "diffusion.basis.undated"), day=found.start)


def plot_spread(path: Path, found: Diffusion, adoptions: Sequence[Adoption], *, end: str, lang: str) -> None:
    """Draws into an .svg or .png file; NothingMatched where no day is known."""
    from kgraph.plots import Line, draw_spread, save

    lines = []
    for level in ("province", "district", "commune"):
        points = [(date.fromisoformat(it.item.day), it.label) for it in adoptions if it.level == level and it.item.day]
        if points:
            lines.append(Line(message(lang, f"diffusion.{level}"), tuple(points)))
    if not lines:
        raise NothingMatched(message(lang, "diffusion.no_day", name=found.target.label))
    start = date.fromisoformat(found.start) if found.start else None
    figure = draw_spread(
        lines,
        start=start,
        end=date.fromisoformat(end) if end else None,
        title=message(lang, "diffusion.title", name=found.target.label),
        up=message(lang, "diffusion.up"),
        origin=basis_words(found, lang),
    )
    save(figure, path)
