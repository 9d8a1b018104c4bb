"""Where an event is held: the units behind “tại” in its own sentence, else in a later one that says where it takes place."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from kgraph.lexicon import Lexicon
from kgraph.model import Evidence, Fact, Unit
from kgraph.rules.events import Occasion
from kgraph.rules.reading import Reading
from kgraph.rules.spans import pairs_within, within

_RANK = {"commune": 0, "district": 1, "province": 2}
_WINDOW, _WORDS, _BARE_WINDOW, _VERB = 110, 14, 60, 40
_LATER_SENTENCES = 12
_ELSEWHERE = ("attend", "say")
"""Words between an event and a place that open a clause of their own."""


@dataclass(frozen=True, slots=True)
class _Site:
    """A unit where something can be held, and where its words stand; `body` if it is named by a body's name."""

    begin: int
    end: int
    unit: Unit
    body: bool = False


@dataclass(frozen=True, slots=True)
class _Venue:
    """What stands behind one “tại”: where that word begins, and the units there; none where the venue has none."""

    at: int
    sites: tuple[_Site, ...]


def link_venues(reading: Reading) -> Iterator[Fact]:
    """heldAt of every event."""
    for occasion in reading.occasions:
        own = next((found for o in occasion.tellings if (found := _own(reading, o))), None)
        for venue in own or _later(reading, occasion):
            for site in venue.sites:
                yield Fact(occasion.event.key, "heldAt", site.unit.key, Evidence(venue.at, site.end, "events.place", 0.85))


def _own(reading: Reading, occasion: Occasion) -> list[_Venue]:
    """The venue of the event's own sentence: what says where it happens before the verb, else the lowest unit behind it."""
    begin, end = reading.sentence(occasion.sentence)
    verb = occasion.verb[0]
    venues = list(_venues(reading, begin, end, wide=bool(occasion.mention.entry.key("verb"))))
    before = [v for v in venues if v.at < verb and _is_adverbial(reading, begin, v.at)]
    if before:
        return _lowest(before)
    behind = [v for v in venues if v.at > verb and not any(reading.cues(c, occasion.mention.end, v.at) for c in _ELSEWHERE)]
    behind = [v for v in behind if not _is_of_inner(reading, occasion, v.at)]
    if not occasion.mention.entry.key("verb"):
        behind = [v for v in behind if not _stands(reading.lexicon).search(reading.page.folded, occasion.mention.end, v.at)]
    if reading.gap(*occasion.verb) in reading.lexicon.forms("cue/at-event"):  # what is told behind its name is of something else
        behind = [v for v in behind if "," not in reading.gap(occasion.end, v.at) or reading.cues("happen", occasion.mention.end, v.at)]
    return _lowest([v for v in behind if not _other(reading.lexicon).search(reading.page.folded, occasion.mention.end, v.at)])


def _is_of_inner(reading: Reading, occasion: Occasion, at: int) -> bool:
    """Whether “tại” is where an event takes place that the name holds (“họp báo về Lễ hội X, diễn ra từ ngày 8/3 tại Y”)."""
    taking = [c for c in reading.cues("happen", occasion.mention.end, at) if reading.page.folded.endswith(", ", 0, c.begin)]
    inner = reading.page.between("event", occasion.mention.end, taking[-1].begin) if taking else ()
    return any(not m.entry.key("verb") for m in inner)


def _lowest(venues: Sequence[_Venue]) -> list[_Venue]:
    told = [v for v in venues if v.sites]
    return [min(told, key=lambda v: (_RANK[v.sites[0].unit.level], v.at))] if told else []


def _later(reading: Reading, occasion: Occasion) -> list[_Venue]:
    """The venue of a later sentence that says of the event, by its kind alone, that it takes place somewhere."""
    page, last = reading.page, min(occasion.sentence + _LATER_SENTENCES, len(reading.page.sentences) - 1)
    for m in page.between("event", occasion.end, reading.sentence(last)[1]):
        end = reading.sentence(page.sentence_at(m.begin))[1]
        happens = not m.entry.key("verb") and _happens(reading.lexicon).match(page.folded, m.end, end)
        if happens and reading.meant(m, m.end) is occasion:
            return _lowest(list(_venues(reading, happens.end(), end, wide=True))[:1])
    return []


def _venues(reading: Reading, begin: int, end: int, *, wide: bool) -> Iterator[_Venue]:
    """Every “tại” of a span with the units that follow it; `wide` if “trên địa bàn” counts as one."""
    sites = _sites(reading, begin, end)
    starts = [s.begin for s in sites]
    for at in _at(reading.lexicon, wide).finditer(reading.page.folded, begin, end):
        number = bisect_left(starts, at.end())
        first = sites[number] if number < len(sites) else None
        if first and _leads(reading, at.end(), first):
            yield _Venue(at.start(), tuple(_coordinated(reading, sites[number:])))
        elif bare := _bare(reading, at.end(), min(end, at.end() + _BARE_WINDOW)):
            yield _Venue(at.start(), (bare,))
        else:
            yield _Venue(at.start(), ())


