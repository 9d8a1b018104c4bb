"""Plain text: one file is one article."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from kgraph.sources.admission import admit
from kgraph.sources.decoding import decode
from kgraph.sources.kinds import stem
from kgraph.sources.outcomes import Reading, Unread


def read_txt(stream: BinaryIO, *, place: str, limit: int) -> Iterator[Reading]:
    """The article of one text of at most `limit` bytes; its identifier is the stem of `place`. Unread where it is none.

    >>> import io
    >>> [article] = read_txt(io.BytesIO("Quận ủy họp.".encode()), place="tin/000.txt", limit=100)
    >>> article.id, article.text
    ('000', 'Quận ủy họp.')
    """
    content = stream.read(limit + 1)
    if len(content) > limit:
        raise Unread("too-large", f"more than {limit} bytes")
    text, encoding = decode(content)
    yield from admit(id=stem(place), text=text, came_with={}, place=place, encoding=encoding)
