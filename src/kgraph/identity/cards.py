"""What each article tells of the things it names, as far as it helps to know them again: small rows, in blocks of those to compare."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any, TypeVar

from pydantic import TypeAdapter

from kgraph.sorting import Sorter

_T = TypeVar("_T")


class Cards:
    """Takes cards of several kinds, each with its block, and gives back the blocks of a kind; the answer is the same for any order.

    Cards that share no block are never compared, so a block is all that must be in memory. A card is a dataclass.
    """

    def __init__(self, sorter: Sorter) -> None:
        self._sorter = sorter

    def add(self, kind: str, rows: Iterable[tuple[str, Any]]) -> None:
        """Takes cards of a kind, each behind the name of its block."""
        self._sorter.add(f"{kind}\t{block}\t{_form(type(card)).dump_json(card).decode()}" for block, card in rows)

    def blocks(self, kind: str, of: type[_T]) -> Iterator[list[_T]]:
        """The cards of a kind, block by block, in an order that depends on nothing but the cards."""
        mine = (line.split("\t", 2) for line in self._sorter.lines() if line.startswith(f"{kind}\t"))
        form = _form(of)
        for _, rows in groupby(mine, key=lambda row: row[1]):
            yield [form.validate_json(row[2]) for row in rows]


def _form(of: type[_T]) -> TypeAdapter[_T]:
    if of not in _FORMS:
        _FORMS[of] = TypeAdapter(of)
    return _FORMS[of]


_FORMS: dict[type[Any], TypeAdapter[Any]] = {}
