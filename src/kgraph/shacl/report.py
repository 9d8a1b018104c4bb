"""What fails a check as people read it: grouped by constraint, nodes by name, each with the sentence at fault."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from kgraph.analysis.evidence import Statement, read_evidence
from kgraph.shacl.checking import Failure
from kgraph.shacl.excerpt import excerpt
from kgraph.store.graph import Graph

_LABELS = "SELECT ?s ?label WHERE { ?s rdfs:label ?label }"


@dataclass(frozen=True, slots=True)
class Case:
    """One node that fails: its IRI and name, the value at fault as people write it, and the sentence (None where none bears on it)."""

    node: str
    label: str
    value: str
    sentence: Statement | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """All failures of one constraint: its name, severity and messages by language, their number, and the first of them."""

    name: str
    severity: str
    messages: Mapping[str, str]
    count: int
    cases: tuple[Case, ...]


def grouped(failures: Sequence[Failure], nquads: Path, *, limit: int) -> list[Group]:
    """The failures by constraint, in their order, with at most `limit` cases of each; names and sentences are those of the `graph.nq`."""
    rows = [list(group) for _, group in groupby(failures, key=lambda failure: failure.name)]
    kept = {failure for group in rows for failure in group[:limit]}
    names = {name for failure in kept for name in (failure.node, failure.value)}
    graph = excerpt(nquads, names)
    labels = _labels(graph, names)
    sentences = _statements(graph, {failure.node for failure in kept})
    return [
        Group(
            group[0].name,
            group[0].severity,
            group[0].messages,
            len(group),
            tuple(
                Case(
                    failure.node,
                    labels.get(failure.node, ""),
                    labels.get(failure.value, failure.value),
                    _sentence(failure, sentences.get(failure.node, ())),
                )
                for failure in group[:limit]
            ),
        )
        for group in rows
    ]


def _sentence(failure: Failure, statements: Collection[Statement]) -> Statement | None:
    """The statement of the value at fault, else the first one of the node; one that shows its words before one that does not."""
    return min(statements, key=lambda s: (s.triple[2] != failure.value, not s.quote, s.triple, s.span, s.iri), default=None)


def _statements(graph: Graph, nodes: set[str]) -> dict[str, list[Statement]]:
    found: dict[str, list[Statement]] = defaultdict(list)
    everything = any("/id/statement/" in node for node in nodes)
    if nodes:
        for triple, statements in read_evidence(graph, lambda triple: everything or triple[0] in nodes).items():
            for statement in statements:
                for node in nodes & {triple[0], statement.iri}:
                    found[node].append(statement)
    return found


def _labels(graph: Graph, wanted: Collection[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for row in graph.rows(_LABELS) if wanted else ():
        if row["s"] in wanted:
            found[row["s"]] = min(row["label"], found.get(row["s"], row["label"]))
    return found
