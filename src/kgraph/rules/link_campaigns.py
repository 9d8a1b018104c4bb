"""Who launches and runs a campaign, and which event opens it or belongs to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kgraph.lexicon import Lexicon
from kgraph.model import Campaign, Evidence, Fact
from kgraph.rules.drive_words import Drive
from kgraph.rules.reading import REACH, Reading, is_short, sets_going, unique
from kgraph.rules.spans import nearest_before, pairs_within, within
from kgraph.scan import Mention

_QUOTE = 400
_SUBJECT, _OBJECT = 6, 6


def link_campaigns(reading: Reading, event_facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """launchesCampaign, partOfCampaign, launched, conducts, and runsCampaign where a unit itself is said to run it."""
    stated = unique((*_launches(reading), *_studied(reading), *_conducted(reading), *_by_documents(reading)))
    return unique((*stated, *_by_organizers(reading, stated, event_facts)))


def _span(begin: int, drive: Drive, rule: str, confidence: float) -> Evidence:
    return Evidence(begin, min(drive.end, begin + _QUOTE), f"campaigns.{rule}", confidence)


def _before(reading: Reading, drive: Drive, cue: str, *, words: int = _OBJECT) -> Mention | None:
    """The cue right before a campaign, whose object it is."""
    begin, _ = reading.sentence(reading.page.sentence_at(drive.begin))
    cues = [m for m in reading.cues(cue, begin, drive.begin) if is_short(reading.gap(m.end, drive.begin), words=words)]
    return cues[-1] if cues and not _is_relative(reading, cues[-1], drive, begin) else None


def _is_relative(reading: Reading, cue: Mention, drive: Drive, begin: int) -> bool:
    """Whether a verb closes a clause about something else before the campaign (“cuộc vận động A do Đoàn phát động và phong trào B”)."""
    if _also(reading.lexicon).match(reading.page.folded, cue.end, drive.begin):
        return True
    doer = nearest_before(reading.bodies, cue.begin, begin)
    return doer is not None and bool(_done_by(reading.lexicon).search(reading.page.folded, max(doer.begin - 8, begin), doer.begin))


def _launches(reading: Reading) -> Iterator[Fact]:
    for drive, campaign in reading.drives:
        cue = _before(reading, drive, "launch", words=3)
        if cue is None:
            continue
        begin, _ = reading.sentence(reading.page.sentence_at(drive.begin))
        event = reading.current(drive.begin)
        if (
            event
            and not _historical(reading, begin, cue.begin)
            and (reading.page.sentence_at(drive.begin) == event.sentence or reading.anchored(begin, cue.begin))
        ):
            yield Fact(event.event.key, "launchesCampaign", campaign.key, _span(cue.begin, drive, "launched-at", 0.9))
        doer = nearest_before(reading.bodies, cue.begin, begin)
        if doer and doer.acts and is_short(reading.gap(doer.end, cue.begin), words=_SUBJECT):
            yield Fact(doer.organization.key, "launched", campaign.key, _span(doer.begin, drive, "launched-by", 0.92))


def _historical(reading: Reading, begin: int, end: int) -> bool:
    """Whether a person of history is the subject before a verb (“Bác Hồ phát động Tết trồng cây”)."""
    return bool(_persons(reading.lexicon).search(reading.page.folded, max(begin, end - 60), end))


def _studied(reading: Reading) -> Iterator[Fact]:
    """Campaigns that an event's own sentence says it studies, reviews or puts into practice."""
    for occasion in reading.occasions:
        begin, end = reading.sentence(occasion.sentence)
        for drive, campaign in pairs_within(reading.drives, begin, end):
            cue = _before(reading, drive, "study")
            if cue and cue.begin >= min(occasion.begin, occasion.verb[0]):
                yield Fact(
                    occasion.event.key,
                    "partOfCampaign",
                    campaign.key,
                    _span(occasion.begin if cue.begin - occasion.begin < 200 else cue.begin, drive, "studied-at", 0.88),
                )


def _conducted(reading: Reading) -> Iterator[Fact]:
    for drive, campaign in reading.drives:
        begin, end = reading.sentence(reading.page.sentence_at(drive.begin))
        cue = _before(reading, drive, "conduct")
        if cue:
            yield from _doers(reading, drive, campaign, cue, begin)
        yield from _passive(reading, drive, campaign, end)


