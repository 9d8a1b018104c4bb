"""Events that only the title of an article names, where its first sentences tell who was there (“Đến dự có đồng chí A …”)."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

from kgraph.lexicon import Lexicon
from kgraph.rules.introductions import Introduction, is_modified
from kgraph.scan import Mention, Page, Span

_EARLY = 4
_BEING_THERE = ("attend", "direct", "attend-speak", "chair")


def named_in_title(page: Page, people: Sequence[Span], lexicon: Lexicon, *, title_end: int) -> Iterator[tuple[Mention, Introduction]]:
    """The event of the title, if more than its kind is said of it and a sentence soon behind opens with who attends or chairs.

    `people` are spans in text order.
    """
    m = next((m for m in page.of("event") if m.end <= title_end and _is_gathering(m) and is_modified(page, m, lexicon)), None)
    if m is None or _ahead(lexicon).search(page.folded, 0, m.begin):
        return
    for begin, end in page.sentences[1 : 1 + _EARLY]:
        opens = any(cue.begin == begin and cue.entry.concept in _BEING_THERE for cue in page.between("cue", begin, begin + 1))
        if begin >= title_end and opens and bisect_left(people, (begin,)) < bisect_left(people, (end,)):
            yield m, Introduction((m.begin, m.begin), planned=False, held=False, anchored=True)
            return


def _is_gathering(m: Mention) -> bool:
    return not any(m.entry.key(key) for key in ("verb", "hidden", "frame"))


@cache
def _ahead(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\b{lexicon.alternation('cue/plan')}\b")
