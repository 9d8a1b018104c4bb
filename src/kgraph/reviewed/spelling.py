"""A person's name in all its spellings: with and without marks, in capitals, in a slug, over line breaks, and shortened."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache
from urllib.parse import unquote

from kgraph.text import ascii_label, fold, normalize, spelled

Span = tuple[int, int]
_BETWEEN = r"[\W_]{1,6}"
_JOINED = 8
"""Fewer letters than these run together can be a part of other words."""
_OPENERS = ".!?:;“”\"'()-\n"


class Spelling:
    """The spellings of some names. A word with other marks is another name: “Lê Văn Hùng” is not “Lê Văn Hưng”, “le van hung” is both."""

    def __init__(self, names: Sequence[str]) -> None:
        self._names = [fold(normalize(name)).split() for name in names]
        self._full = _pattern(self._names, plain=True)
        self._marked = _pattern(self._names, plain=False)
        self._joined = [j for syllables in self._names if len(j := ascii_label("".join(syllables))) >= _JOINED]

    def spans(self, text: str) -> Iterator[Span]:
        """Where a name stands in full in an NFC text, half-open."""
        return (m.span() for m in self._full.finditer(fold(text)))

    def stands_in(self, text: str) -> bool:
        """Whether a name stands in a text in full.

        >>> name = Spelling(["Bùi Huyền Mai"])
        >>> [name.stands_in(text) for text in ("BÙI\\u00a0HUYỀN  MAI", "bui-huyen-mai", "bui2-huyen62-mai", "Bùi Huyền Mại", "Bùi Huyền")]
        [True, True, True, False, False]
        """
        return bool(self._full.search(_plain_text(text)))

    def stands_in_iri(self, iri: str) -> bool:
        """Whether a name with its marks stands in a resource name, where those without marks can be other people's."""
        return bool(self._marked.search(_plain_text(iri)))

    def stands_in_address(self, text: str) -> bool:
        """Whether a name stands in an address, a file name or an identifier, also percent-encoded or run together.

        >>> name = Spelling(["Bùi Huyền Mai"])
        >>> [name.stands_in_address(text) for text in ("/tin/B%C3%B9i_Huy%E1%BB%81n_Mai", "/tag/buihuyenmai2024", "/tin/hoang-mai")]
        [True, True, False]
        """
        plain = unquote(text)
        letters = re.sub(r"[^a-z]+", "", ascii_label(unicodedata.normalize("NFC", plain)))
        return self.stands_in(plain) or any(joined in letters for joined in self._joined)

    def shortened(self, text: str) -> Iterator[Span]:
        """Where the last syllable, or the last two, stand for a person named in full elsewhere in the same article.

        >>> name = Spelling(["Bùi Huyền Mai"])
        >>> list(name.shortened("Bà Mai và đồng chí Huyền Mai đến quận Hoàng Mai và phường Mai Động"))
        [(3, 6), (25, 28)]
        """
        folded = fold(text)
        for *_, middle, given in self._names:
            for m in re.finditer(rf"(?<![^\W_]){re.escape(given)}(?![^\W_])", folded):
                if text[m.start()].isupper() and not _goes_on(text, m.end()) and _is_alone(text, folded, m.start(), middle):
                    yield m.span()


def _goes_on(text: str, end: int) -> bool:
    """Whether a capitalised syllable stands right behind: the word is the beginning of another name."""
    return text[end : end + 1] == " " and text[end + 1 : end + 2].isupper()


def _is_alone(text: str, folded: str, begin: int, middle: str) -> bool:
    """Whether the word before is the middle of the same name, or none of another name: in small letters, an abbreviation, or at the
    beginning of a sentence."""
    before = re.search(r"([^\W_]+)[\W_]{1,3}$", text[max(begin - 24, 0) : begin])
    if before is None or folded[max(begin - 24, 0) : begin][slice(*before.span(1))] == middle:
        return True
    lead = text[: max(begin - 24, 0) + before.start(1)].rstrip(" ")
    return not before[1][0].isupper() or (before[1].isupper() and len(before[1]) > 1) or not lead or lead[-1] in _OPENERS


def _pattern(names: Sequence[Sequence[str]], *, plain: bool) -> re.Pattern[str]:
    ways = "|".join(sorted({_BETWEEN.join(_syllable(s, plain) for s in syllables) for syllables in names}))
    return re.compile(rf"(?<![^\W_])(?:{ways})(?![^\W_])" if ways else r"(?!)")


@cache
def _syllable(folded: str, plain: bool) -> str:
    """One syllable: with its marks, with the marks as digits, and with `plain` without any."""
    ways = {folded, spelled(folded)} | ({ascii_label(folded)} if plain else set())
    return f"(?:{'|'.join(sorted(map(re.escape, ways), key=lambda way: (-len(way), way)))})"


def _plain_text(text: str) -> str:
    """Folded NFC without invisible characters."""
    kept = text if text.isascii() else "".join(c for c in text if unicodedata.category(c) != "Cf")
    return fold(unicodedata.normalize("NFC", kept))
