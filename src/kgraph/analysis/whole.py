"""The whole of a graph read once, so that many questions are answered without asking it again: entities, articles, what leads where."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from kgraph.analysis.entities import Entity, Title, read_classes, read_entities
from kgraph.analysis.evidence import Evidence, Source, Statement, Triple, evidence_of, read_sources
from kgraph.analysis.relations import OTHER_CLASS, RELATIONS
from kgraph.settings import NAMESPACE
from kgraph.store.graph import Graph

LINKS = (*(relation.name for relation in RELATIONS), "placedIn", "succeededBy", "mayBe", "mentions", "reportsOn", "about", "reprintOf")
"""What leads from one thing to another, evidence and code lists left out."""

_LINKS = f"SELECT DISTINCT ?s ?p ?o WHERE {{ VALUES ?p {{ {' '.join('kg:' + name for name in LINKS)} }} ?s ?p ?o }}"
_Ends = Mapping[str, Mapping[str, tuple[str, ...]]]


@dataclass(frozen=True, slots=True)
class Searched:
    """What an answer rests on: how many articles the graph was made from, how many have no date, how many print another one again."""

    articles: int
    undated: int
    reprints: int


@dataclass(frozen=True)
class Whole:
    """A graph with its entities and articles by IRI; `outgoing` and `incoming`: the other ends by IRI and name of a relation, sorted."""

    graph: Graph
    entities: Mapping[str, Entity]
    sources: Mapping[str, Source]
    outgoing: _Ends
    incoming: _Ends

    def objects(self, iri: str, *relations: str) -> tuple[str, ...]:
        """What the relations lead to from a thing, each once, sorted."""
        return _ends(self.outgoing.get(iri, {}), relations)

    def subjects(self, iri: str, *relations: str) -> tuple[str, ...]:
        """From where the relations lead to a thing, each once, sorted."""
        return _ends(self.incoming.get(iri, {}), relations)

    def label(self, iri: str) -> str:
        """What a thing or an article is called, its IRI where it has no name."""
        if iri in self.entities:
            return self.entities[iri].label
        return self.sources[iri].title or self.sources[iri].id if iri in self.sources else iri

    def evidence(self, triples: Iterable[tuple[str, str, str]]) -> Evidence:
        """The statements under some triples, whose relations go by their names in the vocabulary."""
        return evidence_of(self.graph, {named(triple) for triple in triples}, sources=self.sources)

    def statements(self, subject: str, relation: str, object: str) -> tuple[Statement, ...]:
        """The statements under one triple."""
        triple = (subject, relation, object)
        return self.evidence([triple]).get(named(triple), ())

    def original(self, article: str) -> str:
        """The article that an article prints again, itself where it is the first."""
        return next(iter(self.objects(article, "reprintOf")), article)

    def articles_about(self, iri: str) -> tuple[str, ...]:
        """The articles that name a thing, each text once: reprints stand for the article that they print."""
        return tuple(sorted({self.original(article) for article in self.subjects(iri, "mentions", "reportsOn")}))

    @cached_property
    def holders(self) -> Mapping[str, tuple[tuple[Entity, Title], ...]]:
        """Who holds or held a position in a body, by the IRI of the body."""
        found: dict[str, list[tuple[Entity, Title]]] = defaultdict(list)
        for person in self.entities.values():
            for title in person.titles:
                found[title.organization].append((person, title))
        return {body: tuple(sorted(rows, key=lambda row: (row[0].label, row[0].iri, row[1].iri))) for body, rows in found.items()}

    @cached_property
    def searched(self) -> Searched:
        """How many articles there are behind any answer."""
        undated = sum(not source.published[:4].isdecimal() for source in self.sources.values())
        reprints = sum(bool(self.objects(article, "reprintOf")) for article in self.sources)
        return Searched(len(self.sources), undated, reprints)


def named(triple: Triple) -> Triple:
    """The triple with the full name of its relation."""
    subject, relation, object = triple
    return (subject, NAMESPACE + relation, object)


def read_whole(graph: Graph) -> Whole:
    """The whole of a graph: one pass over its entities and relations, none over its evidence."""
    outgoing: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    incoming: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for row in sorted(graph.rows(_LINKS), key=lambda row: (row["s"], row["p"], row["o"])):
        relation = row["p"].removeprefix(NAMESPACE)
        outgoing[row["s"]][relation].append(row["o"])
        incoming[row["o"]][relation].append(row["s"])
    classes = {iri: name for iri, name in read_classes(graph).items() if name != OTHER_CLASS}
    return Whole(graph, read_entities(graph, classes), read_sources(graph), _frozen(outgoing), _frozen(incoming))


def _frozen(ends: Mapping[str, Mapping[str, list[str]]]) -> _Ends:
    return {iri: {relation: tuple(others) for relation, others in by.items()} for iri, by in ends.items()}


def _ends(by: Mapping[str, tuple[str, ...]], relations: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted({other for relation in relations for other in by.get(relation, ())}))
