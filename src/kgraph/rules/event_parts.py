"""Events of one day that their parts of the day tell apart (“hai hội nghị … Buổi sáng là hội nghị A; buổi chiều là hội nghị B”)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from kgraph.lexicon import Lexicon
from kgraph.rules.dates import DateMention
from kgraph.rules.spans import beginning
from kgraph.scan import Mention, Page

_COUNT = 12


def is_divided(page: Page, m: Mention, dates: Sequence[DateMention], lexicon: Lexicon) -> bool:
    """Whether a mention announces several events of a day, which the next sentence or clause begins to tell one by one."""
    if not _several(lexicon).search(page.folded, max(m.begin - _COUNT, 0), m.begin):
        return False
    number = page.sentence_at(m.begin)
    next_begin = page.sentences[number + 1][0] if number + 1 < len(page.sentences) else len(page.text)
    return any(d.part and d.core == d.begin for d in beginning(dates, m.end, next_begin + 1))


def is_other_part(one: DateMention | None, other: DateMention | None) -> bool:
    """Whether two dates name two parts of a day."""
    return bool(one and other and one.part and other.part and one.part != other.part)


@cache
def _several(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{lexicon.alternation('sign/few')}|[2-9]) (?:[^\W\d_]+ )?$")
