"""By which order an event is held: “…, theo Kế hoạch số …” at the end of its sentence, “Hoạt động nằm trong Kế hoạch số …” in the next."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kgraph.lexicon import Lexicon
from kgraph.model import Fact
from kgraph.rules.documents import Citation
from kgraph.rules.events import Occasion
from kgraph.rules.purposes import carried_out, is_demand, verb_of
from kgraph.rules.reading import Reading, is_short
from kgraph.rules.spans import pairs_within, within
from kgraph.scan import Mention

_TAIL, _WORDS, _NEAR, _SUBJECT, _FAR = 300, 8, 60, 12, 3
_MEETING = "hop"
"""The family of meetings: what stands behind their name is often what they talk about."""


def event_orders(reading: Reading) -> Iterator[Fact]:
    """implements from an event to the plan, guidance or letter that it is held by."""
    yield from _at_the_end(reading)
    yield from _said_next(reading)


def _at_the_end(reading: Reading) -> Iterator[Fact]:
    """The order behind an event in the sentence that tells of it."""
    for occasion in (told for o in reading.occasions for told in o.tellings):
        begin, end = reading.sentence(occasion.sentence)
        for citation, document in pairs_within(reading.citations, occasion.mention.end, end)[:1]:
            verb = verb_of(reading, citation)
            if verb is None or not _is_order(reading, citation, verb) or verb.begin - occasion.mention.end > _TAIL:
                continue
            if verb.begin > occasion.mention.end and _is_its_own(reading, occasion, verb) and not is_demand(reading, begin, occasion.begin):
                yield from carried_out(reading, occasion, citation, document, occasion.begin, end, "event-order", 0.85)


def _is_order(reading: Reading, citation: Citation, verb: Mention) -> bool:
    """Whether a document orders what is done, and “theo” stands before it: laws and decrees only say how."""
    loose = _by(reading.lexicon).fullmatch(reading.gap(verb.begin, verb.end))
    return bool(loose and citation.entry.key("order") and citation.designation) and not reading.in_speech(citation.begin)


def _is_its_own(reading: Reading, occasion: Occasion, verb: Mention) -> bool:
    """Whether what is done by an order is the event: the order stands apart behind a comma, or right behind what is no meeting."""
    begin, gap = occasion.mention.end, reading.gap(occasion.mention.end, verb.begin)
    if re.search(r"[.;:\n“”\"]", gap) or is_demand(reading, begin, verb.begin) or _elsewhere(reading.lexicon).search(gap):
        return False
    others = (o for o in reading.occasions if o is not occasion and begin < o.mention.begin < verb.begin)
    if next(others, None) or within(reading.appearances, begin, verb.begin) or reading.cues("issue", begin, verb.begin):
        return False
    entry = occasion.mention.entry
    return gap.endswith(", ") or (entry.key("family", entry.concept) != _MEETING and is_short(gap, words=_WORDS))


def _said_next(reading: Reading) -> Iterator[Fact]:
    """The order that a later sentence names as what the event is part of."""
    introduced = {o.sentence for o in reading.occasions}
    for citation, document in reading.citations:
        number = reading.page.sentence_at(citation.begin)
        begin, end = reading.sentence(number)
        if number in introduced or not citation.designation or not _is_part(reading, citation, begin):
            continue
        occasion = _meant(reading, number, begin)
        if occasion:
            yield from carried_out(reading, occasion, citation, document, begin, end, "event-part", 0.85)


def _meant(reading: Reading, number: int, begin: int) -> Occasion | None:
    """The event that a sentence opens with: the last one told, right before “Đây là …”, else near or by a word of its family."""
    last = reading.current(begin)
    far = 1 if _here(reading.lexicon).match(reading.page.folded, begin) else _FAR
    if last is None or any(0 < number - told.sentence <= far for told in last.tellings):
        return last
    named = next(iter(reading.page.between("event", begin, begin + 2)), None)
    entry = last.mention.entry
    return last if named and named.entry.key("family", named.entry.concept) == entry.key("family", entry.concept) else None


def _is_part(reading: Reading, citation: Citation, begin: int) -> bool:
    """Whether a sentence says right before a document that the event is part of it, held by it or for it."""
    folded = reading.page.folded
    subject = _this(reading.lexicon).match(folded, begin)
    part = _part(reading.lexicon).search(folded, max(begin, citation.begin - _NEAR), citation.begin)
    if subject is None or part is None or part.start() < subject.end() or reading.in_speech(citation.begin):
        return False
    gap = reading.gap(subject.end(), part.start())
    apart = _other_thing(reading.lexicon).search(gap) or is_demand(reading, begin, citation.begin)
    return is_short(gap, words=_SUBJECT) and not apart


@cache
def _by(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(lexicon.alternation("sign/in-spirit"))


@cache
def _elsewhere(lexicon: Lexicon) -> re.Pattern[str]:
    """What makes the end of a sentence tell of another thing than the event."""
    return re.compile(rf"\b{lexicon.alternation('sign/told-besides')}\b")


@cache
def _this(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\W?{lexicon.alternation('sign/this')}\b")


@cache
def _here(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\W?{lexicon.alternation('sign/here')}\b")


@cache
def _part(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf" {lexicon.alternation('sign/part-of')} (?:[^\W\d_]+ ){{0,3}}$")


@cache
def _other_thing(lexicon: Lexicon) -> re.Pattern[str]:
    """What makes something else the part of a document than the event (“Hội nghị có đại biểu các xã thuộc Chương trình …”)."""
    return re.compile(rf"\b{lexicon.alternation('sign/has', 'sign/many', 'sign/of-whom')}\b")
