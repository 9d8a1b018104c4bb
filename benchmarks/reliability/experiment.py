"""What an experiment is given and what it gives."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))
SHARED = Path(os.environ.get("KGRAPH_SHARED", ROOT.parent / "shared"))
"""Test material that others wrote, which is not part of the project: hostile files, protocol tests, naughty strings."""
HOSTILE, SUITES = SHARED / "hostile" / "make_hostile.py", SHARED / "suites"
FILES = ("graph.nq", "cards.jsonl", "issues.jsonl", "run.json")
ONLY = "nq,cards,issues,run"


@dataclass(frozen=True, slots=True)
class Result:
    """How many of so many trials went as promised; for a gate, how many things happened that must never happen.

    `told` is what a reader should know of the trials, `bad` the first that failed. Nothing was tried where `skipped` says why.
    """

    good: int = 0
    of: int = 0
    told: str = ""
    bad: tuple[str, ...] = ()
    skipped: str = ""
    gate: bool = False

    @property
    def passed(self) -> bool:
        """Whether all went as promised."""
        return not self.skipped and (self.good == 0 if self.gate else self.good == self.of)


Experiment = Callable[[Path, int], Result]


def trials(bad: Sequence[str], of: int, told: str = "") -> Result:
    """The result of some trials of which these went wrong.

    >>> trials(["size 3"], 10).good
    9
    """
    return Result(of - len(bad), of, told, tuple(bad[:10]))


def gate(bad: Sequence[str], of: int, told: str = "") -> Result:
    """The result where nothing of the kind may ever happen.

    >>> gate([], 500).passed
    True
    """
    return Result(len(bad), of, told, tuple(bad[:10]), gate=True)


def kgraph(*words: str | Path, seconds: float = 300, environment: Mapping[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    """A command of kgraph in a process of its own."""
    plain = {**os.environ, "LC_ALL": "C.UTF-8", "NO_COLOR": "1", "COLUMNS": "140", **(environment or {})}
    command = [sys.executable, "-m", "kgraph", *map(str, words)]
    return subprocess.run(command, env=plain, capture_output=True, text=True, errors="replace", timeout=seconds, check=False)


def built(room: Path, sources: Sequence[Path], name: str) -> Path:
    """A store of some sources that nothing has disturbed."""
    store = room / name
    if not store.exists():
        done = kgraph("build", *sources, "--store", store, "--only", ONLY)
        assert done.returncode == 0, done.stderr
    return store


def contents(folder: Path) -> dict[str, bytes]:
    """The files of a build that are there."""
    return {name: (folder / name).read_bytes() for name in FILES if (folder / name).is_file()}


def fresh(path: Path) -> Path:
    """A path at which nothing stands any more."""
    if path.is_dir():
        shutil.rmtree(path)
    path.unlink(missing_ok=True)
    return path
