"""Capitalised names near a title or a form of address that no official was made of: candidates for a missed person."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kgraph.audit.gaps import Covered, Gap, Kind, Known
from kgraph.extract import Trace
from kgraph.lexicon import Lexicon
from kgraph.rules.privates import is_private
from kgraph.rules.spans import nearest_before
from kgraph.scan import Page, Span
from kgraph.text import UPPER, ascii_label, fold

_RUN = re.compile(rf"[{UPPER}][^\W\d_]*(?:['’][^\W\d_]+)?(?: [{UPPER}][^\W\d_]*(?:['’][^\W\d_]+)?)+")
_WORD = re.compile(r"\S+")
_APPOSITION = re.compile(r",? ?[(–-] ?| ?, ")
_SYLLABLE = re.compile(r"(?:ngh?|nh|gh|gi|[ckpt]h|tr|qu|[bcdghklmnprstvx])?[aeiouy]{1,3}(?:ch|n[gh]|[cmnpt])?")
_PARTICULARS = re.compile(r"\bN\b|\[(?:date|place|name)\]")
"""What stands behind the name of whoever has no post: age, year of birth, residence, or the next name of a list."""
_FEWEST, _MOST = 2, 5
_BEFORE, _AFTER, _ADDRESS, _WORDS = 60, 40, 12, 3
_LONG, _HEAD = 5, 2
_OTHER = ("organization", "role", "field", "unit", "level", "directive", "event", "campaign", "work", "date", "person")


def missed_names(trace: Trace) -> Iterator[Gap]:
    """Every name near a title or a form of address of its sentence that no post was read for.

    `no-post`: the name was read, its post was not; `no-name`: capitalised words of 2 to 5 syllables, not read as a name. Who bears a post
    elsewhere in the article, children, patients and historical persons are left out. A name that only a form of address shows counts if
    it is explained behind a comma, a dash or a bracket: that is where an unknown post stands.
    """
    page, reading = trace.reading.page, trace.reading
    known, settled = Known(trace), Covered((a.begin, a.end) for a in reading.appearances if a.positions)
    public = {a.person for a in reading.appearances if a.positions}
    spared = public | set(_protected(trace))
    for name in (a.name for a in reading.appearances if not a.positions and a.person not in spared):
        if name.addressed or not is_private(trace.privates, name.begin, name.end):
            yield from _gap("no-post", trace, name.begin, name.end, known, settled)
    for begin, end in _runs(page, _taken(trace), reading.lexicon):
        if not is_private(trace.privates, begin, end) and page.folded[begin:end] not in public:
            yield from _gap("no-name", trace, begin, end, known, settled)


def _protected(trace: Trace) -> Iterator[str]:
    """Folded names of children, patients and others who stand in no office by what they are called."""
    words = _subject(trace.reading.lexicon)
    yield from (fold(p.name) for p in trace.privates if words.match(fold(p.words)))


def _gap(kind: Kind, trace: Trace, begin: int, end: int, known: Known, settled: Covered) -> Iterator[Gap]:
    titled = _title_pattern(trace, begin, end, known, settled)
    pattern = titled or _address_pattern(trace, begin, end, known)
    if pattern:
        shown = pattern.replace("NAME", _named(trace, begin, end)) if kind == "no-name" else pattern
        yield Gap(kind, shown, begin, end, bearer=trace.reading.page.text[begin:end] if titled else None)


def _taken(trace: Trace) -> Covered:
    """What is no part of an unread name, names that were read among it."""
    page, reading = trace.reading.page, trace.reading
    spans: list[Span] = [(m.begin, m.end) for kind in _OTHER for m in page.of(kind)]
    spans += [(a.name.begin, a.name.end) for a in reading.appearances]
    spans += [(b.begin, b.end) for b in reading.bodies]
    spans += [(p.begin, p.end) for p, _ in reading.places]
    spans += [(c.begin, c.end) for c, _ in reading.citations]
    spans += [(d.begin, d.end) for d, _ in reading.drives]
    spans += [m.span() for m in _no_person(reading.lexicon).finditer(page.folded)]
    return Covered(spans)


def _runs(page: Page, taken: Covered, lexicon: Lexicon) -> Iterator[Span]:
    """Runs of capitalised words that are nothing else; lines in capitals have none."""
    for begin, end in page.sentences:
        if page.text[begin:end].isupper():
            continue
        for run in _RUN.finditer(page.text, begin, end):
            piece: list[Span] = []
            for word in _WORD.finditer(page.text, run.start(), run.end()):
                if not taken.touches(*word.span()):
                    piece.append(word.span())
                    continue
                yield from _sized(page, piece, lexicon)
                piece = []
            yield from _sized(page, piece, lexicon)


def _sized(page: Page, piece: list[Span], lexicon: Lexicon) -> Iterator[Span]:
    """The run, if it has as many syllables as a name and no abbreviation among them; all in capitals it must begin with a surname."""
    if _FEWEST <= len(piece) <= _MOST:
        words = [page.text[b:e] for b, e in piece]
        shouted = all(word.isupper() for word in words) and fold(words[0]) in lexicon.forms("person/surname")
        if shouted or all(word[1:].islower() for word in words):
            yield piece[0][0], piece[-1][1]


def _named(trace: Trace, begin: int, end: int) -> str:
    """How an unread name stands in a pattern: one with a known surname, one by its first syllable, or one of no Vietnamese syllables."""
    words = trace.reading.page.text[begin:end].split(" ")
    if fold(words[0]) in trace.reading.lexicon.forms("person/surname"):
        return "NAME"
    return f"{words[0]} …" if all(map(is_syllable, words)) else "FOREIGN"


def is_syllable(word: str) -> bool:
    """Whether a word is spelled as one Vietnamese syllable.

    >>> is_syllable("Nguyễn"), is_syllable("Sèn"), is_syllable("Angela"), is_syllable("Mark")
    (True, True, False, False)
    """
    return bool(_SYLLABLE.fullmatch(ascii_label(word)))


def _title_pattern(trace: Trace, begin: int, end: int, known: Known, settled: Covered) -> str | None:
    """The words between the nearest title that nobody else bears and a name; None where none is near."""
    page = trace.reading.page
    first, last = page.sentences[page.sentence_at(begin)]
    near = page.between("role", max(first, begin - _BEFORE), min(last, end + _AFTER + 1))
    roles = [m for m in near if not m.entry.key("hidden") and not settled.touches(m.begin, m.end)]
    before = nearest_before(roles, begin, max(first, begin - _BEFORE))
    after = next((m for m in roles if end <= m.begin <= end + _AFTER), None)
    if before and (not after or begin - before.end <= after.begin - end):
        return f"[role]{_short(known.pattern(page, before.end, begin))}NAME"
    return f"NAME{_short(known.pattern(page, end, after.begin))}[role]" if after else None


def _short(words: str) -> str:
    """The first words of many: what follows a title begins with what it is a title of.

    >>> _short(" công ty cổ phần xây dựng "), _short(" chi đoàn ")
    (' công ty … ', ' chi đoàn ')
    """
    return words if words.count(" ") < _LONG else f" {' '.join(words.split()[:_HEAD])} … "


def _address_pattern(trace: Trace, begin: int, end: int, known: Known) -> str | None:
    """The first words behind a name with a form of address that explain who it is, which no verb does; of a citizen none that name
    anything or anybody."""
    page = trace.reading.page
    first, last = page.sentences[page.sentence_at(begin)]
    address = nearest_before(page.of("person"), begin + 1, max(first, begin - _ADDRESS))
    joint = _APPOSITION.match(page.text, end, last)
    if address is None or joint is None or not page.text[joint.end() : joint.end() + 1].isalpha() or page.at("cue", joint.end()):
        return None
    stop = _stop(page.text, joint.end(), last)
    behind = known.pattern(page, end, stop)
    told = is_private(trace.privates, begin, end) and (not page.text[joint.end() : stop].islower() or page.between("person", end, stop))
    return None if told or _PARTICULARS.search(behind) else f"[address] NAME{behind}"


def _stop(text: str, begin: int, last: int) -> int:
    """Where the first words from an offset end."""
    for _ in range(_WORDS):
        begin = text.find(" ", begin + 1, last)
        if begin < 0:
            return last
    return begin


@cache
def _subject(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"{lexicon.alternation('person/child', 'person/subject')}\b")


@cache
def _no_person(lexicon: Lexicon) -> re.Pattern[str]:
    """Names of countries and of historical persons, and words that stand in no name."""
    return re.compile(rf"\b{lexicon.alternation('sign/country', 'person/historical', 'stop/name-stop')}\b")
