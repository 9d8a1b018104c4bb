"""The name of an event: from its kind to where the sentence goes on to something else."""

from __future__ import annotations

import re
from functools import cache

from kgraph.lexicon import Lexicon
from kgraph.scan import Mention, Page
from kgraph.text import fold

_LONGEST_LABEL = 160
_OPEN = re.compile(r" ?\([^()]*$")


def label_of(page: Page, begin: int, end: int, lexicon: Lexicon) -> str:
    """The words of a span as a name: without words of the past and of holding before them or a bracket left open, with a capital."""
    label = _OPEN.sub("", page.text[begin:end]).strip(" ,-–.")
    for past in sorted(lexicon.forms("sign/past"), key=len, reverse=True):
        if fold(label).startswith(f"{past} "):
            label = label[len(past) + 1 :]
    holding = _holding(lexicon).match(fold(label))
    label = label[holding.end() :] if holding else label
    return label[:1].upper() + label[1:]


def name_end(page: Page, m: Mention, lexicon: Lexicon, sentence_end: int, *, anchored: bool = False) -> int:
    """The end of an event's name: the clause's end outside quotation marks, at most `_LONGEST_LABEL` characters.

    That of an `anchored` one (“Tại hội nghị …, đồng chí …”) is the comma before who speaks at it.
    """
    verb = bool(m.entry.key("verb"))
    if _has(lexicon).match(page.folded, m.end):
        return m.end
    limit = min(sentence_end, m.begin + _LONGEST_LABEL)
    depth, brackets, at = 0, 0, m.end
    while at < limit:
        ch = page.text[at]
        depth += (ch == "“") - (ch == "”")
        brackets += (ch == "(") - (ch == ")")
        if brackets < 0 or (ch == "." and page.text[at - 1] in '”")'):
            return at
        if depth <= 0 and (
            _end(lexicon).match(page.folded, at)
            or (anchored and _turns(page, at, lexicon))
            or (verb and _turn(lexicon).match(page.folded, at))
        ):
            return at
        day = _day(lexicon).match(page.folded, at) if ch == " " and page.text[at + 1].islower() else None
        if day and not (at == m.end and _about(lexicon).match(page.folded, day.end())):
            return at
        if (
            ch == " "
            and page.text[at + 1 : at + 2].isupper()
            and _opens(lexicon).match(page.folded, at + 1)
            and not _years(lexicon).search(page.folded, m.begin, at)
        ):
            return at
        at += 1
    if limit < sentence_end:
        limit = page.text.rfind(" ", m.end, limit) if " " in page.text[m.end : limit] else limit
        while joint := _joint(lexicon).search(page.folded, m.end, limit):
            limit = joint.start()
    return max(limit, m.end)


def _turns(page: Page, at: int, lexicon: Lexicon) -> bool:
    """Whether a comma leads from an event to who does something at it."""
    return page.text[at] == "," and (page.text[at + 2 : at + 3].isupper() or bool(_turn(lexicon).match(page.folded, at)))


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
