"""Who took part in an event, and how: present, in the chair, guiding, speaking, presenting. A person who is only named attends nothing."""

from __future__ import annotations

from collections.abc import Iterator

from kgraph.model import Evidence, Fact
from kgraph.rules.events import Occasion
from kgraph.rules.officials import Appearance
from kgraph.rules.reading import Reading, is_short, within
from kgraph.scan import Mention

_LIST_CUES = {"attend": "attended", "direct": "directedAt", "attend-speak": "spokeAt"}
_CONFIDENCE = {"attended": 0.93, "directedAt": 0.93, "chaired": 0.92, "spokeAt": 0.9, "presentedAt": 0.9}
_SUBJECT_WORDS, _QUOTE, _OPENING, _NEAR_SENTENCES = 6, 300, 30, 4


def link_participation(reading: Reading) -> Iterator[Fact]:
    """attended, chaired, directedAt, spokeAt and presentedAt between officials and events."""
    if not reading.occasions:
        return
    present: set[str] = set()
    # capitalised words that begin like a surname can be a street or a year of the calendar: somebody must be addressed or titled once
    credible = {a.person for a in reading.appearances if a.positions or a.name.addressed}
    for number, (begin, end) in enumerate(reading.page.sentences):
        people = [a for a in within(reading.appearances, begin, end) if a.person in credible and not _is_quoted(reading, a)]
        if not people:
            continue
        event = reading.current(end - 1) or reading.occasions[0]
        for fact in (
            *_listed(reading, people, event, begin, end),
            *_chairing(reading, people, event, begin, end),
            *_speaking(reading, people, event, number, present),
        ):
            present.add(fact.subject)
            yield fact


def _fact(reading: Reading, person: Appearance, predicate: str, event: Occasion, cue: Mention, rule: str) -> Fact:
    """The fact with the clause from cue to name, or the name's own clause where that is long."""
    begin, end = min(cue.begin, person.begin), max(cue.end, person.end)
    if end - begin > _QUOTE:
        begin, end = person.begin, person.end
    key = reading.people[person.person]
    return Fact(key, predicate, event.event.key, Evidence(begin, end, f"participation.{rule}", _CONFIDENCE[predicate]))


def _listed(reading: Reading, people: list[Appearance], event: Occasion, begin: int, end: int) -> Iterator[Fact]:
    """“Dự hội nghị có A, B; C”: everybody behind the cue; “A đã tới dự”: who stands right before it."""
    absent = [m.begin for m in reading.cues("absent", begin, end)]
    for name, predicate in _LIST_CUES.items():
        for cue in reading.cues(name, begin, end):
            if any(m.begin == cue.begin and m.end > cue.end for other in _LIST_CUES for m in reading.cues(other, begin, end)):
                continue
            limit = min((a for a in absent if a > cue.end), default=end)
            before = _subject(reading, people, cue)
            behind = [] if before else [p for p in people if p.begin >= cue.end and p.end <= limit]
            for person in (*behind, *before):
                yield _fact(reading, person, predicate, event, cue, f"{name}-list" if person.begin >= cue.end else f"{name}-subject")


def _subject(reading: Reading, people: list[Appearance], cue: Mention) -> list[Appearance]:
    """The person right before a verb, with those joined to him; nobody where punctuation or many words stand between."""
    near = [p for p in people if p.end <= cue.begin and is_short(reading.gap(p.end, cue.begin).removeprefix(","), words=_SUBJECT_WORDS)]
    if not near:
        return []
    subject = [near[-1]]
    for person in reversed([p for p in people if p.end <= subject[-1].begin]):
        if not reading.joined(person.end, subject[-1].begin):
            break
        subject.append(person)
    return subject


def _chairing(reading: Reading, people: list[Appearance], event: Occasion, begin: int, end: int) -> Iterator[Fact]:
    """“A chủ trì hội nghị”, “dưới sự chủ trì của A”, “Chủ trì hội nghị có A”."""
    for cue in reading.cues("chair", begin, end):
        before = _subject(reading, people, cue)
        behind = [p for p in people if p.begin >= cue.end and is_short(_without_colons(reading.gap(cue.end, p.begin)), words=12)]
        several = reading.plural(cue.end, behind[0].begin) if behind else False
        rest = [p for p in people if p.begin >= cue.end] if several else behind[:1]
        for person in before or rest:
            yield _fact(reading, person, "chaired", event, cue, "chair")


def _without_colons(gap: str) -> str:
    """A gap before a list: its colon and the comma before “gồm” part nothing."""
    return gap.replace(":", "").replace(",", "") if gap.rstrip().endswith(":") else gap


def _speaking(reading: Reading, people: list[Appearance], event: Occasion, number: int, present: set[str]) -> Iterator[Fact]:
    """Who speaks at the event: with a verb of speech that names it, or any verb of saying by someone who is there or at “tại hội nghị”."""
    begin, end = reading.sentence(number)
    for cue in reading.cues("speak", begin, end):
        before = _subject(reading, people, cue)
        opening = cue.begin - begin <= _OPENING
        behind = [p for p in people if opening and p.begin >= cue.end and reading.gap(cue.end, p.begin).count(",") <= 2][:1]
        for person in before or behind:
            yield _fact(reading, person, "spokeAt", event, cue, "speech")
    anchored = reading.anchored(begin, end)
    yield from _opening(reading, people, event, begin, end, anchored=anchored)
    for cue in reading.cues("act", begin, end):
        for person in _subject(reading, people, cue):
            yield _fact(reading, person, "attended", event, cue, "act")
    for name, predicate in (("present", "presentedAt"), ("say", "spokeAt")):
        for cue in reading.cues(name, begin, end):
            for person in _subject(reading, people, cue):
                if anchored or reading.people[person.person] in present:
                    yield _fact(reading, person, predicate, event, cue, name)


def _opening(reading: Reading, people: list[Appearance], event: Occasion, begin: int, end: int, *, anchored: bool) -> Iterator[Fact]:
    """“Báo cáo kết quả …, A cho biết”: a sentence that a verb of speech opens, right behind the event or at it."""
    cue = next((m for m in reading.cues("open-speech", begin, end) if m.begin == begin), None)
    near = 0 < reading.page.sentence_at(begin) - event.sentence <= _NEAR_SENTENCES
    if cue and (anchored or near):
        says = [(p, m) for m in reading.cues("say", cue.end, end) for p in _subject(reading, people, m)]
        for person, _ in says[:1]:
            yield _fact(reading, person, "spokeAt", event, cue, "opening")


def _is_quoted(reading: Reading, person: Appearance) -> bool:
    """Whether a name only stands in the name of a campaign or a document's title."""
    return any(d.name and d.begin <= person.begin and person.end <= d.end for d, _ in reading.drives)
