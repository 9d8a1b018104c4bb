"""Units by name, place and day."""

from __future__ import annotations

import sqlite3
import unicodedata
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from kgraph.errors import LexiconError, NothingMatched, Refused
from kgraph.gazetteer import Gazetteer, open_gazetteer


@pytest.fixture(scope="module")
def gazetteer() -> Iterator[Gazetteer]:
    opened = open_gazetteer()
    yield opened
    opened.close()


def keys(gazetteer: Gazetteer, name: str, **narrowing: str) -> list[str]:
    return [unit.key for unit in gazetteer.named(name, **narrowing)]


def test_a_district_ends_with_its_level_and_wards_follow_it(gazetteer: Gazetteer) -> None:
    district = gazetteer.unit("unit/quan-dong-da--ha-noi")
    assert (district.label, district.name, district.designation, district.level) == ("Quận Đống Đa", "Đống Đa", "Quận", "district")
    assert (district.valid_from, district.valid_to) == (None, "2025-06-30")
    followers = gazetteer.successors(district)
    assert {"unit/phuong-dong-da--ha-noi", "unit/phuong-kim-lien--ha-noi"} <= {unit.key for unit in followers}
    assert {(unit.level, unit.valid_from, unit.within) for unit in followers} == {("commune", "2025-07-01", "unit/ha-noi")}
    assert all(district in gazetteer.predecessors(unit) for unit in followers)


def test_a_numbered_ward_is_told_by_its_district(gazetteer: Gazetteer) -> None:
    assert len(gazetteer.named("Phường 4")) > 20
    (ward,) = gazetteer.named("Phường 4", within="unit/quan-11--ho-chi-minh")
    assert (ward.label, ward.name) == ("Phường 4", "Phường 4")
    assert gazetteer.named("phường 04", within="unit/quan-11--ho-chi-minh") == (ward,)
    assert [unit.label for unit in gazetteer.ancestors(ward)] == ["Quận 11", "Thành phố Hồ Chí Minh"]
    assert gazetteer.named("Phường 4", within="unit/quan-dong-da--ha-noi") == ()


def test_the_day_tells_a_district_from_the_ward_that_took_its_name(gazetteer: Gazetteer) -> None:
    assert keys(gazetteer, "Thanh Xuân", on="2024-10-11", within="unit/ha-noi", designation="quận") == ["unit/quan-thanh-xuan--ha-noi"]
    assert keys(gazetteer, "Thanh Xuân", on="2025-07", within="unit/ha-noi") == ["unit/phuong-thanh-xuan--ha-noi"]
    assert keys(gazetteer, "Thanh Xuân", level="district") == ["unit/quan-thanh-xuan--ha-noi"]


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("2025-06-30", ["unit/hai-phong"]),
        ("2025-07-01", ["unit/hai-phong-2025"]),
        ("2025-06", ["unit/hai-phong"]),
        ("2025", ["unit/hai-phong", "unit/hai-phong-2025"]),
        (None, ["unit/hai-phong", "unit/hai-phong-2025"]),
    ],
)
def test_a_merged_province_is_a_new_unit_from_the_day_of_the_reform(gazetteer: Gazetteer, on: str | None, expected: list[str]) -> None:
    assert [unit.key for unit in gazetteer.named("Hải Phòng", level="province", on=on)] == expected


def test_what_lay_in_a_province_stays_in_the_unit_it_lay_in(gazetteer: Gazetteer) -> None:
    district, ward = gazetteer.named("Lê Chân")
    assert (district.within, ward.within) == ("unit/hai-phong", "unit/hai-phong-2025")
    assert [unit.key for unit in gazetteer.successors(gazetteer.unit("unit/hai-duong"))] == ["unit/hai-phong-2025"]


def test_a_province_with_the_same_land_stays_the_same_unit(gazetteer: Gazetteer) -> None:
    for name in ("Hà Nội", "Cao Bằng", "Thanh Hóa", "Lạng Sơn"):
        (unit,) = gazetteer.named(name, level="province")
        assert (unit.valid_from, unit.valid_to) == (None, None)


@pytest.mark.parametrize(("on", "number"), [("2024-01-01", 63), ("2025-01-01", 63), ("2026-01-01", 34), ("2026-08-01", 34)])
def test_provinces_are_as_many_as_there_were(gazetteer: Gazetteer, on: str, number: int) -> None:
    assert len(gazetteer.units(level="province", on=on)) == number


