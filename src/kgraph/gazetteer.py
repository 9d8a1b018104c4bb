"""Administrative units by name, place and day, read from `ontology/authority/units.sqlite`.

A unit is what one legal act constituted, so one name can stand for several units, one after another or side by side.
The database is opened read-only; only rows that are asked for are read, and what was asked for stays in memory.
A Gazetteer belongs to one process: a worker opens its own.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from kgraph.errors import LexiconError, NothingMatched, Refused
from kgraph.model import Unit
from kgraph.settings import ontology_folder
from kgraph.text import ascii_label, fold, normalize

SCHEMA = "1"
_APART = re.compile(r"(?<=\b[^\W\d_]['’]) ")
"""The space that some write behind the apostrophe of a name (“Đắk N’ Drung”)."""
_ON = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_ENTRIES = """
SELECT unit.id, unit.key, unit.name, unit.label, d.level, d.word, parent.key, unit.codes,
       life.valid_from, life.valid_to, life.first_seen, life.last_seen, life.earliest, life.latest
FROM unit JOIN designation d ON d.id = unit.designation JOIN life ON life.id = unit.life LEFT JOIN unit parent ON parent.id = unit.parent
WHERE unit.id IN ({})
"""
_AT_ONCE = 500
"""Units read by one query: a name that many bear would else take as many queries."""


@dataclass(frozen=True, slots=True)
class Listing:
    """What the lists say of a unit besides the unit itself.

    `codes` are its official codes in order of time, `first_seen` and `last_seen` the months (YYYY-MM) of the lists that
    have it, `earliest` and `latest` the days outside which it certainly did not exist.
    """

    unit: Unit
    codes: tuple[str, ...]
    first_seen: str | None
    last_seen: str | None
    earliest: str | None
    latest: str | None

    def can_exist(self, first: str, last: str) -> bool:
        """Whether the unit can have existed on some day from `first` to `last`."""
        return (self.earliest or "") <= last and first <= (self.latest or "9999")


class Gazetteer:
    """Looks units up; every answer is in the order province, district, commune, then key.

    >>> gazetteer = open_gazetteer()
    >>> [unit.label for unit in gazetteer.named("thanh xuân", within="unit/ha-noi", on="2024-03-19")]
    ['Quận Thanh Xuân', 'Xã Thanh Xuân']
    >>> [unit.label for unit in gazetteer.named("Thanh Xuân", within="unit/ha-noi", on="2026")]
    ['Phường Thanh Xuân']
    """

    def __init__(self, base: sqlite3.Connection) -> None:
        self._base = base
        meta = dict(base.execute("SELECT name, value FROM meta"))
        if meta.get("schema") != SCHEMA:
            raise LexiconError("the gazetteer has another form than this program reads", mend="run scripts/build_gazetteer.py")
        self.version: str = meta["version"]
        self.sha256: str = meta["sha256"]
        self._words: tuple[tuple[str, str], ...] = tuple(base.execute("SELECT level, word FROM designation ORDER BY id"))
        self._number = cache(self._read_number)
        self._known: dict[int, Listing] = {}
        self._line = cache(self._read_line)
        self._is_listed = lru_cache(maxsize=1 << 14)(self._read_is_listed)
        self._steps = cache(self._read_steps)
        self._matches = lru_cache(maxsize=1 << 15)(self._read_matches)
        self._select = lru_cache(maxsize=1 << 16)(self._selection)
        self._is_name = lru_cache(maxsize=1 << 14)(lambda name: bool(self._matches(_as_listed(name))))

    def unit(self, key: str) -> Unit:
        """The unit with this key (`unit/quan-dong-da--ha-noi`); NothingMatched if there is none."""
        return self.listing(key).unit

    def knows(self, key: str) -> bool:
        """Whether a unit with this key is listed.

        >>> open_gazetteer().knows("unit/ha-noi"), open_gazetteer().knows("unit/atlantis")
        (True, False)
        """
        return self._is_listed(key)

    def listing(self, key: str) -> Listing:
        """The unit with this key and what the lists say of it; NothingMatched if there is none."""
        return self._entry(self._number(key))

    def named(
        self, name: str, *, level: str | None = None, designation: str | None = None, on: str | None = None, within: str | None = None
    ) -> tuple[Unit, ...]:
        """The units so called, in any case, style of tone marks or known variant, with or without the level word before the name.

        Text without any marks is found by letters alone if nothing bears exactly that name. `on` (a year, month or day in ISO form)
        leaves out units that cannot have existed then; `within` is the key of a unit that must contain them, at any depth.
        Refused if `on` has another form; NothingMatched if there is no unit `within`.

        >>> [unit.key for unit in open_gazetteer().named("Phường 4", within="unit/quan-11--ho-chi-minh")]
        ['unit/phuong-4--quan-11--ho-chi-minh']
        >>> [unit.key for unit in open_gazetteer().named("TPHCM", on="2024")]
        ['unit/ho-chi-minh']
        """
        return self._select(name, level, designation, on, within)

    def is_name(self, name: str) -> bool:
        """Whether any unit of any level was ever called so.

        >>> open_gazetteer().is_name("Đống Đa"), open_gazetteer().is_name("Đống Đa sáng")
        (True, False)
        """
        return self._is_name(name)

    def units(self, *, level: str, on: str | None = None, within: str | None = None) -> tuple[Unit, ...]:
        """All units of a level, narrowed as in `named`; it reads them all, so ask once.

        >>> len(open_gazetteer().units(level="province", on="2024-01-01")), len(open_gazetteer().units(level="province", on="2026-01-01"))
        (63, 34)
        """
        numbers = self._base.execute(
            "SELECT unit.id FROM unit JOIN designation d ON d.id = designation WHERE d.level = ? ORDER BY unit.id", (level,)
        )
        return self._narrowed((number for (number,) in numbers.fetchall()), level, None, on, within)

    def ancestors(self, unit: Unit) -> tuple[Unit, ...]:
        """The units that contain this one, the nearest first.

        >>> gazetteer = open_gazetteer()
        >>> [a.label for a in gazetteer.ancestors(gazetteer.unit("unit/phuong-4--quan-11--ho-chi-minh"))]
        ['Quận 11', 'Thành phố Hồ Chí Minh']
        """
        return self._line(unit.within)

    def successors(self, unit: Unit) -> tuple[Unit, ...]:
        """The units that took this one's territory or part of it, as far as known."""
        return self._steps("SELECT later FROM succession WHERE earlier = ? ORDER BY later", unit.key)

    def predecessors(self, unit: Unit) -> tuple[Unit, ...]:
        """The units whose territory, or part of it, went into this one, as far as known."""
        return self._steps("SELECT earlier FROM succession WHERE later = ? ORDER BY earlier", unit.key)

    def folded_names(self, level: str) -> tuple[str, ...]:
        """All folded names and variants of the units of a level, without the level word, for one scan of a folded text.

        >>> {"bà rịa-vũng tàu", "tp.hcm"} <= set(open_gazetteer().folded_names("province"))
        True
        """
        rows = self._base.execute(
            "SELECT DISTINCT folded FROM alias JOIN unit ON unit.id = alias.unit JOIN designation d ON d.id = designation"
            " WHERE d.level = ? AND kind IN ('name', 'form') ORDER BY folded",
            (level,),
        )
        return tuple(folded for (folded,) in rows)

    def designations(self, level: str | None = None) -> tuple[str, ...]:
        """The level words (of one level), each once.

        >>> open_gazetteer().designations("province")
        ('Thành phố', 'Tỉnh')
        """
        return tuple(dict.fromkeys(word for of, word in self._words if level in (None, of)))

    def close(self) -> None:
        """Close the database; what was read stays usable."""
        self._base.close()

    def _read_line(self, key: str | None) -> tuple[Unit, ...]:
        return () if key is None else (self.unit(key), *self._line(self.unit(key).within))

    def _read_number(self, key: str) -> int:
        row = self._base.execute("SELECT id FROM unit WHERE key = ?", (key,)).fetchone()
        if row is None:
            raise NothingMatched("no administrative unit has this key", where=key)
        return int(row[0])

    def _read_is_listed(self, key: str) -> bool:
        return self._base.execute("SELECT 1 FROM unit WHERE key = ?", (key,)).fetchone() is not None

    def _entry(self, number: int) -> Listing:
        (entry,) = self._entries((number,))
        return entry

    def _entries(self, numbers: Iterable[int]) -> list[Listing]:
        """The units with some numbers, in that order."""
        wanted = list(numbers)
        missing = [number for number in wanted if number not in self._known]
        for at in range(0, len(missing), _AT_ONCE):
            asked = missing[at : at + _AT_ONCE]
            for row in self._base.execute(_ENTRIES.format(",".join("?" * len(asked))), asked):
                number, key, name, label, level, word, parent, codes, valid_from, valid_to, *seen = row
                unit = Unit(key, name, label, level, word, within=parent, valid_from=valid_from, valid_to=valid_to)
                self._known[number] = Listing(unit, tuple(codes.split()), *seen)
        return [self._known[number] for number in wanted]

    def _read_matches(self, folded: str) -> tuple[int, ...]:
        """Numbers of the units a folded name can mean: by its marks, or by letters alone if it has no marks and nothing bears it."""
        found = self._aliases(folded, plain=False)
        if not found and folded == ascii_label(folded):
            found = self._aliases(folded, plain=True)
        return tuple(sorted(found))

    def _aliases(self, folded: str, *, plain: bool) -> set[int]:
        query = f"SELECT unit FROM alias WHERE folded = ? AND kind {'=' if plain else '<>'} 'plain'"
        found = {number for (number,) in self._base.execute(query, (folded,))}
        for word in self.designations():
            start = (ascii_label(word) if plain else fold(word)) + " "
            if folded.startswith(start):
                rest = {number for (number,) in self._base.execute(query, (folded.removeprefix(start),))}
                found |= {number for number in rest if self._entry(number).unit.designation == word}
        return found

    def _selection(self, name: str, level: str | None, designation: str | None, on: str | None, within: str | None) -> tuple[Unit, ...]:
        numbers = self._matches(_as_listed(name))
        return self._narrowed(numbers, level, designation, on, within)

    def _narrowed(self, numbers: Any, level: str | None, designation: str | None, on: str | None, within: str | None) -> tuple[Unit, ...]:
        first, last = _days(on)
        word = designation and fold(normalize(designation))
        if within:
            self._number(within)
        return tuple(
            entry.unit
            for entry in self._entries(numbers)
            if level in (None, entry.unit.level)
            and (word is None or fold(entry.unit.designation) == word)
            and entry.can_exist(first, last)
            and (within is None or any(within == above.key for above in self.ancestors(entry.unit)))
        )

    def _read_steps(self, query: str, key: str) -> tuple[Unit, ...]:
        numbers = self._base.execute(query, (self._number(key),)).fetchall()
        return tuple(entry.unit for entry in self._entries(number for (number,) in numbers))


