"""Which articles print one text: candidates by bands of their signatures, decided on the texts themselves.

Memory holds an identifier and an offset for each article; signatures (252 bytes each) and texts wait in files.
"""

from __future__ import annotations

import shutil
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, product
from operator import itemgetter
from pathlib import Path

import numpy as np
import numpy.typing as npt

from kgraph.identity.likeness import FEWEST, Particulars, alike, contradict, far_apart, particulars, resemblance, shingles
from kgraph.identity.printing import PERMUTATIONS, Printing, read_printing

_ROWS = 3
"""Numbers of a signature in a band; of two texts that share 0.6 of their shingles 99 % meet in a band, at 0.4 75 %."""
_MAYBE = 0.3
_NEXT = 20
_DAYS = 31
_TOGETHER = 100
"""Pairs that are looked at in one go, or as many as hang together."""
Group = tuple[Printing, ...]
_Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Likely:
    """Pairs of printings that may be of one text, those together that hang together, and for each printing where its line stands."""

    pairs: tuple[tuple[_Pair, ...], ...]
    lines: Mapping[int, tuple[Path, int]]


@dataclass(frozen=True, slots=True)
class Printed:
    """Printings on disk: their lines in `texts`, their signatures in `marks`, and of each the identifier and the bytes of its line."""

    texts: Path
    marks: Path
    lines: tuple[tuple[str, int], ...] = ()


def write_printings(printings: Iterable[tuple[str, bytes, bytes]], texts: Path, marks: Path) -> Printed:
    """Printings by identifier, line and signature, written to two files; one of a few words only is no reprint of anything."""
    told = [row for row in printings if row[2]]
    texts.write_bytes(b"".join(line + b"\n" for _, line, _ in told))
    marks.write_bytes(b"".join(mark for _, _, mark in told))
    return Printed(texts, marks, tuple((id, len(line) + 1) for id, line, _ in told))


class Printings:
    """Takes printings in any order and tells which may be of one text, the same for any order. `room` is a folder of its own."""

    def __init__(self, room: Path) -> None:
        self._marks = room / "signatures"
        self._ids: list[str] = []
        self._offsets = array("q")
        self._texts: list[Path] = []
        self._in = array("l")

    def adopt(self, printed: Printed) -> None:
        """Takes printings; the file of their texts must stay, that of their signatures need not."""
        offset = 0
        for id, length in printed.lines:
            self._ids.append(id)
            self._in.append(len(self._texts))
            self._offsets.append(offset)
            offset += length
        self._texts.append(printed.texts)
        with self._marks.open("ab") as marks, printed.marks.open("rb") as more:
            shutil.copyfileobj(more, marks)

    def likely(self) -> list[Likely]:
        """Which printings may be of one text, by their signatures; what does not hang together may be looked at by different processes."""
        if len(self._ids) < 2:
            return []
        order = np.array(sorted(range(len(self._ids)), key=self._ids.__getitem__))
        marks = np.memmap(self._marks, "<u4", "r", shape=(len(self._ids), PERMUTATIONS))
        return [self._likely(order, pairs) for pairs in _together(_connected(_candidates(marks, order)))]

    def _likely(self, order: npt.NDArray[np.int64], pairs: Sequence[tuple[_Pair, ...]]) -> Likely:
        places = sorted({place for some in pairs for pair in some for place in pair})
        return Likely(tuple(pairs), {at: (self._texts[self._in[order[at]]], self._offsets[order[at]]) for at in places})


def groups_of(likely: Likely) -> list[Group]:
    """Printings of one text, two or more together, without prose; in each first the one published first, then the smallest id."""
    return [group for pairs in likely.pairs for group in _decide(pairs, _read(pairs, likely.lines))]


def _read(pairs: Iterable[_Pair], lines: Mapping[int, tuple[Path, int]]) -> dict[int, Printing]:
    """The printings of some pairs, by their numbers."""
    found: dict[int, Printing] = {}
    rows = sorted((*lines[number], number) for number in {number for pair in pairs for number in pair})
    for path, inside in groupby(rows, key=itemgetter(0)):
        with path.open("rb") as texts:
            for _, offset, number in inside:
                texts.seek(offset)
                found[number] = read_printing(texts.readline())
    return found


