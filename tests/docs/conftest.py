"""A folder as a reader has it after the first command of the README: the seeds, their gold facts, what was built from them, and the files
that pages show."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FILE = re.compile(r"^```toml (\S+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
"""A file that a page shows, with its name."""


@pytest.fixture(scope="session")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("workspace")
    for name in ("seeds", "tests/gold/seeds"):
        shutil.copytree(ROOT / name, folder / name)
    for page in (ROOT / "docs").rglob("*.md"):
        for name, content in FILE.findall(page.read_text("utf-8")):
            (folder / name).parent.mkdir(exist_ok=True)
            (folder / name).write_text(content, encoding="utf-8")
    subprocess.run([sys.executable, "-m", "kgraph", "build", "seeds"], cwd=folder, check=True, stdin=subprocess.DEVNULL)
    return folder
