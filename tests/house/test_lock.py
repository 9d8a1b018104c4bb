"""requirements.lock pins what pyproject.toml asks for, by version and hash, and names no host."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PIN = re.compile(r"^(?P<name>[a-z0-9][a-z0-9.-]*)==(?P<version>[^ ;\\]+)(?: ; (?P<marker>[^\\]+))? \\$")
HASH = re.compile(r"^    --hash=sha256:[0-9a-f]{64}(?: \\)?$")


@pytest.fixture(scope="module")
def lines(root: Path) -> list[str]:
    return (root / "requirements.lock").read_text("utf-8").splitlines()


def test_every_line_is_a_pin_or_a_hash(lines: list[str]) -> None:
    assert [line for line in lines if not PIN.match(line) and not HASH.match(line)] == []


def test_no_address_of_any_kind(lines: list[str]) -> None:
    assert [line for line in lines if "://" in line or "@" in line] == []


def test_everything_asked_for_is_pinned_within_its_bounds(lines: list[str], root: Path) -> None:
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))
    asked = [
        Requirement(r)
        for r in (
            *project["project"]["dependencies"],
            *project["project"]["optional-dependencies"]["web"],
            *project["dependency-groups"]["dev"],
            *project["build-system"]["requires"],
        )
    ]
    pins: dict[str, list[str]] = {}
    for line in lines:
        if pin := PIN.match(line):
            pins.setdefault(canonicalize_name(pin["name"]), []).append(pin["version"])
    assert [str(r) for r in asked if canonicalize_name(r.name) not in pins] == []
    assert [f"{r} but {v}" for r in asked for v in pins[canonicalize_name(r.name)] if not r.specifier.contains(v)] == []
