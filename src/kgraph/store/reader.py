"""Reading a database that may be damaged: graph after graph, in a process that can be killed, since the engine may then wait for ever.

`python -m kgraph.store.reader DATABASE` takes names of graphs on stdin, one as JSON on each line, and tells of each what it holds.
"""

from __future__ import annotations

import json
import select
import subprocess
import sys
from collections.abc import Collection, Iterator
from itertools import islice
from pathlib import Path

import pyoxigraph as ox

from kgraph.sorting import Block
from kgraph.store.manifest import Sum, sum_of_lines

# -P: a file of the current folder must never stand in for a module of ours.
_READER = (sys.executable, "-P", "-m", "kgraph.store.reader")
_PATIENCE = 30.0
_PART = 1_000


def graphs_in(path: Path, names: Collection[str]) -> tuple[dict[str, Sum], set[str]]:
    """What some graphs of a database hold, and which cannot be read: none after the engine gave no answer for half a minute."""
    left, found = iter(sorted(names)), dict[str, Sum | None]()
    while part := list(islice(left, _PART)):
        told = dict(_told(path, part))
        found |= told
        if len(told) < len(part):
            break
    readable = {name: held for name, held in found.items() if held}
    return readable, {name for name in names if found.get(name) is None}


def lines_of(store: ox.Store, name: str) -> Block:
    """The quads of a named graph as sorted lines of N-Quads. Raises OSError or RuntimeError where the database is damaged."""
    held = ox.serialize(store.quads_for_pattern(None, None, None, ox.NamedNode(name)), format=ox.RdfFormat.N_QUADS)
    return sorted(held.removesuffix(b"\n").split(b"\n")) if held else []


def main() -> None:
    """Answer for each name with its size and hash, or null where it cannot be read."""
    store = ox.Store.read_only(sys.argv[1])
    for line in sys.stdin:
        name = json.loads(line)
        try:
            held = sum_of_lines(lines_of(store, name))
            answer = [name, held.size, held.sha256]
        except (OSError, RuntimeError):
            answer = [name, None, None]
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


def _told(path: Path, names: list[str]) -> Iterator[tuple[str, Sum | None]]:
    """Each name with what its graph holds, as far as the reader comes."""
    with subprocess.Popen([*_READER, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as reader:
        try:
            assert reader.stdin and reader.stdout
            for name in names:
                try:
                    reader.stdin.write(json.dumps(name).encode() + b"\n")
                    reader.stdin.flush()
                except BrokenPipeError:
                    return
                if not select.select([reader.stdout], [], [], _PATIENCE)[0] or not (line := reader.stdout.readline()):
                    return
                _, size, digest = json.loads(line)
                yield name, None if size is None else Sum(size, digest)
        finally:
            reader.kill()


if __name__ == "__main__":
    main()
