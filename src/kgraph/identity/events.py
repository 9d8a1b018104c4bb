"""Which events of reprints are one: what two printings of a text tell in the same words is told of the same event."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from kgraph.identity.printing import Printing, Told
from kgraph.text import fold

_WORD = re.compile(r"\w+")
_HELD = 0.8


def one_event(groups: Iterable[Sequence[Printing]]) -> dict[str, str]:
    """Key → smaller key of the same event, for each event of a group of printings that proves to be one with another.

    Two events of two printings are one if they are of one kind, their dates do not contradict, and they bear one name; what the two
    report on may be named more shortly in one. No two events of one printing are one. Keys that are the same need no entry.
    """
    nodes: dict[str, list[Told]] = {}
    for group in groups:
        for same in _same(group):
            for one, other in pairwise(same):
                a, b = nodes.setdefault(one.key, [one]), nodes.setdefault(other.key, [other])
                if a is not b and all(compatible(x.edtf, y.edtf) for x in a for y in b):
                    a += b
                    nodes |= {told.key: a for told in b}
    smallest = {key: min(told.key for told in node) for key, node in nodes.items()}
    return {key: least for key, least in sorted(smallest.items()) if key != least}


def compatible(one: str | None, other: str | None) -> bool:
    """Whether two dates (EDTF) can be one: one is unknown, or they are equal as far as both are known.

    >>> compatible("2024-10-11", None), compatible("XXXX-10-11", "2024-10-11"), compatible("2023-10-11", "2024-10-11")
    (True, True, False)
    """
    return all(x == y or "X" in (x, y) for x, y in zip(one or "", other or "", strict=False))


def _same(group: Sequence[Printing]) -> list[list[Told]]:
    """The events of a group, those together that are one; each printing has at most one in each."""
    found: list[list[Told]] = []
    for printing in group:
        free = list(found)
        for told in printing.events:
            same = next((known for known in free if all(_is_same(told, other) for other in known)), None)
            if same is None:
                found.append([told])
            else:
                free.remove(same)
                same.append(told)
    return found


def _is_same(one: Told, other: Told) -> bool:
    if one.key == other.key:
        return True
    return one.kind == other.kind and compatible(one.edtf, other.edtf) and _one_name(one, other)


def _one_name(one: Told, other: Told) -> bool:
    """Whether two names are the same; of what two articles report on, one name may be shorter but holds hardly another word."""
    a, b = _WORD.findall(fold(one.label)), _WORD.findall(fold(other.label))
    short, long = sorted((set(a), set(b)), key=len)
    return a == b or (one.main and other.main and len(short & long) >= _HELD * len(short))
