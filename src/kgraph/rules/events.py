"""Events: an occurrence that a sentence introduces, with its date and a name; later mentions point back at it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import islice

from kgraph.lexicon import Lexicon
from kgraph.model import Event, Evidence, Fact, Value, When
from kgraph.rules.dates import DateMention
from kgraph.rules.drive_words import Drive
from kgraph.rules.event_dates import date_of
from kgraph.rules.event_names import label_end, label_of, label_of_work, name_end
from kgraph.rules.event_parts import is_divided
from kgraph.rules.introductions import Introduction, introduce, is_modified
from kgraph.rules.launchings import find_launchings
from kgraph.rules.organizations import BodyMention
from kgraph.rules.retold import is_new, is_same, told_again
from kgraph.rules.spans import HasSpan, covered, within
from kgraph.rules.spoken_events import spoken_at
from kgraph.rules.title_events import named_in_title
from kgraph.rules.years import is_next
from kgraph.scan import Mention, Page, Span
from kgraph.text import slug

_SAYING, _OBJECT, _DAYS, _GIVEN = 5, 40, 3, 40
_CONFIDENCE = {"stated": 0.95, "publication-date": 0.9, "relative": 0.9, "leap-day": 0.75, "text-year": 0.6, "unresolved": 0.6}
FIRM = ("stated", "publication-date", "relative")
"""How the year of a date is found where it is sure."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """An event as told: its name's span, the sentence that introduces it, the span of the verb, its date, and who holds it.

    `repeats` are the later sentences that introduce it again.
    """

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
    repeats: tuple[Occasion, ...] = ()

    @property
    def tellings(self) -> tuple[Occasion, ...]:
        """The event as introduced first and as introduced again."""
        return (self, *self.repeats)


@dataclass(frozen=True, slots=True)
class Sources:
    """What the finder of events reads: dates and what they are known to be, bodies, campaigns, where people are named, the publication."""

    dates: Sequence[DateMention]
    whens: Mapping[int, When]
    bodies: Sequence[BodyMention]
    drives: Sequence[Drive]
    people: Sequence[Span]
    published: str | None = None


def find_events(page: Page, sources: Sources, lexicon: Lexicon, *, title_end: int, mark: str) -> tuple[Occasion, ...]:
    """The events that an article tells of, in text order; the first is its main event."""
    found: list[Occasion] = []
    named: list[HasSpan] = [*sources.bodies, *(d for d in sources.drives if d.name)]
    inner = covered(len(page.text), ((x.begin, x.end) for x in named))
    doers = sorted([*((b.begin, b.end) for b in sources.bodies), *sources.people])
    for m in sorted(
        (*page.of("event"), *find_launchings(page, sources.drives, sources.dates, sources.bodies, lexicon)), key=lambda m: m.begin
    ):
        hidden = m.entry.key("hidden") or m.begin < title_end or (found and m.begin < found[-1].end)
        if hidden or _is_name_part(page, m) or inner[m.begin] or not _has_object(page, m) or _is_of_art(page, m, lexicon):
            continue
        if is_divided(page, m, sources.dates, lexicon):
            continue
        date = date_of(page, m, sources.dates, lexicon)
        how = introduce(page, m, date, doers, sources.bodies, lexicon, first=not found)
        if how is None:
            continue
        occasion = _occasion(page, m, how, date, sources, lexicon, mark)
        same = next((i for i, o in enumerate(found) if is_same(page, o, occasion, lexicon)), None)
        if same is None and is_new(page, occasion, found, lexicon):
            found.append(occasion)
        elif same is not None and found[same].event.modality == occasion.event.modality:
            found[same] = told_again(found[same], occasion)
    if not found:
        others = (
            *_contests(page, sources, lexicon, doers, mark),
            *_titled(page, sources, lexicon, title_end, mark),
            *_spoken_at(page, sources, lexicon, title_end, mark),
        )
        found.extend(islice(others, 1))
    told = [_named(page, o, lexicon, mark) for o in found]
    return tuple(_apart(o, place, told) for place, o in enumerate(told))


def _apart(occasion: Occasion, place: int, named: Sequence[Occasion]) -> Occasion:
    """An event with a key of its own, where one told before has the same: its part of the day tells them apart, else its place."""
    key, when = occasion.event.key, occasion.event.when
    before = sum(o.event.key == key for o in named[:place])
    if not before:
        return occasion
    own = f"{key}--{when.part_of_day if when and when.part_of_day and before == 1 else before + 1}"
    facts = tuple(replace(f, subject=own) for f in occasion.facts)
    return replace(occasion, event=replace(occasion.event, key=own), facts=facts)


def _spoken_at(page: Page, sources: Sources, lexicon: Lexicon, title_end: int, mark: str) -> Iterator[Occasion]:
    """An event at which somebody speaks, for an article that introduces none."""
    for m, how in spoken_at(page, sorted(sources.people), lexicon):
        if m.begin >= title_end:
            yield _occasion(page, m, how, date_of(page, m, sources.dates, lexicon), sources, lexicon, mark)


def _titled(page: Page, sources: Sources, lexicon: Lexicon, title_end: int, mark: str) -> Iterator[Occasion]:
    """The event of the title, for an article that tells who was there and introduces none."""
    for m, how in named_in_title(page, sorted(sources.people), lexicon, title_end=title_end):
        yield _occasion(page, m, how, date_of(page, m, sources.dates, lexicon), sources, lexicon, mark)


def _contests(page: Page, sources: Sources, lexicon: Lexicon, doers: Sequence[Span], mark: str) -> Iterator[Occasion]:
    """A contest that is held on one day, for an article that tells of no other event."""
    for drive in sources.drives:
        show = drive.quoted and drive.entry.key("show")
        m = Mention(drive.begin, drive.begin + len(drive.entry.vi), lexicon.entry("event/chuong-trinh" if show else "event/hoi-thi"))
        date = date_of(page, m, sources.dates, lexicon)
        if (drive.entry.key("contest") or show) and date and (date.is_day or date.today) and _is_brief(date):
            how = introduce(page, m, date, doers, sources.bodies, lexicon, first=True)
            launched = how and page.at("cue", how.verb[0])
            if how and how.held and not (launched and launched.entry.id == "cue/launch"):
                yield _occasion(page, m, how, date, sources, lexicon, mark)


def _is_brief(date: DateMention) -> bool:
    """Whether a date is a day, or a few days of one month."""
    return date.first_day is None or (date.first_month == date.month and (date.day or 0) - date.first_day <= _DAYS)


def _is_name_part(page: Page, m: Mention) -> bool:
    """Whether a verb bears a capital inside a sentence: a part of a name (“Ủy ban Kiểm tra”)."""
    verb, begin = m.entry.key("verb"), page.sentences[page.sentence_at(m.begin)][0]
    return bool(verb) and page.text[m.begin].isupper() and m.begin > begin and page.text[m.begin - 2] not in '.:;-–“"'


def _is_of_art(page: Page, m: Mention, lexicon: Lexicon) -> bool:
    """Whether quotation marks behind a word for a work open at a mention: the name of that (“bức ảnh “Lễ hội khất thực””)."""
    quoted = page.text[m.begin - 1 : m.begin] in ("“", '"')
    return quoted and page.folded.endswith(_arts(lexicon), max(m.begin - _GIVEN, 0), m.begin - 1)


@cache
def _arts(lexicon: Lexicon) -> tuple[str, ...]:
    return tuple(f"{art} " for art in lexicon.forms("sign/work-of-art"))


def _has_object(page: Page, m: Mention) -> bool:
    """Whether what a verb needs stands behind it: its object in its clause (“tiếp xúc với 120 cử tri”), or a unit at once."""
    needed = m.entry.key("object")
    if m.entry.key("ground") and not (page.at("level", m.end + 1) or page.at("unit", m.end + 1)):
        return False
    return not needed or needed in page.folded[m.end : m.end + _OBJECT].partition(",")[0]


def _occasion(
    page: Page, m: Mention, how: Introduction, date: DateMention | None, sources: Sources, lexicon: Lexicon, mark: str
) -> Occasion:
    number = page.sentence_at(m.begin)
    begin, sentence_end = page.sentences[number]
    end = name_end(page, m, lexicon, sentence_end, anchored=how.anchored)
    when = sources.whens.get(date.begin) if date else None
    doers = [b for b in within(sources.bodies, begin, how.verb[0]) if b.acts]
    holder = doers[-1].organization.key.partition("/")[2] if doers else ""
    since = max(begin, date.end) if date and date.end <= m.begin else begin
    work = label_of_work(page, m, since, lexicon) if m.entry.key("alone") else None
    event = Event(
        "",
        work or label_of(page, m.begin, label_end(page, m, end, sentence_end, lexicon), lexicon),
        m.entry.concept,
        when,
        "planned" if how.planned or _is_ahead(when, sources) or (date and is_next(page, date, lexicon)) else "occurred",
    )
    return Occasion(m.begin, end, m, number, how.verb, how.held, date, holder, event, ())


def _is_ahead(when: When | None, sources: Sources) -> bool:
    """Whether an event begins on a day behind that of publication."""
    return bool(when and when.start and sources.published and len(sources.published) == 10 and when.start > sources.published)


def _named(page: Page, occasion: Occasion, lexicon: Lexicon, mark: str) -> Occasion:
    """The occasion with its key, its facts, and where only its kind stands (“Buổi lễ diễn ra …”) the fuller name of another mention."""
    event, m = occasion.event, occasion.mention
    if not is_modified(page, m, lexicon) and not m.entry.key("verb") and not _says_more(page, occasion, lexicon):
        fuller = _fuller(page, occasion, lexicon)
        event = replace(event, label=fuller[0], kind=fuller[1]) if fuller else event
    dated = next((o for o in occasion.tellings if o.event.when), occasion)
    when, holder = dated.event.when, next((o.holder for o in occasion.tellings if o.holder), "")
    firm = when is not None and when.resolution in FIRM and "X" not in when.edtf
    day = slug(when.edtf.replace("/", "--")) if when else "undated"
    key = f"event/{day}--{holder or mark}--{slug(event.kind)}" + ("" if firm and holder else f"--{mark}")
    facts = tuple(_facts(key, dated.mention, dated.date, when))
    return replace(occasion, event=replace(event, key=key, when=when), date=dated.date, holder=holder, facts=facts)


def _says_more(page: Page, occasion: Occasion, lexicon: Lexicon) -> bool:
    """Whether an event's own words go on behind its kind and say which one it is (“hội nghị trực tuyến với lãnh đạo các tỉnh”)."""
    return len(occasion.event.label.split()) > _SAYING and bool(_goes_on(lexicon).match(page.folded, occasion.mention.end))


