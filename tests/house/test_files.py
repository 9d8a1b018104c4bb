"""Files are short, finished, and name neither a machine nor a package host."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

LIMIT = 300
UNFINISHED = re.compile(r"\b(?:TO" + r"DO|FIX" + r"ME|XX" + r"X(?=:)|NotImplemented" + r"Error)\b")
MACHINE = re.compile(r"(?<![\w.:])/(?:home|root|Users|work|tmp)/(?!me/)\w[/\w]*|\b[A-Z]:\\\\?Users\b")
REGISTRY = re.compile(r"pypi\.org|pythonhosted\.org|registry\.npmjs|crates\.io|proxy\.golang|index-url|find-links=|extra-index")


def found(pattern: re.Pattern[str], texts: dict[str, str]) -> list[str]:
    return [f"{name}:{text.count(chr(10), 0, hit.start()) + 1}: {hit[0]}" for name, text in texts.items() for hit in pattern.finditer(text)]


def without(texts: dict[str, str], *names: str) -> dict[str, str]:
    return {name: text for name, text in texts.items() if name not in names and not name.startswith("tests/house/")}


def test_no_module_grows_beyond_a_few_screens(texts: dict[str, str]) -> None:
    code = {name: text for name, text in texts.items() if name.startswith("src/") and name.endswith(".py")}
    lengths = {name: text.count("\n") for name, text in code.items()}
    assert lengths
    assert {name: lines for name, lines in lengths.items() if lines >= LIMIT} == {}


def test_nothing_is_left_for_later(texts: dict[str, str]) -> None:
    assert found(UNFINISHED, without(texts)) == []


def test_no_path_of_a_machine(texts: dict[str, str], root: Path) -> None:
    assert found(MACHINE, without(texts)) == []
    assert [name for name, text in texts.items() if str(root) + "/" in text] == []


def test_no_package_host_is_named(texts: dict[str, str]) -> None:
    assert found(REGISTRY, without(texts, "Makefile")) == []


def test_the_lock_with_hosts_is_not_tracked(project_files: tuple[Path, ...]) -> None:
    assert "uv.lock" not in {path.name for path in project_files}


@pytest.mark.parametrize(
    "name", ["README.md", "LICENSE", "NOTICE", "CONTRIBUTING.md", "CHANGELOG.md", "requirements.lock", "seeds", "ontology"]
)
def test_what_a_newcomer_looks_for_is_there(root: Path, name: str) -> None:
    assert (root / name).exists()


def test_the_licence_is_whole(root: Path) -> None:
    text = (root / "LICENSE").read_text("utf-8")
    assert "Version 2.0, January 2004" in text
    assert text.rstrip().endswith("limitations under the License.")
