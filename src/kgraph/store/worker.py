"""The process in which one user's query runs: `python -m kgraph.store.worker`, request on stdin, answer as JSON lines on stdout.

It may be killed at any moment, and kills itself at its limits; whoever started it (`kgraph.store.query`) says why.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from kgraph.errors import KgraphError
from kgraph.store.cells import cell
from kgraph.store.graph import PREFIXES
from kgraph.store.opening import files_to_read, open_store

try:
    import resource
except ImportError:  # Windows has no such limits; the deadline of the parent holds there too
    resource = None  # type: ignore[assignment]

MAX_ROW_BYTES = 1_000_000


def main() -> None:
    """Read one request, load the graph, bind the process to its limits, answer."""
    request = json.loads(sys.stdin.readline())
    try:
        store, quads = open_store(Path(request["graph"]))
    except KgraphError as error:
        _send({"fault": "graph", "message": error.what})
        return
    limit_process(seconds=request["seconds"], memory=request["memory"], files=files_to_read(Path(request["graph"])))
    _send({"ready": quads})
    try:
        for message in messages(store, request["query"], rows=request["rows"], skip=request["skip"]):
            _send(message)
    except SyntaxError as error:
        _send({"fault": "syntax", "message": str(error)})
    except MemoryError:
        _send({"fault": "memory", "message": ""})
    except (OSError, RuntimeError, ValueError) as error:
        _send({"fault": "evaluation", "message": str(error)})


def limit_process(*, seconds: float, memory: int, files: int) -> None:
    """From here on: so many seconds of CPU, so many bytes beside the graph already loaded, so many files and sockets at a time."""
    if resource is None:
        return
    os.nice(10)
    used = resource.getrusage(resource.RUSAGE_SELF)
    cpu = int(used.ru_utime + used.ru_stime + seconds) + 2
    limits = {resource.RLIMIT_CORE: 0, resource.RLIMIT_CPU: cpu, resource.RLIMIT_NOFILE: files}
    statm = Path("/proc/self/statm")
    if statm.exists():
        limits[resource.RLIMIT_AS] = int(statm.read_text().split()[0]) * resource.getpagesize() + memory
    for name, most in limits.items():
        hard = resource.getrlimit(name)[1]
        resource.setrlimit(name, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


def messages(store: ox.Store, query: str, *, rows: int, skip: int = 0) -> Iterator[dict[str, Any]]:
    """The answer as plain messages: one `head`, at most `rows` times `row` or `triple` after `skip` others, one `tail`.

    >>> list(messages(ox.Store(), "ASK { ?s ?p ?o }", rows=1))
    [{'head': 'ask', 'truth': False}, {'tail': 0, 'truncated': False}]
    """
    answer = store.query(query, prefixes=PREFIXES)
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
