"""Sorted quads on disk, and beside them the few that rules will look at, put aside as the others pass."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kgraph.sorting import Block, passing, read_blocks, write_blocks
from kgraph.terms import RDF

_PREDICATE = f"<{RDF}predicate>".encode()
_REIFIED = frozenset(f"<{RDF}{part}>".encode() for part in ("subject", "predicate", "object"))


@dataclass(frozen=True, slots=True)
class Quads:
    """A file of sorted quads, and one of those that conclusions can be drawn from or rest on."""

    path: Path
    grounds: Path


def put(blocks: Iterable[Block], path: Path, properties: frozenset[str]) -> Quads:
    """Writes sorted quads to a file, and beside it what rules look at that ask for these properties."""
    with path.open("wb") as file:
        return Quads(path, _aside(passing(blocks, file), path, properties))


def put_aside(path: Path, properties: frozenset[str]) -> Quads:
    """A file of sorted quads as it is, with what rules look at beside it."""
    return Quads(path, _aside(read_blocks(path), path, properties))


def _aside(blocks: Iterable[Block], path: Path, properties: frozenset[str]) -> Path:
    beside = path.with_name(f"{path.name}-grounds")
    write_blocks(grounds(blocks, properties), beside)
    return beside


def grounds(blocks: Iterable[Block], properties: frozenset[str]) -> Iterator[Block]:
    """Of sorted quads those that have one of the properties, and what the statements of such triples are about.

    >>> lines = [b"<urn:a> <urn:p> <urn:b> <urn:g> .", b"<urn:a> <urn:q> <urn:b> <urn:g> ."]
    >>> list(grounds([lines], frozenset({"<urn:p>"})))
    [[], [b'<urn:a> <urn:p> <urn:b> <urn:g> .']]
    """
    asked = {name.encode() for name in properties}
    either = asked | _REIFIED
    waiting: Block = []
    for block in blocks:
        waiting += [line for line in block if line.split(b" ", 2)[1] in either]
        # What is said of the last subject can go on in the next block.
        end = bisect_left(waiting, block[-1].split(b" ", 1)[0] + b" ")
        yield _looked_at(waiting[:end], asked)
        del waiting[:end]
    yield _looked_at(waiting, asked)


def _looked_at(lines: Block, asked: set[bytes]) -> Block:
    """Of whole subjects the lines that have a property which is asked for, and those of the statements of such."""
    rows = [(line, *line.split(b" ", 3)[:3]) for line in lines]
    statements = {subject for _, subject, predicate, value in rows if predicate == _PREDICATE and value in asked}
    return [line for line, subject, predicate, _ in rows if predicate in asked or subject in statements]
