"""What speaks for and against two people of one name being one: their posts, bodies, places and days. A name alone speaks for nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kgraph.gazetteer import Gazetteer
from kgraph.identity.days import YEAR, Span, gap, joined
from kgraph.identity.decision import Reason
from kgraph.identity.people import PersonCard
from kgraph.rules.posts import Post, at_odds

GENERATION = 10 * YEAR
"""Nobody is taken for the one of the same name and post who was shown longer ago than this."""
CAREER = 5 * YEAR
"""Between two posts in one place nobody is lost from sight for longer."""
_OFFICER = 52
_LONG_NAME = 5

Held = tuple[Post, Span | None]


@dataclass(slots=True)
class Person:
    """Cards that are one person's, so far."""

    cards: list[PersonCard]
    held: list[Held] = field(default_factory=list)
    articles: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, cards: Sequence[PersonCard]) -> Person:
        """One person with these cards."""
        held = dict.fromkeys((shown.post, shown.held(card.day)) for card in cards for shown in card.shown)
        return cls(list(cards), list(held), {card.article: card.key for card in cards})

    @property
    def order(self) -> tuple[str, str]:
        """A place among others that depends on nothing but the cards."""
        return min((card.key, card.article) for card in self.cards)


def against(one: Person, other: Person) -> Iterator[Reason]:
    """Why two people cannot be one: an article tells them apart, or they hold posts at one time that nobody holds together."""
    small, large = sorted((one, other), key=lambda person: len(person.articles))
    for article in sorted(small.articles.keys() & large.articles.keys()):
        if small.articles[article] != large.articles[article]:
            yield Reason(-1, "people.told-apart", article)
    mine, theirs = _spells(one), _spells(other)
    for post, when in mine.items():
        if _apart(when, theirs.get(post), GENERATION):
            yield Reason(-1, "people.a-generation-apart", _words(post))
    for a, when in mine.items():
        for b, then in theirs.items():
            if when and then and not gap(when, then) and at_odds(a, b):
                yield Reason(-1, "people.posts-at-odds", f"{_words(a)}; {_words(b)}")


def for_them(one: Person, other: Person, gazetteer: Gazetteer) -> Iterator[Reason]:
    """What speaks for two people of one name being one, the strongest first."""
    yield from _same_post(one, other)
    yield from _same_body(one, other)
    yield from _named_alike(one, other)
    yield from _open_body(one, other, gazetteer)
    yield from _one_place(one, other)
    yield from _after_reform(one, other, gazetteer)


def _spells(person: Person) -> dict[Post, Span | None]:
    """The full posts of a person, each from the first to the last day on which it is shown."""
    found: dict[Post, list[Span]] = {}
    for post, span in person.held:
        if post.full:
            found.setdefault(post, []).extend([span] if span else [])
    return {post: joined(spans) for post, spans in found.items()}


def _apart(when: Span | None, then: Span | None, most: int) -> bool:
    return bool(when and then and gap(when, then) > most)


def _same_post(one: Person, other: Person) -> Iterator[Reason]:
    for a, when in one.held:
        for b, then in other.held:
            if (a.role, a.body) == (b.role, b.body) and not a.open and _is_in_time(a, when, b, then):
                yield Reason(1, "people.same-post", _words(a))
                return


def _is_in_time(a: Post, when: Span | None, b: Post, then: Span | None) -> bool:
    """Whether a post can be one stretch, or a memory of it: a former post lies before the day on which it is called so."""
    if _apart(when, then, GENERATION * (1 if a.status != "former" != b.status else 2)):
        return False
    if when and then and a.status == "former" != b.status:
        return then.first <= when.last + YEAR
    if when and then and b.status == "former" != a.status:
        return when.first <= then.last + YEAR
    return True


def _same_body(one: Person, other: Person) -> Iterator[Reason]:
    for a, when in one.held:
        for b, then in other.held:
            if not (a.body and a.body == b.body) or a.open or a.apart or max(a.rank, b.rank) > _OFFICER or a.role == b.role:
                continue
            if not _apart(when, then, GENERATION):
                yield Reason(1, "people.same-body", f"{_words(a)}; {_words(b)}")
                return


def _named_alike(one: Person, other: Person) -> Iterator[Reason]:
    """The same role in bodies of one long name, of which no article says where they are (“Viện Nghiên cứu quản lý kinh tế”)."""
    for a, when in one.held:
        for b, then in other.held:
            alike = a.open and b.open and a.role == b.role and _own_name(a) == _own_name(b)
            if alike and _own_name(a).count("-") + 1 >= _LONG_NAME and not _apart(when, then, CAREER):
                yield Reason(1, "people.body-of-one-name", f"{_words(a)}; {_words(b)}")
                return


def _own_name(post: Post) -> str:
    """The name of an open body in its key, without the mark of the article."""
    return post.body.partition("/")[2].rpartition("--")[0]


def _open_body(one: Person, other: Person, gazetteer: Gazetteer) -> Iterator[Reason]:
    """The same role in a body of the same kind, of which one article does not say where it is, but names the other's place or province."""
    for (a, when), person, (b, then) in (
        *((x, one, y) for x in one.held if x[0].open for y in other.held),
        *((y, other, x) for y in other.held if y[0].open for x in one.held),
    ):
        if (a.role, a.kind) != (b.role, b.kind) or b.place is None or not a.full or _apart(when, then, CAREER):
            continue
        units = {unit for card in person.cards for unit in card.units}
        if not units.isdisjoint((b.place.key, *(above.key for above in gazetteer.ancestors(b.place)))):
            yield Reason(1, "people.open-body", f"{_words(a)}; {_words(b)}")
            return


def _one_place(one: Person, other: Person) -> Iterator[Reason]:
    """Posts among those who lead one unit: such as are held together, or one after the other."""
    for a, when in one.held:
        for b, then in other.held:
            if a.place is None or b.place is None or a.place.key != b.place.key or a.apart or b.apart or a.body == b.body:
                continue
            if max(a.rank, b.rank) > _OFFICER or _apart(when, then, CAREER):
                continue
            together = (a.governs or b.governs) and (a.seat or b.seat or a.party != b.party)
            in_turn = when and then and gap(when, then) > 0 and (a.place.level != "province" or a.governs or b.governs)
            if together or in_turn:
                yield Reason(1, "people.one-place", f"{_words(a)}; {_words(b)}")
                return


def _after_reform(one: Person, other: Person, gazetteer: Gazetteer) -> Iterator[Reason]:
    """A post in a unit that ended, and then one in a unit that took its territory, or part of it."""
    for a, when in one.held:
        for b, then in other.held:
            if a.apart or b.apart or not when or not then or a.place is None or b.place is None or max(a.rank, b.rank) > _OFFICER:
                continue
            (early, first), (late, last) = ((a, when), (b, then)) if when <= then else ((b, then), (a, when))
            if gap(first, last) <= CAREER and _follows(early, late, gazetteer):
                yield Reason(1, "people.after-reform", f"{_words(early)}; {_words(late)}")
                return


def _follows(early: Post, late: Post, gazetteer: Gazetteer) -> bool:
    if early.place is None or late.place is None or not early.place.valid_to or not late.place.valid_from:
        return False
    if not (gazetteer.knows(late.place.key) and late.place.valid_from > early.place.valid_to):
        return False
    before = gazetteer.predecessors(late.place)
    return any(early.place.key in (unit.key, *(above.key for above in gazetteer.ancestors(unit))) for unit in before)


def _words(post: Post) -> str:
    return f"{post.role} {post.body.partition('/')[2]}".strip() + ("" if post.status == "held" else f" ({post.status})")
