"""The posts of one person over time."""

from __future__ import annotations

import pytest

from kgraph.identity.holdings import same_holdings, tenures
from kgraph.identity.people import PersonCard, Shown
from kgraph.model import HoldingStatus
from kgraph.rules.posts import Post


def sight(article: str, day: str | None, *posts: tuple[str, HoldingStatus]) -> PersonCard:
    shown = tuple(
        Shown(f"holding/{article}-{role}", Post(role, status, f"organization/{role}"), told=status != "held") for role, status in posts
    )
    return PersonCard(article, "official/x", "x", day, shown)


def stretches(role: str, *cards: PersonCard) -> list[tuple[str, ...]]:
    """The articles of each stretch of a post."""
    return [tuple(s.article for s in t.sights) for t in tenures(cards) if (t.sights or t.past)[0].shown.post.role == role]


def test_two_sights_of_a_post_are_one_stretch() -> None:
    assert stretches("chair", sight("b", "2019-05-02", ("chair", "held")), sight("a", "2017-03-14", ("chair", "held"))) == [("a", "b")]


def test_who_is_seen_elsewhere_in_between_has_held_the_post_twice() -> None:
    cards = (
        sight("a", "2017-03-14", ("chair", "held")),
        sight("b", "2019-05-02", ("clerk", "held")),
        sight("c", "2022-12-21", ("chair", "held")),
    )
    assert stretches("chair", *cards) == [("a",), ("c",)]


def test_posts_that_are_held_together_end_none_of_them() -> None:
    cards = (
        sight("a", "2017-03-14", ("chair", "held"), ("clerk", "held")),
        sight("b", "2019-05-02", ("clerk", "held")),
        sight("c", "2022-12-21", ("chair", "held")),
    )
    assert stretches("chair", *cards) == [("a", "c")]


@pytest.mark.parametrize(("status", "count"), [("appointed", 2), ("held", 1)])
def test_a_post_that_is_given_anew_begins_anew(status: HoldingStatus, count: int) -> None:
    cards = (
        sight("a", "2022-03-17", ("chair", "held")),
        sight("b", "2023-09-11", ("chair", "held"), ("clerk", "appointed")),
        sight("c", "2024-10-15", ("chair", status)),
    )
    assert len(stretches("chair", *cards)) == count


def test_a_former_post_ends_the_stretch_before_it() -> None:
    cards = (
        sight("a", "2017-03-14", ("chair", "held")),
        sight("b", "2019-05-02", ("chair", "former")),
        sight("c", "2022-12-21", ("chair", "held")),
    )
    first, second = tenures(cards)
    assert [s.article for s in first.past] == ["b"]
    assert not second.past


def test_holdings_of_one_stretch_are_one_and_those_of_two_are_two() -> None:
    a, b, c = (sight(article, day, ("chair", "held")) for article, day in (("a", "2017-03-14"), ("b", "2018-03-14"), ("c", "2022-12-21")))
    away = sight("d", "2019-05-02", ("clerk", "held"))
    assert [tuple(n.article for n in group) for group in same_holdings([(a, b, c, away)])] == [("a", "b")]


def test_a_post_that_is_only_remembered_has_no_sight() -> None:
    (tenure,) = tenures([sight("a", "2017-03-14", ("chair", "former"))])
    assert not tenure.sights
    assert [s.article for s in tenure.past] == ["a"]


def test_a_holding_whose_key_two_people_bear_is_two() -> None:
    shown = Shown("holding/1", Post("chair", "held", "organization/c"))
    old, new = PersonCard("a", "official/x", "x", "1980-01-01", (shown,)), PersonCard("b", "official/x", "x", "2020-01-01", (shown,))
    assert list(same_holdings([[old], [new]])) == [(("a", "holding/1"),), (("b", "holding/1"),)]


def told(article: str, day: str, role: str, since: str | None, until: str | None) -> PersonCard:
    """A card with a post of a time that is over."""
    shown = Shown(f"holding/{article}-{since}", Post(role, "former", f"organization/{role}"), since=since, until=until)
    return PersonCard(article, "official/x", "x", day, (shown,))


def test_a_time_that_is_told_as_over_is_a_stretch_of_its_own() -> None:
    cards = (told("a", "2019-05-02", "chair", "1992-10", "1996"), sight("b", "2017-03-14", ("chair", "held")))
    assert [([s.article for s in t.sights], [s.article for s in t.past]) for t in tenures(cards)] == [([], ["a"]), (["b"], [])]


def test_a_time_that_is_told_as_over_parts_no_sights_behind_it() -> None:
    cards = (
        sight("a", "2016-03-14", ("chair", "held")),
        told("b", "2017-05-02", "chair", "1992-10", "1996"),
        sight("c", "2018-12-21", ("chair", "held")),
    )
    assert stretches("chair", *cards) == [(), ("a", "c")]


def test_holdings_of_two_times_are_two_and_of_one_time_are_one() -> None:
    cards = [
        told("a", "2017-05-02", "chair", "1992", "1996"),
        told("b", "2018-05-02", "chair", "1992", "1996"),
        told("c", "2018-05-03", "chair", "2001", "2005"),
    ]
    assert [[named.article for named in group] for group in same_holdings([cards])] == [["a", "b"]]
