"""A folder as a reader has it after the first command of the README: the seeds, their gold facts and what was built from them."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("workspace")
    for name in ("seeds", "tests/gold/seeds"):
        shutil.copytree(ROOT / name, folder / name)
    subprocess.run([sys.executable, "-m", "kgraph", "build", "seeds"], cwd=folder, check=True, stdin=subprocess.DEVNULL)
    return folder
