"""The rows of a list: TOML tables with the line each begins at, read with one sort of fault."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from kgraph.errors import AuthorityError

_HEADER = re.compile(r"\s*\[\[\s*(\w+)\s*\]\]\s*(?:#.*)?$")
_MONTH = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])")


@dataclass(frozen=True, slots=True)
class Row:
    """One table of a list: its values, and its `place` (`documents.toml:12`)."""

    values: Mapping[str, Any]
    place: str

    def text(self, name: str) -> str:
        """A value that must be there; AuthorityError where it is missing or empty."""
        found = self.values.get(name)
        if not isinstance(found, str) or not found:
            raise AuthorityError(f"an entry without `{name}`", where=self.place)
        return found

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of texts, empty where there is none."""
        return tuple(self.values.get(name, ()))

    def some(self, name: str) -> str | None:
        """A text that may be missing."""
        return self.text(name) if name in self.values else None

    def day(self, name: str) -> str | None:
        """A day in ISO form, if given; AuthorityError where it is no day."""
        found = self.values.get(name)
        if found is None:
            return None
        if type(found) is not date:
            raise AuthorityError(f"`{name}` is not a day", where=self.place, mend="write it as 2024-03-19, without quotation marks")
        return found.isoformat()

    def time(self, name: str) -> str | None:
        """A day or a month in ISO form, if given."""
        found = self.values.get(name)
        return found if isinstance(found, str) and _MONTH.fullmatch(found) else self.day(name)

    def known(self, name: str, among: Iterable[str]) -> str:
        """A text that must be one of some names; AuthorityError where it is another."""
        if (found := self.text(name)) not in among:
            raise AuthorityError(f"`{name}` is {found}, which is not known", where=self.place)
        return found


def read_list(path: Path) -> tuple[dict[str, Any], dict[str, tuple[Row, ...]]]:
    """The whole of a list, and the rows of each of its tables in file order; AuthorityError if it is missing or not TOML."""
    try:
        content = path.read_text(encoding="utf-8")
        whole = tomllib.loads(content)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as fault:
        raise AuthorityError(f"the list cannot be read: {type(fault).__name__}", where=path.name) from fault
    lines: dict[str, list[int]] = {}
    for number, line in enumerate(content.split("\n"), 1):
        if header := _HEADER.match(line):
            lines.setdefault(header[1], []).append(number)
    rows = {
        name: tuple(Row(values, f"{path.name}:{at}") for values, at in zip(whole[name], found, strict=True))
        for name, found in lines.items()
        if isinstance(whole.get(name), list)
    }
    return whole, rows


def check_once(named: Iterable[tuple[str, str]]) -> None:
    """AuthorityError where one name stands in two places; `named` are names with their places."""
    seen: dict[str, str] = {}
    for name, place in named:
        if name in seen:
            raise AuthorityError(f"{name} stands twice", where=f"{seen[name]} and {place}", mend="keep one of them")
        seen[name] = place


def check_order(first: str | None, last: str | None, place: str) -> None:
    """AuthorityError where an end lies before its beginning."""
    if first and last and last[: len(first)] < first[: len(last)]:
        raise AuthorityError(f"{last} is before {first}", where=place)


def check_acyclic(links: Mapping[str, Sequence[str]], places: Mapping[str, str]) -> None:
    """AuthorityError where a name leads to no entry, or over others back to itself.

    >>> check_acyclic({"a": ["b"], "b": []}, {"a": "x.toml:1", "b": "x.toml:5"})
    """
    done: set[str] = set()
    for start in links:
        path: list[str] = []
        stack = [(start, False)]
        while stack:
            name, leaving = stack.pop()
            if leaving:
                done.add(path.pop())
            elif name not in links:
                raise AuthorityError(f"{name} is not in the list", where=places[path[-1]])
            elif name in path:
                raise AuthorityError(f"{name} leads back to itself", where=places[name])
            elif name not in done:
                path.append(name)
                stack += [(name, True), *((other, False) for other in links[name])]
