"""Bytes to text."""

import pytest

from kgraph.sources.decoding import decode
from kgraph.sources.legacy import written_in_tcvn3, written_in_vni
from kgraph.sources.outcomes import Unread

TEXT = "Quận ủy Đống Đa tổ chức hội nghị"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_with_and_without_its_mark(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)) == (TEXT, "")


@pytest.mark.parametrize(("mark", "encoding"), [(b"\xfe\xff", "utf-16-be"), (b"\x00\x00\xfe\xff", "utf-32-be")])
def test_big_end_first_with_its_mark(mark: bytes, encoding: str) -> None:
    assert decode(mark + TEXT.encode(encoding)) == (TEXT, "")


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_its_mark_where_the_words_are_vietnamese(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)) == (TEXT, encoding.upper())


@pytest.mark.parametrize(("write", "name"), [(written_in_tcvn3, "TCVN3"), (written_in_vni, "VNI")])
def test_an_encoding_from_before_unicode(write: object, name: str) -> None:
    assert callable(write)
    assert decode(write(TEXT)) == (TEXT, name)


@pytest.mark.parametrize(
    ("content", "named"),
    [
        ("Hà Nam".encode("cp1258"), "UTF-8 at byte 1"),
        (b"\xc0\xbcscript\xc0\xbe", "UTF-8 at byte 0"),
        (b"Ha \xed\xa0\x80 Noi", "UTF-8 at byte 3"),
        (b"\xff\xfe\x00\xd8", "UTF-16-LE"),
        (TEXT.encode() + b"\n" + TEXT.encode("utf-16-le"), "UTF-8"),
    ],
    ids=["too little to be sure", "overlong", "surrogate", "half a pair", "two encodings"],
)
def test_what_is_not_beyond_doubt_is_refused(content: bytes, named: str) -> None:
    with pytest.raises(Unread, match=named) as refused:
        decode(content)
    assert refused.value.code == "encoding"


@pytest.mark.parametrize("content", [b"\x89PNG\r\n\x1a\n" + bytes(range(256)), b"%PDF-1.7\n", b"\x7fELF\x02\x01", b"PK\x03\x04"])
def test_what_is_no_text_is_known_by_its_first_bytes(content: bytes) -> None:
    with pytest.raises(Unread) as refused:
        decode(content)
    assert refused.value.code == "not-text"
