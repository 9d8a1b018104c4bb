"""Who holds an event."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise

from kgraph.lexicon import Lexicon
from kgraph.model import Evidence, Fact
from kgraph.rules.doers import after_units
from kgraph.rules.events import Occasion
from kgraph.rules.introductions import is_modified
from kgraph.rules.organizations import BodyMention
from kgraph.rules.reading import Reading, is_short
from kgraph.rules.spans import within
from kgraph.scan import Mention
from kgraph.text import UPPER, fold

_BEFORE_VERB, _LATER_SENTENCES = 8, 12
_HOLDING = ("organize", "chair", "launch", "together", "conduct")
"""What a body behind “do” does if it holds the event: it does not only give what is awarded at it."""
_SENT, _PASSIVE, _VERB_REACH, _OTHER = 30, 6, 25, 140
_LAST = re.compile(r", [A-ZĐ][^\s,;]*+(?: [^\s,;]++){0,4} (?:[^\W\d_A-ZĐ]++ ?+){0,3}$")
"""The last of some doers where no list has it (“…, Saigon Co.op tổ chức”)."""
_OPEN, _BRACKET, _INSIDE = re.compile(r"\((?:[^()\n]{1,120}, )?$"), re.compile(r" ?\([^()\n]{1,80}\)"), 120
_UNLISTED = re.compile(rf"(?:[^,;:.()\n]|\.(?=\w)|,(?= [^\W\d_{UPPER}])){{2,90}}")
"""Company without a name of its own behind a comma (“các cơ quan, đơn vị có liên quan”)."""
_NAME = re.compile(r"(?:\))?, [A-ZĐ][^\W\d_]*(?: [^\W_]+){1,5}, ")


def link_events(reading: Reading) -> Iterator[Fact]:
    """organizes of every event."""
    for occasion in reading.occasions:
        told = ((o.mention, list(_organizers(reading, o, *reading.sentence(o.sentence)))) for o in occasion.tellings)
        mention, bodies = next((row for row in told if row[1]), None) or _later(reading, occasion)
        for body in bodies:
            span = min(body.begin, mention.begin), max(body.end, mention.end)
            yield Fact(body.organization.key, "organizes", occasion.event.key, Evidence(*span, "events.organizer", 0.93))


def _later(reading: Reading, occasion: Occasion) -> tuple[Mention, list[BodyMention]]:
    """Who holds an event by a later sentence with its kind alone or its name (“Hội thảo do … tổ chức”), and the mention there."""
    name = fold(occasion.event.label)
    page, last = reading.page, min(occasion.sentence + _LATER_SENTENCES, len(reading.page.sentences) - 1)
    for m in page.between("event", occasion.end, reading.sentence(last)[1]):
        named = page.folded.startswith(name, m.begin)
        by = not m.entry.key("verb") and _held_by(reading.lexicon).match(page.folded, m.begin + len(name) if named else m.end)
        if by and (named or (reading.meant(m, m.end) is occasion and not _takes_up_another(reading, occasion, m))):
            end = reading.sentence(page.sentence_at(m.begin))[1]
            return m, list(_behind(reading, replace(occasion, mention=m), end))
    return occasion.mention, []


def _takes_up_another(reading: Reading, occasion: Occasion, m: Mention) -> bool:
    """Whether a mention by its kind alone is of another event of that kind (“Kết thúc hội nghị, ông dự tọa đàm về … Tọa đàm do …”)."""
    page, own = reading.page, m.entry.concept
    if own in (occasion.event.kind, m.entry.key("family")):
        return False
    between = page.between("event", occasion.end, reading.sentence(page.sentence_at(m.begin))[0])
    return any(x.entry.concept == own and is_modified(page, x, reading.lexicon) for x in between)


def _organizers(reading: Reading, occasion: Occasion, begin: int, end: int) -> Iterator[BodyMention]:
    """The bodies before the verb, joined or “phối hợp với” each other; or those behind “do … tổ chức”; or the one whose session it is."""
    at = _venue(reading.lexicon)
    chairs = reading.cues("chair", occasion.verb[0], occasion.mention.end) and not within(reading.appearances, begin, occasion.verb[0])
    if not (occasion.held or chairs) or _takes_place(reading, occasion):
        yield from _behind(reading, occasion, end)
        return
    free = (b for b in _doers(reading, occasion, begin, occasion.verb[0]) if not at.search(reading.page.folded, begin, b.begin))
    before = [b for b in free if not _is_bracketed(reading, b)]
    if led := next((b for b in before if _is_led(reading, b, occasion.verb[0])), None):
        yield _in_full(reading, led)
        yield from (b for b in before[-1:] if b is not led and _is_company(reading, b, occasion.verb[0]))
        return
    while before and _is_oblique(reading, before, begin):
        before = before[:-1]
    if before and _reaches(reading, after_units(reading, before[-1].end), occasion.verb[0]):
        chosen = [before[-1]]
        for body in reversed(before[:-1]):
            if body.begin in reading.issuers or _genitive(reading.lexicon).search(
                reading.page.folded, max(body.begin - 10, begin), body.begin
            ):
                break
            if _belongs(reading.lexicon).fullmatch(reading.gap(body.end, chosen[-1].begin)):
                chosen[-1] = body
                continue
            if not _beside(reading, body.end, chosen[-1].begin):
                break
            chosen.append(body)
        yield from reversed(chosen)
        return
    yield from _behind(reading, occasion, end)


def _takes_place(reading: Reading, occasion: Occasion) -> bool:
    """Whether an event is only said to take place, a verb of which nobody is the subject (“Tại quận A diễn ra hội nghị …”)."""
    verb = reading.gap(*occasion.verb)
    return verb in reading.lexicon.forms("cue/happen") and not any(held in verb for held in reading.lexicon.forms("cue/organize"))


def _behind(reading: Reading, occasion: Occasion, end: int) -> Iterator[BodyMention]:
    """The bodies behind “do … tổ chức”, else the one that a session is of by its own name (“kỳ họp thứ 15 HĐND quận”)."""
    behind = _doers(reading, occasion, occasion.mention.end, end)
    for number, body in enumerate(behind):
        by = _by(reading.lexicon).search(reading.page.folded, max(body.begin - 4, 0), body.begin)
        by = by or _by_other(reading.lexicon).search(reading.page.folded, max(body.begin - _OTHER, occasion.mention.end), body.begin)
        if not (by or _is_borne(reading, body)) or not any(reading.cues(name, body.end, end) for name in _HOLDING):
            continue
        yield body
        for last, other in pairwise(behind[number:]):
            if not _beside(reading, last.end, other.begin):
                return
            yield other
        return
    if (
        behind
        and occasion.mention.entry.key("session")
        and _session(reading.lexicon).fullmatch(reading.gap(occasion.mention.end, behind[0].begin))
    ):
        yield behind[0]


def _is_borne(reading: Reading, body: BodyMention) -> bool:
    """Whether an event is told as held by a body: “được” before it and the verb right behind it (“đã được Công an tỉnh tổ chức”)."""
    passive = _passive(reading.lexicon).search(reading.page.folded, max(body.begin - _PASSIVE, 0), body.begin)
    return bool(passive) and bool(reading.cues("organize", body.end, body.end + _VERB_REACH))


def _doers(reading: Reading, occasion: Occasion, begin: int, end: int) -> list[BodyMention]:
    """The bodies of a span that can hold an event of its kind: no office of one person."""
    kinds = {"any", occasion.event.kind}
    bodies = [b for b in within(reading.bodies, begin, end) if not b.entry.key("office")]
    return [b for b in bodies if b.acts or ((b.explicit or _is_named(reading, b)) and kinds & set(b.entry.key("holds", ())))]


def _is_named(reading: Reading, body: BodyMention) -> bool:
    """Whether a body's own words say which one it is: a capital stands behind its kind (“Công đoàn Giao thông vận tải”)."""
    folded = reading.gap(body.begin, body.end)
    kind = max((len(form) for form in body.entry.forms if folded.startswith(form)), default=0)
    return any(ch.isupper() for ch in reading.page.text[body.begin + kind : body.end])


