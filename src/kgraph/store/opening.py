"""A graph to be read: that of a store on disk at once, any other file after it is loaded."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox

from kgraph.store.folder import GRAPH, is_store
from kgraph.store.loading import load_store
from kgraph.store.snapshot import snapshot

_STANDARD, _OF_ENGINE = 3, 32


def open_store(path: Path) -> tuple[ox.Store, int]:
    """The graph of a file, with the merge of its named graphs, and the number of its quads; it must not be written to.

    The `graph.nq` of a store is not loaded: the database of the store holds the same. A process that opened one must not be forked,
    for the threads of the engine do not live on in a child; whoever forks loads with `load_store`. Raises KgraphError where the file is
    missing or no graph, StoreDamaged where the database of a store cannot be read.
    """
    return snapshot(path.parent) if _in_store(path) else load_store(path)


def files_to_read(path: Path) -> int:
    """How many files a process needs open at a time that reads what `open_store` gives: none beside its standard ones for a loaded graph.

    The engine opens the tables of a database when it first needs them, and waits for ever where it may not.
    """
    return _STANDARD + (_OF_ENGINE + sum(1 for _ in path.parent.glob("db-*/*.sst")) if _in_store(path) else 0)


def _in_store(path: Path) -> bool:
    return path.name == GRAPH and is_store(path.parent)
