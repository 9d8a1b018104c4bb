"""The few quads of a build that show what some nodes are called and which sentences stand under them: not the whole in memory."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

from kgraph import vocab
from kgraph.store.graph import Graph
from kgraph.terms import DCTERMS, PROV, RDF

_SUBJECT, _FROM, _TYPE = f"<{RDF}subject>", f"<{PROV}wasDerivedFrom>", f"<{RDF}type>"
_CITING = {f"<{name}>" for name in (f"{DCTERMS}identifier", vocab.TITLE, vocab.PUBLISHED_EDTF, vocab.URL)}


def excerpt(nquads: Path, names: Collection[str]) -> Graph:
    """The graph of the quads about the named nodes (IRIs), of the statements about them, those they rest on, and of every article.

    Raises OSError where the file cannot be read.
    """
    wanted = {f"<{name}>" for name in names}
    grounds: dict[str, set[str]] = {}
    statements = set(wanted)
    for subject, predicate, rest in _split(nquads):
        if predicate == _SUBJECT and rest.partition(" ")[0] in wanted:
            statements.add(subject)
        elif predicate == _FROM:
            grounds.setdefault(subject, set()).add(rest.partition(" ")[0])
    waiting = list(statements)
    while waiting:
        below = grounds.get(waiting.pop(), set()) - statements
        statements |= below
        waiting += below
    return Graph.of(
        f"{subject} {predicate} {rest}"
        for subject, predicate, rest in _split(nquads)
        if subject in statements or predicate in _CITING or (predicate == _TYPE and rest.startswith(f"<{vocab.ARTICLE}>"))
    )


def _split(nquads: Path) -> Iterator[tuple[str, str, str]]:
    with nquads.open(encoding="utf-8", newline="\n") as file:
        for line in file:
            subject, predicate, rest = line.rstrip("\n").split(" ", 2)
            yield subject, predicate, rest
