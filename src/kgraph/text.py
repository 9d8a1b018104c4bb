"""Text as this project reads it: folding that keeps length, slugs, ASCII names."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from functools import lru_cache

_TONES = "\u0300\u0301\u0309\u0303\u0323"
_OLD_TO_NEW = {
    unicodedata.normalize("NFC", pair + tone): unicodedata.normalize("NFC", pair[0] + tone + pair[1])
    for pair in ("oa", "oe", "uy")
    for tone in _TONES
}
# The letter comes first and what may not stand before it second, so that a search steps from “o” to “u” and not from place to place.
_OLD_TONE = re.compile(r"(?:o(?<!qo)[àáảãạèéẻẽẹ]|u(?<!qu)[ỳýỷỹỵ])(?!\w)")
_SPACES = dict.fromkeys("\t\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000", " ")
_DASHES = dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-")
_PLAIN = _SPACES | _DASHES | {"ð": "đ", "Ð": "đ"}
_NOT_PLAIN = re.compile(f"[{''.join(_PLAIN)}]")
_WORD = 64
"""The longest text that is remembered with its folded form."""
_LABELS = 1 << 13
"""How many labels are remembered with their ASCII form: the same bodies and units are named in article after article."""

_ASCII = str.maketrans(_PLAIN | {"đ": "d", "ð": "d"} | dict.fromkeys("“”„«»", '"') | dict.fromkeys("‘’‚′", "'"))

UPPER = "A-Z" + "".join(c for c in map(chr, range(0xC0, 0x1EFA)) if c.isupper() and c.isalpha())
"""Capital letters, for a character class of a pattern over unfolded text."""


def normalize(text: str) -> str:
    """The article's text: line ends to `\\n`, Unicode NFC, nothing else.

    >>> normalize("a\\r\\nb") == "a\\nb"
    True
    """
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))


def fold(text: str) -> str:
    """Lower case, tone marks in the new place, one kind of space and dash; as long as the text itself.

    >>> fold("Thành uỷ – HOÀ")
    'thành ủy - hòa'
    """
    return _folded_word(text) if len(text) <= _WORD else _folded(text)


def _folded(text: str) -> str:
    plain = _NOT_PLAIN.sub(lambda m: _PLAIN[m[0]], text)
    low = plain.lower()
    if len(low) != len(text):
        low = "".join(c if len(c.lower()) != 1 else c.lower() for c in plain)
    return _OLD_TONE.sub(lambda m: _OLD_TO_NEW[m[0]], low)


_folded_word = lru_cache(maxsize=_LABELS)(_folded)


@lru_cache(maxsize=_LABELS)
def ascii_label(text: str) -> str:
    """Lower case in ASCII, for accent-free search: letters without marks, straight quotes, plain dashes; nothing else.

    >>> ascii_label("Đinh Trường Thọ"), ascii_label("“5 phải – 3 không”…")
    ('dinh truong tho', '"5 phai - 3 khong"...')
    """
    plain = text.lower().translate(_ASCII)
    return unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode("ascii")


_VNI = {0x0300: "2", 0x0301: "1", 0x0302: "6", 0x0303: "4", 0x0306: "8", 0x0309: "3", 0x031B: "7", 0x0323: "5"}


@lru_cache(maxsize=_LABELS)
def spelled(text: str) -> str:
    """The text in ASCII with the marks of each word as digits behind it, as the VNI way of typing writes them.

    Names that differ by their marks alone are many: without the digits two persons would share one key.

    >>> spelled("Đinh Trường Thọ"), spelled("Lê Văn Hùng"), spelled("Lê Văn Hưng")
    ('dinh9 truong72 tho5', 'le6 van8 hung2', 'le6 van8 hung7')
    """
    return " ".join(ascii_label(word) + _marks(word) for word in fold(text).split())


def _marks(word: str) -> str:
    digits = {_VNI[ord(c)] for c in unicodedata.normalize("NFD", word) if ord(c) in _VNI} | ({"9"} if "đ" in word else set())
    return "".join(sorted(digits, key=lambda digit: (digit < "6", -int(digit))))


@lru_cache(maxsize=_LABELS)
def slug(text: str, *, limit: int = 80) -> str:
    """Readable ASCII name; one that is longer than `limit` is cut at a word and ends in a hash of the whole, so that it stays its own.

    >>> slug("Quận ủy Đống Đa"), slug("347-KH/QU"), slug("“5 phải – 3 không”")
    ('quan-uy-dong-da', '347-kh-qu', '5-phai-3-khong')
    >>> slug("Quận ủy Đống Đa", limit=9)
    'quan-uy-0010da'
    """
    words = re.sub(r"[^a-z0-9]+", "-", ascii_label(text)).strip("-")
    if len(words) <= limit:
        return words
    return f"{words[: limit + 1].rpartition('-')[0] or words[:limit]}-{hashlib.sha256(words.encode()).hexdigest()[:6]}"


_FUSED = re.compile(r"([A-Z][a-z]+)([A-Z][a-z]+)(?![^\W_])")
_SYLLABLE = re.compile(r"(?:[bcdghklmnpqrstvx]|ch|gh|gi|kh|ng|ngh|nh|ph|qu|th|tr)?[aeiouy]{1,3}(?:c|ch|m|n|ng|nh|p|t)?")
"""A syllable of Vietnamese without its marks."""


def is_brand(text: str, at: int) -> bool:
    """Whether the capital at an offset stands inside a brand (“VinFast”), not at a sentence that ran into the one before (“AnTheo …”).

    >>> is_brand("Công ty VinFast", 11), is_brand("ông Lê Văn AnTheo đó", 13)
    (True, False)
    """
    begin = at
    while begin and text[begin - 1].isalpha():
        begin -= 1
    fused = _FUSED.match(text, begin)
    return bool(fused and fused.end(1) == at and not all(_SYLLABLE.fullmatch(part.lower()) for part in fused.groups()))
