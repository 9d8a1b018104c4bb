"""Guests of one side, in a sentence of their own behind the one that opens the list (“Thành phố Phổ Yên có các đồng chí: A; B”)."""

from __future__ import annotations

import re
from functools import cache

from kgraph.lexicon import Lexicon
from kgraph.rules.officials import Appearance
from kgraph.rules.reading import Reading
from kgraph.scan import Mention, Span

_TELLS = ("say", "speak", "act", "organize", "chair", "absent")
_REACH = 100
"""Characters from the beginning of the sentence to its first person."""


def opens_guests(reading: Reading, span: Span) -> Mention | None:
    """The verb of attending by which a sentence tells of guests, named or not (“Tham dự kỳ họp có lãnh đạo các ban”)."""
    cues = (m for name in ("attend", "direct", "attend-speak") for m in reading.cues(name, *span))
    return next((m for m in cues if reading.page.text[m.begin].isupper()), None)


def guests_of_side(reading: Reading, people: list[Appearance], span: Span, opened: Mention | None) -> Mention | None:
    """The opening of a sentence that only names a side and who is there of it, as a mention of the verb `opened` before; else None."""
    if opened is None or not people or people[0].begin - span[0] > _REACH or any(reading.cues(name, *span) for name in _TELLS):
        return None
    first = _side(reading.lexicon).match(reading.page.folded, span[0])
    at = first.end() if first else span[0]
    named = any(reading.page.at(kind, at) for kind in ("level", "unit", "organization", "field"))
    found = _has(reading.lexicon).fullmatch(reading.page.folded, at, people[0].name.lead) if named else None
    return Mention(span[0], found.end("has"), opened.entry) if found else None


@cache
def _side(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\W{{0,3}}(?:{lexicon.alternation('sign/side')} )*")


@cache
def _has(lexicon: Lexicon) -> re.Pattern[str]:
    lead = lexicon.alternation("person/address", "sign/plural")
    return re.compile(rf"[^,;.:()“”\"\n]{{2,80}}?(?P<has> {lexicon.alternation('sign/has')}\b|:)(?: ?{lead})*:? ?")
