"""Which node is which gold item."""

from __future__ import annotations

from typing import Any

import pytest

from kgraph.scoring.fitting import assign, date_fit, fit_directive, fit_event, fit_organization, fit_place
from kgraph.scoring.reading import Reading

GOLD: dict[str, Any] = {"places": [{"name": "Đống Đa"}], "scope": {"unit": "Đống Đa", "province": "Hà Nội"}}


def reading(label: str, **values: str) -> Reading:
    return Reading(labels={"i": label}, **{name: {"i": value} for name, value in values.items()})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("wanted", "found", "fit"),
    [
        ("2024-03-19", "2024-03-19", 1.0),
        ("2024-03-19", "2024-03-19~", 1.0),
        ("2024-03-19", "2024-03-19/2024-03-20", 1.0),
        ("2024-Q4", "2024-36", 1.0),
        ("2024-Q4", "2024-12-16", 0.5),
        ("2024-Q4", "2024-09-16", 0.0),
        ("2024", "2024-12", 0.5),
        ("XXXX-03-19", "2024-03-19", 0.5),
        ("XXXX-03-19", "2024-03-20", 0.0),
        ("2024-03-19", "", 0.0),
    ],
)
def test_dates(wanted: str, found: str, fit: float) -> None:
    assert date_fit(wanted, found) == fit


@pytest.mark.parametrize(
    ("number", "kind", "designation", "found_kind", "fit"),
    [
        ("05-CT/TW", "Chỉ thị", "05-CT/TW", "Chỉ thị", 1.0),
        ("05-CT/TW", "Chỉ thị", "05-CT/TW", "Kết luận", 0.5),
        ("01", "Kết luận", "01-KL/TW", "Kết luận", 0.9),
        ("01-KL/TW", "Kết luận", "01", "Kết luận", 0.0),
        ("01", "Chương trình", "01-KL/TW", "Kết luận", 0.0),
        ("347-KH/QU", "Kế hoạch", "", "Kế hoạch", 0.0),
    ],
)
def test_documents_by_number_and_type(number: str, kind: str, designation: str, found_kind: str, fit: float) -> None:
    node = reading("x", designation=designation, document_type=found_kind)
    assert fit_directive({"type": kind, "number": number}, "i", reading=node, gold=GOLD) == fit


def test_documents_without_number_by_name_and_equal_numerals() -> None:
    item = {"type": "Nghị quyết", "number": None, "name": "Nghị quyết Trung ương 4 khóa XII"}
    same, other = reading("Nghị quyết Trung ương 4 khóa XII"), reading("Nghị quyết Trung ương 4 khóa XI")
    assert fit_directive(item, "i", reading=same, gold=GOLD) == 1.0
    assert fit_directive(item, "i", reading=other, gold=GOLD) == 0.0


def test_a_body_of_another_place_or_kind_is_another_body() -> None:
    item = {"name": "Quận ủy Đống Đa", "aliases": ["Quận ủy"]}
    assert fit_organization(item, "i", reading=reading("Quận ủy Đống Đa"), gold=GOLD) == 1.0
    assert fit_organization(item, "i", reading=reading("Quận ủy"), gold=GOLD) < 0.75
    assert fit_organization(item, "i", reading=reading("Công an Quận Đống Đa"), gold=GOLD) == 0.0


def test_units_of_another_level_are_other_units() -> None:
    item = {"name": "Đống Đa", "level": "district"}
    district = reading("Quận Đống Đa", level="https://w3id.org/kgraph-vn/vocab/level/district")
    ward = reading("Phường Đống Đa", level="https://w3id.org/kgraph-vn/vocab/level/commune")
    assert fit_place(item, "i", reading=district, gold=GOLD) == 1.0
    assert fit_place(item, "i", reading=ward, gold=GOLD) == 0.0
    assert fit_place({"name": "Đống Đa", "level": "ward"}, "i", reading=ward, gold=GOLD) == 1.0


def test_an_event_of_the_same_day_but_neither_kind_nor_name_is_another() -> None:
    item = {"kind": "hội nghị", "name": "Hội nghị tổng kết", "date": "2024-12-16"}
    assert fit_event(item, "i", reading=reading("Hội nghị tổng kết", kind="hội nghị", date="2024-12-16"), gold=GOLD) == pytest.approx(1.0)
    assert fit_event(item, "i", reading=reading("Giải bóng đá", kind="giải", date="2024-12-16"), gold=GOLD) == 0.0


def test_each_node_is_at_most_one_item_and_the_best_fit_comes_first() -> None:
    likeness = {("a", "x"): 0.8, ("a", "y"): 0.9, ("b", "y"): 0.95, ("b", "x"): 0.1}
    assert assign(["a", "b"], ["x", "y"], lambda item, iri: likeness[item, iri], 0.5) == {"y": "b", "x": "a"}
