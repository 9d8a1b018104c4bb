"""Who took part in an event, and how: present, in the chair, guiding, speaking, presenting. A person who is only named attends nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from kgraph.lexicon import Lexicon
from kgraph.model import Evidence, Fact
from kgraph.rules.captions import pictured
from kgraph.rules.chairing import chairing
from kgraph.rules.events import Occasion
from kgraph.rules.listings import LIST_CUES, Listing, continued, opened_by, opens_list
from kgraph.rules.officials import Appearance
from kgraph.rules.reading import Reading
from kgraph.rules.sides import guests_of_side, opens_guests
from kgraph.rules.spans import pairs_within
from kgraph.rules.subjects import acts_through_another, and_before, following_subject, is_opening, opens_at, recipients_of, subject_of
from kgraph.scan import Mention, Span
from kgraph.text import fold

_CONFIDENCE = {"attended": 0.93, "directedAt": 0.93, "chaired": 0.92, "spokeAt": 0.9, "presentedAt": 0.9}
_OPENERS = (("open-speech", 4), ("reply", 15), ("in-speech", 25), ("behalf-speech", 25))
_SUMMONS = 40
"""Characters before a person among which the word stands that asks him to come."""
"""Words that open the sentence of a speaker, and how many sentences behind the event they may."""
_QUOTE, _NEAR_EVENT, _AT_REACH = 300, 80, 30


@dataclass(frozen=True, slots=True)
class Part:
    """A person, the predicate, the cue that says so, and the name of the rule."""

    person: Appearance
    predicate: str
    cue: Mention
    rule: str


def link_participation(reading: Reading, attending: Iterable[Fact] = ()) -> Iterator[Fact]:
    """attended, chaired, directedAt, spokeAt and presentedAt between officials and the events that the cues are about.

    Who is `attending` by the words of the event itself is there from that sentence on.
    """
    if not reading.occasions:
        return
    present: dict[str, Occasion] = {}
    events, coming = {o.event.key: o for o in reading.occasions}, sorted(attending, key=lambda fact: -fact.evidence.begin)
    names = {key: person for person, key in reading.people.items()}
    listing: Listing | None = None
    opened: Mention | None = None
    # capitalised words that begin like a surname can be a street or a year of the calendar: somebody must be addressed or titled once
    credible = {a.person for a in reading.appearances if a.positions or a.name.addressed}
    there: dict[int, list[Appearance]] = {}
    for appearance in reading.appearances:
        if appearance.person in credible and not _is_quoted(reading, appearance) and not acts_through_another(reading, appearance):
            there.setdefault(reading.page.sentence_at(appearance.begin), []).append(appearance)
    for number, span in enumerate(reading.page.sentences):
        while coming and coming[-1].evidence.begin < span[1]:
            known = coming.pop()
            present[names[known.subject]] = events[str(known.object)]
        people = [a for a in there.get(number, ()) if a.end <= span[1]]
        listing = continued(reading, people, span, listing)
        side = guests_of_side(reading, people, span, opened)
        guests = ("attended", side, "attend-side") if side else listing
        for part in _parts(reading, people, span, guests, present) if people else ():
            event = reading.event_at(part.cue.begin, part.cue.end)
            if part.rule in ("say", "present") and not reading.anchored(*span):
                event = present.get(part.person.person)
            if event is not None and not _is_told_of(reading, part, event) and (fact := _fact(reading, part, event)):
                present[part.person.person] = event
                yield fact
        listing = opened_by(reading, people, span) or listing
        opened = opens_guests(reading, span) or (opened if side else None)


def _is_told_of(reading: Reading, part: Part, event: Occasion) -> bool:
    """Whether a verb of saying is one of the event's own name (“đến thăm và chúc mừng tòa soạn”): that he says something is not told."""
    return part.rule == "say" and bool(event.mention.entry.key("verb")) and reading.gap(*part.cue[:2]) in fold(event.event.label)


def _parts(
    reading: Reading, people: list[Appearance], span: Span, listing: Listing | None, present: dict[str, Occasion]
) -> tuple[Part, ...]:
    """What a sentence says of the people in it, by any rule; being somewhere only of those of whom no more is said."""
    parts = [
        *_listed(reading, people, span),
        *(Part(person, "chaired", cue, "chair") for person, cue in chairing(reading, people, span)),
        *_speaking(reading, people, span),
    ]
    parts += [Part(p, *listing) for p in people] if listing else []
    parts += _saying(reading, people, span, present)
    told = {part.person.person for part in parts}
    shown = (Part(p, "attended", m, "picture") for p, m in pictured(reading, people, span))
    return (*parts, *(part for part in (*_acting_there(reading, people, span), *shown) if part.person.person not in told))


