"""Which words of a quotation are the names it is evidence for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TypeAlias

from kgraph.text import fold

Span: TypeAlias = tuple[int, int]

LONGEST_PART = 30
"""Words of a name that are looked for at most when it does not stand there in full."""

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_NEXT = re.compile(r"\s+(\w)")


def pieces(quote: str, *, names: Iterable[str], whole: Iterable[str] = ()) -> list[str]:
    """The quotation cut into plain and marked pieces by turns, the first plain; joined they are the quotation.

    A name counts in any case and style of tone marks. Bodies and documents are often named in short: where one of `names` does not
    stand there in full, its longest beginning or end of two words or more is marked, unless a capital behind it shows that the words
    belong to another name. The names in `whole` (people) are marked in full or not at all.

    >>> pieces("Quận uỷ tổ chức hội nghị", names=["Quận ủy Đống Đa"], whole=["Hội nghị"])
    ['', 'Quận uỷ', ' tổ chức ', 'hội nghị', '']
    >>> pieces("Quận ủy Lê Chân tổ chức", names=["Quận ủy Đống Đa"])
    ['Quận ủy Lê Chân tổ chức']
    >>> pieces("ngày 29-11-2024 của Thành ủy", names=["2024-11-29"])
    ['ngày ', '29-11-2024', ' của Thành ủy']
    """
    text = fold(quote)
    people = {span for name in whole for span in _in_full(text, name)}
    found = people | {span for name in names for span in _spans(quote, text, name, people)}
    cut: list[str] = []
    position = 0
    for begin, end in sorted(found, key=lambda span: (span[0], -span[1])):
        if begin >= position:
            cut += [quote[position:begin], quote[begin:end]]
            position = end
    return [*cut, quote[position:]]


def _spans(quote: str, text: str, name: str, people: set[Span]) -> list[Span]:
    """Every place of the name, or else of its longest part that is there, as far as that stands alone."""
    if day := _DAY.fullmatch(name):
        return _day_spans(text, *day.groups())
    full = _in_full(text, name)
    longest = full or next((found for part in _parts(name) if (found := _in_full(text, part))), [])
    return full or [(begin, end) for begin, end in longest if not _goes_on(quote, end, people)]


def _parts(name: str) -> Iterator[str]:
    words = fold(name).split()
    for size in range(min(len(words) - 1, LONGEST_PART), 1, -1):
        yield " ".join(words[:size])
    for size in range(min(len(words) - 1, LONGEST_PART), 1, -1):
        yield " ".join(words[-size:])


def _goes_on(quote: str, end: int, people: set[Span]) -> bool:
    """Whether a capital follows, so that the words are part of another name; a known person behind them is a name apart."""
    after = _NEXT.match(quote, end)
    return after is not None and after[1].isupper() and all(after.start(1) != begin for begin, _ in people)


def _in_full(text: str, name: str) -> list[Span]:
    part = " ".join(fold(name).split())
    found: list[Span] = []
    at = text.find(part) if part else -1
    while at >= 0:
        end = at + len(part)
        if not (text[at - 1 : at].isalnum() or text[end : end + 1].isalnum()):
            found.append((at, end))
        at = text.find(part, end)
    return found


def _day_spans(text: str, year: str, month: str, day: str) -> list[Span]:
    """A day as people write it: `29/11/2024`, `29-11`, or with one word before the month and before the year."""
    between = r"(?:[-/.]|\s\w{1,8}\s)"
    pattern = rf"(?<!\d)0?{int(day)}{between}0?{int(month)}(?:{between}{year})?(?!\d)"
    return [match.span() for match in re.finditer(pattern, text)]
