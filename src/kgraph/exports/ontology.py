"""The terms of the ontology as people read them: names, definitions, examples, where they belong."""

from __future__ import annotations

import typing
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from rdflib import OWL, RDF, RDFS, SKOS, Graph, Literal, Namespace, URIRef
from rdflib.term import Node

from kgraph import vocab
from kgraph.settings import ontology_folder

Sort = typing.Literal["class", "relation", "value"]
Texts = Mapping[str, str]

_SCHEMA = Namespace("https://schema.org/")
_SORTS: tuple[tuple[URIRef, Sort], ...] = ((OWL.Class, "class"), (OWL.ObjectProperty, "relation"), (OWL.DatatypeProperty, "value"))


@dataclass(frozen=True, slots=True)
class Described:
    """One class, relation between things, or value of a thing; texts are by language (`vi`, `en`), other terms by IRI."""

    iri: str
    sort: Sort
    labels: Texts = field(default_factory=dict)
    definitions: Texts = field(default_factory=dict)
    examples: tuple[str, ...] = ()
    of: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    under: tuple[str, ...] = ()
    near: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The name without its namespace."""
        return self.iri.removeprefix(vocab.KG)


@cache
def read_terms(folder: Path | None = None) -> tuple[Described, ...]:
    """Our own terms, classes first, then relations, then values; each sort by name.

    >>> [term.name for term in read_terms()][:3]
    ['AdministrativeUnit', 'Article', 'Campaign']
    """
    graph = Graph().parse((folder or ontology_folder()) / "kgraph.ttl", format="turtle")
    found = [
        _described(graph, term, sort)
        for kind, sort in _SORTS
        for term in graph.subjects(RDF.type, kind)
        if isinstance(term, URIRef) and term.startswith(vocab.KG)
    ]
    order = [sort for _, sort in _SORTS]
    return tuple(sorted(found, key=lambda term: (order.index(term.sort), term.name)))


def _described(graph: Graph, term: URIRef, sort: Sort) -> Described:
    def texts(predicate: URIRef) -> dict[str, str]:
        found = [text for text in graph.objects(term, predicate) if isinstance(text, Literal) and text.language]
        return {str(text.language): str(text) for text in sorted(found)}

    def names(*predicates: URIRef) -> tuple[str, ...]:
        return tuple(sorted({str(thing) for name in predicates for thing in graph.objects(term, name) if isinstance(thing, URIRef)}))

    return Described(
        iri=str(term),
        sort=sort,
        labels=texts(RDFS.label),
        definitions=texts(SKOS.definition),
        examples=tuple(sorted(str(text) for text in graph.objects(term, SKOS.example) if _is_text(text))),
        of=names(RDFS.domain, _SCHEMA.domainIncludes),
        to=names(RDFS.range, _SCHEMA.rangeIncludes),
        under=names(RDFS.subClassOf, RDFS.subPropertyOf),
        near=names(SKOS.closeMatch, SKOS.exactMatch, RDFS.seeAlso),
    )


def _is_text(node: Node) -> bool:
    return not isinstance(node, URIRef)