def _fact(reading: Reading, part: Part, event: Occasion) -> Fact | None:
    """The fact with the clause from cue to name, or the name's own clause where that is long; for a post alone it must name the event."""
    person, cue = part.person, part.cue
    begin, end = min(cue.begin, person.begin), max(cue.end, person.end)
    if person.rule == "officials.reference":
        near = [m for m in reading.page.between("event", begin - _NEAR_EVENT, end + _NEAR_EVENT) if not m.entry.key("verb")]
        begin, end = min([begin, *(m.begin for m in near)]), max([end, *(m.end for m in near)])
        words = set(fold(event.event.label).split()) | set(fold(person.name.name).split())
        if not near or end - begin > _QUOTE or not words & set(reading.gap(begin, end).split()):
            return None
    elif end - begin > _QUOTE:
        begin, end = person.begin, person.end
    key = reading.people[person.person]
    return Fact(key, part.predicate, event.event.key, Evidence(begin, end, f"participation.{part.rule}", _CONFIDENCE[part.predicate]))


def _listed(reading: Reading, people: list[Appearance], span: Span) -> Iterator[Part]:
    """“Dự hội nghị có A, B; C”: everybody behind the cue; “A đã tới dự”: who stands right before it; “Dự hội nghị, A …”: who follows."""
    absent = [m.begin for m in reading.cues("absent", *span)]
    for name, predicate in LIST_CUES.items():
        for cue in reading.cues(name, *span):
            if any(m.begin == cue.begin and m.end > cue.end for other in LIST_CUES for m in reading.cues(other, *span)):
                continue
            limit = _presence(people, min((a for a in absent if a > cue.end), default=0)) or span[1]
            before = subject_of(reading, people, cue, company=True) if name != "side" else []
            behind = [p for p in people if p.begin >= cue.end and p.end <= limit]
            if before or not behind or not opens_list(reading, cue, behind[0].begin):
                behind = following_subject(reading, behind, cue, span) if not before and name != "side" else []
            yield from (Part(person, predicate, cue, f"{name}-list") for person in behind)
            yield from (Part(person, predicate, cue, f"{name}-subject") for person in before if not _is_summoned(reading, person))


def _is_summoned(reading: Reading, person: Appearance) -> bool:
    """Whether somebody is asked to come, by a word right before him (“mời ông A tới dự”): that he came is not told."""
    return bool(_summons(reading.lexicon).search(reading.page.folded, max(person.begin - _SUMMONS, 0), person.begin))


def _presence(people: list[Appearance], absent: int) -> int:
    """Where a list of those present ends, given where a word of absence stands: before the person who is its subject; 0 for no end."""
    subject = [p for p in people if p.end <= absent]
    return subject[-1].begin if subject else absent


def _speaking(reading: Reading, people: list[Appearance], span: Span) -> Iterator[Part]:
    """Who speaks at the event, with a verb of speech; who acts there (hands over, unveils)."""
    for cue in reading.cues("speak", *span):
        opening = is_opening(reading, cue, span)
        behind = [p for p in people if opening and p.begin >= cue.end and reading.gap(cue.end, p.begin).count(",") <= 2][:1]
        speakers = subject_of(reading, people, cue) or _coordinated(reading, people, cue, span) or behind
        yield from (Part(person, "spokeAt", cue, "speech") for person in speakers)
    for cue in reading.cues("say", *span):
        yield from (Part(person, "spokeAt", cue, "voice") for person in people if _is_voiced(reading, cue, person))
    for cue in reading.cues("behalf-speech", *span) if reading.anchored(*span) else ():
        yield from (Part(person, "attended", cue, "behalf") for person in subject_of(reading, people, cue))
    for cue in reading.cues("hand-over", *span):
        yield from (Part(person, "attended", cue, "receive") for person in recipients_of(reading, people, cue))
    for cue in reading.cues("act", *span):
        yield from (Part(person, "attended", cue, "act") for person in subject_of(reading, people, cue))


