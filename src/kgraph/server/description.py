"""What the service and its dataset are: SPARQL 1.1 Service Description and VoID, as triples."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator
from typing import Any
from urllib.parse import urljoin

from kgraph import vocab
from kgraph.exports.description import LICENCE
from kgraph.exports.ontology_page import words
from kgraph.store.graph import PREFIXES
from kgraph.store.query import Head, Part, Tail, Triple
from kgraph.terms import XSD, plain

_SD, _VOID = "http://www.w3.org/ns/sparql-service-description#", "http://rdfs.org/ns/void#"
_FORMATS = "http://www.w3.org/ns/formats/"
_TYPE = PREFIXES["rdf"] + "type"
_GIVEN = (
    "SPARQL_Results_JSON",
    "SPARQL_Results_XML",
    "SPARQL_Results_CSV",
    "SPARQL_Results_TSV",
    "Turtle",
    "N-Triples",
    "JSON-LD",
    "RDF_XML",
)


def service(endpoint: str, *, writable: bool) -> Generator[Part, None, None]:
    """The endpoint: languages, formats, and where its dataset is described."""
    languages = ["SPARQL11Query", *(["SPARQL11Update"] if writable else [])]
    yield from _told(
        [
            (endpoint, _TYPE, _iri(_SD + "Service")),
            (endpoint, _SD + "endpoint", _iri(endpoint)),
            *((endpoint, _SD + "supportedLanguage", _iri(_SD + name)) for name in languages),
            *((endpoint, _SD + "resultFormat", _iri(_FORMATS + name)) for name in _GIVEN),
            (endpoint, _SD + "defaultDataset", _iri(f"{endpoint}#dataset")),
            (f"{endpoint}#dataset", _TYPE, _iri(_SD + "Dataset")),
            (f"{endpoint}#dataset", _SD + "defaultGraph", _iri(f"{endpoint}#merge")),
            (f"{endpoint}#merge", _TYPE, _iri(_SD + "Graph")),
            (f"{endpoint}#merge", PREFIXES["rdfs"] + "comment", f"{plain('The RDF merge of all named graphs; each article has one.')}@en"),
            (f"{endpoint}#dataset", PREFIXES["rdfs"] + "seeAlso", _iri(urljoin(endpoint, "/void"))),
        ]
    )


def dataset(about: dict[str, Any], server: str) -> Generator[Part, None, None]:
    """The dataset: size, classes and properties with their counts, where to ask and where the file is."""
    name = f"{about['base']}graph"
    yield from _told(
        [
            (name, _TYPE, _iri(_VOID + "Dataset")),
            *((name, PREFIXES["dcterms"] + "title", f"{plain(text)}@{lang}") for lang, text in words()["dataset"].items()),
            (name, PREFIXES["dcterms"] + "license", _iri(LICENCE)),
            (name, _VOID + "uriSpace", plain(about["base"])),
            (name, _VOID + "vocabulary", _iri(vocab.KG)),
            (name, _VOID + "sparqlEndpoint", _iri(urljoin(server, "sparql"))),
            (name, _VOID + "dataDump", _iri(urljoin(server, "files/graph.nq"))),
            (name, _VOID + "triples", _number(about["triples"])),
            (name, _VOID + "distinctSubjects", _number(about["subjects"])),
            (name, _VOID + "classes", _number(len(about["classes"]))),
            (name, _VOID + "properties", _number(len(about["properties"]))),
            *_parts(name, "class", "entities", about["classes"]),
            *_parts(name, "property", "triples", about["properties"]),
        ]
    )


def _parts(name: str, kind: str, counted: str, counts: dict[str, int]) -> Iterator[tuple[str, str, str]]:
    for place, (iri, count) in enumerate(sorted(counts.items()), start=1):
        part = f"{name}#{kind}-{place}"
        yield name, f"{_VOID}{kind}Partition", _iri(part)
        yield part, _VOID + kind, _iri(iri)
        yield part, _VOID + counted, _number(count)


def _told(triples: Iterable[tuple[str, str, str]]) -> Iterator[Part]:
    lines = [f"<{s}> <{p}> {o} ." for s, p, o in triples]
    yield Head("graph")
    yield from map(Triple, lines)
    yield Tail(len(lines), truncated=False)


def _iri(iri: str) -> str:
    return f"<{iri}>"


def _number(number: int) -> str:
    return f"{plain(str(number))}^^<{XSD}integer>"
