"""Posts that the opening of a sentence tells as held before (“Trước đó, bà A là Chủ tịch …”, “Trước khi nhận nhiệm vụ mới, ông B …”)."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from kgraph.lexicon import Lexicon
from kgraph.model import HoldingStatus
from kgraph.rules.names import NameMention
from kgraph.rules.titles import Position
from kgraph.scan import Page

Held = tuple[Position, HoldingStatus]
_REACH, _TIME = 120, 50


def told_as_past(page: Page, name: NameMention, positions: tuple[Held, ...], lexicon: Lexicon) -> tuple[Held, ...]:
    """The posts of a name, those behind a verb as former ones where the sentence opens with words for an earlier time before the name."""
    behind = [p.begin for p, _ in positions if p.begin >= name.end]
    if not behind:
        return positions
    begin = page.sentences[page.sentence_at(name.begin)][0]
    if name.lead - begin > _REACH or not _opening(lexicon).fullmatch(page.folded, begin, name.lead):
        return positions
    if not _was(lexicon).fullmatch(page.folded, name.end, min(behind)):
        return positions
    return tuple((p, "former" if p.begin >= name.end else status) for p, status in positions)


def told_of_a_time(page: Page, name: NameMention, positions: tuple[Held, ...], lexicon: Lexicon) -> tuple[Held, ...]:
    """The posts of a name, as former ones those of a list that words for a time open (“trong thời gian giữ các cương vị …, bà A …”)."""
    found: list[Held] = []
    last = -1
    for position, status in positions:
        goes_on = last >= 0 and _next(lexicon).fullmatch(page.folded, last, position.begin)
        if goes_on or _in_time_of(lexicon).search(page.folded, max(position.begin - _TIME, 0), position.begin):
            last = position.end
            position, status = replace(position, told=(min(name.begin, position.begin), max(name.end, position.end))), "former"
        found.append((position, status))
    return tuple(found) if last >= 0 else positions


@cache
def _in_time_of(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\b{lexicon.alternation('cue/in-time-of')}:? $")


@cache
def _next(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"(?:[,;]| -)? (?:{lexicon.alternation('sign/and', 'sign/with')} )?")


@cache
def _opening(lexicon: Lexicon) -> re.Pattern[str]:
    earlier, before = lexicon.alternation("sign/earlier"), lexicon.alternation("cue/before-that")
    return re.compile(rf"\W*(?:{earlier}|{before} [^,;:.\n]{{2,100}}),? ")


@cache
def _was(lexicon: Lexicon) -> re.Pattern[str]:
    past, verb = lexicon.alternation("sign/past", "sign/now", "cue/once"), lexicon.alternation("sign/held-post")
    return re.compile(rf"(?: {past}){{0,3}} {verb}:? ")
