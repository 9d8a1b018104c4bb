"""Sorted lines, each once, of any number in bounded memory."""

from __future__ import annotations

from bisect import bisect_right
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from itertools import chain, compress, islice
from operator import ne
from pathlib import Path
from typing import Any, BinaryIO

_LINES = 200_000
_FILES = 64
_BLOCK = 2_000
_BYTES = 1 << 19
Block = list[bytes]
"""Some lines that follow one another, as UTF-8 and without line ends: what is sorted, merged and written by the thousand."""


class Sorter:
    """Takes lines in any order and gives them back sorted, each once.

    Up to `hold` of them stay in memory; more are spilled, sorted, to files in `room`, a folder of its own. Lines have no `\\n` in them.
    `key` orders them; lines of one key are ordered by their UTF-8 bytes (which is the order of their characters).

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as room:
    ...     sorter = Sorter(Path(room), hold=2)
    ...     sorter.add(["b", "a", "c", "b", "a"])
    ...     list(sorter.lines())
    ['a', 'b', 'c']
    """

    def __init__(self, room: Path, *, key: Callable[[str], Any] | None = None, hold: int = _LINES) -> None:
        self._room, self._limit = room, hold
        self._order: Callable[[bytes], Any] | None = (lambda line: (key(line.decode()), line)) if key else None
        self._held: Block = []
        self._runs: list[Path] = []
        self._adopted: set[Path] = set()
        self._made = 0

    def add(self, lines: Iterable[str]) -> None:
        """Takes lines."""
        coming = iter(lines)
        while more := list(islice(coming, self._limit - len(self._held))):
            self._held += "\n".join(more).encode().split(b"\n")
            if len(self._held) >= self._limit:
                self._spill()

    def adopt(self, path: Path) -> None:
        """Takes the lines of a file, which are sorted and stand once each; the file stays where it is, and must stay as it is."""
        if len(self._runs) >= _FILES:
            self._gather()
        self._runs.append(path)
        self._adopted.add(path)

    def lines(self) -> Iterator[str]:
        """All lines taken so far."""
        return (line.decode() for block in self.blocks() for line in block)

    def blocks(self) -> Iterator[Block]:
        """The same in blocks, which is quicker."""
        self._held.sort(key=self._order)
        with ExitStack() as open_files:
            runs = [_blocks_of(open_files.enter_context(path.open("rb"))) for path in self._runs]
            yield from merged([*runs, _cut(_once(self._held))], order=self._order)

    def clear(self) -> None:
        """Forgets all lines, also those in files of its own."""
        self._held.clear()
        self._forget()

    def _spill(self) -> None:
        """Moves the lines from memory to a file; when there are many files, all into one, so that few are open at a time."""
        if len(self._runs) >= _FILES:
            self._gather()
        else:
            self._held.sort(key=self._order)
            self._runs.append(self._written(_cut(_once(self._held))))
            self._held.clear()

    def _gather(self) -> None:
        """All lines into one file."""
        path = self._written(self.blocks())
        self._held.clear()
        self._forget()
        self._runs.append(path)

    def _written(self, blocks: Iterable[Block]) -> Path:
        path = self._room / f"{self._made}.run"
        self._made += 1
        write_blocks(blocks, path)
        return path

    def _forget(self) -> None:
        for path in self._runs:
            if path not in self._adopted:
                path.unlink()
        self._runs.clear()


def merged(runs: Iterable[Iterator[Block]], *, order: Callable[[bytes], Any] | None = None) -> Iterator[Block]:
    """The lines of some runs, each of which is sorted and has every line once, as one such run.

    All that is no later than the first end of a block is put together and sorted: a sort knows sorted parts and joins them at once.

    >>> list(merged([iter([[b"a", b"c"], [b"d"]]), iter([[b"b", b"c", b"e"]])]))
    [[b'a', b'b', b'c'], [b'd'], [b'e']]
    """
    begun = [(block, run) for run in runs for block in islice(run, 1)]
    while begun:
        ends = [block[-1] for block, _ in begun]
        end = min(map(order, ends)) if order else min(ends)
        ready: Block = []
        left: list[tuple[Block, Iterator[Block]]] = []
        for block, run in begun:
            count = bisect_right(block, end, key=order)
            ready += block[:count]
            if rest := block[count:] or next(run, []):
                left.append((rest, run))
        begun = left
        yield united(ready, order=order)


def united(lines: Block, *, order: Callable[[bytes], Any] | None = None) -> Block:
    """Lines sorted, each once; the list itself is sorted too, which is quick where it is some sorted runs.

    >>> united([b"a", b"c", b"a", b"b"])
    [b'a', b'b', b'c']
    """
    lines.sort(key=order)
    return _once(lines)


def write_blocks(blocks: Iterable[Block], target: Path) -> None:
    """Writes lines to a file, each with its line end."""
    with target.open("wb") as file:
        deque(passing(blocks, file), maxlen=0)


def passing(blocks: Iterable[Block], file: BinaryIO) -> Iterator[Block]:
    """The same lines, which are written to an open file as they pass."""
    for block in blocks:
        if block:
            file.write(b"\n".join(block) + b"\n")
            yield block


def read_blocks(path: Path) -> Iterator[Block]:
    """The lines of a file."""
    with path.open("rb") as file:
        yield from _blocks_of(file)


def in_blocks(lines: Iterable[str]) -> Iterator[Block]:
    """Lines as blocks.

    >>> list(in_blocks(["a", "b"]))
    [[b'a', b'b']]
    """
    coming = iter(lines)
    while block := [line.encode() for line in islice(coming, _BLOCK)]:
        yield block


def _once(lines: Block) -> Block:
    """Sorted lines without repeats: those that differ from the one before."""
    return list(compress(lines, map(ne, lines, chain([None], lines))))


def _cut(lines: Block) -> Iterator[Block]:
    return (lines[at : at + _BLOCK] for at in range(0, len(lines), _BLOCK))


def _blocks_of(file: BinaryIO) -> Iterator[Block]:
    while part := file.read(_BYTES):
        yield (part + file.readline()).removesuffix(b"\n").split(b"\n")
