"""Networks of one kind of node: who was at events with whom, which bodies worked together, which districts share people.

A tie counts what two nodes share, each thing once: an event however many articles report it. The relations that make ties are listed
here; statements, holdings and articles are never nodes, nor what a tie is counted over.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from itertools import combinations
from typing import Literal, TypeAlias, get_args

import networkx as nx

from kgraph.analysis.entities import read_classes, read_entities
from kgraph.analysis.occasions import read_attendance, read_occasions
from kgraph.analysis.territory import DISTRICT, PROVINCE, Territory, read_territory
from kgraph.store.graph import Graph

Ties: TypeAlias = "nx.Graph[str]"
Kind = Literal["people", "bodies", "districts", "provinces"]
KINDS: tuple[Kind, ...] = get_args(Kind)
SHARED = ("events", "people", "campaigns", "documents")
"""What a tie may be made of, in the order of columns."""

Things = dict[str, set[str]]
Pairs = dict[tuple[str, str], set[str]]

_ORGANIZES = "SELECT DISTINCT ?body ?event WHERE { ?body kg:organizes ?event . ?event a kg:Event . ?body a kg:Organization }"
_POSTS = "SELECT DISTINCT ?person ?body WHERE { ?person kg:hasPosition/org:organization ?body . ?body a kg:Organization }"
_ISSUERS = """SELECT DISTINCT ?lower ?low ?high WHERE {
  ?lower kg:implements ?upper ; kg:issuedBy ?low . ?upper kg:issuedBy ?high }"""
_CAMPAIGNS = "SELECT DISTINCT ?unit ?campaign WHERE { ?unit kg:runsCampaign ?campaign }"


def project_ties(graph: Graph, kind: Kind) -> Ties:
    """The network of one kind; nodes and ties in sorted order.

    Nodes carry `class`, `label`, and how many events, people, campaigns or documents they have in all. Ties carry `weight`, the number of
    things shared, and the things themselves, sorted, under `events`, `people`, `campaigns` and `documents`; ties of people also `expected`,
    the number of shared events if each had gone to as many at random, with four digits.
    """
    projections: dict[Kind, Callable[[Graph], Ties]] = {
        "people": _people,
        "bodies": _bodies,
        "districts": lambda graph: _places(graph, DISTRICT),
        "provinces": lambda graph: _places(graph, PROVINCE),
    }
    return projections[kind](graph)


def _people(graph: Graph) -> Ties:
    occasions = read_occasions(graph)
    attended = {person: {occasions[event].iri for event in events} for person, events in read_attendance(graph).items()}
    total = len({event for events in attended.values() for event in events})
    ties = _network(graph, {"events": attended}, {"events": _pairs(attended)})
    for one, other, data in ties.edges(data=True):
        data["expected"] = round(len(attended[one]) * len(attended[other]) / total, 4)
    return ties


def _bodies(graph: Graph) -> Ties:
    """Bodies that hold events together, that have had the same official, or of which one carries out what the other issued."""
    occasions = read_occasions(graph)
    events: Things = defaultdict(set)
    posts: Things = defaultdict(set)
    documents: Things = defaultdict(set)
    carried_out: Pairs = defaultdict(set)
    for row in graph.rows(_ORGANIZES):
        if row["event"] in occasions:
            events[row["body"]].add(occasions[row["event"]].iri)
    for row in graph.rows(_POSTS):
        posts[row["body"]].add(row["person"])
    for row in graph.rows(_ISSUERS):
        low, high = row["low"], row["high"]
        documents[low].add(row["lower"])
        documents[high].add(row["lower"])
        if low != high:
            carried_out[min(low, high), max(low, high)].add(row["lower"])
    shared = {"events": _pairs(events), "people": _pairs(posts), "documents": carried_out}
    return _network(graph, {"events": events, "people": posts, "documents": documents}, shared)


def _places(graph: Graph, level: str) -> Ties:
    """Units of one level where the same officials attended events, or that run the same campaign."""
    territory = read_territory(graph)
    people: Things = defaultdict(set)
    campaigns: Things = defaultdict(set)
    for person, visits in read_visits(graph, territory, level).items():
        for unit in visits:
            people[unit].add(person)
    for row in graph.rows(_CAMPAIGNS):
        if unit := territory.at(row["unit"], level):
            campaigns[unit].add(row["campaign"])
    return _network(graph, {"people": people, "campaigns": campaigns}, {"people": _pairs(people), "campaigns": _pairs(campaigns)})


def read_visits(graph: Graph, territory: Territory, level: str) -> dict[str, dict[str, tuple[str, ...]]]:
    """Person → unit of one level → occasions there that the person attended."""
    occasions = read_occasions(graph)
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for person, events in read_attendance(graph).items():
        for event in events:
            for unit in territory.where(event, level):
                found[person][unit].add(occasions[event].iri)
    return {person: {unit: tuple(sorted(there)) for unit, there in sorted(units.items())} for person, units in found.items()}


def _pairs(things: Things) -> Pairs:
    """What each two nodes share."""
    nodes: dict[str, list[str]] = defaultdict(list)
    for node in sorted(things):
        for thing in things[node]:
            nodes[thing].append(node)
    found: Pairs = defaultdict(set)
    for thing, sharing in nodes.items():
        for pair in combinations(sharing, 2):
            found[pair].add(thing)
    return found


def _network(graph: Graph, things: Mapping[str, Things], shared: Mapping[str, Pairs]) -> Ties:
    classes = read_classes(graph)
    nodes = sorted({node for of_sort in things.values() for node in of_sort if node in classes})
    entities = read_entities(graph, {iri: classes[iri] for iri in nodes})
    ties: Ties = nx.Graph()
    for iri, entity in entities.items():
        totals = {sort: len(of_sort.get(iri, ())) for sort, of_sort in things.items()}
        ties.add_node(iri, **{"class": entity.class_name, "label": entity.label, **totals})
    for one, other in sorted({pair for pairs in shared.values() for pair in pairs}):
        if one in ties and other in ties:
            found = {sort: tuple(sorted(pairs.get((one, other), ()))) for sort, pairs in shared.items()}
            ties.add_edge(one, other, weight=sum(len(of_sort) for of_sort in found.values()), **found)
    return ties
