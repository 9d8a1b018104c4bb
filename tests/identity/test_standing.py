"""Which name a node stands under."""

from __future__ import annotations

from kgraph.identity.decision import Named
from kgraph.identity.standing import REGISTER, standing_keys


def test_the_registers_name_stands_before_a_smaller_one() -> None:
    assert standing_keys([[Named(REGISTER, "x/9"), Named("a", "x/1")]]).moved == {Named("a", "x/1"): "x/9"}


def test_a_key_of_two_things_stays_with_the_first_article() -> None:
    found = standing_keys([[Named("b", "x/1"), Named("c", "x/2")], [Named("a", "x/1")]])
    assert found.moved == {Named("b", "x/1"): "x/2"}
    assert found.several == {"x/1"}
    assert found.key(Named("a", "x/1")) == "x/1"


def test_the_order_of_groups_does_not_matter() -> None:
    groups = [[Named("b", "x/1")], [Named("a", "x/1"), Named("d", "x/1")], [Named("c", "x/1")]]
    assert standing_keys(groups) == standing_keys(groups[::-1])
    assert set(standing_keys(groups).moved.values()) == {"x/1--b", "x/1--c"}
