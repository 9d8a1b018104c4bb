"""A stretch of a file as a file of its own, and where a long file of lines is cut into stretches."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import BinaryIO


class Stretch(io.RawIOBase):
    """The bytes of a file from `begin` to `end`, or to its last.

    >>> io.BufferedReader(Stretch(io.BytesIO(b"a\\nb\\nc\\n"), 2, 4)).read()
    b'b\\n'
    """

    def __init__(self, file: BinaryIO, begin: int, end: int | None) -> None:
        file.seek(begin)
        self._file, self._left = file, None if end is None else end - begin

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """Fills the buffer as far as the stretch goes."""
        content = self._file.read(len(buffer) if self._left is None else min(len(buffer), self._left))
        if self._left is not None:
            self._left -= len(content)
        buffer[: len(content)] = content
        return len(content)

    def close(self) -> None:
        """Closes the file."""
        self._file.close()
        super().close()


def cuts(file: BinaryIO, size: int) -> Iterator[tuple[int, int, int]]:
    """Where to cut a file of lines: begin, end and number of the first line of stretches of whole lines, each of about `size` bytes.

    >>> list(cuts(io.BytesIO(b"a\\nbb\\nc\\nd"), 3))
    [(0, 5, 1), (5, 8, 3)]
    """
    begin, line = 0, 1
    while part := file.read(size):
        lines = part.count(b"\n")
        end = begin + len(part)
        while not part.endswith(b"\n") and (part := file.readline(size)):
            lines, end = lines + part.count(b"\n"), end + len(part)
        yield begin, end, line
        begin, line = end, line + lines
