"""Events: an occurrence that a sentence introduces, with its date and a name; later mentions point back at it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from kgraph.lexicon import Entry, Lexicon
from kgraph.model import Event, Evidence, Fact, Value, When
from kgraph.rules.dates import DateMention
from kgraph.rules.drive_words import Drive
from kgraph.rules.introductions import Introduction, date_of, introduce, is_modified
from kgraph.rules.organizations import BodyMention
from kgraph.rules.spans import HasSpan, beginning, within
from kgraph.scan import Mention, Page, Span
from kgraph.text import fold, slug

_LONGEST_LABEL = 160
_CONFIDENCE = {"stated": 0.95, "publication-date": 0.9, "relative": 0.9, "leap-day": 0.75, "text-year": 0.6, "unresolved": 0.6}
_FIRM = ("stated", "publication-date", "relative")


@dataclass(frozen=True, slots=True)
class Occasion:
    """An event as told: its name's span, the sentence that introduces it, the span of the verb, its date, and who holds it."""

    begin: int
    end: int
    mention: Mention
    sentence: int
    verb: Span
    held: bool
    date: DateMention | None
    holder: str
    event: Event
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Sources:
    """What the finder of events reads: dates and what they are known to be, bodies, campaigns, and where people are named."""

    dates: Sequence[DateMention]
    whens: Mapping[int, When]
    bodies: Sequence[BodyMention]
    drives: Sequence[Drive]
    people: Sequence[Span]


def find_events(page: Page, sources: Sources, lexicon: Lexicon, *, title_end: int, mark: str) -> tuple[Occasion, ...]:
    """The events that an article tells of, in text order; the first is its main event."""
    found: list[Occasion] = []
    named: list[HasSpan] = [*sources.bodies, *(d for d in sources.drives if d.name)]
    inner = {offset for x in named for offset in range(x.begin, x.end)}
    doers = sorted([*(b.begin for b in sources.bodies), *(begin for begin, _ in sources.people)])
    for m in sorted((*page.of("event"), *_launches(page, sources, lexicon)), key=lambda m: m.begin):
        hidden = m.entry.key("hidden") or m.begin < title_end or (found and m.begin < found[-1].end)
        if hidden or _is_name_part(page, m) or m.begin in inner:
            continue
        date = date_of(page, m, sources.dates, lexicon)
        how = introduce(page, m, date, doers, sources.bodies, lexicon, first=not found)
        if how is None:
            continue
        occasion = _occasion(page, m, how, date, sources, lexicon, mark)
        if _is_new(occasion, found):
            found.append(occasion)
    return tuple(_named(page, o, lexicon, mark) for o in found)


def _is_name_part(page: Page, m: Mention) -> bool:
    """Whether a verb bears a capital inside a sentence: a part of a name (“Ủy ban Kiểm tra”)."""
    verb, begin = m.entry.key("verb"), page.sentences[page.sentence_at(m.begin)][0]
    return bool(verb) and page.text[m.begin].isupper() and m.begin > begin and page.text[m.begin - 2] not in '.:;-–“"'


def _launches(page: Page, sources: Sources, lexicon: Lexicon) -> Iterator[Mention]:
    """A body that launches a campaign on a day: a launching, though no “lễ” is named."""
    entry = lexicon.entry("event/le-phat-dong")
    for cue in page.of("cue"):
        if cue.entry.concept != "launch":
            continue
        begin, end = page.sentences[page.sentence_at(cue.begin)]
        drive = next((d for d in beginning(sources.drives, cue.end, cue.end + 13) if d.name), None)
        day = any(d.is_day or d.today for d in within(sources.dates, begin, cue.begin))
        other = any(not m.entry.key("verb") for m in page.between("event", begin, end))
        if drive and day and not other and beginning(sources.bodies, begin, cue.begin):
            yield Mention(cue.begin, cue.end, _as_verb(entry))


@cache
def _as_verb(entry: Entry) -> Entry:
    """The entry of a kind, as one that needs no “tổ chức” before it."""
    return Entry(
        entry.id,
        entry.kind,
        entry.concept,
        entry.vi,
        entry.en,
        entry.forms,
        {**entry.keys, "verb": True},
        entry.examples,
        entry.wrong,
        entry.place,
    )


def _is_new(occasion: Occasion, found: Sequence[Occasion]) -> bool:
    """The first event needs no date; a further one does, and a day or a holder that no other has."""
    if not found:
        return True
    when = occasion.event.when
    if when is None or occasion.date is None or not (occasion.date.is_day or occasion.date.today):
        return False
    same_day = [o for o in found if o.event.when and o.event.when.edtf == when.edtf]
    return all(o.holder and occasion.holder and o.holder != occasion.holder for o in same_day)


