"""How a sentence introduces an event: somebody holds it, it takes place, somebody chairs or attends it, or something is said at it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice

from kgraph.lexicon import Lexicon
from kgraph.rules.dates import DateMention
from kgraph.rules.introduction_words import IntroductionWords, words_of
from kgraph.rules.organizations import BodyMention
from kgraph.rules.spans import beginning, unit_before, within
from kgraph.scan import Mention, Page, Span

_GAP, _OPENING, _SPEECH = 40, 15, 30
_CEREMONY = "le"
"""The kind of any ceremony; the others of its family say by their names alone which one it is."""
_BEFORE = 100
_EARLY, _QUOTED, _AT_ONCE, _ADVERBIAL = 4, 3, 8, 60
_NAMED = re.compile(r' [“"]\w')
"""What an event opens, named in quotation marks (“Lễ phát động “Bình dân học vụ số””)."""
_CLAUSE, _PARTED = re.compile(r"[,;.]"), re.compile(r"[;:“”\"]|\. ")


@dataclass(frozen=True, slots=True)
class Introduction:
    """Where an event is introduced: the span of the verb (empty where there is none), whether it lies ahead, if someone holds it.

    `anchored` if something is said at it (“Tại hội nghị …, đồng chí …”).
    """

    verb: Span
    planned: bool
    held: bool
    anchored: bool = False


def introduce(
    page: Page, m: Mention, date: DateMention | None, doers: Sequence[Span], bodies: Sequence[BodyMention], lexicon: Lexicon, *, first: bool
) -> Introduction | None:
    """How the sentence of an event mention introduces the event; None where it only names it, orders it, or speaks of several.

    `doers` are the spans of bodies and people, in text order.
    """
    words = words_of(lexicon)
    number = page.sentence_at(m.begin)
    begin, end = page.sentences[number]
    before = page.folded[max(begin, m.begin - _GAP) : m.begin]
    if words.many.search(before):
        return None
    offset = m.begin - len(before)
    dated = date is not None and (date.is_day or date.today) and (first or date.begin >= begin)
    early = first and number < _EARLY
    own = dated and date is not None and begin <= date.begin
    done = bisect_left(doers, (begin,)) < bisect_left(doers, (m.begin,)) or bool(words.group.search(page.folded, begin, m.begin))
    done = done or unit_before(page, begin, m.begin)
    held = _held(before, offset, doers, words)
    if held and not words.spoken.search(page.folded, begin, offset + held.start(1)):
        verb = (offset + held.start(1), offset + held.end(1))
        ordered = _is_ordered(page, max(begin, verb[0] - _GAP), verb[0], doers, words) or _is_nominal(page, begin, verb[0], bodies, words)
        ordered = (
            ordered
            or bool(words.household.search(page.folded, begin, verb[0]) or words.occasion.fullmatch(page.folded, begin, verb[0]))
            or (not own and _is_told(page, begin, verb[0], doers, words))
        )
        return _introduction(page, verb, begin, words, held=True) if not ordered and (dated or (early and done)) else None
    happens = None if m.entry.key("verb") or words.aside.search(before) else words.happens.match(page.folded, m.end, end)
    if happens and (dated or early) and not _is_at_another(page, m.end, happens.start("verb"), words):
        how = _introduction(page, (m.begin, m.begin), begin, words, held=True)
        return how if how.planned else replace(how, planned=bool(words.planned.search(page.folded, m.end, happens.start("verb"))))
    if not m.entry.key("verb") and (dated or early) and (borne := _borne(page, m.end, end, doers, words)):
        how = _introduction(page, (m.begin, m.begin), begin, words, held=True)
        return replace(how, planned=how.planned or bool(words.planned.search(page.folded, m.end, borne)))
    if m.entry.key("deed") and own and _is_deed(page, begin, m.begin, doers, words):
        return _introduction(page, (m.begin, m.begin), begin, words, held=True)
    clause = max(page.folded.rfind("; ", begin, m.begin) + len("; "), begin)
    if dated and (part := words.part.fullmatch(page.folded, clause, m.begin)):
        return _introduction(page, (part.start("is"), part.end("is")), begin, words, held=True)
    if m.entry.key("meets") and words.journalist.search(page.folded, begin, m.begin):
        return None
    ordered = _is_ordered(page, max(begin, m.begin - _GAP), m.begin, doers, words) or _is_made_to(page, begin, m.begin, bodies, words)
    if m.entry.key("lead") and not (own and date and date.end <= m.begin and not _has_other(page, m, begin)):
        return None
    nominal = (
        _is_of_noun(page, begin, m.begin, bodies, words) and not words.gone.match(page.folded, m.begin) and not words.leads.search(before)
    )
    sent = first and early and date is not None and begin <= date.begin < m.begin and _is_of_delegation(page, begin, m.begin, words)
    if (
        m.entry.key("verb")
        and not m.entry.key("alone")
        and (own or sent or (early and m.entry.key("formal")))
        and done
        and not ordered
        and not nominal
    ):
        how = _introduction(page, (m.begin, m.begin), begin, words, held=True)
        return replace(how, planned=how.planned or bool(words.ahead.search(page.folded, begin, m.begin)))
    if first and own and m.entry.key("verb") and m.begin == begin and _opens_for(page, m, end, doers):
        return replace(_introduction(page, (m.begin, m.begin), begin, words, held=False), anchored=True)
    has = words.has.search(before) if words.gathering.match(page.folded, m.begin) and own and done and not ordered else None
    opened = m.entry.key("alone") and early and own and date is not None and _is_dated(page, begin, m, date, words)
    if opened:
        return _introduction(page, (m.begin, m.begin), begin, words, held=False)
    if has:
        return _introduction(page, (offset + has.start(1), offset + has.end(1)), begin, words, held=True)
    when = words.while_.search(before) if m.entry.key("verb") and (own or early) and done else None
    if when and _is_told_there(page, begin, offset + when.start(1), doers, words):
        return _introduction(page, (offset + when.start(1), offset + when.end(1)), begin, words, held=False)
    modified = is_modified(page, m, lexicon)
    taken = words.taken.search(before) if (modified or (first and own)) and (dated or early) else None
    if not taken and early and done and ((date is not None and date.end < begin) or words.whom.match(page.folded, m.end)):
        taken = words.chaired.search(before)
    if taken and not _is_aside(page, begin, offset + taken.start(1), words):
        how = _introduction(page, (offset + taken.start(1), offset + taken.end(1)), begin, words, held=False)
        return replace(how, planned=how.planned or bool(words.ahead.search(page.folded, begin, offset + taken.start(1))))
    if not m.entry.key("frame") and (anchor := words.anchor.search(before)):
        at = offset + anchor.start(1)
        after_day = own and date is not None and _is_opened_by(page, begin, date, at)
        opens = (m.begin - begin <= _OPENING or page.text[at].isupper() or after_day) and (own or (first and number < _EARLY + _QUOTED))
        dated_before = first and own and date is not None and date.end <= m.begin
        near = (
            own
            and date is not None
            and (0 <= date.begin - m.end <= _AT_ONCE or bool(words.whose.fullmatch(page.folded, m.end, date.begin)))
        )
        modified = modified or bool((first or own) and m.entry.key("meets") and words.whom.match(page.folded, m.end))
        modified = modified or bool(m.entry.key("family") == _CEREMONY and _NAMED.match(page.text, m.end))
        modified = modified or (first and _is_named_by_kind(m) and (date is None or not own or date.end <= m.begin))
        told = modified and early and done and _is_told_there(page, begin, at, doers, words)
        if told or ((modified or near or dated_before) and (opens or (first and own and number < _EARLY + _QUOTED))):
            return replace(_introduction(page, (at, offset + anchor.end(1)), begin, words, held=False), anchored=True)
    if first and own and date is not None and _is_session_of_day(page, m, date, words):
        return replace(_introduction(page, (m.begin, m.begin), begin, words, held=False), anchored=True)
    if modified and (early or own) and (speech := words.speech.search(before)):
        verb = (offset + speech.start(), offset + speech.end() - 1)
        if m.begin - begin > _SPEECH and not (own and date is not None and _is_opened_by(page, begin, date, verb[0])):
            return None
        return replace(_introduction(page, verb, begin, words, held=False), anchored=True)
    cited = not (first or m.entry.key("verb")) and own and date is not None and 0 <= date.begin - m.end <= _AT_ONCE and not ordered
    return Introduction((m.begin, m.begin), False, False, anchored=True) if cited else None


def _held(before: str, offset: int, doers: Sequence[Span], words: IntroductionWords) -> re.Match[str] | None:
    """The verb of holding in the words before an event; not one in a name or a title (“Trưởng Ban Tổ chức Tỉnh ủy đã có buổi …”)."""
    found = words.held.search(before)
    while found and (number := bisect_left(doers, (offset + found.start(1),))) and doers[number - 1][1] > offset + found.start(1):
        found = words.held.search(before, found.start(1) + 1)
    return found or words.opening_of.search(before)


def _is_dated(page: Page, begin: int, m: Mention, date: DateMention, words: IntroductionWords) -> bool:
    """Whether a date opens the clause of something that happens, or stands behind it (“… được khởi công tại xã A sáng 3/4”)."""
    if date.begin >= m.end:
        return date.begin - m.end <= _AT_ONCE or bool(words.where.fullmatch(page.folded, m.end, date.begin))
    opens = date.begin - begin <= _OPENING or (date.begin - begin <= _ADVERBIAL and page.text.startswith(", ", date.begin - 2))
    return opens and date.end <= m.begin and not words.planned.search(page.folded, date.end, m.begin)


def _is_opened_by(page: Page, begin: int, date: DateMention, at: int) -> bool:
    """Whether a sentence opens with a date, and what is said next stands behind its comma (“Trước đó, ngày 5/2, trong buổi …”)."""
    return date.begin - begin <= _OPENING and date.end <= at <= date.end + len("), ") and page.text[at - 2 : at] == ", "


def _is_deed(page: Page, begin: int, at: int, doers: Sequence[Span], words: IntroductionWords) -> bool:
    """Whether a noun is used as the verb of who stands right before it (“Công an tỉnh họp báo về …”)."""
    number = bisect_left(doers, (at,)) - 1
    return number >= 0 and doers[number][0] >= begin and bool(words.right_before.fullmatch(page.folded, doers[number][1], at))


def _is_at_another(page: Page, begin: int, end: int, words: IntroductionWords) -> bool:
    """Whether what takes place is another event, at which something of this one is told (“Lễ hội … trong cuộc họp báo được tổ chức …”)."""
    return any(words.anchor.search(page.folded[max(m.begin - 6, begin) : m.begin]) for m in page.between("event", begin, end))


def _has_other(page: Page, m: Mention, begin: int) -> bool:
    """Whether another event that is no verb is named before one in its sentence (“Tại hội nghị, ông A trao quyết định”)."""
    return any(not other.entry.key("verb") for other in page.between("event", begin, m.begin))


def _opens_for(page: Page, m: Mention, end: int, doers: Sequence[Span]) -> bool:
    """Whether a verb opens a sentence whose subject stands behind a comma (“Làm việc với quận chiều 10/2, Bí thư Thành ủy A …”)."""
    behind = doers[bisect_left(doers, (m.end,)) :]
    return any(begin < end and page.text[begin - 2 : begin] == ", " for begin, _ in islice(behind, _QUOTED))


def _is_named_by_kind(m: Mention) -> bool:
    """Whether its kind alone says which ceremony it is (“Tại lễ trao quyết định, …”): not the opening or closing of something."""
    return m.entry.key("family") == _CEREMONY != m.entry.concept and not m.entry.key("opens") and not m.entry.key("part")


def _borne(page: Page, begin: int, end: int, doers: Sequence[Span], words: IntroductionWords) -> int | None:
    """Where it is said behind an event who holds it (“Hội nghị … do Sở Y tế tổ chức”, “… đã được Công an tỉnh tổ chức”)."""
    for by in islice(words.borne.finditer(page.folded, begin, end), _QUOTED):
        verbs = (c for c in page.between("cue", by.end(), min(end, by.end() + _BEFORE)) if c.entry.concept in ("organize", "chair"))
        verb = next(verbs, None)
        if any(not other.entry.key("verb") for other in page.between("event", begin, by.start())):
            return None
        if verb and ";" not in page.folded[by.end() : verb.begin] and bisect_left(doers, (by.end(),)) < bisect_left(doers, (verb.begin,)):
            return by.start()
    return None


def _is_told_there(page: Page, begin: int, at: int, doers: Sequence[Span], words: IntroductionWords) -> bool:
    """Whether it is of what somebody said that “tại” speaks (“theo yêu cầu của Chủ tịch A tại cuộc họp về …”)."""
    number = bisect_left(doers, (at,)) - 1
    right_before = number >= 0 and begin <= doers[number][0] and doers[number][1] == at - 1
    return right_before or bool(words.said.search(page.folded, max(begin, at - _GAP), at))


def _is_session_of_day(page: Page, m: Mention, date: DateMention, words: IntroductionWords) -> bool:
    """Whether a session with its number follows the day that opens a sentence (“Sáng 13-7, kỳ họp thứ năm HĐND thành phố đã …”)."""
    between = page.folded[date.end : m.begin]
    numbered = m.entry.key("session") and words.numbered.match(page.folded, m.end)
    return bool(numbered) and date.end <= m.begin <= date.end + _ADVERBIAL and not re.search(r"[;.:]", between) and between.endswith(", ")


def _is_ordered(page: Page, begin: int, end: int, doers: Sequence[Span], words: IntroductionWords) -> bool:
    """Whether a verb depends on one of ordering or on a purpose: a word of its clause before it, none in a name or a title."""
    for m in words.ordered.finditer(page.folded, begin, end):
        near = slice(bisect_left(doers, (m.start() - _BEFORE,)), bisect_left(doers, (m.start() + 1,)))
        if not any(m.start() < last for _, last in doers[near]) and not _CLAUSE.search(page.folded, m.end(), end):
            return page.text[m.start()].islower()
    return False


def _is_told(page: Page, begin: int, verb: int, doers: Sequence[Span], words: IntroductionWords) -> bool:
    """Whether somebody says it: a verb of saying stands right behind him, before it (“A yêu cầu các xã tổ chức tốt đại hội”)."""
    for cue in page.between("cue", begin, verb):
        number = bisect_left(doers, (cue.begin,)) - 1
        said = cue.entry.concept == "say" and number >= 0 and begin <= doers[number][0]
        if said and words.right_before.fullmatch(page.folded, doers[number][1], cue.begin):
            return True
    return False


def _is_aside(page: Page, begin: int, verb: int, words: IntroductionWords) -> bool:
    """Whether it is only said by the way that somebody takes part (“trong thời gian dự hội nghị”, “để dự lễ”)."""
    found = words.aside.search(page.folded, begin, verb)
    return (found is not None and page.text[found.start()].islower()) or bool(found and found.start() == begin)


def _is_of_delegation(page: Page, begin: int, verb: int, words: IntroductionWords) -> bool:
    """Whether a delegation has done something in a month (“Giữa tháng 8, đoàn giám sát của … đã giám sát tại …”)."""
    return bool(words.did.search(page.folded, begin, verb) and words.group.search(page.folded, begin, verb))


def _is_nominal(page: Page, begin: int, verb: int, bodies: Sequence[BodyMention], words: IntroductionWords) -> bool:
    """Whether a verb of holding is a noun's, a purpose, or denied (“công tác tổ chức …”, “Ban tổ chức …”, “chưa tổ chức …”)."""
    return _is_of_noun(page, begin, verb, bodies, words, joints=words.joints)


