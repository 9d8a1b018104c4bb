"""All shards together give the same, however they are cut and whoever reads them; an input over which processes die is refused alone."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from kgraph.build import build
from kgraph.scale.executors import Executor, Here, Pool
from kgraph.scale.running import Task
from kgraph.scale.shards import Shard

CORPUS = Path(__file__).parents[1] / "identity" / "corpus" / "articles.jsonl"


def hashes(out: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in out.iterdir() if path.is_file()}


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The files of a build in this process, in one shard."""
    out = tmp_path_factory.mktemp("whole")
    build([CORPUS], out=out, only=["nq", "cards", "issues", "run"])
    return hashes(out)


@pytest.mark.parametrize(("size", "workers"), [(3_000, 1), (20_000, 1), (20_000, 2), (40_000, 4)])
def test_same_bytes_for_any_shards_and_workers(
    size: int, workers: int, whole: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kgraph.build.SIZE", size)
    with Pool(workers) as pool:
        build([CORPUS], out=tmp_path, only=["nq", "cards", "issues", "run"], executor=pool if workers > 1 else Here())
    assert hashes(tmp_path) == whole


REVIEWED = {
    "corrections.toml": """
[[correction]]
subject = "official/bui2-tien61-dat95--dang-uy-phuong-kien-hung--quan-ha-dong--ha-noi"
predicate = "attended"
object = "event/2022-07-20--t067--hoi-nghi--t067"
drop = true
by = "LH"
date = 2026-01-15
reason = "an example"
source = "none"
""",
    "suppressions.toml": """
[[suppression]]
name = "Cao Thị Bích Ngọc"
by = "LH"
date = 2026-01-15
reason = "an example"
""",
}


def test_same_bytes_with_human_decisions(whole: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (reviewed := tmp_path / "reviewed").mkdir()
    for name, text in REVIEWED.items():
        (reviewed / name).write_text(text, encoding="utf-8")
    shared: dict[str, Any] = {"only": ["nq", "cards", "issues", "run"], "reviewed": reviewed}
    build([CORPUS], out=tmp_path / "whole", **shared)
    monkeypatch.setattr("kgraph.build.SIZE", 20_000)
    with Pool(2) as pool:
        build([CORPUS], out=tmp_path / "parts", executor=pool, **shared)
    assert hashes(tmp_path / "parts") == hashes(tmp_path / "whole")
    assert whole.items().isdisjoint(hashes(tmp_path / "whole").items())
    issues = (tmp_path / "whole" / "issues.jsonl").read_text(encoding="utf-8")
    assert '"dropped"' in issues
    assert "decision-unused" not in issues


class Mortal:
    """An executor whose processes die over each shard that holds a certain word: when they survey it, or when they read it."""

    def __init__(self, word: str, *, reading: bool) -> None:
        self._word, self._reading = word, reading

    def run(self, function: Callable[[Any], Any], tasks: Sequence[Any]) -> Iterator[tuple[int, Any]]:
        """See Executor."""
        for number, task in enumerate(tasks):
            shard = task.shard if isinstance(task, Task) else task if isinstance(task, Shard) else Shard(())
            dies = isinstance(task, Task) == self._reading and any(self._word in _text(one) for one in shard.found)
            yield number, None if dies else function(task)


def _text(found: Any) -> str:
    return str(found.path.read_bytes()[found.begin : found.end].decode())


@pytest.mark.parametrize("reading", [False, True])
def test_an_input_over_which_processes_die_is_refused_alone(reading: bool, tmp_path: Path) -> None:
    lines = CORPUS.read_text(encoding="utf-8").splitlines()
    poison = json.loads(lines[17]) | {"id": "poison"}
    poison["text"] += " Xqz."
    (tmp_path / "tin.jsonl").write_text("\n".join([*lines[:30], json.dumps(poison, ensure_ascii=False), *lines[30:40]]), encoding="utf-8")
    (tmp_path / "good.jsonl").write_text("\n".join(lines[:40]), encoding="utf-8")
    mortal: Executor = Mortal("Xqz", reading=reading)
    report = build([tmp_path / "tin.jsonl"], out=tmp_path / "a", only=["nq", "issues"], executor=mortal)
    build([tmp_path / "good.jsonl"], out=tmp_path / "b", only=["nq", "issues"])
    assert (report.counts.given, report.counts.accepted, report.counts.quarantined) == (41, 40, 1)
    assert [(issue.code, issue.place) for issue in report.refused] == [("fault", "tin.jsonl:31")]
    assert (tmp_path / "a" / "graph.nq").read_bytes() == (tmp_path / "b" / "graph.nq").read_bytes()
