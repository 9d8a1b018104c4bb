"""When a unit begins and ends: known days first, then what follows from them, then the bounds that the lists give."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from unit_history import Constituted, Step
from unit_names import letters
from unit_sources import BEFORE_REFORM, LEVELS, REFORM

LAST_DAY, FIRST_DAY = "2025-06-30", "2025-07-01"
"""Districts, old communes and merged provinces end; the new ones begin (Resolutions 202/2025/QH15 and 203/2025/QH15)."""


def date_units(units: list[Constituted], steps: list[Step], days: list[dict[str, Any]], by_key: dict[str, Constituted]) -> None:
    """Give each unit the days that are known, and no others."""
    for unit in units:
        if unit.last_seen == BEFORE_REFORM:
            unit.valid_to = LAST_DAY
        if unit.first_seen == REFORM:
            unit.valid_from = FIRST_DAY
    for entry in days:
        for key in entry["units"]:
            by_key[key].valid_from = entry["valid_from"]
    _begin_after_older(steps)
    for level in LEVELS:
        _begin_with_parent([step for step in steps if step.later.level == level], steps)
        _end_before_followers(step for step in steps if step.earlier.level == level)


def _begin_after_older(steps: Iterable[Step]) -> None:
    """A unit that an act made of an older one begins on the day after."""
    for step in steps:
        if step.earlier.first_seen is None and step.earlier.valid_to and not step.absorbed:
            step.later.valid_from = _shift(step.earlier.valid_to, 1)


def _begin_with_parent(steps: list[Step], all_steps: list[Step]) -> None:
    """A unit that differs from the one before by its parent alone begins when that parent does."""
    followed = {(step.earlier, step.later) for step in all_steps}
    for step in steps:
        a, b = step.earlier, step.later
        if a.parent is None or b.parent is None or (a.parent, b.parent) not in followed:
            continue
        same = (a.designation, letters(a.name), a.last_seen) == (b.designation, letters(b.name), a.parent.last_seen)
        if same and b.first_seen == b.parent.first_seen and b.valid_from is None:
            b.valid_from = b.parent.valid_from


def _end_before_followers(steps: Iterable[Step]) -> None:
    """A unit whose followers all begin on one known day ended on the day before."""
    followers: dict[Constituted, set[str | None]] = defaultdict(set)
    for step in steps:
        followers[step.earlier].add(None if step.absorbed else step.later.valid_from)
    for unit, begun in followers.items():
        first = begun.pop() if len(begun) == 1 else None
        if first and unit.valid_to is None and unit.latest is None:
            unit.valid_to = _shift(first, -1)


def bound_units(units: list[Constituted], state_since: dict[str, str]) -> None:
    """Days outside which a unit certainly did not exist: it is missing from a list, or its parent was not there.

    `state_since` gives for the month of each list, in order of time, the day since which its state held.
    """
    months = sorted(state_since)
    for level in LEVELS:
        for unit in (unit for unit in units if unit.level == level):
            begins, ends = [unit.valid_from], [unit.valid_to or unit.latest]
            if unit.first_seen and unit.first_seen > months[0] and not unit.valid_from:
                missing = months[months.index(unit.first_seen) - 1]
                begins += [f"{missing}-01", state_since[missing]]
            if unit.last_seen and unit.last_seen < months[-1] and not unit.valid_to:
                ends.append(_shift(state_since[months[months.index(unit.last_seen) + 1]], -1))
            if unit.parent:
                begins.append(unit.parent.earliest)
                ends.append(unit.parent.latest)
            unit.earliest = max(filter(None, begins), default=None)
            unit.latest = min(filter(None, ends), default=None)


def _shift(day: str, days: int) -> str:
    return (date.fromisoformat(day) + timedelta(days=days)).isoformat()
