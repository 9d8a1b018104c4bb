"""Sorted quads under the names that stand: where two nodes proved to be one, the merged node takes every statement of both."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from kgraph import vocab
from kgraph.identity.printing import Printing
from kgraph.sorting import Sorter
from kgraph.terms import DCTERMS, RDF, Names

_TYPE = f"<{RDF}type>"
_EVENT = "/event/"


def reprint_quads(groups: Iterable[Sequence[Printing]], names: Names) -> Iterator[str]:
    """That each further printing is a reprint of the first, in its own graph."""
    for first, *others in groups:
        for other in others:
            graph = names.article(other.id)
            yield f"{graph} <{vocab.REPRINT_OF}> {names.article(first.id)} {graph} ."


def renamed(quads: Sorter, moved: Mapping[str, str], names: Names, spare: Sorter) -> Iterator[str]:
    """The quads, sorted, with each event of `moved` (key → key) under the name that stands.

    A graph that spoke of the event by the other name keeps that name and says by what it is replaced. `spare` is an empty sorter.
    """
    if not moved:
        return quads.lines()
    standing = {names.of(old): names.of(new) for old, new in moved.items()}
    spare.add(new for line in quads.unordered() for new in _moved(line, standing))
    kept = (line for line in quads.lines() if not _speaks_of(line, standing))
    return (line for line, _ in groupby(heapq.merge(kept, spare.lines())))


def _speaks_of(line: str, standing: Mapping[str, str]) -> bool:
    if _EVENT not in line:
        return False
    subject, _, value, _ = line.split(" ", 3)
    return subject in standing or value in standing


def _moved(line: str, standing: Mapping[str, str]) -> Iterator[str]:
    """What stands instead of a line that speaks of an event under another name than the one that stands; nothing of any other line.

    >>> list(_moved("<x/event/b> <p> <q> <g> .", {"<x/event/b>": "<x/event/a>"}))
    ['<x/event/a> <p> <q> <g> .']
    """
    if not _speaks_of(line, standing):
        return
    subject, predicate, value, rest = line.split(" ", 3)
    yield f"{standing.get(subject, subject)} {predicate} {standing.get(value, value)} {rest}"
    if subject in standing and predicate == _TYPE:
        yield f"{subject} <{DCTERMS}isReplacedBy> {standing[subject]} {rest}"