def _acting_there(reading: Reading, people: list[Appearance], span: Span) -> Iterator[Part]:
    """“Tại hội nghị, A và B đã thống nhất …”: whose sentence a place at the event opens, whatever they do there."""
    for m in reading.page.between("event", *span):
        behind = [p for p in people if p.begin >= m.end]
        if m.entry.key("verb") or not behind or not opens_at(reading, m, span, behind[0].begin):
            continue
        subject = [behind[0]]
        for person in behind[1:]:
            if not reading.joined(subject[-1].end, person.begin):
                break
            subject.append(person)
        if _does(reading.lexicon).match(reading.page.folded, subject[-1].end):
            yield from (Part(person, "attended", m, "there") for person in subject if person.person in reading.titled)
        return


def _is_voiced(reading: Reading, cue: Mention, person: Appearance) -> bool:
    """Whether a verb of saying is a noun of a person's at an event (“Đó là yêu cầu của ông A tại cuộc họp …”)."""
    if person.begin < cue.end or not _whose(reading.lexicon).fullmatch(reading.gap(cue.end, person.begin)):
        return False
    named = reading.page.between("event", person.end, person.end + _AT_REACH)
    return any(_there(reading.lexicon).fullmatch(reading.gap(person.end, m.begin)) for m in named)


def _coordinated(reading: Reading, people: list[Appearance], cue: Mention, span: Span) -> list[Appearance]:
    """The subject of the verb before, where “và” joins a verb to it (“A trao hoa cho B và phát biểu”)."""
    if not and_before(reading, cue.begin):
        return []
    earlier = (m for name in ("act", "attend", "say", "chair") for m in reading.cues(name, span[0], cue.begin))
    return next((found for m in earlier if (found := subject_of(reading, people, m))), [])


def _saying(reading: Reading, people: list[Appearance], span: Span, present: dict[str, Occasion]) -> Iterator[Part]:
    """Any verb of saying by someone who is there, or at “tại hội nghị”; a sentence that a verb of speech opens right behind the event."""
    anchored = reading.anchored(*span)
    if reading.cues("interview", *span) and not any(m.entry.key("press") for m in reading.page.between("event", *span)):
        return
    for name, predicate in (("present", "presentedAt"), ("say", "spokeAt")):
        for cue in reading.cues(name, *span):
            for person in subject_of(reading, people, cue):
                if (anchored or person.person in present) and not _is_asked(reading, person, span):
                    yield Part(person, predicate, cue, name)
    openers = [(m, near) for name, near in _OPENERS for m in reading.cues(name, *span) if m.begin == span[0]]
    event = reading.current(span[1])
    since = reading.page.sentence_at(span[0]) - event.sentence if event else 0
    for opener in [m for m, near in openers if anchored or 0 < since <= near][:1]:
        says = [p for m in reading.cues("say", opener.end, span[1]) for p in subject_of(reading, people, m)]
        yield from (Part(person, "spokeAt", opener, "opening") for person in says[:1])


def _is_asked(reading: Reading, person: Appearance, span: Span) -> bool:
    """Whether another's verb of saying stands right before a person: he is asked or thanked (“đề nghị Bí thư A quan tâm chỉ đạo”)."""
    return any(m.end + 1 == person.begin and m.begin > span[0] and not is_opening(reading, m, span) for m in reading.cues("say", *span))


def _is_quoted(reading: Reading, person: Appearance) -> bool:
    """Whether a name only stands in the name of a campaign or a document's title."""
    begin, end = reading.sentence(reading.page.sentence_at(person.begin))
    return any(d.name and d.begin <= person.begin and person.end <= d.end for d, _ in pairs_within(reading.drives, begin, end))


@cache
def _summons(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\b{lexicon.alternation('sign/summons')}(?: \w+ \w+)? $")


@cache
def _does(lexicon: Lexicon) -> re.Pattern[str]:
    """A verb in the active voice behind a subject; what is done to somebody, sent by him or told of another time shows no presence."""
    other = lexicon.alternation("cue/absent", "cue/passive", "cue/never", "cue/once", "cue/plan", "sign/undergoes", "sign/of", "sign/has")
    return re.compile(rf"(?:,| -)? (?!(?:{lexicon.alternation('sign/past')} )?{other}\b)[^\W\d_]")


@cache
def _whose(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"(?: [^\W\d_]+){{0,2}} {lexicon.alternation('sign/of')} (?:{lexicon.alternation('person/address')} )?")


@cache
def _there(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf",? {lexicon.alternation('cue/at-event', 'sign/while')} ")
