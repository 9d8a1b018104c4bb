"""Whether a store is what its manifest says, to the last byte: every file, every graph in the database, every record of an article."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import pyoxigraph as ox

from kgraph.errors import KgraphError, Refused, StoreDamaged
from kgraph.store.articles import damage_in
from kgraph.store.database import lines_of, sums_of_database
from kgraph.store.folder import ARTICLES, GRAPH, MANIFEST, MARKER, generation, is_store, marker_is_sound
from kgraph.store.manifest import Head, Manifest, Sum, differing, read_manifest, sum_of_lines, sums_of, sums_of_graphs

Kind = Literal["marker", "manifest", "file", "graph", "database", "documents", "articles"]


@dataclass(frozen=True, slots=True)
class Damage:
    """One thing that is wrong: of which kind, in which file, with the names of the graphs (an article's is the article) that are not whole."""

    kind: Kind
    where: str
    what: str
    graphs: tuple[str, ...] = ()


def verify(folder: Path) -> list[Damage]:
    """All that is wrong with a store; nobody may write to it meanwhile. Refused where the folder is none.

    Raises KgraphError where nothing was built yet.
    """
    if not is_store(folder):
        raise Refused("this folder is no store of kgraph", where=str(folder), mend="make one with `kgraph build ... --store`")
    return list(_damages(folder))


def _damages(folder: Path) -> Iterator[Damage]:
    if not marker_is_sound(folder):
        yield Damage("marker", MARKER, "cannot be read")
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
            yield Damage("file" if name != GRAPH else "graph", name, "is missing", ())
        elif name != GRAPH:
            yield Damage("file", name, "is not what was written")
        else:
            graphs, _ = sums_of_graphs(folder / name)
            yield Damage("graph", name, "is not what was written", tuple(differing(graphs, manifest.graphs)))


def _damaged_database(folder: Path, manifest: Manifest) -> Iterator[Damage]:
    path = generation(folder, manifest.head.generation)
    if not path.is_dir():
        yield Damage("database", path.name, "is missing")
        return
    for name in differing(sums_of_database(path), manifest.head.database):
        yield Damage("database", f"{path.name}/{name}", "is not what was written" if (path / name).is_file() else "is missing")
    yield from _damaged_content(path, manifest)


def _damaged_content(path: Path, manifest: Manifest) -> Iterator[Damage]:
    """What the database says of itself when it is asked for everything."""
    try:
        store = ox.Store.read_only(str(path))
        found, unreadable = _graphs_in(store, manifest.graphs)
    except (OSError, RuntimeError) as error:
        yield Damage("database", path.name, f"cannot be opened: {error}")
        return
    if bad := tuple(sorted({*differing(found, manifest.graphs), *unreadable})):
        yield Damage("documents", path.name, f"{len(bad)} graphs are not what was written", bad)
    try:
        if wrong := _wrong_counts(store, manifest.head):
            yield Damage("database", path.name, wrong)
    except (OSError, RuntimeError) as error:
        yield Damage("database", path.name, f"cannot be read: {error}")


def _graphs_in(store: ox.Store, wanted: dict[str, Sum]) -> tuple[dict[str, Sum], set[str]]:
    """What the graphs of a database hold, also those it should hold and does not list; and which cannot be read."""
    found: dict[str, Sum] = {}
    unreadable: set[str] = set()
    for name in sorted(wanted.keys() | {graph.value for graph in store.named_graphs() if isinstance(graph, ox.NamedNode)}):
        try:
            if lines := lines_of(store, ox.NamedNode(name)):
                found[name] = sum_of_lines(lines)
        except (OSError, RuntimeError):
            unreadable.add(name)
    return found, unreadable


_COUNTS = (
    ("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", "triples"),
    ("SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }", "quads"),
)


def _wrong_counts(store: ox.Store, head: Head) -> str:
    for query, what in _COUNTS:
        answer = store.query(query)
        assert isinstance(answer, ox.QuerySolutions)
        found, wanted = int(next(answer)["n"].value), getattr(head, what)
        if found != wanted:
            return f"{found:,} {what}, and {wanted:,} were written"
    return ""