@pytest.mark.parametrize(("on", "number"), [("2022-06-15", 705), ("2025-06-15", 696), ("2025-07-01", 0)])
def test_districts_are_as_many_as_the_lists_say(gazetteer: Gazetteer, on: str, number: int) -> None:
    assert len(gazetteer.units(level="district", on=on)) == number


def test_hue_became_a_city_of_its_own_on_new_years_day(gazetteer: Gazetteer) -> None:
    province, district = gazetteer.named("Thành phố Huế")
    assert (province.key, province.valid_from) == ("unit/hue", "2025-01-01")
    assert (district.key, district.valid_to) == ("unit/thanh-pho-hue--thua-thien-hue", "2024-12-31")
    (before,) = gazetteer.predecessors(province)
    assert (before.key, before.valid_to) == ("unit/thua-thien-hue", "2024-12-31")
    assert gazetteer.unit("unit/huyen-a-luoi--hue").valid_from == "2025-01-01"


def test_marks_and_their_place_do_not_matter(gazetteer: Gazetteer) -> None:
    expected = gazetteer.named("Thành phố Huế")
    assert gazetteer.named(unicodedata.normalize("NFD", "Thành phố Huế")) == expected
    assert gazetteer.named("THÀNH PHỐ HUẾ") == gazetteer.named("thanh pho hue") == expected
    assert gazetteer.named("Thanh Hoá") == gazetteer.named("Thanh Hóa") != ()
    assert gazetteer.named("Thuỷ  Nguyên") == gazetteer.named("Thủy Nguyên") != ()


def test_letters_alone_are_a_last_resort(gazetteer: Gazetteer) -> None:
    assert keys(gazetteer, "quan dong da") == ["unit/quan-dong-da--ha-noi"]
    assert "unit/phuong-sa-pa-03002--thi-xa-sa-pa--lao-cai" not in keys(gazetteer, "Sa Pa")
    assert keys(gazetteer, "Đồng Đà") == []


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("TPHCM", "unit/ho-chi-minh"),
        ("Tp.HCM", "unit/ho-chi-minh"),
        ("TP. Hồ Chí Minh", "unit/ho-chi-minh"),
        ("Thừa Thiên – Huế", "unit/thua-thien-hue"),
        ("Bà Rịa-Vũng Tàu", "unit/ba-ria-vung-tau"),
        ("BR-VT", "unit/ba-ria-vung-tau"),
        ("Đăk Lăk", "unit/dak-lak"),
        ("Daklak", "unit/dak-lak"),
        ("Kontum", "unit/kon-tum"),
        ("Qui Nhơn", "unit/thanh-pho-quy-nhon--binh-dinh"),
        ("Mĩ Đức", "unit/huyen-my-duc--ha-noi"),
        ("huyện Cư M’gar", "unit/huyen-cu-m-gar--dak-lak"),
        ("Thủ đô", "unit/ha-noi"),
    ],
)
def test_other_spellings_are_known(gazetteer: Gazetteer, written: str, key: str) -> None:
    assert key in keys(gazetteer, written)


def test_names_for_a_scan_are_folded_and_leave_out_common_words(gazetteer: Gazetteer) -> None:
    names = gazetteer.folded_names("province")
    assert {"hà nội", "tp.hcm", "thừa thiên - huế", "đắk lắk", "đăk lăk"} <= set(names)
    assert "thủ đô" not in names
    assert "ha noi" not in names
    assert list(names) == sorted(set(names))
    assert {"đống đa", "quận 11", "quy nhơn"} <= set(gazetteer.folded_names("district"))


def test_former_units_lead_to_what_followed(gazetteer: Gazetteer) -> None:
    assert [unit.label for unit in gazetteer.successors(gazetteer.unit("unit/huyen-tu-liem--ha-noi"))] == [
        "Quận Bắc Từ Liêm",
        "Quận Nam Từ Liêm",
    ]
    (city,) = gazetteer.successors(gazetteer.unit("unit/quan-2--ho-chi-minh"))
    assert (city.label, city.valid_from) == ("Thành phố Thủ Đức", "2021-01-01")
    assert keys(gazetteer, "Từ Liêm", on="2012") == ["unit/huyen-tu-liem--ha-noi"]
    assert keys(gazetteer, "Thủ Đức", level="district", on="2019-05-01") == ["unit/quan-thu-duc--ho-chi-minh"]


