"""People of one name in one article: they are told apart where nobody can be both."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from kgraph.lexicon import Lexicon
from kgraph.rules.officials import Appearance
from kgraph.rules.posts import are_distinct, at_odds, post_of
from kgraph.scan import Page

_GENERATION = 25


def part_namesakes(page: Page, appearances: Sequence[Appearance], lexicon: Lexicon, *, year: int | None) -> tuple[Appearance, ...]:
    """The appearances, each with the number of its namesake: 0 for all, unless two of one name hold posts that nobody holds at once.

    Who has died, or held a post a generation before the `year` of the article, is not the one who holds a post now; what was held then
    is a former post. An appearance without a post is that of the namesake who was named last.
    """
    ended = [_has_ended(page, a, lexicon, year) for a in appearances]
    rows = [_former(a) if over else a for a, over in zip(appearances, ended, strict=True)]
    by_name: dict[str, list[int]] = {}
    for number, appearance in enumerate(rows):
        by_name.setdefault(appearance.person, []).append(number)
    for numbers in by_name.values():
        if sum(bool(rows[n].positions) for n in numbers) > 1:
            sentences = [page.sentence_at(rows[n].begin) for n in numbers]
            parted = _parted([rows[n] for n in numbers], [ended[n] for n in numbers], sentences, lexicon)
            for number, namesake in zip(numbers, parted, strict=True):
                rows[number] = replace(rows[number], namesake=namesake) if namesake else rows[number]
    return tuple(rows)


def _parted(rows: Sequence[Appearance], ended: Sequence[bool], sentences: Sequence[int], lexicon: Lexicon) -> list[int]:
    """Which namesake each appearance of one name is."""
    people: list[list[int]] = []
    found: list[int] = []
    for number, appearance in enumerate(rows):
        if not appearance.positions:
            found.append(found[-1] if found else 0)
            continue
        fits = [
            k
            for k, known in enumerate(people)
            if not any(
                _is_of_another_time(rows[n], appearance, ended[n], ended[number])
                or _are_two(rows[n], appearance, lexicon, together=sentences[n] == sentences[number])
                for n in known
            )
        ]
        if not fits:
            people.append([])
        mine = max(fits, key=lambda k: (_shares(rows, people[k], appearance), -k)) if fits else len(people) - 1
        people[mine].append(number)
        found.append(mine)
    return found


def _is_of_another_time(one: Appearance, other: Appearance, one_ended: bool, other_ended: bool) -> bool:
    return one_ended != other_ended and any(status == "held" for _, status in (other if one_ended else one).positions)


def _are_two(one: Appearance, other: Appearance, lexicon: Lexicon, *, together: bool) -> bool:
    """Whether two full names bear posts that nobody holds at once.

    A story may tell of one post after the other, and then only districts that are both named tell people apart; in one sentence
    (`together`) any such two posts do.
    """
    for p, status in one.positions:
        for q, other_status in other.positions:
            if status == other_status == "held" and (p.sure or q.sure):
                a, b = (post_of(x.role.concept, x.organization, status, lexicon) for x in (p, q))
                service = together and (a.apart or b.apart)
                places = p.sure and q.sure and (together or bool(a.place and a.place.level == "district"))
                if at_odds(a, b) and (service or (places and are_distinct(a.place, b.place))):
                    return True
    return False


def _shares(rows: Sequence[Appearance], known: Sequence[int], appearance: Appearance) -> bool:
    """Whether an appearance shows a post that is known of someone."""
    posts = {(p.role.concept, p.organization.key if p.organization else "") for n in known for p, _ in rows[n].positions}
    return any((p.role.concept, p.organization.key if p.organization else "") in posts for p, _ in appearance.positions)


def _former(appearance: Appearance) -> Appearance:
    return replace(appearance, positions=tuple((p, "former") for p, _ in appearance.positions))


def _has_ended(page: Page, appearance: Appearance, lexicon: Lexicon, year: int | None) -> bool:
    """Whether the words around a title say that it was held by someone who has died, or a generation ago."""
    if not appearance.positions:
        return False
    begin, end = min(p.begin for p, _ in appearance.positions), max(p.end for p, _ in appearance.positions)
    if _late(lexicon).match(page.folded, begin) or _late(lexicon).match(
        page.folded, page.folded.rfind(" ", 0, max(begin - 1, 0)) + 1, begin
    ):
        return True
    period = _period(lexicon).match(page.folded, max(end, appearance.end)) or _period(lexicon).match(page.folded, end)
    return bool(period and year and int(period["last"]) + _GENERATION < year)


@cache
def _late(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"{lexicon.alternation('sign/late')} ")


@cache
def _period(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"[ ,(]{{0,2}}{lexicon.alternation('sign/in-the-years')} (?:19|20)\d\d ?[-–] ?(?P<last>(?:19|20)\d\d)")
