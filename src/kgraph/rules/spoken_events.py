"""Events that an article introduces by no sentence of their own: somebody speaks at one (“Phát biểu tại buổi lễ, Bí thư Huyện ủy A …”)."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

from kgraph.lexicon import Lexicon
from kgraph.rules.introductions import Introduction
from kgraph.scan import Mention, Page, Span

_GAP = 6


def spoken_at(page: Page, people: Sequence[Span], lexicon: Lexicon) -> Iterator[tuple[Mention, Introduction]]:
    """Every event right behind a verb of speech, or inside its words (“kết luận hội nghị”), in a sentence that names one of the people.

    `people` are spans in text order.
    """
    for cue in page.of("cue"):
        if cue.entry.concept != "speak":
            continue
        begin, end = page.sentences[page.sentence_at(cue.begin)]
        named = bisect_left(people, (begin,)) < bisect_left(people, (end,))
        m = next((m for m in page.between("event", cue.begin, min(cue.end + _GAP, end)) if _is_meeting(m)), None)
        if m and _any(lexicon).search(page.folded, begin, m.begin):
            continue  # “phát biểu tại một hội nghị” says of none which one it is
        if named and m and not page.folded[begin : cue.begin].rstrip().endswith(_not_yet(lexicon)):
            yield m, Introduction((cue.begin, cue.end), planned=False, held=False, anchored=True)


def _is_meeting(m: Mention) -> bool:
    return not any(m.entry.key(key) for key in ("verb", "hidden", "frame"))


@cache
def _any(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\b{lexicon.alternation('sign/one')} $")


@cache
def _not_yet(lexicon: Lexicon) -> tuple[str, ...]:
    return tuple(lexicon.forms("cue/plan"))
