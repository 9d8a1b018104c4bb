"""Posts that stand for a person: a title without a name (“Bí thư Huyện ủy nhấn mạnh”) that only one person of the article holds."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from operator import attrgetter

from kgraph.lexicon import Lexicon
from kgraph.rules.names import NameMention
from kgraph.rules.officials import Appearance
from kgraph.rules.organizations import Naming
from kgraph.rules.titles import Title, positions_of
from kgraph.scan import Page
from kgraph.text import UPPER

_NAME = re.compile(rf" [{UPPER}][^\W\d_]")

Holders = dict[tuple[str, str | None], set[str]]
"""Folded names by role and body, and by role alone (None)."""


def find_references(
    page: Page, appearances: Sequence[Appearance], lists: Sequence[tuple[Title, ...]], naming: Naming
) -> tuple[Appearance, ...]:
    """Every title without a name whose posts only one person of the article holds, as that person, in text order."""
    holders = _holders(appearances)
    named = {a.person: a for a in reversed(appearances)}
    in_order = sorted(appearances, key=attrgetter("begin"))
    found: list[Appearance] = []
    for titles in lists:
        begin, end = titles[0].begin, titles[-1].end
        if any(t.plural or t.former for t in titles) or _is_owned(in_order, begin, end) or _is_another(page, begin, end, naming.lexicon):
            continue
        fits = [holders.get((p.role.concept, p.organization.key if p.organization else None), set()) for p in positions_of(titles, naming)]
        persons = set.intersection(*fits)
        if len(persons) == 1:
            person = named[persons.pop()]
            name = NameMention(begin, end, person.name.name, addressed=True, lead=begin)
            found.append(Appearance(begin, end, name, (), "officials.reference", person.namesake))
    return tuple(found)


def _holders(appearances: Sequence[Appearance]) -> Holders:
    found: Holders = {}
    for appearance in appearances:
        for position, status in appearance.positions:
            if status != "former":
                found.setdefault((position.role.concept, None), set()).add(appearance.person)
            if status != "former" and position.organization:
                found.setdefault((position.role.concept, position.organization.key), set()).add(appearance.person)
    return found


def _is_owned(in_order: Sequence[Appearance], begin: int, end: int) -> bool:
    """Whether a title belongs to a name that stands beside it."""
    last = bisect_right(in_order, begin, key=attrgetter("begin"))
    return any(a.begin < end and begin < a.end for a in in_order[max(last - 2, 0) : last + 1])


def _is_another(page: Page, begin: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a title is followed by a name that nobody read, or stands where it is another one's object (“báo cáo Bí thư Huyện ủy”)."""
    return bool(_NAME.match(page.text, end) or _oblique(lexicon).search(page.folded, max(begin - 40, 0), begin))


@cache
def _oblique(lexicon: Lexicon) -> re.Pattern[str]:
    words = lexicon.alternation("cue/oblique", "cue/on-behalf", "sign/and", "cue/appoint", "cue/give-post", "cue/take-office", "cue/former")
    return re.compile(rf"\b{words}(?: {lexicon.alternation('person/address', 'sign/post')})* $")
