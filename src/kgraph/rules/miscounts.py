"""A number that says fewer than the list behind it names: “04 cơ sở (A; B; C; D; E)”.

Only the one way is a doubt. A list may leave things out, name several in one item or be cut, so fewer items than the number prove nothing;
more items do. Of 5,000 articles 58 have a number with such a list: 28 agree, in 30 the list is the shorter one, and none of those is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kgraph.lexicon import Lexicon
from kgraph.model import Issue
from kgraph.scan import Page

_BEFORE, _LIST = 110, 600
_COUNTED = re.compile(r"(?<![\w.,:/%-])(0?[2-9]|[1-9][0-9]) [^\W\d_][^\d]*$")
_ENDS = {"(": re.compile(r"[()\n]"), ":": re.compile(r"[.:()\n]")}
_OPENING = re.compile(r"[(:]")
_BREAKS = re.compile(r"[().;:\n]")
_QUOTES = "“\"'‘"


def find_miscounts(page: Page, lexicon: Lexicon) -> Iterator[Issue]:
    """The lists of names that are longer than the number before them says, in text order; offsets are those of the page.

    A list stands in brackets or behind a colon, its items between semicolons, each with a capital. What is numbered (“Phường 4”) or
    rounded (“hơn 4 cơ sở”) counts nothing.
    """
    if ";" not in page.text:
        return
    for opening in _OPENING.finditer(page.text):
        end = _end(page.text, opening.start())
        items = page.text[opening.end() : end].split(";")
        if len(items) < 2 or not all(item.strip().lstrip(_QUOTES)[:1].isupper() for item in items):
            continue
        counted = _counted(page, opening.start(), lexicon)
        if counted and counted[0] < len(items):
            number, begin = counted
            message = f"the number says {number}, the list names {len(items)}"
            yield Issue("count-mismatch", message, page.article.id, begin, min(end + (opening[0] == "("), len(page.text)))


def _end(text: str, opening: int) -> int:
    """Where the list ends that a bracket or a colon opens; where it opens, if it comes to no end."""
    bracket, limit = text[opening] == "(", opening + 1 + _LIST
    found = _ENDS[text[opening]].search(text, opening + 1, limit)
    if found and (found[0] == ")" or not bracket):
        return found.start()
    return len(text) if not found and not bracket and len(text) < limit else opening + 1


def _counted(page: Page, opening: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """The number that counts what is listed, and its place; None where none stands in the clause, or what is one counts nothing."""
    since = max(opening - _BEFORE, 0)
    for mark in _BREAKS.finditer(page.text, since, opening):
        since = mark.end()
    found = _COUNTED.search(page.text, since, opening)
    if not found:
        return None
    last = page.text[since : found.start()].rpartition(" ")[0].rpartition(" ")[2]
    if last[:1].isupper() and page.text[since : found.start()].strip() != last:
        return None
    return None if _not_counting(lexicon).search(page.folded, since, found.start()) else (int(found[1]), found.start())


@cache
def _not_counting(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){lexicon.alternation('cue/numbered', 'cue/rounded')} $")
