"""Hostile files: each alone and all together, as their index says; and what they could have opened."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import deque
from functools import cache
from pathlib import Path
from typing import Any

from benchmarks.reliability.experiment import HOSTILE, SEEDS, Result, built, fresh, kgraph, trials
from kgraph.build import build
from kgraph.errors import KgraphError
from kgraph.keeping import keep
from kgraph.store.query import Limits, answer

_EXITS = {"accept": {0}, "quarantine": {4}, "accept-or-quarantine": {0, 3, 4}, "partial": {3}}
_NAMES = "cli_hostile_names.json"
_NO_INPUTS = ("queries/", _NAMES)
_ONLY = ("nq", "issues", "run")


@cache
def made(room: Path) -> tuple[Path, list[Any]]:
    """The folder of hostile files and the entries of its index."""
    folder = fresh(room / "hostile")
    folder.mkdir()
    subprocess.run([sys.executable, str(HOSTILE), str(folder)], check=True, capture_output=True, env={**os.environ, "PYTHONUTF8": "1"})
    return folder, json.loads((folder / "index.json").read_text(encoding="utf-8"))["files"]


def inputs(room: Path, count: int) -> list[Any]:
    """Entries that a build could be given, so many at most."""
    return [entry for entry in made(room)[1] if not entry["file"].startswith(_NO_INPUTS)][:count]


def run(room: Path, count: int) -> Result:
    """Each file alone: the exit code of its index, counts that add up, nothing in the graph that its index forbids. Then all of them beside
    the seeds, in a folder and in a store: part is read, and the graphs of the seeds are those of a build of their own.
    """
    if not HOSTILE.is_file():
        return Result(skipped="no hostile/make_hostile.py; set KGRAPH_SHARED")
    given = inputs(room, count)
    bad = [entry["file"] for entry in given if not _as_said(entry, room)]
    folder, entries = made(room)
    store = built(room, SEEDS, "all")
    queries = [entry["file"] for entry in entries if entry["file"].startswith("queries/")][:count]
    bad += [name for name in queries if not _answered_or_refused(store, (folder / name).read_text(encoding="utf-8"))]
    names = json.loads((folder / _NAMES).read_text(encoding="utf-8"))[:count]
    bad += [_NAMES] * any(not _is_nobody(store, name) for name in names)
    build(SEEDS, out=(alone := fresh(room / "seeds-alone")), only=("nq",))
    sources = [*(folder / entry["file"] for entry in given), *SEEDS]
    build(sources, out=(beside := fresh(room / "beside")), only=_ONLY)
    keep(sources, store=(store := fresh(room / "beside-store")), only=_ONLY)
    own = _graphs_of_seeds(alone, alone)
    bad += [f"{out.name}: the seeds' graphs are others" for out in (beside, store) if _graphs_of_seeds(out, alone) != own]
    tried = len(given) + len(queries) + 1
    return trials(bad, tried + 2, f"{tried} entries of the index; then all these files beside the seeds, in a folder and in a store")


def _as_said(entry: Any, room: Path) -> bool:
    report = build([made(room)[0] / entry["file"]], out=fresh(room / "one"), only=_ONLY)
    counts = report.counts
    adds_up = counts.given == counts.accepted + counts.duplicate + counts.quarantined
    texts = [(report.out / name).read_text(encoding="utf-8") for name in report.files]
    forbidden = [word for word in (*entry.get("must_not_contain", ()), "Traceback") if any(word in text for text in texts)]
    return report.exit_code in _EXITS[entry["outcome"]] and adds_up and not forbidden


def _answered_or_refused(store: Path, query: str) -> bool:
    """Whether a query ends with an answer or with a fault that a person can mend; a killed or crashed program would raise."""
    try:
        deque(answer(store / "graph.nq", query, limits=Limits(seconds=5)), maxlen=0)
    except KgraphError:
        return True
    return True


def _is_nobody(store: Path, name: str) -> bool:
    """Whether no command takes a name for more than a name."""
    ends = [kgraph(command, "--graph", store, "--", name) for command in ("who", "about")]
    return all(done.returncode in (0, 1, 2) and "Traceback" not in done.stderr and len(done.stdout) < 2_000 for done in ends)


def _graphs_of_seeds(out: Path, seeds: Path) -> list[str]:
    graphs = {line.rsplit(" ", 2)[1] for line in _lines(seeds) if "/id/article/" in line.rsplit(" ", 2)[1]}
    return [line for line in _lines(out) if line.rsplit(" ", 2)[1] in graphs]


def _lines(out: Path) -> list[str]:
    return (out / "graph.nq").read_text(encoding="utf-8").splitlines()
