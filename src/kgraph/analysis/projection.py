"""From the graph to a network: entities as nodes, what they have to do with each other as edges, evidence on both."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

import networkx as nx

from kgraph.analysis.entities import Entity, Title, read_classes, read_entities
from kgraph.analysis.evidence import Evidence, Statement, Triple, read_evidence, read_sources
from kgraph.analysis.relations import ARTICLE_CLASS, BACKGROUND, MENTIONS, OTHER_CLASS, POSITION, RELATIONS, narrowest
from kgraph.settings import NAMESPACE
from kgraph.store.graph import Graph
from kgraph.text import ascii_label

Network: TypeAlias = "nx.MultiDiGraph[str]"

AUTHORITY = "graph/authority"
DERIVED = "graph/derived"

_EDGES = f"""SELECT DISTINCT ?s ?p ?o ?g WHERE {{
  VALUES ?p {{ {" ".join("kg:" + relation.name for relation in RELATIONS)} }} GRAPH ?g {{ ?s ?p ?o }} }}"""
_NAMED = f'SELECT DISTINCT ?s WHERE {{ GRAPH ?g {{ ?s a ?type }} FILTER(!STRENDS(STR(?g), "{AUTHORITY}")) }}'
_MENTIONS = "SELECT DISTINCT ?a ?s WHERE { { ?a kg:mentions ?s } UNION { ?a kg:reportsOn ?s } }"


@dataclass(frozen=True, slots=True)
class _Link:
    source: str
    relation: str
    target: str
    origin: str
    implies: tuple[str, ...] = ()
    titles: tuple[Title, ...] = ()


def project(graph: Graph, *, articles: bool = False, evidence: bool = True) -> Network:
    """The network of entities: nodes are IRIs, an edge's key is its relation, both in sorted order.

    Node attributes: `class`, `label`, `altLabels`, `asciiLabel`, `kind` (Vietnamese), `properties` and `titles` with their evidence,
    and each property's value under its own name (`issuedOn`, `dateEdtf`, `designation` ...). Edge attributes: `predicate`,
    `origin` (article, derived, background), `evidence`, and `titles` for `hasPosition`, which leads from an official to the body.
    Of two relations where one implies the other only the narrower is drawn; `implies` names the wider ones.

    With `articles`, articles are nodes and `mentions` leads from each to what it names. Without `evidence` no statement is read
    (see `with_evidence`): enough for measuring, and a small part of the memory.
    """
    classes = read_classes(graph)
    links = _read_links(graph, classes)
    drawn = _drawn(graph, classes, links)
    entities = read_entities(graph, {iri: classes[iri] for iri in drawn})
    network: Network = nx.MultiDiGraph()
    for iri in drawn:
        network.add_node(iri, **_node_attributes(entities[iri]))
    for link in sorted((*links, *_positions(entities.values())), key=lambda link: (link.source, link.target, link.relation)):
        if link.source in network and link.target in network:
            network.add_edge(link.source, link.target, key=link.relation, **_edge_attributes(link))
    if articles:
        _add_articles(network, graph)
    return with_evidence(network, graph) if evidence else network


def with_evidence(network: Network, graph: Graph) -> Network:
    """A copy of the network whose edges, properties and titles carry their statements."""
    wanted = {triple for node, data in network.nodes(data=True) for triple in _node_triples(node, data)}
    wanted |= {triple for source, target, data in network.edges(data=True) for triple in _edge_triples(source, target, data)}
    evidence = read_evidence(graph, wanted.__contains__)
    copy: Network = nx.MultiDiGraph()
    for node, data in network.nodes(data=True):
        properties = tuple(replace(p, evidence=evidence.get((node, NAMESPACE + p.name, p.value), ())) for p in data["properties"])
        copy.add_node(node, **{**data, "properties": properties, "titles": _titles_with(node, data["titles"], evidence)})
    for source, target, key, data in network.edges(keys=True, data=True):
        titles = _titles_with(source, data["titles"], evidence)
        found = _gathered(_edge_triples(source, target, data), evidence)
        copy.add_edge(source, target, key=key, **{**data, "titles": titles, "evidence": found})
    return copy


def _read_links(graph: Graph, classes: Mapping[str, str]) -> list[_Link]:
    stated: dict[tuple[str, str], dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for row in graph.rows(_EDGES):
        if row["s"] in classes and row["o"] in classes and row["s"] != row["o"]:
            stated[row["s"], row["o"]][row["p"].removeprefix(NAMESPACE)].add(_origin(row["g"]))
    return [link for (source, target), origins in sorted(stated.items()) for link in _narrowest_links(source, target, origins)]


def _origin(graph_name: str) -> str:
    if graph_name.endswith(AUTHORITY):
        return "background"
    return "derived" if graph_name.endswith(DERIVED) else "article"


def _narrowest_links(source: str, target: str, origins: Mapping[str, set[str]]) -> Iterator[_Link]:
    drawn = narrowest(frozenset(origins))
    wider = {relation.name: relation.wider for relation in RELATIONS}
    taken: set[str] = set()
    for relation in (relation.name for relation in RELATIONS if relation.name in drawn):
        above = wider[relation]
        implies = (above,) if above in origins and above not in taken else ()
        taken.update(name for name in implies if name)
        yield _Link(source, relation, target, min(origins[relation]), tuple(name for name in implies if name))


def _drawn(graph: Graph, classes: Mapping[str, str], links: Iterable[_Link]) -> list[str]:
    """What an article names or a stated relation touches, and what background knowledge puts above it."""
    drawn = {row["s"] for row in graph.rows(_NAMED) if classes.get(row["s"], OTHER_CLASS) != OTHER_CLASS}
    above: dict[str, list[str]] = defaultdict(list)
    for link in links:
        if link.origin != "background":
            drawn |= {link.source, link.target}
        elif link.relation in BACKGROUND:
            above[link.source].append(link.target)
    todo = sorted(drawn)
    while todo:
        for iri in above[todo.pop()]:
            if iri not in drawn:
                drawn.add(iri)
                todo.append(iri)
    return sorted(iri for iri in drawn if classes.get(iri, ARTICLE_CLASS) != ARTICLE_CLASS)


def _positions(entities: Iterable[Entity]) -> Iterator[_Link]:
    for entity in entities:
        bodies: dict[str, list[Title]] = defaultdict(list)
        for title in entity.titles:
            bodies[title.organization].append(title)
        for body, titles in bodies.items():
            yield _Link(entity.iri, POSITION, body, "article", titles=tuple(titles))


def _add_articles(network: Network, graph: Graph) -> None:
    for iri, source in sorted(read_sources(graph).items()):
        article = Entity(iri, ARTICLE_CLASS, source.title or source.id, ascii_label=ascii_label(source.title or source.id))
        network.add_node(iri, **_node_attributes(article), identifier=source.id, publishedEdtf=source.published, url=source.url)
    for row in sorted(graph.rows(_MENTIONS), key=lambda row: (row["a"], row["s"])):
        if row["a"] in network and row["s"] in network:
            network.add_edge(row["a"], row["s"], key=MENTIONS, predicate=MENTIONS, origin="article", implies=(), titles=(), evidence=())


def _node_attributes(entity: Entity) -> dict[str, Any]:
    values = {p.name: p.value for p in reversed(entity.properties) if p.term is None}
    return values | {
        "class": entity.class_name,
        "label": entity.label,
        "altLabels": entity.alt_labels,
        "asciiLabel": entity.ascii_label,
        "kind": entity.kind,
        "properties": entity.properties,
        "titles": entity.titles,
    }


def _edge_attributes(link: _Link) -> dict[str, Any]:
    return {"predicate": link.relation, "origin": link.origin, "implies": link.implies, "titles": link.titles, "evidence": ()}


def _node_triples(node: str, data: Mapping[str, Any]) -> list[Triple]:
    properties = [(node, NAMESPACE + p.name, p.value) for p in data["properties"]]
    return properties + [(node, NAMESPACE + POSITION, title.iri) for title in data["titles"]]


def _edge_triples(source: str, target: str, data: Mapping[str, Any]) -> list[Triple]:
    if data["titles"]:
        return [(source, NAMESPACE + POSITION, title.iri) for title in data["titles"]]
    return [(source, NAMESPACE + name, target) for name in (data["predicate"], *data["implies"])]


def _titles_with(person: str, titles: Iterable[Title], evidence: Evidence) -> tuple[Title, ...]:
    return tuple(replace(title, evidence=evidence.get((person, NAMESPACE + POSITION, title.iri), ())) for title in titles)


def _gathered(triples: Iterable[Triple], evidence: Evidence) -> tuple[Statement, ...]:
    """Statements of all the triples, those of the first triple first; the same words are evidence once."""
    found: dict[object, Statement] = {}
    for triple in triples:
        for statement in evidence.get(triple, ()):
            found.setdefault(statement.span if statement.source else statement.iri, statement)
    return tuple(found.values())
