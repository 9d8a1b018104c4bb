"""Sorted lines, each once, of any number in bounded memory."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from itertools import groupby, islice
from pathlib import Path
from typing import Any

_LINES = 200_000
_FILES = 64


class Sorter:
    """Takes lines in any order and gives them back sorted, each once.

    Up to `hold` of them stay in memory; more are spilled, sorted, to files in `room`, a folder of its own. Lines have no `\\n` in them.
    `key` orders them; lines of one key are ordered by their characters (which is the order of their UTF-8 bytes).

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as room:
    ...     sorter = Sorter(Path(room), hold=2)
    ...     sorter.add(["b", "a", "c", "b", "a"])
    ...     list(sorter.lines())
    ['a', 'b', 'c']
    """

    def __init__(self, room: Path, *, key: Callable[[str], Any] | None = None, hold: int = _LINES) -> None:
        self._room, self._limit = room, hold
        self._order: Callable[[str], Any] | None = (lambda line: (key(line), line)) if key else None
        self._held: list[str] = []
        self._runs: list[Path] = []
        self._made = 0

    def add(self, lines: Iterable[str]) -> None:
        """Takes lines."""
        coming = iter(lines)
        while more := list(islice(coming, self._limit - len(self._held))):
            self._held += more
            if len(self._held) >= self._limit:
                self._spill()

    def lines(self) -> Iterator[str]:
        """All lines taken so far."""
        self._held.sort(key=self._order)
        with ExitStack() as open_files:
            runs = [_lines_of(path, open_files) for path in self._runs]
            for line, _ in groupby(heapq.merge(*runs, self._held, key=self._order)):
                yield line

    def unordered(self) -> Iterator[str]:
        """The same in no order, some more than once: what is quicker where only a few are looked for."""
        yield from self._held
        for path in self._runs:
            with ExitStack() as open_file:
                yield from _lines_of(path, open_file)

    def _spill(self) -> None:
        """Moves the lines from memory to a file; when there are many files, all into one, so that few are open at a time."""
        everything = len(self._runs) >= _FILES
        lines = self.lines() if everything else iter(sorted(set(self._held), key=self._order))
        path = self._room / f"{self._made}.run"
        with path.open("w", encoding="utf-8", newline="\n") as file:
            file.writelines(f"{line}\n" for line in lines)
        if everything:
            for old in self._runs:
                old.unlink()
            self._runs.clear()
        self._runs.append(path)
        self._held.clear()
        self._made += 1


def _lines_of(path: Path, open_files: ExitStack) -> Iterator[str]:
    file = open_files.enter_context(path.open(encoding="utf-8", newline="\n"))
    return (line.removesuffix("\n") for line in file)
