"""Terms of the Party: between which days its numbers of documents began anew."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import MappingProxyType

from kgraph.authority.rows import Row, check_once, check_order, read_list
from kgraph.errors import AuthorityError

LEVELS = ("centre", "province", "district", "commune")


@dataclass(frozen=True, slots=True)
class Congress:
    """When the congresses of one level met: the first and the last day (ISO) on which one could; `ordinal` of a national one."""

    first: str
    last: str
    source: str
    ordinal: int | None = None
    place: str = ""


@dataclass(frozen=True, eq=False)
class Terms:
    """The congresses of each level, the oldest first."""

    congresses: Mapping[str, tuple[Congress, ...]]

    def parted(self, level: str, one: str, other: str) -> bool | None:
        """Whether a congress of a level lies between two days (ISO); None where it may.

        >>> from kgraph.lexicon import load_lexicon
        >>> from kgraph.authority import open_authority
        >>> terms = open_authority(load_lexicon()).terms
        >>> terms.parted("centre", "2016-04-04", "2021-05-18"), terms.parted("centre", "2021-05-18", "2024-03-19")
        (True, False)
        >>> terms.parted("district", "2020-07-01", "2021-01-20") is None
        True
        """
        begin, end = sorted((one, other))
        near = [c for c in self.congresses.get(level, ()) if begin <= c.last and c.first <= end]
        if any(begin < c.first and c.last < end for c in near):
            return True
        return None if near else False

    def known(self, ordinal: int) -> bool:
        """Whether a national congress with this ordinal is on the list."""
        return any(c.ordinal == ordinal for c in self.congresses["centre"])

    def within(self, ordinal: int, day: str) -> bool:
        """Whether a day (ISO) lies in the term of a national congress.

        >>> from kgraph.lexicon import load_lexicon
        >>> from kgraph.authority import open_authority
        >>> terms = open_authority(load_lexicon()).terms
        >>> terms.within(12, "2017-10-25"), terms.within(12, "2022-06-16"), terms.within(99, "2022-06-16")
        (True, False, False)
        """
        begins = [(c.first, c.ordinal) for c in self.congresses["centre"] if c.first <= day]
        return bool(begins) and max(begins)[1] == ordinal


def load_terms(path: Path) -> Terms:
    """The terms of a file; AuthorityError for a fault, with its line."""
    _, tables = read_list(path)
    national = [_congress(row) for row in tables.get("congress", ())]
    check_once((str(c.ordinal), c.place) for c in national)
    lower = [(level, c) for row in tables.get("round", ()) for level, c in _round(row)]
    found = {"centre": national} | {level: [c for at, c in lower if at == level] for level in LEVELS[1:]}
    return Terms(MappingProxyType({level: tuple(sorted(rows, key=lambda c: c.first)) for level, rows in found.items()}))


def _congress(row: Row) -> Congress:
    first, last, ordinal = row.day("first"), row.day("last"), row.values.get("ordinal")
    if not first or not last or type(ordinal) is not int:
        raise AuthorityError("a congress without `ordinal`, `first` and `last`", where=row.place)
    check_order(first, last, row.place)
    return Congress(first, last, row.text("source"), ordinal, row.place)


def _round(row: Row) -> Iterator[tuple[str, Congress]]:
    for level in LEVELS[1:]:
        days = row.values.get(level, ())
        if len(days) != 2 or any(type(day) is not date for day in days):
            raise AuthorityError(f"`{level}` is not a first and a last day", where=row.place)
        first, last = (day.isoformat() for day in days)
        check_order(first, last, row.place)
        yield level, Congress(first, last, row.text("source"), place=row.place)
