"""The name of an event: from its kind to where the sentence goes on to something else."""

from __future__ import annotations

import re
from functools import cache

from kgraph.lexicon import Lexicon
from kgraph.scan import Mention, Page
from kgraph.text import fold

_LONGEST_LABEL, _SHORTEST = 160, 40
_BEFORE = 20
"""Characters before an event among which the word stands that says something was done at it."""
_WORK = 100
_OPEN = re.compile(r" ?\([^()]*$")


def label_of(page: Page, begin: int, end: int, lexicon: Lexicon) -> str:
    """The words of a span as a name: without words of the past and of holding before them or a bracket left open, with a capital."""
    label = _OPEN.sub("", page.text[begin:end]).strip(" ,-–.*")
    for past in sorted(lexicon.forms("sign/past"), key=len, reverse=True):
        if fold(label).startswith(f"{past} "):
            label = label[len(past) + 1 :]
    holding = _holding(lexicon).match(fold(label))
    label = label[holding.end() :] if holding else label
    return label[:1].upper() + label[1:]


def label_end(page: Page, m: Mention, end: int, sentence_end: int, lexicon: Lexicon) -> int:
    """Where the name as shown ends: one that is cut for its length, with its last whole part."""
    if end - m.begin < _LONGEST_LABEL - _BEFORE or end >= sentence_end or page.text[end] != " ":
        return end
    parts = [part.start() for part in _part(lexicon).finditer(page.folded, m.end + _SHORTEST, end)]
    whole = [at for at in parts if page.text.count("“", m.begin, at) == page.text.count("”", m.begin, at)]
    return whole[-1] if whole else end


def label_of_work(page: Page, m: Mention, since: int, lexicon: Lexicon) -> str | None:
    """The name of what happens to a work that stands before it (“cầu vượt được khánh thành” is “Khánh thành cầu vượt”); None for none.

    The work begins behind the last comma from `since` on.
    """
    comma = page.text.rfind(", ", since, m.begin)
    begin = since if comma < 0 else comma + 2
    work = _done(lexicon).sub("", page.text[begin : m.begin].strip(" ,-–"))
    verb = _passive(lexicon).sub("", page.folded[m.begin : m.end])
    opens = begin == since and work[1:2].islower()
    work = work[:1].lower() + work[1:] if opens else work
    return f"{verb[:1].upper()}{verb[1:]} {work}" if " " in work and len(work) <= _WORK else None


def name_end(page: Page, m: Mention, lexicon: Lexicon, sentence_end: int, *, anchored: bool = False) -> int:
    """The end of an event's name: the clause's end outside quotation marks, at most `_LONGEST_LABEL` characters.

    That of an `anchored` one (“Tại hội nghị …, đồng chí …”) is the comma before who speaks at it.
    """
    verb = bool(m.entry.key("verb"))
    if _has(lexicon).match(page.folded, m.end):
        return m.end
    limit = min(sentence_end, m.begin + _LONGEST_LABEL)
    stop = _predicate(page, m, limit, lexicon)
    limit = stop or limit
    depth, brackets, at = 0, 0, m.end
    while at < limit:
        ch = page.text[at]
        depth += (ch == "“") - (ch == "”")
        brackets += (ch == "(") - (ch == ")")
        if brackets < 0 or (ch == "." and page.text[at - 1] in '”")'):
            return at
        if ch == "." and page.at("unit", at + 2) and page.folded[page.text.rfind(" ", 0, at) + 1 : at + 1] in _abbreviations(lexicon):
            at += 1
            continue
        if depth <= 0 and (
            _end(lexicon).match(page.folded, at)
            or (anchored and _turns(page, at, lexicon))
            or (verb and _turn(lexicon).match(page.folded, at))
            or (ch == "," and _to_somebody(page, m.end, at, lexicon))
        ):
            return at
        day = _day(lexicon).match(page.folded, at) if ch == " " and page.text[at + 1].islower() else None
        if day and not (at == m.end and _about(lexicon).match(page.folded, day.end())):
            return at
        if ch == " " and page.text[at + 1 : at + 2].isupper() and _is_opened(page, m.begin, at, lexicon):
            return at
        at += 1
    if stop is None and limit < sentence_end:
        limit = page.text.rfind(" ", m.end, limit) if " " in page.text[m.end : limit] else limit
    if stop or limit < sentence_end:
        while joint := _joint(lexicon).search(page.folded, m.end, limit):
            limit = joint.start()
    return max(limit, m.end)


def _predicate(page: Page, m: Mention, limit: int, lexicon: Lexicon) -> int | None:
    """Where a clause goes on behind an event to what was or will be done: behind the event that it is said of (“Lễ hội X sẽ quy tụ …”), or
    where something was done at it, before who did it (“Tại cuộc họp X, các cổ đông đã …”). None where the words say more of the name.
    """
    for verb in _tense(lexicon).finditer(page.folded, m.end, limit):
        inside = page.text.count("“", m.begin, verb.start()) > page.text.count("”", m.begin, verb.start())
        if inside or page.text.count("(", m.begin, verb.start()) > page.text.count(")", m.begin, verb.start()):
            continue
        if _relative(lexicon).search(page.folded, m.end, verb.start() + 1):
            return None
        comma = page.text.rfind(", ", m.end, verb.start()) if _at(lexicon).search(page.folded, max(m.begin - _BEFORE, 0), m.begin) else -1
        return verb.start() if comma < 0 else comma
    return None