def _in_full(reading: Reading, led: BodyMention) -> BodyMention:
    """A delegation with its fullest name in the article (“Đoàn kiểm tra số 469” for “Đoàn kiểm tra 469 của Bộ Chính trị”)."""
    short = _number(reading.lexicon).sub(" ", led.organization.label)
    full = (b.organization for b in reading.bodies if b.entry is led.entry and b.organization.label.startswith(f"{short} "))
    return replace(led, organization=next(full, led.organization))


def _is_led(reading: Reading, body: BodyMention, verb: int) -> bool:
    """Whether a delegation is told with its leader before what it does (“Đoàn công tác của … do đồng chí … làm trưởng đoàn, đã …”)."""
    sent = body.entry.key("led") or _delegation(reading.lexicon).search(reading.page.folded, max(body.begin - _SENT, 0), body.begin)
    return bool(sent and _leader(reading.lexicon).match(reading.page.folded, body.end, verb))


def _is_company(reading: Reading, body: BodyMention, verb: int) -> bool:
    """Whether a body goes with a delegation (“… dẫn đầu cùng với Tỉnh đoàn đã đến thăm”)."""
    joins = _joins(reading.lexicon).search(reading.page.folded, max(body.begin - 10, 0), body.begin)
    return bool(joins) and _reaches(reading, after_units(reading, body.end), verb)


