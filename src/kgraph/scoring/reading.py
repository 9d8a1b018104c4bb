"""What a graph says of one article, as plain values keyed by IRI."""

from __future__ import annotations

from collections import ChainMap, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from kgraph.errors import KgraphError
from kgraph.store.graph import Graph

Relation = tuple[str, str, str]
"""Name of the relation in the gold, subject, object."""
Position = tuple[str, str, str]
"""Role, organisation (empty where none), status."""

RELATIONS: Mapping[str, tuple[str, ...]] = {
    "attended": ("attended", "chaired", "directedAt", "spokeAt", "presentedAt"),
    "spokeAt": ("spokeAt", "presentedAt"),
    "chaired": ("chaired",),
    "organized": ("organizes",),
    "locatedIn": ("heldAt",),
    "implements": ("implements", "continues"),
    "launched": ("launchesCampaign",),
    "about": ("partOfCampaign",),
    "runs": ("conducts", "launched", "runsCampaign"),
    "issuedBy": ("issuedBy",),
}
"""Relations of the gold, and the relations of the graph that state each."""

CLASSES: Mapping[str, str] = {
    "officials": "Official",
    "directives": "Directive",
    "campaigns": "Campaign",
    "events": "Event",
    "organizations": "Organization",
    "places": "AdministrativeUnit",
}
"""Kinds of items of the gold, and the class of each in the graph."""

EVIDENCED = sorted({name for names in RELATIONS.values() for name in names} | {"hasPosition"})

_VIETNAMESE = 'FILTER(lang(?l) IN ("vi", ""))'
_STATING = " ".join(f"kg:{name}" for name in sorted({name for names in RELATIONS.values() for name in names}))
_HOLDINGS = """SELECT DISTINCT ?p ?role ?o ?status WHERE { ?h org:member ?p ; org:role ?role .
    OPTIONAL { ?h org:organization ?o } OPTIONAL { ?h kg:holdingStatus ?status } }"""
_DERIVED = """SELECT DISTINCT ?article ?s ?p ?o WHERE { ?base kg:inArticle ?article . ?st prov:wasDerivedFrom+ ?base ;
    kg:derivedByRule ?rule ; rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o }"""


@dataclass(frozen=True)
class Background:
    """What holds for all articles: labels of concepts and nodes, articles by identifier, derived relations by article."""

    concepts: Mapping[str, str]
    labels: dict[str, str]
    articles: Mapping[str, str]
    derived: Mapping[str, frozenset[Relation]]


@dataclass(frozen=True)
class Reading:
    """What the graph says of one article; an empty one stands for an article that the graph lacks."""

    found: Mapping[str, list[str]] = field(default_factory=lambda: {name: [] for name in CLASSES})
    labels: Mapping[str, str] = field(default_factory=dict)
    kind: Mapping[str, str] = field(default_factory=dict)
    document_type: Mapping[str, str] = field(default_factory=dict)
    designation: Mapping[str, str] = field(default_factory=dict)
    issued_on: Mapping[str, str] = field(default_factory=dict)
    edition: Mapping[str, str] = field(default_factory=dict)
    level: Mapping[str, str] = field(default_factory=dict)
    date: Mapping[str, str] = field(default_factory=dict)
    positions: Mapping[str, list[Position]] = field(default_factory=dict)
    relations: frozenset[Relation] = frozenset()

    def name(self, iri: str) -> str:
        """The label of a node, or the last part of its IRI."""
        return self.labels.get(iri) or iri.rsplit("/", 1)[-1]


def read_background(graph: Graph) -> Background:
    """Labels, articles and derivations of a graph; KgraphError where two articles have one identifier."""
    articles: dict[str, str] = {}
    for row in graph.rows("SELECT ?g ?id WHERE { GRAPH ?g { ?g a kg:Article ; dcterms:identifier ?id } }"):
        if articles.setdefault(row["id"], row["g"]) != row["g"]:
            raise KgraphError("two articles have one identifier", where=row["id"], mend="build the graph again")
    derived: dict[str, set[Relation]] = defaultdict(set)
    for row in graph.rows(_DERIVED):
        derived[row["article"]].add((row["p"].rsplit("#", 1)[-1], row["s"], row["o"]))
    return Background(
        concepts={row["c"]: row["l"] for row in graph.rows(f"SELECT ?c ?l WHERE {{ ?c skos:prefLabel ?l {_VIETNAMESE} }}")},
        labels=_labels(graph, None),
        articles=articles,
        derived={article: frozenset(stated) for article, stated in derived.items()},
    )


def read_article(graph: Graph, background: Background, article: str) -> Reading:
    """What the named graph `article` says, and what is derived from it."""

    def values(name: str) -> dict[str, str]:
        return {row["s"]: row["v"] for row in graph.rows(f"SELECT ?s ?v WHERE {{ ?s kg:{name} ?v }} ORDER BY ?s ?v", graph=article)}

    def concepts(name: str) -> dict[str, str]:
        return {s: background.concepts.get(concept, "") for s, concept in values(name).items()}

    labels = ChainMap(_labels(graph, article), background.labels)
    return Reading(
        found={
            kind: sorted({row["s"] for row in graph.rows(f"SELECT ?s WHERE {{ ?s a kg:{name} }}", graph=article)})
            for kind, name in CLASSES.items()
        },
        labels=labels,
        kind=concepts("kind"),
        document_type=concepts("documentType"),
        designation=values("designation"),
        issued_on=values("issuedOn"),
        edition=values("edition"),
        level=values("level"),
        date=values("dateEdtf"),
        positions=_positions(graph, background, article, labels),
        relations=_relations(graph, background, article),
    )


def _labels(graph: Graph, article: str | None) -> dict[str, str]:
    labels: dict[str, str] = {}
    for row in graph.rows(f"SELECT ?s ?l WHERE {{ ?s rdfs:label ?l {_VIETNAMESE} }} ORDER BY ?s ?l", graph=article):
        labels.setdefault(row["s"], row["l"])
    return labels


def _positions(graph: Graph, background: Background, article: str, labels: Mapping[str, str]) -> Mapping[str, list[Position]]:
    positions: dict[str, list[Position]] = defaultdict(list)
    for row in graph.rows(_HOLDINGS, graph=article):
        body, status = row.get("o", ""), row.get("status", "held").rsplit("/", 1)[-1]
        positions[row["p"]].append((background.concepts.get(row["role"], ""), labels.get(body) or body.rsplit("/", 1)[-1], status))
    return positions


def _relations(graph: Graph, background: Background, article: str) -> frozenset[Relation]:
    rows = graph.rows(f"SELECT ?s ?p ?o WHERE {{ VALUES ?p {{ {_STATING} }} ?s ?p ?o }}", graph=article)
    stated = {(row["p"].rsplit("#", 1)[-1], row["s"], row["o"]) for row in rows} | background.derived.get(article, frozenset())
    return frozenset((name, s, o) for name, stating in RELATIONS.items() for p, s, o in stated if p in stating)
