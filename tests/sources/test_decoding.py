"""Bytes to text."""

import pytest

from kgraph.sources.decoding import decode
from kgraph.sources.outcomes import Unread

TEXT = "Quận ủy Đống Đa tổ chức hội nghị"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_with_and_without_its_mark(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)) == TEXT


def test_big_endian_utf16_with_its_mark() -> None:
    assert decode(b"\xfe\xff" + TEXT.encode("utf-16-be")) == TEXT


@pytest.mark.parametrize(
    ("content", "named"),
    [
        (TEXT.encode("utf-32"), "UTF-32"),
        (TEXT.encode("utf-16-be"), "UTF-8 at byte"),
        ("Hà Nam".encode("cp1258"), "UTF-8 at byte 1"),
        (b"\xc0\xbcscript\xc0\xbe", "UTF-8 at byte 0"),
        (b"Ha \xed\xa0\x80 Noi", "UTF-8 at byte 3"),
        (b"\xff\xfe\x00\xd8", "UTF-16-LE"),
    ],
    ids=["utf-32", "utf-16 without mark", "windows-1258", "overlong", "surrogate", "half a pair"],
)
def test_other_encodings_are_refused(content: bytes, named: str) -> None:
    with pytest.raises(Unread, match=named) as refused:
        decode(content)
    assert refused.value.code == "encoding"
