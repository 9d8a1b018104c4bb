"""The changelog has an entry for the version that is being made."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from kgraph.settings import VERSION


def test_the_version_is_the_same_everywhere(root: Path) -> None:
    assert tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]["version"] == VERSION


def test_the_version_has_an_entry_with_changes(root: Path) -> None:
    sections = re.split(r"^## ", (root / "CHANGELOG.md").read_text("utf-8"), flags=re.MULTILINE)[1:]
    titles = [section.split("\n", 1)[0] for section in sections]
    assert titles[0].startswith("[Unreleased]")
    entry = next((section for section in sections if section.startswith(f"[{VERSION}]")), "")
    assert entry.count("\n- ") >= 1
