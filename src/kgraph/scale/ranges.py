"""Sorted files joined to one by ranges of their lines: each range is read out of all files, sorted and written by whoever is free.

A range is what memory holds easily, in however many files it stands; ranges follow one another, so they are joined by copying.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from mmap import ACCESS_READ, mmap
from pathlib import Path
from tempfile import mkstemp
from typing import Generic, TypeVar

from kgraph.scale.calls import in_order
from kgraph.scale.executors import Executor
from kgraph.sorting import Block, merged, read_blocks, united, write_blocks

_SIZE = 8_000_000
"""Bytes of a range, about."""
_SAMPLES = 64
"""Lines that are looked at for each range to find where it ends."""
_FILES = 256
"""Files that are read for a range; of more, some are merged first."""
_TOGETHER = 64
"""Files that are open at a time where some are merged."""
_DOING = "put files together"
_R = TypeVar("_R")


@dataclass(frozen=True, slots=True)
class Range:
    """The lines of some sorted files from `begin` on and before `end`; where that is None, to the last one."""

    files: tuple[Path, ...]
    begin: bytes
    end: bytes | None


@dataclass(frozen=True, slots=True)
class Written(Generic[_R]):
    """The lines of a range in a file, and what was told of them."""

    path: Path
    told: _R


def join(
    files: Sequence[Path], target: Path, executor: Executor, *, room: Path, tell: Callable[[Block], _R], size: int = _SIZE
) -> list[_R]:
    """Writes the lines of some sorted files to one, sorted and each once; what `tell` says of the lines of each range, in their order.

    `room` is a folder for what is written on the way. Raises KgraphError where processes die over a range, and what `tell` does.
    """
    told: list[_R] = []
    parts = ranges(_fewer(files, room, executor), size=size)
    with target.open("wb") as whole:
        for part in in_order(executor, partial(write_range, room=room, tell=tell), parts, doing=_DOING):
            with part.path.open("rb") as lines:
                shutil.copyfileobj(lines, whole, 1 << 20)
            part.path.unlink()
            told.append(part.told)
    return told


def write_range(task: Range, room: Path, tell: Callable[[Block], _R]) -> Written[_R]:
    """The lines of a range in a new file of a folder."""
    lines = lines_of(task)
    path = _new_file(room)
    write_blocks([lines], path)
    return Written(path, tell(lines))


def lines_of(task: Range) -> Block:
    """The lines of a range, sorted and each once."""
    return united([line for path in task.files for line in _stretch(path, task.begin, task.end)])


def ranges(files: Sequence[Path], *, size: int = _SIZE) -> list[Range]:
    """Ranges of about `size` bytes, or as long as one triple is in all graphs, that hold every line of some sorted files once.

    They are cut where the files, looked at here and there, say that equal parts of the lines are; and between triples, so that what a
    range tells of its triples can be added up.
    """
    samples = sorted(key for path in files for key in _samples(path, max(1, size // _SAMPLES)))
    cuts = sorted(set(samples[_SAMPLES::_SAMPLES]))
    return [Range(tuple(files), begin or b"", end) for begin, end in pairwise([None, *cuts, None])]


def _samples(path: Path, step: int) -> Iterator[bytes]:
    """A line in each `step` bytes, without its graph."""
    with path.open("rb") as file:
        for at in range(step, os.fstat(file.fileno()).st_size, step):
            file.seek(at)
            file.readline()
            if line := file.readline():
                yield line.rstrip(b"\n").rsplit(b" ", 2)[0] + b" "


def _stretch(path: Path, begin: bytes, end: bytes | None) -> Block:
    """The lines of a sorted file from one on and before another."""
    with path.open("rb") as file:
        if not os.fstat(file.fileno()).st_size:
            return []
        with mmap(file.fileno(), 0, access=ACCESS_READ) as lines:
            text = lines[_first(lines, begin) : len(lines) if end is None else _first(lines, end)]
    return text.removesuffix(b"\n").split(b"\n") if text else []


def _first(lines: mmap, key: bytes) -> int:
    """Where the first line begins that is not before the key."""
    low, high = 0, len(lines)
    while low < high:
        begin = lines.rfind(b"\n", low, (low + high) // 2) + 1 or low
        end = lines.find(b"\n", begin)
        if lines[begin:end] < key:
            low = end + 1
        else:
            high = begin
    return low


def _fewer(files: Sequence[Path], room: Path, executor: Executor) -> Sequence[Path]:
    """The same lines in no more than so many sorted files."""
    while len(files) > _FILES:
        many = min(_TOGETHER, -(-len(files) // _FILES))
        groups = [tuple(files[at : at + many]) for at in range(0, len(files), many)]
        files = list(in_order(executor, partial(merge, room=room), groups, doing=_DOING))
    return files


def merge(files: Sequence[Path], room: Path) -> Path:
    """The lines of some sorted files in a new one."""
    path = _new_file(room)
    write_blocks(merged(map(read_blocks, files)), path)
    return path


def _new_file(room: Path) -> Path:
    """It is new each time: a process that was given up may still be writing to another."""
    number, path = mkstemp(dir=room)
    os.close(number)
    return Path(path)
