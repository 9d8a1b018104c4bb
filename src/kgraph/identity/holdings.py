"""The posts of one person over time: whoever leaves a post and comes back has held it twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kgraph.identity.days import Span, span_of
from kgraph.identity.decision import Named
from kgraph.identity.people import PersonCard, Shown
from kgraph.rules.posts import Post


@dataclass(frozen=True, slots=True)
class Sight:
    """A post of a person as one article shows it, on a day or on some day of a span, if known."""

    article: str
    shown: Shown
    span: Span | None

    @property
    def over(self) -> Span | None:
        """When a post that is spoken of as past was over: when it is told to have ended, else by the day of the article."""
        return span_of(self.shown.until) or self.span

    @property
    def time(self) -> tuple[str, str]:
        """The bounds (EDTF, empty where not said) of the time for which the article tells the post."""
        return self.shown.since or "", self.shown.until or ""


@dataclass(frozen=True, slots=True)
class Tenure:
    """One stretch of a post: the sights of it, and those that speak of it as past; one that a life tells as over has no sights."""

    sights: tuple[Sight, ...]
    past: tuple[Sight, ...] = ()


def same_holdings(people: Iterable[Sequence[PersonCard]]) -> Iterator[tuple[Named, ...]]:
    """The holdings of people that are one, by stretch, status and time told; of a key that stands for two of them each group is given."""
    groups: list[tuple[Named, ...]] = []
    for tenure in (tenure for cards in people for tenure in tenures(cards)):
        by_status: dict[tuple[str, str, str], set[Named]] = {}
        for sight in (*tenure.sights, *tenure.past):
            alike = (sight.shown.post.status, *sight.time)
            by_status.setdefault(alike, set()).add(Named(sight.article, sight.shown.holding))
        groups += [tuple(sorted(group)) for _, group in sorted(by_status.items())]
    seen = Counter(key for group in groups for key in {named.key for named in group})
    yield from (group for group in groups if len(group) > 1 or seen[group[0].key] > 1)


def tenures(cards: Sequence[PersonCard]) -> list[Tenure]:
    """The stretches of every post of one person, in the order of posts and days.

    Two sights of a post are one stretch unless the person is seen in between in another full post, without this one and never
    together with it, or an article of that time calls the post a former one, or one that is given anew. A time that is told as over
    before the first sight is a stretch of its own.
    """
    by_post: dict[tuple[str, str], list[Sight]] = {}
    seen = [Sight(card.article, shown, span_of(card.day)) for card in cards for shown in card.shown]
    for sight in seen:
        by_post.setdefault((sight.shown.post.role, sight.shown.post.body), []).append(sight)
    together = {(a, b) for card in cards for a in _full(card) for b in _full(card)}
    return [tenure for post in sorted(by_post) for tenure in _stretches(post, by_post[post], seen, together)]


def _full(card: PersonCard) -> set[tuple[str, str]]:
    """The full posts that a card shows as held."""
    return {(p.role, p.body) for p in card.posts if p.full and p.status == "held"}


def _stretches(
    post: tuple[str, str], sights: list[Sight], seen: Sequence[Sight], together: set[tuple[tuple[str, str], tuple[str, str]]]
) -> Iterator[Tenure]:
    held = sorted((s for s in sights if s.shown.post.status != "former"), key=_order)
    past = sorted((s for s in sights if s.shown.post.status == "former"), key=_order)
    first_day = next((s.span for s in held if s.span), None)
    times = [s for s in past if s.shown.until and s.over and (not held or (first_day and s.over.last < first_day.first))]
    for time in sorted({s.time for s in times}):
        yield Tenure((), tuple(s for s in times if s.time == time))
    past = [s for s in past if s not in times]
    ends = [over for s in past if (over := s.over)]
    others = [s for s in seen if s.span and _is_elsewhere(post, s.shown.post, together)]
    rows: list[list[Sight]] = []
    for sight in held:
        last = rows[-1][-1].span if rows else None
        if not rows or (
            last and sight.span and (any(_lies_between(x, last, sight) for x in ends) or any(_is_away(x, last, sight) for x in others))
        ):
            rows.append([])
        rows[-1].append(sight)
    if not rows and past:
        yield Tenure((), tuple(past))
    for number, row in enumerate(rows):
        first = row[0].span
        later = rows[number + 1][0].span if number + 1 < len(rows) else None
        mine = [
            s for s in past if (number == 0 or not s.over or not first or s.over >= first) and not (s.over and later and s.over >= later)
        ]
        yield Tenure(tuple(row), tuple(s for s in mine if number == 0 or s.over))


def _is_elsewhere(post: tuple[str, str], other: Post, together: set[tuple[tuple[str, str], tuple[str, str]]]) -> bool:
    mine = (other.role, other.body)
    return other.full and not other.open and mine != post and (post, mine) not in together


def _is_away(other: Sight, last: Span, sight: Sight) -> bool:
    """Whether someone is seen elsewhere in between; being called elsewhere counts where the post is given anew."""
    assert other.span is not None and sight.span is not None
    if other.shown.post.status == "held":
        return _lies_between(other.span, last, sight)
    return sight.shown.post.status == "appointed" and last.first <= other.span.first and other.span.last < sight.span.first


def _lies_between(span: Span, last: Span, sight: Sight) -> bool:
    """Whether something is seen after one sight and before the next, or on the very day on which the post is given anew."""
    assert sight.span is not None
    before = span.last < sight.span.first or (span.last <= sight.span.first and sight.shown.post.status == "appointed")
    return span.first > last.last and before


def _order(sight: Sight) -> tuple[Span, str, str]:
    return (sight.span or Span(0, 0), sight.article, sight.shown.holding)
