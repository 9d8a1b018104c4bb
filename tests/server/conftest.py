"""A server of our own on a free port of this machine, and what it is asked with."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import httpx
import pytest

ROOT = Path(__file__).parents[2]
RUN = """
import json, sys
from kgraph.server.options import Options
from kgraph.server.running import run
run(Options(**json.loads(sys.argv[1])), started=lambda address: print(address, flush=True))
"""


class Served(NamedTuple):
    """A running server: its address, a client for it, its process, and the file its log goes to."""

    address: str
    client: httpx.Client
    process: subprocess.Popen[str]
    log: Path

    def children(self) -> list[int]:
        """All processes below the server's."""
        found, todo = [], [self.process.pid]
        while todo:
            path = Path(f"/proc/{todo[-1]}/task/{todo.pop()}/children")
            below = [int(word) for word in path.read_text().split()] if path.exists() else []
            found += below
            todo += below
        return found

    def memory(self) -> int:
        """Bytes that the process that speaks HTTP holds."""
        return int(Path(f"/proc/{self.process.pid}/status").read_text().partition("VmRSS:")[2].split()[0]) * 1024


@contextmanager
def serving(log: Path, **options: Any) -> Iterator[Served]:
    """Serves until the block ends."""
    given = json.dumps({"graph": str(ROOT / "exports" / "graph.nq"), "port": 0} | options)
    with log.open("w") as errors:
        process = subprocess.Popen([sys.executable, "-c", RUN, given], stdout=subprocess.PIPE, stderr=errors, text=True)
    try:
        assert process.stdout
        address = process.stdout.readline().strip()
        assert address, log.read_text()
        with httpx.Client(base_url=address, timeout=60) as client:
            yield Served(address, client, process, log)
    finally:
        process.terminate()
        process.wait(10)


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The seeds, served with small limits."""
    with serving(tmp_path_factory.mktemp("server") / "log", seconds=2, memory=500_000_000, rows=1_000) as found:
        yield found


@pytest.fixture
def serve(tmp_path: Path) -> Callable[..., Any]:
    """Serves with other options."""
    return lambda **options: serving(tmp_path / "log", **options)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The outside collection of test material; tests that need it are skipped where it is not."""
    folder = Path(os.environ.get("KGRAPH_SHARED", ROOT.parent / "shared"))
    if not (folder / "suites").is_dir():
        pytest.skip("needs the outside collection: set KGRAPH_SHARED to its folder")
    return folder
