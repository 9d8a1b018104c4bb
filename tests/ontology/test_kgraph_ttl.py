"""The ontology holds the names of the graph contract, each explained in two languages, and nothing that would surprise a reasoner."""

from __future__ import annotations

import subprocess
import unicodedata
from collections.abc import Callable

import pyoxigraph as ox
import pytest
from rdflib import OWL, RDF, RDFS, SKOS, BNode, Graph, Literal, Namespace, URIRef

from kgraph.settings import BASE, NAMESPACE, VERSION, ontology_folder

FILE = ontology_folder() / "kgraph.ttl"
ONTOLOGY = URIRef(BASE + "ns")
KG = Namespace(NAMESPACE)
SCHEMA = Namespace("https://schema.org/")
DCTERMS = Namespace("http://purl.org/dc/terms/")
VANN = Namespace("http://purl.org/vocab/vann/")
XSD = Namespace("http://www.w3.org/2001/XMLSchema#")


def words(text: str) -> list[str]:
    """Names that stand in a text between spaces."""
    return text.split()


CLASSES = words("""
    Article Person Official PositionHolding Tenure Organization AdministrativeUnit Directive Campaign Event Statement
""")
DESCRIBING = words("""
    asciiLabel title kind
    publishedAt publishedEdtf url byline textSha256 alsoAs reprintOf about mentions reportsOn mayBe
    hasPosition holdingStatus observedOn heldSince heldUntil rank singleSeat
    attestedFrom attestedTo takenUpOn leftOn overBy
    parentOrganization partOfTransitively hasJurisdictionOver placedIn
    level within withinTransitively validFrom validTo firstSeen lastSeen succeededBy
    documentType designation issuedOn
    edition year theme editionOf
    dateText dateEdtf startDate endDate dateResolution partOfDay modality
""")
RELATIONS = words("""
    attended chaired directedAt spokeAt presentedAt organizes heldAt implements continues issuedBy
    launchesCampaign partOfCampaign conducts launched runsCampaign localVersionOf
""")
DERIVED = words("implementsTransitively")
EVIDENCE = words("inArticle begin end quote quoteWithheld rule confidence derivedByRule")
REVIEW = words("correctedFrom reviewedBy reviewedOn reviewNote reviewSource")
PROPERTIES = DESCRIBING + RELATIONS + DERIVED + EVIDENCE + REVIEW
RESERVED = words("absentFrom cites candidateFor Figure Task dueBy Post post subEventOf")

GRAPH = Graph().parse(FILE, format="turtle")


def ours(kind: URIRef) -> set[str]:
    """Local names of our terms of one OWL type."""
    return {str(s).removeprefix(NAMESPACE) for s in GRAPH.subjects(RDF.type, kind) if str(s).startswith(NAMESPACE)}


def texts(term: str, predicate: URIRef) -> dict[str | None, list[str]]:
    """Language -> texts of a term."""
    found: dict[str | None, list[str]] = {}
    for text in GRAPH.objects(KG[term], predicate):
        assert isinstance(text, Literal)
        found.setdefault(text.language, []).append(str(text))
    return found


def test_the_classes_are_those_of_the_contract() -> None:
    assert ours(OWL.Class) == set(CLASSES)


def test_the_properties_are_those_of_the_contract() -> None:
    assert ours(OWL.ObjectProperty) | ours(OWL.DatatypeProperty) == set(PROPERTIES)
    assert ours(OWL.ObjectProperty) & ours(OWL.DatatypeProperty) == set()


def test_no_other_name_of_ours_is_used() -> None:
    used = {str(term).removeprefix(NAMESPACE) for triple in GRAPH for term in triple if str(term).startswith(NAMESPACE)}
    assert used - {""} == set(CLASSES) | set(PROPERTIES)
    assert used.isdisjoint(RESERVED)


def test_the_relations_that_need_evidence_are_listed() -> None:
    assert set(GRAPH.objects(URIRef(f"{ONTOLOGY}/relations"), SKOS.member)) == {KG[name] for name in RELATIONS}


@pytest.mark.parametrize(
    ("narrower", "broader"),
    [(name, "attended") for name in ("chaired", "directedAt", "spokeAt", "presentedAt")]
    + [("continues", "implements"), ("launched", "conducts")],
)
def test_narrower_relations_stand_under_their_broader_one(narrower: str, broader: str) -> None:
    assert (KG[narrower], RDFS.subPropertyOf, KG[broader]) in GRAPH


@pytest.mark.parametrize("term", CLASSES + PROPERTIES)
def test_a_term_is_named_and_explained_in_both_languages(term: str) -> None:
    for predicate in (RDFS.label, SKOS.definition):
        found = texts(term, predicate)
        assert set(found) == {"vi", "en"}
        assert [len(each) for each in found.values()] == [1, 1]
    assert all(text.endswith((".", ")")) for each in texts(term, SKOS.definition).values() for text in each)
    assert texts(term, SKOS.example)


