"""Queries that kill, hang or swell an engine, at the command line and through the server."""

from __future__ import annotations

import time
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path

from benchmarks.reliability.experiment import HOSTILE, SEEDS, Result, built, kgraph, trials
from benchmarks.reliability.hostile import made
from benchmarks.reliability.serving import serving

_LIMIT = 5.0
_ENDS = (0, 1, 2, 8)
_NEXT = 1.0
_TIMES = 3.0
"""A busy machine may take so many times as long."""
_PLAIN = "SELECT ?s { ?s ?p ?o } LIMIT 1"


def run(room: Path, count: int) -> Result:
    """Each is answered or refused within its limit, by a program that goes on: the next plain query is answered within a second."""
    if not HOSTILE.is_file():
        return Result(skipped="no hostile/make_hostile.py; set KGRAPH_SHARED")
    folder, entries = made(room)
    files = [folder / entry["file"] for entry in entries if entry["file"].startswith("queries/")][:count]
    store = built(room, SEEDS, "all")
    before = (store / "graph.nq").read_bytes()
    bad = [f"command line: {file.name}" for file in files if not _asked(store, file)]
    tried, told = len(files), f"{len(files)} at the command line"
    with serving(store, "--timeout", f"{_LIMIT:g}") as address:
        if address:
            bad += [f"HTTP: {file.name}" for file in files if not _served(address, file)]
            tried += len(files)
        told += f", {len(files)} over HTTP" if address else "; no `kgraph serve` here"
    if (store / "graph.nq").read_bytes() != before or kgraph("verify", store).returncode:
        bad.append("the store changed")
    return trials(bad, tried, told)


def _asked(store: Path, file: Path) -> bool:
    begun = time.monotonic()
    done = kgraph("query", file, "--graph", store, "--timeout", f"{_LIMIT:g}", "--memory", "1", "--format", "json")
    return done.returncode in _ENDS and time.monotonic() - begun < (_LIMIT + 2) * _TIMES and "Traceback" not in done.stderr


def _served(address: str, file: Path) -> bool:
    begun = time.monotonic()
    status = _status(address, file.read_text(encoding="utf-8"))
    if not 200 <= status < 600 or time.monotonic() - begun > (_LIMIT + 2) * _TIMES:
        return False
    begun = time.monotonic()
    return _status(address, _PLAIN) == 200 and time.monotonic() - begun < _NEXT * _TIMES


def _status(address: str, query: str) -> int:
    """The status of an answer, read to its end; 0 where there is none."""
    body = urllib.parse.urlencode({"query": query}).encode()
    request = urllib.request.Request(f"{address}/sparql", data=body, headers={"Accept": "application/sparql-results+json"})
    try:
        with urllib.request.urlopen(request, timeout=_LIMIT * 10) as answer:
            answer.read()
            return int(answer.status)
    except urllib.error.HTTPError as error:
        return error.code
    except OSError:
        return 0
