"""The quads of each part under the names that stand, by whoever is free."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from kgraph.errors import KgraphError
from kgraph.identity.decision import Named
from kgraph.identity.renaming import renamed
from kgraph.identity.standing import Standing
from kgraph.scale.executors import Executor
from kgraph.sorting import write_blocks
from kgraph.terms import Names


@dataclass(frozen=True, slots=True)
class Renaming:
    """A file of sorted quads, and the names that stand for nodes of its articles."""

    quads: Path
    standing: Standing


def rename_all(quads: Iterable[tuple[Path, frozenset[str]]], standing: Standing, base: str, executor: Executor) -> Iterator[Path]:
    """Files of sorted quads, given each with the articles it is of, under the names that stand; one in which none moves is the same file.

    Raises KgraphError where processes die over one.
    """
    moved: dict[str, list[tuple[Named, str]]] = {}
    for named, key in standing.moved.items():
        moved.setdefault(named.article, []).append((named, key))
    tasks: list[Renaming] = []
    for path, articles in quads:
        if own := dict(row for article in articles & moved.keys() for row in moved[article]):
            tasks.append(Renaming(path, Standing(own, standing.several.intersection(named.key for named in own))))
        else:
            yield path
    for _, new in executor.run(partial(rename, base=base), tasks):
        if new is None:
            raise KgraphError("processes end while they rename nodes", mend="build with --workers 1, and with more memory")
        yield new


def rename(task: Renaming, base: str) -> Path:
    """The file in which the quads of one part stand under the names that stand, beside the part."""
    target = task.quads.with_name("renamed")
    write_blocks(renamed(task.quads, task.standing, Names(base)), target)
    return target
