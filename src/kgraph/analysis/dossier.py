"""Everything that a graph holds on one person."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kgraph.analysis.description import Description, describe
from kgraph.analysis.entities import Entity
from kgraph.analysis.evidence import Statement, Triple, read_evidence
from kgraph.analysis.relations import MENTIONS, POSITION, RELATIONS
from kgraph.settings import NAMESPACE
from kgraph.store.graph import Graph
from kgraph.terms import ORG, RDF, RDFS, SKOS

PEOPLE = ("Official", "Person")
_SHOWN = {NAMESPACE + name for name in (POSITION, MENTIONS, "asciiLabel", *(relation.name for relation in RELATIONS))}
_SHOWN |= {f"{RDF}type", f"{RDF}subject", f"{RDF}object", f"{RDFS}label", f"{SKOS}altLabel", f"{ORG}member"}
_REPLACED = "SELECT DISTINCT ?old ?new WHERE { ?old dcterms:isReplacedBy ?new }"
_SAID = "SELECT DISTINCT ?it ?p ?o WHERE { ?it ?p ?o }"
_SAID_OF = "SELECT DISTINCT ?s ?p ?it WHERE { ?s ?p ?it }"
_REPRINTS = "SELECT DISTINCT ?copy ?first WHERE { ?copy kg:reprintOf ?first }"


@dataclass(frozen=True, slots=True)
class Dossier:
    """What is held on a person: the description; every statement of which the person is subject or object; IRIs that once named the same;
    which of the articles reprints which (by IRI); and whatever other triples there are."""

    description: Description
    statements: tuple[Statement, ...]
    replaced: tuple[str, ...]
    reprints: Mapping[str, str]
    others: tuple[Triple, ...]


def standing(graph: Graph) -> dict[str, str]:
    """IRI → the IRI that replaced it."""
    return dict(sorted((row["old"], row["new"]) for row in graph.rows(_REPLACED)))


def read_dossier(graph: Graph, iri: str, *, entities: Mapping[str, Entity]) -> Dossier:
    """Everything held on the person `iri`; `entities` are all of the graph. KeyError where it is none of them."""
    description = describe(graph, iri, entities=entities)
    evidence = read_evidence(graph, lambda triple: iri in (triple[0], triple[2]))
    named_by = {source.iri for source in description.articles}
    said = [(iri, row["p"], row["o"]) for row in graph.rows(_SAID, given={"it": iri})]
    said += [(row["s"], row["p"], iri) for row in graph.rows(_SAID_OF, given={"it": iri})]
    replaced = tuple(old for old, new in standing(graph).items() if new == iri)
    known = _SHOWN | {"http://purl.org/dc/terms/isReplacedBy"}
    return Dossier(
        description=description,
        statements=tuple(statement for triple in sorted(evidence) for statement in evidence[triple]),
        replaced=replaced,
        reprints={row["copy"]: row["first"] for row in graph.rows(_REPRINTS) if row["copy"] in named_by},
        others=tuple(sorted({triple for triple in said if triple[1] not in known})),
    )
