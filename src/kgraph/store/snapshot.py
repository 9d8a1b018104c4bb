"""A store as its readers have it: the last whole generation of its database, which no writer touches while it is read."""

from __future__ import annotations

import os
from pathlib import Path

import pyoxigraph as ox

from kgraph.errors import KgraphError, StoreDamaged
from kgraph.store.folder import GRAPH, generation, hold, is_stored
from kgraph.store.manifest import Head, differing, read_head, sums_of

STANDARD_FILES = 3
_FILES_OF_ENGINE = 32
_TRIES = 10


def open_snapshot(folder: Path) -> ox.Store:
    """The database of a store, read-only, as the last build left it; it can be read until this process ends, whatever is built.

    Raises KgraphError where nothing was built yet, StoreDamaged where manifest or database cannot be read.
    """
    return snapshot(folder)[0]


def snapshot(folder: Path) -> tuple[ox.Store, int]:
    """The same, with the number of its quads."""
    for _ in range(_TRIES):
        head = _head(folder)
        path = generation(folder, head.generation)
        held = hold(path)
        if path.is_dir() and _head(folder).generation == head.generation:
            return _opened(path), head.quads
        if held is not None:
            os.close(held)
    raise StoreDamaged("the database of the store is gone", where=str(path), mend="run `kgraph verify`")


def files_to_read(graph: Path) -> int:
    """How many files a process must be able to have open that asks a graph: the standard ones, and those of a store.

    The engine opens the tables of a database when it first needs them, and waits for ever where it may not.
    """
    tables = sum(1 for _ in graph.parent.glob("db-*/*.sst")) if is_stored(graph) else 0
    return STANDARD_FILES + (tables + _FILES_OF_ENGINE if tables else 0)


def check_snapshot(folder: Path) -> None:
    """Raises StoreDamaged where a file of the current database is not what was written: the engine may wait for ever over such a one."""
    head = _head(folder)
    wanted = {name: found for name, found in head.database.items() if name != GRAPH}
    path = generation(folder, head.generation)
    if damaged := next(differing(sums_of(path, wanted), wanted), None):
        raise StoreDamaged("the database of the store is damaged", where=str(path / damaged), mend="run `kgraph verify --repair`")


def _head(folder: Path) -> Head:
    head = read_head(folder)
    if head is None:
        raise KgraphError("nothing was built in this store yet", where=str(folder), mend="run `kgraph build ... --store` first")
    return head


def _opened(path: Path) -> ox.Store:
    try:
        return ox.Store.read_only(str(path))
    except (OSError, RuntimeError) as error:
        raise StoreDamaged(f"the database of the store cannot be opened: {error}", where=str(path), mend="run `kgraph verify`") from error
