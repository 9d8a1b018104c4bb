"""How a document or a campaign spread: which unit carried it out when, how long that took, and who led and who followed.

All of it is about what articles attest. A unit without an item has no attested item; whether it did nothing is not known.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import quantiles
from typing import Literal

from kgraph.analysis.adoption import Item, read_items
from kgraph.analysis.entities import Entity
from kgraph.analysis.territory import LEVELS, PROVINCE, Territory, read_territory
from kgraph.store.graph import Graph

Basis = Literal["given", "issued", "launched", "first", ""]
"""What the clock starts with: a day that was given, that of issue, of the first launch, of the first item; or nothing is dated."""

Group = Literal["leader", "middle", "follower", ""]


@dataclass(frozen=True, slots=True)
class Adoption:
    """The first item by which a unit is attested to carry out what was asked, and how many items of it there are.

    `lag` is in days from the start of the clock, None where one of the two days is not known to the day; `order` is 1 for the first day,
    equal for equal days, 0 without one. `group` is leader up to the first quartile of the lags of units of that level and follower
    from the third on, empty where fewer than four of them are dated.
    """

    unit: str
    label: str
    level: str
    province: str
    province_label: str
    item: Item
    items: int
    lag: int | None = None
    order: int = 0
    group: Group = ""


@dataclass(frozen=True, slots=True)
class Lags:
    """Lags in days of the units of one level, in one province or (`province` empty) everywhere.

    `units` have an item, `dated` of them a lag; quartiles are interpolated (inclusive method), None where nothing is dated.
    """

    province: str
    province_label: str
    level: str
    units: int
    dated: int
    least: int | None
    first_quartile: float | None
    median: float | None
    third_quartile: float | None
    most: int | None


@dataclass(frozen=True, slots=True)
class Diffusion:
    """The spread of `target`: `start` of the clock (ISO day, empty if unknown) and its `basis`; adoptions by day, undated ones last.

    What was passed over is counted: `planned` items, `placeless` ones (of no unit, as those of central bodies), items dated `before` the
    start.
    """

    target: Entity
    start: str
    basis: Basis
    adoptions: tuple[Adoption, ...]
    lags: tuple[Lags, ...]
    planned: int
    placeless: int
    before: int


def read_diffusion(graph: Graph, target: Entity, *, direct: bool = False, since: str = "") -> Diffusion:
    """How the document or campaign spread; `direct` leaves out what does so by way of other documents, `since` (ISO day) sets the clock."""
    territory = read_territory(graph)
    items = [item for item in read_items(graph, target.iri, territory=territory) if item.steps == 1 or not direct]
    done = [item for item in items if not item.planned]
    start, basis = _start(target, done, since)
    late = [item for item in done if not (start and item.by and item.by < start)]
    adoptions = _adoptions([item for item in late if item.units], territory, start)
    return Diffusion(
        target=target,
        start=start,
        basis=basis,
        adoptions=adoptions,
        lags=lags_of(adoptions),
        planned=len(items) - len(done),
        placeless=sum(not item.units for item in late),
        before=len(done) - len(late),
    )


def lags_of(adoptions: Sequence[Adoption]) -> tuple[Lags, ...]:
    """Lags by level, everywhere and then by province; levels from the province down."""
    groups: dict[tuple[int, str, str], list[Adoption]] = defaultdict(list)
    for adoption in adoptions:
        level = LEVELS.index(adoption.level) if adoption.level in LEVELS else len(LEVELS)
        groups[level, "", ""].append(adoption)
        if adoption.level != PROVINCE:
            groups[level, adoption.province_label, adoption.province].append(adoption)
    return tuple(_lags(province, label, groups[key]) for key in sorted(groups) for _, label, province in [key])


def quartiles(lags: Sequence[int]) -> tuple[float, float, float]:
    """First quartile, median and third quartile by linear interpolation between the ordered values, of which there is at least one.

    >>> quartiles([10, 20, 30, 40]), quartiles([7])
    ((17.5, 25.0, 32.5), (7.0, 7.0, 7.0))
    """
    first, middle, third = quantiles(lags, n=4, method="inclusive") if len(lags) > 1 else [float(lags[0])] * 3
    return first, middle, third


def days_between(first: str, last: str) -> int:
    """Days from one ISO day to another.

    >>> days_between("2024-02-28", "2024-03-01")
    2
    """
    return (date.fromisoformat(last) - date.fromisoformat(first)).days


def _start(target: Entity, done: Iterable[Item], since: str) -> tuple[str, Basis]:
    if since:
        return since, "given"
    issued = [p.value for p in target.properties if p.name == "issuedOn"]
    if target.class_name == "Directive":
        return (min(issued), "issued") if issued else ("", "")
    launches = sorted(item.day for item in done if item.day and any(s.triple[1].endswith("#launchesCampaign") for s in item.evidence))
    if launches:
        return launches[0], "launched"
    days = sorted(item.day for item in done if item.day)
    return (days[0], "first") if days else ("", "")


def _adoptions(items: Iterable[Item], territory: Territory, start: str) -> tuple[Adoption, ...]:
    by_unit: dict[str, list[Item]] = defaultdict(list)
    for item in items:
        for unit in item.units:
            if unit in territory.units:
                by_unit[unit].append(item)
    found = [_adoption(territory, unit, its, start) for unit, its in by_unit.items()]
    dated = sorted(adoption.item.day for adoption in found if adoption.item.day)
    order = {day: dated.index(day) + 1 for day in dated}
    bounds = {level: quartiles(lags) for level, lags in _lags_by_level(found).items() if len(lags) > 3}
    placed = [_ordered(adoption, order.get(adoption.item.day, 0), bounds) for adoption in found]
    return tuple(sorted(placed, key=lambda it: (it.item.by or "~", it.item.earliest, it.unit)))


def _adoption(territory: Territory, unit: str, items: Sequence[Item], start: str) -> Adoption:
    """Of the unit's items (in order of their days) the first."""
    its, province = territory.units[unit], territory.at(unit, PROVINCE)
    first = items[0]
    lag = days_between(start, first.day) if start and first.day else None
    return Adoption(unit, its.label, its.level, province, territory.label(province), first, len(items), lag)


def _lags_by_level(adoptions: Iterable[Adoption]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for adoption in adoptions:
        if adoption.lag is not None:
            found[adoption.level].append(adoption.lag)
    return found


def _ordered(adoption: Adoption, order: int, bounds: Mapping[str, tuple[float, float, float]]) -> Adoption:
    group: Group = ""
    if adoption.level in bounds and adoption.lag is not None:
        first, _, third = bounds[adoption.level]
        group = "leader" if adoption.lag <= first else "follower" if adoption.lag >= third else "middle"
    a = adoption
    return Adoption(a.unit, a.label, a.level, a.province, a.province_label, a.item, a.items, a.lag, order, group)


def _lags(province: str, label: str, adoptions: Sequence[Adoption]) -> Lags:
    lags = sorted(adoption.lag for adoption in adoptions if adoption.lag is not None)
    first, middle, third = quartiles(lags) if lags else (None, None, None)
    return Lags(
        province=province,
        province_label=label,
        level=adoptions[0].level,
        units=len(adoptions),
        dated=len(lags),
        least=lags[0] if lags else None,
        first_quartile=first,
        median=middle,
        third_quartile=third,
        most=lags[-1] if lags else None,
    )
