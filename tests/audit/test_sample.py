"""The examples are the same in whatever order they come."""

from __future__ import annotations

from kgraph.audit.sample import Example, Group, rank


def group(articles: list[str], *, size: int = 3, seed: int = 0) -> Group:
    made = Group()
    for article in articles:
        for begin in range(4):
            example = Example(article, begin, begin + 1, "x", "x")
            made.add(rank(seed, "rule", article, begin), article, lambda example=example: example, size=size)
    return made


def test_order_does_not_matter() -> None:
    names = [f"a{number}" for number in range(50)]
    one, other = group(names), group(names[::-1])
    assert one.examples == other.examples and len(one.examples) == 3
    assert (one.count, one.articles) == (other.count, other.articles) == (200, 50)


def test_more_examples_begin_with_the_fewer() -> None:
    names = [f"a{number}" for number in range(50)]
    assert group(names, size=7).examples[:3] == group(names).examples


def test_another_seed_gives_others() -> None:
    names = [f"a{number}" for number in range(50)]
    assert group(names).examples != group(names, seed=1).examples


def test_a_place_stands_once_and_none_where_none_is_asked() -> None:
    assert len(group(["a1", "a1"], size=20).examples) == 4
    assert group(["a1"], size=0).examples == ()
