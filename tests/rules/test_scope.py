"""What an article is about, and what a bare level word means in it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kgraph.model import Findings, Unit
from kgraph.rules.scope import Scope, local_unit

Read = Callable[..., Findings]
HANOI = Unit("unit/ha-noi", "Hà Nội", "Hà Nội", "province", "Thành phố")
DISTRICT = Unit("unit/quan-ba-dinh--ha-noi", "Ba Đình", "Quận Ba Đình", "district", "Quận", within=HANOI.key, valid_to="2025-06-30")


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Quận ủy Ba Đình tổ chức hội nghị. Bí thư Quận ủy phát biểu.", "Quận Ba Đình"),
        ("Quận ủy tổ chức hội nghị. Quận Ba Đình có nhiều thành tích.", "Quận Ba Đình"),
        ("Thành ủy Hải Phòng tổ chức hội nghị. UBND thành phố dự.", "Hải Phòng"),
        ("Đảng ủy phường Kim Mã, quận Ba Đình tổ chức hội nghị. Đảng ủy phường khen thưởng.", "Phường Kim Mã"),
        ("UBND xã Anh Sơn Đông, tỉnh Nghệ An tổ chức hội nghị ngày 3/8/2025.", "Xã Anh Sơn Đông"),
        ("Huyện ủy Anh Sơn tổ chức hội nghị. Tỉnh ủy Nghệ An khen huyện.", "Huyện Anh Sơn"),
        (
            "Đảng ủy phường Tương Mai, thành phố Hà Nội họp ngày 3/8/2025. Phường gồm phần lớn phường Trương Định, quận Hai Bà Trưng "
            "và phường Tân Mai, quận Hoàng Mai trước đây. Trụ sở của phường Tương Mai ở phường Trương Định, quận Hai Bà Trưng cũ.",
            "Phường Tương Mai",
        ),
        ("Hội Nông dân Phường 1 họp. Lãnh đạo thành phố dự.", "Phường 1"),
        ("Chính phủ họp phiên thường kỳ.", None),
        ("", None),
    ],
)
def test_an_article_is_about_the_unit_it_speaks_of(text: str, unit: str | None, read: Read) -> None:
    about = read(text).about
    assert (about.label if about else None) == unit


@pytest.mark.parametrize("text", ["Lãnh đạo tỉnh Nghệ An và lãnh đạo tỉnh Hà Tĩnh ký kết.", "Hà Nội, Hải Phòng và Cần Thơ cùng dự."])
def test_equals_leave_an_article_about_nothing(text: str, read: Read) -> None:
    assert read(text).about is None


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        (
            "Quận Thanh Xuân ra mắt Không gian văn hóa Hồ Chí Minh\n"
            "Chiều ngày 15/5, tại Trường THCS Nguyễn Trãi, phường Khương Trung, UBND quận Thanh Xuân tổ chức lễ ra mắt.",
            "Quận Thanh Xuân",
        ),
        (
            "Tiếp xúc cử tri quận Hải An\nChiều 25/6/2024, đại biểu gặp cử tri phường Đằng Hải. Chủ tịch UBND quận trả lời.",
            "Quận Hải An",
        ),
        ("QUẬN ỦY BA ĐÌNH SƠ KẾT\nSáng 3/4/2024, tại phường Kim Mã, Quận ủy tổ chức hội nghị sơ kết công tác quý I.", "Quận Ba Đình"),
    ],
)
def test_a_venue_does_not_make_an_article_about_the_ward(text: str, unit: str, read: Read) -> None:
    about = read(text).about
    assert about is not None and about.label == unit


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Quận Ba Đình họp. Bí thư Quận ủy Vũ Thị Hạnh dự.", "Quận ủy Ba Đình"),
        ("Quận Ba Đình họp. Chủ tịch UBND quận Vũ Thị Hạnh dự.", "UBND quận Ba Đình"),
        ("Quận Ba Đình họp. Bí thư Thành ủy Vũ Thị Hạnh dự.", "Thành ủy Hà Nội"),
        ("Quận Ba Đình họp. Trưởng ban Tuyên giáo Quận ủy Vũ Thị Hạnh dự.", "Ban Tuyên giáo Quận ủy Ba Đình"),
        ("Thành phố Vinh họp. Bí thư Thành ủy Vũ Thị Hạnh dự.", "Thành ủy Vinh"),
        ("Thành phố Vinh họp. Bí thư Tỉnh ủy Vũ Thị Hạnh dự.", "Tỉnh ủy Nghệ An"),
        ("Phường Kim Mã, quận Ba Đình họp. Bí thư Đảng ủy phường Vũ Thị Hạnh dự.", "Đảng ủy phường Kim Mã"),
        ("Huyện Anh Sơn họp. Chủ tịch HĐND tỉnh Vũ Thị Hạnh dự.", "HĐND tỉnh Nghệ An"),
    ],
)
def test_a_bare_body_is_that_of_the_context(text: str, body: str, read: Read) -> None:
    (official,) = read(text, "2024-03-19").officials
    assert [h.organization.label for h in official.holdings if h.organization] == [body]


@pytest.mark.parametrize(
    "text",
    ["Bí thư Quận ủy Vũ Thị Hạnh dự.", "Tỉnh Nghệ An họp. Bí thư Quận ủy Vũ Thị Hạnh dự."],
)
def test_a_body_that_the_context_cannot_place_stays_this_articles_own(text: str, read: Read) -> None:
    (official,) = read(text).officials
    (holding,) = official.holdings
    assert holding.organization is not None
    assert (holding.organization.label, holding.organization.jurisdiction) == ("Quận ủy", None)
    assert holding.organization.key.endswith("--a")


@pytest.mark.parametrize(
    ("levels", "designations", "unit"),
    [
        (["district"], [], DISTRICT),
        (["province"], [], HANOI),
        (["district", "province"], [], DISTRICT),
        (["district"], ["Huyện"], None),
        (["province", "district"], ["Thành phố"], HANOI),
        (["commune"], [], None),
        ([], [], None),
    ],
)
def test_a_scope_gives_its_lowest_unit_of_a_level(levels: list[str], designations: list[str], unit: Unit | None) -> None:
    assert Scope((DISTRICT, HANOI)).at(levels, designations) == unit


def test_the_unit_of_a_scope_is_its_lowest() -> None:
    assert Scope((DISTRICT, HANOI)).unit == DISTRICT and Scope().unit is None


def test_a_local_unit_is_no_others_namesake() -> None:
    local = local_unit(DISTRICT, "tin-7")
    assert (local.key, local.label, local.within, local.valid_to) == ("unit/quan-ba-dinh--tin-7", "Quận Ba Đình", None, None)
    assert local_unit(local, "tin-7") == local


def test_a_name_of_many_wards_shows_no_province(read: Read) -> None:
    found = read("Hội Nông dân Phường 1 họp. Ông Vũ Văn An, Phó Chủ tịch Hội Nông dân thành phố dự.")
    assert [h.organization.label for o in found.officials for h in o.holdings if h.organization] == ["Hội Nông dân thành phố"]
