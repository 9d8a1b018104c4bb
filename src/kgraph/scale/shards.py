"""Sources in shards: files, or stretches of long files of lines. Paths travel to whoever reads them, not texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from kgraph.sources.decoding import is_utf16
from kgraph.sources.files import Found, open_regular
from kgraph.sources.kinds import BEGINNING, is_packed, kind_by_beginning, kind_by_name
from kgraph.sources.outcomes import Refusal, Unread
from kgraph.sources.reading import STDIN, STDIN_PLACE, files_of
from kgraph.sources.stretch import cuts

SIZE = 3_000_000
"""Bytes of a shard, at most about: some hundred articles, whose quads memory holds easily."""
_LEAST, _MANY = 250_000, 64
"""Bytes of a shard that is worth sending anywhere, and how many there should be for all who read to end at about the same time."""
_COST = 4_096
"""What opening a file counts, in bytes."""


def cut(paths: Sequence[str | Path], *, size: int = SIZE, without: Path | None = None, stdin: Path | None = None) -> list[Shard]:
    """The shards of some sources: smaller ones than `size` where there would be few."""
    made = list(shards(paths, size=size, without=without, stdin=stdin))
    smaller = max(_LEAST, size * len(made) // _MANY)
    return made if smaller >= size else list(shards(paths, size=smaller, without=without, stdin=stdin))


@dataclass(frozen=True, slots=True)
class Shard:
    """Some inputs to read in one go, in the order of the sources."""

    found: tuple[Found | Refusal, ...]

    def halves(self) -> tuple[Shard, ...]:
        """The shard in two, or as many as one cut makes; nothing where it cannot be cut any further."""
        if len(self.found) > 1:
            middle = len(self.found) // 2
            return Shard(self.found[:middle]), Shard(self.found[middle:])
        (one,) = self.found
        if isinstance(one, Refusal) or not _is_of_lines(one):
            return ()
        size = _size(one)
        cut = (tuple(_stretches(one, part)) for part in (size // 2, size // 16, 1) if part)
        return tuple(Shard((part,)) for part in next((parts for parts in cut if len(parts) > 1), ()))


def shards(paths: Sequence[str | Path], *, size: int = SIZE, without: Path | None = None, stdin: Path | None = None) -> Iterator[Shard]:
    """All inputs of some sources; `stdin` is the file that stands for `-`, and `without` a folder that is passed over.

    JSON Lines are cut between lines; a table, an archive or a packed file is read by one alone.
    """
    pieces = (piece for path in paths for one in _files(path, stdin, without) for piece in _pieces(one, size))
    return _grouped(pieces, size)


def _files(path: str | Path, stdin: Path | None, without: Path | None) -> Iterable[Found | Refusal]:
    if path == STDIN and stdin:
        return [Found(stdin, STDIN_PLACE, inside=False, told=True)]
    return files_of(path, without=without)


def _grouped(pieces: Iterable[Found | Refusal], size: int) -> Iterator[Shard]:
    waiting: list[Found | Refusal] = []
    left = size
    for piece in pieces:
        cost = _COST + (0 if isinstance(piece, Refusal) else _size(piece))
        if waiting and cost > left:
            yield Shard(tuple(waiting))
            waiting, left = [], size
        waiting.append(piece)
        left -= cost
    if waiting:
        yield Shard(tuple(waiting))


def _pieces(one: Found | Refusal, size: int) -> Iterator[Found | Refusal]:
    if isinstance(one, Refusal) or _size(one) <= size or not _is_of_lines(one):
        yield one
    else:
        yield from _stretches(one, size)


def _stretches(one: Found, size: int) -> Iterator[Found]:
    with open_regular(one) as file:
        for begin, end, line in cuts(file, size):
            yield replace(one, begin=one.begin + begin, end=one.begin + end, line=one.line + line - 1)


def _size(found: Found) -> int:
    """Bytes; 0 where the system does not tell, which whoever reads it will say."""
    try:
        return (found.path.stat().st_size if found.end is None else found.end) - found.begin
    except OSError:
        return 0


def _is_of_lines(found: Found) -> bool:
    """Whether every line of it is an input of its own."""
    kind, _ = kind_by_name(found.place)
    if kind != "jsonl" and not found.told:
        return False
    try:
        with open_regular(replace(found, begin=0, end=None)) as file:
            beginning = file.read(BEGINNING)
    except (OSError, Unread):
        return False
    if is_packed(beginning) or is_utf16(beginning):
        return False
    return kind == "jsonl" or kind_by_beginning(beginning) == "jsonl"
