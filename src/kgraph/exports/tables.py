"""The graph as tables: what spreadsheets, statistics programs, Neo4j and Parquet are given, row by row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from kgraph import vocab
from kgraph.analysis.entities import FACTS, chosen, local_name
from kgraph.exports.nodes import LABEL, RDF_TYPE, Node, read_nodes
from kgraph.exports.quads import Source
from kgraph.sorting import Sorter
from kgraph.store.graph import PREFIXES

Row = dict[str, tuple[str, ...]]
"""Values by column; a column without a value is left out."""

_REVIEW = ("correctedFrom", "reviewedBy", "reviewedOn", "reviewNote", "reviewSource")
COLUMNS: Final[Mapping[str, tuple[str, ...]]] = {
    "entities": ("id", "class", "label", "altLabels", "asciiLabel", *FACTS),
    "edges": (
        *("source", "relation", "target", "sourceLabel", "targetLabel", "sourceClass", "targetClass", "origin"),
        *("statements", "articles", "firstPublished", "lastPublished"),
    ),
    "positions": (
        *("id", "person", "personLabel", "role", "roleLabel", "organization", "organizationLabel"),
        *("holdingStatus", "observedOn", "heldSince", "heldUntil"),
    ),
    "tenures": (
        *("id", "person", "personLabel", "role", "roleLabel", "organization", "organizationLabel"),
        *("attestedFrom", "attestedTo", "takenUpOn", "leftOn", "overBy", "firstSeen", "lastSeen"),
    ),
    "statements": (
        *("id", "subject", "predicate", "object", "article", "begin", "end", "quote", "quoteWithheld", "rule", "confidence"),
        *("derivedByRule", "wasDerivedFrom", *_REVIEW),
    ),
    "articles": (
        "id",
        "identifier",
        "title",
        "publishedEdtf",
        "publishedAt",
        "url",
        "byline",
        "about",
        "reprintOf",
        "alsoAs",
        "textSha256",
    ),
    "mentions": ("article", "relation", "entity"),
    "concepts": ("id", "scheme", "labelVi", "labelEn"),
    "replaced": ("id", "replacedBy"),
}
"""The tables and their columns, in order."""

INTEGERS: Final = frozenset({"begin", "end", "statements", "articles"})
DECIMALS: Final = frozenset({"confidence"})
LISTS: Final = frozenset({"altLabels", "observedOn", "alsoAs", "wasDerivedFrom", "origin"})

_PREDICATES = {
    "altLabels": PREFIXES["skos"] + "altLabel",
    "identifier": PREFIXES["dcterms"] + "identifier",
    "person": PREFIXES["org"] + "member",
    "role": PREFIXES["org"] + "role",
    "organization": PREFIXES["org"] + "organization",
    "subject": PREFIXES["rdf"] + "subject",
    "predicate": PREFIXES["rdf"] + "predicate",
    "object": PREFIXES["rdf"] + "object",
    "article": vocab.IN_ARTICLE,
    "wasDerivedFrom": PREFIXES["prov"] + "wasDerivedFrom",
    "scheme": PREFIXES["skos"] + "inScheme",
    "replacedBy": PREFIXES["dcterms"] + "isReplacedBy",
}
_TABLES = {
    "entity": "entities",
    "position": "positions",
    "tenure": "tenures",
    "statement": "statements",
    "article": "articles",
    "concept": "concepts",
    "replaced": "replaced",
}
_SLUGS = frozenset({"kind", "documentType", "level", "partOfDay", "modality", "dateResolution", "holdingStatus"})
_MENTIONS = (vocab.MENTIONS, vocab.REPORTS_ON)
_CLASSES = frozenset({"Official", "Person", "Organization", "AdministrativeUnit", "Directive", "Campaign", "Event"})
_PREFLABEL = PREFIXES["skos"] + "prefLabel"


@dataclass(frozen=True, slots=True)
class _Known:
    """What other rows say of a thing: its class and label, or the date of an article."""

    class_name: str
    label: str = ""
    published: str = ""


def read_rows(source: Source) -> Iterator[tuple[str, Row]]:
    """Every row with the name of its table; those of one table come in a fixed order, edges last.

    Class, label and date of each entity, role and article stay in memory, about 400 bytes each; nothing else grows with the graph.
    """
    known = {node.iri: found for node in read_nodes(source.quads) if (found := _known(node))}
    edges = Sorter(source.work("edges"))
    for node in read_nodes(source.quads):
        edges.add(_marks(node, known))
        if table := _TABLES.get(node.sort):
            yield table, _row(node, table, known)
        if node.sort == "article":
            yield from (("mentions", row) for row in _mentioned(node))
    yield from (("edges", row) for row in _edges(edges, known))


def local(iri: str) -> str:
    """The short name of one of our own terms; of others the IRI.

    >>> local("https://w3id.org/kgraph-vn/ns#attended"), local("http://www.w3.org/ns/org#role")
    ('attended', 'http://www.w3.org/ns/org#role')
    """
    return iri.removeprefix(vocab.KG)


def _known(node: Node) -> _Known | None:
    match node.sort:
        case "entity":
            return _Known(node.class_name, chosen(node.values(LABEL)))
        case "article":
            return _Known("Article", published=node.first(vocab.PUBLISHED_EDTF))
        case "concept":
            return _Known("Concept", _spoken(node, "vi"))
    return None


def _row(node: Node, table: str, known: Mapping[str, _Known]) -> Row:
    row: Row = {"id": (node.iri,)}
    for column in COLUMNS[table]:
        if column not in row and (values := _values(node, column)):
            row[column] = tuple(values)
    for column in ("person", "role", "organization"):
        labels = [known[iri].label for iri in row.get(column, ()) if iri in known]
        if column in row and labels and table in ("positions", "tenures"):
            row[f"{column}Label"] = tuple(labels)
    if table == "entities":
        row |= {"class": (node.class_name,), "label": (known[node.iri].label,)}
        row["altLabels"] = tuple(sorted({*row.get("altLabels", ()), *node.values(LABEL)} - {known[node.iri].label}))
    if table == "concepts":
        row |= {"labelVi": (_spoken(node, "vi"),), "labelEn": (_spoken(node, "en"),)}
    return row


def _values(node: Node, column: str) -> list[str]:
    values = node.values(_PREDICATES.get(column, vocab.KG + column))
    if column in _SLUGS:
        return [local_name(value) for value in values]
    return [local(value) for value in values] if column == "predicate" else values


def _spoken(node: Node, language: str) -> str:
    return min((value.value for name, value in node.said if name == _PREFLABEL and value.language == language), default="")


def _mentioned(node: Node) -> Iterator[Row]:
    for predicate in _MENTIONS:
        for entity in node.values(predicate):
            yield {"article": (node.iri,), "relation": (local(predicate),), "entity": (entity,)}


def _marks(node: Node, known: Mapping[str, _Known]) -> Iterator[str]:
    """What a node adds to the edges: the edge itself with its origins, or a statement of one with its article."""
    if node.sort == "entity":
        for (predicate, value), graphs in node.said.items():
            if value.kind == "iri" and predicate != RDF_TYPE and value.value in known and known[value.value].class_name in _CLASSES:
                yield from (f"{node.iri} {predicate} {value.value} 0 {origin(graph)}" for graph in graphs)
    elif node.sort == "statement":
        subject, predicate, thing = (node.first(PREFIXES["rdf"] + name) for name in ("subject", "predicate", "object"))
        if subject in known and thing in known:
            yield f"{subject} {predicate} {thing} 1 {node.iri} {node.first(vocab.IN_ARTICLE)}"


def origin(graph: str) -> str:
    """Who says what a named graph holds.

    >>> origin("https://w3id.org/kgraph-vn/graph/derived")
    'derived'
    """
    return {"authority": "background", "derived": "derived"}.get(graph.rpartition("/graph/")[2], "article")


def _edges(sorter: Sorter, known: Mapping[str, _Known]) -> Iterator[Row]:
    rows = (line.split(" ") for line in sorter.lines())
    for (source, predicate, target), marks in groupby(rows, key=lambda row: (row[0], row[1], row[2])):
        kept = [mark[3:] for mark in marks]
        origins = sorted({mark[1] for mark in kept if mark[0] == "0"})
        if not origins:
            continue
        articles = {mark[2] for mark in kept if mark[0] == "1" and mark[2]}
        dates = sorted(known[article].published for article in articles if article in known and known[article].published)
        yield {
            "source": (source,),
            "relation": (local(predicate),),
            "target": (target,),
            "sourceLabel": (known[source].label,),
            "targetLabel": (known[target].label,),
            "sourceClass": (known[source].class_name,),
            "targetClass": (known[target].class_name,),
            "origin": tuple(origins),
            "statements": (str(sum(mark[0] == "1" for mark in kept)),),
            "articles": (str(len(articles)),),
            **({"firstPublished": (dates[0],), "lastPublished": (dates[-1],)} if dates else {}),
        }
