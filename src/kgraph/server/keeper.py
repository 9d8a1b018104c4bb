"""The process that keeps the graph of a server: `python -m kgraph.server.keeper GRAPH [--writable]`, started by `kgraph.server.source`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from kgraph.analysis.looking import look
from kgraph.analysis.searching import Index
from kgraph.errors import KgraphError
from kgraph.questions.answering import Unanswerable, resolved
from kgraph.questions.binding import bound
from kgraph.questions.question import Question
from kgraph.questions.reading import load_questions
from kgraph.settings import BASE
from kgraph.store.graph import Graph
from kgraph.store.keeper import Message, Service, keep, refuse
from kgraph.store.loading import load_in_memory, plain_store
from kgraph.store.services import store_services, store_update

_AUTHORITY = "graph/authority"
_BASES = 'SELECT DISTINCT ?g WHERE { GRAPH ?g { ?s ?p ?o } FILTER(STRENDS(STR(?g), "graph/authority")) }'
_CLASSES = """SELECT ?class (COUNT(DISTINCT ?s) AS ?n) WHERE { ?s a ?class } GROUP BY ?class"""
_PREDICATES = """SELECT ?predicate (COUNT(*) AS ?n) (COUNT(DISTINCT ?s) AS ?subjects) WHERE { ?s ?predicate ?o } GROUP BY ?predicate"""
_DATES = """SELECT (COUNT(DISTINCT ?a) AS ?articles) (MIN(?day) AS ?first) (MAX(?day) AS ?last) WHERE {
  ?a a kg:Article . OPTIONAL { ?a kg:publishedAt ?day } }"""
_THINGS = "SELECT (COUNT(DISTINCT ?s) AS ?n) WHERE { ?s ?p ?o }"


def main(arguments: list[str]) -> None:
    """Loads the graph, reads its names, and keeps both until the server has gone."""
    path, writable = Path(arguments[0]), "--writable" in arguments
    try:
        store, quads = (plain_store if writable else load_in_memory)(path)
        graph = Graph(store, quads)
        about = {"quads": quads, "base": _base(graph), **_counts(graph)}
        services = store_services(store, union=writable) | reading_services(graph, Index.of(graph))
    except KgraphError as fault:
        refuse(fault)
        return
    keep(services, about, update=store_update(store) if writable else None)


def reading_services(graph: Graph, index: Index) -> dict[str, Service]:
    """What pages need: `look` at one thing, `search` by name, `question` for the query of a competency question."""
    questions = load_questions()

    def looked(iri: str) -> Iterator[Message]:
        found = look(graph, iri)
        yield {"value": asdict(found) if found else None}

    def searched(text: str, class_name: str, limit: int, offset: int) -> Iterator[Message]:
        count, hits = index.search(text, class_name=class_name, limit=limit, offset=offset)
        yield {"value": {"count": count, "hits": [asdict(hit) for hit in hits]}}

    def asked(number: int) -> Iterator[Message]:
        yield {"value": ready_question(graph, next(q for q in questions if q.number == number))}

    return {"look": looked, "search": searched, "question": asked}


def ready_question(graph: Graph, question: Question) -> Message:
    """A question's query with its parameters set in, those that have no default left open; or why this graph cannot answer."""
    told: Message = {"number": question.number, "vi": question.title("vi"), "en": question.title("en"), "query": "", "why": None}
    if said := question.head.unanswerable:
        return told | {"why": {"vi": said.vi, "en": said.en}}
    try:
        values = resolved(graph.cells, question, {})
    except Unanswerable as fault:
        return told | {"why": {"vi": str(fault), "en": str(fault)}}
    return told | {"query": bound(question.query, values)}


def _base(graph: Graph) -> str:
    """The start of the names of the build: that of its graph of background knowledge."""
    names = sorted(row["g"] for row in graph.rows(_BASES))
    return names[0].removesuffix(_AUTHORITY) if names else BASE


def _counts(graph: Graph) -> Message:
    dates = next(graph.rows(_DATES), {})
    predicates = list(graph.rows(_PREDICATES))
    return {
        "triples": sum(int(row["n"]) for row in predicates),
        "subjects": next((int(row["n"]) for row in graph.rows(_THINGS)), 0),
        "classes": {row["class"]: int(row["n"]) for row in graph.rows(_CLASSES)},
        "properties": {row["predicate"]: int(row["n"]) for row in predicates},
        "articles": int(dates.get("articles", "0")),
        "first": dates.get("first", ""),
        "last": dates.get("last", ""),
    }


if __name__ == "__main__":
    main(sys.argv[1:])