def _is_bracketed(reading: Reading, body: BodyMention) -> bool:
    """Whether a body stands in brackets, which say of what another one is a part (“Tạp chí A (Hội Nhà văn)”) or of whom it consists."""
    return bool(_OPEN.search(reading.page.text, max(body.begin - _INSIDE, 0), body.begin)) and reading.gap(body.end, body.end + 1) == ")"


def _beside(reading: Reading, begin: int, end: int) -> bool:
    """Whether two bodies are doers of one thing: joined, side by side, one with the other, or with one between that no list has.

    What stands in brackets behind the first says only of what it is a part.
    """
    aside = _BRACKET.match(reading.page.text, begin, end)
    begin = aside.end() if aside else begin
    return reading.joined(begin, end) or _together(reading, begin, end) or _side(reading, begin, end) or _unlisted(reading, begin, end)


def _unlisted(reading: Reading, begin: int, end: int) -> bool:
    """Whether only a capitalised name between commas stands between two bodies (“Sở Y tế, Báo Thanh niên, Tỉnh đoàn”)."""
    between = reading.page.text[begin:end]
    return bool(_NAME.fullmatch(between)) and not any(d.isdecimal() for d in between)


def _is_oblique(reading: Reading, before: list[BodyMention], begin: int) -> bool:
    """Whether the last body before a verb is somebody's object (“gửi UBND huyện”), not one that joins in (“phối hợp với UBND huyện”)."""
    last = before[-1]
    joins = any(_together(reading, b.end, last.begin) for b in before[:-1])
    return not joins and bool(_object(reading.lexicon).search(reading.page.folded, begin, last.begin))


def _reaches(reading: Reading, begin: int, end: int) -> bool:
    """Whether a doer reaches its verb: few words, a bracket, a place or unlisted company (“phối hợp với các đơn vị”) stand between."""
    company = _company(reading.lexicon).match(reading.page.folded, begin, end)
    if company and _UNLISTED.fullmatch(reading.page.text, company.end(), end):
        return True
    gap = _term(reading.lexicon).sub("", re.sub(r"\([^()]*\)|^\)", "", reading.gap(begin, end)))
    if _LAST.match(reading.page.text, begin, end):
        gap = gap.removeprefix(",").replace(".", "")
    return is_short(gap.strip(" ,-"), words=_BEFORE_VERB)


def _together(reading: Reading, begin: int, end: int) -> bool:
    return bool(_words(reading.lexicon).fullmatch(reading.gap(begin, end)))


def _side(reading: Reading, begin: int, end: int) -> bool:
    """Bodies written side by side with dashes or slashes (“Huyện ủy - HĐND - UBND”)."""
    return bool(re.fullmatch(r" ?[-/,] ?", reading.gap(begin, end)))


@cache
def _words(lexicon: Lexicon) -> re.Pattern[str]:
    belongs, together = lexicon.alternation("sign/belongs"), lexicon.alternation("cue/together", "sign/alongside")
    past = lexicon.alternation("sign/past")
    return re.compile(rf"(?: \([^()]*\))?(?:,? {belongs} [^,.;]{{2,80}}|, [^,.;]{{2,60}})?,?(?: {past})? {together} ?")


@cache
def _company(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"(?: ?\([^()\n]{{1,40}}\))?,? {lexicon.alternation('cue/together')} ")


@cache
def _term(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf",? {lexicon.alternation('sign/term')} \w+(?: ?[-–] ?\d{{4}})?")


@cache
def _session(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"(?:,? (?:{lexicon.alternation('sign/session')}\b|\d+))*,? ")


@cache
def _number(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf" {lexicon.alternation('sign/number')} ")


@cache
def _leader(lexicon: Lexicon) -> re.Pattern[str]:
    by, leads = lexicon.alternation("sign/by"), lexicon.alternation("sign/leader")
    return re.compile(rf" ?\)?,? {by} [^;.]{{0,300}}?\b{leads}\b")


@cache
def _delegation(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\b{lexicon.alternation('sign/group')} (?:{lexicon.alternation('sign/of')} )?$")


@cache
def _joins(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\b{lexicon.alternation('cue/together')} $")


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
def _held_by(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf" {lexicon.alternation('sign/by')} ")


@cache
def _passive(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\b{lexicon.alternation('cue/passive')} $")


@cache
def _by(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\b{lexicon.alternation('sign/by')} $")


@cache
def _by_other(lexicon: Lexicon) -> re.Pattern[str]:
    """A holder that no list has, and that others are joined to (“do Trung tâm A (TTA) phối hợp với UBND huyện … tổ chức”)."""
    by, together = lexicon.alternation("sign/by"), lexicon.alternation("cue/together")
    return re.compile(rf"\b{by} [^,;.()]{{2,80}}(?: \([^()]{{2,30}}\))? {together} $")
