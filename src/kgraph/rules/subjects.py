"""Whose verb it is: the person right before a verb with those joined to him, or the one that follows the opening of a sentence."""

from __future__ import annotations

import re
from functools import cache

from kgraph.lexicon import Lexicon
from kgraph.rules.attending import also_attends
from kgraph.rules.officials import Appearance
from kgraph.rules.reading import Reading, is_short
from kgraph.scan import Mention, Span
from kgraph.text import fold

_BRACKET = re.compile(r" ?\([^()\n]{1,30}\),?")
"""What a caption says in brackets behind a person (“(bìa phải)”)."""
_CLOSING = re.compile(r"^[^()\n]{0,120}\)(?=[ ,])")
"""The rest of a bracket that a title stands in (“A (Hiệu trưởng Trường B - đơn vị nghiên cứu)”)."""
_WORDS, _OPENING, _OPENING_WORDS, _COMPANY, _BEHALF, _OBJECT = 6, 30, 14, 160, 90, 120
_AT, _ALSO = 6, 8
_NAMED = re.compile(r"[^,.;:\n]{0,160}, ")
"""What is left of an event's name, with the comma behind it."""
_TELLING = ("say", "speak", "act", "organize", "chair", "absent", "present")


def subject_of(reading: Reading, people: list[Appearance], cue: Mention, *, company: bool = False) -> list[Appearance]:
    """The person right before a verb, with those joined to him; nobody where punctuation or many words stand between.

    With `company` others who do the same may stand between (“A, B cùng đại diện các ban, ngành dự hội nghị”), but no others.
    """
    if _is_name(reading.page.text[cue.begin : cue.end]):
        return []
    reaching = [p for p in people if p.end <= cue.begin and _reaches(reading, p.end, cue.begin)]
    if company:
        reaching = [p for p in reaching if not _has_another(reading, p.end, cue.begin)]
        reaching += [p for p in people if p.end <= cue.begin and (_joins(reading, p.end, cue) or also_attends(reading, p, cue))]
    near = sorted(reaching, key=lambda p: p.begin)
    if not near:
        return []
    subject = [near[-1]]
    for person in reversed([p for p in people if p.end <= subject[-1].begin]):
        if not reading.joined(person.end, subject[-1].begin):
            break
        subject.append(person)
    return subject[:-1] if len(subject) > 1 and _is_object(reading, subject[-1], subject[-2]) else subject


def _is_object(reading: Reading, person: Appearance, following: Appearance) -> bool:
    """Whether a person ends what opens a sentence, and the one behind the comma is its subject (“Trả lời ông A, ông B cho biết”)."""
    page = reading.page
    if reading.gap(person.end, following.begin).strip() != ",":
        return False
    before = page.text[reading.sentence(page.sentence_at(person.begin))[0] : person.begin]
    if not before[-2:-1].isalpha() or _several(reading.lexicon).search(fold(before)):
        return False
    return before.split()[-1].islower() or not person.positions


def _is_name(verb: str) -> bool:
    """Whether a verb behind a person is part of a name (“Bộ Thông tin”), or opens a sentence that ran into his.

    >>> _is_name("Thông tin"), _is_name("thông tin"), _is_name("PHÁT BIỂU")
    (True, False, False)
    """
    return verb[0].isupper() and not verb.isupper()


def _reaches(reading: Reading, begin: int, end: int) -> bool:
    """Whether a person reaches a verb: few words and no other subject stand between; it does not lie ahead, nor is it done to him."""
    gap = _BRACKET.sub("", _CLOSING.sub("", reading.page.text[begin:end]))
    gone = _planned(reading.lexicon).search(reading.gap(begin, end)) or _undergoes(reading.lexicon).search(reading.gap(begin, end))
    if gone or and_before(reading, end, begin):
        return False
    if _behalf(reading.lexicon).fullmatch(reading.gap(begin, end)):
        return True
    return is_short(gap.removeprefix(","), words=_WORDS) and not (gap.startswith(",") and any(ch.isupper() for ch in gap))


def and_before(reading: Reading, verb: int, since: int | None = None) -> bool:
    """Whether “và” joins a verb to another one before it; with `since` nothing else may stand from there on."""
    before = _and(reading.lexicon).search(reading.page.folded, max(verb - 8, 0), verb)
    return before is not None and (since is None or before.start() <= since)


def _has_another(reading: Reading, begin: int, end: int) -> bool:
    """Whether others, or another verb, stand between a person and a verb (“A chào đón các doanh nghiệp tham dự”)."""
    others = _others(reading.lexicon).search(reading.page.folded, begin, end)
    return others is not None or any(reading.cues(name, begin, end) for name in _TELLING)


