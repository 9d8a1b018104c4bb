"""What officials say in the report of a meeting: said at it, as long as nothing tells of another time, place or listener.

A report of a meeting names it once, in its first sentences, and then gives what each speaker said without “tại hội nghị”. Only meetings
whose business is speech count, only those that an article opens with, and only until another event, another day or a reporter comes in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise

from kgraph.lexicon import Lexicon
from kgraph.model import Evidence, Fact
from kgraph.rules.events import Occasion
from kgraph.rules.officials import Appearance
from kgraph.rules.reading import Reading
from kgraph.rules.spans import within
from kgraph.rules.subjects import acts_through_another, is_opening, subject_of
from kgraph.scan import Span

_LEAD, _REACH, _CONFIDENCE, _OPENING, _WORDS = 3, 30, 0.8, 60, 200
_QUOTE = re.compile('[”"]')
_CUES = ("say", "speak", "present")
_PRESENT = ("attended", "chaired", "directedAt", "spokeAt", "presentedAt")


def link_reported(reading: Reading, told: Iterable[Fact]) -> Iterator[Fact]:
    """spokeAt between officials and the one meeting that an article reports, for what they say in the sentences behind it.

    Nothing is added for those whom the facts `told` show speaking at it.
    """
    told = [f for f in told if f.predicate in _PRESENT]
    known = {(f.subject, f.object) for f in told if f.predicate == "spokeAt"}
    for meeting in _meetings(reading):
        present = any(f.object == meeting.event.key for f in told)
        if meeting.mention.entry.key("report") == "led" and not present:
            continue
        numbers = range(meeting.sentence + 1, min(_end(reading, meeting), meeting.sentence + _REACH))
        rows = [row for number in numbers for row in _speakers(reading, meeting, reading.sentence(number))]
        if rows or present:
            rows += [row for number in numbers for row in _cited(reading, meeting, reading.sentence(number))]
            rows += [row for number in numbers for row in _headed(reading, meeting, reading.sentence(number))]
        for person, begin, end in rows:
            key = reading.people[person.person]
            if (key, meeting.event.key) not in known:
                yield Fact(key, "spokeAt", meeting.event.key, Evidence(begin, end, "participation.reported", _CONFIDENCE))


Speaker = tuple[Appearance, int, int]
"""Who says something, and the span that shows it."""


def _speakers(reading: Reading, meeting: Occasion, span: Span) -> Iterator[Speaker]:
    """Whose verb of saying stands in a sentence that speaks of the meeting."""
    people = _people(reading, span)
    for cue in (m for name in _CUES for m in reading.cues(name, *span)):
        if reading.event_at(cue.begin, cue.end) is meeting:
            for person in (p for p in _together(reading, subject_of(reading, people, cue)) if not _is_quoted(reading, p, span)):
                yield person, min(person.begin, cue.begin), max(person.end, cue.end)


def _together(reading: Reading, subject: list[Appearance]) -> Iterator[Appearance]:
    """The person right before a verb, and who is joined to him by “và”; a comma may only end a clause that names another."""
    yield from subject[:1]
    for last, person in pairwise(subject):
        if not _and(reading.lexicon).search(reading.gap(person.end, last.begin)):
            return
        yield person


def _is_quoted(reading: Reading, person: Appearance, span: Span) -> bool:
    """Whether somebody else says it of a person (“Ông A cho biết thêm, Phó Thủ tướng B đã yêu cầu …”)."""
    earlier = [m for m in reading.cues("say", span[0], person.begin) if not is_opening(reading, m, span)]
    return bool(earlier) and not _QUOTE.search(reading.page.text, earlier[-1].end, person.begin)


def _cited(reading: Reading, meeting: Occasion, span: Span) -> Iterator[Speaker]:
    """Who is cited in the opening of a sentence (“Theo ông A, …”), where others are told as speaking."""
    for person in _people(reading, span)[:1]:
        by = _according(reading.lexicon).search(reading.page.folded, span[0], person.begin)
        if by and (by.start() == span[0] or reading.page.text[by.start()].isupper()) and reading.event_at(span[0], person.end) is meeting:
            yield person, by.start(), person.end


def _headed(reading: Reading, meeting: Occasion, span: Span) -> Iterator[Speaker]:
    """Whose words a colon opens right behind name and title (“Giám đốc Sở A: Các xã cần …”), where others are told as speaking."""
    for person in _people(reading, span)[:1]:
        opens = len(reading.gap(span[0], person.begin).split()) <= 1 and reading.page.text.startswith(": ", person.end)
        answers = reading.page.text[max(span[0] - 2, 0) : span[0]].rstrip().endswith("?")
        if (
            opens
            and not answers
            and person.positions
            and span[1] - person.end > _OPENING
            and reading.event_at(span[0], person.end) is meeting
        ):
            yield person, person.begin, min(span[1], person.end + _WORDS)


def _people(reading: Reading, span: Span) -> list[Appearance]:
    """Officials by name, none where somebody is absent; none who is spoken of by another."""
    if reading.cues("absent", *span):
        return []
    named = (a for a in within(reading.appearances, *span) if a.person in reading.titled and a.rule != "officials.reference")
    people = [a for a in named if not acts_through_another(reading, a)]
    return [
        a
        for a in people
        if not reading.in_speech(a.begin) and not _of(reading.lexicon).search(reading.page.folded, max(a.begin - 5, 0), a.begin)
    ]


def _meetings(reading: Reading) -> list[Occasion]:
    """The main event, if it took place, is a meeting whose business is speech, and is told in the first sentences."""
    return [
        o
        for o in reading.occasions[:1]
        if o.event.modality == "occurred" and (o.mention.entry.key("session") or o.mention.entry.key("report")) and o.sentence <= _LEAD
    ]


def _end(reading: Reading, meeting: Occasion) -> int:
    """The first sentence behind the meeting that may tell of something else: another event, another day, a reporter."""
    others = [o.sentence for o in reading.occasions if o is not meeting and o.sentence > meeting.sentence]
    last = min(others, default=len(reading.page.sentences))
    for number in range(meeting.sentence + 1, last):
        begin, end = reading.sentence(number)
        opening = reading.gap(begin, min(begin + _OPENING, end))
        if (
            reading.cues("interview", begin, end)
            or any(not reading.in_speech(m.start()) for m in _elsewhere(reading.lexicon).finditer(reading.page.folded, begin, end))
            or _is_other_day(reading, meeting, opening)
        ):
            return number
    return last


def _is_other_day(reading: Reading, meeting: Occasion, opening: str) -> bool:
    """Whether the opening of a sentence gives a day that is not that of the meeting; counts (“5/21 xã”) are no days."""
    when = meeting.event.when
    days = (f"-{int(m[2]):02}-{int(m[1]):02}" for m in _day(reading.lexicon).finditer(opening))
    return any(when is None or not when.edtf.endswith(day) for day in days)


@cache
def _elsewhere(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"{lexicon.words('sign/elsewhen', 'sign/earlier', 'sign/reporter')}\b")


@cache
def _day(lexicon: Lexicon) -> re.Pattern[str]:
    month = lexicon.alternation("date/month")
    joint = rf"(?: ?[./-] ?| {month} )"
    return re.compile(rf"(?<![\d/.-])(0?[1-9]|[12]\d|3[01]){joint}(0?[1-9]|1[0-2])(?![\d%])")


@cache
def _and(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf" {lexicon.alternation('sign/and')} ")


@cache
def _of(lexicon: Lexicon) -> re.Pattern[str]:
    """“Của” right before a person: what is said is another's, or said in a report (“trong báo cáo của ông A có nêu”)."""
    return re.compile(rf"\b{lexicon.alternation('sign/of')} $")


@cache
def _according(lexicon: Lexicon) -> re.Pattern[str]:
    """“Theo” right before who is reported."""
    address, plural = lexicon.alternation("person/address"), lexicon.alternation("sign/plural")
    return re.compile(rf"\b{lexicon.alternation('sign/according')} (?:(?:{address}|{plural}) ){{0,3}}$")
