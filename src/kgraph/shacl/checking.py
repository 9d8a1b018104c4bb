"""Is a graph sound? The shapes of `ontology/shapes.ttl`, over a build.

A constraint that looks at one node and its values is pySHACL's. The nodes come to it in parts, straight from the sorted N-Quads, so that
memory does not grow with the graph. A SPARQL constraint is one query over the embedded store instead: pySHACL asks it once for every
node, which took 6.8 s on 3,414 triples; this way the whole check takes 0.4 s. Both ways find the same failures; a test compares them.
Neither is shown what it cannot see: triples of properties that no shape names.
"""

from __future__ import annotations

import logging
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import groupby
from pathlib import Path
from typing import Literal as OneOf

import pyshacl
from rdflib import RDF, SH, Graph, Literal, URIRef
from rdflib.plugins.parsers.ntriples import unquote
from rdflib.term import Node

from kgraph.errors import KgraphError
from kgraph.settings import ontology_folder
from kgraph.store.graph import PREFIXES
from kgraph.store.tokens import tokens
from kgraph.store.triples import Triples

Severity = OneOf["violation", "warning", "info"]
_SEVERITIES: Mapping[Node, Severity] = {SH.Violation: "violation", SH.Warning: "warning", SH.Info: "info"}
_RANKS: Mapping[Severity, int] = {"violation": 0, "warning": 1, "info": 2}
_PART = 50_000


@dataclass(frozen=True, slots=True)
class Failure:
    """One node that fails one constraint: `name` of the constraint, the node's IRI, the value at fault (an IRI or a lexical form)."""

    name: str
    severity: Severity
    node: str
    value: str = ""
    messages: Mapping[str, str] = field(default_factory=dict, compare=False)

    @property
    def order(self) -> tuple[int, str, str, str]:
        """Violations first, then by constraint, node and value."""
        return (_RANKS[self.severity], self.name, self.node, self.value)


def check_graph(nquads: Path, *, shapes: Path | None = None, part: int = _PART) -> list[Failure]:
    """The failures of a `graph.nq`, in their order; `shapes` default to those that are shipped, `part` is the triples checked at a time.

    Raises KgraphError where the graph is missing or is not N-Quads.
    """
    loaded = Graph().parse(shapes or ontology_folder() / "shapes.ttl")
    queries = list(_queries(loaded))
    loaded.remove((None, SH.sparql, None))
    _as_values(loaded)
    found = _asked(queries, nquads) if queries else set()
    named = {node.n3() for node in (RDF.type, *loaded.all_nodes()) if isinstance(node, URIRef)}
    for data in _parts(nquads, part, named):
        found.update(_validate(data, loaded))
    return sorted(found, key=lambda failure: failure.order)


def _asked(queries: Collection[_Query], nquads: Path) -> set[Failure]:
    """What fails the queries, over the triples that they can see: of a property that one names, or of which a statement speaks."""
    named = {name for query in queries for name in query.names} | _spoken_of(nquads)
    store = Triples()
    store.add(line for line in _triples(nquads) if line.split(" ", 2)[1] in named)
    return {failure for query in queries for failure in query.failures(store)}


def _spoken_of(nquads: Path) -> set[str]:
    marker = f" {RDF.predicate.n3()} "
    return {line.rpartition(marker)[2].removesuffix(" .") for line in _triples(nquads) if marker in line}


@dataclass(frozen=True, slots=True)
class _Query:
    """A SPARQL constraint as one query for all its nodes."""

    name: str
    severity: Severity
    select: str
    messages: Mapping[str, str]

    @property
    def names(self) -> Iterator[str]:
        """Every name that the query holds."""
        for word in tokens(self.select):
            prefix, colon, local = word.text.partition(":")
            if word.kind == "name" and colon:
                yield f"<{PREFIXES[prefix]}{local}>"
            elif word.text == "a":
                yield RDF.type.n3()

    def failures(self, store: Triples) -> Iterator[Failure]:
        for row in store.solutions(self.select):
            node, value = (_value(row[name]) if name in row else "" for name in ("this", "value"))
            yield Failure(self.name, self.severity, node, "" if value == node else value, self.messages)


def _queries(shapes: Graph) -> Iterator[_Query]:
    for shape, constraint in shapes.subject_objects(SH.sparql):
        severity = _severity(shapes.value(shape, SH.severity))
        select = str(shapes.value(constraint, SH.select)).replace("$this", "?this")
        yield _Query(_name(constraint), severity, select, _messages(shapes, constraint))