def test_a_change_between_two_lists_has_no_day_but_bounds(gazetteer: Gazetteer) -> None:
    listing = gazetteer.listing("unit/phuong-4--quan-11--ho-chi-minh")
    assert (listing.unit.valid_to, listing.last_seen, listing.latest) == (None, "2023-04", "2025-02-28")
    assert keys(gazetteer, "Phường 4", within="unit/quan-11--ho-chi-minh", on="2024-12") != []
    assert keys(gazetteer, "Phường 4", within="unit/quan-11--ho-chi-minh", on="2025-03") == []


def test_a_raised_district_takes_its_communes_along(gazetteer: Gazetteer) -> None:
    old, new = (gazetteer.unit(f"unit/xa-viet-thong--{of}-que-vo--bac-ninh") for of in ("huyen", "thi-xa"))
    assert gazetteer.successors(old) == (new,)
    assert (old.valid_to, new.valid_from) == ("2023-04-09", "2023-04-10")


def test_answers_stand_in_one_order(gazetteer: Gazetteer) -> None:
    rank = ("province", "district", "commune")
    for name in ("Bắc Ninh", "Hòa Bình", "Thanh Xuân", "Tân Thành"):
        found = gazetteer.named(name)
        assert len(found) > 1
        assert list(found) == sorted(found, key=lambda unit: (rank.index(unit.level), unit.key))


def test_each_unit_lies_in_units_that_could_exist_with_it(gazetteer: Gazetteer) -> None:
    for unit in gazetteer.units(level="district") + gazetteer.named("Tân Thành") + gazetteer.named("Phường 1"):
        listing = gazetteer.listing(unit.key)
        for above in gazetteer.ancestors(unit):
            assert gazetteer.listing(above.key).can_exist(listing.earliest or "0000", listing.latest or "9999"), (unit, above)


def test_one_begins_when_the_other_ends(gazetteer: Gazetteer) -> None:
    for unit in gazetteer.units(level="district"):
        for after in gazetteer.successors(unit):
            if unit.valid_to and after.valid_from:
                assert date.fromisoformat(unit.valid_to) + timedelta(days=1) == date.fromisoformat(after.valid_from), (unit, after)


def test_level_words_come_from_the_data(gazetteer: Gazetteer) -> None:
    assert gazetteer.designations("district") == ("Huyện", "Quận", "Thành phố", "Thị xã")
    assert set(gazetteer.designations()) > set(gazetteer.designations("commune"))


def test_it_says_what_it_was_made_from(gazetteer: Gazetteer) -> None:
    assert gazetteer.version == "2026-08"
    assert len(gazetteer.sha256) == 64


@pytest.mark.parametrize("name", ["", " ", "Xứ Nào Đó", "'; DROP TABLE unit; --", "%", "quận", "\u0000"])
def test_what_is_no_unit_is_not_found(gazetteer: Gazetteer, name: str) -> None:
    assert gazetteer.named(name) == ()


@pytest.mark.parametrize("on", ["2024-1-1", "19/3/2024", "XXXX-03-19", "", "2024-03-19T00:00"])
def test_a_day_in_another_form_is_refused(gazetteer: Gazetteer, on: str) -> None:
    with pytest.raises(Refused, match="2024-03-19"):
        gazetteer.named("Hà Nội", on=on)


def test_unknown_keys_are_faults(gazetteer: Gazetteer) -> None:
    with pytest.raises(NothingMatched, match="unit/nowhere"):
        gazetteer.unit("unit/nowhere")
    with pytest.raises(NothingMatched):
        gazetteer.named("Hà Nội", within="unit/nowhere")


def test_a_missing_or_damaged_file_is_a_fault_that_says_what_to_do(tmp_path: Path) -> None:
    damaged, other = tmp_path / "damaged.sqlite", tmp_path / "other.sqlite"
    damaged.write_bytes(b"no database" * 100)
    with sqlite3.connect(other) as base:
        base.execute("CREATE TABLE meta (name TEXT, value TEXT)")
    base.close()
    for path in (tmp_path / "missing.sqlite", damaged, other):
        with pytest.raises(LexiconError, match="build_gazetteer"):
            open_gazetteer(path)


def test_the_file_is_never_written(tmp_path: Path) -> None:
    source = open_gazetteer()
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        source._base.execute("DELETE FROM unit")
    source.close()
