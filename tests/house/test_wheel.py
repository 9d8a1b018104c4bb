"""What is installed from the wheel works without the checkout: the ontology is inside, the program starts."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def installed(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("installed")
    source = tmp_path_factory.mktemp("source") / "kgraph"
    names = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], cwd=root, capture_output=True, check=True
    )
    for name in filter(None, names.stdout.decode().split("\0")):
        if (root / name).is_file():
            (source / name).parent.mkdir(parents=True, exist_ok=True)
            (source / name).write_bytes((root / name).read_bytes())
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-build-isolation", "--target", str(target), str(source)]
    subprocess.run(pip, check=True, stdin=subprocess.DEVNULL)
    return target


def run(installed: Path, folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """The installed program, away from the checkout."""
    environment = {**os.environ, "PYTHONPATH": str(installed), "PYTHONUTF8": "1"}
    command = [sys.executable, str(installed / "bin" / "kgraph"), *words]
    return subprocess.run(command, cwd=folder, env=environment, text=True, capture_output=True, check=False, stdin=subprocess.DEVNULL)


def test_the_package_that_runs_is_the_installed_one(installed: Path, tmp_path: Path) -> None:
    code = "import kgraph, kgraph.settings as s; print(kgraph.__file__); print(s.ontology_folder())"
    environment = {**os.environ, "PYTHONPATH": str(installed)}
    shown = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, env=environment, text=True, capture_output=True, check=True).stdout
    assert all(line.startswith(str(installed)) for line in shown.splitlines())


def test_the_program_starts(installed: Path, tmp_path: Path) -> None:
    done = run(installed, tmp_path, "--help")
    assert done.returncode == 0, done.stderr
    assert "build" in done.stdout


def test_it_builds_the_same_graph(installed: Path, tmp_path: Path, root: Path) -> None:
    done = run(installed, tmp_path, "build", str(root / "seeds"), "--out", str(tmp_path / "out"))
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "out" / "graph.nq").read_bytes() == (root / "exports" / "graph.nq").read_bytes()