def _as_listed(name: str) -> str:
    """A name in the form in which the lists are looked up."""
    return _APART.sub("", " ".join(fold(normalize(name)).split()))


def _days(on: str | None) -> tuple[str, str]:
    """First and last day of a year, month or day, as bounds for comparison.

    >>> _days("2024-02"), _days("2024-02-29")
    (('2024-02-01', '2024-02-31'), ('2024-02-29', '2024-02-29'))
    """
    if on is None:
        return "", "9999"
    if not _ON.fullmatch(on):
        raise Refused("not a year, month or day", where=on, mend="write 2024, 2024-03 or 2024-03-19")
    return on + "-01-01"[len(on) - 4 :], on + "-12-31"[len(on) - 4 :]


def open_gazetteer(path: Path | None = None) -> Gazetteer:
    """The gazetteer of the ontology folder, or the one at `path`; LexiconError if it is missing or damaged.

    >>> open_gazetteer().unit("unit/quan-dong-da--ha-noi").valid_to
    '2025-06-30'
    """
    path = path or ontology_folder() / "authority" / "units.sqlite"
    if not path.is_file():
        raise LexiconError("there is no gazetteer", where=path.name, mend="run scripts/build_gazetteer.py")
    try:
        return Gazetteer(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False))
    except sqlite3.DatabaseError as fault:
        raise LexiconError(f"the gazetteer cannot be read: {fault}", where=path.name, mend="run scripts/build_gazetteer.py") from fault
