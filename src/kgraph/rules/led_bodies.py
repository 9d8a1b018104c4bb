"""Bodies that somebody is said to head (“Đoàn công tác do đồng chí A làm Trưởng đoàn”)."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from operator import attrgetter

from kgraph.lexicon import Lexicon
from kgraph.model import HoldingStatus
from kgraph.rules.organizations import BodyMention
from kgraph.rules.titles import Position
from kgraph.scan import Page

_WINDOW = 20


def is_leader(page: Page, person: int, lexicon: Lexicon) -> bool:
    """Whether the person who begins at an offset stands behind “do”: who a body is led by, not who is given a post."""
    return _by(lexicon).search(page.folded, max(person - _WINDOW, 0), person) is not None


def body_led(page: Page, person: int, bodies: Sequence[BodyMention], lexicon: Lexicon) -> BodyMention | None:
    """The body right before “do” and the person who begins at an offset."""
    by = _by(lexicon).search(page.folded, max(person - _WINDOW, 0), person)
    last = bisect_right(bodies, by.start(), key=attrgetter("end")) - 1 if by else -1
    return bodies[last] if by and last >= 0 and bodies[last].end == by.start() else None


def in_body(position: Position, status: HoldingStatus, body: BodyMention) -> tuple[Position, HoldingStatus]:
    """The post in the body that it heads, where its own words name none; not a newly given one."""
    shared = position.role.key("shares")
    if position.organization is not None or not shared or not any(f.startswith(f"{shared} ") for f in body.entry.forms):
        return position, status
    return replace(position, organization=body.organization, sure=body.explicit), "held"


@cache
def _by(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf",? ?\(?{lexicon.alternation('sign/by')} (?:{lexicon.alternation('sign/plural')} )?$")
