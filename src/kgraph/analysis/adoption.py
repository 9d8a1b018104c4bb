"""Who carried out a document or a campaign, and since when that is attested: one item for each local document, event or campaign run."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from kgraph.analysis.entities import read_classes, read_entities
from kgraph.analysis.evidence import Statement, Triple, read_evidence
from kgraph.analysis.occasions import read_days
from kgraph.analysis.projection import DERIVED
from kgraph.analysis.territory import Territory
from kgraph.store.graph import Graph


@dataclass(frozen=True, slots=True)
class Item:
    """One document, event or run of a campaign by which units carried out what was asked.

    `units` are the units whose bodies did it, `steps` the number of documents or campaigns on the way (1: directly), `above` the one next
    above. `earliest` and `latest` bound the day it was done, `known_by` is the day on which an article had told it; all empty if unknown.
    """

    iri: str
    label: str
    class_name: str
    units: tuple[str, ...]
    steps: int
    above: str
    earliest: str = ""
    latest: str = ""
    known_by: str = ""
    planned: bool = False
    evidence: tuple[Statement, ...] = ()

    @property
    def day(self) -> str:
        """The day, where it is known to the day.

        >>> Item("e", "", "Event", (), 1, "d", "2024-03-19", "2024-03-19").day
        '2024-03-19'
        """
        return self.latest if self.earliest == self.latest else ""

    @property
    def by(self) -> str:
        """The day by which it had been done: the last one it can have been, else the first article's; empty if nothing is dated."""
        return self.latest or self.known_by


@dataclass(frozen=True, slots=True)
class _Step:
    triple: Triple
    item: str
    steps: int
    above: str
    units: tuple[str, ...]


# What follows from other links is left out: the way there goes over the links themselves, each with its sentence.
_IMPLEMENTS = f"""SELECT DISTINCT ?low ?p ?high WHERE {{
  VALUES ?p {{ kg:implements kg:continues }} GRAPH ?g {{ ?low ?p ?high }} FILTER(!STRENDS(STR(?g), "{DERIVED}")) }}"""
_CAMPAIGNS = "SELECT DISTINCT ?low ?p ?high WHERE { VALUES ?p { kg:localVersionOf kg:editionOf } ?low ?p ?high }"
_EVENTS = "SELECT DISTINCT ?low ?p ?high WHERE { VALUES ?p { kg:launchesCampaign kg:partOfCampaign } ?low ?p ?high }"
_RUNNERS = "SELECT DISTINCT ?low ?p ?high WHERE { VALUES ?p { kg:launched kg:conducts kg:runsCampaign } ?low ?p ?high }"
_ISSUERS = "SELECT DISTINCT ?low ?high WHERE { ?low kg:issuedBy ?high }"
_ISSUED = "SELECT DISTINCT ?it ?day WHERE { ?it kg:issuedOn ?day }"


def read_items(graph: Graph, iri: str, *, territory: Territory) -> tuple[Item, ...]:
    """All that carries out the document or campaign, by the day it had been done, undated last.

    Documents lead on: what carries out a city's plan for the document carries out the document, one step further. A campaign does not,
    since one campaign is run everywhere; its local versions and editions do. Items of no unit (a central body's) are there, without units.
    """
    classes = read_classes(graph)
    steps = list(_of_campaign(graph, iri, territory) if classes.get(iri) == "Campaign" else _of_document(graph, iri, classes, territory))
    names = read_entities(graph, {it: classes[it] for it in sorted({step.item for step in steps}) if it in classes})
    evidence = read_evidence(graph, {step.triple for step in steps}.__contains__)
    days = read_days(graph)
    issued = _gathered(graph.rows(_ISSUED), "it", "day")
    found: dict[tuple[str, tuple[str, ...]], Item] = {}
    for step in steps:
        if step.item not in names:
            continue
        said = evidence.get(step.triple, ())
        item = Item(step.item, names[step.item].label, classes[step.item], step.units, step.steps, step.above, "", "", _first(said))
        if step.item in days:
            its = days[step.item]
            item = replace(item, earliest=its.start, latest=its.end, planned=its.planned)
        elif classes[step.item] == "Directive" and issued[step.item]:
            item = replace(item, earliest=min(issued[step.item]), latest=max(issued[step.item]))
        known = found.get((step.item, step.units), item)
        evidence_of = known.evidence + tuple(statement for statement in said if statement not in known.evidence)
        found[step.item, step.units] = replace(known, known_by=_first(evidence_of), evidence=evidence_of)
    return tuple(sorted(found.values(), key=lambda item: (item.by or "~", item.earliest, item.steps, item.iri, item.units)))


def _of_document(graph: Graph, iri: str, classes: Mapping[str, str], territory: Territory) -> Iterator[_Step]:
    issuers = _gathered(graph.rows(_ISSUERS), "low", "high")
    for triple, steps in _below(graph, _IMPLEMENTS, iri, through=lambda it: classes.get(it) == "Directive"):
        item = triple[0]
        if classes.get(item) == "Directive":
            yield _Step(triple, item, steps, triple[2], _units(issuers[item], territory))
        elif classes.get(item) == "Event":
            yield _Step(triple, item, steps, triple[2], territory.whose(item))


def _of_campaign(graph: Graph, iri: str, territory: Territory) -> Iterator[_Step]:
    versions = {iri: 0}
    for triple, steps in _below(graph, _CAMPAIGNS, iri, through=lambda it: True):
        versions.setdefault(triple[0], steps)
    for row in sorted(graph.rows(_EVENTS), key=lambda row: (row["high"], row["low"], row["p"])):
        if row["high"] in versions:
            triple = (row["low"], row["p"], row["high"])
            yield _Step(triple, row["low"], versions[row["high"]] + 1, row["high"], territory.whose(row["low"]))
    for row in sorted(graph.rows(_RUNNERS), key=lambda row: (row["high"], row["low"], row["p"])):
        if row["high"] in versions:
            units = (row["low"],) if row["low"] in territory.units else _units([row["low"]], territory)
            yield _Step((row["low"], row["p"], row["high"]), row["high"], versions[row["high"]] + 1, row["high"], units)


def _below(graph: Graph, query: str, iri: str, *, through: object) -> Iterator[tuple[Triple, int]]:
    """Triples that lead down from a node, level by level, each with its number of steps."""
    assert callable(through)
    below = defaultdict(list)
    for row in graph.rows(query):
        below[row["high"]].append((row["low"], row["p"]))
    seen, level, steps = {iri}, [iri], 0
    while level:
        steps += 1
        reached: list[str] = []
        for high in level:
            for low, predicate in sorted(below[high]):
                if low not in seen or low in reached:
                    yield (low, predicate, high), steps
                    reached.append(low)
        seen.update(reached)
        level = sorted({it for it in reached if through(it)})


def _units(bodies: Iterable[str], territory: Territory) -> tuple[str, ...]:
    return tuple(sorted({territory.of_body[body] for body in bodies if body in territory.of_body}))


def _gathered(rows: Iterable[Mapping[str, str]], key: str, value: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        found[row[key]].add(row[value])
    return found


def _first(evidence: Iterable[Statement]) -> str:
    """The day of the first dated article under statements, or under what they rest on."""
    days = [day for statement in evidence for day in (_published(statement), _first(statement.rests_on)) if day]
    return min(days, default="")


def _published(statement: Statement) -> str:
    date = statement.source.published if statement.source else ""
    return date if len(date) == len("2024-03-19") and date[:4].isdecimal() else ""
