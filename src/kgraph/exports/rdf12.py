"""RDF 1.2: each statement as the reifier of the triple that it shows."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kgraph.exports.quads import Source, by_graph
from kgraph.store.graph import PREFIXES
from kgraph.store.reified import write_reified


def write_rdf12(source: Source, target: Path) -> None:
    """Writes TriG 1.2: the named graphs as they are, `rdf:reifies <<( s p o )>>` where RDF 1.1 has three triples.

    Memory does not grow with the graph. Needs a reader of RDF 1.2, which rdflib 7 and raptor are not.
    """
    own = {"kgid": f"{source.base}id/", "kgv": f"{source.base}vocab/"}
    write_reified(_subjects(source), target, prefixes=PREFIXES | own)


def _subjects(source: Source) -> Iterator[Iterator[str]]:
    for graph, subjects in by_graph(source):
        for subject, pairs in subjects:
            yield _lines(subject, pairs, graph)


def _lines(subject: str, pairs: list[tuple[str, str]], graph: str) -> Iterator[str]:
    return (f"{subject} {predicate} {thing} {graph} ." for predicate, thing in pairs)
