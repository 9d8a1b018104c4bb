"""What people say on who is who outweighs what the rules of identity found."""

import itertools

import pytest

from kgraph.errors import ReviewError
from kgraph.identity.decision import Decision, Maybe, Named
from kgraph.identity.reviewed import apply
from kgraph.reviewed.entries import Identity
from kgraph.reviewed.identities import Identities

A1, A2, A3 = (Named(article, "official/a") for article in ("1", "2", "3"))
B2, C3 = Named("2", "official/b"), Named("3", "official/c")


def said(verdict: str, *nodes: object) -> Identity:
    return Identity.model_validate(
        {"verdict": verdict, "nodes": list(nodes), "by": "LH", "date": "2026-01-02", "reason": "so", "place": "identity.toml:1"}
    )


def some(article: str) -> dict[str, object]:
    return {"node": "official/a", "articles": [article]}


def groups(decision: Decision) -> list[list[str]]:
    return [[f"{node.key[-1]}{node.article}" for node in group] for group in decision.same]


def test_nodes_called_one_become_one_with_their_groups() -> None:
    before = Decision(same=((B2, C3),))
    after = apply(before, Identities((said("same", "official/a", "official/b"),)), [A1, A2, B2])
    assert groups(after) == [["a1", "a2", "b2", "c3"]]


def test_what_is_one_by_two_decisions_is_one() -> None:
    decisions = Identities((said("same", "official/a", "official/b"), said("same", "official/b", "official/c")))
    assert groups(apply(Decision(), decisions, [A1, B2, C3])) == [["a1", "b2", "c3"]]


def test_nodes_called_different_stand_in_two_groups() -> None:
    before = Decision(same=((A1, A2, B2),))
    assert groups(apply(before, Identities((said("different", "official/a", "official/b"),)), [A1, A2, B2])) == [["a1", "a2"]]


def test_one_key_is_split_by_article_and_what_is_left_over_may_be_either() -> None:
    after = apply(Decision(), Identities((said("different", some("1"), some("2")),)), [A1, A2, A3])
    assert groups(after) == [["a1"], ["a2"], ["a3"]]
    assert after.maybe == (Maybe(A3, "official/a", 0.5, "reviewed.split"),)


def test_what_is_one_with_a_side_goes_with_it() -> None:
    before = Decision(same=((A1, C3),))
    decisions = Identities((said("same", "official/a", "official/b"), said("different", "official/b", "official/c")))
    assert groups(apply(before, decisions, [A1, B2, C3])) == [["a1", "b2"]]


def test_a_maybe_that_people_settled_is_gone() -> None:
    before = Decision(maybe=(Maybe(A1, "official/b", 0.6, "people.post"), Maybe(A1, "official/c", 0.6, "people.post")))
    after = apply(before, Identities((said("different", "official/a", "official/b"),)), [A1, B2])
    assert [maybe.candidate for maybe in after.maybe] == ["official/c"]


def test_the_order_of_everything_is_the_same() -> None:
    rows = (
        said("same", "official/a", "official/b"),
        said("different", "official/b", "official/c"),
        said("same", "official/c", "official/d"),
    )
    found = {
        str(apply(Decision(same=order), Identities(entries), nodes))
        for entries in itertools.permutations(rows)
        for order in (((A1, C3), (A2, B2)), ((A2, B2), (A1, C3)))
        for nodes in ([A1, A2, B2, C3], [C3, B2, A2, A1])
    }
    assert len(found) == 1


def test_without_decisions_nothing_changes() -> None:
    before = Decision(same=((A1, B2),))
    assert apply(before, Identities(), []) is before


@pytest.mark.parametrize(
    "rows",
    [
        [("same", "official/a", "official/b"), ("different", "official/a", "official/b")],
        [("same", "official/a", "official/b"), ("same", "official/b", "official/c"), ("different", "official/a", "official/c")],
        [("same", "official/a", "official/b"), ("different", some("1"), some("2"))],
        [("same", "official/a", "official/b"), ("same", "official/c", "official/d"), ("different", "official/b", some("1"))],
        [("different", "official/a", some("1"))],
    ],
)
def test_what_contradicts_itself_is_an_error(rows: list[tuple[str, object, object]]) -> None:
    with pytest.raises(ReviewError, match="one thing and two"):
        Identities(tuple(said(verdict, *nodes) for verdict, *nodes in rows)).check()


def test_decisions_on_other_articles_do_not_contradict() -> None:
    Identities((said("same", some("1"), "official/b"), said("different", "official/b", some("2")))).check()
