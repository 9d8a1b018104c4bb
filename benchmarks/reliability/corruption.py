"""Damage to a store, one at a time: `kgraph verify` must find each, and a build must mend it."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from pathlib import Path

from benchmarks.reliability.experiment import ONLY, SEEDS, Result, built, contents, fresh, trials
from benchmarks.reliability.forked import begin, end, warm

_DAMAGED = 5
_PLACES = (
    "graph.nq",
    "manifest.jsonl",
    "kgraph-store.json",
    "articles.sqlite",
    "cards.jsonl",
    "run.json",
    "db-*/*.sst",
    "db-*/*.sst",
    "db-*/*.log",
    "db-*/CURRENT",
    "db-*/MANIFEST-*",
    "db-*/OPTIONS-*",
)


def run(room: Path, count: int) -> Result:
    """Cuts, flipped bits, zeros, bytes too many and missing files, in every kind of file of a store that was built in two steps."""
    whole = fresh(room / "whole")
    warm()
    for sources in (SEEDS[:3], SEEDS[1:]):
        assert end(begin("build", *sources, "--store", whole, "--only", ONLY, "--workers", "1")) == 0
    wanted = contents(built(room, SEEDS[1:], "second"))
    chance = random.Random(2)
    bad: list[str] = []
    for number in range(count):
        store = Path(shutil.copytree(whole, fresh(room / "damaged")))
        path = chance.choice(sorted(store.glob(_PLACES[number % len(_PLACES)])))
        how = chance.choice([damage for damage in _DAMAGES if damage(path.read_bytes(), random.Random(0)) != path.read_bytes()])
        told = f"{how.__name__} {path.relative_to(store)}"
        after = how(path.read_bytes(), chance)
        if after is None:
            path.unlink()
        else:
            path.write_bytes(after)
        if end(begin("verify", store)) != _DAMAGED and not (path.name == "articles.sqlite" and after is None):
            bad.append(f"{told}: not found")
        if path.name == "kgraph-store.json" and after is None:
            continue
        if end(begin("build", *SEEDS[1:], "--store", store, "--only", ONLY, "--workers", "1")) or contents(store) != wanted:
            bad.append(f"{told}: a build gave something else")
        elif end(begin("verify", store)):
            bad.append(f"{told}: a build did not mend it")
    return trials(bad, count, f"{len(set(_PLACES))} kinds of files, {len(_DAMAGES)} kinds of damage; each found, then mended by a build")


def cut(content: bytes, chance: random.Random) -> bytes | None:
    """The beginning of it."""
    return content[: chance.randrange(len(content))] if content else content


def flipped(content: bytes, chance: random.Random) -> bytes | None:
    """One bit is another."""
    if not content:
        return content
    changed = bytearray(content)
    changed[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def longer(content: bytes, chance: random.Random) -> bytes | None:
    """Something after its end."""
    return content + chance.randbytes(16)


def missing(content: bytes, chance: random.Random) -> bytes | None:
    """Nothing is there any more."""
    return None


_DAMAGES: tuple[Callable[[bytes, random.Random], bytes | None], ...] = (cut, flipped, longer, missing)
