"""Who had a post before the one it is given to: “… giữ chức Trưởng phòng thay ông A nghỉ hưu”."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from operator import attrgetter

from kgraph.lexicon import Lexicon
from kgraph.rules.names import NameMention
from kgraph.rules.titles import term_of
from kgraph.scan import Page


def replaced_by(page: Page, names: Sequence[NameMention], end: int, lexicon: Lexicon) -> int | None:
    """The person (by number) whom the one replaces that a post which ends at an offset is given to; None where nobody is named so."""
    n = bisect_left(names, end, key=attrgetter("begin"))
    if n == len(names) or not names[n].addressed or not _instead_of(lexicon).fullmatch(page.folded, end, names[n].lead):
        return None
    return n


@cache
def _instead_of(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"{term_of(lexicon)},? {lexicon.alternation('sign/instead-of')} ")