def _to_somebody(page: Page, begin: int, at: int, lexicon: Lexicon) -> bool:
    """Whether a comma leads on to somebody (“…, ông Lê Văn A”) who is not one of several that the event is named after."""
    address = _address(lexicon).match(page.folded, at)
    return bool(
        address and page.text[address.end() : address.end() + 1].isupper() and not _addressed(lexicon).search(page.folded, begin, at)
    )


def _is_opened(page: Page, begin: int, at: int, lexicon: Lexicon) -> bool:
    """Whether a capital opens a sentence though no full stop ends the one before."""
    if _opener(lexicon).match(page.folded, at + 1):
        return True
    return bool(_opens(lexicon).match(page.folded, at + 1)) and not _years(lexicon).search(page.folded, begin, at)


def _turns(page: Page, at: int, lexicon: Lexicon) -> bool:
    """Whether a comma leads from an event to who does something at it."""
    return page.text[at] == "," and (page.text[at + 2 : at + 3].isupper() or bool(_turn(lexicon).match(page.folded, at)))


@cache
def _part(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"[,;] | {lexicon.alternation('sign/and')} | \(")


@cache
def _holding(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"{lexicon.alternation('sign/hold')} ")


@cache
def _turn(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf", {lexicon.alternation('sign/turn')}\b")


@cache
def _day(lexicon: Lexicon) -> re.Pattern[str]:
    """A day that is said behind an event and is no part of its name (“cuộc họp thường kỳ sáng 14-7”); names have “Ngày 27/7”."""
    parts = lexicon.alternation("date/morning", "date/noon", "date/afternoon", "date/evening", "date/night")
    relative = lexicon.alternation("date/today", "date/yesterday", "date/tomorrow")
    on, day = lexicon.alternation("date/on", "date/within"), lexicon.alternation("date/day")
    return re.compile(rf"(?: {on})? (?:{parts} (?:{relative}\b|{day} \d|\d)|{day} \d)")


@cache
def _about(lexicon: Lexicon) -> re.Pattern[str]:
    """What an event is about, behind its day (“cuộc họp ngày 14/5 về đền bù giải tỏa”)."""
    return re.compile(rf"[\d./-]{{0,10}} {lexicon.alternation('sign/about')} ")


@cache
def _has(lexicon: Lexicon) -> re.Pattern[str]:
    """Who is at it, behind the bare kind (“Dự hội nghị có …”)."""
    return re.compile(rf" {lexicon.alternation('sign/list')}\b")


@cache
def _years(lexicon: Lexicon) -> re.Pattern[str]:
    """A count of years before the day that is kept (“70 năm Ngày 27/7”)."""
    return re.compile(rf"\d {lexicon.alternation('date/year')}$")


@cache
def _opens(lexicon: Lexicon) -> re.Pattern[str]:
    """What opens the next sentence where a full stop was lost: a part of the day or a day before its number."""
    words = lexicon.alternation("date/day", "date/morning", "date/noon", "date/afternoon", "date/evening", "date/night")
    return re.compile(rf"{words} (?:{lexicon.alternation('date/day')} )?\d")


@cache
def _joint(lexicon: Lexicon) -> re.Pattern[str]:
    """A word at the end of a shortened name that only leads to what was cut off."""
    return re.compile(rf",? {lexicon.alternation('sign/and', 'sign/of', 'sign/about')}$")


@cache
def _end(lexicon: Lexicon) -> re.Pattern[str]:
    finite, before = lexicon.alternation("cue/happen", "cue/held"), lexicon.alternation("cue/plan", "sign/past")
    day = lexicon.alternation("date/day", "date/morning", "date/noon", "date/afternoon", "date/evening", "date/night")
    who = lexicon.alternation("person/address", "sign/plural")
    return re.compile(
        rf"[;\n]| \*|, {day} (?:{day} )?\d| {lexicon.alternation('sign/list')}:? {who}\b|[.…](?:\s|$)"
        rf"| {lexicon.alternation('sign/label-end')}\b| (?:{before} )?{finite}\b"
    )


@cache
def _tense(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf" {lexicon.alternation('sign/tense')} ")


@cache
def _relative(lexicon: Lexicon) -> re.Pattern[str]:
    """What leads into a clause that belongs to the name (“các Luật đã được thông qua”)."""
    return re.compile(rf" {lexicon.alternation('sign/relative')} ")


@cache
def _at(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"(?:^|\W){lexicon.alternation('sign/at-what')} $")


@cache
def _opener(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"{lexicon.alternation('sign/sentence-opener')} ")


@cache
def _address(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf", {lexicon.alternation('person/address')} ")


@cache
def _addressed(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf" {lexicon.alternation('person/address')} ")


@cache
def _done(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"(?:(?:^| ){lexicon.alternation('sign/past', 'sign/manner', 'cue/plan')})+$", re.IGNORECASE)


@cache
def _passive(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"^(?:(?:{lexicon.alternation('sign/past', 'sign/manner', 'cue/passive')}) )+")


@cache
def _abbreviations(lexicon: Lexicon) -> frozenset[str]:
    """Abbreviations with the full stop that ends none of their sentences (“Tp. Tuy Hòa”)."""
    return frozenset(f"{form.rstrip('.')}." for e in lexicon.by_kind.get("abbreviation", ()) for form in e.forms)
