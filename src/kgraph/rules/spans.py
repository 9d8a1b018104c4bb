"""Things in text order, found by where they stand without walking all of them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import Protocol, TypeVar

from kgraph.scan import Page
from kgraph.text import UPPER

_NAME = re.compile(rf"(?: [{UPPER}\d][^\W_]*){{1,4}}(?: [^\W\d_]+){{0,2}} ")


class HasSpan(Protocol):
    """What stands somewhere in a text; half-open offsets."""

    @property
    def begin(self) -> int:
        """Where it begins."""

    @property
    def end(self) -> int:
        """Where it ends."""


T = TypeVar("T", bound=HasSpan)
S = TypeVar("S")


def within(items: Sequence[T], begin: int, end: int) -> list[T]:
    """The items, which are in text order, that lie inside a span."""
    first, last = bisect_left(items, begin, key=_begin), bisect_right(items, end, key=_begin)
    return [x for x in items[first:last] if x.end <= end]


def pairs_within(rows: Sequence[tuple[T, S]], begin: int, end: int) -> list[tuple[T, S]]:
    """The same for items that come with something else."""
    first, last = bisect_left(rows, begin, key=_begin_of_first), bisect_right(rows, end, key=_begin_of_first)
    return [row for row in rows[first:last] if row[0].end <= end]


def beginning(items: Sequence[T], begin: int, end: int) -> Sequence[T]:
    """The items that begin inside a half-open span."""
    return items[bisect_left(items, begin, key=_begin) : bisect_left(items, end, key=_begin)]


def beginning_at(items: Sequence[T], begin: int) -> T | None:
    """The first item that begins at an offset."""
    return next(iter(beginning(items, begin, begin + 1)), None)


def nearest_before(items: Sequence[T], offset: int, begin: int) -> T | None:
    """The last item that ends before an offset and begins behind another."""
    return next(iter(within(items, begin, offset)[-1:]), None)


def covered(length: int, spans: Iterable[tuple[int, int]]) -> bytearray:
    """For each offset of a text, given its length, whether it lies in one of some half-open spans."""
    marks = bytearray(length)
    for begin, end in spans:
        marks[begin:end] = b"\1" * (end - begin)
    return marks


def _begin(item: HasSpan) -> int:
    return item.begin


def _begin_of_first(row: tuple[HasSpan, S]) -> int:
    return row[0].begin


def unit_before(page: Page, begin: int, at: int) -> bool:
    """Whether a unit is named before an offset, at most two words away behind a level word (“xã Kim Liên đã ra mắt …”)."""
    levels = page.between("level", begin, at)
    return page.ends("unit", at - 1) or bool(levels and _NAME.fullmatch(page.text, levels[-1].end, at))
