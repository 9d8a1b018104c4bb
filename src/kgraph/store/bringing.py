"""At the end of a build: the database of a store follows the graph, then the manifest names both."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kgraph.errors import StoreDamaged
from kgraph.store.database import differences, load_anew, load_changes, sums_of_database
from kgraph.store.folder import GRAPH, generation, next_generation, sweep
from kgraph.store.manifest import Head, Manifest, Sum, differing, read_manifest, sums_of_graphs, write_manifest

_PART = 4
"""Where more than one in so many quads changed, a new database is quicker made and quicker asked than a mended one."""


@dataclass(frozen=True, slots=True)
class Change:
    """What a build changed in a store: named graphs that are new, changed and gone, and whether the database was made anew."""

    quads: int
    new: int = 0
    changed: int = 0
    gone: int = 0
    anew: bool = False


@dataclass(frozen=True, slots=True)
class Prepared:
    """A database that is whole and that no reader sees yet: what will stand in the manifest, and what that changes."""

    manifest: Manifest
    change: Change


def prepare(folder: Path, graph: Path, *, files: dict[str, Sum], versions: dict[str, str], reviewed: str) -> Prepared:
    """Makes the database of a store for a graph, which with `files` will be published; for its readers nothing changes.

    The database is made of the one before where little changed and nothing of it is damaged. It is made anew where human decisions
    changed, so that no file of it still holds what was suppressed. Raises NoSpace.
    """
    before = sound_manifest(folder)
    graphs, triples = sums_of_graphs(graph)
    quads = sum(found.size for found in graphs.values())
    number = _number(folder, graph, before, graphs, reviewed, size=quads + triples)
    anew = number is None
    if number is None:
        number = next_generation(folder)
        if load_anew(graph, generation(folder, number)) != quads + triples:
            raise StoreDamaged("the database does not hold what was written to it", where=str(folder), mend="check disk and memory")
    head = Head(
        generation=number,
        quads=quads,
        triples=triples,
        versions=versions,
        reviewed=reviewed,
        files=files,
        database=sums_of_database(generation(folder, number)),
    )
    return Prepared(Manifest(head, graphs), _change(before.graphs if before else {}, graphs, anew=anew))


def publish(folder: Path, prepared: Prepared) -> Change:
    """Shows readers what was prepared, once its files stand in the store; databases that nobody reads any more are removed."""
    write_manifest(folder, prepared.manifest)
    sweep(folder, prepared.manifest.head.generation)
    return prepared.change


def sound_manifest(folder: Path) -> Manifest | None:
    """The manifest of a store; None where there is none, or it is damaged."""
    try:
        return read_manifest(folder)
    except StoreDamaged:
        return None


def database_is_sound(folder: Path, head: Head) -> bool:
    """Whether all files of the database are what they were when it was made."""
    path = generation(folder, head.generation)
    return path.is_dir() and sums_of_database(path) == head.database


def _number(folder: Path, graph: Path, before: Manifest | None, graphs: dict[str, Sum], reviewed: str, *, size: int) -> int | None:
    """The generation that holds these graphs: the one before, or one made of it; None where it must be made anew."""
    if before is None or before.head.reviewed != reviewed or not database_is_sound(folder, before.head):
        return None
    last = before.head.generation
    if graphs == before.graphs:
        return last
    old = generation(folder, last) / GRAPH
    changed = 0
    for part in differences(old, graph):
        changed += len(part.gone) + len(part.new)
        if changed * _PART > before.head.quads:
            return None
    number = next_generation(folder)
    held = load_changes(generation(folder, last), old, graph, generation(folder, number))
    return number if held == size else None


def _change(old: dict[str, Sum], new: dict[str, Sum], *, anew: bool) -> Change:
    """
    >>> _change({"a": Sum(1, "x"), "b": Sum(1, "y")}, {"a": Sum(1, "z"), "c": Sum(2, "w")}, anew=False)
    Change(quads=3, new=1, changed=1, gone=1, anew=False)
    """
    changed = sum(1 for name in differing(old, new) if name in old and name in new)
    quads = sum(found.size for found in new.values())
    return Change(quads, new=len(new.keys() - old.keys()), changed=changed, gone=len(old.keys() - new.keys()), anew=anew)
