"""Patterns for the names of files."""

from pathlib import Path

import pytest

from kgraph.sources.files import Found
from kgraph.sources.outcomes import Refusal
from kgraph.sources.patterns import files_like

FILES = ["a.txt", "b.html", "sub/c.txt", "sub/deep/d.txt", "2024/e.html", ".hidden.txt", "x[1].txt"]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in FILES:
        (tmp_path / "tin" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "tin" / name).write_text("họp", encoding="utf-8")
    (tmp_path / "tin" / "loop").symlink_to(".")
    (tmp_path / "tin" / "z.txt").symlink_to("/etc/passwd")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("tin/*.txt", ["a.txt", "x[1].txt", "z.txt link"]),
        ("tin/**/*.txt", ["a.txt", "x[1].txt", "z.txt link", "sub/c.txt", "sub/deep/d.txt"]),
        ("tin/20??", ["2024/e.html"]),
        ("tin/s*", ["sub/c.txt", "sub/deep/d.txt"]),
        ("t*/[ab].*", ["a.txt", "b.html"]),
        ("tin/[!a].*", ["b.html", "z.txt link"]),
        ("./tin/*.html", ["b.html"]),
        ("tin/*.pdf", []),
    ],
)
def test_files_that_fit(folder: Path, pattern: str, found: list[str]) -> None:
    got = [f.place if isinstance(f, Found) else f"{f.place} {f.code}" for f in files_like(pattern)]
    assert [place.removeprefix("tin/") for place in got] == found


def test_an_absolute_pattern_shows_no_machine(folder: Path) -> None:
    [html] = files_like(f"{folder}/tin/*.html")
    assert isinstance(html, Found) and html.place == "tin/b.html"


def test_links_that_fit_are_refused(folder: Path) -> None:
    assert [f.code for f in files_like("tin/l*") if isinstance(f, Refusal)] == ["link"]
