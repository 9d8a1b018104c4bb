"""Who launches and runs a campaign, and which event opens it or belongs to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kgraph.lexicon import Lexicon
from kgraph.model import Campaign, Evidence, Fact
from kgraph.rules.doers import after_units, doer_behind, far_subject, far_unit, subjects, unit_before
from kgraph.rules.drive_objects import MARKS, chained, first_of_list, verb_before
from kgraph.rules.drive_words import Drive
from kgraph.rules.events import Occasion
from kgraph.rules.purposes import aimed, is_demand, verb_of
from kgraph.rules.reading import REACH, Reading, is_short, sets_going, unique
from kgraph.rules.spans import nearest_before, pairs_within, within
from kgraph.scan import Mention

_BESIDE = 12
"""Words between “Hưởng ứng” and a campaign, where a day stands before it (“Hưởng ứng Ngày Môi trường thế giới và phong trào …”)."""
_QUOTE = 400
_SUBJECT, _CLAUSE, _WORDS = 6, 400, 25
_PASSIVE = (("launch", "launched"), ("conduct", "conducts"), ("chair", "conducts"), ("no-chair", "conducts"))


def link_campaigns(reading: Reading, event_facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """launchesCampaign, partOfCampaign, launched, conducts, and runsCampaign where a unit itself is said to run it."""
    stated = unique((*_launches(reading), *_studied(reading), *_belonging(reading), *_conducted(reading), *_by_documents(reading)))
    stated = _launched_only(stated)
    return unique((*stated, *_by_organizers(reading, stated, event_facts)))


def _launched_only(facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """Facts without those that say less of the same: what an event opens it is not merely part of."""
    opened = {(f.subject, f.object) for f in facts if f.predicate == "launchesCampaign"}
    started = {(f.subject, f.object) for f in facts if f.predicate == "launched"}
    single = {(f.subject, f.predicate, f.object): f for f in reversed(facts)}
    return tuple(
        f
        for f in facts
        if (f.predicate != "partOfCampaign" or single[f.subject, f.predicate, f.object] is f)
        and not (f.predicate == "partOfCampaign" and (f.subject, f.object) in opened)
        and not (f.predicate == "conducts" and (f.subject, f.object) in started)
    )


def _span(begin: int, drive: Drive, rule: str, confidence: float) -> Evidence:
    return Evidence(begin, min(drive.end, begin + _QUOTE), f"campaigns.{rule}", confidence)


def _launches(reading: Reading) -> Iterator[Fact]:
    for drive, campaign in reading.drives:
        cue = verb_before(reading, drive, "launch", words=3)
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
        doers = subjects(reading, cue.begin, begin)
        for doer in doers:
            yield Fact(doer.organization.key, "launched", campaign.key, _span(doer.begin, drive, "launched-by", 0.92))
        for place, unit in () if doers else unit_before(reading, cue.begin, begin):
            yield Fact(unit.key, "runsCampaign", campaign.key, _span(place.begin, drive, "launched-by-unit", 0.85))


def _historical(reading: Reading, begin: int, end: int) -> bool:
    """Whether a person of history is the subject before a verb (“Bác Hồ phát động Tết trồng cây”)."""
    return bool(_persons(reading.lexicon).search(reading.page.folded, max(begin, end - 60), end))


def _studied(reading: Reading) -> Iterator[Fact]:
    """Campaigns that an event's own sentence says it studies, reviews or puts into practice."""
    for occasion in reading.occasions:
        begin, end = reading.sentence(occasion.sentence)
        for drive, campaign in pairs_within(reading.drives, begin, end):
            cue = verb_before(reading, drive, "study")
            if cue and cue.begin >= min(occasion.begin, occasion.verb[0]):
                yield Fact(
                    occasion.event.key,
                    "partOfCampaign",
                    campaign.key,
                    _span(occasion.begin if cue.begin - occasion.begin < 200 else cue.begin, drive, "studied-at", 0.88),
                )


