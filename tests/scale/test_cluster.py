"""A real Dask cluster: a scheduler and two workers as processes of their own, one of which is killed in the middle."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from kgraph.build import build
from kgraph.errors import KgraphError
from kgraph.scale.cluster import Cluster

CORPUS = Path(__file__).parents[1] / "identity" / "corpus" / "articles.jsonl"
FILES = ("graph.nq", "cards.jsonl", "issues.jsonl", "run.json")
DASK = (sys.executable, "-m", "dask")


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """The address of a scheduler on this machine, and its two workers."""
    log = tmp_path / "scheduler.log"
    with log.open("wb") as said:
        started = [subprocess.Popen([*DASK, "scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard"], stdout=said, stderr=said)]
    try:
        address = _address(log)
        worker = [*DASK, "worker", address, "--nthreads", "1", "--no-nanny", "--no-dashboard", "--host", "127.0.0.1"]
        started += [
            subprocess.Popen([*worker, "--local-directory", str(tmp_path)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            for _ in range(2)
        ]
        yield address, started[1:]
    finally:
        for process in reversed(started):
            process.kill()
            process.wait()


def _address(log: Path) -> str:
    for _ in range(300):
        if found := re.search(rb"tcp://127\.0\.0\.1:\d+", log.read_bytes()):
            return found[0].decode()
        time.sleep(0.1)
    pytest.fail(log.read_text())


class Killing:
    """A cluster of which a worker is killed once the first part has come."""

    def __init__(self, cluster: Cluster, worker: subprocess.Popen[bytes]) -> None:
        self._cluster, self._worker = cluster, worker
        self.runs = 0

    def run(self, function: Callable[[Any], Any], tasks: Sequence[Any]) -> Iterator[tuple[int, Any]]:
        """See Executor."""
        self.runs += 1
        for found in self._cluster.run(function, tasks):
            yield found
            if self.runs == 2:
                os.kill(self._worker.pid, signal.SIGKILL)


@pytest.mark.slow
def test_same_bytes_though_a_worker_is_killed(
    cluster: tuple[str, list[subprocess.Popen[bytes]]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    address, workers = cluster
    monkeypatch.setattr("kgraph.build.SIZE", 4_000)
    build([CORPUS], out=tmp_path / "here", only=["nq", "cards", "issues", "run"])
    with Cluster(address) as there:
        build([CORPUS], out=tmp_path / "there", only=["nq", "cards", "issues", "run"], executor=Killing(there, workers[0]))
    assert workers[0].poll() == -signal.SIGKILL
    for name in FILES:
        assert (tmp_path / "there" / name).read_bytes() == (tmp_path / "here" / name).read_bytes()


def test_a_cluster_that_does_not_answer_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kgraph.scale.cluster._PATIENCE", 0.5)
    with pytest.raises(KgraphError, match="no scheduler answers"):
        Cluster("tcp://127.0.0.1:9")
