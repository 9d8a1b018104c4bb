"""TriG: each article's facts in the graph of the article, all evidence in one graph of its own, so that facts can be read alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import TextIO

from kgraph import vocab
from kgraph.exports.quads import Source, by_graph, ready_quads
from kgraph.exports.turtle import block, prefixes_for
from kgraph.sorting import Sorter
from kgraph.store.graph import PREFIXES

EVIDENCE = "graph/evidence"
_TYPE = f"<{PREFIXES['rdf']}type>"
_STATEMENT = f"<{vocab.STATEMENT}>"

Subjects = Iterable[tuple[str, list[tuple[str, str]]]]


def write_trig(source: Source, target: Path) -> None:
    """Writes TriG: facts in the named graph that says them, statements in `<base>graph/evidence`, which stands last.

    Which article a statement is of it says itself (`kg:inArticle`). Memory does not grow with the graph.
    """
    evidence = Sorter(source.work("evidence"))
    prefixes = prefixes_for(_spaces(source), base=source.base)
    names = {space: name for name, space in prefixes.items()}
    with target.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(f"@prefix {name}: <{space}> .\n" for name, space in prefixes.items())
        for graph, subjects in by_graph(source):
            _write_graph(file, graph, _facts(subjects, evidence), names)
        rows = (line.split(" ", 2) for line in evidence.lines())
        _write_graph(file, f"<{source.base}{EVIDENCE}>", _grouped(rows), names)


def _facts(subjects: Subjects, evidence: Sorter) -> Subjects:
    """The subjects that are no statements; statements go to `evidence`."""
    for subject, pairs in subjects:
        if (_TYPE, _STATEMENT) in pairs:
            evidence.add(f"{subject} {predicate} {thing}" for predicate, thing in pairs)
        else:
            yield subject, pairs


def _grouped(rows: Iterable[list[str]]) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    for subject, said in groupby(rows, key=lambda row: row[0]):
        yield subject, [(predicate, thing) for _, predicate, thing in said]


def _write_graph(file: TextIO, graph: str, subjects: Subjects, names: dict[str, str]) -> None:
    opened = False
    for subject, pairs in subjects:
        if not opened:
            file.write(f"\n{graph} {{\n" if graph else "\n{\n")
            opened = True
        file.write(f"\n{block(subject, pairs, names)}\n")
    if opened:
        file.write("}\n")


def _spaces(source: Source) -> set[str]:
    return {
        term[1 : max(term.rfind("/"), term.rfind("#")) + 1]
        for quad in ready_quads(source.quads)
        for term in quad[:3]
        if term.startswith("<")
    }
