"""Web pages: one file is one article."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO
from urllib.parse import urlsplit

from kgraph.sources.admission import admit
from kgraph.sources.decoding import decode
from kgraph.sources.kinds import stem
from kgraph.sources.letters import is_binary
from kgraph.sources.metadata import sound_url
from kgraph.sources.outcomes import Reading, Unread
from kgraph.sources.pages import Pages


def read_html(stream: BinaryIO, *, place: str, limit: int, pages: Pages) -> Iterator[Reading]:
    """The article of one page of at most `limit` bytes; its identifier is the stem of `place`. Unread where there is none.

    Metadata come from the page itself; where it names no source, the host of its address stands for it.

    >>> import io
    >>> with Pages() as pages:
    ...     [article] = read_html(io.BytesIO("<title>Tin</title><p>Quận ủy họp.".encode()), place="a.html", limit=100, pages=pages)
    >>> article.id, article.text
    ('a', 'Tin\\n\\nQuận ủy họp.')
    """
    content = stream.read(limit + 1)
    if len(content) > limit:
        raise Unread("too-large", f"more than {limit} bytes")
    yield from admit_page(content, id=stem(place), place=place, pages=pages)


def admit_page(content: bytes, *, id: str, place: str, pages: Pages, address: str = "") -> Iterator[Reading]:
    """The article of a page that came from `address`, if that is known; its own canonical address counts where the host is the same."""
    markup, encoding = decode(content)
    if is_binary(markup):
        raise Unread("not-text", "control characters in place of text")
    page = pages.read(markup)
    came_from = sound_url(address) if address else None
    own = sound_url(page["url"]) if page["url"] else None
    url = own if own and (not came_from or urlsplit(own).hostname == urlsplit(came_from).hostname) else came_from
    said = {
        "title": page["title"],
        "published": page["published"],
        "url": url,
        "source": page["source"] or (urlsplit(url).hostname if url else ""),
    }
    yield from admit(id=id, text=page["text"], came_with=said, place=place, encoding=encoding)
