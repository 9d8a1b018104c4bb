"""Who took part in an event, and how: present, in the chair, guiding, speaking, presenting. A person who is only named attends nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kgraph.lexicon import Lexicon
from kgraph.model import Evidence, Fact
from kgraph.rules.events import Occasion
from kgraph.rules.officials import Appearance
from kgraph.rules.reading import Reading, is_short
from kgraph.rules.spans import pairs_within, within
from kgraph.scan import Mention, Span

_LIST_CUES = {"attend": "attended", "direct": "directedAt", "attend-speak": "spokeAt"}
_CONFIDENCE = {"attended": 0.93, "directedAt": 0.93, "chaired": 0.92, "spokeAt": 0.9, "presentedAt": 0.9}
_SUBJECT_WORDS, _QUOTE, _OPENING, _NEAR_SENTENCES, _LIST_REACH = 6, 300, 30, 4, 160

Part = tuple[Appearance, str, Mention, str]
"""A person, the predicate, the cue that says so, and the name of the rule."""


def link_participation(reading: Reading) -> Iterator[Fact]:
    """attended, chaired, directedAt, spokeAt and presentedAt between officials and the events that the cues are about."""
    if not reading.occasions:
        return
    present: dict[str, Occasion] = {}
    # capitalised words that begin like a surname can be a street or a year of the calendar: somebody must be addressed or titled once
    credible = {a.person for a in reading.appearances if a.positions or a.name.addressed}
    for span in reading.page.sentences:
        people = [a for a in within(reading.appearances, *span) if a.person in credible and not _is_quoted(reading, a)]
        if not people:
            continue
        parts = (*_listed(reading, people, span), *_chairing(reading, people, span), *_speaking(reading, people, span))
        for person, predicate, cue, rule in (*parts, *_saying(reading, people, span, present)):
            event = reading.event_at(cue.begin, cue.end)
            if rule in ("say", "present") and not reading.anchored(*span):
                event = present.get(person.person)
            if event is not None:
                present[person.person] = event
                yield _fact(reading, person, predicate, event, cue, rule)


def _fact(reading: Reading, person: Appearance, predicate: str, event: Occasion, cue: Mention, rule: str) -> Fact:
    """The fact with the clause from cue to name, or the name's own clause where that is long."""
    begin, end = min(cue.begin, person.begin), max(cue.end, person.end)
    if end - begin > _QUOTE:
        begin, end = person.begin, person.end
    key = reading.people[person.person]
    return Fact(key, predicate, event.event.key, Evidence(begin, end, f"participation.{rule}", _CONFIDENCE[predicate]))


def _listed(reading: Reading, people: list[Appearance], span: Span) -> Iterator[Part]:
    """“Dự hội nghị có A, B; C”: everybody behind the cue; “A đã tới dự”: who stands right before it."""
    absent = [m.begin for m in reading.cues("absent", *span)]
    for name, predicate in _LIST_CUES.items():
        for cue in reading.cues(name, *span):
            if any(m.begin == cue.begin and m.end > cue.end for other in _LIST_CUES for m in reading.cues(other, *span)):
                continue
            limit = _presence(reading, people, min((a for a in absent if a > cue.end), default=0)) or span[1]
            before = _subject(reading, people, cue)
            behind = [p for p in people if p.begin >= cue.end and p.end <= limit]
            if before or not behind or not _opens_list(reading, cue, behind[0].begin):
                behind = []
            yield from ((person, predicate, cue, f"{name}-list") for person in behind)
            yield from ((person, predicate, cue, f"{name}-subject") for person in before)


def _presence(reading: Reading, people: list[Appearance], absent: int) -> int:
    """Where a list of those present ends, given where a word of absence stands: before the person who is its subject; 0 for no end."""
    subject = [p for p in people if p.end <= absent]
    return subject[-1].begin if subject else absent


def _opens_list(reading: Reading, cue: Mention, first: int) -> bool:
    """Whether a verb of attending opens a list of people: “của”, “có”, “gồm” or a colon stands between it and the first of them."""
    opener = _list_words(reading.lexicon).search(reading.page.folded, cue.begin, first)
    return bool(opener) and first - cue.end <= _LIST_REACH and not _passive(reading.lexicon).search(reading.page.folded, cue.end, first)


