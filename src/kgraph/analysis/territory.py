"""Where bodies and events are: the administrative unit of each, and the units above it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kgraph.analysis.entities import chosen, local_name
from kgraph.store.graph import Graph

PROVINCE, DISTRICT, COMMUNE = "province", "district", "commune"
LEVELS = (PROVINCE, DISTRICT, COMMUNE)


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit; `level` is one of LEVELS or empty, `above` the units above it, the days those of its existence or empty."""

    iri: str
    label: str
    level: str
    above: tuple[str, ...] = ()
    valid_from: str = ""
    valid_to: str = ""


@dataclass(frozen=True, slots=True)
class Territory:
    """The units of a graph; the unit of each body; the units where each event is held, and those of the bodies that hold it; the events of
    which some such body is known."""

    units: Mapping[str, Unit]
    of_body: Mapping[str, str]
    held_in: Mapping[str, tuple[str, ...]]
    held_by: Mapping[str, tuple[str, ...]]
    organized: frozenset[str]

    def at(self, unit: str, level: str) -> str:
        """The unit itself or the one above it of that level; empty where there is none."""
        known = self.units.get(unit)
        if known is None:
            return ""
        return next((iri for iri in (unit, *known.above) if iri in self.units and self.units[iri].level == level), "")

    def where(self, event: str, level: str) -> tuple[str, ...]:
        """The units of one level where an event is held; where that is not said, those of the bodies that hold it."""
        units = self.held_in.get(event) or self.held_by.get(event, ())
        return tuple(sorted({at for unit in units if (at := self.at(unit, level))}))

    def whose(self, event: str) -> tuple[str, ...]:
        """The units whose doing an event is: those of the bodies that hold it, none if these are central ones.

        Where no body is said, the districts and communes where it is held; of a province it may be anybody's: national ones meet there too.
        """
        if event in self.organized:
            return self.held_by.get(event, ())
        return tuple(unit for unit in self.held_in.get(event, ()) if unit in self.units and self.units[unit].level != PROVINCE)

    def label(self, unit: str) -> str:
        """The name of a unit; empty for none."""
        return self.units[unit].label if unit in self.units else ""


_UNITS = """SELECT DISTINCT ?unit ?label ?level ?from ?to WHERE {
  ?unit a kg:AdministrativeUnit . FILTER NOT EXISTS { ?unit dcterms:isReplacedBy ?new }
  OPTIONAL { ?unit rdfs:label ?label } OPTIONAL { ?unit kg:level ?level }
  OPTIONAL { ?unit kg:validFrom ?from } OPTIONAL { ?unit kg:validTo ?to } }"""
_WITHIN = "SELECT DISTINCT ?low ?high WHERE { ?low kg:within ?high }"
# The seat of a body is in its name; what it governs stands in for it where the name says nothing.
_BODIES = "SELECT DISTINCT ?body ?p ?unit WHERE { VALUES ?p { kg:placedIn kg:hasJurisdictionOver } ?body ?p ?unit }"
_HELD = "SELECT DISTINCT ?event ?unit WHERE { ?event kg:heldAt ?unit . ?unit a kg:AdministrativeUnit }"
_ORGANIZED = "SELECT DISTINCT ?event ?body WHERE { ?body kg:organizes ?event }"


def read_territory(graph: Graph) -> Territory:
    """Units, bodies and events of a graph."""
    units = _read_units(graph)
    of_body: dict[str, tuple[str, str]] = {}
    for row in graph.rows(_BODIES):
        rank = "0" if local_name(row["p"]) == "placedIn" else "1"
        of_body[row["body"]] = min((rank, row["unit"]), of_body.get(row["body"], (rank, row["unit"])))
    bodies = {body: unit for body, (_, unit) in sorted(of_body.items())}
    held_in = _gathered((row["event"], row["unit"]) for row in graph.rows(_HELD))
    organized = [(row["event"], row["body"]) for row in graph.rows(_ORGANIZED)]
    held_by = _gathered((event, bodies[body]) for event, body in organized if body in bodies)
    return Territory(units, bodies, _in_order(held_in), _in_order(held_by), frozenset(event for event, _ in organized))


def _gathered(pairs: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for key, value in pairs:
        found[key].add(value)
    return found


def _in_order(found: Mapping[str, set[str]]) -> dict[str, tuple[str, ...]]:
    return {key: tuple(sorted(values)) for key, values in sorted(found.items())}


def _read_units(graph: Graph) -> dict[str, Unit]:
    above = _gathered((row["low"], row["high"]) for row in graph.rows(_WITHIN))
    rows: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for row in graph.rows(_UNITS):
        for name, value in row.items():
            rows[row["unit"]][name].add(value)
    return {
        iri: Unit(
            iri=iri,
            label=chosen(said["label"]) or local_name(iri),
            level=local_name(min(said["level"], default="")),
            above=tuple(_climb(iri, above)),
            valid_from=min(said["from"], default=""),
            valid_to=max(said["to"], default=""),
        )
        for iri, said in sorted(rows.items())
    }


def _climb(iri: str, above: Mapping[str, set[str]]) -> Iterator[str]:
    """The units above one, the nearest first; a circle in the data ends the climb."""
    seen, level = {iri}, [iri]
    while level:
        level = sorted({high for low in level for high in above.get(low, ())} - seen)
        seen.update(level)
        yield from level
