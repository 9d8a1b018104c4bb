"""Which document an event carries out: by its name, by the clause before it, by what is done at it, by what is said of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kgraph.lexicon import Lexicon
from kgraph.model import Evidence, Fact
from kgraph.rules.directives import Document
from kgraph.rules.documents import Citation
from kgraph.rules.events import Occasion
from kgraph.rules.reading import Reading, is_short
from kgraph.rules.spans import pairs_within, within
from kgraph.scan import Mention

_NEAR, _QUOTE, _CLAUSE = 4, 600, 700
_TOPIC = re.compile(r"[^,;:\n]{0,160}\n*")
"""What may follow the last document of a fragment: what it is about, without a clause of its own."""


def event_purposes(reading: Reading) -> Iterator[Fact]:
    """implements from the events of an article, precision first: what somebody demands at an event is not carried out by it."""
    yield from _by_name(reading)
    yield from _by_clause(reading)
    yield from _by_fragment(reading)
    yield from _by_plan(reading)


def verb_of(reading: Reading, citation: Citation) -> Mention | None:
    """The verb of carrying out whose object is a document; one of going on with it only where it opens the sentence."""
    begin, _ = reading.sentence(reading.page.sentence_at(citation.begin))
    goes_on = reading.lexicon.forms("cue/continue")
    found = reading.cues("implement", begin, citation.begin)
    verbs = [m for m in found if m.begin == begin or reading.gap(m.begin, m.end) not in goes_on]
    near = [m for m in verbs if is_short(reading.gap(m.end, citation.begin), words=_NEAR)]
    return (
        near[-1]
        if near
        else next((m for m in reversed(verbs) if _counts(reading, m.end, citation.begin) or _goes_on(reading, m, begin, citation)), None)
    )


def _counts(reading: Reading, begin: int, end: int) -> bool:
    """Whether a span announces the documents of a list (“bốn Nghị quyết của Bộ Chính trị: …”)."""
    said = re.fullmatch(r"[^.;:,]{4,80}: ?", reading.gap(begin, end))
    return said is not None and bool(reading.page.between("directive", begin, end))


def _goes_on(reading: Reading, verb: Mention, begin: int, citation: Citation) -> bool:
    """Whether a document stands behind something else that opens the sentence (“Thực hiện chương trình …, Kế hoạch …”)."""
    gap = reading.gap(verb.end, citation.begin)
    return verb.begin == begin and bool(_listed(reading.lexicon).fullmatch(gap)) and not is_demand(reading, verb.end, citation.begin)


def opens(reading: Reading, verb: Mention) -> bool:
    """Whether a verb opens its clause (“Thực hiện Kế hoạch …”, “để triển khai …”), so that what follows the clause is done for it."""
    begin, _ = reading.sentence(reading.page.sentence_at(verb.begin))
    joined = _and(reading.lexicon).search(reading.page.folded, max(verb.begin - 12, begin), verb.begin)
    if joined and not within(reading.bodies, begin, verb.begin) and not within(reading.appearances, begin, verb.begin):
        return _for(reading.lexicon).match(reading.page.folded, begin) is not None
    return verb.begin == begin or bool(_opening(reading.lexicon).search(reading.page.folded, max(verb.begin - 12, begin), verb.begin))


def is_demand(reading: Reading, begin: int, end: int) -> bool:
    """Whether a span says that somebody speaks or orders, other than to make a document known."""
    silent = _silent(reading.lexicon)
    return any(not silent.fullmatch(reading.gap(m.begin, m.end)) for m in reading.cues("say", begin, end)) or bool(
        _ordered(reading.lexicon).search(reading.gap(begin, end))
    )


def joined_to(reading: Reading, citation: Citation, end: int) -> Iterator[tuple[Citation, Document]]:
    """The documents of a list that a citation opens (“Nghị quyết A về …; Chỉ thị B gắn với Kế hoạch C”)."""
    last = citation.full_end or citation.end
    for other, document in pairs_within(reading.citations, last, end):
        gap = reading.gap(last, other.begin)
        if not _with_it(reading.lexicon).fullmatch(gap) or about(reading.lexicon).fullmatch(gap):
            return  # a document that the one before carries out is that one's, not a further one
        yield other, document
        last = other.full_end or other.end


def joined(reading: Reading, one: Citation, other: Citation) -> bool:
    """Whether one document stands right behind another in a list."""
    return bool(_with_it(reading.lexicon).fullmatch(reading.gap(one.full_end or one.end, other.begin)))


def aimed(reading: Reading, gap: str) -> bool:
    """Whether words say that something is for what follows them."""
    return bool(_aim(reading.lexicon).search(gap))


def carried_out(
    reading: Reading, occasion: Occasion, citation: Citation, document: Document, begin: int, end: int, rule: str, confidence: float
) -> Iterator[Fact]:
    """implements from an event to a document and to those joined to it."""
    rows = [(citation, document), *joined_to(reading, citation, end)]
    for i, (one, meant) in enumerate(rows):
        start = begin if one.end - begin <= _QUOTE else one.begin
        name = f"documents.{rule}" if i == 0 else f"documents.{rule}-joined"
        span = Evidence(min(start, one.begin), max(one.end, start), name, confidence if i == 0 else confidence - 0.05)
        yield Fact(occasion.event.key, "implements", meant.directive.key, span)


def _by_name(reading: Reading) -> Iterator[Fact]:
    """An event whose own name says what it disseminates, reviews or sums up."""
    for occasion in reading.occasions:
        _, end = reading.sentence(occasion.sentence)
        for citation, document in pairs_within(reading.meant_documents, occasion.begin, end):
            verb = verb_of(reading, citation)
            if verb is None or verb.begin < occasion.begin or _inside_other(reading, citation, verb.begin):
                continue
            if _is_told(reading, occasion, verb.begin):
                continue
            carried = reading.cues("carry-out", occasion.begin, verb.begin) and not citation.entry.key("law")
            if _is_loose(reading, verb) and not carried:
                continue
            yield from carried_out(reading, occasion, citation, document, occasion.begin, end, "event", 0.9)


def _is_told(reading: Reading, occasion: Occasion, verb: int) -> bool:
    """Whether a verb behind an event's name is what somebody says, not what the event is for."""
    comma = reading.page.folded.find(", ", occasion.mention.end, verb)
    if comma >= 0 and is_demand(reading, comma, verb):
        return True
    return verb > occasion.end and (is_demand(reading, occasion.end, verb) or _runs_on(reading, occasion.end, verb))


