"""What carries out which document: a document another one, an event or a campaign a document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from kgraph.lexicon import Lexicon
from kgraph.model import Evidence, Fact, Issue
from kgraph.rules.directives import Document
from kgraph.rules.documents import Citation
from kgraph.rules.events import Occasion
from kgraph.rules.reading import REACH, Reading, is_short, sets_going
from kgraph.rules.spans import pairs_within

_NEAR = 4


def link_documents(reading: Reading) -> Iterator[Fact]:
    """implements and continues, precision first; never towards a document that is known to be later."""
    between = tuple(_between_documents(reading))
    days = _days(reading)
    for fact in (*between, *_of_events(reading), *_of_campaigns(reading, between)):
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
    return {d.directive.key: d.issued_on for d in reading.documents}


def _is_later(days: dict[str, str | None], fact: Fact) -> bool:
    one, other = days.get(fact.subject), days.get(str(fact.object))
    return bool(one and other and other > one)


def _between_documents(reading: Reading) -> Iterator[Fact]:
    rows = reading.citations
    for number, ((one, first), (other, second)) in enumerate(pairwise(rows)):
        if reading.page.sentence_at(one.begin) != reading.page.sentence_at(other.begin) or first is second:
            continue
        end = one.full_end or one.end
        if m := _about(reading.lexicon).fullmatch(reading.gap(end, other.begin)):
            predicate = "continues" if m["on"] else "implements"
            yield Fact(
                first.directive.key, predicate, second.directive.key, Evidence(one.begin, other.end, f"documents.about-{predicate}", 0.93)
            )
        elif m := _in_spirit(reading.lexicon).fullmatch(reading.gap(end, other.begin)):
            yield Fact(first.directive.key, "implements", second.directive.key, Evidence(one.begin, other.end, "documents.in-spirit", 0.85))
        elif _issued(reading, end, other):
            for above, begin in _carried_out_by(reading, rows, number):
                yield Fact(
                    second.directive.key, "implements", above.directive.key, Evidence(begin, other.end, "documents.carrying-out", 0.95)
                )


def _carried_out_by(reading: Reading, rows: Sequence[tuple[Citation, Document]], number: int) -> Iterator[tuple[Document, int]]:
    """The documents of a list that ends in a citation, if a verb of carrying out opens the list, with the begin of that verb."""
    first = number
    while first > 0 and not _carried_out(reading, rows[first][0]):
        before = rows[first - 1][0]
        if not _with_it(reading.lexicon).fullmatch(reading.gap(before.full_end or before.end, rows[first][0].begin)):
            return
        first -= 1
    if _carried_out(reading, rows[first][0]):
        yield from ((document, _verb_before(reading, rows[first][0])) for _, document in rows[first : number + 1])


def _carried_out(reading: Reading, citation: Citation) -> bool:
    return _verb_before(reading, citation) < citation.begin


def _verb_before(reading: Reading, citation: Citation) -> int:
    """The begin of a verb of carrying out whose object is the document; the document's own begin where there is none."""
    begin, _ = reading.sentence(reading.page.sentence_at(citation.begin))
    verbs = [m for m in reading.cues("implement", begin, citation.begin) if is_short(reading.gap(m.end, citation.begin), words=_NEAR)]
    return verbs[-1].begin if verbs else citation.begin


def _issued(reading: Reading, begin: int, citation: Citation) -> bool:
    """Whether a verb of issuing stands right before a document, behind an offset."""
    verbs = list(reading.cues("issue", begin, citation.begin))
    return bool(verbs) and is_short(reading.gap(verbs[-1].end, citation.begin), words=2)


def _of_events(reading: Reading) -> Iterator[Fact]:
    """An event whose own name says what it disseminates, reviews or sums up."""
    for occasion in reading.occasions:
        _, end = reading.sentence(occasion.sentence)
        for citation, document in pairs_within(reading.citations, occasion.begin, end):
            if _carried_out(reading, citation):
                verb = _verb_before(reading, citation)
                if verb >= occasion.begin and not _inside_other(reading, citation, verb):
                    span = Evidence(occasion.begin, citation.end, "documents.event", 0.9)
                    yield Fact(occasion.event.key, "implements", document.directive.key, span)
                    yield from _joined(reading, occasion, citation, end)


def _joined(reading: Reading, occasion: Occasion, citation: Citation, end: int) -> Iterator[Fact]:
    """Documents joined to one that an event carries out (“Nghị quyết A gắn với Chỉ thị B”)."""
    last = citation.full_end or citation.end
    for other, document in pairs_within(reading.citations, last, end):
        if not _with_it(reading.lexicon).fullmatch(reading.gap(last, other.begin)):
            return
        evidence = Evidence(occasion.begin, other.end, "documents.event-joined", 0.85)
        yield Fact(occasion.event.key, "implements", document.directive.key, evidence)
        last = other.full_end or other.end


def _inside_other(reading: Reading, citation: Citation, verb: int) -> bool:
    """Whether the verb belongs to another document that stands before it (“Kết luận A về tiếp tục thực hiện Chỉ thị B”)."""
    for one, _ in pairs_within(reading.citations, reading.sentence(reading.page.sentence_at(verb))[0], verb):
        end = one.full_end or one.end
        if one is not citation and end <= verb and _about(reading.lexicon).fullmatch(reading.gap(end, citation.begin)):
            return True
    return False


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
def _about(lexicon: Lexicon) -> re.Pattern[str]:
    go_on = lexicon.alternation("cue/continue")
    carry = lexicon.alternation("cue/implement")
    lead = rf"(?:,? ?{lexicon.alternation('sign/about')}| {lexicon.alternation('sign/in-order-to')})?"
    return re.compile(rf"{lead} (?:(?P<on>{go_on})|{carry}) (?:[^\W\d_]+ ){{0,3}}")


@cache
def _in_spirit(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf",? {lexicon.alternation('sign/about')} [^.;\n]{{0,200}} {lexicon.alternation('sign/in-spirit')} ")


@cache
def _with_it(lexicon: Lexicon) -> re.Pattern[str]:
    joints = lexicon.alternation("sign/and", "sign/tied-to")
    return re.compile(rf"(?: ?\([^()]*\))?,? ?(?:{joints} )?(?:{lexicon.alternation('cue/implement')} )?")
