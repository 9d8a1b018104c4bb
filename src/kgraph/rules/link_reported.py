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
from kgraph.rules.reading import Reading
from kgraph.rules.spans import within
from kgraph.rules.subjects import subject_of

_LEAD, _REACH, _CONFIDENCE, _OPENING = 3, 30, 0.8, 60
_CUES = ("say", "speak", "present")


def link_reported(reading: Reading, told: Iterable[Fact]) -> Iterator[Fact]:
    """spokeAt between officials and the one meeting that an article reports, for what they say in the sentences behind it.

    Nothing is added for those whom the facts `told` show speaking at it.
    """
    meeting = _meeting(reading)
    known = {(f.subject, f.object) for f in told if f.predicate == "spokeAt"}
    if meeting is None:
        return
    for number in range(meeting.sentence + 1, min(_end(reading, meeting), meeting.sentence + _REACH)):
        span = reading.sentence(number)
        if reading.cues("absent", *span):
            continue
        people = [a for a in within(reading.appearances, *span) if a.person in reading.titled and a.rule != "officials.reference"]
        for cue in (m for name in _CUES for m in reading.cues(name, *span)):
            if reading.event_at(cue.begin, cue.end) is not meeting:
                continue
            for person in subject_of(reading, people, cue):
                key = reading.people[person.person]
                if (key, meeting.event.key) not in known:
                    evidence = Evidence(min(person.begin, cue.begin), max(person.end, cue.end), "participation.reported", _CONFIDENCE)
                    yield Fact(key, "spokeAt", meeting.event.key, evidence)


def _meeting(reading: Reading) -> Occasion | None:
    """The main event, if it took place, is a meeting whose business is speech, and is told in the first sentences."""
    main = next(iter(reading.occasions), None)
    if main is None or main.event.modality != "occurred" or not main.mention.entry.key("session") or main.sentence > _LEAD:
        return None
    return main


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
