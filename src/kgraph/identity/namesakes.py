"""Who of one name is who: people are one where posts, bodies, places and days bind them, and nothing speaks against it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations, pairwise

from kgraph.gazetteer import Gazetteer
from kgraph.identity.careers import GENERATION, Person, against, for_them
from kgraph.identity.days import YEAR, gap, joined, span_of
from kgraph.identity.decision import Decision, Maybe, Named
from kgraph.identity.holdings import same_holdings
from kgraph.identity.people import PersonCard

_SURE = ("people.same-post", "people.same-body")
_MAYBE = 0.5
_MOST = 3
_NEAR = 2 * YEAR


def decide_people(cards: Sequence[PersonCard], gazetteer: Gazetteer) -> Decision:
    """The people of one name: groups of cards that are one person's, and who may be whom.

    First whoever is shown in one post, or in one body, is one person; then posts in one place and after a reform bind, where they
    lead to one person only. Who could be either of two that are not one stays apart, and may be each of them. A card without a post
    is bound to nobody. The holdings of one person in one post are one for each stretch of time, by status.
    """
    people = _by_post(sorted(cards, key=lambda card: (card.key, card.article)))
    people, _ = _bound(people, _SURE, gazetteer)
    people, maybes = _bound(people, None, gazetteer)
    shared = _shared_keys(people)
    same = tuple(tuple(sorted(Named(c.article, c.key) for c in p.cards)) for p in people if len(p.cards) > 1 or p.cards[0].key in shared)
    holdings = tuple(same_holdings(person.cards for person in people))
    return Decision(same=tuple(sorted((*same, *holdings))), maybe=tuple(sorted({*maybes, *_without_posts(people)})))


def _by_post(cards: Sequence[PersonCard]) -> list[Person]:
    """The cards, those together that show one post within a generation."""
    people = _People([Person.of([card]) for card in cards])
    by_post: dict[tuple[str, str], list[int]] = {}
    for number, card in enumerate(cards):
        for post in card.posts:
            if not post.open and (post.body or post.single):
                by_post.setdefault((post.role, post.body), []).append(number)
    for numbers in by_post.values():
        for one, other in _stretches(numbers, cards):
            people.unite(one, other)
    return people.all()


def _stretches(numbers: Sequence[int], cards: Sequence[PersonCard]) -> Iterator[tuple[int, int]]:
    """Pairs of cards of one post that follow one another; those of unknown day only where all that are dated are one stretch."""
    spans = {n: span_of(cards[n].day) for n in numbers}
    dated = sorted((span, n) for n, span in spans.items() if span)
    pairs = [(a, b) for (when, a), (then, b) in pairwise(dated) if gap(when, then) <= GENERATION]
    undated = [n for n, span in spans.items() if span is None]
    yield from pairs
    yield from pairwise(undated)
    if dated and undated and len(pairs) == len(dated) - 1:
        yield undated[0], dated[0][1]


@dataclass(slots=True)
class _People:
    """People who become one, unless something speaks against it."""

    people: list[Person]
    at: list[int] = field(init=False)

    def __post_init__(self) -> None:
        self.at = list(range(len(self.people)))

    def find(self, number: int) -> int:
        while self.at[number] != number:
            self.at[number] = self.at[self.at[number]]
            number = self.at[number]
        return number

    def unite(self, one: int, other: int) -> None:
        low, high = sorted((self.find(one), self.find(other)))
        if low != high and not any(True for _ in against(self.people[low], self.people[high])):
            self.people[low] = Person.of([*self.people[low].cards, *self.people[high].cards])
            self.at[high] = low

    def all(self) -> list[Person]:
        return sorted((self.people[n] for n in range(len(self.at)) if self.find(n) == n), key=lambda person: person.order)


def _bound(people: list[Person], rules: Sequence[str] | None, gazetteer: Gazetteer) -> tuple[list[Person], list[Maybe]]:
    """The people, those together that a reason (one of some rules) binds to one only; and who may be one of several that are not one."""
    while True:
        near: dict[int, list[int]] = {}
        for one, other in combinations(range(len(people)), 2):
            reasons = for_them(people[one], people[other], gazetteer)
            if any(rules is None or reason.id in rules for reason in reasons) and not any(against(people[one], people[other])):
                near.setdefault(one, []).append(other)
                near.setdefault(other, []).append(one)
        open_ones = {n for n, others in near.items() if any(any(against(people[a], people[b])) for a, b in combinations(others, 2))}
        joining = _People(people)
        for one, others in sorted(near.items()):
            for other in others:
                if one < other and one not in open_ones and other not in open_ones:
                    joining.unite(one, other)
        united = joining.all()
        if len(united) == len(people):
            return people, [maybe for n in sorted(open_ones) for other in near[n] for maybe in _maybes(people[n], people[other])]
        people = united


def _maybes(person: Person, other: Person) -> Iterator[Maybe]:
    for card in person.cards:
        yield Maybe(Named(card.article, card.key), standing_key(other), _MAYBE, "people.one-of-several")


def _without_posts(people: Sequence[Person]) -> Iterator[Maybe]:
    """Who may be meant where an article shows nobody's post: those of the name in a unit that it names, in these years."""
    for person in people:
        if person.held or len(person.cards) > 1:
            continue
        (card,) = person.cards
        day, units = span_of(card.day), set(card.units)
        near = [
            other
            for other in people
            if any(p.place and p.place.key in units for p, _ in other.held)
            and not any(against(person, other))
            and not (day and (shown := joined([s for _, s in other.held if s])) and gap(day, shown) > _NEAR)
        ]
        for other in near[:_MOST]:
            yield Maybe(Named(card.article, card.key), standing_key(other), round(_MAYBE / len(near), 4), "people.name-and-place")


def standing_key(person: Person) -> str:
    """The key that a person bears: the smallest of the cards'."""
    return min(card.key for card in person.cards)


def _shared_keys(people: Sequence[Person]) -> set[str]:
    """Keys that several people bear by their own articles."""
    seen: dict[str, int] = {}
    for key in (key for person in people for key in {card.key for card in person.cards}):
        seen[key] = seen.get(key, 0) + 1
    return {key for key, count in seen.items() if count > 1}
