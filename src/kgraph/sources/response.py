"""Answers of a web server, as archives keep them, to the pages in them."""

from __future__ import annotations

import io
import re
import zlib

from kgraph.sources.kinds import BEGINNING, kind_by_beginning
from kgraph.sources.outcomes import Unread
from kgraph.sources.unpacking import GZIP

_HEAD_END = re.compile(rb"\r?\n\r?\n")
_STATUS = re.compile(rb"HTTP/\d(?:\.\d)? +200\b")
_CHUNK_SIZE = re.compile(rb"([0-9a-fA-F]{1,8})[ \t]*(?:;[^\n]*)?\r?\n")


def page_of(answer: bytes, *, limit: int) -> bytes | None:
    """The web page in an answer with its head, unpacked; None where it holds no page or the server gave none (its status is not 200).

    Raises Unread: `too-large` for a page over the limit, `cut` for one that ends too early, `format` for one packed otherwise than by gzip.

    >>> page_of(b"HTTP/1.1 200 OK\\r\\nContent-Type: text/html\\r\\n\\r\\n<p>a", limit=100)
    b'<p>a'
    >>> page_of(b"HTTP/1.1 404 Not Found\\r\\nContent-Type: text/html\\r\\n\\r\\n<p>a", limit=100)
    """
    end = _HEAD_END.search(answer)
    if not end or not _STATUS.match(answer):
        return None
    lines = (line.partition(":") for line in answer[: end.start()].decode("latin-1").split("\n")[1:])
    fields = {name.strip().lower(): value.strip().lower() for name, _, value in lines}
    body = answer[end.end() :]
    kind = fields.get("content-type", "")
    if kind and not kind.startswith(("text/html", "application/xhtml")):
        return None
    if fields.get("transfer-encoding") == "chunked":
        body = _joined(body)
    body = _unpacked(body, fields.get("content-encoding", ""), limit)
    if not kind and kind_by_beginning(body[:BEGINNING]) != "html":
        return None
    if len(body) > limit:
        raise Unread("too-large", f"a page of more than {limit} bytes")
    return body


def _joined(body: bytes) -> bytes:
    """The body of an answer sent in chunks; as it is where it does not begin with one, since some archives keep it joined."""
    stream = io.BytesIO(body)
    pieces: list[bytes] = []
    while size := _CHUNK_SIZE.fullmatch(stream.readline(100)):
        count = int(size[1], 16)
        if not count:
            return b"".join(pieces)
        pieces.append(stream.read(count))
        stream.readline(3)
    if pieces:
        raise Unread("cut", "a page that ends too early")
    return body


def _unpacked(body: bytes, encoding: str, limit: int) -> bytes:
    """The body as it was before it was packed; as it is where it is not, since some archives keep it unpacked."""
    if encoding in ("", "identity") or (encoding in ("gzip", "x-gzip") and not body.startswith(GZIP)):
        return body
    if encoding not in ("gzip", "x-gzip", "deflate"):
        # Brotli and its like have no mark of their own: a page that reads as one was kept unpacked.
        if kind_by_beginning(body[:BEGINNING]) == "html":
            return body
        raise Unread("format", "a page packed in another way than gzip")
    unpacking = zlib.decompressobj(wbits=47 if encoding != "deflate" or body[:1] == b"x" else -15)
    try:
        content = unpacking.decompress(body, limit + 1)
    except zlib.error:
        raise Unread("cut", "a packed page that is damaged") from None
    if not unpacking.eof and len(content) <= limit:
        raise Unread("cut", "a packed page that ends too early")
    return content
