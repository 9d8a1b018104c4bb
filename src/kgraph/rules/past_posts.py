"""Posts that the opening of a sentence tells as held before (“Trước đó, bà A là Chủ tịch …”, “Trước khi nhận nhiệm vụ mới, ông B …”)."""

from __future__ import annotations

import re
from functools import cache

from kgraph.lexicon import Lexicon
from kgraph.model import HoldingStatus
from kgraph.rules.names import NameMention
from kgraph.rules.titles import Position
from kgraph.scan import Page

Held = tuple[Position, HoldingStatus]
_REACH = 120


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


@cache
def _opening(lexicon: Lexicon) -> re.Pattern[str]:
    earlier, before = lexicon.alternation("sign/earlier"), lexicon.alternation("cue/before-that")
    return re.compile(rf"\W*(?:{earlier}|{before} [^,;:.\n]{{2,100}}),? ")


@cache
def _was(lexicon: Lexicon) -> re.Pattern[str]:
    past, verb = lexicon.alternation("sign/past", "sign/now", "cue/once"), lexicon.alternation("sign/held-post")
    return re.compile(rf"(?: {past}){{0,3}} {verb}:? ")