def _validate(data: Graph, shapes: Graph) -> Iterator[Failure]:
    with _quiet():
        _, report, _ = pyshacl.validate(data, shacl_graph=shapes, inplace=True)
    assert isinstance(report, Graph)
    for result in report.objects(None, SH.result):
        shape = report.value(result, SH.sourceShape)
        value = report.value(result, SH.value)
        node = report.value(result, SH.focusNode)
        yield Failure(
            _name(shape),
            _severity(report.value(result, SH.resultSeverity)),
            str(node),
            "" if value is None or value == node else str(value),
            _messages(shapes, shape),
        )


@contextmanager
def _quiet() -> Iterator[None]:
    """Without rdflib's log of a traceback for each date that does not exist: the shapes report it."""
    logger = logging.getLogger("rdflib.term")
    before, logger.disabled = logger.disabled, True
    try:
        yield
    finally:
        logger.disabled = before


def _severity(node: Node | None) -> Severity:
    return _SEVERITIES.get(node, "violation") if node else "violation"


def _name(node: Node | None) -> str:
    """What a report calls a constraint: the end of its IRI."""
    return str(node).rpartition("#")[2]


def _messages(shapes: Graph, node: Node | None) -> dict[str, str]:
    return {m.language or "en": str(m) for m in shapes.objects(node, SH.message) if isinstance(m, Literal)}


def _parts(nquads: Path, size: int, named: Collection[str]) -> Iterator[Graph]:
    """The merge of all named graphs in parts of about `size` triples; each node whole, with the classes of what it points to.

    Only what the shapes can see is in them: triples of the properties that are `named` there.
    """
    classes = _classes(nquads)
    held: list[str] = []
    seen = (line for line in _triples(nquads) if line.split(" ", 2)[1] in named)
    for _, lines in groupby(seen, key=lambda line: line.partition(" ")[0]):
        held += lines
        if len(held) >= size:
            yield _graph(held, classes)
            held = []
    if held:
        yield _graph(held, classes)


def _graph(lines: Collection[str], classes: Mapping[str, Collection[str]]) -> Graph:
    objects = {line.rpartition(" ")[0].rpartition(" ")[2] for line in lines}
    typed = (f"{o} {RDF.type.n3()} {_as_value(c)} ." for o in sorted(objects) for c in classes.get(o, ()))
    graph = Graph()
    with _quiet():
        for line in (*lines, *typed):
            subject, predicate, value = line.removesuffix(" .").split(" ", 2)
            graph.add((_iri(subject), _iri(predicate), _iri(value) if value.startswith("<") else _literal(value)))
    return graph


@lru_cache(maxsize=_PART)
def _iri(text: str) -> URIRef:
    return URIRef(unquote(text[1:-1]))


def _value(term: str) -> str:
    return term[1:-1] if term.startswith("<") else str(_literal(term))


def _literal(text: str) -> Literal:
    """A literal of a line of N-Triples that kgraph wrote; rdflib's own parser is five times slower.

    >>> _literal('"a\\\\nb"@vi'), _literal('"7"^^<http://www.w3.org/2001/XMLSchema#integer>').toPython()
    (rdflib.term.Literal('a\\nb', lang='vi'), 7)
    """
    lexical, _, kind = text[1:].rpartition('"')
    if kind.startswith("@"):
        return Literal(unquote(lexical), lang=kind[1:])
    return Literal(unquote(lexical), datatype=_iri(kind[2:]) if kind else None)


def _as_values(shapes: Graph) -> None:
    """Lets `sh:class` ask for the class of a value, which a part writes unlike that of a node: else each value were checked there too."""
    for shape, wanted in list(shapes.subject_objects(SH["class"])):
        if (shape, SH.path, None) in shapes:
            shapes.set((shape, SH["class"], URIRef(_as_value(wanted.n3()).strip("<>"))))


def _as_value(name: str) -> str:
    return f"{name.removesuffix('>')}-as-value>"


def _classes(nquads: Path) -> dict[str, set[str]]:
    """The classes of everything but statements, which nothing but statements point to."""
    found: dict[str, set[str]] = {}
    marker = f" {RDF.type.n3()} "
    for line in _triples(nquads):
        subject, is_class, rest = line.partition(marker)
        if is_class and "/id/statement/" not in subject:
            found.setdefault(subject, set()).add(rest.removesuffix(" ."))
    return found


def _triples(nquads: Path) -> Iterator[str]:
    """The lines of the file without their graph: N-Triples."""
    try:
        with nquads.open(encoding="utf-8", newline="\n") as file:
            for line in file:
                yield line.rstrip("\n").removesuffix(" .").rpartition(" ")[0] + " ."
    except (OSError, UnicodeDecodeError) as error:
        raise KgraphError(f"cannot read the graph: {error}", where=str(nquads), mend="run `kgraph build` first") from error