def _runs_on(reading: Reading, begin: int, end: int) -> bool:
    """Whether a person or another sentence stands between an event's name and a verb, so that the verb is not the event's."""
    return "." in reading.gap(begin, end) or bool(within(reading.appearances, begin, end))


def _is_loose(reading: Reading, verb: Mention) -> bool:
    """Whether a verb says less than carrying out (“theo”): what is done according to a document need not be the event."""
    return bool(_loose(reading.lexicon).fullmatch(reading.gap(verb.begin, verb.end)))


def _inside_other(reading: Reading, citation: Citation, verb: int) -> bool:
    """Whether the verb belongs to another document that stands before it (“Kết luận A về tiếp tục thực hiện Chỉ thị B”)."""
    for one, _ in pairs_within(reading.citations, reading.sentence(reading.page.sentence_at(verb))[0], verb):
        end = one.full_end or one.end
        if one is not citation and end <= verb and about(reading.lexicon).fullmatch(reading.gap(end, citation.begin)):
            return True
    return False


def _by_clause(reading: Reading) -> Iterator[Fact]:
    """A clause before the event says what for it is held (“Thực hiện Kế hoạch …, Quận ủy tổ chức hội nghị”)."""
    for occasion in reading.occasions:
        begin, _ = reading.sentence(occasion.sentence)
        for citation, document in pairs_within(reading.meant_documents, begin, occasion.begin):
            verb = verb_of(reading, citation)
            if verb and opens(reading, verb) and leads_to(reading, citation, occasion.begin):
                yield from carried_out(reading, occasion, citation, document, verb.begin, occasion.begin, "event-clause", 0.88)


def _by_fragment(reading: Reading) -> Iterator[Fact]:
    """A clause that a full stop cuts off before the event (“Thực hiện Kế hoạch … của UBND tỉnh. Sáng ngày 5/3, UBND huyện …”)."""
    for occasion in reading.occasions:
        if occasion.sentence == 0:
            continue
        begin, end = reading.sentence(occasion.sentence - 1)
        rows = pairs_within(reading.meant_documents, begin, end)
        people = within(reading.appearances, begin, end)
        if not rows or people or reading.cues("organize", begin, end) or is_demand(reading, begin, end):
            continue
        citation, document = rows[0]
        verb, last = verb_of(reading, citation), rows[-1][0].full_end or rows[-1][0].end
        if verb and verb.begin == begin and _TOPIC.fullmatch(reading.gap(last, end)):
            yield from carried_out(reading, occasion, citation, document, verb.begin, end, "event-fragment", 0.85)