def _doers(reading: Reading, drive: Drive, campaign: Campaign, cue: Mention, begin: int) -> Iterator[Fact]:
    body = nearest_before(reading.bodies, cue.begin, begin)
    if body and body.begin in reading.issuers:
        return
    if body and body.acts and is_short(reading.gap(body.end, cue.begin), words=_SUBJECT):
        yield Fact(body.organization.key, "conducts", campaign.key, _span(body.begin, drive, "conducted-by", 0.88))
        return
    for place, unit in pairs_within(reading.places, begin, cue.begin):
        near = not place.headed and is_short(reading.gap(place.end, cue.begin), words=_SUBJECT)
        inside = any(place.end <= b.end for b in within(reading.bodies, begin, cue.begin) if b.begin <= place.begin)
        if near and not inside:
            yield Fact(unit.key, "runsCampaign", campaign.key, _span(place.begin, drive, "run-by-unit", 0.85))


def _passive(reading: Reading, drive: Drive, campaign: Campaign, end: int) -> Iterator[Fact]:
    """“C được Quận ủy chỉ đạo triển khai”."""
    last = drive
    for other, _ in pairs_within(reading.drives, drive.end + 1, end):
        if other.begin > last.end and _chained(reading.lexicon).fullmatch(reading.gap(last.end, other.begin)):
            last = other
    m = _by(reading.lexicon).match(reading.page.folded, last.end)
    body = next((b for b in within(reading.bodies, m.end(), end) if b.begin == m.end() and b.acts), None) if m else None
    if body is None:
        return
    cue = next((c for c in reading.cues("conduct", body.end, end) if is_short(reading.gap(body.end, c.begin), words=_SUBJECT)), None)
    if cue:
        span = Evidence(drive.begin, cue.end, "campaigns.conducted-passive", 0.88)
        yield Fact(body.organization.key, "conducts", campaign.key, span)


def _by_documents(reading: Reading) -> Iterator[Fact]:
    """Who issues a document about carrying out a campaign conducts it."""
    for citation, document in reading.citations:
        issuer = next((f for f in document.facts if f.predicate == "issuedBy"), None)
        if issuer is None or issuer.evidence.rule != "directives.issuer-before":
            continue
        end = citation.full_end or citation.end
        for drive, campaign in pairs_within(reading.drives, end, end + REACH):
            if sets_going(reading.lexicon).fullmatch(reading.gap(end, drive.begin)):
                told = issuer.evidence.begin
                begins = told < citation.begin and reading.page.sentence_at(told) == reading.page.sentence_at(drive.begin)
                begin = told if begins else citation.begin
                yield Fact(str(issuer.object), "conducts", campaign.key, _span(begin, drive, "conducted-by-plan", 0.85))


def _by_organizers(reading: Reading, stated: tuple[Fact, ...], event_facts: tuple[Fact, ...]) -> Iterator[Fact]:
    """Who holds the event that opens a campaign launches it; who holds the event that studies it conducts it."""
    narrower = {"launchesCampaign": "launched", "partOfCampaign": "conducts"}
    known = {(f.subject, f.object) for f in stated}
    holders: dict[str, list[Fact]] = {}
    for held in event_facts:
        if held.predicate == "organizes":
            holders.setdefault(str(held.object), []).append(held)
    for fact in stated:
        for held in holders.get(fact.subject, ()):
            if fact.predicate in narrower and (held.subject, fact.object) not in known:
                same = reading.page.sentence_at(held.evidence.begin) == reading.page.sentence_at(fact.evidence.begin)
                begin = min(held.evidence.begin, fact.evidence.begin) if same else fact.evidence.begin
                end = max(held.evidence.end, fact.evidence.end) if same else fact.evidence.end
                span = Evidence(begin, min(end, begin + _QUOTE), "campaigns.by-organizer", 0.75)
                yield Fact(held.subject, narrower[fact.predicate], str(fact.object), span)


@cache
def _persons(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\b{lexicon.alternation('person/historical')}\b[^;.”\"]{{0,40}}$")


@cache
def _by(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"…? {lexicon.alternation('cue/passive')} ")


@cache
def _also(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf" {lexicon.alternation('sign/and')} ")


@cache
def _done_by(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\b{lexicon.alternation('sign/by')} $")


@cache
def _chained(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"[,;] ?(?:{lexicon.alternation('sign/and')} )?| {lexicon.alternation('sign/and')} ")