def _is_of_noun(
    page: Page, begin: int, verb: int, bodies: Sequence[BodyMention], words: IntroductionWords, *, joints: frozenset[str] = frozenset()
) -> bool:
    """Whether a noun that a verb depends on stands right before it, not as the end of a body's name (“Huyện đoàn tổ chức …”)."""
    found = words.nominal.search(page.folded, max(begin, verb - _GAP), verb)
    if found is None or found[1] in joints or any(m.end() == found.end(1) for m in words.group.finditer(page.folded, begin, verb)):
        return False
    near = beginning(bodies, found.start() - _BEFORE, found.start())
    return not any(b.begin < found.start() and b.end == found.end(1) for b in near)


def _is_made_to(page: Page, begin: int, end: int, bodies: Sequence[BodyMention], words: IntroductionWords) -> bool:
    """Whether a body before a verb is told or asked to do it, or does it in a relative clause (“giao Sở Nội vụ …”, “do UBND huyện …”)."""
    return any(
        words.made_to.search(page.folded, max(begin, b.begin - _GAP), b.begin) or _is_beside_addressee(page, begin, b.begin, words)
        for b in within(bodies, begin, end)
    )


def _is_beside_addressee(page: Page, begin: int, at: int, words: IntroductionWords) -> bool:
    """Whether a body is the second of those who are told to do something (“giao Giám đốc Sở A, UBND huyện B kiểm tra”)."""
    if page.text[at - 2 : at] != ", ":
        return False
    told = words.made.finditer(page.folded, max(begin, at - _BEFORE), at)
    return any(page.text[m.end()].isupper() and not _PARTED.search(page.text, m.end(), at) for m in told)


def _introduction(page: Page, verb: Span, begin: int, words: IntroductionWords, *, held: bool) -> Introduction:
    planned = words.planned.search(page.folded, max(begin, verb[0] - _GAP), verb[0]) or words.opening.match(page.folded, begin)
    return Introduction(verb, bool(planned), held)


def is_modified(page: Page, m: Mention, lexicon: Lexicon) -> bool:
    """Whether more than its kind is said of an event (“Hội nghị tổng kết công tác Đảng”), so that it is not just the one spoken of."""
    return not words_of(lexicon).bare.match(page.folded, m.end)
