"""What the letters of a text tell: none at all, those of Vietnamese, or those of an encoding read wrongly."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_TONES = ("", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323")
_VOWELS = ("a", "a\u0306", "a\u0302", "e", "e\u0302", "i", "o", "o\u0302", "o\u031b", "u", "u\u031b", "y")
_LOW = "".join(unicodedata.normalize("NFC", vowel + tone) for vowel in _VOWELS for tone in _TONES) + "\u0111\u00f0"
_OWN = frozenset(c for c in _LOW + _LOW.upper() if not c.isascii())
# Signs that stand in sound Vietnamese news: units, fractions, quotation marks, currencies, no-break space, soft hyphen.
_SIGNS = frozenset("§°±²³·«»©×½¼¾ªº€£¥¢\u00a0\u00ad")
_LETTERS_OF_VIETNAMESE = re.compile(f"[{''.join(sorted(_OWN))}]")
_NOT_OWN = "".join(c for c in map(chr, range(0xA1, 0x250)) if c not in _OWN | _SIGNS)
_OTHER_LATIN = re.compile(f"[{_NOT_OWN}]")
# How the first two bytes of most Vietnamese letters look in windows-1252.
_UTF8_PAIRS = ("\u00e1\u00ba", "\u00e1\u00bb")
_LEGACY_AT_LEAST, _LEGACY_SHARE = 5, 0.1

_LETTER = re.compile(r"[^\W\d_]")
_NOT_LATIN = re.compile(r"[^\W\d_A-Za-z\u00aa-\u024f\u1e00-\u1eff\ufb00-\ufb06\uff21-\uff3a\uff41-\uff5a]")

_RANGES_BEYOND = "\u0250-\u1dff\u1f00-\u1fff\u2070-\U0010ffff"
_FAR = re.compile(f"[{_RANGES_BEYOND}]")
"""What can be a letter of another script: beyond the ranges in which the letters and the signs of Vietnamese texts lie."""

_CONTROLS = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"
_ODD = re.compile(f"[{_CONTROLS}\ufffe\uffff]")
_PECULIAR = re.compile(f"[{_CONTROLS}{_NOT_OWN}{_RANGES_BEYOND}]")
_ODD_SHARE = 0.1


@lru_cache(maxsize=2)
def _is_ordinary(text: str) -> bool:
    """Whether a text holds only what nearly all news is written with, so that one look at it answers every question but one."""
    return not _PECULIAR.search(text)


def has_letters(text: str) -> bool:
    """Whether a text has any letter.

    >>> has_letters("12/5"), has_letters("12 th")
    (False, True)
    """
    return _LETTER.search(text) is not None


def looks_legacy(text: str) -> bool:
    """Whether the accented letters are those of TCVN3, VNI or of UTF-8 read as windows-1252.

    Of 5,000 Vietnamese news texts none had more than 0.7 % of Latin letters with marks that Vietnamese does not use;
    the three encodings have 27 % and more.

    >>> looks_legacy("Nguyễn Văn Hòa"), looks_legacy("chñ tÞch nguyÔn v¨n hoµ, phã chñ tÞch")
    (False, True)
    """
    foreign = 0 if _is_ordinary(text) else len(_OTHER_LATIN.findall(text))
    foreign += sum(text.count(pair) for pair in _UTF8_PAIRS if pair[1] in text)  # a single sign is quick to look for
    return foreign >= _LEGACY_AT_LEAST and foreign > _LEGACY_SHARE * (foreign + len(_LETTERS_OF_VIETNAMESE.findall(text)))


def mostly_latin(text: str) -> bool:
    """Whether at least half of the letters are Latin.

    >>> mostly_latin("Đảng ủy"), mostly_latin("Партия")
    (True, False)
    """
    if _is_ordinary(text) or not _FAR.search(text):
        return True
    other = len(_NOT_LATIN.findall(text))
    return not other or 2 * other <= len(_LETTER.findall(text))


def odd_characters(text: str) -> int:
    """How many characters are control characters or, like U+FFFE, none at all; `\\n`, `\\t` and `\\r` are neither.

    >>> odd_characters("a\\x00b\\x1bc\\ufffe\\n")
    3
    """
    return 0 if _is_ordinary(text) else len(_ODD.findall(text))


def is_binary(text: str) -> bool:
    """Whether more than one character in ten is odd.

    >>> is_binary("H\\x00a\\x00"), is_binary("Ha Noi, ngay mot\\x1b")
    (True, False)
    """
    return odd_characters(text) > _ODD_SHARE * len(text)
