"""Who attends, where more than company stands before the verb: a post that is not read, or what he did before he came."""

from __future__ import annotations

import re
from functools import cache

from kgraph.lexicon import Lexicon
from kgraph.rules.officials import Appearance
from kgraph.rules.reading import Reading
from kgraph.scan import Mention

_REACH = 160
"""Characters between a person and his verb."""


def also_attends(reading: Reading, person: Appearance, cue: Mention) -> bool:
    """Whether a verb of attending is of a person, though more than a title stands between.

    It is the last of what he does (“A đến thăm xã, tặng quà và dự lễ”), or behind a post in a body that is not read
    (“A, Trưởng đoàn kiểm tra số 4 của Bộ, đã dự”); nothing that is said or asked for stands there.
    """
    begin, gap = person.end, reading.gap(person.end, cue.begin)
    if _others(reading.lexicon).fullmatch(gap) and not any(reading.cues(name, begin, cue.begin) for name in ("say", "speak", "absent")):
        return True
    if len(gap) > _REACH or reading.cues("say", begin, cue.begin) or _planned(reading.lexicon).search(gap):
        return False
    post = (person.name.end < begin and reading.page.ends("role", begin)) or (gap.startswith(", ") and reading.page.at("role", begin + 2))
    return bool(post and _plain(reading.lexicon).fullmatch(gap)) or bool(_acts_before(reading.lexicon).fullmatch(gap))


def leads_delegation(reading: Reading, begin: int, end: int) -> bool:
    """Whether right before `end` it is said who leads a delegation (“… có đoàn công tác của tỉnh do ông A …”)."""
    return bool(_led(reading.lexicon).search(reading.page.folded, begin, end))


@cache
def _led(lexicon: Lexicon) -> re.Pattern[str]:
    lead = lexicon.alternation("person/address", "person/rank", "sign/plural")
    return re.compile(rf"\b{lexicon.alternation('sign/delegation')} [^;:]*?,? {lexicon.alternation('sign/by')} (?:{lead} )*[^,;:]{{0,40}}$")


@cache
def _planned(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\b{lexicon.alternation('cue/plan', 'cue/never', 'sign/summons')}\b")


@cache
def _plain(lexicon: Lexicon) -> re.Pattern[str]:
    """A clause without commas, quotations and words that would make it another's."""
    return re.compile(
        rf",? (?:(?!\b{lexicon.alternation('cue/passive', 'sign/many')}\b)[^,;:“”\"\n])+,?(?: {lexicon.alternation('sign/past')})? ?"
    )


@cache
def _others(lexicon: Lexicon) -> re.Pattern[str]:
    """Guests without names behind a semicolon (“A; lãnh đạo UBND huyện; các phòng, ban, cùng đông đảo nhân dân đã tới dự”)."""
    guests = lexicon.alternation("sign/company-unnamed", "sign/company", "sign/many")
    return re.compile(
        rf"; ?{guests} (?:(?!\b{lexicon.alternation('cue/plan')}\b)[^:“”\"\n]){{2,500}}(?: {lexicon.alternation('sign/past')})? ?"
    )


@cache
def _acts_before(lexicon: Lexicon) -> re.Pattern[str]:
    """Verbs of going and giving, of which the verb of attending is the last."""
    past, goes, last = lexicon.alternation("sign/past"), lexicon.alternation("sign/goes"), lexicon.alternation("sign/and", "sign/then")
    return re.compile(rf",?(?: {past})?(?: \w+ \w+)? {goes} [^;:“”\"\n]+?(?:, | {last} )(?:{past} )?")
