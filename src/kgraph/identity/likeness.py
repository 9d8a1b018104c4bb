"""Whether two texts are printings of one: most of their shingles agree, and no number and no name stands in the place of another.

The limits are measured; see docs/decisions/0011-reprints.md.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

import numpy as np
import numpy.typing as npt

from kgraph.text import UPPER, fold

Hashes = npt.NDArray[np.uint64]

SYLLABLES = 5
"""Length of a shingle."""
FEWEST = 40
"""A text with fewer shingles is no printing of anything: notices of a few lines are made from one form."""
ALIKE = 0.6
"""Share of all shingles of two texts that both have."""
CUT, CUT_ALIKE = 0.9, 0.4
"""One that was cut has nearly all of its shingles from the other, which has at most about twice as many."""

_WORD = re.compile(r"\w+")
_THOUSANDS = re.compile(r"(?<=\d)\.(?=\d{3}\b)")
_NAME = re.compile(rf"[{UPPER}]\w*(?: [{UPPER}]\w*)+")
_BEFORE, _AFTER = 40, 20
_MULTIPLIERS = (np.uint64(0x9E3779B97F4A7C15), np.uint64(0xBF58476D1CE4E5B9))


def _letter(code: int) -> int:
    """What a character counts as: a letter without its marks or a digit as its code, a sign as 0, what shows nothing as 1."""
    low = unicodedata.normalize("NFD", chr(code).lower().replace("đ", "d").replace("ð", "d"))[:1]
    if low.isalnum():
        return ord(low)
    return 1 if unicodedata.category(chr(code)) == "Cf" else 0


_LETTERS = np.array([_letter(code) for code in range(0x2100)], np.uint64)
_POWERS = np.cumprod(np.full(64, _MULTIPLIERS[0]))


def shingles(text: str) -> Hashes:
    """A hash of every run of five syllables of a text, in order; case, marks of letters, punctuation and line ends do not count.

    >>> (shingles("Quận uỷ Lê Chân – sáng nay") == shingles("quận ủy Lê Chân, sáng nay")).all(), len(shingles("Bốn âm tiết thôi"))
    (np.True_, 0)
    """
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), "<u4")
    letters = _LETTERS.take(codes, mode="clip")
    shown = letters != 1
    if not shown.all():
        letters = letters[shown]
    written = np.concatenate(([False], letters != 0))
    begins = (written[1:] > written[:-1]).nonzero()[0]
    count = len(begins) - SYLLABLES + 1
    if count < 1:
        return np.empty(0, np.uint64)
    ends = np.append(begins[1:], len(letters))
    place = np.arange(begins[0], len(letters)) - begins.repeat(ends - begins)
    hashes = np.add.reduceat(letters[begins[0] :] * _POWERS.take(place, mode="clip"), begins - begins[0])
    total = np.zeros(count, np.uint64)
    for number in range(SYLLABLES):
        total = total * _MULTIPLIERS[1] + hashes[number : number + count]
    total ^= total >> np.uint64(29)
    total *= _MULTIPLIERS[0]
    return total ^ total >> np.uint64(32)


def resemblance(one: Hashes, other: Hashes) -> tuple[float, float]:
    """The share of all shingles that both texts have, and the share of the smaller one's that the larger has; each has every shingle once.

    >>> resemblance(shingles("a b c d e f"), shingles("a b c d e"))
    (0.5, 1.0)
    """
    both = len(np.intersect1d(one, other, assume_unique=True))
    return both / max(len(one) + len(other) - both, 1), both / max(min(len(one), len(other)), 1)


def alike(shared: float, held: float) -> bool:
    """Whether the two shares of a resemblance are those of printings of one text.

    >>> alike(0.7, 0.8), alike(0.5, 0.95), alike(0.5, 0.8)
    (True, True, False)
    """
    return shared >= ALIKE or (held >= CUT and shared >= CUT_ALIKE)


@dataclass(frozen=True, slots=True)
class Particulars:
    """The numbers and the names of a text, by the words around them."""

    numbers: Mapping[tuple[str, ...], frozenset[str]]
    names: Mapping[tuple[str, ...], frozenset[str]]


def particulars(text: str) -> Particulars:
    """The particulars of a text."""
    folded = fold(text)
    return Particulars(_gathered(_numbers(folded)), _gathered(_names(text, folded)))


def contradict(one: Particulars, other: Particulars) -> bool:
    """Whether between the same words one text has another number, or a name of which no syllable agrees.

    So the press release of the next year differs, or that of the neighbouring ward, while one that was cut or added to does not.

    >>> contradict(particulars("tổng kết năm 2023 của quận"), particulars("tổng kết năm 2024 của quận"))
    True
    >>> contradict(particulars("sáng 5/4, quận ủy họp"), particulars("sáng 05/4/2024, quận ủy họp"))
    False
    """
    if any(values.isdisjoint(other.numbers[place]) for place, values in one.numbers.items() if place in other.numbers):
        return True
    return any(_syllables(values).isdisjoint(_syllables(other.names[place])) for place, values in one.names.items() if place in other.names)


def _numbers(folded: str) -> Iterator[tuple[tuple[str, ...], str]]:
    """Each number with the two words before and the one after it; numbers around it are all alike."""
    words = ["", "", *_WORD.findall(_THOUSANDS.sub("", folded)), ""]
    numbers = {at: "#" for at, word in enumerate(words) if word[:1].isdigit()}
    for number in numbers:
        yield tuple(numbers.get(at, words[at]) for at in (number - 2, number - 1, number + 1)), words[number].lstrip("0")


def _names(text: str, folded: str) -> Iterator[tuple[tuple[str, ...], str]]:
    """Each run of capitalised syllables with the two words before and the one after it."""
    for name in _NAME.finditer(text):
        begin, end = name.span()
        before = _WORD.findall(folded, max(begin - _BEFORE, 0), begin)[-2:]
        after = _WORD.search(folded, end, end + _AFTER)
        if len(before) == 2 and after:
            yield (*before, after[0]), folded[begin:end]


def _gathered(rows: Iterator[tuple[tuple[str, ...], str]]) -> dict[tuple[str, ...], frozenset[str]]:
    found: dict[tuple[str, ...], set[str]] = {}
    for place, value in rows:
        found.setdefault(place, set()).add(value)
    return {place: frozenset(values) for place, values in found.items()}


def _syllables(names: frozenset[str]) -> frozenset[str]:
    return frozenset(chain.from_iterable(name.split() for name in names))


def far_apart(days: Iterable[str | None], *, most: int) -> bool:
    """Whether two known days (ISO) lie more than some days apart; what is not a full day is unknown.

    >>> far_apart(["2023-10-11", "2024-10-11"], most=31), far_apart(["2024-10-11", None], most=31)
    (True, False)
    """
    known = [np.datetime64(day, "D") for day in days if day and re.fullmatch(r"\d{4}-\d\d-\d\d", day)]
    return len(known) > 1 and bool(max(known) - min(known) > np.timedelta64(most, "D"))
