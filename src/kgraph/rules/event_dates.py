"""The day of an event: which of the dates near it is its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from kgraph.lexicon import Lexicon
from kgraph.rules.dates import DateMention
from kgraph.rules.spans import within
from kgraph.scan import Mention, Page

_GAP, _BEFORE, _BRACKET, _EARLY_WORDS, _AT_ONCE = 40, 100, 12, 10, 8
_NUMBER = re.compile(r"\d[\w-]* ?/ ?[^\W\d_][\w&-]*,? ?\(?$")


@dataclass(frozen=True, slots=True)
class _Words:
    anchor: re.Pattern[str]
    tells: re.Pattern[str]
    issued: re.Pattern[str]
    past: re.Pattern[str]
    deadline: re.Pattern[str]
    life: re.Pattern[str]
    since: re.Pattern[str]


@cache
def _words(lexicon: Lexicon) -> _Words:
    any_of, word_of = lexicon.alternation, lexicon.words
    return _Words(
        anchor=re.compile(rf"(?:^|[ “\"])({any_of('cue/at-event')}) $"),
        tells=re.compile(rf"[ ,]{any_of('sign/tells')}\b"),
        issued=re.compile(rf" {any_of('sign/of')} "),
        past=re.compile(rf"{word_of('date/anniversary')}(?:[^,.;\n]{{0,25}}|[^,.;(\n]{{0,60}}\([^()\n]{{0,30}})$"),
        deadline=re.compile(rf"{word_of('cue/deadline')} $"),
        life=re.compile(rf"{word_of('date/life')} $"),
        since=re.compile(rf"{word_of('date/since')} $"),
    )


def date_of(page: Page, m: Mention, dates: Sequence[DateMention], lexicon: Lexicon) -> DateMention | None:
    """The day before an event in its sentence, else the first behind it, else that of the sentence before in the same paragraph.

    Anniversaries, deadlines and the dates of documents are none.
    """
    number = page.sentence_at(m.begin)
    begin, end = page.sentences[number]
    words = _words(lexicon)
    inside = [d for d in within(dates, begin, end) if not _is_other(page, d, words)]
    days = [d for d in inside if d.is_day or d.today]
    ahead = [d for d in days if d.end <= m.begin and not _is_of_document(page, d, begin)]
    if ahead and not words.anchor.search(page.folded, max(begin, m.begin - _GAP), m.begin):
        ahead = [d for d in ahead if not words.tells.search(page.folded, d.end + 1, m.begin)]
    before = [d for d in ahead if not (_is_bracketed(page, d) or words.since.search(page.folded, begin, d.begin))] or ahead
    behind = [d for d in days if d.begin >= m.end and not _is_of_number(page, m.end, d, lexicon) and not _ran_on(page, m.end, d, lexicon)]
    inside = [d for d in inside if d.begin < m.end or not _ran_on(page, m.end, d, lexicon)]
    months = [d for d in inside if (d.month and not d.is_day) or (d.quarter and d.begin - begin < _EARLY_WORDS)]
    near = [d for d in behind[:1] if d.begin - m.end <= _AT_ONCE]
    if before or behind or months:
        return next(iter([*near, *before[-1:], *behind[:1], *months[:1]]))
    if number == 0 or "\n" in page.text[page.sentences[number - 1][1] : begin]:
        return None
    earlier_begin, earlier_end = page.sentences[number - 1]
    earlier = [d for d in within(dates, earlier_begin, earlier_end) if d.is_day and not _is_other(page, d, words)]
    return earlier[-1] if len(earlier) == 1 else None


def _is_bracketed(page: Page, date: DateMention) -> bool:
    before = page.text[max(date.begin - _BRACKET, 0) : date.begin]
    return before.rfind("(") > before.rfind(")") and "(" not in page.text[date.begin : date.end]


def _is_other(page: Page, date: DateMention, words: _Words) -> bool:
    """Whether a date belongs to a document's number, an anniversary, a deadline or a life."""
    if page.text[date.begin].isupper():
        return False
    begin = page.sentences[page.sentence_at(date.begin)][0]
    before = page.folded[max(date.begin - _BEFORE, begin) : date.begin]
    if words.issued.match(page.folded, date.end) and page.between("directive", begin, date.begin):
        return True
    of_number = date.part is None and _NUMBER.search(before)
    return bool(of_number or words.past.search(before) or words.deadline.search(before) or words.life.search(before))


def _is_of_number(page: Page, begin: int, date: DateMention, lexicon: Lexicon) -> bool:
    """Whether a day behind an event stands in the clause of a document with a number (“tại Quyết định số 12 về … ngày 15-5-2016”)."""
    if any(c.entry.concept == "organize" for c in page.between("cue", begin, date.begin)):
        return False
    return any(_numbered(lexicon).fullmatch(page.folded, d.end, date.begin) for d in page.between("directive", begin, date.begin))


def _ran_on(page: Page, begin: int, date: DateMention, lexicon: Lexicon) -> bool:
    """Whether a sentence that ran into this one opens between an event and a date (“tại cuộc họp báo Theo đó, tháng 10/2016 …”)."""
    return any(page.text[m.start(1)].isupper() for m in _opener(lexicon).finditer(page.folded, begin - 1, date.begin))


@cache
def _opener(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"[^.,;:] ({lexicon.alternation('sign/opener')})\b")


@cache
def _numbered(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf" {lexicon.alternation('sign/number')} ?\d[^,;()]*")


def _is_of_document(page: Page, date: DateMention, begin: int) -> bool:
    """Whether a date stands in the clause of a document behind its name (“Chỉ thị số 05 của Bộ Chính trị ngày 15-5-2016”)."""
    document = next((d for d in reversed(page.between("directive", begin, date.begin)) if d.end <= date.begin), None)
    return document is not None and not re.search(r"[,;(]", page.text[document.end : date.begin])
