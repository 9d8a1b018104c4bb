"""How many articles there are about each unit, so that silence is not read as inaction."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kgraph.analysis.territory import Territory
from kgraph.store.graph import Graph

_ABOUT = "SELECT DISTINCT ?article ?unit WHERE { ?article kg:about ?unit }"
_NAMED = "SELECT DISTINCT ?unit WHERE { ?article kg:mentions ?unit . ?unit a kg:AdministrativeUnit }"
_DAYS = "SELECT DISTINCT ?article ?day WHERE { ?article kg:publishedAt ?day }"
_ARTICLES = """SELECT DISTINCT ?article WHERE {
  ?article a kg:Article . FILTER NOT EXISTS { ?article kg:reprintOf ?first . ?first a kg:Article } }"""


@dataclass(frozen=True, slots=True)
class Seen:
    """Articles in a window of days: `about` the unit itself, `within` it (about it or any unit in it), and `undated` ones within it."""

    about: int
    within: int
    undated: int


@dataclass(frozen=True, slots=True)
class Searched:
    """How many articles an answer rests on, reprints left out, how many of them have no day, and the first and last day of the others."""

    articles: int
    undated: int
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class Coverage:
    """Articles by unit; reprints of an article that is there too are left out.

    `about` and `within` give the days (ISO, empty where unknown) of the articles of a unit; `named` are the units that articles speak of.
    """

    searched: Searched
    about: Mapping[str, tuple[str, ...]]
    within: Mapping[str, tuple[str, ...]]
    named: frozenset[str]

    def seen(self, unit: str, first: str, last: str) -> Seen:
        """The articles of a unit from the first to the last day, both included; an empty bound is none."""
        return Seen(
            about=_between(self.about.get(unit, ()), first, last),
            within=_between(self.within.get(unit, ()), first, last),
            undated=sum(not day for day in self.within.get(unit, ())),
        )


def read_searched(graph: Graph) -> Searched:
    """The articles of a graph, counted."""
    days = _read_days(graph)
    dated = sorted(day for day in days.values() if day)
    return Searched(len(days), len(days) - len(dated), dated[0] if dated else "", dated[-1] if dated else "")


def read_coverage(graph: Graph, territory: Territory) -> Coverage:
    """The articles of a graph by the units they are about."""
    units: dict[str, set[str]] = defaultdict(set)
    for row in graph.rows(_ABOUT):
        units[row["article"]].add(row["unit"])
    about: dict[str, list[str]] = defaultdict(list)
    within: dict[str, list[str]] = defaultdict(list)
    for article, day in _read_days(graph).items():
        for unit in units[article]:
            about[unit].append(day)
        for place in {it for unit in units[article] if unit in territory.units for it in (unit, *territory.units[unit].above)}:
            within[place].append(day)
    named = frozenset({row["unit"] for row in graph.rows(_NAMED)} | set(about))
    return Coverage(read_searched(graph), _sorted(about), _sorted(within), named)


def _read_days(graph: Graph) -> dict[str, str]:
    """Every article that is no reprint of another → its day, empty where unknown."""
    days: dict[str, str] = {}
    for row in graph.rows(_DAYS):
        days[row["article"]] = min(row["day"], days.get(row["article"], row["day"]))
    return {row["article"]: days.get(row["article"], "") for row in graph.rows(_ARTICLES)}


def _sorted(days: Mapping[str, Iterable[str]]) -> dict[str, tuple[str, ...]]:
    return {unit: tuple(sorted(days[unit])) for unit in sorted(days)}


def _between(days: Iterable[str], first: str, last: str) -> int:
    return sum(bool(day) and (not first or first <= day) and (not last or day <= last) for day in days)
