"""The spread of a document or campaign as a table for models of durations: one row for each unit that could have carried it out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from kgraph.analysis.adoption import Item
from kgraph.analysis.diffusion import Adoption, Diffusion, days_between
from kgraph.analysis.entities import Entity
from kgraph.analysis.territory import PROVINCE, Territory, Unit, read_territory
from kgraph.analysis.watching import Coverage, read_coverage
from kgraph.store.graph import Graph

END_OF_CORPUS, END_OF_WINDOW, END_OF_UNIT = "end-of-corpus", "end-of-window", "end-of-unit"


@dataclass(frozen=True, slots=True)
class Risk:
    """One unit: since when it could act, whether and when it did, or until when it was watched; the codebook explains the fields."""

    unit: str
    unit_label: str
    level: str
    province: str
    province_label: str
    risk_start: str
    event: int
    event_day: str = ""
    event_from: str = ""
    event_to: str = ""
    lag_days: int | None = None
    censored_day: str = ""
    censored_reason: str = ""
    days_at_risk: int | None = None
    articles: int = 0
    articles_within: int = 0
    articles_undated: int = 0
    steps: int | None = None
    item: str = ""
    item_label: str = ""
    item_class: str = ""


@dataclass(frozen=True, slots=True)
class Risks:
    """The table, by province, level and unit; `until` is the last day of watching."""

    until: str
    rows: tuple[Risk, ...]


def read_risks(graph: Graph, diffusion: Diffusion, *, until: str = "") -> Risks:
    """A row for each unit in the reach of the document or campaign that any article names, and for each that acted.

    In reach is what lies below the unit of who issued the document; of a central document, or a campaign, everything. A unit that began
    later is at risk from its first day; one that ended is watched to its last. `until` (ISO day) ends the window before the corpus does.
    """
    territory = read_territory(graph)
    coverage = read_coverage(graph, territory)
    last = coverage.searched.last
    end, reason = (until, END_OF_WINDOW) if until and (not last or until < last) else (last, END_OF_CORPUS)
    acted = {adoption.unit: adoption for adoption in diffusion.adoptions}
    reach = _reach(graph, diffusion.target, territory)
    units = [unit for iri, unit in territory.units.items() if iri in acted or (iri in coverage.named and iri in reach)]
    rows = (_row(unit, acted.get(unit.iri), diffusion.start, (end, reason), territory, coverage) for unit in units)
    return Risks(end, tuple(sorted((row for row in rows if row), key=lambda row: (row.province_label, row.province, row.level, row.unit))))


def _reach(graph: Graph, target: Entity, territory: Territory) -> set[str]:
    issuers = {row["body"] for row in graph.rows("SELECT DISTINCT ?it ?body WHERE { ?it kg:issuedBy ?body }", given={"it": target.iri})}
    seats = {territory.of_body[body] for body in issuers if body in territory.of_body}
    return {iri for iri, unit in territory.units.items() if not seats or seats & set(unit.above)}


def _row(
    unit: Unit, adoption: Adoption | None, start: str, window: tuple[str, str], territory: Territory, coverage: Coverage
) -> Risk | None:
    """None for a unit that was gone before the window, or came after it."""
    risk_start = max(start, unit.valid_from)
    end, reason = (unit.valid_to, END_OF_UNIT) if unit.valid_to and unit.valid_to < window[0] else window
    if adoption and window[1] == END_OF_WINDOW and not (adoption.item.by and adoption.item.by <= window[0]):
        adoption = None
    if adoption is None and risk_start and end and end < risk_start:
        return None
    province, seen = territory.at(unit.iri, PROVINCE), coverage.seen(unit.iri, risk_start, end)
    row = Risk(
        unit=unit.iri,
        unit_label=unit.label,
        level=unit.level,
        province=province,
        province_label=territory.label(province),
        risk_start=risk_start,
        event=int(adoption is not None),
        articles=seen.about,
        articles_within=seen.within,
        articles_undated=seen.undated,
    )
    if adoption is None:
        return replace(row, censored_day=end, censored_reason=reason, days_at_risk=_days(risk_start, end))
    return _acted(row, adoption.item)


def _acted(row: Risk, item: Item) -> Risk:
    return replace(
        row,
        event_day=item.day,
        event_from=item.earliest or row.risk_start,
        event_to=item.by,
        lag_days=_days(row.risk_start, item.day),
        days_at_risk=_days(row.risk_start, item.day),
        steps=item.steps,
        item=item.iri,
        item_label=item.label,
        item_class=item.class_name,
    )


def _days(first: str, last: str) -> int | None:
    return days_between(first, last) if first and last else None


def at_risk(rows: Sequence[Risk]) -> Mapping[str, int]:
    """How many rows there are, how many of units that acted, and how many censored ones without a single article about them or within.

    >>> at_risk([Risk("u", "U", "district", "", "", "2024-01-01", 0), Risk("v", "V", "district", "", "", "2024-01-01", 1)])
    {'units': 2, 'events': 1, 'unseen': 1}
    """
    return {
        "units": len(rows),
        "events": sum(row.event for row in rows),
        "unseen": sum(not row.event and not row.articles_within for row in rows),
    }
