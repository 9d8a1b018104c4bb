"""Events: an occurrence that somebody holds, or that takes place, with its date; later mentions point back at it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from kgraph.lexicon import Lexicon
from kgraph.model import Event, Evidence, Fact, Value, When
from kgraph.rules.dates import DateMention
from kgraph.rules.organizations import BodyMention
from kgraph.scan import Mention, Page
from kgraph.text import slug

_LONGEST_LABEL = 160
_GAP = 40
_NUMBER = re.compile(r"/[^\W\d_][\w&-]*,? ?\(?$")


@dataclass(frozen=True, slots=True)
class Occasion:
    """An event as told: where it is introduced (`sentence` number, `verb` span of “tổ chức”), its date as written, and the event."""

    begin: int
    end: int
    mention: Mention
    sentence: int
    verb: tuple[int, int]
    date: DateMention | None
    event: Event
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class _Words:
    held: re.Pattern[str]
    happens: re.Pattern[str]
    planned: re.Pattern[str]
    end: re.Pattern[str]
    past: re.Pattern[str]


@cache
def _words(lexicon: Lexicon) -> _Words:
    any_of = lexicon.alternation
    return _Words(
        held=re.compile(rf"\b({any_of('cue/organize', 'cue/happen')})(?: [^\W\d_]+){{0,3}}? [“\"]?$"),
        happens=re.compile(rf"[^.;]{{0,200}}?\b{any_of('cue/happen', 'cue/held')}\b"),
        planned=re.compile(rf"\b{any_of('cue/plan')}(?: [^\W\d_]+){{0,3}} ?$"),
        end=re.compile(rf"[;.\n]| {any_of('sign/label-end')}\b"),
        past=re.compile(rf"\b{any_of('date/anniversary')}[^,.;]{{0,25}}$"),
    )


def find_events(
    page: Page,
    dates: Sequence[DateMention],
    whens: dict[int, When],
    bodies: Sequence[BodyMention],
    lexicon: Lexicon,
    *,
    title_end: int,
    mark: str,
) -> tuple[Occasion, ...]:
    """The events that an article tells of, in text order; the first is its main event. `whens` resolves a date by its begin."""
    words = _words(lexicon)
    found: list[Occasion] = []
    inner = [(b.begin, b.end) for b in bodies]
    for m in page.of("event"):
        if m.begin < title_end or (found and m.begin < found[-1].end) or any(b <= m.begin < e for b, e in inner):
            continue
        occasion = _introduced(page, m, dates, whens, bodies, words, mark)
        if occasion and _is_new(occasion, found):
            found.append(occasion)
    return tuple(found)


def _is_new(occasion: Occasion, found: Sequence[Occasion]) -> bool:
    """The first event needs no date; a further one does, and one that no other has with the same kind."""
    if not found:
        return True
    when = occasion.event.when
    same = any(o.event.when and when and o.event.when.edtf == when.edtf for o in found)
    return bool(when) and occasion.date is not None and occasion.date.is_day and not same


def _introduced(
    page: Page, m: Mention, dates: Sequence[DateMention], whens: dict[int, When], bodies: Sequence[BodyMention], words: _Words, mark: str
) -> Occasion | None:
    number = page.sentence_at(m.begin)
    begin, end = page.sentences[number]
    before = page.folded[max(begin, m.begin - _GAP) : m.begin]
    held = words.held.search(before)
    verb = (m.begin - len(before) + held.start(1), m.begin - len(before) + held.end(1)) if held else None
    date = _date_of(page, m, dates, (begin, end), words)
    if verb is None and (happens := words.happens.match(page.folded, m.end, end)):
        verb = (m.begin, m.begin) if happens else None
    if verb is None and m.entry.key("verb") and date and date.is_day and any(begin <= b.begin < m.begin for b in bodies):
        verb = (m.begin, m.begin)
    if verb is None:
        return None
    planned = bool(words.planned.search(page.folded, max(begin, verb[0] - _GAP), verb[0]))
    return _occasion(page, m, number, verb, date, whens, bodies, words, mark, planned=planned)


def _date_of(page: Page, m: Mention, dates: Sequence[DateMention], sentence: tuple[int, int], words: _Words) -> DateMention | None:
    """The day before the event in its sentence, else the first behind it; anniversaries and dates of documents are none."""
    begin, end = sentence
    inside = [d for d in dates if begin <= d.begin and d.end <= end and (d.is_day or d.today or d.month) and not _is_other(page, d, words)]
    before = [d for d in inside if d.end <= m.begin and (d.is_day or d.today)]
    behind = [d for d in inside if d.begin >= m.end and (d.is_day or d.today)]
    months = [d for d in inside if not d.is_day and not d.today]
    return next(iter([*before[-1:], *behind[:1], *months[:1]]), None)


def _is_other(page: Page, date: DateMention, words: _Words) -> bool:
    """Whether a date belongs to a document's number or an anniversary."""
    before = page.folded[max(date.begin - 40, 0) : date.begin]
    return bool(_NUMBER.search(before) or words.past.search(before))


def _occasion(
    page: Page,
    m: Mention,
    number: int,
    verb: tuple[int, int],
    date: DateMention | None,
    whens: dict[int, When],
    bodies: Sequence[BodyMention],
    words: _Words,
    mark: str,
    *,
    planned: bool,
) -> Occasion:
    end = _label_end(page, m, words, page.sentences[number][1])
    label = page.text[m.begin : end].strip(" ,")
    when = whens.get(date.begin) if date else None
    doer = next((b for b in reversed(bodies) if page.sentences[number][0] <= b.begin and b.end <= verb[0] and b.acts), None)
    holder = doer.organization.key.partition("/")[2] if doer else mark
    day = when.edtf.replace("/", "--") if when else "undated"
    own = "" if when and "X" not in when.edtf and doer else f"--{mark}"
    key = f"event/{slug(day)}--{holder}--{slug(m.entry.vi)}{own}"
    event = Event(key, label[:1].upper() + label[1:], m.entry.concept, when, "planned" if planned else "occurred")
    return Occasion(m.begin, end, m, number, verb, date, event, tuple(_facts(key, m, date, when)))


def _label_end(page: Page, m: Mention, words: _Words, sentence_end: int) -> int:
    """The end of an event's name: the clause's end outside quotation marks, at most `_LONGEST_LABEL` characters."""
    limit = min(sentence_end, m.begin + _LONGEST_LABEL)
    depth, at = 0, m.end
    while at < limit:
        ch = page.text[at]
        depth += (ch == "“") - (ch == "”")
        if depth <= 0 and words.end.match(page.folded, at):
            return at
        at += 1
    if limit < sentence_end:
        limit = page.text.rfind(" ", m.end, limit) if " " in page.text[m.end : limit] else limit
    return max(limit, m.end)


def _facts(key: str, m: Mention, date: DateMention | None, when: When | None) -> Iterator[Fact]:
    if date and when:
        span = min(date.begin, m.begin), max(date.end, m.end)
        confidence = 0.95 if when.resolution == "stated" else 0.9 if when.resolution != "unresolved" else 0.6
        yield Fact(key, "dateEdtf", Value(when.edtf), Evidence(*span, f"events.date-{when.resolution}", confidence))