@cache
def _goes_on(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf" {lexicon.alternation('sign/goes-on')} ")


def _fuller(page: Page, occasion: Occasion, lexicon: Lexicon) -> tuple[str, str] | None:
    """Name and kind of the first other mention of the same family that says more than its kind."""
    own = occasion.mention.entry
    some = page.folded.endswith(_any(lexicon), 0, occasion.mention.begin)  # “tại một hội nghị” is none that is named before it
    family = own.key("family", own.concept)
    for m in page.of("event"):
        alike = m.entry.concept == own.concept or own.concept == family
        if (some and m.begin < occasion.mention.begin) or _given(lexicon).search(page.folded, max(m.begin - _GIVEN, 0), m.begin):
            continue
        if alike and m.entry.key("family", m.entry.concept) == family and is_modified(page, m, lexicon) and not m.entry.key("verb"):
            end = name_end(page, m, lexicon, page.sentences[page.sentence_at(m.begin)][1])
            return label_of(page, m.begin, end, lexicon), m.entry.concept
    return None


@cache
def _any(lexicon: Lexicon) -> tuple[str, ...]:
    return tuple(f" {one} " for one in lexicon.forms("sign/one"))


@cache
def _given(lexicon: Lexicon) -> re.Pattern[str]:
    """What another event gave: it is held elsewhere (“hội nghị để thông báo nhanh kết quả Hội nghị Trung ương 7”)."""
    return re.compile(rf"\b{lexicon.alternation('sign/given-by')}(?: [^\W\d_]+){{0,2}}(?: {lexicon.alternation('sign/of')})? $")


def _facts(key: str, m: Mention, date: DateMention | None, when: When | None) -> Iterator[Fact]:
    if date and when:
        span = min(date.begin, m.begin), max(date.end, m.end)
        evidence = Evidence(*span, f"events.date-{when.resolution}", _CONFIDENCE[when.resolution])
        yield Fact(key, "dateEdtf", Value(when.edtf), evidence)
