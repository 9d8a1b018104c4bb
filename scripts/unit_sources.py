"""The unit lists and the hand-edited files beside them, as typed rows."""

from __future__ import annotations

import csv
import gzip
import hashlib
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, cast

from unit_names import split

Level = Literal["province", "district", "commune"]
LEVELS: tuple[Level, ...] = ("province", "district", "commune")

BEFORE_REFORM, REFORM = "2025-06", "2025-07"
SNAPSHOTS = ("2022-06", "2023-04", BEFORE_REFORM, "2026-08")
_COLUMNS = {"province": "province", "district": "district", "commune": "ward"}


@dataclass(frozen=True, slots=True)
class Place:
    """A unit as one line of a list names it."""

    level: Level
    designation: str
    name: str
    code: str


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a list: a commune in its district in its province; what is not there is None."""

    province: Place
    district: Place | None
    commune: Place | None

    def places(self) -> list[Place]:
        """The units of the line from the province down."""
        return [place for place in (self.province, self.district, self.commune) if place is not None]


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The units of one month (YYYY-MM)."""

    month: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Move:
    """Where an old commune (or a district without communes) went on 1 July 2025."""

    old: Row
    new: Row
    divided: bool


@dataclass(frozen=True, slots=True)
class Sources:
    """Everything the gazetteer is made from; `sha256` is over the unpacked files in name order."""

    designations: dict[Level, tuple[str, ...]]
    snapshots: tuple[Snapshot, ...]
    moves: tuple[Move, ...]
    older: dict[str, Any]
    variants: dict[str, Any]
    sha256: str


def read_sources(folder: Path) -> Sources:
    """The five lists in `folder`/units and the two TOML files in `folder`."""
    older, variants = (tomllib.loads((folder / name).read_text("utf-8")) for name in ("older-units.toml", "unit-variants.toml"))
    designations = {level: tuple(cast("list[str]", variants["designations"][level])) for level in LEVELS}

    def row(cells: dict[str, str], prefix: str = "") -> Row:
        def place(level: Level) -> Place | None:
            column = prefix + _COLUMNS[level]
            if not cells.get(column):
                return None
            return Place(level, *split(cells[column], designations[level]), cells[column + "_code"])

        province = place("province")
        assert province is not None
        return Row(province, place("district"), place("commune"))

    moves = _moves(_read(folder, f"succession-{REFORM}"), row)
    reform = Snapshot(REFORM, tuple(dict.fromkeys(move.new for move in moves)))
    lists = [Snapshot(month, tuple(row(cells) for cells in _read(folder, f"units-{month}"))) for month in SNAPSHOTS]
    return Sources(
        designations=designations,
        snapshots=tuple(sorted([*lists, reform], key=lambda snapshot: snapshot.month)),
        moves=moves,
        older=older,
        variants=variants,
        sha256=_sha256(folder),
    )


def _moves(lines: Iterator[dict[str, str]], row: Callable[[dict[str, str], str], Row]) -> tuple[Move, ...]:
    return tuple(Move(row(cells, "old_"), row(cells, "new_"), cells["old_ward_divided"] == "True") for cells in lines)


def _read(folder: Path, name: str) -> Iterator[dict[str, str]]:
    with gzip.open(folder / "units" / f"{name}.csv.gz", "rt", encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)


def _sha256(folder: Path) -> str:
    digest = hashlib.sha256()
    for path in sorted([*(folder / "units").glob("*.csv.gz"), folder / "older-units.toml", folder / "unit-variants.toml"]):
        content = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
        digest.update(path.name.encode() + b"\0" + hashlib.sha256(content).digest())
    return digest.hexdigest()