def _subject(reading: Reading, people: list[Appearance], cue: Mention) -> list[Appearance]:
    """The person right before a verb, with those joined to him; nobody where punctuation or many words stand between."""
    near = [p for p in people if p.end <= cue.begin and _reaches(reading, p.end, cue.begin)]
    if not near:
        return []
    subject = [near[-1]]
    for person in reversed([p for p in people if p.end <= subject[-1].begin]):
        if not reading.joined(person.end, subject[-1].begin):
            break
        subject.append(person)
    return subject


def _reaches(reading: Reading, begin: int, end: int) -> bool:
    """Whether a person reaches a verb: few words and no other subject stand between, and the verb does not lie ahead."""
    gap = reading.page.text[begin:end]
    if not is_short(gap.removeprefix(","), words=_SUBJECT_WORDS) or (gap.startswith(",") and any(ch.isupper() for ch in gap)):
        return False
    return not _planned(reading.lexicon).search(gap)


def _chairing(reading: Reading, people: list[Appearance], span: Span) -> Iterator[Part]:
    """“A chủ trì hội nghị”, “dưới sự chủ trì của A”, “Chủ trì hội nghị có A”; not a task that somebody is to lead."""
    ordered = _ordered(reading.lexicon)
    for cue in reading.cues("chair", *span):
        if ordered.search(reading.page.folded, max(span[0], cue.begin - 60), cue.begin):
            continue
        before = _subject(reading, people, cue)
        behind = [p for p in people if p.begin >= cue.end and is_short(_without_colons(reading.gap(cue.end, p.begin)), words=12)]
        several = reading.plural(cue.end, behind[0].name.begin) if behind else False
        rest = [p for p in people if p.begin >= cue.end] if several else behind[:1]
        yield from ((person, "chaired", cue, "chair") for person in before or rest)


def _without_colons(gap: str) -> str:
    """A gap before a list: its colon and the comma before “gồm” part nothing."""
    return gap.replace(":", "").replace(",", "") if gap.rstrip().endswith(":") else gap


def _speaking(reading: Reading, people: list[Appearance], span: Span) -> Iterator[Part]:
    """Who speaks at the event, with a verb of speech; who acts there (hands over, unveils)."""
    for cue in reading.cues("speak", *span):
        opening = cue.begin - span[0] <= _OPENING
        behind = [p for p in people if opening and p.begin >= cue.end and reading.gap(cue.end, p.begin).count(",") <= 2][:1]
        yield from ((person, "spokeAt", cue, "speech") for person in _subject(reading, people, cue) or behind)
    for cue in reading.cues("act", *span):
        yield from ((person, "attended", cue, "act") for person in _subject(reading, people, cue))


def _saying(reading: Reading, people: list[Appearance], span: Span, present: dict[str, Occasion]) -> Iterator[Part]:
    """Any verb of saying by someone who is there, or at “tại hội nghị”; a sentence that a verb of speech opens right behind the event."""
    anchored = reading.anchored(*span)
    if reading.cues("interview", *span):
        return
    for name, predicate in (("present", "presentedAt"), ("say", "spokeAt")):
        for cue in reading.cues(name, *span):
            for person in _subject(reading, people, cue):
                if anchored or person.person in present:
                    yield person, predicate, cue, name
    opener = next((m for m in reading.cues("open-speech", *span) if m.begin == span[0]), None)
    event = reading.current(span[1])
    near = event is not None and 0 < reading.page.sentence_at(span[0]) - event.sentence <= _NEAR_SENTENCES
    if opener and (anchored or near):
        says = [p for m in reading.cues("say", opener.end, span[1]) for p in _subject(reading, people, m)]
        yield from ((person, "spokeAt", opener, "opening") for person in says[:1])


def _is_quoted(reading: Reading, person: Appearance) -> bool:
    """Whether a name only stands in the name of a campaign or a document's title."""
    begin, end = reading.sentence(reading.page.sentence_at(person.begin))
    return any(d.name and d.begin <= person.begin and person.end <= d.end for d, _ in pairs_within(reading.drives, begin, end))


@cache
def _list_words(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf":|\b(?:{lexicon.alternation('sign/list', 'sign/of')})\b")


@cache
def _planned(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\b{lexicon.alternation('cue/plan')}\b")


@cache
def _passive(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf" {lexicon.alternation('cue/passive')} ")


@cache
def _ordered(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\b{lexicon.alternation('cue/ordered')}\b[^,;.]{{0,40}}$")
