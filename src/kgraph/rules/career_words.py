"""The words of a life: what stands between a time and a post, between two posts of one time, and before all that someone once was."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from kgraph.lexicon import Lexicon
from kgraph.rules.titles import term_of


@dataclass(frozen=True, slots=True)
class CareerWords:
    """What stands before, between and behind the posts of a life."""

    verb: re.Pattern[str]
    colon: re.Pattern[str]
    bare: re.Pattern[str]
    bare_reach: re.Pattern[str]
    stop: re.Pattern[str]
    ends: re.Pattern[str]
    joint: re.Pattern[str]
    through: re.Pattern[str]
    now: re.Pattern[str]
    being: re.Pattern[str]
    begins: re.Pattern[str]
    when: re.Pattern[str]
    held: re.Pattern[str]
    other: re.Pattern[str]
    clause: re.Pattern[str]
    beside: re.Pattern[str]
    before_time: re.Pattern[str]
    after_time: re.Pattern[str]


@cache
def career_words(lexicon: Lexicon) -> CareerWords:
    """The patterns of a lexicon."""
    any_of = lexicon.alternation
    office = any_of("sign/held-post", "cue/take-office", "cue/appoint", "cue/give-post", "cue/become")
    pronoun = rf"(?:{any_of('sign/pronoun')} )?"
    verb = rf"(?:[^,;:()“”\"\n]{{0,80}} )?{office}:? "
    lead = rf"(?:{any_of('sign/when')} )?{pronoun}"
    then = rf"(?P<then>{any_of('sign/then')} )?"
    behind = any_of(
        *(f"sign/{x}" for x in ("and", "with", "then", "since-when", "until-when", "only-until", "at-time", "part-of-year", "in-order-to")),
        *("date/day", "date/month", "date/year", "cue/before-that", "cue/beside", "cue/at-event", "cue/once", "sign/when"),
    )
    several, such_as = any_of("sign/plural", "sign/several"), any_of("sign/such-as")
    return CareerWords(
        verb=re.compile(rf"\)?[:,]? {{0,2}}(?:[^;:()“”\"\n]{{1,120}}, )?{lead}{verb}"),
        colon=re.compile(rf"\)?:(?:[^:()“”\"\n]{{1,120}}[,;])? ?{pronoun}"),
        bare=re.compile(r"\)?,? {1,2}"),
        bare_reach=re.compile(r" [^\W\d]"),
        stop=re.compile(rf"{term_of(lexicon)}(?:[,.;)\n]|$)"),
        ends=re.compile(rf"{term_of(lexicon)}(?: ?[,.;:()“”\"\n–+-]|$| (?:{behind}|\d))"),
        joint=re.compile(
            rf"{term_of(lexicon)}(?: ?\([^()]{{0,40}}\))?(?:[,;][^:()“”\"\n]{{0,100}})??(?:[,;] ?| )(?:{any_of('sign/and')} )?{then}"
            rf"(?:(?:[^,;:()“”\"\n]{{0,40}} )?{office} )?"
        ),
        through=re.compile(rf"\b{any_of('cue/went-through')}(?: (?:{several} )?[^;:()“”\"\n]{{0,80}}(?::|{such_as}))?:? ?$"),
        now=re.compile(rf"\b{any_of('cue/already', 'sign/now')}\b"),
        being=re.compile(
            rf"[-+*•\s]*{any_of('sign/pronoun')} (?:{any_of('cue/already')} )?(?:{any_of('sign/past')} )?(?P<once>{any_of('cue/once')} )?"
            rf"(?:{any_of('sign/is')}|{any_of('sign/held-post')}):? "
        ),
        begins=re.compile(
            rf"\b(?:{any_of('cue/receive', 'cue/give-post', 'cue/come-to-post', 'cue/become')}\b|{any_of('cue/be-in-post')}:? $)"
        ),
        when=re.compile(rf",? ?{any_of('sign/when')} "),
        held=re.compile(rf"(?:^|[\s,;]){office}:? $"),
        other=re.compile(rf"\b(?:{any_of('cue/never', 'cue/propose', 'cue/leave', 'person/kin', 'sign/other-holder')})\b"),
        clause=re.compile(rf"[,;] (?:{any_of('sign/pronoun', 'sign/when', 'cue/at-event', 'sign/in-order-to', 'sign/with-what')})\b"),
        beside=re.compile(rf"\b{any_of('sign/with', 'cue/beside')}\b"),
        before_time=re.compile(rf"{term_of(lexicon)} \(?"),
        after_time=re.compile(r" ?(?:[,.;)\n]|$)"),
    )
