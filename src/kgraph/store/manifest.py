"""What is in a store, with hashes, in one file that is written last: what it names is whole.

The first line is the head as JSON, then comes one line for each named graph in the order of names, then the hash of all lines before.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from kgraph.errors import StoreDamaged
from kgraph.outputs import replace_whole
from kgraph.sorting import Block, read_blocks
from kgraph.store.folder import MANIFEST

_PART = 1 << 20
_MEND = "build it again with `kgraph build ... --store`"


@dataclass(frozen=True, slots=True)
class Sum:
    """The size of a file in bytes and its SHA-256; of a graph, the number of its quads and the hash of its lines in the order of bytes."""

    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Head:
    """What a reader of the store needs: which database is the current one, and what was built.

    `triples` counts the different ones of all graphs together; `reviewed` is the hash of the human decisions of the build.
    """

    generation: int
    quads: int
    triples: int
    versions: dict[str, str]
    reviewed: str
    files: dict[str, Sum]
    database: dict[str, Sum]


@dataclass(frozen=True, slots=True)
class Manifest:
    """The head, and what each named graph holds."""

    head: Head
    graphs: dict[str, Sum]


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Writes the manifest of a store, whole and through to the disk. Raises NoSpace."""
    replace_whole(folder / MANIFEST, lambda path: path.write_bytes(b"".join(_lines(manifest))))


def read_manifest(folder: Path) -> Manifest | None:
    """The manifest of a store; None where nothing was built yet. Raises StoreDamaged."""
    try:
        content = (folder / MANIFEST).read_bytes()
    except FileNotFoundError:
        return None
    try:
        body, last = content[: content.rindex(b"\n", 0, -1) + 1], content.splitlines()[-1]
        if json.loads(last) != {"sha256": hashlib.sha256(body).hexdigest()} or not content.endswith(b"\n"):
            raise ValueError("its hash is another one")
        first, *rows = body.splitlines()
        return Manifest(_head(first), {name: Sum(size, digest) for name, size, digest in map(json.loads, rows)})
    except (ValueError, TypeError, KeyError, IndexError) as error:
        raise StoreDamaged("the manifest of the store is damaged", where=str(folder / MANIFEST), mend=_MEND) from error


def read_head(folder: Path) -> Head | None:
    """The first line of the manifest; None where nothing was built yet. Raises StoreDamaged."""
    try:
        with (folder / MANIFEST).open("rb") as file:
            return _head(file.readline())
    except FileNotFoundError:
        return None
    except (ValueError, TypeError, KeyError) as error:
        raise StoreDamaged("the manifest of the store is damaged", where=str(folder / MANIFEST), mend=_MEND) from error


def sum_of(path: Path) -> Sum:
    """Size and hash of a file."""
    digest, size = hashlib.sha256(), 0
    with path.open("rb") as file:
        while part := file.read(_PART):
            digest.update(part)
            size += len(part)
    return Sum(size, digest.hexdigest())


def sum_of_lines(lines: Block) -> Sum:
    """Number and hash of sorted lines."""
    return Sum(len(lines), hashlib.sha256(b"".join(line + b"\n" for line in lines)).hexdigest())


def sums_of(folder: Path, names: Iterable[str]) -> dict[str, Sum]:
    """The same of some files of a folder; what is not there is left out."""
    return {name: sum_of(folder / name) for name in sorted(names) if (folder / name).is_file()}


def sums_of_graphs(graph: Path) -> tuple[dict[str, Sum], int]:
    """What each named graph of a sorted file of N-Quads holds, by its name and in the order of names; and the number of different triples.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     _ = (path := Path(folder) / "graph.nq").write_text('<u:a> <u:b> "c" <u:g> .\\n<u:a> <u:b> "c" <u:h> .\\n')
    ...     graphs, triples = sums_of_graphs(path)
    >>> [(name, found.size) for name, found in graphs.items()], triples
    ([('u:g', 1), ('u:h', 1)], 1)
    """
    digests: dict[bytes, hashlib._Hash] = {}
    counts: dict[bytes, int] = {}
    triples, last = 0, b""
    for block in read_blocks(graph):
        for line in block:
            triple, _, name = line.removesuffix(b" .").rpartition(b" ")
            if name not in digests:
                digests[name], counts[name] = hashlib.sha256(), 0
            digests[name].update(line + b"\n")
            counts[name] += 1
            triples += triple != last
            last = triple
    return {_bare(name): Sum(counts[name], digests[name].hexdigest()) for name in sorted(digests)}, triples


def differing(found: dict[str, Sum], wanted: dict[str, Sum]) -> Iterator[str]:
    """The names under which two lists of sums differ, in their order.

    >>> list(differing({"a": Sum(1, "x"), "b": Sum(1, "y")}, {"a": Sum(1, "x"), "c": Sum(2, "z")}))
    ['b', 'c']
    """
    return (name for name in sorted(found.keys() | wanted.keys()) if found.get(name) != wanted.get(name))


def merged_triples(graph: Path) -> Iterator[Block]:
    """The different triples of a sorted file of N-Quads, without the end of a line."""
    last = b""
    for block in read_blocks(graph):
        kept: Block = []
        for line in block:
            triple = line.rsplit(b" ", 2)[0]
            if triple != last:
                kept.append(triple)
            last = triple
        yield kept


def _lines(manifest: Manifest) -> Iterator[bytes]:
    digest = hashlib.sha256()
    rows = ([name, found.size, found.sha256] for name, found in sorted(manifest.graphs.items()))
    for value in (asdict(manifest.head), *rows):
        line = json.dumps(value, sort_keys=True).encode() + b"\n"
        digest.update(line)
        yield line
    yield json.dumps({"sha256": digest.hexdigest()}).encode() + b"\n"


def _head(line: bytes) -> Head:
    held = json.loads(line)
    sums = {part: {name: Sum(**found) for name, found in held[part].items()} for part in ("files", "database")}
    return Head(**held | sums)


def _bare(name: bytes) -> str:
    return name.decode("utf-8", errors="backslashreplace").removeprefix("<").removesuffix(">")
