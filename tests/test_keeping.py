"""A store gives what a build of the same sources gives, whatever was in it before."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kgraph.build import FILES, build
from kgraph.errors import KgraphError, NoSpace, ReviewError
from kgraph.keeping import keep
from kgraph.store import space
from kgraph.store.folder import GRAPH
from kgraph.store.graph import Graph
from kgraph.store.verifying import verify

SEEDS = sorted((Path(__file__).parents[1] / "seeds").glob("*.txt"))
OURS = {"kgraph-store.json", "manifest.jsonl", "lock"}


def files(folder: Path) -> dict[str, bytes]:
    return {name: (folder / name).read_bytes() for name in FILES.values() if (folder / name).exists()}


def test_articles_come_change_and_go(tmp_path: Path) -> None:
    source, store, out = tmp_path / "tin", tmp_path / "kho", tmp_path / "out"
    shutil.copytree(SEEDS[0].parent, source)
    for gone, come in ((None, None), (SEEDS[0], None), (SEEDS[1], SEEDS[0]), (None, SEEDS[1])):
        if gone:
            (source / gone.name).unlink()
        if come:
            shutil.copy(come, source)
        kept = keep([source], store=store)
        build([source], out=out)
        assert files(store) == files(out)
        assert kept.change and kept.change.quads == len(Graph.load(store / GRAPH)) == len(Graph.load(out / GRAPH))
        assert verify(store) == []


def test_nothing_readable_leaves_the_graph_as_it_was(tmp_path: Path) -> None:
    store, empty = tmp_path / "kho", tmp_path / "empty.txt"
    empty.write_text("")
    keep(SEEDS[:1], store=store)
    graph = (store / GRAPH).read_bytes()
    kept = keep([empty], store=store)
    assert (kept.build.exit_code, kept.change) == (4, None)
    assert (store / GRAPH).read_bytes() == graph
    assert verify(store) == []


def test_nothing_readable_at_first_leaves_an_empty_store(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    assert keep([tmp_path / "empty.txt"], store=tmp_path / "kho").change is None
    assert keep(SEEDS[:1], store=tmp_path / "kho").change


def test_a_file_that_is_not_made_again_does_not_stay(tmp_path: Path) -> None:
    keep(SEEDS[:1], store=tmp_path)
    keep(SEEDS[:2], store=tmp_path, only=("nq", "issues", "run"))
    assert files(tmp_path).keys() == {"graph.nq", "issues.jsonl", "run.json"}
    assert verify(tmp_path) == []


def test_a_store_needs_its_graph(tmp_path: Path) -> None:
    with pytest.raises(KgraphError, match="needs nq"):
        keep(SEEDS[:1], store=tmp_path, only=("issues", "run"))


def test_too_small_a_disk_is_seen_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(space, "_LEAST", 10**18)
    with pytest.raises(NoSpace, match=r"free \d+ MB"):
        keep(SEEDS[:1], store=tmp_path / "kho")
    assert {path.name for path in (tmp_path / "kho").iterdir()} <= OURS


def test_decisions_are_not_lost_with_a_damaged_report(tmp_path: Path) -> None:
    decisions, store = tmp_path / "reviewed", tmp_path / "kho"
    decisions.mkdir()
    (decisions / "suppressions.toml").write_text(
        '[[suppression]]\nname = "Nguyễn Văn Không Có"\nreason = "theo yêu cầu"\nby = "LH"\ndate = 2026-01-02\n', encoding="utf-8"
    )
    keep(SEEDS[:1], store=store, reviewed=decisions)
    assert json.loads((store / "run.json").read_text(encoding="utf-8"))["reviewed"]
    (store / "run.json").write_text("{")
    with pytest.raises(ReviewError):
        keep(SEEDS[:1], store=store)


READER = """
import sys
from pathlib import Path
from kgraph.store.snapshot import open_snapshot
for _ in range(int(sys.argv[2])):
    store = open_snapshot(Path(sys.argv[1]))
    print(sum(1 for name in store.named_graphs() for _ in store.quads_for_pattern(None, None, None, name)))
    del store
"""


@pytest.mark.slow
def test_a_thousand_readers_while_it_is_built(tmp_path: Path) -> None:
    store, states = tmp_path / "kho", (SEEDS[:2], SEEDS[1:])
    sizes = set()
    for sources in states:
        change = keep(sources, store=store, only=("nq", "issues", "run")).change
        assert change
        sizes.add(change.quads)
    with subprocess.Popen([sys.executable, "-c", READER, str(store), "1000"], stdout=subprocess.PIPE, text=True) as reader:
        built = 0
        while reader.poll() is None and built < 40:
            keep(states[built % 2], store=store, only=("nq", "issues", "run"))
            built += 1
        told, _ = reader.communicate()
    assert (reader.returncode, len(told.split())) == (0, 1000)
    assert {int(size) for size in told.split()} <= sizes
    assert built > 2
    keep(states[0], store=store, only=("nq", "issues", "run"))
    assert len(list(store.glob("db-*"))) == 1
