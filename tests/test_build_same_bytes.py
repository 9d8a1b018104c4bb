"""The same articles give the same bytes: in any order, under any locale, time zone and hash seed."""

import hashlib
import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from kgraph.build import FILES

SEEDS = Path(__file__).parents[1] / "seeds"

pytestmark = pytest.mark.slow


def hashes(out: Path, sources: list[Path], **environment: str) -> dict[str, str]:
    """Hash of each file that `kgraph build` makes of the sources in a process of its own."""
    command = [sys.executable, "-m", "kgraph", "build", *map(str, sources), "--out", str(out)]
    ended = subprocess.run(command, env={**os.environ, **environment}, cwd=out.parent, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(out.iterdir())}


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Hashes of a build of the seeds' folder in the usual surroundings."""
    return hashes(tmp_path_factory.mktemp("usual") / "out", [SEEDS], PYTHONHASHSEED="0", LC_ALL="C.UTF-8", TZ="UTC")


def test_all_files_are_made(usual: dict[str, str]) -> None:
    assert set(usual) == set(FILES.values())


@pytest.mark.parametrize(
    ("seed", "environment"),
    [
        (1, {"PYTHONHASHSEED": "1"}),
        (2, {"PYTHONHASHSEED": "4242", "LC_ALL": "C"}),
        (3, {"PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo", "LC_ALL": "POSIX", "PYTHONUTF8": "0"}),
    ],
)
def test_same_bytes_in_other_surroundings(usual: dict[str, str], tmp_path: Path, seed: int, environment: dict[str, str]) -> None:
    files = sorted(SEEDS.glob("*.txt"))
    random.Random(seed).shuffle(files)
    assert hashes(tmp_path / "out", files, **environment) == usual
