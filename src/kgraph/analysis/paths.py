"""How two things hang together: the shortest ways of evidence between them, each hop a fact with its sentences."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, pairwise

import networkx as nx

from kgraph.analysis.entities import Entity
from kgraph.analysis.evidence import Source, Statement
from kgraph.analysis.relations import ARTICLE_CLASS, BACKGROUND, MENTIONS, POSITION, RELATIONS, narrowest
from kgraph.analysis.whole import Whole

_LONGEST = 12


@dataclass(frozen=True, slots=True)
class Step:
    """One fact on a way: it is stated from `subject` to `object`, and gone `backwards` where the way runs against it.

    For an article `relation` is `mentions`, and nothing is stated.
    """

    subject: Entity
    relation: str
    object: Entity
    backwards: bool
    evidence: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Way:
    """One way from the first thing to the last, hop by hop."""

    steps: tuple[Step, ...]


def read_ways(
    whole: Whole,
    one: str,
    other: str,
    *,
    count: int = 3,
    articles: bool = False,
    background: bool = False,
    net: nx.Graph[str] | None = None,
) -> tuple[Way, ...]:
    """The `count` shortest ways between two things, empty where no way leads from one to the other in twelve hops.

    A way goes along relations between entities and along positions, which lead from an official to the body. It goes through articles or
    along background knowledge (which unit lies in which, which body is part of which) only where asked, never through statements,
    holdings or code lists. Ways of one length stand in a fixed order. `net` is what `read_net` gave for that choice.
    """
    network = read_net(whole, articles=articles, background=background) if net is None else net
    if one not in network or other not in network or one == other:
        return ()
    found = islice(_short(network, one, other), count)
    return tuple(Way(tuple(_step(whole, here, there) for here, there in pairwise(way))) for way in found)


def read_net(whole: Whole, *, articles: bool = False, background: bool = False) -> nx.Graph[str]:
    """What leads where, direction left out, in sorted order."""
    names = [relation.name for relation in RELATIONS if background or relation.name not in BACKGROUND]
    if articles:
        names.append(MENTIONS)
    net: nx.Graph[str] = nx.Graph()
    net.add_nodes_from(sorted(whole.entities))
    for subject, by in whole.outgoing.items():
        for name in names:
            net.add_edges_from((subject, object) for object in by.get(name, ()) if object in whole.entities)
    for body, holders in sorted(whole.holders.items()):
        if body in whole.entities:
            net.add_edges_from((person.iri, body) for person, _ in holders)
    return net


def _short(net: nx.Graph[str], one: str, other: str) -> Iterator[list[str]]:
    try:
        for way in nx.shortest_simple_paths(net, one, other):
            if len(way) > _LONGEST + 1:
                return
            yield way
    except nx.NetworkXNoPath:
        return


def _step(whole: Whole, here: str, there: str) -> Step:
    for backwards, (subject, object) in enumerate(((here, there), (there, here))):
        said = [name for name in (relation.name for relation in RELATIONS) if object in whole.objects(subject, name)]
        if said:
            relation = next(name for name in said if name in narrowest(frozenset(said)))
            evidence = whole.statements(subject, relation, object)
            return Step(whole.entities[subject], relation, whole.entities[object], bool(backwards), evidence)
        if titles := [t for t in (whole.entities[subject].titles if subject in whole.entities else ()) if t.organization == object]:
            said_of = tuple(s for title in titles for s in whole.statements(subject, POSITION, title.iri))
            return Step(whole.entities[subject], POSITION, whole.entities[object], bool(backwards), said_of)
    article, thing = (here, there) if here in whole.sources else (there, here)
    return Step(_article(whole.sources[article]), MENTIONS, whole.entities[thing], article == there, ())


def _article(source: Source) -> Entity:
    return Entity(source.iri, ARTICLE_CLASS, " ".join(part for part in (source.title or source.id, source.published) if part))
