"""What carries out which document: a document another one, an event or a campaign a document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from kgraph.lexicon import Lexicon
from kgraph.model import Campaign, Evidence, Fact, Issue
from kgraph.rules.directives import Document
from kgraph.rules.document_words import document_words
from kgraph.rules.documents import Citation
from kgraph.rules.drive_words import Drive
from kgraph.rules.event_orders import event_orders
from kgraph.rules.events import FIRM
from kgraph.rules.later_purposes import said_later
from kgraph.rules.purposes import about, aimed, event_purposes, is_demand, joined, joined_to, leads_to, opens, verb_of
from kgraph.rules.reading import REACH, Reading, is_short, sets_going
from kgraph.rules.spans import beginning, pairs_within
from kgraph.scan import Mention

_SUBJECT, _VERB = 15, 20


def link_documents(reading: Reading) -> Iterator[Fact]:
    """implements and continues, precision first; never towards a document that is known to be later."""
    between = tuple(_between_documents(reading))
    days = _days(reading)
    events = (*event_purposes(reading), *said_later(reading), *event_orders(reading))
    for fact in (*between, *events, *_of_campaigns(reading, between), *_campaigns_for(reading)):
        if fact.subject != fact.object and not _is_later(days, fact):
            yield fact


def doubtful_orders(reading: Reading) -> Iterator[Issue]:
    """Where a text seems to say that a document carries out a later one."""
    days = _days(reading)
    for fact in _between_documents(reading):
        if _is_later(days, fact):
            message = "a document would carry out a later one"
            yield Issue("implements-later", message, reading.page.article.id, fact.evidence.begin, fact.evidence.end)


def _days(reading: Reading) -> dict[str, str | None]:
    """The last day of each event, where its year is sure, and the day of issue of each document."""
    firm = ((o.event.key, o.event.when) for o in reading.occasions if o.event.when and o.event.when.resolution in FIRM)
    return {**{key: when.end for key, when in firm}, **{d.directive.key: d.issued_on for d in reading.documents}}


def _is_later(days: dict[str, str | None], fact: Fact) -> bool:
    one, other = days.get(fact.subject), days.get(str(fact.object))
    return bool(one and other and other > one)


def _between_documents(reading: Reading) -> Iterator[Fact]:
    rows = reading.meant_documents
    for number, ((one, first), (other, second)) in enumerate(pairwise(rows)):
        if reading.page.sentence_at(one.begin) != reading.page.sentence_at(other.begin) or first is second:
            continue
        end = one.full_end or one.end
        if m := about(reading.lexicon).fullmatch(reading.gap(end, other.begin)):
            predicate = "continues" if m["on"] else "implements"
            yield Fact(
                first.directive.key, predicate, second.directive.key, Evidence(one.begin, other.end, f"documents.about-{predicate}", 0.93)
            )
            for further, also in _also_for(reading, other, reading.sentence(reading.page.sentence_at(other.begin))[1]):
                span = Evidence(one.begin, further.end, f"documents.about-{predicate}", 0.88)
                if further.end - one.begin <= REACH and ";" not in reading.gap(other.end, further.begin):
                    yield Fact(first.directive.key, predicate, also.directive.key, span)
        elif _in_spirit(reading.lexicon).fullmatch(gap := reading.gap(end, other.begin)) and not _tied_to(reading.lexicon).search(gap):
            yield Fact(first.directive.key, "implements", second.directive.key, Evidence(one.begin, other.end, "documents.in-spirit", 0.85))
        elif _issued(reading, end, other):
            for above, begin in _carried_out_by(reading, rows, number):
                yield Fact(
                    second.directive.key, "implements", above.directive.key, Evidence(begin, other.end, "documents.carrying-out", 0.95)
                )


def _carried_out_by(reading: Reading, rows: Sequence[tuple[Citation, Document]], number: int) -> Iterator[tuple[Document, int]]:
    """The documents of a list that ends in a citation, if a verb of carrying out opens the list and the clause, with its begin."""
    first = number
    while first > 0 and verb_of(reading, rows[first][0]) is None:
        before = rows[first - 1][0]
        if not joined(reading, before, rows[first][0]):
            return
        first -= 1
    verb = verb_of(reading, rows[first][0])
    end, nearest = rows[number][0].full_end or rows[number][0].end, rows[number + 1][0]
    if verb and opens(reading, verb) and not is_demand(reading, end, nearest.begin):
        yield from ((document, verb.begin) for _, document in rows[first : number + 1])


def _issued(reading: Reading, begin: int, citation: Citation) -> bool:
    """Whether a verb of issuing stands right before a document, behind an offset; before a number “có” and “gửi” are such verbs."""
    if citation.designation and document_words(reading.lexicon).sent.search(
        reading.page.folded, max(begin, citation.begin - _VERB), citation.begin
    ):
        return True
    verbs = list(reading.cues("issue", begin, citation.begin))
    gap = reading.gap(verbs[-1].end, citation.begin) if verbs else ""
    return bool(verbs) and is_short(gap, words=2) and not _attached(reading.lexicon).search(gap)


def _of_campaigns(reading: Reading, between: Sequence[Fact]) -> Iterator[Fact]:
    """A document about carrying out a campaign sets it going; what that document carries out, the campaign does too."""
    for citation, document in reading.citations:
        end = citation.full_end or citation.end
        for drive, campaign in pairs_within(reading.drives, citation.end, end + REACH):
            if not sets_going(reading.lexicon).fullmatch(reading.gap(end, drive.begin)):
                continue
            span = Evidence(citation.begin, min(drive.end, citation.begin + 400), "documents.campaign", 0.9)
            yield Fact(campaign.key, "implements", document.directive.key, span)
            for above, begin in _above(reading, between, citation, document):
                further = Evidence(begin, min(drive.end, begin + 600), "documents.campaign-above", 0.85)
                yield Fact(campaign.key, "implements", above.directive.key, further)


def _campaigns_for(reading: Reading) -> Iterator[Fact]:
    """A campaign that a clause or its own sentence ties to a document (“Thực hiện Chỉ thị …, quận phát động phong trào …”)."""
    for citation, document in reading.citations:
        verb = verb_of(reading, citation)
        if verb is None:
            continue
        begin, end = reading.sentence(reading.page.sentence_at(citation.begin))
        for campaign in _told_before(reading, citation, verb, begin):
            yield Fact(campaign.key, "implements", document.directive.key, Evidence(begin, citation.end, "documents.campaign-told", 0.8))
        for drive, campaign in pairs_within(reading.drives, begin, end):
            if drive.end <= verb.begin:
                tied = _is_for(reading, drive, verb, begin)
            else:
                tied = drive.begin > citation.end and _is_set_going(reading, citation, verb, drive)
            if tied:
                start = min(verb.begin, drive.begin)
                for one, meant in ((citation, document), *_also_for(reading, citation, end)):
                    last = max(one.end, min(drive.end, start + 600))
                    span = Evidence(start if last - start <= 700 else one.begin, last, "documents.campaign-for", 0.85)
                    yield Fact(campaign.key, "implements", meant.directive.key, span)


def _told_before(reading: Reading, citation: Citation, verb: Mention, begin: int) -> Iterator[Campaign]:
    """The one campaign of the sentence before, where “Đây là …” says what for it is, and no event stands there."""
    number = reading.page.sentence_at(begin)
    gap = reading.gap(begin, verb.begin)
    if number == 0 or not _here(reading.lexicon).match(gap) or not aimed(reading, gap) or len(gap.split()) > _SUBJECT:
        return
    first, last = reading.sentence(number - 1)
    told = {campaign.key: campaign for _, campaign in pairs_within(reading.drives, first, last)}
    if len(told) == 1 and not is_demand(reading, begin, verb.begin) and not any(o.sentence == number - 1 for o in reading.occasions):
        yield from told.values()


def _also_for(reading: Reading, citation: Citation, end: int) -> Iterator[tuple[Citation, Document]]:
    """The documents joined to one that a campaign is for, up to one that something else is only tied to."""
    for other, document in joined_to(reading, citation, end):
        if _tied_to(reading.lexicon).search(reading.gap(citation.end, other.begin)):
            return
        yield other, document


def _is_for(reading: Reading, drive: Drive, verb: Mention, begin: int) -> bool:
    """Whether a campaign is said to be for what follows it (“Cuộc thi là hoạt động thiết thực thực hiện …”, “chuyên đề … theo …”)."""
    gap = reading.gap(drive.end, verb.begin)
    if is_short(gap, words=2) and drive.name and not _tied(reading.lexicon).search(gap):
        return True
    if drive.name and _done(reading.lexicon).match(gap) and is_short(gap, words=_SUBJECT):
        return bool(reading.cues("conduct", drive.end, verb.begin)) and not is_demand(reading, drive.end, verb.begin)
    subject = drive.begin - begin <= 1 and len(gap.split()) <= _SUBJECT and not re.search(r"[.;:\n]", gap)
    return subject and aimed(reading, gap) and not is_demand(reading, drive.end, verb.begin)


def _is_set_going(reading: Reading, citation: Citation, verb: Mention, drive: Drive) -> bool:
    """Whether the clause of a document is followed by one that launches or conducts a campaign."""
    end = citation.full_end or citation.end
    cues = [*reading.cues("launch", end, drive.begin), *reading.cues("conduct", end, drive.begin)]
    near = [m for m in cues if is_short(reading.gap(m.end, drive.begin).rstrip(' “"'), words=6)]
    if not near or not drive.name or not opens(reading, verb) or not leads_to(reading, citation, near[0].begin):
        return False
    return bool(beginning(reading.bodies, end, near[0].begin)) or bool(pairs_within(reading.places, end, near[0].begin))


def _above(reading: Reading, between: Sequence[Fact], citation: Citation, document: Document) -> Iterator[tuple[Document, int]]:
    """The documents that one carries out by the same sentence, with the begin of the clause."""
    for fact in between:
        if fact.subject != document.directive.key:
            continue
        if reading.page.sentence_at(fact.evidence.begin) == reading.page.sentence_at(citation.begin):
            for other in reading.documents:
                if other.directive.key == fact.object:
                    yield other, fact.evidence.begin


@cache
def _here(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\W?{lexicon.alternation('sign/here')} ")


@cache
def _in_spirit(lexicon: Lexicon) -> re.Pattern[str]:
    done = rf"(?! {lexicon.alternation('sign/done')} )"  # what has been done so is no part of the order
    return re.compile(rf",? {lexicon.alternation('sign/about')} (?:{done}[^.;\n]){{0,200}} {lexicon.alternation('sign/spirit-of')} ")


@cache
def _tied(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\b{lexicon.alternation('sign/and', 'sign/tied-to')}\b")


@cache
def _done(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf" (?:{lexicon.alternation('sign/past')} )?{lexicon.alternation('cue/passive')} ")


@cache
def _tied_to(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\b{lexicon.alternation('sign/tied-to')}\b")


@cache
def _attached(lexicon: Lexicon) -> re.Pattern[str]:
    """What says that something else was issued together with the document (“ban hành kèm theo Quyết định …”)."""
    return re.compile(rf"\b{lexicon.alternation('sign/attached')}\b")
