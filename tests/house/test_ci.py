"""The continuous check runs what the README tells a newcomer to run."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import pytest

FENCED = re.compile(r"^```sh\n(.*?)^```$", re.DOTALL | re.MULTILINE)


@pytest.fixture(scope="module")
def readme(root: Path) -> str:
    return (root / "README.md").read_text("utf-8")


def test_the_readme_opens_with_two_commands_of_one_line_each(readme: str) -> None:
    blocks = FENCED.findall(readme)
    assert [block.count("\n") for block in blocks] == [1, 1]
    build, tests = blocks
    assert "kgraph build seeds" in build
    assert "pytest" in tests
    assert readme.index(tests) < readme.index("\n## ", readme.index(tests))
    assert all("requirements.lock" in block and "venv" in block for block in blocks)


def test_the_continuous_check_takes_its_commands_from_the_readme(root: Path, readme: str) -> None:
    script = (root / ".ci" / "run").read_text("utf-8")
    extract = re.search(r"^readme_commands\(\) \{.*\}$", script, re.MULTILINE)
    assert extract
    shown = subprocess.run(["sh", "-c", f"{extract[0]}\nreadme_commands"], cwd=root, capture_output=True, text=True, check=True).stdout
    assert shown == "".join(FENCED.findall(readme))
    assert 'sh -c "$build"' in script
    assert 'sh -c "$tests"' in script


def test_the_continuous_check_can_be_started(root: Path) -> None:
    script = root / ".ci" / "run"
    assert os.access(script, os.X_OK)
    assert subprocess.run(["sh", "-n", str(script)], check=False).returncode == 0


def test_every_target_that_is_named_exists(root: Path) -> None:
    targets = set(re.findall(r"^([a-z-]+):", (root / "Makefile").read_text("utf-8"), re.MULTILINE))
    pages = [root / "README.md", root / "CONTRIBUTING.md", root / ".ci" / "run", *sorted((root / "docs").rglob("*.md"))]
    named = {target for page in pages for target in re.findall(r"(?:`|^)make ([a-z-]+)", page.read_text("utf-8"), re.MULTILINE)}
    assert named - targets == set()
