"""What counts as one occasion, so that six reports of a conference do not count six times."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import networkx as nx

from kgraph.analysis.entities import local_name
from kgraph.store.graph import Graph

_EVENTS = """SELECT DISTINCT ?event ?start ?end ?modality WHERE {
  ?event a kg:Event . FILTER NOT EXISTS { ?event dcterms:isReplacedBy ?new }
  OPTIONAL { ?event kg:startDate ?start } OPTIONAL { ?event kg:endDate ?end } OPTIONAL { ?event kg:modality ?modality } }"""
_MAY_BE = "SELECT DISTINCT ?one ?other WHERE { ?one kg:mayBe ?other . ?one a kg:Event . ?other a kg:Event }"
_ATTENDED = "SELECT DISTINCT ?person ?event WHERE { ?person kg:attended ?event . ?event a kg:Event }"


@dataclass(frozen=True, slots=True)
class Occasion:
    """Events that are one or may be one, by the smallest name; first and last day they can have been on, empty where unknown."""

    iri: str
    start: str = ""
    end: str = ""
    planned: bool = False

    @property
    def day(self) -> str:
        """The day, if it is known to the day.

        >>> Occasion("e", "2024-03-19", "2024-03-19").day, Occasion("e", "2024-03-01", "2024-03-31").day
        ('2024-03-19', '')
        """
        return self.start if self.start == self.end else ""


def read_days(graph: Graph) -> dict[str, Occasion]:
    """Each event by itself, with its days."""
    said: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for row in graph.rows(_EVENTS):
        for name, value in row.items():
            said[row["event"]][name].add(value)
    return {
        event: Occasion(
            iri=event,
            start=min(values["start"], default=""),
            end=max(values["end"], default=""),
            planned={local_name(word) for word in values["modality"]} == {"planned"},
        )
        for event, values in sorted(said.items())
    }


def read_occasions(graph: Graph) -> dict[str, Occasion]:
    """The occasion of each event.

    Reports of one event, and reprints, are one node already. Where the build could not tell (`kg:mayBe`) two events stay two in the
    graph; here they count once: a figure may be too low by that, never too high.
    """
    days = read_days(graph)
    same: nx.Graph[str] = nx.Graph()
    same.add_nodes_from(days)
    same.add_edges_from((row["one"], row["other"]) for row in graph.rows(_MAY_BE) if row["one"] in days and row["other"] in days)
    occasions = (_occasion([days[event] for event in sorted(group)], sorted(group)) for group in nx.connected_components(same))
    return {event: occasion for occasion, group in occasions for event in group}


def read_attendance(graph: Graph) -> dict[str, set[str]]:
    """Person → events attended (chaired, spoken at ...) that have taken place; being named is not attending."""
    planned = {event for event, its in read_days(graph).items() if its.planned}
    found: dict[str, set[str]] = defaultdict(set)
    for row in graph.rows(_ATTENDED):
        if row["event"] not in planned:
            found[row["person"]].add(row["event"])
    return dict(sorted(found.items()))


def _occasion(events: Sequence[Occasion], group: Sequence[str]) -> tuple[Occasion, Sequence[str]]:
    starts, ends = [event.start for event in events if event.start], [event.end for event in events if event.end]
    planned = all(event.planned for event in events)
    return Occasion(events[0].iri, min(starts, default=""), max(ends, default=""), planned), group
