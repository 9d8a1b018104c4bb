"""Encodings from before Unicode: windows-1258, TCVN3 (ABC) and VNI; and UTF-8 that was once read as windows-1252."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from functools import cache

from kgraph.sources.syllables import vietnamese_share

_SURE, _APART = 0.95, 0.1
_WORD = re.compile(r"[^\W\d_]+")

# The letters of TCVN 5712:1993 (VN3) in the order of their codes below; capitals with a tone are small letters in another font.
_TCVN3_LETTERS = "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ"
_TCVN3_CODES = bytes.fromhex(
    "a1a2a3a4a5a6a7a8a9aaabacadaeb5b6b7b8b9bbbcbdbec6c7c8c9cacbcccecfd0d1d2d3d4d5d6d7d8dcdddedfe1e2e3e4e5e6e7e8e9eaebecedeeeff1f2f3f4f5f6f7f8f9fafbfcfdfe"
)

_ACUTE, _GRAVE, _HOOK, _TILDE, _DOT = _TONES = "\u0301\u0300\u0309\u0303\u0323"
_CIRCUMFLEX, _BREVE, _HORN = "\u0302\u0306\u031b"
# VNI for Windows: what stands behind the letter, by its marks.
_VNI_BEHIND = {
    **dict(zip(_TONES, "ùøûõï", strict=True)),
    _CIRCUMFLEX: "â",
    **{_CIRCUMFLEX + tone: c for tone, c in zip(_TONES, "áàåãä", strict=True)},
    _BREVE: "ê",
    **{_BREVE + tone: c for tone, c in zip(_TONES, "éèúüë", strict=True)},
}
_VNI_WHOLE = {
    **{"i" + tone: c for tone, c in zip(_TONES, "íìæóò", strict=True)},
    "y" + _DOT: "î",
    "\u0111": "ñ",
    "o" + _HORN: "ô",
    "u" + _HORN: "ö",
}


def recognised(content: bytes) -> tuple[str, str] | None:
    """The text of bytes that are not UTF-8, and the encoding they are in; None where no encoding, or more than one, gives Vietnamese.

    >>> recognised(written_in_tcvn3("đồng chí Nguyễn Văn Hòa"))
    ('đồng chí Nguyễn Văn Hòa', 'TCVN3')
    """
    rated = []
    for name, read in _READERS.items():
        try:
            text = unicodedata.normalize("NFC", read(content))
        except UnicodeDecodeError:
            continue
        rated.append((vietnamese_share(text), name, text))
    rated.sort(reverse=True)
    if not rated or rated[0][0] < _SURE or any(best > rated[0][0] - _APART and text != rated[0][2] for best, _, text in rated[1:]):
        return None
    return rated[0][2], rated[0][1]


def repaired(text: str) -> tuple[str, str] | None:
    """The text that was meant by one whose bytes were read as windows-1252 or Latin-1, and what they were; None where that is unsure.

    >>> repaired("Đồng chí Nguyễn Văn Hòa".encode().decode("latin-1"))
    ('Đồng chí Nguyễn Văn Hòa', 'UTF-8 read as windows-1252')
    """
    content = _as_bytes(text)
    if content is None:
        return None
    try:
        return content.decode("utf-8"), "UTF-8 read as windows-1252"
    except UnicodeDecodeError:
        return recognised(content)


def _as_bytes(text: str) -> bytes | None:
    """The bytes that windows-1252, or where it has none Latin-1, reads as a text."""
    pieces = bytearray()
    for c in unicodedata.normalize("NFC", text):
        try:
            pieces += c.encode("cp1252")
        except UnicodeEncodeError:
            if ord(c) > 0xFF:
                return None
            pieces.append(ord(c))
    return bytes(pieces)


@cache
def _tcvn3() -> Mapping[int, str]:
    return dict(zip(_TCVN3_CODES, _TCVN3_LETTERS, strict=True))


def written_in_tcvn3(text: str) -> bytes:
    """A text in TCVN3; raises KeyError where it holds a letter that TCVN3 has not."""
    codes = {letter: code for code, letter in _tcvn3().items()}
    return bytes(ord(c) if ord(c) < 128 else codes[c] if c in codes else codes[c.lower()] for c in text)


def _read_tcvn3(content: bytes) -> str:
    lines = content.decode("latin-1").split("\n")
    return "\n".join(_in_capitals(line.translate(_tcvn3()), line) for line in lines)


def _in_capitals(line: str, written: str) -> str:
    """The line with the letters that are capitals: those with a tone come out small, as capitals are another font."""
    if _is_capital("".join(c for c in written if c.isascii())):
        return line.upper()
    return _WORD.sub(lambda word: word[0].upper() if _is_capital("".join(c for c in word[0] if c.isascii())) else word[0], line)


def _is_capital(plain: str) -> bool:
    """Whether plain letters are capitals, and more than one: one alone may begin a name."""
    return plain.isupper() and sum(map(str.isalpha, plain)) > 1


@cache
def _vni() -> tuple[Mapping[str, str], re.Pattern[str]]:
    """What each letter is written as, and a pattern that finds all of them."""
    table: dict[str, str] = {}
    for code in range(0xC0, 0x1EFA):
        letter = chr(code)
        if not letter.isalpha() or letter.lower() not in (_TCVN3_LETTERS + "ờ"):
            continue
        written = _vni_of(unicodedata.normalize("NFD", letter.lower()))
        for form in (written, written.upper(), written[0].upper() + written[1:]):
            table.setdefault(form, letter.upper() if form[0].isupper() else letter.lower())
    return table, re.compile("|".join(sorted(table, key=len, reverse=True)))


def _vni_of(marks: str) -> str:
    if marks in _VNI_WHOLE:
        return _VNI_WHOLE[marks]
    if _HORN in marks:
        tone = marks[1:].replace(_HORN, "")
        return _VNI_WHOLE[marks[0] + _HORN] + _VNI_BEHIND[tone]
    shape = "".join(m for m in marks[1:] if m in (_CIRCUMFLEX, _BREVE))
    tone = "".join(m for m in marks[1:] if m in _TONES)
    return marks[0] + _VNI_BEHIND[shape + tone]


def written_in_vni(text: str) -> bytes:
    """A text in VNI for Windows; raises UnicodeEncodeError where it holds a letter that VNI has not."""
    table = {letter: form for form, letter in _vni()[0].items()}
    return "".join(table.get(c, c) for c in text).encode("cp1252")


def _read_vni(content: bytes) -> str:
    table, letters = _vni()
    return letters.sub(lambda found: table[found[0]], content.decode("cp1252"))


_READERS: Mapping[str, Callable[[bytes], str]] = {
    "windows-1258": lambda content: content.decode("cp1258"),
    "TCVN3": _read_tcvn3,
    "VNI": _read_vni,
}