def _joins(reading: Reading, begin: int, cue: Mention) -> bool:
    """Whether only company without a name stands between a person and a verb, and nothing is told of it."""
    gap = re.sub(r" \([^()\n]*\)", "", reading.gap(begin, cue.begin))
    if len(gap) > _COMPANY or not _company(reading.lexicon).match(gap) or _planned(reading.lexicon).search(gap):
        return False
    return not any(reading.cues(name, begin, cue.begin) for name in _TELLING)


def following_subject(reading: Reading, behind: list[Appearance], cue: Mention, span: Span) -> list[Appearance]:
    """Who stands right behind the phrase that opens a sentence (“Tham dự hội nghị, đồng chí A …”), with those joined to him."""
    if not behind or not is_opening(reading, cue, span):
        return []
    gap = reading.gap(cue.end, behind[0].begin)
    if not gap.endswith(", ") or not is_short(gap[:-2], words=_OPENING_WORDS):
        return []
    subject = behind[:1]
    for person in behind[1:]:
        if not reading.joined(subject[-1].end, person.begin):
            break
        subject.append(person)
    return subject


def is_opening(reading: Reading, cue: Mention, span: Span) -> bool:
    """Whether a verb opens a sentence, or bears a capital as if it did, where a caption ran into the sentence."""
    before = reading.page.text[span[0] + 1 : cue.begin]
    return (len(before) < _OPENING and not any(ch.isupper() for ch in before)) or reading.page.text[cue.begin].isupper()


def opens_at(reading: Reading, event: Mention, span: Span, first: int) -> bool:
    """Whether a sentence opens with “tại” and an event, whose name a comma ends before the first person (“Tại hội nghị …, ông A”)."""
    page = reading.page
    at = _at(reading.lexicon).search(page.folded, max(event.begin - _AT, span[0]), event.begin)
    opening = at is not None and (at.start(1) - span[0] <= _ALSO or page.text[at.start(1)].isupper())
    return opening and bool(_NAMED.fullmatch(page.text, event.end, first))


def recipients_of(reading: Reading, people: list[Appearance], cue: Mention) -> list[Appearance]:
    """To whom a decision or flowers are handed over, with those joined to him; only who has a post."""
    behind = [p for p in people if p.begin >= cue.end]
    if not behind or not _to(reading.lexicon).fullmatch(reading.gap(cue.end, behind[0].begin)):
        return []
    found = behind[:1]
    for person in behind[1:]:
        if not reading.joined(found[-1].end, person.begin):
            break
        found.append(person)
    return [p for p in found if p.person in reading.titled]


def acts_through_another(reading: Reading, person: Appearance) -> bool:
    """Whether it is said before a person that others act or speak: in his name (“Thay mặt Chủ tịch A”), his family, his doing, “bị”."""
    return bool(_in_name_of(reading.lexicon).search(reading.page.folded, max(person.begin - 30, 0), person.begin))


@cache
def _at(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\b({lexicon.alternation('cue/at-event')}) $")


@cache
def _to(lexicon: Lexicon) -> re.Pattern[str]:
    to = lexicon.alternation("sign/to")
    return re.compile(rf"(?:[^.;:“”\"\n]{{0,{_OBJECT}}} {to}| {to})(?: (?:{lexicon.alternation('sign/plural')}|\d)){{0,3}} ")


@cache
def _and(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf",? {lexicon.alternation('sign/and')} $")


@cache
def _others(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\b{lexicon.alternation('sign/many')}\b")


@cache
def _planned(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\b{lexicon.alternation('cue/plan')}\b")


@cache
def _several(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\b{lexicon.alternation('sign/plural')} (?:{lexicon.alternation('person/address')} )?$")


@cache
def _undergoes(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\b{lexicon.alternation('sign/undergoes')} $")


@cache
def _company(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf",? {lexicon.alternation('sign/company', 'sign/company-unnamed')} [^.;:()“”\"\n]+$")


@cache
def _behalf(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf",?(?: [^\W\d_]+)? {lexicon.alternation('cue/in-name-of')} [^,;.:“”\"\n]{{2,{_BEHALF}}}(?:, ?| )")


@cache
def _in_name_of(lexicon: Lexicon) -> re.Pattern[str]:
    others, lead = (
        lexicon.alternation("cue/in-name-of", "person/kin", "sign/fact-of", "sign/undergoes"),
        lexicon.alternation("person/address", "sign/plural"),
    )
    return re.compile(rf"\b{others}(?: {lead}){{0,3}} $")