def _belonging(reading: Reading) -> Iterator[Fact]:
    """Events that their own name, the clause before them or a later sentence makes part of a campaign."""
    for drive, campaign in reading.drives:
        number = reading.page.sentence_at(drive.begin)
        begin, _ = reading.sentence(number)
        for occasion in reading.occasions:
            if occasion.sentence != number:
                continue
            if occasion.mention.end <= drive.begin < occasion.end and _is_within(reading, drive, occasion):
                opens = occasion.mention.entry.key("opens") or occasion.mention.entry.key("launches")
                predicate = "launchesCampaign" if opens else "partOfCampaign"
                yield Fact(occasion.event.key, predicate, campaign.key, _span(occasion.begin, drive, "named-at", 0.85))
            elif drive.begin >= occasion.end and _is_about(reading, drive, occasion):
                yield Fact(occasion.event.key, "partOfCampaign", campaign.key, _span(occasion.begin, drive, "document-at", 0.82))
            elif drive.end < occasion.begin and _leads(reading, drive, begin, occasion):
                span = Evidence(begin, min(occasion.end, begin + _QUOTE), "campaigns.part-clause", 0.82)
                yield Fact(occasion.event.key, "partOfCampaign", campaign.key, span)
        yield from _said_of_it(reading, drive, campaign, begin)


def _is_within(reading: Reading, drive: Drive, occasion: Occasion) -> bool:
    """Whether an event's name says what it has to do with a campaign: its kind, or a verb before it."""
    first = first_of_list(reading, drive, occasion.mention.end)
    entry = occasion.mention.entry
    own = entry.key("opens") or entry.key("launches") or (drive.name and entry.key("part"))
    if own and is_short(reading.gap(occasion.mention.end, first.begin).rstrip(MARKS).removeprefix(","), words=4):
        return True
    awards = verb_before(reading, drive, "act") if drive.name and drive.entry.key("contest") else None
    if awards and awards.begin >= occasion.mention.end:
        return True
    cue = next((c for name in ("study", "conduct", "belong") if (c := verb_before(reading, drive, name))), None)
    return cue is not None and cue.begin >= occasion.mention.begin and not is_demand(reading, occasion.mention.end, cue.begin)


def _is_about(reading: Reading, drive: Drive, occasion: Occasion) -> bool:
    """Whether a campaign is what the document in an event's name sets going (“sơ kết Chỉ thị … về đẩy mạnh phong trào …”)."""
    cited = pairs_within(reading.citations, occasion.begin, drive.begin)
    if len(cited) != 1 or cited[0][0].begin >= occasion.end:
        return False
    citation, verb = cited[0][0], verb_of(reading, cited[0][0])
    sets = sets_going(reading.lexicon).fullmatch(reading.gap(citation.full_end or citation.end, drive.begin))
    return sets is not None and verb is not None and verb.begin >= occasion.mention.begin


def _leads(reading: Reading, drive: Drive, begin: int, occasion: Occasion) -> bool:
    """Whether a clause about a campaign opens the sentence that tells of an event (“Hưởng ứng Tháng hành động …, quận tổ chức …”)."""
    cue = verb_before(reading, drive, "belong", words=_BESIDE) or verb_before(reading, drive, "conduct", words=3)
    gap = reading.gap(drive.end, occasion.begin)
    clear = "," in gap and not re.search(r"[;.:]", gap) and len(gap) < _CLAUSE and not is_demand(reading, drive.end, occasion.begin)
    return cue is not None and clear and _is_opening(reading, cue.begin, begin)


def _said_of_it(reading: Reading, drive: Drive, campaign: Campaign, begin: int) -> Iterator[Fact]:
    """“Đây là hoạt động trong khuôn khổ chiến dịch …”."""
    cue = verb_before(reading, drive, "belong", words=3)
    event = reading.current(drive.begin) or next((o for o in reading.occasions if o.event.modality == "occurred"), None)
    if cue is None or event is None or reading.page.sentence_at(begin) == event.sentence:
        return
    named = next(iter(reading.page.between("event", begin, begin + 1)), None)
    told = named.end if named else begin
    said = reading.gap(begin, cue.begin)
    near = len(said.split()) <= _WORDS and (aimed(reading, said) or not is_demand(reading, told, cue.begin))
    if near and _this(reading.lexicon).match(reading.page.folded, begin):
        yield Fact(event.event.key, "partOfCampaign", campaign.key, _span(cue.begin, drive, "part-said", 0.8))


