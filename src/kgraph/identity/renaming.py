"""Sorted quads under the names that stand: where two nodes proved to be one, the merged node takes every statement of both."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from pathlib import Path

from kgraph.identity.standing import Standing
from kgraph.sorting import Block, merged, read_blocks
from kgraph.terms import DCTERMS, RDF, Names

_TYPE = f"<{RDF}type>".encode()
_REPLACED = f"<{DCTERMS}isReplacedBy>".encode()


def renamed(quads: Path, standing: Standing, names: Names) -> Iterator[Block]:
    """The quads of a sorted file, sorted, with each node under the name that stands.

    A graph that spoke of it by another name keeps that name and says by what it is replaced, unless the name is now another thing's.
    The file is that of a part, which memory holds.
    """
    moves = _moves(standing, names)
    shared = {names.of(key).encode() for key in standing.several}
    moving = {old for old, _ in moves}
    kept: Block = []
    new: set[bytes] = set()
    for block in read_blocks(quads):
        named = [line for line in block if (terms := line.split(b" ", 3))[0] in moving or terms[2] in moving]
        gone = {line for line in named if _moves_in(line, moves)}
        new.update(line for old in gone for line in _moved(old, moves, shared))
        kept += [line for line in block if line not in gone] if gone else block
    return merged(iter([lines]) for lines in (kept, sorted(new)) if lines)


_Moves = Mapping[tuple[bytes, bytes], bytes]
"""Old name and graph → name that stands."""


def _moves(standing: Standing, names: Names) -> _Moves:
    graphs = {article: names.article(article).encode() for article in {named.article for named in standing.moved}}
    return {(names.of(named.key).encode(), graphs[named.article]): names.of(key).encode() for named, key in standing.moved.items()}


def _moves_in(line: bytes, moves: _Moves) -> bool:
    """Whether a node moves in the graph of a line that speaks of it."""
    subject, _, value, _ = line.split(b" ", 3)
    graph = line[line.rindex(b" ", 0, -2) + 1 : -2]
    return (subject, graph) in moves or (value, graph) in moves


def _moved(line: bytes, moves: _Moves, shared: Container[bytes]) -> Iterator[bytes]:
    """What stands instead of a line that speaks of a node under another name than the one that stands.

    >>> moves = {(b"<x/event/b>", b"<g>"): b"<x/event/a>"}
    >>> list(_moved(b"<x/event/b> <p> <q> <g> .", moves, set()))
    [b'<x/event/a> <p> <q> <g> .']
    """
    subject, predicate, value, rest = line.split(b" ", 3)
    graph = line[line.rindex(b" ", 0, -2) + 1 : -2]
    new = moves.get((subject, graph))
    yield b" ".join((new or subject, predicate, moves.get((value, graph), value), rest))
    if new and predicate == _TYPE and subject not in shared:
        yield b" ".join((subject, _REPLACED, new, rest))