def _occasion(
    page: Page, m: Mention, how: Introduction, date: DateMention | None, sources: Sources, lexicon: Lexicon, mark: str
) -> Occasion:
    number = page.sentence_at(m.begin)
    begin, sentence_end = page.sentences[number]
    end = _label_end(page, m, lexicon, sentence_end)
    when = sources.whens.get(date.begin) if date else None
    doers = [b for b in within(sources.bodies, begin, how.verb[0]) if b.acts]
    holder = doers[-1].organization.key.partition("/")[2] if doers else ""
    event = Event("", _label(page, m.begin, end, lexicon), m.entry.concept, when, "planned" if how.planned else "occurred")
    return Occasion(m.begin, end, m, number, how.verb, how.held, date, holder, event, ())


def _label(page: Page, begin: int, end: int, lexicon: Lexicon) -> str:
    label = page.text[begin:end].strip(" ,-–")
    for past in sorted(lexicon.forms("sign/past"), key=len, reverse=True):
        if fold(label).startswith(f"{past} "):
            label = label[len(past) + 1 :]
    return label[:1].upper() + label[1:]


def _named(page: Page, occasion: Occasion, lexicon: Lexicon, mark: str) -> Occasion:
    """The occasion with its key, its facts, and where only its kind stands (“Buổi lễ diễn ra …”) the fuller name of another mention."""
    event, m = occasion.event, occasion.mention
    if not is_modified(page, m, lexicon) and not m.entry.key("verb"):
        fuller = _fuller(page, occasion, lexicon)
        event = replace(event, label=fuller[0], kind=fuller[1]) if fuller else event
    when = event.when
    firm = when is not None and when.resolution in _FIRM and "X" not in when.edtf
    day = slug(when.edtf.replace("/", "--")) if when else "undated"
    key = f"event/{day}--{occasion.holder or mark}--{slug(event.kind)}" + ("" if firm and occasion.holder else f"--{mark}")
    return replace(occasion, event=replace(event, key=key), facts=tuple(_facts(key, m, occasion.date, when)))


def _fuller(page: Page, occasion: Occasion, lexicon: Lexicon) -> tuple[str, str] | None:
    """Name and kind of the first other mention of the same family that says more than its kind."""
    family = occasion.mention.entry.key("family", occasion.mention.entry.concept)
    for m in page.of("event"):
        if m.entry.key("family", m.entry.concept) == family and is_modified(page, m, lexicon) and not m.entry.key("verb"):
            end = _label_end(page, m, lexicon, page.sentences[page.sentence_at(m.begin)][1])
            return _label(page, m.begin, end, lexicon), m.entry.concept
    return None


def _label_end(page: Page, m: Mention, lexicon: Lexicon, sentence_end: int) -> int:
    """The end of an event's name: the clause's end outside quotation marks, at most `_LONGEST_LABEL` characters."""
    limit = min(sentence_end, m.begin + _LONGEST_LABEL)
    depth, at = 0, m.end
    while at < limit:
        ch = page.text[at]
        depth += (ch == "“") - (ch == "”")
        if depth <= 0 and _end(lexicon).match(page.folded, at):
            return at
        at += 1
    if limit < sentence_end:
        limit = page.text.rfind(" ", m.end, limit) if " " in page.text[m.end : limit] else limit
        while joint := _joint(lexicon).search(page.folded, m.end, limit):
            limit = joint.start()
    return max(limit, m.end)


@cache
def _joint(lexicon: Lexicon) -> re.Pattern[str]:
    """A word at the end of a shortened name that only leads to what was cut off."""
    return re.compile(rf",? {lexicon.alternation('sign/and', 'sign/of', 'sign/about')}$")


@cache
def _end(lexicon: Lexicon) -> re.Pattern[str]:
    finite = lexicon.alternation("cue/happen", "cue/held")
    return re.compile(rf"[;\n]|[.…](?:\s|$)| {lexicon.alternation('sign/label-end')}\b| (?:{lexicon.alternation('cue/plan')} )?{finite}\b")


def _facts(key: str, m: Mention, date: DateMention | None, when: When | None) -> Iterator[Fact]:
    if date and when:
        span = min(date.begin, m.begin), max(date.end, m.end)
        evidence = Evidence(*span, f"events.date-{when.resolution}", _CONFIDENCE[when.resolution])
        yield Fact(key, "dateEdtf", Value(when.edtf), evidence)
