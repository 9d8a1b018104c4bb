"""How the name of an administrative unit is cleaned, compared and written in other ways."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import product

from kgraph.text import ascii_label, fold, normalize

Alternatives = Mapping[str, tuple[str, ...]]

_APOSTROPHES = str.maketrans({"\u2019": "'", "\u2018": "'", "\u02bc": "'"})
_NUMBER = re.compile(r"\d|[IVX]+$")
_LEADING_ZERO = re.compile(r"^0+(?=\d)")
_LAST_DIGIT = re.compile(r"(?<= )(\d)$")


def tidy(text: str) -> str:
    """The name with tone marks in the new place, plain spaces, dashes and apostrophes; capitals stay.

    >>> tidy(" Huyện  Thuỷ Nguyên "), tidy("Xã Ea H’ leo")
    ('Huyện Thủy Nguyên', "Xã Ea H'leo")
    """
    plain = normalize(text).translate(_APOSTROPHES)
    cased = "".join(low.upper() if old.isupper() else low for old, low in zip(plain, fold(plain), strict=True))
    return " ".join(cased.replace("' ", "'").split())


@cache
def split(cell: str, words: tuple[str, ...]) -> tuple[str, str]:
    """Level word and name of a full name; a numbered unit keeps the word in its name.

    >>> split("Thị Xã Phú Thọ", ("Thị xã",)), split("Phường 04", ("Phường",)), split("Phường IV", ("Phường",))
    (('Thị xã', 'Phú Thọ'), ('Phường', 'Phường 4'), ('Phường', 'Phường IV'))
    """
    text = tidy(cell)
    for word in sorted(words, key=len, reverse=True):
        if fold(text).startswith(fold(word) + " "):
            rest = _LEADING_ZERO.sub("", text[len(word) + 1 :])
            return word, f"{word} {rest}" if _NUMBER.match(rest) else rest
    raise ValueError(f"no level word begins {cell!r}")


def letters(name: str) -> str:
    """What two spellings of one name share: folded, without spaces, hyphens and apostrophes.

    >>> letters("Văn Miếu - Quốc Tử Giám") == letters("Văn Miếu Quốc Tử Giám"), letters("Ea H'Leo")
    (True, 'eahleo')
    """
    return re.sub(r"[\W_]+", "", fold(name))


def bare(name: str) -> str:
    """The letters of a name without any marks, to tell a misspelling from another name.

    >>> bare("Mương Chanh") == bare("Mường Chanh")
    True
    """
    return ascii_label(letters(name))


def _hyphens(name: str) -> list[str]:
    parts = re.split(r" ?- ?", name)
    return [mark.join(parts) for mark in (" - ", "-", "- ", " -", " ")] if len(parts) > 1 else [name]


def _apostrophes(name: str) -> list[str]:
    return [name, name.replace("'", "\u2019"), name.replace("'", "")] if "'" in name else [name]


def _zeros(name: str) -> list[str]:
    return [name, _LAST_DIGIT.sub(r"0\1", name)]


def _syllables(name: str, alternatives: Alternatives) -> Iterator[str]:
    words = name.split(" ")
    chosen = [word for word in dict.fromkeys(words) if word in alternatives]
    for choice in product(*(alternatives[word] for word in chosen)):
        swap = dict(zip(chosen, choice, strict=True))
        yield " ".join(swap.get(word, word) for word in words)


def forms(name: str, alternatives: Alternatives, *, numbered: bool = False) -> list[str]:
    """The folded name, then the other ways to write it that follow by rule, each once.

    >>> forms("Bà Rịa - Vũng Tàu", {})[:3]
    ['bà rịa - vũng tàu', 'bà rịa-vũng tàu', 'bà rịa- vũng tàu']
    >>> forms("Phú Mỹ", {"mỹ": ("mỹ", "mĩ")}), forms("Phường 4", {}, numbered=True)
    (['phú mỹ', 'phú mĩ'], ['phường 4', 'phường 04'])
    """
    found = {fold(name): None}
    for hyphenated in _hyphens(fold(name)):
        for written in _apostrophes(hyphenated):
            for padded in _zeros(written) if numbered else [written]:
                found.update(dict.fromkeys(_syllables(padded, alternatives)))
    return list(found)
