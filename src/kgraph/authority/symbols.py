"""Symbols of document types: which type the letters in a number stand for, by the rules in force on a day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kgraph.authority.rows import Row, check_once, check_order, read_list
from kgraph.errors import AuthorityError
from kgraph.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class System:
    """Rules that fix symbols, for the Party or for the State, with the days between which they are in force."""

    id: str
    party: bool
    valid_from: str
    valid_to: str | None
    act: str


@dataclass(frozen=True, slots=True)
class Symbol:
    """Letters with the types they stand for in some systems; `names` are types without an entry in the lexicon."""

    symbol: str
    systems: tuple[System, ...]
    types: tuple[str, ...]
    names: tuple[str, ...]

    @property
    def ambiguous(self) -> bool:
        """Whether the letters alone leave open which type it is."""
        return len(self.types) + len(self.names) > 1


@dataclass(frozen=True, eq=False)
class Symbols:
    """All symbols, in file order."""

    all: tuple[Symbol, ...]
    systems: tuple[System, ...]

    def types(self, symbol: str, *, on: str | None = None, party: bool | None = None) -> tuple[str, ...]:
        """The types that letters can stand for on a day (ISO), in any case; of one system only if `party` says which.

        >>> from kgraph.lexicon import load_lexicon
        >>> from kgraph.authority import open_authority
        >>> symbols = open_authority(load_lexicon()).symbols
        >>> symbols.types("QĐ", on="2024-03-19", party=True), symbols.types("QĐ", on="2024-03-19", party=False)
        (('quyet-dinh', 'quy-dinh'), ('quyet-dinh',))
        >>> symbols.types("TT", on="2024-03-19")
        ('thong-tri', 'thong-tu')
        """
        return tuple(dict.fromkeys(self._types(symbol.upper(), on, party)))

    def _types(self, symbol: str, on: str | None, party: bool | None) -> Iterator[str]:
        for entry in self.all:
            fits = any(party in (None, s.party) and (on is None or s.valid_from <= on <= (s.valid_to or "9999")) for s in entry.systems)
            if entry.symbol.upper() == symbol and fits:
                yield from entry.types


def load_symbols(path: Path, lexicon: Lexicon) -> Symbols:
    """The symbols of a file; AuthorityError for a fault, with its line."""
    _, tables = read_list(path)
    systems = {row.text("id"): _system(row) for row in tables.get("system", ())}
    types = {entry.concept for entry in lexicon.by_kind.get("directive", ())}
    rows = tables.get("symbol", ())
    check_once((row.text("id"), row.place) for row in tables.get("system", ()))
    check_once((f"{row.text('symbol')} of {system}", row.place) for row in rows for system in row.texts("systems"))
    return Symbols(tuple(_symbol(row, systems, types) for row in rows), tuple(systems.values()))


def _system(row: Row) -> System:
    valid_from, valid_to = row.day("valid_from"), row.day("valid_to")
    if valid_from is None:
        raise AuthorityError("an entry without `valid_from`", where=row.place)
    check_order(valid_from, valid_to, row.place)
    return System(row.text("id"), bool(row.values.get("party")), valid_from, valid_to, row.text("act"))


def _symbol(row: Row, systems: dict[str, System], types: set[str]) -> Symbol:
    unknown = [name for name in row.texts("systems") if name not in systems] + [name for name in row.texts("types") if name not in types]
    if unknown or not row.texts("systems"):
        raise AuthorityError(f"not known: {', '.join(unknown) or 'the system'}", where=row.place)
    return Symbol(row.text("symbol"), tuple(systems[name] for name in row.texts("systems")), row.texts("types"), row.texts("names"))
