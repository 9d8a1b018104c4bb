"""A build sent to a server: each named graph whole, those that are there already left alone, those that are gone dropped."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from kgraph.errors import Refused
from kgraph.exports.quads import by_graph, opened
from kgraph.publish.memory import Memory
from kgraph.publish.targets import Target


@dataclass(frozen=True, slots=True)
class Sent:
    """What was done: graphs and triples sent, graphs left alone, graphs dropped."""

    graphs: int
    triples: int
    unchanged: int
    dropped: int


def publish(nquads: Path, target: Target, memory: Memory, *, batch: int = 10_000, progress: Callable[[int], None] | None = None) -> Sent:
    """Makes a server hold the named graphs of a build, in requests of at most `batch` triples.

    Run again it sends only what has changed since, and what is in `memory` and no longer in the build is dropped. A run that was ended at
    any moment is finished by the next one. KgraphError where the graph cannot be read or the server says no.
    """
    graphs = triples = unchanged = 0
    seen: set[str] = set()
    with TemporaryDirectory() as room, opened(nquads, Path(room)) as source:
        for graph, lines in _graphs(by_graph(source)):
            seen.add(graph)
            digest = sha256("\n".join(lines).encode("utf-8")).hexdigest()
            if memory.held.get(graph) == digest:
                unchanged += 1
            else:
                target.replace(graph, (lines[at : at + batch] for at in range(0, len(lines), batch)))
                memory.note(graph, digest)
                graphs, triples = graphs + 1, triples + len(lines)
            if progress:
                progress(graphs + unchanged)
    gone = sorted(set(memory.held) - seen)
    for graph in gone:
        target.drop(graph)
        memory.note(graph, None)
    memory.tidy()
    return Sent(graphs, triples, unchanged, len(gone))


def _graphs(found: Iterator[tuple[str, Iterator[tuple[str, list[tuple[str, str]]]]]]) -> Iterator[tuple[str, list[str]]]:
    """Each named graph with its lines of N-Triples, sorted."""
    for name, subjects in found:
        lines = [f"{subject} {predicate} {thing} ." for subject, said in subjects for predicate, thing in said]
        if not name:
            raise Refused("the graph holds triples in no named graph", mend="publish the graph.nq of a build")
        yield name[1:-1], lines
