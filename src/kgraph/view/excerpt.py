"""The part of a large network that a page shows: strong chains and busy places with their people, or what is around one thing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import zip_longest

import networkx as nx

from kgraph.analysis.measures import simple
from kgraph.analysis.projection import Network
from kgraph.analysis.situation import Situation
from kgraph.analysis.territory import LEVELS as UNIT_LEVELS

_HANGING = ("implements", "continues", "launchesCampaign", "partOfCampaign")
_DOING = ("Directive", "Campaign", "Event")
_SHARE = 12
"""A story takes at most one part in so many of a page."""


@dataclass(frozen=True, slots=True)
class Stories:
    """What a page can tell, the strongest first: `chains`, each from its document on, and `places`, each from its unit on: a province, a
    district and a commune by turns. The nodes stand in the order in which they are taken, each tied to one before it."""

    chains: tuple[tuple[str, ...], ...]
    places: tuple[tuple[str, ...], ...]


def excerpt(network: Network, stories: Stories, cap: int) -> Network:
    """The network itself, or no more than `cap` of its nodes: chains and places by turns, the strongest first; then what has most ties with
    them."""
    if len(network) <= cap:
        return network
    shown: dict[str, None] = {}
    most = max(2, cap // _SHARE)
    for pair in zip_longest(stories.chains, stories.places, fillvalue=()):
        for story in pair:
            if len(shown) < cap:
                shown.update(dict.fromkeys([name for name in story if name in network][: min(most, cap - len(shown))]))
    for name in _nearest(network, shown) if len(shown) < cap else ():
        if len(shown) == cap:
            break
        shown[name] = None
    return part_of(network, shown)


def around(network: Network, focus: str, depth: int, cap: int) -> Network:
    """What can be reached from a node in `depth` steps, in any direction; no more than `cap` nodes, the nearest and most tied first."""
    taken, layer = {focus: None}, [focus]
    for _ in range(depth):
        found = sorted(
            {end for name in layer for end in _ties(network, name)} - taken.keys(), key=lambda name: (-network.degree(name), name)
        )
        layer = found[: cap - len(taken)]
        taken.update(dict.fromkeys(layer))
    return part_of(network, taken)


def part_of(network: Network, names: Iterable[str]) -> Network:
    """The network of some of its nodes, in sorted order."""
    smaller: Network = nx.MultiDiGraph()
    for name in sorted(names):
        smaller.add_node(name, **network.nodes[name])
    for source, target, key, data in sorted(network.edges(keys=True, data=True), key=lambda edge: edge[:3]):
        if source in smaller and target in smaller:
            smaller.add_edge(source, target, key=key, **data)
    return smaller


def read_stories(network: Network, situations: Mapping[str, Situation]) -> Stories:
    """All chains of two things or more, and all places where anything was done."""
    places: dict[str, list[tuple[int, tuple[str, ...]]]] = defaultdict(list)
    for strength, story in _places(network, situations):
        places[situations[story[0]].level].append((strength, story))
    by_level = [_by_strength(places[level]) for level in UNIT_LEVELS]
    return Stories(
        tuple(_by_strength(_chains(network))), tuple(story for row in zip_longest(*by_level, fillvalue=()) for story in row if story)
    )


def _by_strength(stories: Iterable[tuple[int, tuple[str, ...]]]) -> Iterator[tuple[str, ...]]:
    for _, story in sorted(stories, key=lambda story: (-story[0], story[1][0])):
        yield story


def _chains(network: Network) -> Iterator[tuple[int, tuple[str, ...]]]:
    """A document with all that implements it, and under each thing who issued or holds it; as strong as it has things."""
    for name in sorted(network):
        if network.nodes[name]["class"] == "Directive" and not _ends(network, name, _HANGING):
            tree = _below(network, name)
            if len(tree) > 1:
                yield len(tree), tuple(dict.fromkeys(one for thing in tree for one in (thing, *_doers(network, thing))))


def _below(network: Network, root: str) -> list[str]:
    found, layer = {root: None}, [root]
    while layer:
        layer = sorted({source for name in layer for source, _, key in network.in_edges(name, keys=True) if key in _HANGING} - found.keys())
        found.update(dict.fromkeys(layer))
    return list(found)


def _doers(network: Network, thing: str) -> list[str]:
    return sorted({*_ends(network, thing, ("issuedBy",)), *_starts(network, thing, ("organizes", "conducts", "launched"))})


def _places(network: Network, situations: Mapping[str, Situation]) -> Iterator[tuple[int, tuple[str, ...]]]:
    """A unit with the bodies, documents, campaigns and events of the place, and their people; as strong as things were done there."""
    own: dict[str, list[str]] = defaultdict(list)
    for name in sorted(network):
        units = situations[name].units
        if units and units[0] in network and units[0] != name:
            own[units[0]].append(name)
    for unit, names in own.items():
        done = [name for name in names if network.nodes[name]["class"] in _DOING]
        if done:
            yield len(done), _told(network, unit, names, situations[unit].units[1:])


def _told(network: Network, unit: str, names: Iterable[str], above: Iterable[str]) -> tuple[str, ...]:
    """What belongs to a unit in the order of how much it has to do there, each after something that it is tied to."""
    inside = {unit, *names}
    people = {end for name in inside if network.nodes[name]["class"] == "Event" for end in _ties(network, name) if _is_person(network, end)}
    inside |= people
    weight = {name: sum(end in inside for end in _ties(network, name)) for name in inside}
    told = {unit: None} | {name: None for name in above if name in network}
    reached = {unit}
    while reached:
        name = min(reached, key=lambda name: (-weight[name], name))
        told[name] = None
        reached = (reached | {end for end in _ties(network, name) if end in inside}) - told.keys()
    return tuple(told)


def _nearest(network: Network, shown: Mapping[str, None]) -> list[str]:
    """What is not shown, that with most ties to what is shown first."""
    ties = {name: sum(end in shown for end in _ties(network, name)) for name in sorted(network) if name not in shown}
    degree = dict(zip(sorted(network), (degree for _, degree in sorted(simple(network).degree)), strict=True))
    return sorted(ties, key=lambda name: (-ties[name], -degree[name], name))


def _is_person(network: Network, name: str) -> bool:
    return network.nodes[name]["class"] in ("Official", "Person")


def _ties(network: Network, name: str) -> list[str]:
    return sorted({*network.successors(name), *network.predecessors(name)})


def _ends(network: Network, name: str, relations: tuple[str, ...]) -> set[str]:
    return {target for _, target, key in network.out_edges(name, keys=True) if key in relations}


def _starts(network: Network, name: str, relations: tuple[str, ...]) -> set[str]:
    return {source for source, _, key in network.in_edges(name, keys=True) if key in relations}
