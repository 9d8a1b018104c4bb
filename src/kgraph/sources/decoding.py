"""Bytes to text: Unicode in any of its forms, or an older Vietnamese encoding where that is beyond doubt. Nothing is guessed."""

from __future__ import annotations

import codecs

from kgraph.sources.legacy import recognised
from kgraph.sources.outcomes import Unread
from kgraph.sources.syllables import vietnamese_share

# UTF-32 stands first: its little-endian mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_OTHERS = (b"\x7fELF", b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"PK\x03\x04")
"""How programs, documents and pictures begin that are no text at all."""
_NULS_OF_UTF16 = 0.1
_SURE = 0.9


def decode(content: bytes) -> tuple[str, str]:
    """The text of a file without its byte order mark, and the name of its encoding where that is not Unicode with a mark or UTF-8.

    Raises Unread: `encoding` where no encoding is beyond doubt, `not-text` for what is no text in any.

    >>> decode("Đảng".encode("utf-16")), decode(b"\\xef\\xbb\\xbfDang")
    (('Đảng', ''), ('Dang', ''))
    """
    if content.startswith(_OTHERS):
        raise Unread("not-text", "a program, a document or a picture, by its first bytes")
    mark, encoding = next(((m, e) for m, e in _MARKS if content.startswith(m)), (b"", "utf-8"))
    if not mark and (guess := _utf16_by_nuls(content)):
        return guess
    try:
        return decode_as(encoding, content[len(mark) :]), ""
    except Unread:
        # Zeros are in no text of these encodings, and a mark is a promise.
        if mark or b"\0" in content or not (found := recognised(content)):
            raise
        return found


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


def _utf16_by_nuls(content: bytes) -> tuple[str, str] | None:
    """The text of UTF-16 without its mark: plain letters have a zero beside them, always on the same side, and the words are Vietnamese."""
    sides = content[0::2].count(0), content[1::2].count(0)
    if max(sides) <= _NULS_OF_UTF16 * len(content) or min(sides) > 0 or len(content) % 2:
        return None
    name = "utf-16-be" if sides[0] else "utf-16-le"
    try:
        text = content.decode(name)
    except UnicodeDecodeError:
        return None
    return (text, name.upper()) if vietnamese_share(text) >= _SURE else None