def _conducted(reading: Reading) -> Iterator[Fact]:
    for drive, campaign in reading.drives:
        begin, end = reading.sentence(reading.page.sentence_at(drive.begin))
        cue = verb_before(reading, drive, "conduct")
        if cue:
            yield from _doers(reading, drive, campaign, cue, begin)
        yield from _passive(reading, drive, campaign, end)
    yield from _opened(reading)


def _doers(reading: Reading, drive: Drive, campaign: Campaign, cue: Mention, begin: int) -> Iterator[Fact]:
    body = nearest_before(reading.bodies, cue.begin, begin)
    if body and body.begin in reading.issuers:
        return
    found = subjects(reading, cue.begin, begin)
    for doer in found:
        yield Fact(doer.organization.key, "conducts", campaign.key, _span(doer.begin, drive, "conducted-by", 0.88))
    if found:
        return
    units = list(unit_before(reading, cue.begin, begin))
    for place, unit in units:
        yield Fact(unit.key, "runsCampaign", campaign.key, _span(place.begin, drive, "run-by-unit", 0.85))
    far = None if units else far_subject(reading, cue.begin, begin)
    for place, unit in () if units or far else far_unit(reading, cue.begin, begin):
        yield Fact(unit.key, "runsCampaign", campaign.key, _span(place.begin, drive, "run-by-unit-far", 0.8))
    if far:
        yield Fact(far.organization.key, "conducts", campaign.key, _span(far.begin, drive, "conducted-far", 0.8))


def _opened(reading: Reading) -> Iterator[Fact]:
    """“Thực hiện phong trào A, Huyện đoàn B đã …”: who does something for a campaign conducts it."""
    for drive, campaign in reading.drives:
        begin, end = reading.sentence(reading.page.sentence_at(drive.begin))
        cue = verb_before(reading, drive, "conduct", words=3)
        if cue is None or not _is_opening(reading, cue.begin, begin):
            continue
        doer = doer_behind(reading, drive.end, min(end, drive.end + _CLAUSE))
        if doer and not _by(reading.lexicon).match(reading.page.folded, drive.end):
            span = Evidence(cue.begin, doer.end, "campaigns.conducted-for", 0.82)
            yield Fact(doer.organization.key, "conducts", campaign.key, span)


def _is_opening(reading: Reading, verb: int, begin: int) -> bool:
    """Whether a verb opens its sentence, but for a dateline or an adverb."""
    lead = reading.gap(begin, verb)
    return not lead.strip() or bool(re.fullmatch(r"(?:[^.,;]{0,30}[-–)] ?)?(?:[^\W\d_]+ ){0,2}|[^.;,]{0,25}, ", lead))


def _passive(reading: Reading, drive: Drive, campaign: Campaign, end: int) -> Iterator[Fact]:
    """“C được Quận ủy chỉ đạo triển khai”."""
    last = drive
    for other, _ in pairs_within(reading.drives, drive.end + 1, end):
        if other.begin > last.end and chained(reading.lexicon).fullmatch(reading.gap(last.end, other.begin)):
            last = other
    m = _by(reading.lexicon).match(reading.page.folded, last.end)
    body = next((b for b in within(reading.bodies, m.end(), end) if b.begin == m.end() and b.acts), None) if m else None
    if body is None:
        return
    last_body = after_units(reading, body.end)
    for name, predicate in _PASSIVE:
        cue = next((c for c in reading.cues(name, last_body, end) if is_short(reading.gap(last_body, c.begin), words=_SUBJECT)), None)
        if cue:
            span = Evidence(drive.begin, cue.end, f"campaigns.{predicate}-passive", 0.88)
            yield Fact(body.organization.key, predicate, campaign.key, span)
            return


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
def _this(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"{lexicon.alternation('sign/this')}\b")


@cache
def _persons(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\b{lexicon.alternation('person/historical')}\b[^;.”\"]{{0,40}}$")


@cache
def _by(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"…? {lexicon.alternation('cue/passive')} ")
