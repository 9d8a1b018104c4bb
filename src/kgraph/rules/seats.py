"""The committee of a seat whose own words name none: that of the post which is given with it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

from kgraph.lexicon import Lexicon
from kgraph.model import Organization
from kgraph.rules.organizations import BodyMention, Naming
from kgraph.rules.titles import Title, positions_of
from kgraph.scan import Page


def committee_given_with(page: Page, seat: BodyMention, lists: Sequence[tuple[Title, ...]], naming: Naming) -> Organization | None:
    """The Party committee of the post that is given with a seat (“… tham gia Ban Thường vụ và giữ chức Bí thư Huyện ủy A”)."""
    n = bisect_left(lists, seat.end, key=lambda titles: titles[0].begin)
    if n == len(lists) or not _with_post(naming.lexicon).fullmatch(page.folded, seat.end, lists[n][0].begin):
        return None
    led = positions_of(lists[n], naming)[0].organization
    return led if led and naming.lexicon.entry(f"organization/{led.kind}").key("party") else None


@cache
def _with_post(lexicon: Lexicon) -> re.Pattern[str]:
    board, joint = lexicon.alternation("organization/ban-thuong-vu"), lexicon.alternation("sign/and")
    given = lexicon.alternation("cue/appoint", "cue/give-post", "cue/take-office")
    return re.compile(rf",? (?:{board} )?(?:{joint} )?{given} ")
