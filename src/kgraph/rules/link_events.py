"""Who holds an event, and where."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kgraph.lexicon import Lexicon
from kgraph.model import Evidence, Fact, Unit
from kgraph.rules.events import Occasion
from kgraph.rules.organizations import BodyMention
from kgraph.rules.reading import Reading, is_short
from kgraph.rules.spans import pairs_within, within

_BEFORE_VERB = 8


def link_events(reading: Reading) -> Iterator[Fact]:
    """organizes and heldAt of every event."""
    for occasion in reading.occasions:
        begin, end = reading.sentence(occasion.sentence)
        for body in _organizers(reading, occasion, begin, end):
            span = min(body.begin, occasion.mention.begin), max(body.end, occasion.mention.end)
            yield Fact(body.organization.key, "organizes", occasion.event.key, Evidence(*span, "events.organizer", 0.93))
        yield from _held_at(reading, occasion, begin, end)


def _organizers(reading: Reading, occasion: Occasion, begin: int, end: int) -> Iterator[BodyMention]:
    """The bodies before the verb, joined or “phối hợp với” each other; or those behind “do … tổ chức”."""
    at = _venue(reading.lexicon)
    before = [b for b in within(reading.bodies, begin, occasion.verb[0]) if b.acts and not at.search(reading.page.folded, begin, b.begin)]
    while before and _is_oblique(reading, before, begin):
        before = before[:-1]
    if before and _reaches(reading, before[-1].end, occasion.verb[0]):
        chosen = [before[-1]]
        for body in reversed(before[:-1]):
            if body.begin in reading.issuers or _genitive(reading.lexicon).search(
                reading.page.folded, max(body.begin - 10, begin), body.begin
            ):
                break
            if _belongs(reading.lexicon).fullmatch(reading.gap(body.end, chosen[-1].begin)):
                chosen[-1] = body
                continue
            if not (
                reading.joined(body.end, chosen[-1].begin)
                or _together(reading, body.end, chosen[-1].begin)
                or _side(reading, body.end, chosen[-1].begin)
            ):
                break
            chosen.append(body)
        yield from reversed(chosen)
        return
    for body in within(reading.bodies, occasion.mention.end, end):
        if body.acts and _by(reading.lexicon).search(reading.page.folded, max(body.begin - 4, 0), body.begin):
            yield body
            return


def _is_oblique(reading: Reading, before: list[BodyMention], begin: int) -> bool:
    """Whether the last body before a verb is somebody's object (“gửi UBND huyện”), not one that joins in (“phối hợp với UBND huyện”)."""
    last = before[-1]
    joins = any(_together(reading, b.end, last.begin) for b in before[:-1])
    return not joins and bool(_object(reading.lexicon).search(reading.page.folded, begin, last.begin))


def _reaches(reading: Reading, begin: int, end: int) -> bool:
    """Whether a doer reaches its verb: a few words, a bracket or a place may stand between."""
    gap = re.sub(r"\([^()]*\)", "", reading.gap(begin, end))
    return is_short(gap.strip(" ,-"), words=_BEFORE_VERB)


def _together(reading: Reading, begin: int, end: int) -> bool:
    return bool(_words(reading.lexicon).fullmatch(reading.gap(begin, end)))


def _side(reading: Reading, begin: int, end: int) -> bool:
    """Bodies written side by side with dashes or slashes (“Huyện ủy - HĐND - UBND”)."""
    return bool(re.fullmatch(r" ?[-/,] ?", reading.gap(begin, end)))


def _held_at(reading: Reading, occasion: Occasion, begin: int, end: int) -> Iterator[Fact]:
    """The lowest unit that stands behind “tại” in the event's own sentence."""
    sites: list[tuple[int, int, Unit]] = [(p.begin, p.end, u) for p, u in pairs_within(reading.places, begin, end) if not p.headed]
    sites += [(b.begin, b.end, b.unit) for b in within(reading.bodies, begin, end) if b.unit]
    found = []
    for start, stop, unit in sites:
        at = _at(reading.lexicon).search(reading.page.folded, max(begin, start - 60), start)
        if at and (at.start() > occasion.verb[0] or _is_adverbial(reading, begin, at.start())):
            found.append((at.start(), start, stop, unit))
    rank = ("province", "district", "commune")
    if found:
        at_begin, _, stop, unit = max(found, key=lambda row: (rank.index(row[3].level), -row[1]))
        yield Fact(occasion.event.key, "heldAt", unit.key, Evidence(at_begin, stop, "events.place", 0.85))


@cache
def _words(lexicon: Lexicon) -> re.Pattern[str]:
    belongs = lexicon.alternation("sign/belongs")
    return re.compile(rf"(?: \([^()]*\))?,? (?:{belongs} [^,.;]{{2,80}} )?{lexicon.alternation('cue/together')} ?")


def _is_adverbial(reading: Reading, begin: int, at: int) -> bool:
    """Whether “tại …” before the verb says where it happens: it opens the sentence or stands behind a comma or a bracket."""
    before = reading.page.text[begin:at].rstrip()
    return not before or before[-1] in ",)-–" or before[-1].isdecimal()


@cache
def _belongs(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf" {lexicon.alternation('sign/belongs')} ")


@cache
def _genitive(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\b{lexicon.alternation('sign/of')} $")


@cache
def _object(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\b{lexicon.alternation('cue/oblique')} $")


@cache
def _venue(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\b{lexicon.alternation('sign/at')} (?:[^\W\d_]+ ){{0,3}}$")


@cache
def _by(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\b{lexicon.alternation('sign/by')} $")


@cache
def _at(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\b{lexicon.alternation('sign/at')} (?:[^\W\d_]+,? ){{0,6}}$")
