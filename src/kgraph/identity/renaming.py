"""Sorted quads under the names that stand: where two nodes proved to be one, the merged node takes every statement of both."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from kgraph import vocab
from kgraph.identity.printing import Printing
from kgraph.sorting import Block, Sorter, merged
from kgraph.terms import DCTERMS, RDF, Names

_TYPE = f"<{RDF}type>".encode()
_REPLACED = f"<{DCTERMS}isReplacedBy>".encode()
_EVENT = b"/event/"


def reprint_quads(groups: Iterable[Sequence[Printing]], names: Names) -> Iterator[str]:
    """That each further printing is a reprint of the first, in its own graph."""
    for first, *others in groups:
        for other in others:
            graph = names.article(other.id)
            yield f"{graph} <{vocab.REPRINT_OF}> {names.article(first.id)} {graph} ."


def renamed(quads: Sorter, moved: Mapping[str, str], names: Names, spare: Sorter) -> Iterator[Block]:
    """The quads, sorted, with each event of `moved` (key → key) under the name that stands.

    A graph that spoke of the event by the other name keeps that name and says by what it is replaced. `spare` is an empty sorter.
    """
    if not moved:
        return quads.blocks()
    standing = {names.of(old).encode(): names.of(new).encode() for old, new in moved.items()}
    events = (line for block in quads.unordered() for line in block if _EVENT in line)
    spare.add(new.decode() for line in events if _speaks_of(line, standing) for new in _moved(line, standing))
    kept = ([line for line in block if _EVENT not in line or not _speaks_of(line, standing)] for block in quads.blocks())
    return merged([filter(None, kept), spare.blocks()])


def _speaks_of(line: bytes, standing: Mapping[bytes, bytes]) -> bool:
    """Whether a line with an event's name in it is about an event that moves, or has one as its value."""
    subject, _, value, _ = line.split(b" ", 3)
    return subject in standing or value in standing


def _moved(line: bytes, standing: Mapping[bytes, bytes]) -> Iterator[bytes]:
    """What stands instead of a line that speaks of an event under another name than the one that stands.

    >>> list(_moved(b"<x/event/b> <p> <q> <g> .", {b"<x/event/b>": b"<x/event/a>"}))
    [b'<x/event/a> <p> <q> <g> .']
    """
    subject, predicate, value, rest = line.split(b" ", 3)
    yield b" ".join((standing.get(subject, subject), predicate, standing.get(value, value), rest))
    if subject in standing and predicate == _TYPE:
        yield b" ".join((subject, _REPLACED, standing[subject], rest))
