"""Paths to articles."""

import io
import os
from pathlib import Path

import pytest

from kgraph.errors import KgraphError
from kgraph.model import Article
from kgraph.settings import Settings
from kgraph.sources import Refusal, read_sources

BODY = "Quận ủy Đống Đa tổ chức hội nghị."


def write(path: Path, content: str | bytes = BODY) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_files_folders_and_standard_input_in_the_order_given(tmp_path: Path) -> None:
    write(tmp_path / "tin" / "b.txt")
    write(tmp_path / "tin" / "a.jsonl", '{"id": "1", "text": "họp"}\n')
    other = write(tmp_path / "-rf.TXT")
    readings = read_sources([other, "-", str(tmp_path / "tin")], stdin=io.BytesIO(BODY.encode()))
    assert [r.id for r in readings if isinstance(r, Article)] == ["-rf", "stdin", "1", "b"]


def test_other_formats_are_refused_not_passed_over(tmp_path: Path) -> None:
    write(tmp_path / "a.html", "<p>họp")
    write(tmp_path / "b.jsonl.gz", b"\x1f\x8b")
    write(tmp_path / "c")
    refusals = list(read_sources([tmp_path]))
    assert [(r.place.rpartition("/")[2], r.code) for r in refusals if isinstance(r, Refusal)] == [
        ("a.html", "format"),
        ("b.jsonl.gz", "format"),
        ("c", "format"),
    ]


def test_a_file_over_the_limit_is_refused_without_being_read(tmp_path: Path) -> None:
    with (tmp_path / "big.txt").open("wb") as file:
        file.truncate(3_000_000_000)
    [refusal] = read_sources([tmp_path / "big.txt"], settings=Settings(max_article_bytes=100))
    assert isinstance(refusal, Refusal)
    assert refusal.code == "too-large"


def test_a_file_of_just_the_limit_is_read(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt")
    [article] = read_sources([path], settings=Settings(max_article_bytes=len(BODY.encode())))
    assert isinstance(article, Article)


def test_a_missing_path_stops_everything_before_anything_is_read(tmp_path: Path) -> None:
    with pytest.raises(KgraphError, match="no such file"):
        read_sources([write(tmp_path / "a.txt"), tmp_path / "missing.txt"])


def test_what_the_system_refuses_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path / "a.txt")

    def closed(*_: object) -> int:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(os, "open", closed)
    assert list(read_sources([path])) == [Refusal("a.txt", "unreadable", "Permission denied")]
