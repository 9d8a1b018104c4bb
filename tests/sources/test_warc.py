"""Web archives."""

import gzip
import io
from collections.abc import Iterator

import pytest

from kgraph.model import Article, Issue
from kgraph.sources.outcomes import Reading, Unread
from kgraph.sources.pages import Pages
from kgraph.sources.unpacking import Unpacked
from kgraph.sources.warc import read_warc

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"


def body(number: int) -> str:
    return f"Sáng 1{number}/3/2024, Quận ủy Đống Đa tổ chức hội nghị lần thứ {number}."


def page(number: int, head: str = "") -> bytes:
    return f"<html><head><title>Tin {number}</title>{head}</head><body><p>{body(number)}</p></body></html>".encode()


def record(content: bytes, *, number: str = "1", type: str = "response", kind: str = "application/http", length: int = -1) -> bytes:
    size = len(content) if length < 0 else length
    head = f"WARC-Type: {type}\r\nWARC-Target-URI: https://example.vn/{number}\r\nContent-Type: {kind}\r\nContent-Length: {size}"
    return f"WARC/1.0\r\n{head}\r\n\r\n".encode() + content + b"\r\n\r\n"


def good(number: int, head: str = "") -> bytes:
    return record(HEAD + page(number, head), number=str(number))


@pytest.fixture(scope="module")
def pages() -> Iterator[Pages]:
    with Pages() as made:
        yield made


def read(archive: bytes, pages: Pages, *, limit: int = 100_000) -> list[str]:
    """The last part of the address of each article, place and code of each refusal and issue."""
    stream = io.BytesIO(archive)
    content = io.BufferedReader(Unpacked(stream, ratio=200)) if archive.startswith(b"\x1f") else stream
    return list(_shown(read_warc(content, place="a.warc", limit=limit, pages=pages)))


def _shown(readings: Iterator[Reading]) -> Iterator[str]:
    try:
        for reading in readings:
            yield reading.id.rpartition("/")[2] if isinstance(reading, Article) else f"{reading.place} {reading.code}"
    except Unread as reason:
        yield f"a.warc {reason.code}"


def test_pages_with_their_addresses(pages: Pages) -> None:
    archive = record(b"software: test\r\n", type="warcinfo", kind="application/warc-fields") + good(1) + good(2)
    one, two, issue = read_warc(io.BytesIO(archive), place="a.warc", limit=100_000, pages=pages)
    assert [one, two] == [
        Article(id=f"https://example.vn/{n}", text=f"Tin {n}\n\n{body(n)}", url=f"https://example.vn/{n}", source="example.vn")
        for n in (1, 2)
    ]
    assert isinstance(issue, Issue) and (issue.code, issue.article, "1 records" in issue.message) == ("no-page", "", True)


def test_a_canonical_address_counts_on_its_own_host_only(pages: Pages) -> None:
    own, foreign = (f'<link rel="canonical" href="https://{host}/tin">' for host in ("example.vn", "evil.example"))
    readings = read_warc(io.BytesIO(good(1, own) + good(2, foreign)), place="a.warc", limit=100_000, pages=pages)
    assert [r.url for r in readings if isinstance(r, Article)] == ["https://example.vn/tin", "https://example.vn/2"]


def test_records_packed_one_by_one_and_together(pages: Pages) -> None:
    assert read(gzip.compress(good(1)) + gzip.compress(good(2)), pages) == ["1", "2"]
    assert read(gzip.compress(good(1) + good(2)), pages) == ["1", "2"]


def test_other_records_are_counted_and_no_inputs(pages: Pages) -> None:
    others = record(b"GET / HTTP/1.1\r\n\r\n", type="request") + record(HEAD.replace(b"text/html", b"image/png") + b"\x89PNG")
    missing = record(HEAD.replace(b"200 OK", b"404 Not Found") + page(3))
    assert read(others + good(1) + missing, pages) == ["1", "a.warc no-page"]


def test_a_page_kept_as_a_resource(pages: Pages) -> None:
    assert read(record(page(1), type="resource", kind="text/html"), pages) == ["1"]


@pytest.mark.parametrize("length", [0, 5, 100, 300, 10**6, 10**12], ids=str)
def test_a_wrong_length_costs_one_record(length: int, pages: Pages) -> None:
    archive = good(1) + record(HEAD + page(2), number="2", length=length) + good(3)
    assert read(archive, pages) == ["1", "a.warc:2 length", "3"]


@pytest.mark.parametrize(("kept", "code"), [(20, "warc"), (150, "cut"), (300, "cut")])
def test_a_cut_record_is_said(kept: int, code: str, pages: Pages) -> None:
    assert read(good(1) + good(2)[:kept], pages) == ["1", f"a.warc:2 {code}"]


@pytest.mark.parametrize("lost", [1, 15, 60])
def test_a_cut_packed_archive_is_said(lost: int, pages: Pages) -> None:
    shown = read(gzip.compress(good(1)) + gzip.compress(good(2))[:-lost], pages)
    assert shown[0] == "1"
    assert shown[-1].endswith(" cut")


def test_garbage_between_records_is_said(pages: Pages) -> None:
    assert read(good(1) + b"<p>no archive</p>\r\n\r\n" + good(2), pages) in (["1", "a.warc:2 warc", "2"], ["a.warc:1 length", "2"])


def test_a_large_record_is_passed_over_or_refused(pages: Pages) -> None:
    film = record(HEAD.replace(b"text/html", b"video/mp4") + bytes(1_000_000))
    long = record(HEAD + page(2) + b" " * 1_000_000, number="2")
    assert read(film + good(1) + long + good(3), pages, limit=50_000) == ["1", "a.warc:3 too-large", "3", "a.warc no-page"]


def test_an_address_that_is_none(pages: Pages) -> None:
    assert read(record(HEAD + page(1), number="> <http://evil/p>"), pages) == ["a.warc:1 identifier"]


@pytest.mark.parametrize(
    ("content", "shown"),
    [(b"", "a.warc empty"), (b"\r\n\r\n", "a.warc empty"), (b"hello", "a.warc:1 warc"), (b"WARC/1.0\r\n\r\n", "a.warc:1 warc")],
)
def test_what_is_no_archive(content: bytes, shown: str, pages: Pages) -> None:
    assert read(content, pages) == [shown]
