"""The keys of units: readable, ASCII, unique, and the same however many units are added later."""

from __future__ import annotations

from collections import defaultdict

from kgraph.text import fold, slug
from unit_history import Constituted
from unit_names import letters


def name_units(units: list[Constituted]) -> dict[str, Constituted]:
    """Give each unit its key and return them by key.

    A key is the slugs of level word and name, then of what the unit lies in: `unit/phuong-4--quan-11--ho-chi-minh`.
    Where marks alone tell two units apart, both names bear their official code. Of namesakes in time the first one
    has the plain key, the others the year of the list that first has them.
    """
    same: dict[str, list[Constituted]] = defaultdict(list)
    for unit in units:
        same[_path(unit)].append(unit)
    by_key: dict[str, Constituted] = {}
    for path, namesakes in same.items():
        confusable = len({letters(unit.name) for unit in namesakes}) > 1
        taken: set[str] = set()
        for unit in sorted(namesakes, key=lambda unit: unit.first_seen or ""):
            own, _, rest = path.partition("--")
            key = f"unit/{own}-{unit.codes[0]}--{rest}" if confusable else f"unit/{path}"
            unit.key = f"{key}-{(unit.first_seen or '')[:4]}" if key in taken else key
            taken.add(key)
            if unit.key in by_key:
                raise ValueError(f"two units would be called {unit.key}")
            by_key[unit.key] = unit
    return by_key


def _path(unit: Constituted) -> str:
    whole = slug(label(unit) if unit.level != "province" else unit.name)
    return f"{whole}--{_path(unit.parent)}" if unit.parent else whole


def label(unit: Constituted) -> str:
    """What people call the unit: the bare name of a province, otherwise level word and name."""
    if unit.level == "province" or fold(unit.name).startswith(fold(unit.designation) + " "):
        return unit.name
    return f"{unit.designation} {unit.name}"
