"""The same articles give the same bytes, however, wherever and in whatever order they are read."""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Mapping
from pathlib import Path

from benchmarks.reliability.experiment import ONLY, SEEDS, Result, built, contents, fresh, kgraph, trials
from benchmarks.reliability.forked import killed, seconds_of, warm

_SURROUNDINGS: dict[str, dict[str, str]] = {
    "hash seed": {"PYTHONHASHSEED": "4242"},
    "locale": {"LC_ALL": "POSIX", "PYTHONUTF8": "0"},
    "time zone": {"TZ": "Asia/Tokyo"},
}


def run(room: Path, count: int) -> Result:
    """Seven ways to build the seeds: order, hash seed, locale, time zone, workers, decomposed input, resumed after a kill."""
    wanted = contents(built(room, SEEDS, "all"))
    found: dict[str, dict[str, bytes]] = {}
    shuffled = random.Random(3).sample(SEEDS, len(SEEDS))
    found["order"] = _built(room, shuffled)
    for name, environment in _SURROUNDINGS.items():
        found[name] = _built(room, SEEDS, environment=environment)
    found["workers"] = _built(room, SEEDS, workers="3")
    found["decomposed input"] = _built(room, _decomposed(room))
    found["resumed"] = _resumed(room)
    bad = [name for name, files in found.items() if files != wanted]
    return trials(bad, len(found), ", ".join(found))


def _built(room: Path, sources: list[Path], workers: str = "1", environment: Mapping[str, str] | None = None) -> dict[str, bytes]:
    out = fresh(room / "again")
    done = kgraph("build", *sources, "--out", out, "--only", ONLY, "--workers", workers, environment=environment)
    return contents(out) if done.returncode == 0 else {}


def _decomposed(room: Path) -> list[Path]:
    """The seeds with every letter taken apart into its base and its marks."""
    folder = room / "decomposed"
    folder.mkdir(exist_ok=True)
    for seed in SEEDS:
        (folder / seed.name).write_text(unicodedata.normalize("NFD", seed.read_text(encoding="utf-8")), encoding="utf-8")
    return sorted(folder.iterdir())


def _resumed(room: Path) -> dict[str, bytes]:
    warm()
    words: tuple[str | Path, ...] = ("build", *SEEDS, "--store", fresh(room / "resumed"), "--only", ONLY, "--workers", "1")
    longest = seconds_of(*words)
    chance = random.Random(4)
    fresh(room / "resumed")
    while not killed(chance, longest, *words):
        fresh(room / "resumed")
    seconds_of(*words)
    return contents(room / "resumed")
