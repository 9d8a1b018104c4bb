"""Quotations as the news prints them: curved, straight and mixed marks, names inside names, marks that never close."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kgraph.rules.organizations import BodyMention
from kgraph.rules.spans import beginning
from kgraph.scan import Page

_LONGEST_NAME = 320
_MARK = re.compile('[“”"\n]')
_CLOSING = {"“": "”", "‘": "’", "«": "»", "”": "”"}
OPENING = "[“\"‘«'”]"
"""The marks that can open a name; whether one does is a question of what stands around it."""


def opens_name(text: str, at: int) -> bool:
    """Whether a mark opens a quotation: a word stands behind it, and before a mark that could close one, none does.

    >>> opens_name('phong trào "Sạch đẹp"', 11), opens_name('cuộc thi". Ông', 8), opens_name("Asia's Next", 4)
    (True, False, False)
    """
    word = text[at + 1 : at + 3].lstrip()[:1].isalnum()
    return word and (text[at] in "“«‘" or at == 0 or text[at - 1] in " :(,;\n\u00a0")


def quotation(page: Page, begin: int, bodies: Sequence[BodyMention]) -> tuple[int, bool]:
    """The end of a quotation that opens at an offset. One that never closes ends where a new doer takes over, or with its sentence."""
    sentence_end = page.sentences[page.sentence_at(begin)][1]
    limit = min(begin + _LONGEST_NAME, max(sentence_end, begin + 1))
    depth, close = 0, _CLOSING.get(page.text[begin], page.text[begin])
    for i in range(begin, min(limit, len(page.text))):
        ch = page.text[i]
        if i == begin or (ch == "“" and not _closes(page.text, i)):
            depth += 1
        elif ch in (close, "“", "”") or (ch == '"' and not _continues(page.text, i)):
            depth -= 1
            if depth <= 0:
                return i + 1, True
    doer = next((b.begin for b in beginning(bodies, begin + 1, limit) if page.text[b.begin - 2 : b.begin] == ", "), None)
    if doer is not None:
        return doer - 2, False
    return (limit if limit < begin + _LONGEST_NAME else begin), False


def _closes(text: str, at: int) -> bool:
    """Whether an opening mark stands where a closing one should: behind a word and before none (“Sạch đẹp“)."""
    return text[at - 1].isalnum() and not text[at + 1 : at + 2].isalnum()


def _continues(text: str, at: int) -> bool:
    """Whether a straight mark inside a curved quotation only ends an inner one: the name goes on in small letters, up to a curved close."""
    rest = text[at + 1 : at + _LONGEST_NAME]
    return rest[:1] == " " and rest[1:2].islower() and ("”" in rest.split("“")[0].split("\n")[0] or "\n" in rest)


def without_quotes(text: str) -> str:
    return re.sub(r"\s+", " ", re.sub('[“”"«»]', "", text)).strip(" .,;:'‘’")


def spoken_spans(text: str) -> tuple[tuple[int, int], ...]:
    """The spans between marks that open and close in one line, in text order; curved and straight marks each for themselves.

    >>> spoken_spans("Ông nói: “Anh An dặn. Chị Bình nghe.” Rồi\\nông đi")
    ((9, 37),)
    """
    found: list[tuple[int, int]] = []
    opened: dict[str, int] = {}
    for m in _MARK.finditer(text):
        mark = m[0]
        if mark == "\n":
            opened.clear()
        elif mark == "“" or (mark == '"' and mark not in opened):
            opened[mark] = m.start()
        elif (begin := opened.pop("“" if mark == "”" else mark, None)) is not None:
            found.append((begin, m.end()))
    return tuple(sorted(found))
