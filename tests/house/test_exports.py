"""The files in exports/ are what this code makes of the seeds, byte for byte."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

FILES = ("cards.jsonl", "graph.html", "graph.nq", "graph.ttl", "issues.jsonl", "run.json")


@pytest.fixture(scope="module")
def built(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("exports")
    odd = {**os.environ, "PYTHONHASHSEED": "7", "TZ": "Asia/Ho_Chi_Minh", "LC_ALL": "C"}
    subprocess.run(
        [sys.executable, "-m", "kgraph", "build", "seeds", "--out", str(out)], cwd=root, env=odd, check=True, stdin=subprocess.DEVNULL
    )
    return out


def test_a_build_writes_these_files_and_no_other(built: Path, root: Path) -> None:
    assert sorted(path.name for path in built.iterdir()) == sorted(FILES)
    assert {path.name for path in (root / "exports").iterdir()} >= set(FILES)


@pytest.mark.parametrize("name", FILES)
def test_the_file_kept_in_exports_is_the_one_made_today(built: Path, root: Path, name: str) -> None:
    kept, made = (root / "exports" / name).read_bytes(), (built / name).read_bytes()
    assert kept == made, f"exports/{name} is out of step: `make exports`, look at the difference, keep it if it is right"
