"""What the tests of the house look at: the files of the project, as git would take them."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BINARY = {".sqlite", ".gz", ".png", ".woff2"}


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def project_files() -> tuple[Path, ...]:
    """Every file that is, or would be, under version control; skipped by name where there is no git checkout."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], cwd=ROOT, capture_output=True, check=False
    )
    if listed.returncode:
        pytest.skip("not a git checkout: the files of the project are not known")
    return tuple(path for name in sorted(set(listed.stdout.decode().split("\0"))) if name and (path := ROOT / name).is_file())


@pytest.fixture(scope="session")
def texts(project_files: tuple[Path, ...]) -> dict[str, str]:
    """What the project's own people wrote, by path: neither the articles nor what was made from them."""
    own = (path for path in project_files if path.suffix not in BINARY)
    names = {str(path.relative_to(ROOT)): path for path in own}
    return {name: path.read_text("utf-8") for name, path in names.items() if not name.startswith(("seeds/", "exports/", "tests/gold/"))}
