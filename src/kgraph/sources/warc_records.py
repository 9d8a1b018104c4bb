"""The records of a web archive (ISO 28500), with lengths that are checked: what a record swallows or lacks is found and said."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass

from kgraph.sources.outcomes import Unread

_CHUNK = 65_536
_HEAD_LIMIT = 65_536
_BEGINNING = re.compile(rb"\r?\n\r?\n(?=WARC/1\.[01]\r?\n[A-Za-z-]+:)")
_MARK = 64
"""Longer than what `_BEGINNING` looks at."""
_EMPTY_LINES = re.compile(rb"[\r\n]+")
_HEAD_END = re.compile(rb"\r?\n\r?\n")


@dataclass(frozen=True, slots=True)
class Record:
    """One record: its type, the kind of its content, the address it came from, and the content; `whole` says whether all of it."""

    type: str
    kind: str
    address: str
    content: bytes
    whole: bool = True


def records(stream: io.BufferedReader | io.BytesIO, *, limit: int) -> Iterator[Record | Unread]:
    """The records of an unpacked archive; of one over the limit only the beginning is kept. In place of a damaged one comes an Unread:
    `length` where another record begins before its end, `cut` where the file ends before it does, `warc` where there is no sound head.

    >>> import io
    >>> content = b"WARC/1.0\\r\\nWARC-Type: response\\r\\nContent-Length: 2\\r\\n\\r\\nab\\r\\n\\r\\n"
    >>> for record in records(io.BytesIO(content + content.replace(b"2", b"9")), limit=100): print(repr(record))
    Record(type='response', kind='', address='', content=b'ab', whole=True)
    Unread('the archive ends within this record')
    """
    window = _Window(stream)
    while window.at_content():
        try:
            head = _head(window)
            length = _length(head)
            window.drop(len(head))
            content = _content(window, length, limit)
        except Unread as reason:
            yield reason
            window.fault = None
            window.drop_to_beginning()
            continue
        fields = _fields(head)
        yield Record(
            fields.get("warc-type", ""),
            fields.get("content-type", "").lower(),
            fields.get("warc-target-uri", "").strip("<>"),
            content,
            whole=len(content) == length,
        )
    if window.fault:
        raise window.fault


class _Window:
    """Bytes of a stream that have been read and not yet dropped."""

    def __init__(self, stream: io.BufferedReader | io.BytesIO) -> None:
        self._stream = stream
        self.bytes = bytearray()
        self.ended = False
        self.fault: Unread | None = None

    def fill(self, size: int) -> bool:
        """Whether so many bytes are there, read if need be; what stops the stream is kept in `fault`."""
        while len(self.bytes) < size and not self.ended:
            try:
                # Not `read`: of what came before a fault it would give nothing.
                chunk = self._stream.read1(_CHUNK)
            except Unread as reason:
                self.fault, chunk = reason, b""
            self.ended = not chunk
            self.bytes += chunk
        return len(self.bytes) >= size

    def drop(self, size: int) -> None:
        del self.bytes[:size]

    def at_content(self) -> bool:
        """Drops empty lines; whether anything follows."""
        while self.fill(1):
            if empty := _EMPTY_LINES.match(self.bytes):
                self.drop(empty.end())
            if self.bytes:
                return True
        return False

    def drop_to_beginning(self) -> None:
        """Drops all before the next beginning of a record, or all there is."""
        while not (found := self.beginning()):
            if not self.fill(len(self.bytes) + 1):
                self.bytes.clear()
                return
            self.drop(max(len(self.bytes) - _CHUNK - _MARK, 0))
        self.drop(found.end())

    def beginning(self, before: int | None = None) -> re.Match[bytes] | None:
        """The first beginning of a record behind an empty line, if there is one before an offset."""
        return _BEGINNING.search(self.bytes, 0, len(self.bytes) if before is None else before + _MARK)


def _head(window: _Window) -> bytes:
    window.fill(_HEAD_LIMIT)
    end = _HEAD_END.search(window.bytes, 0, _HEAD_LIMIT)
    if not window.bytes.startswith(b"WARC/") or not end:
        raise Unread("warc", "no sound head of a record")
    return bytes(window.bytes[: end.end()])


def _fields(head: bytes) -> dict[str, str]:
    lines = (line.partition(":") for line in head.decode("utf-8", "replace").splitlines()[1:])
    return {name.strip().lower(): value.strip() for name, _, value in lines}


def _length(head: bytes) -> int:
    digits = _fields(head).get("content-length", "")
    if not (digits.isascii() and digits.isdigit() and len(digits) < 20):
        raise Unread("warc", "no sound length of a record")
    return int(digits)


def _content(window: _Window, length: int, limit: int) -> bytes:
    """The content of a record, or its beginning where it is over the limit; the window then stands behind it."""
    if length <= limit + _HEAD_LIMIT:
        if not window.fill(length + _MARK) and len(window.bytes) < length:
            raise _wrong(window)
        if not re.match(rb"(?:\r?\n){1,4}(?:WARC/|$)|$", window.bytes[length : length + _MARK]):
            raise _wrong(window)
        content = bytes(window.bytes[:length])
        window.drop(length)
        return content
    window.fill(_HEAD_LIMIT)
    content, left = bytes(window.bytes[:_HEAD_LIMIT]), length
    while left:
        window.fill(min(left, _CHUNK) + _MARK)
        step = min(left, len(window.bytes) - (0 if window.ended else _MARK))
        if not step or ((found := window.beginning(before=left)) and found.start() < left):
            raise _wrong(window)
        window.drop(step)
        left -= step
    return content


def _wrong(window: _Window) -> Unread:
    if window.beginning():
        return Unread("length", "another record begins before the declared end of this one")
    if window.ended:
        return Unread("cut", "the archive ends within this record")
    return Unread("length", "no record ends where this one is declared to end")