def _sites(reading: Reading, begin: int, end: int) -> list[_Site]:
    sites = [_Site(p.begin, p.end, u) for p, u in pairs_within(reading.places, begin, end) if not p.headed]
    sites += [_Site(b.begin, b.end, b.unit, body=True) for b in within(reading.bodies, begin, end) if b.unit]
    sites.sort(key=lambda s: (s.begin, -s.end))
    return [s for i, s in enumerate(sites) if not i or s.begin >= sites[i - 1].end]


def _leads(reading: Reading, at: int, site: _Site) -> bool:
    """Whether “tại” leads to a unit: by the words of a venue, not past an event, a verb, a firm's name, or to a body behind a comma."""
    page, between = reading.page, reading.gap(at, site.begin)
    if site.begin - at > _WINDOW or len(between.split()) > _WORDS or re.search(r"[;:.]\s", between):
        return False
    if page.between("event", at, site.begin) or reading.cues("organize", at, site.begin) or reading.cues("happen", at, site.begin):
        return False
    return not (site.body and "," in between) and not _firm(reading.lexicon).search(between)


def _coordinated(reading: Reading, sites: Sequence[_Site]) -> Iterator[_Site]:
    """The first of some units and those of its level that stand side by side with it (“xã A và xã B, huyện C”)."""
    last = sites[0]
    yield last
    for site in sites[1:]:
        rank = _RANK[site.unit.level] - _RANK[sites[0].unit.level]
        bracket = len(reading.gap(last.end, site.begin)) - len(reading.gap(last.end, site.begin).lstrip(")"))
        inside = reading.gap(last.end, site.begin) == " (" and rank > 0
        if site.body or rank < 0 or not (inside or reading.joined(last.end + bracket, site.begin)):
            return
        if rank == 0 and _acts(reading, last, site):
            return
        if rank == 0:
            yield site
        last = site


def _acts(reading: Reading, last: _Site, site: _Site) -> bool:
    """Whether a unit behind a comma is who holds the event (“tại Hà Nội, tỉnh B tổ chức …”), not one more place of it."""
    if "," not in reading.gap(last.end, site.begin):
        return False
    verbs = reading.cues("organize", site.end, site.end + _VERB)
    return any(not re.search(r"[,;.:]", reading.gap(site.end, m.begin)) for m in verbs)


def _bare(reading: Reading, begin: int, end: int) -> _Site | None:
    """A venue that ends in a level word without a name (“tại hội trường huyện”), where the article has but one such unit."""
    for m in reading.page.between("level", begin, end):
        between = reading.gap(begin, m.begin)
        if "," in between or re.match(r" [^\W\d_]", reading.gap(m.end, m.end + 2)):
            return None
        return next((_Site(m.begin, m.end, unit) for unit in [reading.only_unit(m.entry.vi)] if unit), None)
    return None


def _is_adverbial(reading: Reading, begin: int, at: int) -> bool:
    """Whether “tại …” before the verb says where it happens: it opens the sentence or stands behind a comma, a bracket or a date."""
    before = reading.page.folded[begin:at].rstrip()
    return not before or before[-1] in ",)-–:" or before[-1].isdecimal() or bool(_day(reading.lexicon).search(before))


@cache
def _at(lexicon: Lexicon, wide: bool) -> re.Pattern[str]:
    return re.compile(rf"\b{lexicon.alternation('sign/at', *(['sign/around'] if wide else []))} ")


@cache
def _happens(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf" (?:{lexicon.alternation('sign/past')} )?{lexicon.alternation('cue/happen')}(?=[ ,])")


@cache
def _other(lexicon: Lexicon) -> re.Pattern[str]:
    """What happened elsewhere, of which the event speaks (“… khen thưởng thành tích phá vụ án xảy ra tại xã A”)."""
    return re.compile(rf"\b{lexicon.alternation('sign/befell')}\b")


@cache
def _stands(lexicon: Lexicon) -> re.Pattern[str]:
    """What is somewhere, of which the event speaks (“họp báo về quầy thịt tại chợ …”, “… nhà ở phường A”)."""
    return re.compile(rf"\b{lexicon.alternation('sign/stands')}(?: [^\W\d_]+)? $")


@cache
def _firm(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\b{lexicon.alternation('sign/firm')}\b")


@cache
def _day(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\b{lexicon.alternation('date/today', 'date/yesterday', 'date/tomorrow')}$")
