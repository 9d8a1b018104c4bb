"""From lists of units to units as constituted: which lines of two lists are one unit, and which unit follows which."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from unit_names import bare, letters
from unit_sources import BEFORE_REFORM, REFORM, Level, Move, Place, Row, Sources

Listed = dict[tuple[Level, str], "Constituted"]
"""The unit that a code (with its level) stands for in one list; codes are reused from list to list."""


@dataclass(eq=False, slots=True)
class Constituted:
    """A unit as one legal act made it. Filled while the lists are read in order of time."""

    level: Level
    designation: str
    name: str
    parent: Constituted | None
    first_seen: str | None = None
    last_seen: str | None = None
    valid_from: str | None = None
    valid_to: str | None = None
    earliest: str | None = None
    latest: str | None = None
    codes: list[str] = field(default_factory=list)
    spellings: list[str] = field(default_factory=list)
    key: str = ""

    def see(self, place: Place, month: str) -> None:
        """Take in one more line that names this unit; the newest spelling becomes its name, unless it only lost a hyphen."""
        self.first_seen, self.last_seen = self.first_seen or month, month
        for known, new in ((self.codes, place.code), (self.spellings, place.name)):
            if new not in known:
                known.append(new)
        if "-" not in self.name or letters(self.name) != letters(place.name):
            self.name = place.name

    def has_been(self, other: Constituted) -> bool:
        """Whether this unit was already listed when the other one still was."""
        return bool(self.first_seen and other.last_seen and self.first_seen <= other.last_seen)


@dataclass(frozen=True, slots=True)
class Step:
    """One unit follows another; `divided` where the earlier one went to several, `absorbed` where the later one was there already."""

    earlier: Constituted
    later: Constituted
    divided: bool
    absorbed: bool = False


def constitute(sources: Sources) -> tuple[list[Constituted], dict[str, Listed]]:
    """All units of the lists, and for each month which unit a code stands for."""
    units: list[Constituted] = []
    listed: dict[str, Listed] = {}
    previous: Listed = {}
    untouched = _untouched_provinces(sources.moves)
    for snapshot in sources.snapshots:
        current: Listed = {}
        lookup = {(unit.parent, unit.designation, letters(unit.name)): unit for unit in previous.values()}
        for row in snapshot.rows:
            parent: Constituted | None = None
            for place in row.places():
                unit = current.get((place.level, place.code))
                if unit is None:
                    unit = lookup.get((parent, place.designation, letters(place.name))) or _respelled(previous, place, parent)
                    reformed = snapshot.month == REFORM and place.level == "province" and letters(place.name) not in untouched
                    if unit is None or reformed:
                        unit = Constituted(place.level, place.designation, place.name, parent)
                        units.append(unit)
                    unit.see(place, snapshot.month)
                    current[place.level, place.code] = unit
                parent = unit
        if snapshot.month == BEFORE_REFORM:
            _respell(current, sources.moves)
        listed[snapshot.month] = previous = current
    return units, listed


def _untouched_provinces(moves: tuple[Move, ...]) -> set[str]:
    """Names of the provinces that the reform left as they were: all they had went into them, and nothing else did."""
    made_of: dict[str, set[str]] = defaultdict(set)
    went_to: dict[str, set[str]] = defaultdict(set)
    for move in moves:
        old, new = letters(move.old.province.name), letters(move.new.province.name)
        made_of[new].add(old)
        went_to[old].add(new)
    return {name for name, parts in made_of.items() if parts == {name} == went_to[name]}


def _respelled(previous: Listed, place: Place, parent: Constituted | None) -> Constituted | None:
    """The unit of the list before with the same code, place and level word whose name differs in its marks only."""
    unit = previous.get((place.level, place.code))
    if unit and (unit.parent, unit.designation, bare(unit.name)) == (parent, place.designation, bare(place.name)):
        return unit
    return None


def _respell(current: Listed, moves: tuple[Move, ...]) -> None:
    """Take the spelling of the succession table, which is nearer to that of the acts, for the units of the same month."""
    for move in moves:
        for place in move.old.places():
            current[place.level, place.code].see(place, BEFORE_REFORM)


def succession(listed: dict[str, Listed], sources: Sources) -> list[Step]:
    """Which unit followed which: by the table of 2025, and between other lists where name and code show it."""
    steps = _reform_steps(listed, sources.moves)
    for earlier, later in pairwise(snapshot.month for snapshot in sources.snapshots):
        if (earlier, later) != (BEFORE_REFORM, REFORM):
            kept = _kept_code(listed[earlier], listed[later])
            steps += [Step(a, b, divided=False) for a, b in kept] + _district_steps(kept)
    return _unique(steps)


def _reform_steps(listed: dict[str, Listed], moves: tuple[Move, ...]) -> list[Step]:
    pairs: dict[tuple[Constituted, Constituted], bool] = {}
    for move in moves:
        old, new = _units(listed[BEFORE_REFORM], move.old), _units(listed[REFORM], move.new)
        pairs[old[-1], new[-1]] = move.divided
        if len(old) == 3:
            pairs.setdefault((old[1], new[-1]), False)
        if old[0] is not new[0]:
            pairs.setdefault((old[0], new[0]), False)
    return [Step(old, new, divided) for (old, new), divided in pairs.items()]


def _units(listed: Listed, row: Row) -> list[Constituted]:
    return [listed[place.level, place.code] for place in row.places()]


def _kept_code(earlier: Listed, later: Listed) -> list[tuple[Constituted, Constituted]]:
    """Pairs of different units with one code and one name (a province may have changed its name)."""
    pairs = []
    for (level, code), old in earlier.items():
        new = later.get((level, code))
        if new and new is not old and (level == "province" or bare(old.name) == bare(new.name)):
            pairs.append((old, new))
    return pairs


def _district_steps(kept: list[tuple[Constituted, Constituted]]) -> list[Step]:
    """An ended district is followed by the districts in which its communes are found again."""
    followers: dict[Constituted, dict[Constituted, None]] = defaultdict(dict)
    for old, new in kept:
        a, b = old.parent, new.parent
        if a and b and a is not b and a.level == b.level == "district" and a.last_seen == old.last_seen:
            followers[a][b] = None
    return [Step(a, b, divided=len(found) > 1, absorbed=b.has_been(a)) for a, found in followers.items() for b in found]


def _unique(steps: list[Step]) -> list[Step]:
    """Each pair once, and `divided` for every earlier unit but a commune (whose flag is given) that has several followers."""
    pairs = {(step.earlier, step.later): step for step in steps}
    several: dict[Constituted, int] = defaultdict(int)
    for step in pairs.values():
        several[step.earlier] += 1
    return [
        Step(s.earlier, s.later, s.divided if s.earlier.level == "commune" else several[s.earlier] > 1, s.absorbed) for s in pairs.values()
    ]


def older(by_key: dict[str, Constituted], entries: list[dict[str, Any]]) -> tuple[list[Constituted], list[Step]]:
    """The units of the hand-edited file, which ended before the first list, and what followed them."""
    units: list[Constituted] = []
    steps: list[Step] = []
    for entry in entries:
        parent = by_key[entry["within"]] if "within" in entry else None
        unit = Constituted(entry["level"], entry["designation"], entry["name"], parent)
        unit.valid_to, unit.latest = entry.get("valid_to"), entry.get("latest")
        unit.spellings.append(unit.name)
        units.append(unit)
        made, taken = entry.get("constituted", []), entry.get("absorbed_by", [])
        steps += [Step(unit, by_key[key], divided=len(made) + len(taken) > 1, absorbed=key in taken) for key in (*made, *taken)]
    return units, steps
