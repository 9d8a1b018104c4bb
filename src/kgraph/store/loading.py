"""A graph into an in-memory store whose default graph is the RDF merge of the named ones.

The engine's own option to see all named graphs as one counts a triple once for each graph that holds it: `COUNT(*)` is then wrong, and
joins over what many articles repeat (types, labels) grow with the square of the number of articles. So the merge is made once, at load.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pyoxigraph as ox

from kgraph.errors import KgraphError
from kgraph.store.folder import is_stored
from kgraph.store.snapshot import snapshot

_FORMATS = {".nt": ox.RdfFormat.N_TRIPLES, ".ttl": ox.RdfFormat.TURTLE, ".trig": ox.RdfFormat.TRIG}
_MERGE = "INSERT { ?s ?p ?o } WHERE { GRAPH ?g { ?s ?p ?o } }"


def load_store(path: Path) -> tuple[ox.Store, int]:
    """The store of a file and the number of its quads: N-Quads, or what its name says (`.nt`, `.ttl`, `.trig`).

    The graph of a store on disk is not loaded: its database holds the same, and opens at once. KgraphError where the file is missing
    or is something else, StoreDamaged where that database cannot be read.
    """
    if is_stored(path):
        return snapshot(path.parent)
    return load_in_memory(path)


def load_in_memory(path: Path) -> tuple[ox.Store, int]:
    """The same, always in memory: for a process that forks, as a database on disk has threads that a fork would lose."""
    return _merged(plain_store(path)[0])


def plain_store(path: Path) -> tuple[ox.Store, int]:
    """The named graphs of a file in memory, without the merge: for a store that is written to."""
    store = ox.Store()
    try:
        store.bulk_load(path=str(path), format=_FORMATS.get(path.suffix.lower(), ox.RdfFormat.N_QUADS))
    except (OSError, SyntaxError, ValueError) as error:
        raise KgraphError(f"cannot read the graph: {error}", where=str(path), mend="run `kgraph build` first") from error
    return store, len(store)


def store_of(lines: Iterable[str]) -> tuple[ox.Store, int]:
    """The store of some lines of N-Quads, which must be such, and their number."""
    store = ox.Store()
    store.bulk_load("\n".join(lines), format=ox.RdfFormat.N_QUADS)
    return _merged(store)


def _merged(store: ox.Store) -> tuple[ox.Store, int]:
    quads = len(store)
    store.update(_MERGE)
    return store, quads
