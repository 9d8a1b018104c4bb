"""Bytes to text: UTF-8, and UTF-16 where its mark says so. Nothing is guessed."""

from __future__ import annotations

import codecs

from kgraph.sources.outcomes import Unread

# UTF-32 stands first: its little-endian mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def decode(content: bytes) -> str:
    """The text of a file, without its byte order mark; Unread (`encoding`) where it is in another encoding.

    >>> decode("Đảng".encode("utf-16")), decode(b"\\xef\\xbb\\xbfDang")
    ('Đảng', 'Dang')
    """
    mark, encoding = next(((m, e) for m, e in _MARKS if content.startswith(m)), (b"", "utf-8"))
    if encoding == "UTF-32":
        raise Unread("encoding", "UTF-32 is not read; save it as UTF-8")
    return decode_as(encoding, content[len(mark) :])


def decode_as(encoding: str, content: bytes) -> str:
    """The text of bytes in one encoding; Unread (`encoding`) where they are not in it.

    >>> decode_as("utf-8", "Đảng".encode())
    'Đảng'
    """
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise Unread("encoding", f"not {encoding.upper()} at byte {error.start}; convert it to UTF-8 first") from None


def is_utf16(content: bytes) -> bool:
    """Whether bytes begin with the mark of UTF-16 (or of UTF-32).

    >>> is_utf16("Đ".encode("utf-16")), is_utf16("Đ".encode())
    (True, False)
    """
    return content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE))
