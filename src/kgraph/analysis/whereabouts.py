"""Where something belongs: units of an event, a campaign, a document, a body; the province above a unit; the units below it."""

from __future__ import annotations

from collections.abc import Iterable

from kgraph.analysis.entities import Entity
from kgraph.analysis.whole import Whole

_PROVINCE = "province"
_DEEPEST = 8


def units_of(whole: Whole, iri: str) -> tuple[str, ...]:
    """The administrative units of a thing: where an event was held, else those of its organizers; those that run a campaign; those over
    which the issuer of a document, or the body itself, has jurisdiction, or that stand in its name."""
    entity = whole.entities[iri]
    match entity.class_name:
        case "AdministrativeUnit":
            return (iri,)
        case "Organization":
            return whole.objects(iri, "hasJurisdictionOver") or whole.objects(iri, "placedIn")
        case "Event":
            held = tuple(place for place in whole.objects(iri, "heldAt") if _is_unit(whole, place))
            return held or _of_bodies(whole, whole.subjects(iri, "organizes"))
        case "Campaign":
            return whole.subjects(iri, "runsCampaign") or _of_bodies(whole, whole.subjects(iri, "conducts", "launched"))
        case "Directive":
            return _of_bodies(whole, whole.objects(iri, "issuedBy"))
        case _:
            return ()


def provinces_of(whole: Whole, units: Iterable[str]) -> tuple[Entity, ...]:
    """The provinces in which units lie, by name; each name once, for a province that a merger renewed keeps it."""
    found: dict[str, Entity] = {}
    for unit in units:
        for above in (unit, *units_above(whole, unit)):
            if above in whole.entities and level(whole.entities[above]) == _PROVINCE:
                found.setdefault(whole.entities[above].label, whole.entities[above])
    return tuple(found[name] for name in sorted(found))


def units_above(whole: Whole, unit: str) -> tuple[str, ...]:
    """The units in which a unit lies, the nearest first."""
    return _reached(whole, unit, "within", up=True)


def units_below(whole: Whole, unit: str) -> tuple[str, ...]:
    """The units that lie in a unit, the nearest first."""
    return _reached(whole, unit, "within", up=False)


def successors(whole: Whole, unit: str) -> tuple[str, ...]:
    """The units that came after a unit, the nearest first."""
    return _reached(whole, unit, "succeededBy", up=True)


def predecessors(whole: Whole, unit: str) -> tuple[str, ...]:
    """The units that were before a unit, the nearest first."""
    return _reached(whole, unit, "succeededBy", up=False)


def level(unit: Entity) -> str:
    """The level of a unit as its code says: province, district, commune; empty where unknown."""
    return next((value.term.name for value in unit.properties if value.name == "level" and value.term), "")


def _of_bodies(whole: Whole, bodies: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted({unit for body in bodies if body in whole.entities for unit in units_of(whole, body)}))


def _is_unit(whole: Whole, iri: str) -> bool:
    return iri in whole.entities and whole.entities[iri].class_name == "AdministrativeUnit"


def _reached(whole: Whole, start: str, relation: str, *, up: bool) -> tuple[str, ...]:
    step = whole.objects if up else whole.subjects
    found: dict[str, None] = {}
    layer = [start]
    for _ in range(_DEEPEST):
        layer = [iri for iri in sorted({end for iri in layer for end in step(iri, relation)}) if iri != start and iri not in found]
        found.update(dict.fromkeys(layer))
    return tuple(found)
