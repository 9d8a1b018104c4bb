"""Page chrome: the lines around and between the prose that belong to the page and not to the article."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache

from kgraph.lexicon import Lexicon
from kgraph.scan import Page

_NO_PROSE = re.compile(r"^(?:!?\[.*|https?:\S+|[^\w]*|[\d\W]*|_+)$")
_PATH = re.compile(r"^[^>»›→]{2,60}(?:[>»›→]++[^>»›→]{2,60}+)+$")
_ENDS, _CLOSING = tuple(".!?…:;"), '"”’)'
_CUT_OFF = "...", "…"
_LINK, _PARAGRAPH, _HEAD_LINES = 200, 200, 6


@dataclass(frozen=True, slots=True)
class _Words:
    line: re.Pattern[str]
    tail: re.Pattern[str]
    foot: re.Pattern[str]
    section: re.Pattern[str]


@cache
def _words(lexicon: Lexicon) -> _Words:
    any_of = lexicon.alternation
    section = any_of("chrome/section")
    few = r"(?:[ :|(-]*\w+){0,2}\W*$"
    return _Words(
        line=re.compile(
            rf"^[•*\-\s]*(?:{any_of('chrome/line')}\b.{{0,40}}$|{any_of('chrome/alone')}\b{few}|[>»►▶•*\-\s]*{any_of('chrome/link')} ?:)"
        ),
        tail=re.compile(rf"^[•*\-\s]*{any_of('chrome/tail')}\b{few}"),
        foot=re.compile(rf"^[•*\-\s]*{any_of('chrome/foot')}"),
        section=re.compile(rf"^{section}(?:[ ,&/|-]+{section}){{0,4}}$"),
    )


def is_bare(line: str) -> bool:
    """Whether a line holds no words: signs, digits, an address of the web.

    >>> is_bare("***"), is_bare("https://example.org/a"), is_bare("Sáng nay")
    (True, True, False)
    """
    return bool(_NO_PROSE.match(line))


def is_chrome(line: str, lexicon: Lexicon) -> bool:
    """Whether a folded line belongs to the page wherever it stands."""
    words = _words(lexicon)
    half = len(line) // 2
    doubled = len(line) > 20 and line[:half].strip() == line[half:].strip()
    tags = line.count(",") >= 4 and ", " not in line
    link = len(line) <= _LINK and line.startswith((">>", "»", "►", "▶"))
    return doubled or tags or link or is_bare(line) or (len(line) <= _LINK and bool(words.line.match(line)) and not _is_sentence(line))


def is_above(line: str, number: int, lexicon: Lexicon) -> bool:
    """Whether a folded line is a path or the heading of a part of the site, as the first lines of a page are."""
    return number < _HEAD_LINES and not _is_ended(line) and bool(_PATH.match(line) or _words(lexicon).section.match(line))


def _is_ended(line: str) -> bool:
    """Whether a line ends in a stop, in quotation marks and brackets or not.

    >>> _is_ended("ông nói: “tốt.”"), _is_ended("tin tức")
    (True, False)
    """
    return line.rstrip(_CLOSING).endswith(_ENDS)


def _is_sentence(line: str) -> bool:
    return line.endswith(".") and not line.endswith("..")


def other_news(page: Page, lexicon: Lexicon) -> frozenset[int]:
    """The numbers of the lines that speak of other articles or of the site.

    They stand from the foot of the page on, from a heading for other news on, or right behind such a heading between the paragraphs.
    """
    words, lines = _words(lexicon), [page.folded[b:e] for b, e in page.lines]
    ends = [number for number, line in enumerate(lines) if _is_ended(line) and not line.rstrip('"”’)]').endswith(_CUT_OFF)]
    last = max((number for number in ends if len(lines[number]) >= _PARAGRAPH), default=-1)
    found: set[int] = set()
    told = 0
    for number, line in enumerate(lines):
        if number in found:
            continue
        tail = words.tail.match(line) and not _is_sentence(line)
        if (tail and told and number > last) or (told > _PARAGRAPH and len(line) <= _LINK and words.foot.match(line)):
            return frozenset(found | set(range(number, len(lines))))
        if tail:
            behind = bisect_left(ends, number)
            found |= set(range(number, ends[behind] if behind < len(ends) else number + 1))
        elif _is_ended(line):
            told += len(line)
    return frozenset(found)
