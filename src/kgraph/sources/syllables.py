"""Whether words are Vietnamese by their build: what shows which of several readings of the same bytes is the right one."""

from __future__ import annotations

import re
import unicodedata

_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
# Marks that make another vowel, as digits behind it, as the VNI way of typing writes them; d9 is the letter with the stroke.
_SHAPES = {"\u0302": "6", "\u031b": "7", "\u0306": "8"}
_ONSET = "ngh?|nh|n|ch|c|gh|gi|g|kh|k|ph|p|qu|q|th|tr|t|b|d9|d|h|l|m|r|s|v|x"
_NUCLEUS = "uye6|uya|u7o7|uo6|ie6|ye6|ia|ya|ua6|ua|u7a|oa8|oa|oe|ue6|uy|uo7|a6|a8|a|e6|e|i|o6|o7|o|u7|u|y"
_SYLLABLE = re.compile(f"(?:{_ONSET})?(?:{_NUCLEUS})(?:ch|c|m|ng|nh|n|p|t|i|y|o|u)?")
_WORD = re.compile(r"[^\W\d_]+")


def is_syllable(word: str) -> bool:
    """Whether a word could be a Vietnamese syllable.

    >>> is_syllable("Nguyễn"), is_syllable("nguy\u00d4n"), is_syllable("hoµ"), is_syllable("Đống")
    (True, False, False, True)
    """
    if word[:1] + word[1:].lower() != word and not word.isupper():
        return False
    spelled, tones = [], 0
    for c in unicodedata.normalize("NFD", word.lower()):
        tones += c in _TONES
        spelled.append("" if c in _TONES else "d9" if c == "\u0111" else _SHAPES.get(c, c))
    return tones <= 1 and _SYLLABLE.fullmatch("".join(spelled)) is not None


def vietnamese_share(text: str) -> float:
    """How many of the words with a letter beyond ASCII are Vietnamese syllables, from 0 to 1; 0 where there are fewer than three.

    >>> vietnamese_share("Quận ủy Đống Đa họp"), vietnamese_share("chñ tÞch nguyÔn v¨n hoµ")
    (1.0, 0.0)
    """
    marked = [word for word in _WORD.findall(text) if not word.isascii()]
    return sum(map(is_syllable, marked)) / len(marked) if len(marked) >= 3 else 0.0
