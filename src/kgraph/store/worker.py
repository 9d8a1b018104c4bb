"""The process in which one user's query runs: `python -m kgraph.store.worker`, request on stdin, answer as JSON lines on stdout.

It may be killed at any moment, and kills itself at its limits; whoever started it (`kgraph.store.query`) says why.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from kgraph.errors import KgraphError, StoreDamaged
from kgraph.store.cells import cell
from kgraph.store.graph import PREFIXES
from kgraph.store.loading import load_store
from kgraph.store.snapshot import STANDARD_FILES, files_to_read

try:
    import resource
except ImportError:  # Windows has no such limits; the deadline of the parent holds there too
    resource = None  # type: ignore[assignment]

MAX_ROW_BYTES = 1_000_000
_DAMAGED = ("Corruption", "IO error")


def main() -> None:
    """Read one request, load the graph, bind the process to its limits, answer."""
    request = json.loads(sys.stdin.readline())
    try:
        store, quads = load_store(Path(request["graph"]))
    except KgraphError as error:
        _send({"fault": "damage" if isinstance(error, StoreDamaged) else "graph", "message": error.what})
        return
    be_polite()
    limit_process(seconds=request["seconds"], memory=request["memory"], held=held(), files=files_to_read(Path(request["graph"])))
    _send({"ready": quads})
    try:
        for message in messages(store, request["query"], rows=request["rows"], skip=request["skip"]):
            _send(message)
    except SyntaxError as error:
        _send({"fault": "syntax", "message": str(error)})
    except MemoryError:
        _send({"fault": "memory", "message": ""})
    except (OSError, RuntimeError, ValueError) as error:
        _send({"fault": "damage" if str(error).startswith(_DAMAGED) else "evaluation", "message": str(error)})


def be_polite() -> None:
    """Lets every other process of the machine go first."""
    if hasattr(os, "nice"):
        os.nice(10)


def limit_process(*, seconds: float, memory: int, held: int, files: int = STANDARD_FILES) -> None:
    """From here on: so many seconds of CPU, so many bytes beside those `held`, no file and no socket beside `files`; said again, it counts
    anew.
    """
    if resource is None:
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    cpu = int(used.ru_utime + used.ru_stime + seconds) + 2
    limits = {resource.RLIMIT_CORE: 0, resource.RLIMIT_CPU: cpu, resource.RLIMIT_NOFILE: files}
    if held:
        limits[resource.RLIMIT_AS] = held + memory
    for name, most in limits.items():
        hard = resource.getrlimit(name)[1]
        resource.setrlimit(name, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


def lift_limits() -> None:
    """Takes the limits away again; for a process that goes on to something else."""
    if resource is None:
        return
    for name in (resource.RLIMIT_CPU, resource.RLIMIT_NOFILE, resource.RLIMIT_AS):
        hard = resource.getrlimit(name)[1]
        resource.setrlimit(name, (hard, hard))


def held() -> int:
    """The address space of this process in bytes, 0 where the system does not tell."""
    statm = Path("/proc/self/statm")
    return int(statm.read_text().split()[0]) * resource.getpagesize() if resource and statm.exists() else 0


def messages(
    store: ox.Store, query: str, *, rows: int, skip: int = 0, dataset: Mapping[str, Any] | None = None
) -> Iterator[dict[str, Any]]:
    """The answer as plain messages: one `head`, at most `rows` times `row` or `triple` after `skip` others, one `tail`.

    `dataset` names other graphs to ask than all of them merged, as `kgraph.store.dataset` makes it.

    >>> list(messages(ox.Store(), "ASK { ?s ?p ?o }", rows=1))
    [{'head': 'ask', 'truth': False}, {'tail': 0, 'truncated': False}]
    """
    answer = store.query(query, prefixes=PREFIXES, **(dataset or {}))
    if isinstance(answer, ox.QueryBoolean):
        yield {"head": "ask", "truth": bool(answer)}
        yield {"tail": 0, "truncated": False}
        return
    told = 0
    if isinstance(answer, ox.QuerySolutions):
        names = [variable.value for variable in answer.variables]
        yield {"head": "select", "variables": names}
        for solution in islice(answer, skip, skip + rows):
            yield {"row": {name: cell(term) for name in names if (term := solution[name]) is not None}}
            told += 1
    else:
        yield {"head": "graph"}
        for triple in islice(answer, skip, skip + rows):
            yield {"triple": f"{triple} ."}
            told += 1
    yield {"tail": told, "truncated": next(answer, None) is not None}


def _send(message: dict[str, Any]) -> None:
    line = json.dumps(message, ensure_ascii=True)
    if len(line) > MAX_ROW_BYTES:
        line = json.dumps({"fault": "row", "message": f"one row has {len(line):,} bytes, at most {MAX_ROW_BYTES:,} are allowed"})
    sys.stdout.write(line + "\n")
    if "row" not in message and "triple" not in message:
        sys.stdout.flush()


if __name__ == "__main__":
    main()
