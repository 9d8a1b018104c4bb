"""Answers of a web server."""

import gzip
import zlib

import pytest

from kgraph.sources.outcomes import Unread
from kgraph.sources.response import page_of

PAGE = "<!DOCTYPE html><p>Quận ủy họp.</p>".encode()
HTML = "Content-Type: text/html"


def answer(*fields: str, body: bytes = PAGE, status: str = "200 OK") -> bytes:
    return "\r\n".join([f"HTTP/1.1 {status}", *fields]).encode() + b"\r\n\r\n" + body


def chunked(body: bytes, size: int = 7) -> bytes:
    pieces = [body[at : at + size] for at in range(0, len(body), size)]
    return b"".join(b"%x\r\n%b\r\n" % (len(piece), piece) for piece in pieces) + b"0\r\n\r\n"


@pytest.mark.parametrize(
    "content",
    [
        answer("Content-Type: text/html; charset=utf-8"),
        answer("content-type: TEXT/HTML"),
        answer(),
        answer(HTML, "Transfer-Encoding: chunked", body=chunked(PAGE)),
        answer(HTML, "Transfer-Encoding: chunked"),
        answer(HTML, "Content-Encoding: gzip", body=gzip.compress(PAGE)),
        answer(HTML, "Content-Encoding: gzip"),
        answer(HTML, "Content-Encoding: br"),
        answer(HTML, "Content-Encoding: deflate", body=zlib.compress(PAGE)),
        answer(HTML, "Content-Encoding: deflate", body=zlib.compress(PAGE)[2:-4]),
        answer(HTML, "Transfer-Encoding: chunked", "Content-Encoding: gzip", body=chunked(gzip.compress(PAGE))),
        answer(HTML).replace(b"\r\n", b"\n"),
    ],
    ids=range(12),
)
def test_pages(content: bytes) -> None:
    assert page_of(content, limit=1_000) == PAGE


@pytest.mark.parametrize(
    "content",
    [
        answer(HTML, status="404 Not Found"),
        answer(HTML, status="301 Moved"),
        answer("Content-Type: image/jpeg", body=b"\xff\xd8\xff"),
        answer(body=b"\xff\xd8\xff"),
        b"",
        b"HTTP/1.1 200 OK",
    ],
)
def test_what_is_no_page(content: bytes) -> None:
    assert page_of(content, limit=1_000) is None


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (answer(HTML, body=b"a" * 1_001), "too-large"),
        (answer(HTML, "Content-Encoding: gzip", body=gzip.compress(b"a" * 10_000_000)), "too-large"),
        (answer(HTML, "Content-Encoding: br", body=b"\x0b\x02\x80"), "format"),
        (answer(HTML, "Content-Encoding: gzip", body=gzip.compress(PAGE)[:10] + b"\xff" * 9), "cut"),
        (answer(HTML, "Content-Encoding: gzip", body=gzip.compress(PAGE)[:-12]), "cut"),
        (answer(HTML, "Transfer-Encoding: chunked", body=chunked(PAGE)[:-20]), "cut"),
    ],
    ids=["long", "a bomb", "brotli", "damaged", "packed and cut", "in chunks and cut"],
)
def test_pages_that_cannot_be_had(content: bytes, code: str) -> None:
    with pytest.raises(Unread) as refused:
        page_of(content, limit=1_000)
    assert refused.value.code == code
