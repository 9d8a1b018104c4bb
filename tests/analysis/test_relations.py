"""Relations that are drawn."""

from __future__ import annotations

from kgraph.analysis.relations import RELATIONS, narrowest


def test_of_nested_relations_the_narrowest_is_drawn() -> None:
    assert narrowest(frozenset({"implements", "continues"})) == {"continues"}
    assert narrowest(frozenset({"conducts", "launched", "within"})) == {"launched", "within"}
    assert narrowest(frozenset({"attended"})) == {"attended"}


def test_every_wider_relation_is_in_the_list_and_stands_before() -> None:
    names = [relation.name for relation in RELATIONS]
    for relation in RELATIONS:
        if relation.wider:
            assert names.index(relation.wider) < names.index(relation.name)
