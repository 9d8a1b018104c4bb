"""Human decisions at the prompt: by option, by environment, and for what single articles say."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

SIGNED = 'by = "LH"\ndate = 2026-01-02\nreason = "theo yêu cầu"\n'


@pytest.fixture
def reviewed(folder: Path) -> Path:
    (folder / "reviewed").mkdir()
    text = f'[[suppression]]\nname = "Đinh Trường Thọ"\n{SIGNED}'
    (folder / "reviewed" / "suppressions.toml").write_text(text, encoding="utf-8")
    return folder / "reviewed"


def test_the_option_and_the_environment_say_the_same(kgraph: Any, folder: Path, reviewed: Path) -> None:
    by_option = kgraph("build", "tin/a1.txt", "-o", "one", "--reviewed", "reviewed", cwd=folder)
    by_environment = kgraph("build", "tin/a1.txt", "-o", "two", cwd=folder, env={"KGRAPH_REVIEWED": "reviewed"})
    assert (by_option.code, by_environment.code) == (0, 0)
    one, two = ({path.name: path.read_bytes() for path in (folder / out).iterdir()} for out in ("one", "two"))
    assert one == two
    assert "Thọ".encode() not in b"".join(one.values())


def test_what_people_decided_is_not_forgotten(kgraph: Any, folder: Path, reviewed: Path) -> None:
    kgraph("build", "tin/a1.txt", "-o", "out", "--reviewed", reviewed, cwd=folder)
    run = kgraph("build", "tin/a1.txt", "-o", "out", cwd=folder)
    assert run.code == 2
    assert "give --reviewed" in run.err


def test_nothing_is_taken_from_the_folder_one_stands_in(kgraph: Any, folder: Path, reviewed: Path) -> None:
    assert kgraph("build", "tin/a1.txt", "-o", "out", "--only", "run", cwd=folder).code == 0
    assert json.loads((folder / "out" / "run.json").read_text(encoding="utf-8"))["reviewed"] == ""


def test_a_fault_in_a_file_is_told_with_its_line(kgraph: Any, folder: Path, reviewed: Path) -> None:
    (reviewed / "suppressions.toml").write_text('\n[[suppression]]\nname = "Lê Hà"\n', encoding="utf-8")
    run = kgraph("build", "tin/a1.txt", "-o", "out", "--reviewed", reviewed, cwd=folder)
    assert (run.code, run.err) == (2, "error: `by` is missing (suppressions.toml:2)\n")


@pytest.mark.parametrize("format", ["json", "nq"])
def test_extract_leaves_the_name_out_too(kgraph: Any, folder: Path, reviewed: Path, format: str) -> None:
    run = kgraph("extract", "tin/a1.txt", "-f", format, "--reviewed", "reviewed", cwd=folder)
    assert run.code == 0
    assert "Thọ" not in run.out
    assert "dinh9" not in run.out
