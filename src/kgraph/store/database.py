"""The database of a store: a generation is made of the graph of a build, or of the generation before it and what has changed since.

Like the graph in memory (`kgraph.store.loading`) it holds each named graph, and in the default graph the merge of all of them.
Nobody sees a generation before it is whole, and nobody writes to it after that.
"""

from __future__ import annotations

import io
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from kgraph.errors import KgraphError, NoSpace
from kgraph.sorting import Block, read_blocks
from kgraph.store.folder import GRAPH
from kgraph.store.manifest import Sum, merged_triples, sum_of

_NOT_CONTENT = ("LOCK", "LOG")
_PART = 10_000
_BYTES = 1 << 20


@dataclass(frozen=True, slots=True)
class Difference:
    """Lines of N-Quads that are in one graph and not in the other, a part of all."""

    gone: Block
    new: Block


def differences(old: Path, new: Path) -> Iterator[Difference]:
    """How two sorted files of N-Quads differ, in parts, in one reading of both.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     a, b = Path(folder) / "a", Path(folder) / "b"
    ...     _ = a.write_text("1\\n2\\n4\\n"), b.write_text("1\\n3\\n4\\n5\\n")
    ...     list(differences(a, b))
    [Difference(gone=[b'2'], new=[b'3', b'5'])]
    """
    olds, news = (chain.from_iterable(read_blocks(path)) for path in (old, new))
    was, now = next(olds, None), next(news, None)
    part = Difference([], [])
    while was is not None or now is not None:
        if was == now:
            was, now = next(olds, None), next(news, None)
        elif now is None or (was is not None and was < now):
            part.gone.append(was or b"")
            was = next(olds, None)
        else:
            part.new.append(now)
            now = next(news, None)
        if len(part.gone) + len(part.new) >= _PART:
            yield part
            part = Difference([], [])
    if part.gone or part.new:
        yield part


def load_anew(graph: Path, target: Path) -> int:
    """Makes a generation of a sorted file of N-Quads; the number of quads and merged triples in it.

    Raises NoSpace, and KgraphError where the file is none.
    """
    with _making(target):
        store = ox.Store(str(target))
        store.bulk_load(_stream(read_blocks(graph), b"\n"), format=ox.RdfFormat.N_QUADS)
        store.bulk_load(_stream(merged_triples(graph), b" .\n"), format=ox.RdfFormat.N_TRIPLES)
        return _finish(store, target, graph)


def load_changes(before: Path, old: Path, new: Path, target: Path) -> int:
    """Makes a generation of the one before it, which held the graph `old` and is not touched, and of what is different in `new`.

    What did not change is shared on disk, not copied. The number is as above. Raises NoSpace, and KgraphError where `new` is not N-Quads.
    """
    with _making(target):
        ox.Store.read_only(str(before)).backup(str(target))
        store = ox.Store(str(target))
        for part in differences(old, new):
            for quad in _quads(part.gone):
                store.remove(quad)
            added = list(_quads(part.new))
            store.extend(added)
            store.extend(ox.Quad(quad.subject, quad.predicate, quad.object) for quad in added)
        for part in differences(old, new):
            for quad in _quads(part.gone):
                _forget(store, quad)
        return _finish(store, target, new)


def sums_of_database(path: Path) -> dict[str, Sum]:
    """Size and hash of each file in which a generation keeps what it holds."""
    return {file.name: sum_of(file) for file in sorted(path.iterdir()) if not file.name.startswith(_NOT_CONTENT)}


def _forget(store: ox.Store, quad: ox.Quad) -> None:
    """Takes a triple out of the merge of all graphs, once no graph holds it and no graph is left empty."""
    triple = (quad.subject, quad.predicate, quad.object)
    elsewhere = (other for other in store.quads_for_pattern(*triple, None) if other.graph_name != ox.DefaultGraph())
    if next(elsewhere, None) is None:
        store.remove(ox.Quad(*triple))
    if next(store.quads_for_pattern(None, None, None, quad.graph_name), None) is None:
        store.remove_graph(quad.graph_name)


def _quads(lines: Block) -> Iterator[ox.Quad]:
    return ox.parse(b"\n".join(lines), format=ox.RdfFormat.N_QUADS) if lines else iter(())


def _finish(store: ox.Store, target: Path, graph: Path) -> int:
    """Brings all of a generation to the disk, also its names in the folder, its graph beside it; how much it holds."""
    store.flush()
    link_or_copy(graph, target / GRAPH)
    for path in (target, target.parent):
        descriptor = os.open(path, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
    return len(store)


def link_or_copy(path: Path, other: Path) -> None:
    """Gives a file another name, or where the disk knows only one name for a file, a copy of that name."""
    try:
        os.link(path, other)
    except OSError:
        shutil.copyfile(path, other)


class _Lines(io.RawIOBase):
    """Lines as a file that is read; between two readings Python can be interrupted, which the engine itself cannot."""

    def __init__(self, blocks: Iterable[Block], end: bytes) -> None:
        self._parts = (memoryview(end.join(block) + end) for block in blocks if block)
        self._left = memoryview(b"")

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        """Fills a buffer as far as it goes; 0 at the end."""
        if not self._left:
            self._left = next(self._parts, self._left)
        size = min(len(buffer), len(self._left))
        buffer[:size], self._left = self._left[:size], self._left[size:]
        return size


def _stream(blocks: Iterable[Block], end: bytes) -> io.BufferedReader:
    return io.BufferedReader(_Lines(blocks, end), _BYTES)


@contextmanager
def _making(target: Path) -> Iterator[None]:
    """A generation is made in the block, or nothing of it stays; what the engine says in its own way is said in ours."""
    shutil.rmtree(target, ignore_errors=True)
    try:
        yield
    except BaseException as error:
        shutil.rmtree(target, ignore_errors=True)
        if isinstance(error, SyntaxError):
            raise KgraphError(f"not N-Quads: {error}", where=str(target.parent), mend="run `kgraph build` again") from error
        if isinstance(error, OSError | RuntimeError) and "No space left" in str(error):
            mend = "free as much as the store holds now, then build again: what was read so far is kept"
            raise NoSpace("the disk is full", where=str(target.parent), mend=mend) from error
        raise
