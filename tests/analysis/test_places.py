"""A place with those before, after and in it; each line says which of them it is of."""

from __future__ import annotations

from collections.abc import Callable

from kgraph.analysis.finding import find
from kgraph.analysis.places import Place, read_place, statements
from kgraph.analysis.whole import Whole

ID = "https://w3id.org/kgraph-vn/id/"
ROWS = """
unit/tinh a AdministrativeUnit "Tỉnh A"
unit/quan a AdministrativeUnit "Quận B"
unit/quan within unit/tinh
unit/quan validTo "2025-06-30"
unit/phuong a AdministrativeUnit "Phường C"
unit/phuong within unit/tinh
unit/phuong validFrom "2025-07-01"
unit/quan succeededBy unit/phuong
organization/qu a Organization "Quận ủy B"
organization/qu hasJurisdictionOver unit/quan
organization/qu organizes event/e @a1
event/e a Event "Hội nghị"
event/e dateEdtf "2024-03-19"
article/a1 a Article
article/a1 mentions organization/qu @a1
article/a1 about unit/quan @a1
article/a1 publishedEdtf "2024-03-20"
article/a2 a Article
article/a2 about unit/quan @a2
article/a2 reprintOf article/a1 @a2
directive/kh a Directive "Kế hoạch 1"
directive/kh issuedBy organization/qu @a1
"""


def lines(place: Place) -> list[tuple[str, str, str]]:
    return [(one.kind, one.entity.label, one.unit.label) for one in place.found]


def test_a_ward_shows_what_is_told_of_the_district_before_it(whole_of: Callable[[str], Whole]) -> None:
    whole = whole_of(ROWS)
    place = read_place(whole, ID + "unit/phuong")
    assert [(unit.unit.label, unit.tie) for unit in place.units] == [("Phường C", "itself"), ("Quận B", "before")]
    assert lines(place) == [("event", "Hội nghị", "Quận B"), ("document", "Kế hoạch 1", "Quận B"), ("body", "Quận ủy B", "Quận B")]
    assert [said.quote for said in statements(whole, place.of("event")[0])] == ["organization/qu organizes event/e"]


def test_a_province_shows_what_is_in_it_only_where_asked(whole_of: Callable[[str], Whole]) -> None:
    whole = whole_of(ROWS)
    assert read_place(whole, ID + "unit/tinh").found == ()
    assert len(read_place(whole, ID + "unit/tinh", within=True).found) == 3


def test_the_articles_about_a_unit_are_its_measure(whole_of: Callable[[str], Whole]) -> None:
    place = read_place(whole_of(ROWS), ID + "unit/quan")
    assert [(u.articles, u.dated, u.reprints, u.valid_to) for u in place.units if u.tie == "itself"] == [(2, 1, 1, "2025-06-30")]


def test_a_district_of_the_seeds(seeds: Whole) -> None:
    (district,) = find((e for e in seeds.entities.values() if e.class_name == "AdministrativeUnit"), "quan dong da")
    place = read_place(seeds, district.iri)
    assert {unit.tie for unit in place.units} == {"itself", "after"}
    assert [one.entity.label for one in place.of("document")] == ["Kế hoạch 347-KH/QU", "Công văn 598-CV/BTGQU"]
    assert {one.entity.label for one in place.of("post")} == {"Nguyễn Anh Cường", "Đinh Trường Thọ"}
    assert all(statements(seeds, one) for kind in ("event", "campaign", "document", "post") for one in place.of(kind))
