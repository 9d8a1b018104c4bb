"""Whose life a sentence tells: the one person whom it names as its subject, or whom a pronoun can only mean."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from operator import attrgetter

from kgraph.lexicon import Lexicon
from kgraph.rules.names import NameMention
from kgraph.scan import Page, Span
from kgraph.text import UPPER, fold

_PATIENCE = 3
"""So many sentences that tell of no time and name nobody can stand between two of one life."""
_OPENING, _FUNERAL, _LONGEST_SYLLABLE = 140, 20, 7


@dataclass(frozen=True, slots=True)
class Telling:
    """A sentence of somebody's life: its span, the number of the name that says whose, and whether the name stands in it."""

    begin: int
    end: int
    person: int
    named: bool


def find_lives(page: Page, names: Sequence[NameMention], heads: Mapping[int, int], lexicon: Lexicon) -> Iterator[Telling]:
    """The sentences that can tell of somebody's posts, in text order. `heads`: where the titles before a name begin, by its number.

    A sentence with a second person is nobody's, and so is what follows it until one is named as a subject again.
    """
    words = _words(lexicon)
    surnames = lexicon.forms("person/surname")
    sexes = _sexes(names, words)
    person: int | None = None
    patience = 0
    for begin, end in page.sentences:
        inside = range(bisect_left(names, begin, key=attrgetter("begin")), bisect_left(names, end, key=attrgetter("begin")))
        if inside:
            people = {fold(names[n].name) for n in inside}
            first = inside[0]
            same = person is not None and fold(names[person].name) == fold(names[first].name)
            subject = _is_subject(page, begin, names[first], heads.get(first), words)
            alone = len(people) == 1
            if not alone and subject and words.born.match(page.folded, names[first].end):
                person, patience = first, _PATIENCE
                continue
            person, patience = first if alone and (subject or same) else None, _PATIENCE
        elif person is not None:
            person, patience = _still(page, (begin, end), person, patience, sexes.get(fold(names[person].name), ""), words)
        line = person is None and not inside and page.folded.find(":", begin, end) > 0 and words.line.search(page.folded, begin, end)
        whose = _hero(page, names, words) if line else person
        if whose is not None and not _is_foreign(names[whose], surnames):
            yield Telling(begin, end, whose, bool(inside))


def _still(page: Page, sentence: Span, person: int, patience: int, sex: str, words: _Words) -> tuple[int | None, int]:
    """Whether a sentence that names nobody still tells of a person, and how much longer that may go on without a sign of it."""
    begin, end = sentence
    pronouns = {m[1] for m in words.pronoun.finditer(page.folded, begin, end)}
    if words.unread.search(page.text, begin, end) or (sex and any(p in words.sexed and p != sex for p in pronouns)):
        return None, 0
    if pronouns or words.time.match(page.folded, begin):
        return person, _PATIENCE
    return (person, patience - 1) if patience > 1 and not page.between("role", begin, begin + 1) else (None, 0)


def _is_foreign(name: NameMention, surnames: frozenset[str]) -> bool:
    """Whether a name has a syllable that is longer than any of Vietnamese, or bears no marks and begins with no surname."""
    words = name.name.split()
    return any(len(word) > _LONGEST_SYLLABLE for word in words) or (name.name.isascii() and fold(words[0]) not in surnames)


def _is_subject(page: Page, begin: int, name: NameMention, head: int | None, words: _Words) -> bool:
    """Whether a name, or the title before it, opens its sentence, behind a time or a heading at most."""
    lead = min(name.lead, head if head is not None and head >= begin else name.lead)
    return lead - begin <= _OPENING and bool(words.opening.fullmatch(page.folded, begin, lead))


def the_dead(page: Page, names: Sequence[NameMention], lexicon: Lexicon) -> frozenset[str]:
    """The folded names of those who are said to have died, or whose funeral is spoken of."""
    words = _words(lexicon)
    return frozenset(
        fold(n.name)
        for n in names
        if words.died.match(page.folded, n.end) or words.funeral.search(page.folded, max(n.lead - _FUNERAL, 0), n.lead)
    )


def _people(names: Sequence[NameMention], begin: int, end: int) -> set[str]:
    """The folded name of the one person who is named in a span, or nothing."""
    inside = names[bisect_left(names, begin, key=attrgetter("begin")) : bisect_left(names, end, key=attrgetter("begin"))]
    people = {fold(n.name) for n in inside}
    return people if len(people) == 1 else set()


def _hero(page: Page, names: Sequence[NameMention], words: _Words) -> int | None:
    """The first name of the one person whose life the title announces, or of the only one of whom the article speaks."""
    people = {fold(n.name) for n in names}
    if len(people) > 1:
        begin, end = page.sentences[0]
        people = _people(names, begin, end) if words.life.search(page.folded, begin, end) else set()
    elif {m.end() - 1 for m in words.unread.finditer(page.text)} - {n.begin for n in names}:
        return None
    return next((n for n, name in enumerate(names) if {fold(name.name)} == people), None)


def _sexes(names: Sequence[NameMention], words: _Words) -> dict[str, str]:
    """The pronoun for each folded name that only one of them is used with."""
    found: dict[str, set[str]] = {}
    for name in names:
        found.setdefault(fold(name.name), set()).update(w for w in name.address.split() if w in words.sexed)
    return {name: next(iter(forms)) for name, forms in found.items() if len(forms) == 1}


@dataclass(frozen=True, slots=True)
class _Words:
    pronoun: re.Pattern[str]
    unread: re.Pattern[str]
    time: re.Pattern[str]
    opening: re.Pattern[str]
    died: re.Pattern[str]
    funeral: re.Pattern[str]
    life: re.Pattern[str]
    line: re.Pattern[str]
    born: re.Pattern[str]
    sexed: frozenset[str]


@cache
def _words(lexicon: Lexicon) -> _Words:
    any_of = lexicon.alternation
    time = any_of(
        "sign/since-when", "sign/at-time", "sign/part-of-year", "date/month", "date/year", "date/day", "sign/earlier", "cue/before-that"
    )
    behind_time = r"[^.:;]{0,120}(?:,|(?:19|20)\d\d) "
    heading = rf"[^.:;]{{0,60}}\b{any_of('cue/life')}:?(?: {any_of('sign/of')})?"
    return _Words(
        pronoun=re.compile(rf"(?<!\w)({any_of('sign/pronoun')})(?= [^\W\d]|,)"),
        unread=re.compile(rf"(?i:(?<!\w){any_of('person/address')}) [{UPPER}]"),
        time=re.compile(rf"[-+*•\s]*{time}\b"),
        opening=re.compile(rf"[-+*•“\"\s]*(?:{behind_time}|{heading} ?)?(?:{any_of('person/address')} )?"),
        died=re.compile(rf"(?: [^\W\d_]+){{0,3}} {any_of('cue/passed-away')}\b"),
        funeral=re.compile(rf"\b{any_of('cue/funeral')} $"),
        life=re.compile(rf"\b{any_of('cue/life')}\b"),
        line=re.compile(rf"(?:(?:19|20)\d\d|{any_of('sign/until-when')} {any_of('sign/these-days')}) ?:"),
        born=re.compile(rf",? ?\(?{any_of('sign/born')}\b"),
        sexed=frozenset(form for form in lexicon.forms("sign/pronoun") if " " not in form and "/" not in form),
    )
