"""The sheet that pictures are drawn on, its colours and letters, and how it becomes the same bytes each time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from textwrap import wrap
from typing import TYPE_CHECKING, Any

from kgraph.errors import KgraphError, Refused
from kgraph.outputs import replace_whole

if TYPE_CHECKING:
    from matplotlib.figure import Figure

COLOURS = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9")
"""Okabe and Ito's, told apart also by those who see no red or green; the most different first."""

MARKS = ("o", "s", "^", "D", "v", "P")
"""Shapes that go with the colours, so that no line rests on colour alone."""

INK, SOFT, FAINT = "#1A1A1A", "#5A5A5A", "#D9D9D9"
SUFFIXES = (".svg", ".png")

# DejaVu Sans comes with the library and has every Vietnamese letter: the same picture on every machine.
_STYLE: Any = {
    "font.family": "DejaVu Sans",
    "font.size": 9.0,
    "axes.edgecolor": SOFT,
    "axes.labelcolor": INK,
    "axes.spines.right": False,
    "axes.spines.top": False,
    "axes.titlelocation": "left",
    "axes.titlesize": 11.0,
    "axes.titlepad": 12.0,
    "text.color": INK,
    "xtick.color": SOFT,
    "ytick.color": SOFT,
    "xtick.labelcolor": INK,
    "ytick.labelcolor": INK,
    "svg.hashsalt": "kgraph",
    "svg.fonttype": "path",
    "text.parse_math": False,
}


@contextmanager
def sheet(width: float, height: float) -> Iterator[Figure]:
    """A figure of so many inches, to be drawn on within; KgraphError where the library is not installed."""
    try:
        from matplotlib import rc_context
        from matplotlib.figure import Figure
    except ImportError as error:
        raise KgraphError("pictures need matplotlib", mend='pip install "kgraph[plots]"') from error
    with rc_context(_STYLE):
        yield Figure(figsize=(width, height), layout="constrained")


def save(figure: Figure, path: Path) -> None:
    """The picture as .svg or .png, as the name says; the same picture has the same bytes. Refused for another kind of file."""
    from matplotlib import rc_context

    kind = checked_suffix(path)
    metadata = {"Date": None, "Creator": None} if kind == "svg" else {"Software": None}
    with rc_context(_STYLE):
        _settle(figure)
        replace_whole(path, lambda whole: figure.savefig(whole, format=kind, dpi=200, metadata=metadata))


def _settle(figure: Figure) -> None:
    """Lays the figure out for good. The solver's last digits change from run to run, and names in an SVG are made from all of them."""
    if figure.get_layout_engine() is None:
        return
    figure.draw_without_rendering()
    figure.set_layout_engine("none")
    for axes in figure.axes:
        axes.set_position(tuple(round(side, 4) for side in axes.get_position().bounds))


def checked_suffix(path: Path) -> str:
    """The kind of picture that a file is to hold.

    >>> checked_suffix(Path("a.SVG"))
    'svg'
    """
    if path.suffix.lower() not in SUFFIXES:
        raise Refused("a picture is .svg or .png", where=str(path), mend="name the file so")
    return path.suffix.lower()[1:]


def broken(words: str, columns: int, lines: int = 3) -> str:
    """Words over several lines of at most so many letters, cut with … where they need more lines than allowed.

    >>> broken("Kế hoạch số 347-KH/QU của Quận ủy", 14, 2)
    'Kế hoạch số\\n347-KH/QU của…'
    """
    found = wrap(words, columns, break_long_words=True, break_on_hyphens=False) or [""]
    if len(found) > lines:
        found = [*found[: lines - 1], found[lines - 1][: columns - 1].rstrip() + "…"]
    return "\n".join(found)
