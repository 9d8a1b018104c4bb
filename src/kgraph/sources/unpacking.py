"""Packed bytes: a stream that unpacks gzip as it is read, and stops where it is cut, damaged or a bomb."""

from __future__ import annotations

import io
import zlib
from typing import BinaryIO

from kgraph.sources.outcomes import Unread

GZIP = b"\x1f\x8b"
_CHUNK = 16_384
_FREE = 4_000_000
"""So many bytes may come out whatever went in: short packed files of one repeated line are sound."""


class Unpacked(io.RawIOBase):
    """The content of a gzip file of any number of members; use it through `io.BufferedReader`.

    Reading raises Unread: `cut` where the file ends too early or is damaged, `too-large` where more than `ratio` bytes come out of
    one, `format` where what comes out is packed again. All that came before has been given out by then. Bytes behind the last
    member are counted in `behind`.

    >>> import gzip
    >>> io.BufferedReader(Unpacked(io.BytesIO(gzip.compress(b"a") + gzip.compress(b"b")), ratio=200)).read()
    b'ab'
    """

    def __init__(self, stream: BinaryIO, *, ratio: int) -> None:
        self._stream, self._ratio = stream, ratio
        self._member, self._waiting = zlib.decompressobj(wbits=31), b""
        self._taken = self._given = 0
        self._begun = False
        self.behind = 0

    def readable(self) -> bool:
        return True

    def readinto(self, target: object) -> int:
        """Bytes written to `target`, 0 at the end."""
        view = memoryview(target).cast("B")  # type: ignore[arg-type]
        piece = self._next(min(len(view), _CHUNK * 4))
        view[: len(piece)] = piece
        return len(piece)

    def _next(self, most: int) -> bytes:
        while True:
            if self._member.eof and not self._next_member():
                return b""
            packed = self._member.unconsumed_tail or self._waiting or self._read()
            self._waiting = b""
            if not packed:
                if piece := self._member.decompress(b"", most):
                    return self._checked(piece)
                if self._member.eof:
                    continue
                if self._begun:
                    raise Unread("cut", "the packed file ends too early")
                return b""
            self._begun = True
            try:
                piece = self._member.decompress(packed, most)
            except zlib.error:
                raise Unread("cut", "the packed file is damaged") from None
            if piece:
                return self._checked(piece)

    def _next_member(self) -> bool:
        """Whether another member begins behind the one that has ended; what else stands there is counted."""
        rest = self._member.unused_data or self._read()
        if len(rest) == 1:
            rest += self._read()
        if rest.startswith(GZIP):
            self._member, self._waiting = zlib.decompressobj(wbits=31), rest
            return True
        while rest:
            self.behind += len(rest.strip(b"\0"))
            rest = self._read()
        self._begun = False
        self._member = zlib.decompressobj(wbits=31)
        return False

    def _read(self) -> bytes:
        chunk = self._stream.read(_CHUNK)
        self._taken += len(chunk)
        return chunk

    def _checked(self, piece: bytes) -> bytes:
        if not self._given and piece.startswith(GZIP):
            raise Unread("format", "packed twice; unpack it once")
        self._given += len(piece)
        if self._given > _FREE and self._given > self._ratio * self._taken:
            raise Unread("too-large", f"more than {self._ratio} times as large as packed; unpack it to have it read")
        return piece