@pytest.mark.parametrize("term", CLASSES + PROPERTIES)
def test_a_term_says_where_it_is_defined(term: str) -> None:
    assert list(GRAPH.objects(KG[term], RDFS.isDefinedBy)) == [ONTOLOGY]


@pytest.mark.parametrize("term", CLASSES + PROPERTIES)
def test_a_term_is_tied_to_a_vocabulary_of_others(term: str) -> None:
    family = {t for up in (RDFS.subClassOf, RDFS.subPropertyOf) for t in GRAPH.transitive_objects(KG[term], up)}
    ties = {
        str(other)
        for member in family
        for tie in (RDFS.subClassOf, RDFS.subPropertyOf, SKOS.closeMatch, RDFS.seeAlso)
        for other in GRAPH.objects(member, tie)
    }
    assert {tie for tie in ties if not tie.startswith(BASE)}


@pytest.mark.parametrize("term", PROPERTIES)
def test_a_property_says_from_what_to_what_it_runs(term: str) -> None:
    assert {*GRAPH.objects(KG[term], RDFS.domain), *GRAPH.objects(KG[term], SCHEMA.domainIncludes)}
    assert {*GRAPH.objects(KG[term], RDFS.range), *GRAPH.objects(KG[term], SCHEMA.rangeIncludes)}


@pytest.mark.parametrize("term", PROPERTIES)
def test_a_property_has_at_most_one_hard_domain_and_range(term: str) -> None:
    for predicate in (RDFS.domain, RDFS.range):
        assert len(list(GRAPH.objects(KG[term], predicate))) <= 1


@pytest.mark.parametrize("term", sorted(ours(OWL.DatatypeProperty)))
def test_an_example_of_a_literal_is_a_literal_of_its_range(term: str) -> None:
    kind = GRAPH.value(KG[term], RDFS.range)
    for example in GRAPH.objects(KG[term], SKOS.example):
        assert isinstance(example, Literal)
        assert (example.language == "vi") is (kind == RDF.langString)
        if kind in (XSD.date, XSD.integer, XSD.decimal, XSD.boolean):
            assert Literal(str(example), datatype=str(kind)).ill_typed is False


def test_the_header_says_which_version_and_licence() -> None:
    assert list(GRAPH.objects(ONTOLOGY, OWL.versionIRI)) == [URIRef(f"{ONTOLOGY}/{VERSION}")]
    assert str(GRAPH.value(ONTOLOGY, OWL.versionInfo)) == VERSION
    assert {getattr(title, "language", None) for title in GRAPH.objects(ONTOLOGY, DCTERMS.title)} == {"vi", "en"}
    assert GRAPH.value(ONTOLOGY, DCTERMS.license) == URIRef("https://creativecommons.org/licenses/by/4.0/")
    assert str(GRAPH.value(ONTOLOGY, VANN.preferredNamespacePrefix)) == "kg"
    assert str(GRAPH.value(ONTOLOGY, VANN.preferredNamespaceUri)) == NAMESPACE


def test_nothing_is_imported_equated_or_made_functional() -> None:
    predicates, things = set(GRAPH.predicates()), set(GRAPH.objects())
    assert predicates.isdisjoint({OWL.imports, OWL.sameAs, OWL.inverseOf, OWL.equivalentClass, OWL.equivalentProperty})
    assert things.isdisjoint({OWL.FunctionalProperty, OWL.InverseFunctionalProperty})


def test_there_are_no_blank_nodes() -> None:
    assert not [term for triple in GRAPH for term in triple if isinstance(term, BNode)]


def test_terms_of_others_are_named_but_not_changed() -> None:
    for subject, predicate, _ in GRAPH:
        if not str(subject).startswith(BASE):
            assert predicate == RDF.type


def test_schema_org_has_one_form() -> None:
    assert "http://schema.org/" not in FILE.read_text("utf-8")


def test_the_text_is_normalised() -> None:
    text = FILE.read_text("utf-8")
    assert unicodedata.is_normalized("NFC", text)
    assert "\t" not in text
    assert "\r" not in text


def test_oxigraph_reads_as_many_triples() -> None:
    assert len(set(ox.parse(path=FILE, format=ox.RdfFormat.TURTLE))) == len(GRAPH)


@pytest.mark.tool
@pytest.mark.parametrize("command", [["rapper", "-q", "-i", "turtle", "-o", "ntriples"], ["serdi", "-i", "turtle", "-o", "ntriples"]])
def test_other_programs_read_as_many_triples(command: list[str], need: Callable[[str], None]) -> None:
    need(command[0])
    done = subprocess.run([*command, str(FILE)], capture_output=True, check=True)
    assert len(set(done.stdout.splitlines())) == len(GRAPH)