def _candidates(marks: npt.NDArray[np.uint32], order: npt.NDArray[np.int64]) -> set[_Pair]:
    """Pairs of places in the order whose signatures agree in a band and elsewhere; of many that are alike, each with the next 20."""
    pairs: set[_Pair] = set()
    for first in range(0, PERMUTATIONS, _ROWS):
        band = np.ascontiguousarray(marks[order, first : first + _ROWS]).astype(np.uint64)
        keys = (band[:, 0] << np.uint64(32) | band[:, 1]) * np.uint64(0x9E3779B97F4A7C15) + band[:, 2]
        sorting = np.argsort(keys, kind="stable")
        ends = np.flatnonzero(np.diff(keys[sorting])) + 1
        for begin, end in zip((0, *ends), (*ends, len(keys)), strict=True):
            if end - begin > 1:
                pairs |= _agreeing(marks, order, sorting[begin:end].tolist(), pairs)
    return pairs


def _agreeing(marks: npt.NDArray[np.uint32], order: npt.NDArray[np.int64], bucket: list[int], known: set[_Pair]) -> set[_Pair]:
    found: set[_Pair] = set()
    for at, one in enumerate(bucket):
        for other in bucket[at + 1 : at + 1 + _NEXT]:
            if (one, other) not in known and np.mean(marks[order[one]] == marks[order[other]]) >= _MAYBE:
                found.add((one, other))
    return found


def _connected(pairs: set[_Pair]) -> Iterator[tuple[_Pair, ...]]:
    """The pairs, those together that hang together, so that few texts are in memory at a time."""
    above: dict[int, int] = {}

    def top(place: int) -> int:
        while (upper := above.setdefault(place, place)) != place:
            above[place] = place = above[upper]
        return place

    for one, other in sorted(pairs):
        low, high = sorted((top(one), top(other)))
        above[high] = low
    rows = sorted((top(one), (one, other)) for one, other in pairs)
    for _, group in groupby(rows, key=itemgetter(0)):
        yield tuple(pair for _, pair in group)


def _together(connected: Iterable[tuple[_Pair, ...]]) -> Iterator[list[tuple[_Pair, ...]]]:
    """What hangs together, some of it at a time."""
    some: list[tuple[_Pair, ...]] = []
    count = 0
    for pairs in connected:
        some.append(pairs)
        count += len(pairs)
        if count >= _TOGETHER:
            yield some
            some, count = [], 0
    if some:
        yield some


def _decide(pairs: Iterable[_Pair], printings: Mapping[int, Printing]) -> Iterator[Group]:
    """The groups of printings that are alike, the closest pairs first; two groups become one only where no two of them contradict."""
    hashes = {place: np.unique(shingles(printing.prose)) for place, printing in printings.items()}
    compared = ((resemblance(hashes[a], hashes[b]), (a, b)) for a, b in pairs if min(len(hashes[a]), len(hashes[b])) >= FEWEST)
    close = [(shares, pair) for shares, pair in compared if alike(*shares)]
    known = _shared({place: particulars(printings[place].prose) for place in sorted({place for _, pair in close for place in pair})})
    groups: dict[int, list[int]] = {place: [place] for place in printings}
    for _, (a, b) in sorted(close, key=lambda row: (-row[0][0], -row[0][1], row[1])):
        one, other = groups[a], groups[b]
        if one is not other and not _apart(one, other, known, printings):
            one += other
            groups |= dict.fromkeys(other, one)
    for group in {id(group): group for group in groups.values() if len(group) > 1}.values():
        kept = (replace(printings[place], prose="") for place in group)  # the texts are not held while the groups are
        yield tuple(sorted(kept, key=lambda p: (p.published or "9", p.id)))


def _shared(known: Mapping[int, Particulars]) -> dict[int, Particulars]:
    """The same particulars, equal ones as one value: most copies have the same, and are then compared once."""
    first: dict[object, Particulars] = {}
    return {at: first.setdefault((frozenset(p.numbers.items()), frozenset(p.names.items())), p) for at, p in known.items()}


def _apart(one: list[int], other: list[int], known: Mapping[int, Particulars], printings: Mapping[int, Printing]) -> bool:
    days = {printings[place].published for place in (*one, *other)}
    different = [list({id(known[place]): known[place] for place in group}.values()) for group in (one, other)]
    return far_apart(days, most=_DAYS) or any(contradict(a, b) for a, b in product(*different))