def leads_to(reading: Reading, citation: Citation, offset: int) -> bool:
    """Whether the clause of a document is followed by one clause that tells what is done."""
    end = citation.full_end or citation.end
    gap = reading.gap(end, offset)
    return (
        "," in gap
        and not re.search(r"[;.:]", gap)
        and offset - end < _CLAUSE
        and not is_demand(reading, end, offset)
        and all(reading.page.at("event", m.begin) for m in reading.cues("issue", end, offset))
    )


def _by_plan(reading: Reading) -> Iterator[Fact]:
    """A document that is about holding the event (“Kế hoạch … về tổ chức hội nghị …”)."""
    for citation, document in reading.citations:
        held = _about_holding(reading.lexicon).match(reading.page.folded, citation.full_end or citation.end)
        m = next(iter(reading.page.between("event", held.end(), held.end() + 1)), None) if held else None
        if m is None or m.entry.key("verb"):
            continue
        for occasion in reading.occasions:
            if occasion.mention.entry.concept == m.entry.concept and _same_words(reading, m, occasion):
                yield Fact(
                    occasion.event.key, "implements", document.directive.key, Evidence(citation.begin, m.end, "documents.event-plan", 0.85)
                )


def _same_words(reading: Reading, m: Mention, occasion: Occasion) -> bool:
    """Whether the words behind an event's kind are those of an occasion's name."""
    words = re.findall(r"\w+", reading.page.folded[m.end : m.end + 30])[:1]
    return bool(words) and words == re.findall(r"\w+", reading.page.folded[occasion.mention.end : occasion.mention.end + 30])[: len(words)]


@cache
def about(lexicon: Lexicon) -> re.Pattern[str]:
    """What stands between a document and the one that it carries out or goes on with (“về việc tiếp tục thực hiện”)."""
    go_on = lexicon.alternation("cue/continue")
    carry = lexicon.alternation("cue/implement")
    made = rf"(?: {lexicon.alternation('sign/made-for')})?"
    lead = rf"{made}(?:,? ?{lexicon.alternation('sign/about')}| {lexicon.alternation('sign/in-order-to')})?"
    detail = lexicon.alternation("sign/details")  # of a law: Luật Ban hành văn bản quy phạm pháp luật 2015, điều 11
    return re.compile(
        rf"{lead} (?:{lexicon.alternation('sign/doing')} )?(?:(?P<on>{go_on})|{carry}) (?:[^\W\d_]+ ){{0,4}}"
        rf"|(?:,? {lexicon.alternation('sign/about')})?,? {detail}(?:,? [^\W\d_]+){{0,12}} "
    )


@cache
def _with_it(lexicon: Lexicon) -> re.Pattern[str]:
    joints, name = lexicon.alternation("sign/and", "sign/tied-to"), lexicon.alternation("sign/about")
    title = rf",? {name}:? ?(?:[“\"][^“”\"\n]{{0,240}}[”\"]|[^,;.:“”\"\n]{{0,160}}?)(?:[,;] ?|(?= {joints} ))"
    verb = rf"(?:(?:[^\W\d_]+ ){{0,2}}{lexicon.alternation('cue/implement')} )?"
    return re.compile(rf"(?: ?\([^()]*\))?(?:{title}|[,;]? ?) ?(?:{joints} )?(?:{lexicon.alternation('sign/many')} )?{verb}")


@cache
def _about_holding(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf",? {lexicon.alternation('sign/about')} {lexicon.alternation('cue/organize')} ")


@cache
def _opening(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"(?:[,;:)] ?|- ?|\b{lexicon.alternation('sign/in-order-to', 'sign/still')} )$")


@cache
def _and(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\b{lexicon.alternation('sign/and')} $")


@cache
def _for(lexicon: Lexicon) -> re.Pattern[str]:
    """What a clause opens with that says what something is done for (“Hướng tới kỷ niệm … và thực hiện Chỉ thị …”)."""
    return re.compile(rf"\W?{lexicon.alternation('sign/looking-to', 'sign/in-order-to', 'cue/implement')}\b")


@cache
def _listed(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf" [^.;:\n]{{4,90}}?(?:, ?| {lexicon.alternation('sign/and')} )")


@cache
def _loose(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(lexicon.alternation("sign/in-spirit"))


@cache
def _silent(lexicon: Lexicon) -> re.Pattern[str]:
    """Verbs of speech that make a document known."""
    return re.compile(lexicon.alternation("cue/disseminate"))


@cache
def _ordered(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\b{lexicon.alternation('sign/demand')}\b")


@cache
def _aim(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\b{lexicon.alternation('sign/aim')}\b")
