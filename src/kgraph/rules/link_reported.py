"""What officials say in the report of a meeting: said at it, as long as nothing tells of another time, place or listener.

A report of a meeting names it once, in its first sentences, and then gives what each speaker said without “tại hội nghị”. Only meetings
whose business is speech count, only those that an article opens with, and only until another event, another day or a reporter comes in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from kgraph.lexicon import Lexicon
from kgraph.model import Evidence, Fact
from kgraph.rules.events import Occasion
from kgraph.rules.officials import Appearance
from kgraph.rules.reading import Reading
from kgraph.rules.spans import within
from kgraph.rules.subjects import subject_of
from kgraph.scan import Span

_LEAD, _REACH, _CONFIDENCE, _OPENING = 3, 30, 0.8, 60
_CUES = ("say", "speak", "present")


def link_reported(reading: Reading, told: Iterable[Fact]) -> Iterator[Fact]:
    """spokeAt between officials and the one meeting that an article reports, for what they say in the sentences behind it.

    Nothing is added for those whom the facts `told` show speaking at it.
    """
    known = {(f.subject, f.object) for f in told if f.predicate == "spokeAt"}
    for meeting in _meetings(reading):
        for number in range(meeting.sentence + 1, min(_end(reading, meeting), meeting.sentence + _REACH)):
            for person, begin, end in _speakers(reading, meeting, reading.sentence(number)):
                key = reading.people[person.person]
                if (key, meeting.event.key) not in known:
                    yield Fact(key, "spokeAt", meeting.event.key, Evidence(begin, end, "participation.reported", _CONFIDENCE))


def _speakers(reading: Reading, meeting: Occasion, span: Span) -> Iterator[tuple[Appearance, int, int]]:
    """Who says something in a sentence that speaks of the meeting, and the span that shows it."""
    if reading.cues("absent", *span):
        return
    people = [a for a in within(reading.appearances, *span) if a.person in reading.titled and a.rule != "officials.reference"]
    for person in people[:1]:
        by = _according(reading.lexicon).search(reading.page.folded, span[0], person.begin)
        if by and (by.start() == span[0] or reading.page.text[by.start()].isupper()) and reading.event_at(span[0], person.end) is meeting:
            yield person, by.start(), person.end
    for cue in (m for name in _CUES for m in reading.cues(name, *span)):
        if reading.event_at(cue.begin, cue.end) is meeting:
            for person in subject_of(reading, people, cue):
                yield person, min(person.begin, cue.begin), max(person.end, cue.end)


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
            or _elsewhere(reading.lexicon).search(reading.gap(begin, end))
            or _day(reading.lexicon).search(opening)
        ):
            return number
    return last


@cache
def _elsewhere(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\b{lexicon.alternation('sign/elsewhen', 'sign/earlier', 'sign/reporter')}\b")


@cache
def _day(lexicon: Lexicon) -> re.Pattern[str]:
    month = lexicon.alternation("date/month")
    return re.compile(rf"(?<![\d/.-])\d{{1,2}} ?[./-] ?\d{{1,2}}(?:[./-]\d{{4}})?(?![\d%])|\d{{1,2}} {month} \d")


@cache
def _according(lexicon: Lexicon) -> re.Pattern[str]:
    """“Theo” right before who is reported."""
    address, plural = lexicon.alternation("person/address"), lexicon.alternation("sign/plural")
    return re.compile(rf"\b{lexicon.alternation('sign/according')} (?:(?:{address}|{plural}) )*$")
