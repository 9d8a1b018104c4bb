"""Bodies that a sentence shows acting, though no fact has them: the subject of a verb, and by whom something was decided or done."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kgraph.lexicon import Lexicon
from kgraph.model import Organization
from kgraph.rules.organizations import BodyMention
from kgraph.rules.reading import Reading

_BEFORE = 30


def acting_bodies(reading: Reading) -> Iterator[Organization]:
    """Each body whose own words say which one it is and that does something, in text order, as often as it does."""
    for body in reading.bodies:
        if body.explicit and (_is_subject(reading, body) or _is_agent(reading, body)):
            yield body.organization


def _is_subject(reading: Reading, body: BodyMention) -> bool:
    """Whether a verb or what stands before one follows a body that no word makes a place, an owner or a companion (“của”, “tại”)."""
    if not _doing(reading.lexicon).match(reading.page.folded, body.end):
        return False
    return not _oblique(reading.lexicon).search(reading.page.folded, max(body.begin - _BEFORE, 0), body.begin)


def _is_agent(reading: Reading, body: BodyMention) -> bool:
    """Whether the words before a body say that it decided or did something (“theo quyết định của Ban Thường vụ Tỉnh ủy A”)."""
    return bool(_done_by(reading.lexicon).search(reading.page.folded, max(body.begin - _BEFORE, 0), body.begin))


@cache
def _doing(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf" {lexicon.alternation('sign/acting')}\b")


@cache
def _oblique(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\b{lexicon.alternation('sign/of', 'sign/at')} $")


@cache
def _done_by(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\b{lexicon.alternation('sign/decided-by')} $")
