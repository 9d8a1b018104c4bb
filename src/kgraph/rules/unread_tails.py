"""Whether words that nobody reads go on with the name of a body, so that it is not that of the place."""

from __future__ import annotations

import re
from functools import cache

from kgraph.lexicon import Lexicon
from kgraph.scan import Page

_SMALL_WORD = re.compile(r" ([^\W\d_]+)")
_OTHERS = ("cue", "level", "unit", "organization", "event", "role", "person")


def goes_on(page: Page, at: int, lexicon: Lexicon) -> bool:
    """Whether a small word follows that begins no verb, no place and no other clause (“Ban Chỉ đạo các Chương trình …”)."""
    word = _SMALL_WORD.match(page.text, at)
    if word is None or word[1][0].isupper():
        return False
    if word[1] in lexicon.forms("sign/plural"):
        return page.at("level", word.end() + 1) is None
    return not (_stop(lexicon).match(page.folded, at + 1) or any(page.at(kind, at + 1) for kind in _OTHERS))


@cache
def _stop(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"{lexicon.alternation('stop/tail-stop', 'sign/and', 'sign/bare')}\b")
