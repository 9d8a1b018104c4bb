"""Makes ontology/authority/units.sqlite from the unit lists; with --check says whether it is what they make today.

Run it after any change in ontology/authority/units/, older-units.toml or unit-variants.toml.
The same sources give the same content, and with the same SQLite the same bytes.
"""

from __future__ import annotations

import argparse
import sqlite3
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import closing
from itertools import zip_longest
from pathlib import Path
from typing import Any

from kgraph.settings import ontology_folder
from kgraph.text import ascii_label, fold
from unit_days import bound_units, date_units
from unit_history import Constituted, Step, constitute, older, succession
from unit_keys import label, name_units
from unit_names import Alternatives, forms
from unit_sources import LEVELS, Sources, read_sources

SCHEMA = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE designation (id INTEGER PRIMARY KEY, level TEXT NOT NULL, word TEXT NOT NULL);
CREATE TABLE life (
  id INTEGER PRIMARY KEY, valid_from TEXT, valid_to TEXT, first_seen TEXT, last_seen TEXT, earliest TEXT, latest TEXT
);
CREATE TABLE unit (
  id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, name TEXT NOT NULL, label TEXT NOT NULL,
  designation INTEGER NOT NULL REFERENCES designation, parent INTEGER REFERENCES unit, life INTEGER NOT NULL REFERENCES life,
  codes TEXT NOT NULL
);
CREATE TABLE alias (folded TEXT, unit INTEGER REFERENCES unit, kind TEXT, PRIMARY KEY (folded, unit)) WITHOUT ROWID;
CREATE TABLE succession (
  earlier INTEGER REFERENCES unit, later INTEGER REFERENCES unit, divided INTEGER NOT NULL, PRIMARY KEY (earlier, later)
) WITHOUT ROWID;
CREATE INDEX succession_later ON succession (later);
"""
TABLES = ("meta", "designation", "life", "unit", "alias", "succession")
Rows = Iterable[tuple[Any, ...]]


def write_gazetteer(sources: Sources, units: list[Constituted], steps: list[Step], path: Path) -> None:
    """Write the database whole, or leave what is there."""
    with tempfile.TemporaryDirectory(dir=path.parent) as folder:
        draft = Path(folder) / "units.sqlite"
        with closing(sqlite3.connect(draft, isolation_level=None)) as base:
            base.executescript(f"PRAGMA page_size = 4096; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; {SCHEMA}")
            base.execute("BEGIN")
            for table, rows in _tables(sources, units, steps):
                _insert(base, table, rows)
            base.execute("COMMIT")
            base.execute("VACUUM")
        draft.chmod(0o644)
        draft.replace(path)


def make_units(sources: Sources) -> tuple[list[Constituted], list[Step]]:
    """All units in the order of their ids (province, district, commune, then key), and all steps between them."""
    units, listed = constitute(sources)
    by_key = name_units(units)
    former, former_steps = older(by_key, sources.older["unit"])
    by_key |= _name_former(former, by_key)
    steps = succession(listed, sources) + former_steps
    everything = sorted([*units, *former], key=lambda unit: (LEVELS.index(unit.level), unit.key))
    date_units(everything, steps, sources.older["day"], by_key)
    bound_units(everything, sources.older["lists"])
    return everything, steps


def _name_former(former: list[Constituted], by_key: dict[str, Constituted]) -> dict[str, Constituted]:
    named = name_units(former)
    if taken := sorted(named.keys() & by_key.keys()):
        raise ValueError(f"older-units.toml names units that the lists have: {', '.join(taken)}")
    return named


def _tables(sources: Sources, units: list[Constituted], steps: list[Step]) -> Iterator[tuple[str, Rows]]:
    number = {unit: index for index, unit in enumerate(units, 1)}
    words = sorted((level, word) for level, words in sources.designations.items() for word in words)
    lives = sorted({_life(unit) for unit in units}, key=lambda life: tuple(day or "" for day in life))
    labels = {key: entry["label"] for entry in sources.variants["label"] for key in entry["units"]}
    yield "meta", sorted({"version": sources.snapshots[-1].month, "sha256": sources.sha256, "schema": "1"}.items())
    yield "designation", ((index, *pair) for index, pair in enumerate(words, 1))
    yield "life", ((index, *life) for index, life in enumerate(lives, 1))
    yield (
        "unit",
        (
            (
                number[unit],
                unit.key,
                unit.name,
                labels.get(unit.key, label(unit)),
                words.index((unit.level, unit.designation)) + 1,
                number[unit.parent] if unit.parent else None,
                lives.index(_life(unit)) + 1,
                " ".join(unit.codes),
            )
            for unit in units
        ),
    )
    yield "alias", sorted((folded, number[unit], kind) for (folded, unit), kind in find_aliases(units, sources.variants).items())
    yield "succession", sorted((number[step.earlier], number[step.later], int(step.divided)) for step in steps)


def _life(unit: Constituted) -> tuple[str | None, ...]:
    return (unit.valid_from, unit.valid_to, unit.first_seen, unit.last_seen, unit.earliest, unit.latest)


def _insert(base: sqlite3.Connection, table: str, rows: Rows) -> None:
    lines = list(rows)
    base.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(lines[0]))})", lines)


def find_aliases(units: list[Constituted], variants: dict[str, Any]) -> dict[tuple[str, Constituted], str]:
    """The folded forms of each unit with their kind: `name`, `form` (by rule or by hand), `weak`, `plain` (without marks)."""
    alternatives: Alternatives = {form: tuple(group) for group in variants["spelling"]["interchangeable"] for form in group}
    names = {(unit.level, fold(unit.name)) for unit in units}
    by_key = {unit.key: unit for unit in units}
    found: dict[tuple[str, Constituted], str] = {}

    def add(unit: Constituted, written: Iterable[str], kind: str) -> None:
        for form in written:
            found.setdefault((form, unit), kind)

    for unit in units:
        add(unit, [fold(unit.name)], "name")
        numbered = unit.name.startswith(unit.designation + " ")
        for spelling in dict.fromkeys([unit.name, *unit.spellings]):
            written = forms(spelling, alternatives, numbered=numbered)
            own = [form for form in written if form == fold(spelling) or (unit.level, form) not in names]
            add(unit, own, "form")
    for entry in variants["variant"]:
        for unit in map(by_key.__getitem__, entry["units"]):
            for form in entry["forms"]:
                add(unit, forms(form, alternatives), "weak" if entry.get("weak") else "form")
    for (form, unit), kind in list(found.items()):
        if kind != "weak" and ascii_label(form) != form:
            found.setdefault((ascii_label(form), unit), "plain")
    return found


def differences(old: Path, new: Path) -> list[str]:
    """What differs between two databases, at most a few lines for each table."""
    found = []
    with closing(sqlite3.connect(old)) as a, closing(sqlite3.connect(new)) as b:
        for table in TABLES:
            pairs = zip_longest(_content(a, table), _content(b, table))
            found += [f"{table}: {x} -> {y}" for x, y in pairs if x != y][:3]
    return found


def _content(base: sqlite3.Connection, table: str) -> list[tuple[Any, ...]]:
    try:
        return base.execute(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall()
    except sqlite3.DatabaseError:
        return []


def report(units: list[Constituted], steps: list[Step], path: Path) -> str:
    """Numbers of the database, for the person who built it."""
    levels = Counter(unit.level for unit in units)
    followed = {step.earlier for step in steps}
    lost = sum(1 for unit in units if unit.latest and unit not in followed)
    counts = ", ".join(f"{levels[level]} {level}s" for level in LEVELS)
    return f"{counts}; {len(steps)} steps; {lost} ended units without a known follower; {path.stat().st_size} bytes"


def main() -> int:
    """Build or check; 1 when the committed database is not what the sources make."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="change nothing; exit 1 if the database differs from its sources")
    parser.add_argument("--out", type=Path, default=ontology_folder() / "authority" / "units.sqlite", help="the database")
    options = parser.parse_args()
    sources = read_sources(ontology_folder() / "authority")
    units, steps = make_units(sources)
    if not options.check:
        write_gazetteer(sources, units, steps, options.out)
        print(report(units, steps, options.out))
        return 0
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder) / "units.sqlite"
        write_gazetteer(sources, units, steps, fresh)
        found = differences(options.out, fresh)
    print("\n".join(found) or "the gazetteer is what its sources make", file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
