"""What of a damaged store can be mended without its sources: its graph and its database are each made of the other."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

import pyoxigraph as ox

from kgraph.outputs import replaced_together
from kgraph.scale.articles import remove
from kgraph.sorting import Sorter, write_blocks
from kgraph.store.bringing import prepare, publish
from kgraph.store.folder import ARTICLES, GRAPH, generation, write_marker
from kgraph.store.manifest import Manifest, read_manifest
from kgraph.store.reader import lines_of
from kgraph.store.verifying import Damage, Kind


def repair(folder: Path, damages: Collection[Damage]) -> list[Damage]:
    """Mends what can be mended of a store that nobody else writes to; what must be built from the sources is left, and given back.

    The graph is made of the database where that holds all that was written, the database of the graph; of the articles that were read
    nothing is needed, a build reads them again. Raises NoSpace.
    """
    kinds: set[Kind] = {damage.kind for damage in damages}
    if "marker" in kinds:
        write_marker(folder)
    if "articles" in kinds:
        remove(folder / ARTICLES)
    mended: set[Kind] = {"marker", "articles"}
    if "manifest" not in kinds and not {"graph", "documents"} <= kinds and kinds & {"graph", "documents", "database"}:
        manifest = read_manifest(folder)
        assert manifest
        if "graph" in kinds:
            _write_graph(folder, manifest)
        head = manifest.head
        publish(folder, prepare(folder, folder / GRAPH, files=head.files, versions=head.versions, reviewed=head.reviewed))
        mended |= {"graph", "documents", "database"}
    return [damage for damage in damages if damage.kind not in mended]


def _write_graph(folder: Path, manifest: Manifest) -> None:
    """Writes the graph from the database, which holds all of it."""
    store = ox.Store.read_only(str(generation(folder, manifest.head.generation)))
    with replaced_together(folder) as scratch:
        (scratch / "lines").mkdir()
        sorter = Sorter(scratch / "lines")
        for name in manifest.graphs:
            sorter.add(line.decode() for line in lines_of(store, name))
        write_blocks(sorter.blocks(), scratch / GRAPH)
