"""Data to stdout, words to stderr. What comes from articles is data there too: no control character of theirs reaches a terminal."""

from __future__ import annotations

import os
import shutil
import sys
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from kgraph.cli.messages import message

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.padding import Padding
    from rich.table import Table
    from rich.text import Text


def clean(text: str) -> str:
    """The text without control, direction and invisible characters; line ends and tabs stay.

    >>> clean("\\x1b[31mÔng\\u202e A\\u200b\\x07\\n")
    '[31mÔng A\\n'
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(c for c in text if c in "\n\t" or unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Zl", "Zp"))


def one_line(text: str) -> str:
    """The text on one line, cleaned.

    >>> one_line("a\\n  b\\x00")
    'a b'
    """
    return " ".join(clean(text).split())


def say(ctx: typer.Context, key: str, **values: object) -> None:
    """One line for people, in their language, on stderr."""
    tell(message(ctx.obj, key, **values))


def tell(text: str) -> None:
    """One line for people on stderr."""
    sys.stderr.write(one_line(text) + "\n")


def write_data(lines: Iterable[str]) -> None:
    """Text to stdout as it is; on a terminal without control characters. Quiet where the reader has gone."""
    shown = clean if sys.stdout.isatty() else str
    try:
        for line in lines:
            sys.stdout.write(shown(line))
        sys.stdout.flush()
    except BrokenPipeError:
        _turn_away()
        raise typer.Exit(0) from None


def write_copy(path: Path) -> None:
    """A file to stdout, byte for byte; on a terminal as text without control characters. Quiet where the reader has gone."""
    if sys.stdout.isatty():
        with path.open(encoding="utf-8", newline="") as lines:
            write_data(lines)
        return
    try:
        with path.open("rb") as file:
            shutil.copyfileobj(file, sys.stdout.buffer)
        sys.stdout.flush()
    except BrokenPipeError:
        _turn_away()
        raise typer.Exit(0) from None


def write_file(path: Path, lines: Iterable[str]) -> None:
    """Text to a file, in UTF-8, line ends as they are."""
    with path.open("w", encoding="utf-8", newline="") as file:
        file.writelines(lines)


def write_page(*parts: RenderableType) -> None:
    """Tables and marked text to stdout: as wide as the terminal, as wide as need be elsewhere. The parts are clean already."""
    from rich.console import Console

    try:
        console = Console(width=None if sys.stdout.isatty() else 10_000, highlight=False, markup=False, emoji=False)
        for part in parts:
            console.print(part)
        sys.stdout.flush()
    except BrokenPipeError:
        _turn_away()
        raise typer.Exit(0) from None


def table(columns: Iterable[str], rows: Iterable[Iterable[object]], *, numbers: bool = False) -> Table:
    """A table of cleaned cells; with `numbers` all columns but the first stand to the right."""
    from rich import box
    from rich.table import Table

    made = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for place, column in enumerate(columns):
        made.add_column(text(column), justify="right" if numbers and place else "left", overflow="fold")
    for row in rows:
        made.add_row(*(text(str(cell)) for cell in row))
    return made


def text(words: str, style: str = "") -> Text:
    """Words on one line, cleaned, in a style of rich; nothing in them is markup."""
    from rich.text import Text

    return Text(one_line(words), style=style)


def indented(columns: int, words: str, style: str = "") -> Padding:
    """The same, so many columns from the left, also where the line is broken."""
    from rich.padding import Padding

    return Padding(text(words, style), (0, 0, 0, columns), expand=False)


@contextmanager
def counting(ctx: typer.Context, key: str) -> Iterator[Callable[[int], None] | None]:
    """What to call with the number of things done: shown while it grows on a terminal, nothing elsewhere."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console

    with Console(stderr=True).status(message(ctx.obj, key, count=0)) as status:
        yield lambda count: status.update(message(ctx.obj, key, count=count))


@contextmanager
def progressing(ctx: typer.Context, key: str) -> Iterator[Callable[[int, int], None] | None]:
    """What to call with the number of things done and of all: shown on a terminal with rate and time left, nothing elsewhere."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as shown:
        task = shown.add_task(message(ctx.obj, key, rate=0), total=None)

        def tell(done: int, given: int) -> None:
            elapsed = shown.tasks[task].elapsed or 0
            shown.update(task, completed=done, total=given, description=message(ctx.obj, key, rate=done / elapsed if elapsed else 0))

        yield tell


@contextmanager
def working(ctx: typer.Context, key: str) -> Iterator[None]:
    """Says what is being done as long as it lasts, on a terminal; nothing elsewhere."""
    if not sys.stderr.isatty():
        yield
        return
    from rich.console import Console

    with Console(stderr=True).status(message(ctx.obj, key)):
        yield


def finish(code: int) -> int:
    """The exit code, once all of stdout is with its reader or the reader has gone."""
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        _turn_away()
    return code


def _turn_away() -> None:
    """Lets what is still to be written to stdout go nowhere: nobody reads it, and Python must not complain at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
