"""Where the names of bodies begin: a word for a kind of body that is no part of another name, of a number or of an event."""

from __future__ import annotations

import re
from functools import cache

from kgraph.lexicon import Lexicon
from kgraph.scan import Mention, Page
from kgraph.text import UPPER

_IN_NUMBER = re.compile(r"[\d/][A-ZĐƯa-z]*[-/]$")
_NAME_BEHIND = re.compile(rf" [{UPPER}][^\W\d_]+ [{UPPER}]$")
_CENTRE = 12
_LAST_WORD = re.compile(r"([^\W\d_]+) $")


def heads(page: Page) -> tuple[Mention, ...]:
    """Heads of bodies: not the first syllable of an event, a contest or a unit, nor a part of a person's name or of a number."""
    other = {m.begin: m.end for kind in ("event", "campaign", "unit") for m in page.of(kind)}
    ends = {m.end for kind in ("role", "organization", "person", "cue", "level", "event") for m in page.of(kind)}
    return tuple(
        m
        for m in page.of("organization")
        if other.get(m.begin, 0) < m.end
        and not (page.text[m.begin - 1] in "-/" and _IN_NUMBER.search(page.text, max(m.begin - 8, 0), m.begin))
        and not (m.entry.key("capital") and _inside_name(page, m.begin, ends))
        and not _ends_in_surname(page, m)
    )


def central_head(page: Page, m: Mention, lexicon: Lexicon) -> Mention:
    """A head of a body of the whole country with the “Trung ương” that stands right before it (“T.Ư Hội Nông dân”), else as it is."""
    before = _centre_before(lexicon).search(page.folded, max(m.begin - _CENTRE, 0), m.begin) if m.entry.key("national") else None
    return m._replace(begin=before.start(1)) if before else m


def behind_centre(page: Page, head: Mention, lexicon: Lexicon) -> int:
    """Where the name of a head begins behind a “Trung ương”."""
    first = _centre_first(lexicon).match(page.folded, head.begin) if head.entry.key("national") else None
    return first.end() if first else head.begin


def is_national(page: Page, begin: int, end: int, lexicon: Lexicon) -> bool:
    """Whether the name of a body opens with “Trung ương” or ends with the country's name, be it short (“Hội NDVN”)."""
    return bool(_centre_first(lexicon).match(page.folded, begin) or _nation_last(lexicon).search(page.folded, begin, end))


def _ends_in_surname(page: Page, m: Mention) -> bool:
    """Whether the last word of a head in small letters begins a person's name (“UBND quận Đoàn Văn Sơn”)."""
    return page.text[m.begin].islower() and bool(_NAME_BEHIND.search(page.text, m.begin, m.end + 2))


def _inside_name(page: Page, begin: int, ends: set[int]) -> bool:
    """Whether a capitalised word stands right before, which is neither known nor the first of its sentence (“Đinh Trường Thọ”)."""
    before = _LAST_WORD.search(page.text, max(begin - 20, 0), begin)
    if before is None or not before[1][0].isupper() or before.end(1) in ends:
        return False
    return page.sentences[page.sentence_at(begin)][0] != before.start(1)


@cache
def _centre_before(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w.])({lexicon.alternation('sign/centre')}) $")


@cache
def _centre_first(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"{lexicon.alternation('sign/centre')} ")


@cache
def _nation_last(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf" ?{lexicon.alternation('sign/viet-nam')}$")
