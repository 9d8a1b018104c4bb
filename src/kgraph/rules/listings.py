"""Lists of those who are at an event: what opens one, and the lines and sentences that go on with it."""

from __future__ import annotations

import re
from functools import cache

from kgraph.lexicon import Lexicon
from kgraph.rules.attending import leads_delegation
from kgraph.rules.officials import Appearance
from kgraph.rules.reading import Reading
from kgraph.rules.subjects import subject_of
from kgraph.scan import Mention, Span

LIST_CUES = {"attend": "attended", "direct": "directedAt", "attend-speak": "spokeAt", "side": "attended"}
"""The cues that open a list, and what they say of everybody in it."""
_LIST_REACH, _OF_REACH, _NEAR_IS = 160, 5, 3
Listing = tuple[str, Mention, str]
"""The predicate of everybody in a list, the cue that opened it, and the name of the rule."""


def opened_by(reading: Reading, people: list[Appearance], span: Span) -> Listing | None:
    """What a sentence opens whose list goes on in the next lines (“Dự hội nghị có các đồng chí:”)."""
    if reading.page.text[span[1] : span[1] + 1] != "\n" and (item := _opened_item(reading, people, span)):
        return item
    if reading.page.text[span[1] : span[1] + 1] != "\n" or reading.page.text[span[1] - 1] not in ":;,":
        return None
    for name, predicate in (*LIST_CUES.items(), ("chair", "chaired")):
        for cue in reading.cues(name, *span):
            if reading.page.text[span[1] - 1] == ":" and span[1] - cue.end <= _LIST_REACH:
                return predicate, cue, f"{name}-lines"
            behind = [p for p in people if p.begin >= cue.end]
            if behind and not subject_of(reading, people, cue) and opens_list(reading, cue, behind[0].begin):
                return predicate, cue, f"{name}-lines"
    return None


def continued(reading: Reading, people: list[Appearance], span: Span, listing: Listing | None) -> Listing | None:
    """The list that a line goes on with: it begins with a person, behind a dash or not, and tells nothing."""
    if listing is None or not people or any(ch.isalnum() for ch in reading.page.text[span[0] : people[0].begin]):
        return None
    if reading.page.text[span[0] - 1] != "\n" and not _is_item(reading, people, span):
        return None
    telling = any(reading.cues(name, *span) for name in ("say", "speak", "act", "organize", "chair", "absent", *LIST_CUES))
    return None if telling else listing


def _opened_item(reading: Reading, people: list[Appearance], span: Span) -> Listing | None:
    """What a sentence opens whose list goes on sentence by sentence (“… có sự tham dự của: Đồng chí A – Bí thư. Đồng chí B – …”)."""
    for name, predicate in LIST_CUES.items():
        for cue in reading.cues(name, *span):
            behind = [p for p in people if p.begin >= cue.end]
            if behind and reading.gap(behind[0].begin - 2, behind[0].begin) == ": " and _is_item(reading, behind[-1:], span):
                return predicate, cue, f"{name}-lines"
    return None


def _is_item(reading: Reading, people: list[Appearance], span: Span) -> bool:
    """Whether a sentence ends with a person and his posts."""
    return not any(ch.isalnum() for ch in reading.page.text[people[-1].end : span[1]])


def opens_list(reading: Reading, cue: Mention, first: int) -> bool:
    """Whether a verb of attending opens a list of people: “của”, “có”, “gồm” or a colon stands between it and the first of them."""
    folded = reading.page.folded
    copula = reading.lexicon.forms("sign/is")
    openers = _list_words(reading.lexicon).finditer(folded, cue.begin, first)
    opener = next((m for m in openers if m[0] not in copula or first - m.end() <= _NEAR_IS), None)
    opener = opener or _of(reading.lexicon).search(folded, cue.begin, min(cue.end + _OF_REACH, first))
    if not opener or first - cue.end > _LIST_REACH:
        return False
    return not _passive(reading.lexicon).search(folded, cue.end, first) or leads_delegation(reading, cue.end, first)


@cache
def _list_words(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf":|\b{lexicon.alternation('sign/list')}\b")


@cache
def _of(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\b{lexicon.alternation('sign/of')}\b")


@cache
def _passive(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf" {lexicon.alternation('cue/passive')} ")
