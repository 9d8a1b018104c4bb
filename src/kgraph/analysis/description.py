"""Everything a graph says of one entity, each fact with its sentences."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace

from kgraph.analysis.entities import Entity, Title
from kgraph.analysis.evidence import Evidence, Source, Statement, Triple, read_evidence, read_sources
from kgraph.analysis.relations import POSITION, RELATIONS, narrowest
from kgraph.settings import NAMESPACE
from kgraph.store.graph import Graph


@dataclass(frozen=True, slots=True)
class Link:
    """A relation between the entity described and another one; of several the narrowest (chaired, not attended)."""

    relation: str
    other: Entity
    evidence: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Holder:
    """Someone who holds or held a position in the body described."""

    person: Entity
    title: Title


@dataclass(frozen=True, slots=True)
class Description:
    """An entity whose properties and titles bear their evidence; relations from it and to it; its people; articles that name it."""

    entity: Entity
    facts: tuple[Link, ...]
    incoming: tuple[Link, ...]
    holders: tuple[Holder, ...]
    articles: tuple[Source, ...]


_FACTS = f"""SELECT DISTINCT ?s ?p ?o WHERE {{
  VALUES ?p {{ {" ".join("kg:" + relation.name for relation in RELATIONS)} }} ?s ?p ?o }}"""
_ARTICLES = "SELECT DISTINCT ?it ?article WHERE { ?article kg:mentions ?it }"


def describe(graph: Graph, iri: str, *, entities: Mapping[str, Entity]) -> Description:
    """What the graph says of the entity `iri`; `entities` are all of the graph (`read_entities`). KeyError where it is none of them."""
    it = entities[iri]
    holders = [Holder(person, title) for person in entities.values() for title in person.titles if title.organization == iri]
    holdings = {title.iri for title in it.titles} | {holder.title.iri for holder in holders}
    evidence = read_evidence(graph, lambda triple: iri in (triple[0], triple[2]) or triple[2] in holdings)
    named_by = {row["article"] for row in graph.rows(_ARTICLES, given={"it": iri})}
    return Description(
        entity=replace(
            it,
            properties=tuple(replace(p, evidence=evidence.get((iri, NAMESPACE + p.name, p.value), ())) for p in it.properties),
            titles=tuple(_shown(iri, title, evidence) for title in it.titles),
        ),
        facts=_links(graph, iri, "s", entities, evidence),
        incoming=_links(graph, iri, "o", entities, evidence),
        holders=tuple(sorted((replace(h, title=_shown(h.person.iri, h.title, evidence)) for h in holders), key=_by_person)),
        articles=tuple(sorted((s for a, s in read_sources(graph).items() if a in named_by), key=lambda s: (s.published, s.id))),
    )


def _shown(person: str, title: Title, evidence: Evidence) -> Title:
    return replace(title, evidence=evidence.get((person, NAMESPACE + POSITION, title.iri), ()))


def _by_person(holder: Holder) -> tuple[str, str, tuple[str, ...], str]:
    return (holder.person.label, holder.person.iri, holder.title.observed, holder.title.iri)


def _links(graph: Graph, iri: str, end: str, entities: Mapping[str, Entity], evidence: Evidence) -> tuple[Link, ...]:
    """Relations in which the entity stands at one end: subject (`s`) or object (`o`)."""
    other_end = "o" if end == "s" else "s"
    stated: dict[str, dict[str, Triple]] = defaultdict(dict)
    for row in graph.rows(_FACTS, given={end: iri}):
        if row[other_end] in entities:
            stated[row[other_end]][row["p"].removeprefix(NAMESPACE)] = (row["s"], row["p"], row["o"])
    links = [
        Link(name, entities[other], evidence.get(triples[name], ()))
        for other, triples in stated.items()
        for name in narrowest(frozenset(triples))
    ]
    order = [relation.name for relation in RELATIONS]
    return tuple(sorted(links, key=lambda link: (order.index(link.relation), link.other.label, link.other.iri)))
