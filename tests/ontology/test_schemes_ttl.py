"""The closed code lists are complete, and each code is explained in two languages."""

from __future__ import annotations

import pyoxigraph as ox
import pytest
from rdflib import RDF, SKOS, BNode, Graph, Literal, Namespace, URIRef

from kgraph.settings import BASE, ontology_folder

FILE = ontology_folder() / "schemes.ttl"
VOCAB = BASE + "vocab/"
DCTERMS = Namespace("http://purl.org/dc/terms/")

CLOSED = {
    "level": {"province", "district", "commune"},
    "holding-status": {"held", "former", "appointed"},
    "modality": {"occurred", "planned"},
    "part-of-day": {"morning", "noon", "afternoon", "evening", "night"},
    "date-resolution": {"stated", "publication-date", "text-year", "leap-day", "relative", "unresolved"},
}
OPEN = {"role", "organization-kind", "document-type", "event-kind", "campaign-kind"}

GRAPH = Graph().parse(FILE, format="turtle")


def languages(subject: URIRef, predicate: URIRef) -> list[str]:
    return sorted(str(text.language) for text in GRAPH.objects(subject, predicate) if isinstance(text, Literal))


def test_the_schemes_are_those_of_the_contract() -> None:
    assert set(GRAPH.subjects(RDF.type, SKOS.ConceptScheme)) == {URIRef(VOCAB + name) for name in CLOSED.keys() | OPEN}


@pytest.mark.parametrize("scheme", sorted(CLOSED.keys() | OPEN))
def test_a_scheme_has_title_and_definition_in_both_languages(scheme: str) -> None:
    assert languages(URIRef(VOCAB + scheme), DCTERMS.title) == ["en", "vi"]
    assert languages(URIRef(VOCAB + scheme), SKOS.definition) == ["en", "vi"]


@pytest.mark.parametrize("scheme", sorted(CLOSED))
def test_a_closed_scheme_has_exactly_its_codes(scheme: str) -> None:
    codes = {URIRef(f"{VOCAB}{scheme}/{slug}") for slug in CLOSED[scheme]}
    assert set(GRAPH.subjects(SKOS.inScheme, URIRef(VOCAB + scheme))) == codes
    assert set(GRAPH.subjects(SKOS.topConceptOf, URIRef(VOCAB + scheme))) == codes
    assert set(GRAPH.objects(URIRef(VOCAB + scheme), SKOS.hasTopConcept)) == codes


@pytest.mark.parametrize("code", sorted(f"{scheme}/{slug}" for scheme, slugs in CLOSED.items() for slug in slugs))
def test_a_code_is_named_and_explained_in_both_languages(code: str) -> None:
    concept = URIRef(VOCAB + code)
    assert (concept, RDF.type, SKOS.Concept) in GRAPH
    assert languages(concept, SKOS.prefLabel) == ["en", "vi"]
    assert languages(concept, SKOS.definition) == ["en", "vi"]
    assert languages(concept, SKOS.example) == ["vi"]


def test_there_are_no_blank_nodes_and_no_strangers() -> None:
    assert not [term for triple in GRAPH for term in triple if isinstance(term, BNode)]
    assert all(str(subject).startswith(VOCAB) for subject in GRAPH.subjects())


def test_oxigraph_reads_as_many_triples() -> None:
    assert len(set(ox.parse(path=FILE, format=ox.RdfFormat.TURTLE))) == len(GRAPH)
