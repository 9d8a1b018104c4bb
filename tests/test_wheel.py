"""The wheel in a fresh environment, with the dependencies it declares and no others, does what the checkout does."""

import os
import shutil
import subprocess
import sys
import tomllib
import venv
from pathlib import Path

import pytest

from kgraph.build import FILES

ROOT = Path(__file__).parents[1]

pytestmark = pytest.mark.slow


def run(*command: str | Path, folder: Path) -> subprocess.CompletedProcess[str]:
    """A command in a folder, without the variables that would lead Python back to the checkout."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV"))}
    return subprocess.run([*map(str, command)], cwd=folder, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def programs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of programs of a fresh environment with the wheel in it."""
    folder = tmp_path_factory.mktemp("wheel")
    uv = shutil.which("uv")
    home = folder / "venv"
    venv.create(home, with_pip=uv is None)
    programs_folder = home / ("Scripts" if os.name == "nt" else "bin")
    install = (
        [uv, "pip", "install", "--python", programs_folder / "python"]
        if uv
        else [programs_folder / "python", "-m", "pip", "install", "--quiet"]
    )
    make = (
        [uv, "build", "--wheel", "--out-dir", folder, ROOT]
        if uv
        else [sys.executable, "-m", "pip", "wheel", "--no-deps", "-w", folder, ROOT]
    )
    made = run(*make, folder=folder)
    assert made.returncode == 0, made.stderr
    [wheel] = folder.glob("*.whl")
    installed = run(*install, wheel, folder=folder)
    assert installed.returncode == 0, installed.stderr
    return programs_folder


def test_the_package_comes_from_the_wheel(programs: Path, tmp_path: Path) -> None:
    found = run(programs / "python", "-c", "import kgraph; print(kgraph.__file__)", folder=tmp_path)
    assert str(programs.parent) in found.stdout


def test_every_console_script_starts(programs: Path, tmp_path: Path) -> None:
    scripts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["scripts"]
    assert scripts
    for name in scripts:
        started = run(programs / name, "--help", folder=tmp_path)
        assert started.returncode == 0, started.stderr


def test_it_builds_all_files_away_from_the_checkout(programs: Path, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    ended = run(programs / "kgraph", "build", "seeds", folder=tmp_path)
    assert ended.returncode == 0, ended.stderr
    assert {path.name for path in (tmp_path / "exports").iterdir()} == set(FILES.values())
