"""Whether a store is what its manifest says, to the last byte: every file, every graph in the database, every record of an article."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from kgraph.errors import KgraphError, Refused, StoreDamaged
from kgraph.scale.articles import damage_in
from kgraph.store.database import sums_of_database
from kgraph.store.folder import ARTICLES, GRAPH, MANIFEST, MARKER, generation, is_store, marker_is_sound
from kgraph.store.manifest import Manifest, differing, read_manifest, sums_of, sums_of_graphs
from kgraph.store.reader import graphs_in

Kind = Literal["marker", "manifest", "file", "graph", "database", "documents", "articles"]


@dataclass(frozen=True, slots=True)
class Damage:
    """One thing that is wrong: its kind, the file, and the names of the graphs that are not whole; an article's graph has its name."""

    kind: Kind
    where: str
    what: str
    graphs: tuple[str, ...] = ()


def check_store(folder: Path) -> None:
    """Raises Refused where a folder is no store."""
    if not is_store(folder):
        raise Refused("this folder is no store of kgraph", where=str(folder), mend="make one with `kgraph build ... --store`")


def verify(folder: Path) -> list[Damage]:
    """All that is wrong with a store; nobody may write to it meanwhile. Raises KgraphError where nothing was built yet."""
    return list(_damages(folder))


def _damages(folder: Path) -> Iterator[Damage]:
    if not marker_is_sound(folder):
        yield Damage("marker", MARKER, "is not what was written")
    if damaged := damage_in(folder / ARTICLES):
        yield Damage("articles", ARTICLES, damaged)
    try:
        manifest = read_manifest(folder)
    except StoreDamaged:
        yield Damage("manifest", MANIFEST, "cannot be read")
        return
    if manifest is None:
        if any(folder.glob("db-*")) or (folder / GRAPH).exists():
            yield Damage("manifest", MANIFEST, "is missing")
            return
        raise KgraphError("nothing was built in this store yet", where=str(folder), mend="run `kgraph build ... --store` first")
    yield from _damaged_files(folder, manifest)
    yield from _damaged_database(folder, manifest)


def _damaged_files(folder: Path, manifest: Manifest) -> Iterator[Damage]:
    wanted = manifest.head.files
    for name in differing(sums_of(folder, wanted), wanted):
        if not (folder / name).is_file():
            yield Damage("file" if name != GRAPH else "graph", name, "is missing", tuple(manifest.graphs) if name == GRAPH else ())
        elif name != GRAPH:
            yield Damage("file", name, "is not what was written")
        else:
            graphs, _ = sums_of_graphs(folder / name)
            yield Damage(
                "graph", name, "is not what was written", tuple(n for n in differing(graphs, manifest.graphs) if n in manifest.graphs)
            )


def _damaged_database(folder: Path, manifest: Manifest) -> Iterator[Damage]:
    path = generation(folder, manifest.head.generation)
    if not path.is_dir():
        yield Damage("database", path.name, "is missing")
        return
    for name in differing(sums_of_database(path), manifest.head.database):
        yield Damage("database", f"{path.name}/{name}", "is not what was written" if (path / name).is_file() else "is missing")
    found, unreadable = graphs_in(path, manifest.graphs)
    if bad := tuple(sorted({*differing(found, manifest.graphs), *unreadable})):
        yield Damage("documents", path.name, "some graphs are not what was written, or cannot be read", bad)
