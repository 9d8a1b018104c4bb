"""The patterns by which a sentence is seen to introduce an event, made from the words of the lexicon."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from kgraph.lexicon import Lexicon

_NAME = 60
"""Between a congress and its number, whose congress it is (“Đại hội đại biểu Đảng bộ tỉnh Quảng Trị lần thứ XVI”), in characters."""


@dataclass(frozen=True, slots=True)
class IntroductionWords:
    """The words before, behind and around an event that say how it is told."""

    held: re.Pattern[str]
    opening_of: re.Pattern[str]
    happens: re.Pattern[str]
    borne: re.Pattern[str]
    has: re.Pattern[str]
    while_: re.Pattern[str]
    gathering: re.Pattern[str]
    taken: re.Pattern[str]
    chaired: re.Pattern[str]
    anchor: re.Pattern[str]
    planned: re.Pattern[str]
    opening: re.Pattern[str]
    many: re.Pattern[str]
    ordered: re.Pattern[str]
    spoken: re.Pattern[str]
    speech: re.Pattern[str]
    aside: re.Pattern[str]
    ahead: re.Pattern[str]
    bare: re.Pattern[str]
    nominal: re.Pattern[str]
    leads: re.Pattern[str]
    whom: re.Pattern[str]
    joints: frozenset[str]
    group: re.Pattern[str]
    made_to: re.Pattern[str]
    made: re.Pattern[str]
    said: re.Pattern[str]
    numbered: re.Pattern[str]
    whose: re.Pattern[str]
    where: re.Pattern[str]
    part: re.Pattern[str]
    journalist: re.Pattern[str]
    household: re.Pattern[str]
    occasion: re.Pattern[str]
    gone: re.Pattern[str]
    did: re.Pattern[str]
    right_before: re.Pattern[str]


@cache
def words_of(lexicon: Lexicon) -> IntroductionWords:
    """The patterns of a lexicon."""
    any_of, word_of = lexicon.alternation, lexicon.words
    taking = word_of("cue/chair", "cue/run-session", "cue/attend", "cue/direct", "cue/attend-speak")
    return IntroductionWords(
        held=re.compile(rf"({word_of('cue/organize', 'cue/happen')})(?: [^\W\d_]+){{0,3}}? [“\"]?$"),
        opening_of=re.compile(rf"({word_of('sign/opening')}) [“\"]?$"),
        happens=re.compile(rf"(?:[^.;]|\.(?=\S)){{0,300}}?\b(?P<verb>{any_of('cue/happen', 'cue/held')})\b"),
        borne=re.compile(rf"{lexicon.words('sign/done')} "),
        has=re.compile(rf"({word_of('sign/has')}) (?:\d+ )?$"),
        while_=re.compile(rf"({word_of('sign/while')}) $"),
        gathering=re.compile(rf"{any_of('sign/session-head', 'sign/gathering')}\b"),
        opening=re.compile(rf"{any_of('cue/plan')},? (?:[^\W\d_]+ ){{0,3}}\d"),
        taken=re.compile(rf"({taking})(?: [^\W\d_]+){{0,2}}? [“\"]?$"),
        chaired=re.compile(rf"({word_of('cue/chair')}) $"),
        anchor=re.compile(rf"(?:^|[ “\"])({any_of('cue/at-event')}) $"),
        planned=re.compile(rf"{word_of('cue/plan')}(?: [^\W\d_]+){{0,3}} ?$"),
        many=re.compile(rf"{word_of('sign/many')} $"),
        ordered=re.compile(rf"{lexicon.words('cue/ordered')}\b"),
        spoken=re.compile(rf"{word_of('cue/speak')}(?: [^\W\d_]+)? $"),
        speech=re.compile(rf"{word_of('cue/speak')} $"),
        ahead=re.compile(rf"{word_of('cue/plan')}\b[^,;.]*$"),
        aside=re.compile(rf"{word_of('sign/aside')}\b[^,.;]*$"),
        bare=re.compile(rf"[”\"’)]*(?:[^\w ]|$| {any_of('sign/bare')}\b| [“\"(–-])"),
        nominal=re.compile(rf"({word_of('sign/nominal')}) $"),
        leads=re.compile(rf"{word_of('sign/leader')} $"),
        whom=re.compile(rf" {any_of('sign/whom')} (?!{any_of('sign/no-company')}\b)"),
        joints=lexicon.forms("sign/and"),
        made_to=re.compile(rf"{word_of('cue/made-to')} (?:[^\W\d_]+ )?$"),
        made=re.compile(rf"{word_of('cue/made-to')} "),
        group=re.compile(rf"{lexicon.words('sign/group')}\b"),
        said=re.compile(rf"{word_of('cue/say', 'cue/speak')}(?: [^\W\d_]+)? $"),
        household=re.compile(rf"{word_of('sign/household')}(?: {any_of('sign/past')})? $"),
        occasion=re.compile(rf"{any_of('sign/on-occasion')} [^,;:.\n]*"),
        did=re.compile(rf"{word_of('sign/past')} $"),
        right_before=re.compile(rf",? (?:{any_of('sign/past')} )?"),
        gone=re.compile(rf"{any_of('sign/past')} "),
        journalist=re.compile(rf"{word_of('sign/journalist')}\b[^,;.]*$"),
        where=re.compile(rf" {any_of('sign/at')} [^,;.]{{2,40}}? "),
        whose=re.compile(rf" {any_of('sign/company')} [^,;:]{{2,80}} "),
        part=re.compile(
            rf"(?:{any_of('sign/session-head')} )?{any_of('date/morning', 'date/afternoon', 'date/evening')} (?P<is>{any_of('sign/is')}) "
        ),
        numbered=re.compile(rf"(?: [^,.;:\n]{{2,{_NAME}}}?)? {any_of('sign/ordinal', 'sign/session')} (?:\d|[^\W\d_]+\b)"),
    )
