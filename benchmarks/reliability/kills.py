"""kill -9 at random moments of a build, of an export and of an incremental build in a store."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

from benchmarks.reliability.experiment import FILES, ONLY, SEEDS, Result, built, contents, fresh, trials
from benchmarks.reliability.forked import begin, end, holds, killed, seconds_of, warm

_FORMATS = ("graph.ttl", "graph.trig", "graph.jsonld", "graph.gexf", "graph.graphml")


def run(room: Path, count: int) -> Result:
    """After each kill every file is the old or the new one, whole; readers of a store have the old or the new graph; the next run gives
    the bytes of one that nothing disturbed.
    """
    first, second = built(room, SEEDS[:3], "first"), built(room, SEEDS[1:], "second")
    wanted = {first: contents(first), second: contents(second)}
    sources = {first: SEEDS[:3], second: SEEDS[1:]}
    warm()
    chance = random.Random(1)
    bad: list[str] = []
    done = 0
    for kind, share in ((_builds, 4), (_exports, 3), (_stores, 3)):
        tried, wrong = kind(room, max(count * share // 10, 1), chance, sources, wanted)
        done += tried
        bad += wrong
    return trials(bad, done, "build 40 %, export 30 %, incremental build in a store 30 %; each looked at, then run again to its end")


Sources = dict[Path, list[Path]]
Wanted = dict[Path, dict[str, bytes]]


def _builds(room: Path, count: int, chance: random.Random, sources: Sources, wanted: Wanted) -> tuple[int, list[str]]:
    out = fresh(room / "out")
    states = list(sources)
    longest = max(seconds_of(*_build(sources[state]), "--out", out) for state in states)
    now, bad, done = states[-1], list[str](), 0
    while done < count:
        goal = next(state for state in states if state != now)
        if not killed(chance, longest, *_build(sources[goal]), "--out", out):
            now = goal
            continue
        done += 1
        if not _whole(contents(out), wanted[now], wanted[goal]):
            bad.append(f"build {done}: a file is neither old nor new")
        if end(begin(*_build(sources[goal]), "--out", out)) or contents(out) != wanted[goal]:
            bad.append(f"build {done}: run again, it gave something else")
        if left := {path.name for path in out.iterdir()} - set(FILES):
            bad.append(f"build {done}: left behind {sorted(left)}")
        now = goal
    return done, bad


def _exports(room: Path, count: int, chance: random.Random, sources: Sources, wanted: Wanted) -> tuple[int, list[str]]:
    graph = next(iter(sources)) / "graph.nq"
    folder = fresh(room / "exported")
    folder.mkdir()
    plain = Path(shutil.copy(graph, fresh(room / "export.nq")))
    longest = {name: seconds_of("export", plain, "--out", folder / name) for name in _FORMATS}
    whole = {name: (folder / name).read_bytes() for name in _FORMATS}
    bad, done = list[str](), 0
    while done < count:
        name = chance.choice(_FORMATS)
        old = chance.choice([b"", b"an earlier file\n"])
        (folder / name).write_bytes(old) if old else fresh(folder / name)
        if not killed(chance, longest[name], "export", plain, "--out", folder / name):
            continue
        done += 1
        there = (folder / name).read_bytes() if (folder / name).exists() else b""
        if there not in (old, whole[name]):
            bad.append(f"export {done}: half of {name}")
        if end(begin("export", plain, "--out", folder / name)) or (folder / name).read_bytes() != whole[name]:
            bad.append(f"export {done}: run again, {name} is something else")
    return done, bad


def _stores(room: Path, count: int, chance: random.Random, sources: Sources, wanted: Wanted) -> tuple[int, list[str]]:
    store = fresh(room / "store")
    states = list(sources)
    longest = max(seconds_of(*_build(sources[state]), "--store", store) for state in states)
    now, bad, done = states[-1], list[str](), 0
    while done < count:
        goal = next(state for state in states if state != now)
        if begun_anew := chance.random() < 0.25:
            fresh(store)
        if not killed(chance, longest, *_build(sources[goal]), "--store", store):
            now = goal
            continue
        done += 1
        old = {} if begun_anew else wanted[now]
        if not _whole(contents(store), old, wanted[goal]):
            bad.append(f"store {done}: a file is neither old nor new")
        graphs = {old["graph.nq"] if old else b"", wanted[goal]["graph.nq"]}
        if not holds(lambda graphs=graphs: _reads_one_of(store, graphs)):  # type: ignore[misc]
            bad.append(f"store {done}: a reader has neither the old nor the new graph")
        if end(begin(*_build(sources[goal]), "--store", store)) or contents(store) != wanted[goal]:
            bad.append(f"store {done}: run again, it gave something else")
        elif end(begin("verify", store)):
            bad.append(f"store {done}: run again, it is damaged")
        elif len(list(store.glob("db-*"))) != 1 or list(store.glob(".kgraph-*")):
            bad.append(f"store {done}: something dead was left behind")
        now = goal
    return done, bad


def _reads_one_of(store: Path, graphs: set[bytes]) -> bool:
    """Whether a reader of the store gets one of these graphs, all of it; an empty one where nothing was built yet."""
    from kgraph.errors import KgraphError
    from kgraph.store.reader import lines_of
    from kgraph.store.snapshot import open_snapshot

    try:
        opened = open_snapshot(store)
        lines = sorted(line for name in opened.named_graphs() for line in lines_of(opened, name.value))
    except KgraphError:
        return b"" in graphs
    return b"".join(line + b"\n" for line in lines) in graphs


def _whole(found: dict[str, bytes], old: dict[str, bytes], new: dict[str, bytes]) -> bool:
    """Whether every file is the old or the new one."""
    return all(content in (old.get(name), new.get(name)) for name, content in found.items()) and found.keys() >= old.keys()


def _build(sources: list[Path]) -> tuple[str | Path, ...]:
    return "build", *sources, "--only", ONLY, "--workers", "1"
