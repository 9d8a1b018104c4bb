"""How a document spread."""

from __future__ import annotations

from kgraph.analysis.adoption import Item
from kgraph.analysis.diffusion import Adoption, Diffusion, lags_of, read_diffusion
from kgraph.analysis.entities import read_classes, read_entities
from kgraph.settings import BASE
from kgraph.store.graph import Graph

ID = f"{BASE}id/"


def spread(graph: Graph, name: str = "directive/ct", *, direct: bool = False, since: str = "") -> Diffusion:
    return read_diffusion(graph, read_entities(graph, read_classes(graph))[ID + name], direct=direct, since=since)


def test_units_in_the_order_of_their_first_day(districts: Graph) -> None:
    found = spread(districts)
    assert (found.start, found.basis) == ("2024-01-01", "issued")
    assert [(it.label, it.province_label, it.order, it.lag, it.items) for it in found.adoptions] == [
        ("Tỉnh A", "Tỉnh A", 1, 4, 1),
        ("Quận Một", "Tỉnh A", 2, 10, 2),
        ("Quận Hai", "Tỉnh A", 0, None, 1),
    ]


def test_what_was_only_planned_is_counted_and_passed_over(districts: Graph) -> None:
    assert (spread(districts).planned, spread(districts).placeless, spread(districts).before) == (1, 0, 0)


def test_direct_leaves_out_what_comes_by_way_of_others(districts: Graph) -> None:
    assert [it.label for it in spread(districts, direct=True).adoptions] == ["Tỉnh A", "Quận Hai"]


def test_the_clock_can_be_set_and_what_came_before_is_counted(districts: Graph) -> None:
    found = spread(districts, since="2024-01-10")
    assert [(it.label, it.lag) for it in found.adoptions] == [("Quận Một", 1), ("Quận Hai", None)]
    assert (found.basis, found.before) == ("given", 1)


def test_lags_by_level_everywhere_and_by_province(districts: Graph) -> None:
    said = [(lags.level, lags.province_label, lags.units, lags.dated, lags.median) for lags in lags_of(spread(districts).adoptions)]
    assert said == [("province", "", 1, 1, 4.0), ("district", "", 2, 1, 10.0), ("district", "Tỉnh A", 2, 1, 10.0)]


def test_an_undated_document_has_an_order_and_no_lags(districts: Graph) -> None:
    found = spread(districts, "directive/kht")
    assert [(it.label, it.lag) for it in found.adoptions] == [("Quận Một", 6)]


def adoption(unit: str, lag: int | None) -> Adoption:
    item = Item(unit, "", "Event", (unit,), 1, "")
    return Adoption(unit, unit, "district", "p", "P", item, 1, lag)


def test_quartiles_are_interpolated_and_undated_units_are_counted() -> None:
    lags = lags_of([adoption("a", 10), adoption("b", 20), adoption("c", 30), adoption("d", 40), adoption("e", None)])[0]
    assert (lags.units, lags.dated, lags.least, lags.first_quartile, lags.median, lags.third_quartile, lags.most) == (
        5,
        4,
        10,
        17.5,
        25.0,
        32.5,
        40,
    )
