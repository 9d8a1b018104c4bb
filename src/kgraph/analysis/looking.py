"""One thing of a graph with what lies next to it: time grows with its neighbours, not with the size of the graph."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from kgraph.analysis.entities import chosen, local_name
from kgraph.analysis.evidence import Source, Statement, Triple, evidence_about, sources_of
from kgraph.analysis.relations import ARTICLE_CLASS, CLASSES, MENTIONS, POSITION, RELATIONS, narrowest
from kgraph.settings import NAMESPACE
from kgraph.store.graph import Graph, Row
from kgraph.terms import DCTERMS, ORG, RDF, RDFS, SKOS

SHOWN = 100
"""Values of one relation, and articles, that are told at most; the number of all is told beside them."""
SENTENCES = 5
"""Statements told of each triple at most."""

_REPLACED = f"{DCTERMS}isReplacedBy"
_HIDDEN = {f"{RDF}type", f"{RDFS}label", f"{SKOS}altLabel", f"{NAMESPACE}asciiLabel", _REPLACED}
_HIDDEN_INTO = {f"{RDF}subject", f"{RDF}object", f"{NAMESPACE}{MENTIONS}", f"{NAMESPACE}{POSITION}", f"{ORG}member", _REPLACED}
_HELD = ("PositionHolding", "Tenure")
_OUT = "SELECT DISTINCT ?it ?p ?o (LANG(?o) AS ?lang) (ISIRI(?o) AS ?iri) WHERE { ?it ?p ?o }"
_INTO = "SELECT DISTINCT ?s ?p ?it WHERE { ?s ?p ?it }"
_CALLED = """SELECT ?it ?p ?o (LANG(?o) AS ?lang) WHERE { VALUES ?it { UNDEF }
  ?it ?p ?o FILTER(?p IN (rdf:type, rdfs:label, skos:prefLabel, kg:title, kg:startDate)) }"""
_HOLDING = """SELECT ?it ?role ?body ?status ?day WHERE { VALUES ?it { UNDEF }
  OPTIONAL { ?it org:role ?role } OPTIONAL { ?it org:organization ?body }
  OPTIONAL { ?it kg:holdingStatus ?status } OPTIONAL { ?it kg:observedOn ?day } }"""


@dataclass(frozen=True, slots=True)
class Near:
    """A thing beside the one looked at, or a bare value (`iri` is empty): what it is called in Vietnamese, its class and day;
    the first of the statements that say so, and how many there are."""

    label: str
    iri: str = ""
    class_name: str = ""
    day: str = ""
    evidence: tuple[Statement, ...] = ()
    sentences: int = 0


@dataclass(frozen=True, slots=True)
class Group:
    """Everything that one predicate leads to (or, `into`, comes from): the first of them, and how many there are."""

    predicate: str
    into: bool
    count: int
    near: tuple[Near, ...]


@dataclass(frozen=True, slots=True)
class Look:
    """A thing: its names, classes, what replaced it and what it replaced, groups of values and relations, and articles that name it."""

    iri: str
    label: str
    class_name: str
    types: tuple[str, ...]
    also: tuple[str, ...]
    replaced_by: str
    replaces: tuple[str, ...]
    groups: tuple[Group, ...]
    articles: tuple[Source, ...]
    article_count: int


def look(graph: Graph, iri: str) -> Look | None:
    """The thing of that name; none where nothing is said of it."""
    out = list(graph.rows(_OUT, given={"it": iri}))
    into = list(graph.rows(_INTO, given={"it": iri}))
    if not out and not into:
        return None
    labels = {row["o"] for row in out if row["p"] in (f"{RDFS}label", f"{SKOS}prefLabel") and row.get("lang", "") in ("", "vi")}
    types = sorted({row["o"] for row in out if row["p"] == f"{RDF}type"})
    title = [row["o"] for row in out if row["p"] == f"{NAMESPACE}title"] if f"{NAMESPACE}{ARTICLE_CLASS}" in types else []
    label = _beside(graph, [iri])[iri].label if _class(types) in _HELD else chosen(labels) or chosen(title) or local_name(iri)
    articles = sorted({row["s"] for row in into if row["p"] == f"{NAMESPACE}{MENTIONS}"})
    sources = sources_of(graph, articles[:SHOWN]).values()
    return Look(
        iri=iri,
        label=label,
        class_name=_class(types),
        types=tuple(types),
        also=tuple(sorted({row["o"] for row in out if row["p"] == f"{SKOS}altLabel"} | labels - {chosen(labels)})),
        replaced_by=min((row["o"] for row in out if row["p"] == _REPLACED), default=""),
        replaces=tuple(sorted(row["s"] for row in into if row["p"] == _REPLACED)),
        groups=tuple(_groups(graph, iri, out, into)),
        articles=tuple(sorted(sources, key=lambda s: (s.published, s.id))),
        article_count=len(articles),
    )


def _class(types: Iterable[str]) -> str:
    names = {local_name(name) for name in types}
    return next((name for name in (*CLASSES, ARTICLE_CLASS) if name in names), min(names, default=""))


def _groups(graph: Graph, iri: str, out: Iterable[Row], into: Iterable[Row]) -> Iterator[Group]:
    literal = {(row["p"], False, row["o"]): row.get("iri") != "true" for row in out if row["p"] not in _HIDDEN}
    literal |= {(row["p"], True, row["s"]): False for row in into if row["p"] not in _HIDDEN_INTO}
    told: dict[tuple[str, bool], list[str]] = defaultdict(list)
    for predicate, backwards, other in _narrow(literal):
        told[predicate, backwards].append(other)
    shown = {
        _triple(iri, predicate, other, backwards): (predicate, backwards, other)
        for (predicate, backwards), others in told.items()
        for other in sorted(others)[:SHOWN]
    }
    beside = _beside(graph, {other for predicate, backwards, other in shown.values() if not literal[predicate, backwards, other]})
    evidence, counts = evidence_about(graph, iri, wanted=shown.__contains__, most=SENTENCES)
    near: dict[tuple[str, bool], list[Near]] = defaultdict(list)
    for triple, (predicate, backwards, other) in shown.items():
        one = Near(other) if literal[predicate, backwards, other] else beside[other]
        near[predicate, backwards].append(replace(one, evidence=evidence.get(triple, ()), sentences=counts.get(triple, 0)))
    for group in sorted(told, key=_rank):
        ordered = sorted(near[group], key=lambda n: (n.day or "~", n.label, n.iri))
        yield Group(*group, len(told[group]), tuple(ordered))


def _triple(iri: str, predicate: str, other: str, backwards: bool) -> Triple:
    return (other, predicate, iri) if backwards else (iri, predicate, other)


def _narrow(rows: Iterable[tuple[str, bool, str]]) -> Iterator[tuple[str, bool, str]]:
    """Without relations that a narrower one between the same two implies."""
    names: dict[tuple[bool, str], set[str]] = defaultdict(set)
    known = frozenset(rows)
    for predicate, backwards, other in known:
        names[backwards, other].add(predicate.removeprefix(NAMESPACE))
    for (backwards, other), found in names.items():
        for name in narrowest(frozenset(found)):
            key = (NAMESPACE + name, backwards, other)
            yield key if key in known else (name, backwards, other)


def _rank(group: tuple[str, bool]) -> tuple[bool, bool, int, str]:
    """Values and relations of our own first, in the order of the vocabulary; what is into the thing after what is out of it."""
    predicate, backwards = group
    order = [POSITION, *(relation.name for relation in RELATIONS)]
    name = predicate.removeprefix(NAMESPACE)
    return (not predicate.startswith(NAMESPACE), backwards, order.index(name) + 1 if name in order else 0, predicate)


def _beside(graph: Graph, iris: Iterable[str]) -> dict[str, Near]:
    """What some things are called, and of which class and day they are; a holding is called by its role, body, status and days."""
    called = {iri: _near(iri, said) for iri, said in _said(graph, iris).items()}
    holdings = {iri for iri, near in called.items() if near.class_name in _HELD}
    rows: dict[str, list[Row]] = defaultdict(list)
    for row in graph.rows(_HOLDING, among={"it": sorted(holdings)}) if holdings else ():
        rows[row["it"]].append(row)
    parts = {
        iri: [min(found) for name in ("role", "body", "status") if (found := [row[name] for row in all_ if name in row])]
        for iri, all_ in rows.items()
    }
    names = {iri: _near(iri, said).label for iri, said in _said(graph, {part for found in parts.values() for part in found}).items()}
    for iri, found in parts.items():
        days = sorted({row["day"] for row in rows[iri] if "day" in row})
        label = " · ".join((*(names[part] for part in found), *days))
        called[iri] = Near(label, iri, called[iri].class_name, days[0] if days else "")
    return called


def _said(graph: Graph, iris: Iterable[str]) -> dict[str, dict[str, set[str]]]:
    """For each thing its labels, classes and days, by the local name of what says so."""
    found: dict[str, dict[str, set[str]]] = {iri: defaultdict(set) for iri in sorted(iris)}
    for row in graph.rows(_CALLED, among={"it": found}) if found else ():
        if row.get("lang", "") in ("", "vi"):
            found[row["it"]][local_name(row["p"])].add(row["o"])
    return found


def _near(iri: str, said: Mapping[str, set[str]]) -> Near:
    labels = (chosen(said.get(name, ())) for name in ("label", "prefLabel", "title"))
    return Near(next(filter(None, labels), local_name(iri)), iri, _class(said.get("type", ())), min(said.get("startDate", ()), default=""))
