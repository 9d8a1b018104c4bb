"""Paths to articles."""

import gzip
import io
import os
from pathlib import Path

import pytest

from kgraph.errors import KgraphError
from kgraph.model import Article, Issue
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
    write(tmp_path / "a.pdf", b"%PDF-1.7")
    write(tmp_path / "b.docx.gz", b"\x1f\x8b")
    write(tmp_path / "c")
    refusals = list(read_sources([tmp_path]))
    assert [(r.place.rpartition("/")[2], r.code) for r in refusals if isinstance(r, Refusal)] == [
        ("a.pdf", "format"),
        ("b.docx.gz", "format"),
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


PAGE = f"<!DOCTYPE html><html><head><title>Tin quận</title></head><body><p>{BODY}</p></body></html>"
LINE = '{"id": "1", "text": "họp"}\n'
ANSWER = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + PAGE.encode()
ARCHIVE = b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.vn/1\r\nContent-Type: application/http\r\n"
ARCHIVE += b"Content-Length: %d\r\n\r\n%b\r\n\r\n" % (len(ANSWER), ANSWER)
KINDS = {"txt": BODY.encode(), "html": PAGE.encode(), "jsonl": LINE.encode(), "csv": "id,text\n1,họp\n".encode(), "warc": ARCHIVE}
IDS = {"txt": "a", "html": "a", "jsonl": "1", "csv": "1", "warc": "https://example.vn/1"}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("packed", [False, True], ids=["plain", "packed"])
def test_every_kind_as_a_file_and_from_standard_input(tmp_path: Path, kind: str, packed: bool) -> None:
    content = gzip.compress(KINDS[kind]) if packed else KINDS[kind]
    path = write(tmp_path / f"a.{kind}{'.gz' if packed else ''}", content)
    [from_file] = read_sources([path])
    [from_stdin] = read_sources(["-"], stdin=io.BytesIO(content))
    assert isinstance(from_file, Article) and isinstance(from_stdin, Article)
    assert from_file.text == from_stdin.text
    assert from_file.id == IDS[kind]


def test_a_packed_file_without_another_ending_is_known_by_its_content(tmp_path: Path) -> None:
    [article] = read_sources([write(tmp_path / "tin.gz", gzip.compress(LINE.encode()))])
    assert isinstance(article, Article) and article.id == "1"


def test_a_web_page_called_txt_is_read_as_a_page(tmp_path: Path) -> None:
    [article] = read_sources([write(tmp_path / "a.txt", PAGE)])
    assert isinstance(article, Article) and article.text == f"Tin quận\n\n{BODY}"


def test_what_stands_behind_a_packed_file_is_said_without_an_article(tmp_path: Path) -> None:
    article, issue = read_sources([write(tmp_path / "a.jsonl.gz", gzip.compress(LINE.encode()) + b"garbage")])
    assert isinstance(article, Article)
    assert isinstance(issue, Issue) and (issue.code, issue.article, issue.place) == ("behind", "", "a.jsonl.gz")


def test_patterns_are_read_and_one_that_fits_nothing_stops_everything(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write(Path("tin/a.txt"))
    write(Path("tin/[b].txt"))
    assert [r.id for r in read_sources(["tin/*.txt"]) if isinstance(r, Article)] == ["[b]", "a"]
    assert [r.id for r in read_sources(["tin/[b].txt"]) if isinstance(r, Article)] == ["[b]"]
    with pytest.raises(KgraphError, match="no file fits the pattern"):
        read_sources(["tin/*.txt", "tin/*.html"])


def test_articles_come_as_they_are_asked_for(tmp_path: Path) -> None:
    """Of an endless stream the first articles are there at once."""

    class Endless(io.RawIOBase):
        def readable(self) -> bool:
            return True

        def readinto(self, target: object) -> int:
            view = memoryview(target).cast("B")  # type: ignore[arg-type]
            line = LINE.encode()
            view[: len(line)] = line
            return len(line)

    readings = read_sources(["-"], stdin=io.BufferedReader(Endless()))
    assert all(isinstance(next(readings), Article) for _ in range(1_000))
