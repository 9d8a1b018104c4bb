"""Who attends an event by its own words: those named right before its verb (“đồng chí A thăm, tặng quà …”), and whom it is with."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kgraph.lexicon import Lexicon
from kgraph.model import Evidence, Fact
from kgraph.rules.events import Occasion
from kgraph.rules.officials import Appearance
from kgraph.rules.reading import Reading
from kgraph.rules.spans import within

_ASIDE = re.compile(r" \([^()\n]{1,30}\)|\.(?=\S)")
"""What a bracket says, and the full stop of an abbreviation."""


def link_doers(reading: Reading) -> Iterator[Fact]:
    """attended of every event that has taken place, for those whose verb it is and those whom they meet at it."""
    # as in participation: who is neither addressed nor titled anywhere may be no person
    credible = {a.person for a in reading.appearances if a.positions or a.name.addressed}
    for occasion in reading.occasions:
        if occasion.event.modality != "occurred":
            continue
        for told in occasion.tellings:
            yield from _attending(reading, told, occasion.event.key, credible)


def _attending(reading: Reading, told: Occasion, event: str, credible: set[str]) -> Iterator[Fact]:
    """attended of one telling of an event."""
    begin, end = reading.sentence(told.sentence)
    for person in _met(reading, told, end):
        yield Fact(reading.people[person.person], "attended", event, Evidence(told.mention.begin, person.end, "doers.counterpart", 0.9))
    if not (told.mention.entry.key("verb") or _is_had(reading, told)):
        return
    people = [a for a in within(reading.appearances, begin, told.verb[0]) if a.person in credible]
    behind = [a for a in within(reading.appearances, told.mention.end, end) if a.person in reading.titled]
    for person in [*_subject(reading, people, told)] or _following(reading, behind, told, begin):
        span = min(person.begin, told.mention.begin), max(person.end, told.mention.end)
        yield Fact(reading.people[person.person], "attended", event, Evidence(*span, "doers.subject", 0.9))


def _is_had(reading: Reading, occasion: Occasion) -> bool:
    """Whether it is told as had by somebody (“đồng chí A có buổi đối thoại với …”)."""
    return reading.gap(*occasion.verb) in reading.lexicon.forms("sign/has")


def _met(reading: Reading, occasion: Occasion, end: int) -> Iterator[Appearance]:
    """The official right behind an event of two sides (“cuộc họp với Chủ tịch A”, “tiếp Đại sứ B”), and those joined to him."""
    if not occasion.mention.entry.key("meets"):
        return
    behind, reaches = occasion.mention.end, _with(reading.lexicon)
    for person in within(reading.appearances, occasion.mention.end, end):
        if person.person not in reading.titled or not person.positions or not reaches.fullmatch(reading.gap(behind, person.begin)):
            return
        yield person
        behind, reaches = person.end, _joins(reading.lexicon)


def _subject(reading: Reading, people: list[Appearance], occasion: Occasion) -> Iterator[Appearance]:
    """The person whose verb it is, and those joined to him."""
    behind = occasion.verb[0]
    reaches = _reaches(reading.lexicon)
    for person in reversed(people):
        if not reaches.fullmatch(_ASIDE.sub("", reading.gap(person.end, behind))):
            return
        yield person
        behind, reaches = person.begin, _joins(reading.lexicon)


def _following(reading: Reading, behind: list[Appearance], occasion: Occasion, begin: int) -> list[Appearance]:
    """Who stands behind the phrase that a verb opens a sentence with (“Làm việc với quận chiều 10/2, Bí thư Thành ủy A …”)."""
    opens = occasion.mention.begin == begin == occasion.verb[0]
    return [a for a in behind if opens and reading.gap(a.begin - 2, a.begin) == ", "][:1]


@cache
def _reaches(lexicon: Lexicon) -> re.Pattern[str]:
    """What may stand between a person and the verb: words of time and manner, company, or that he leads a delegation."""
    leads, company = lexicon.alternation("sign/leader"), lexicon.alternation("sign/and", "cue/together")
    done = lexicon.alternation("sign/past", "sign/going")
    toward = rf"(?: {lexicon.alternation('sign/toward')} [^.,;:()“”\"\n]{{2,60}})?"
    return re.compile(rf",?(?: {leads})?(?: {company} [^.;:()“”\"\n]{{2,120}}?)?,?(?: {done})*{toward} ?")


@cache
def _joins(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"[,;]? ?(?:{lexicon.alternation('sign/and', 'cue/together')} )?(?:{lexicon.alternation('person/address')} )?")


@cache
def _with(lexicon: Lexicon) -> re.Pattern[str]:
    address, plural = lexicon.alternation("person/address"), lexicon.alternation("sign/plural")
    return re.compile(rf"(?: {lexicon.alternation('sign/company')})? (?:(?:{address}|{plural}) )*")
