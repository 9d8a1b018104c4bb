"""The quads of each part under the names that stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kgraph.identity.decision import Named
from kgraph.identity.renaming import renamed
from kgraph.identity.standing import Standing
from kgraph.scale.grounds import Quads, put, put_aside
from kgraph.terms import Names


@dataclass(frozen=True, slots=True)
class Renaming:
    """A file of sorted quads, and the names that stand for nodes of its articles."""

    quads: Path
    standing: Standing


def renamings(quads: Iterable[tuple[Path, frozenset[str]]], standing: Standing) -> Iterator[Renaming]:
    """Files of sorted quads, given each with the articles it is of, with what moves in each."""
    moved: dict[str, list[tuple[Named, str]]] = {}
    for named, key in standing.moved.items():
        moved.setdefault(named.article, []).append((named, key))
    for path, articles in quads:
        own = dict(row for article in articles & moved.keys() for row in moved[article])
        yield Renaming(path, Standing(own, standing.several.intersection(named.key for named in own)))


def rename(task: Renaming, base: str, properties: frozenset[str]) -> Quads:
    """The quads of one part under the names that stand, beside the part; where none moves, it is the same file."""
    if not task.standing.moved:
        return put_aside(task.quads, properties)
    return put(renamed(task.quads, task.standing, Names(base)), task.quads.with_name("renamed"), properties)
