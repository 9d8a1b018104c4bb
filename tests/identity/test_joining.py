"""Pairs make groups, but no group holds two things that one article tells apart."""

from __future__ import annotations

from itertools import permutations

from kgraph.identity.decision import Named
from kgraph.identity.joining import joined, with_divided

A, B, C, D = Named("1", "x"), Named("2", "y"), Named("3", "z"), Named("1", "w")


def never(one: Named, other: Named) -> bool:
    return False


def test_groups_are_the_same_in_any_order() -> None:
    pairs = [(0.9, A, B), (0.8, B, C), (0.95, C, D)]
    assert {joined(order, apart=never) for order in permutations(pairs)} == {((D, C), (A, B))}


def test_an_article_keeps_two_things_apart_through_a_chain() -> None:
    assert joined([(0.9, A, B), (0.9, B, C), (0.5, C, D)], apart=never) == ((A, B, C),)


def test_what_is_known_to_be_two_is_not_joined_by_a_third() -> None:
    assert joined([(0.9, A, B), (0.8, B, C)], apart=lambda one, other: {one, other} == {A, C}) == ((A, B),)


def test_a_node_brings_those_it_stands_for() -> None:
    other = Named("9", "x")
    assert joined([(0.9, A, B)], apart=never, stand_for={A: [other]}) == ((A, B, other),)
    assert joined([], apart=never, stand_for={A: [other], B: []}) == ((A, other),)
    assert joined([(0.9, A, B)], apart=never, stand_for={A: [Named("2", "x")]}) == ((A, Named("2", "x")),)


def test_a_key_that_stands_for_two_things_is_divided() -> None:
    again = Named("4", "x")
    assert with_divided([(A, B)], [A, B, again, C]) == ((A, B), (again,))
