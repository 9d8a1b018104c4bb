"""Whatever is given is accepted, a duplicate, or refused with its place and reason; whatever was written to a store is there."""

from __future__ import annotations

import json
from pathlib import Path

from benchmarks.reliability.experiment import HOSTILE, SEEDS, Result, fresh, gate
from benchmarks.reliability.hostile import made
from kgraph.keeping import keep
from kgraph.store.snapshot import snapshot

_UNCOUNTED = ("behind", "no-page")


def run(room: Path, count: int) -> Result:
    """A store that is built of growing parts of all inputs: after each build the counts add up, and its database holds every quad."""
    hostile = sorted(path for path in made(room)[0].iterdir() if path.is_file()) if HOSTILE.is_file() else []
    store = fresh(room / "grown")
    bad: list[str] = []
    given = quads = 0
    for step in range(1, count + 1):
        sources = SEEDS + hostile[: len(hostile) * step // count]
        kept = keep(sources, store=store, only=("nq", "issues", "run"))
        counts = kept.build.counts
        issues = [json.loads(line) for line in (store / "issues.jsonl").read_text(encoding="utf-8").splitlines()]
        listed = sum(1 for issue in issues if issue["article"] is None and issue["code"] not in _UNCOUNTED)
        lost = counts.given - counts.accepted - counts.duplicate - counts.quarantined
        lines = (store / "graph.nq").read_bytes().count(b"\n")
        opened, told = snapshot(store)
        held = sum(1 for name in opened.named_graphs() for _ in opened.quads_for_pattern(None, None, None, name))
        given, quads = given + counts.given, quads + lines
        bad += ["an input"] * (abs(lost) + abs(counts.quarantined - listed)) + ["a quad"] * (abs(lines - held) + abs(lines - told))
    return gate(bad, given + quads, f"of {given:,} inputs and {quads:,} quads in {count} builds")
