"""Where bodies and events are."""

from __future__ import annotations

from collections.abc import Callable

from kgraph.analysis.territory import read_territory
from kgraph.settings import BASE
from kgraph.store.graph import Graph

UNIT = f"{BASE}id/unit/"


def test_units_know_what_is_above_them(districts: Graph) -> None:
    territory = read_territory(districts)
    assert territory.units[f"{UNIT}p1"].above == (f"{UNIT}q1", f"{UNIT}ha")
    assert [territory.at(f"{UNIT}p1", level) for level in ("province", "district", "commune")] == [f"{UNIT}ha", f"{UNIT}q1", f"{UNIT}p1"]
    assert territory.at(f"{UNIT}ha", "district") == ""
    assert territory.units[f"{UNIT}q1"].valid_to == "2025-06-30"


def test_a_body_is_of_the_unit_in_its_name_before_the_one_it_governs(net_of: Callable[[str], Graph]) -> None:
    graph = net_of("""
        graph:authority | unit/q1 | a AdministrativeUnit
        graph:authority | unit/q2 | a AdministrativeUnit
        graph:authority | organization/o | a Organization; placedIn unit/q2; hasJurisdictionOver unit/q1
        graph:authority | organization/p | a Organization; hasJurisdictionOver unit/q1
    """)
    assert sorted(read_territory(graph).of_body.values()) == [f"{UNIT}q1", f"{UNIT}q2"]


def test_an_event_is_where_it_is_held_and_whose_bodies_hold_it(net_of: Callable[[str], Graph]) -> None:
    graph = net_of("""
        graph:authority | unit/ha | a AdministrativeUnit; level kgv:level/province
        graph:authority | unit/q1 | a AdministrativeUnit; level kgv:level/district; within unit/ha
        graph:authority | organization/tu | a Organization; placedIn unit/ha
        a | event/e | a Event; heldAt unit/q1
        a | organization/tu | a Organization; organizes event/e
        a | organization/tu | organizes event/f
    """)
    territory = read_territory(graph)
    assert territory.where(f"{BASE}id/event/e", "district") == (f"{UNIT}q1",)
    assert territory.whose(f"{BASE}id/event/e") == (f"{UNIT}ha",)
    assert territory.where(f"{BASE}id/event/f", "province") == (f"{UNIT}ha",)


def test_a_circle_of_units_ends(net_of: Callable[[str], Graph]) -> None:
    graph = net_of("""
        graph:authority | unit/a | a AdministrativeUnit; within unit/b
        graph:authority | unit/b | a AdministrativeUnit; within unit/a
    """)
    assert read_territory(graph).units[f"{UNIT}a"].above == (f"{UNIT}b",)


def test_an_event_held_in_a_place_is_not_the_doing_of_its_province_nor_of_anybody_there_if_a_central_body_holds_it(
    net_of: Callable[[str], Graph],
) -> None:
    graph = net_of("""
        graph:authority | unit/ha | a AdministrativeUnit; level kgv:level/province
        graph:authority | unit/q1 | a AdministrativeUnit; level kgv:level/district; within unit/ha
        a | event/national | a Event; heldAt unit/ha
        a | event/local | a Event; heldAt unit/q1
        a | event/central | a Event; heldAt unit/q1
        a | organization/bct | a Organization; organizes event/central
    """)
    territory = read_territory(graph)
    assert [territory.whose(f"{BASE}id/event/{name}") for name in ("national", "local", "central")] == [(), (f"{UNIT}q1",), ()]
