"""Numbers as the news writes them: digits, Roman numerals, ordinal words."""

from __future__ import annotations

import re
from functools import cache

from kgraph.lexicon import Lexicon

_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_WELL_FORMED = re.compile(r"(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})")


def roman(text: str) -> int | None:
    """The value of a Roman numeral below 100, in any case; None if it is none.

    >>> roman("VI"), roman("XXIX"), roman("vv")
    (6, 29, None)
    """
    low = text.lower()
    if not low or not _WELL_FORMED.fullmatch(low):
        return None
    values = [_ROMAN[c] for c in low]
    return sum(-v if i + 1 < len(values) and values[i + 1] > v else v for i, v in enumerate(values))


def as_roman(value: int) -> str:
    """A number below 100 in Roman capitals.

    >>> as_roman(13), as_roman(4)
    ('XIII', 'IV')
    """
    tens = ("", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC")
    ones = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
    return tens[value // 10] + ones[value % 10]


@cache
def ordinal_words(lexicon: Lexicon) -> dict[str, int]:
    """Ordinal words with their numbers.

    >>> from kgraph.lexicon import load_lexicon
    >>> ordinal_words(load_lexicon())["tư"]
    4
    """
    return {form: int(e.key("ordinal")) for e in lexicon.by_kind.get("date", ()) if e.key("ordinal") for form in e.forms}


def number(text: str, lexicon: Lexicon) -> int | None:
    """The value of digits, a Roman numeral or an ordinal word (folded); None if it is none.

    >>> from kgraph.lexicon import load_lexicon
    >>> [number(t, load_lexicon()) for t in ("12", "xii", "tư", "x y")]
    [12, 12, 4, None]
    """
    low = text.strip().lower()
    if low.isdecimal():
        return int(low)
    return ordinal_words(lexicon).get(low) or roman(low)
