"""Web pages as files."""

import io
from collections.abc import Iterator

import pytest

from kgraph.model import Article, Issue
from kgraph.sources.html import read_html
from kgraph.sources.legacy import written_in_tcvn3
from kgraph.sources.outcomes import Reading, Unread
from kgraph.sources.pages import Pages

BODY = "Sáng 19/3/2025, Quận ủy Đống Đa tổ chức hội nghị triển khai nhiệm vụ của năm, với đại diện của 21 phường."
PAGE = f"<html><head><meta charset=%s><title>Tin quận</title>%s</head><body><p>{BODY}</p></body></html>"


@pytest.fixture(scope="module")
def pages() -> Iterator[Pages]:
    with Pages() as made:
        yield made


def read(content: bytes, pages: Pages, *, limit: int = 100_000) -> list[Reading]:
    return list(read_html(io.BytesIO(content), place="tin/a.html", limit=limit, pages=pages))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("said", ["utf-8", "iso-8859-1", "windows-1252"])
def test_the_encoding_is_that_of_the_bytes_whatever_the_page_says(encoding: str, said: str, pages: Pages) -> None:
    [article] = read((PAGE % (said, "")).encode(encoding), pages)
    assert article == Article(id="a", text=f"Tin quận\n\n{BODY}")


def test_an_old_page_in_tcvn3(pages: Pages) -> None:
    article, issue = read(written_in_tcvn3(PAGE % ("x-user-defined", "")), pages)
    assert isinstance(article, Article) and article.text == f"Tin quận\n\n{BODY}"
    assert isinstance(issue, Issue) and (issue.code, issue.message) == ("encoding", "read as TCVN3")


def test_the_host_stands_for_a_source_that_is_not_named(pages: Pages) -> None:
    [article] = read((PAGE % ("utf-8", '<link rel=canonical href="https://quan.example.vn/tin/1">')).encode(), pages)
    assert isinstance(article, Article)
    assert (article.url, article.source) == ("https://quan.example.vn/tin/1", "quan.example.vn")


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd", "https://example.vn/a b"])
def test_addresses_that_are_none_are_dropped(address: str, pages: Pages) -> None:
    [article] = read(
        (PAGE % ("utf-8", f'<link rel=canonical href="{address}"><meta property="og:url" content="{address}">')).encode(), pages
    )
    assert isinstance(article, Article) and (article.url or "").startswith(("http", "")) and "javascript" not in (article.url or "")


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"\x7fELF\x02\x01\x01" + bytes(4096), "not-text"),
        (b"%PDF-1.7\n", "not-text"),
        (b"<p>\0\1\2\0\1\2\0\1\2", "not-text"),
        (b"", "empty"),
        (b"<p>" + b"a" * 200_000, "too-large"),
        ("<p>H\u00e0 N\u00e9i".encode("latin-1"), "encoding"),
    ],
)
def test_what_is_refused(content: bytes, code: str, pages: Pages) -> None:
    with pytest.raises(Unread) as refused:
        read(content, pages)
    assert refused.value.code == code
