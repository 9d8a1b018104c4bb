"""Names of persons, and capitalised words that are none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kgraph.lexicon import Lexicon
from kgraph.model import Findings
from kgraph.rules.names import find_names, is_plain_list
from kgraph.scan import Page

Scan = Callable[[str], Page]
Read = Callable[..., Findings]


def names(page: Page, lexicon: Lexicon) -> list[str]:
    return [name.name for name in find_names(page, (), lexicon)]


@pytest.mark.parametrize(
    "name",
    [
        "Vũ Thị Hạnh",
        "Lê Sen",
        "Đặng Trần Bảo Ngân",
        "Nguyễn Thị Vân Anh",
        "Đỗ Tuấn Anh",
        "Mai Thị Ông Bích",
        "Đồng Văn Khiêm",
        "Trần Hà Nam",
        "Vũ Thái Bình",
        "Phan Thị Kim Liên",
        "Hoàng Công Đoàn",
        "Đinh Trường Sơn",
        "Y Blim Niê",
        "Giàng A Páo",
        "Ksor H'Lâm",
        "H'Kim Hoa Byă",
        "K’Sor Phước",
        "Thích Thanh Minh",
        "Điểu K'Ré",
        "Nguyễn Hoà Thuận",
        "Đào Văn Đảng",
        "Lê Đình Tỉnh",
        "Phan Văn Huyện",
        "Lê Văn Sáng",
        "Huỳnh Thành Phát",
        "Trần Văn Năm",
        "Bùi Văn Thực",
        "Đỗ Công Đồng",
        "Phan Văn Tiếp",
        "Ông Văn Tính",
    ],
)
def test_a_run_of_capitals_behind_a_surname_is_a_name(name: str, read: Read) -> None:
    findings = read(f"Dự hội nghị có đồng chí {name}, Bí thư Quận ủy Ba Đình.")
    assert [o.label for o in findings.officials] == [name]


@pytest.mark.parametrize(
    "before",
    [
        "đồng chí ",
        "các đồng chí: ",
        "ông ",
        "bà ",
        "Đ/c ",
        "Thiếu tướng ",
        "TS. ",
        "PGS.TS ",
        "ThS. ",
        "đồng chí Đại tá ",
        "Nhà giáo Ưu tú ",
    ],
)
def test_forms_of_address_ranks_and_degrees_are_no_part_of_a_name(before: str, scan: Scan, lexicon: Lexicon) -> None:
    assert names(scan(f"Dự lễ có {before}Lê Văn Khải."), lexicon) == ["Lê Văn Khải"]


@pytest.mark.parametrize(
    "text",
    [
        "Chủ tịch Hồ Chí Minh",
        "đồng chí Lê Hồng Phong",
        "cụ Phan Bội Châu",
        "Đại tướng Võ Nguyên Giáp",
        "Mác - Lênin",
        "VŨ THỊ HẠNH DỰ HỘI NGHỊ",
        "Đoàn Thanh niên Cộng sản",
        "Hồ Chí Minh",
        "Tổ quốc Việt Nam",
        "An sinh xã hội",
        "đồng chí Hạnh",
    ],
)
def test_history_capitals_and_bare_given_names_are_no_persons(text: str, scan: Scan, lexicon: Lexicon) -> None:
    assert names(scan(f"Hội nghị nhắc đến {text} nhiều lần.") if text != text.upper() else scan(text), lexicon) == []


@pytest.mark.parametrize("text", ["Trường THPT Lê Hồng Phong", "Trường Tiểu học Nguyễn Văn Tâm", "Bệnh viện Trần Thị Lý"])
def test_a_school_that_bears_a_name_is_no_person(text: str, read: Read) -> None:
    assert read(f"Ngày 3/4/2024, {text} tổ chức lễ kỷ niệm tại quận Ba Đình.").officials == ()


def test_a_name_never_touches_what_is_something_else(scan: Scan, lexicon: Lexicon) -> None:
    page = scan("Trường THPT Lê Văn Khải và bà Vũ Thị Hạnh.")
    taken = (page.text.index("Trường"), page.text.index(" và"))
    assert [n.name for n in find_names(page, (taken,), lexicon)] == ["Vũ Thị Hạnh"]


def test_a_name_knows_whether_it_is_addressed(scan: Scan, lexicon: Lexicon) -> None:
    page = scan("Đồng chí Lê Văn Khải dự. Vũ Thị Hạnh dự.")
    first, second = find_names(page, (), lexicon)
    assert (first.addressed, page.text[first.lead : first.begin]) == (True, "Đồng chí ")
    assert (second.addressed, second.lead) == (False, second.begin)


def test_a_name_in_a_plain_list_behind_an_addressed_one_is_addressed_too(scan: Scan, lexicon: Lexicon) -> None:
    page = scan("Đồng chí Lê Văn Khải, Vũ Thị Hạnh dự.")
    first, second = find_names(page, (), lexicon)
    assert (first.addressed, second.addressed) == (True, True)
    assert second.lead == second.begin


@pytest.mark.parametrize(
    ("gap", "plain"),
    [
        (", ", True),
        (" và ", True),
        ("; ", True),
        (", đồng chí ", True),
        (" và bà ", True),
        (" gặp ", False),
        (". ", False),
        (" - Bí thư, ", False),
    ],
)
def test_a_plain_list_has_only_joints_between_its_names(gap: str, plain: bool, scan: Scan, lexicon: Lexicon) -> None:
    page = scan(f"Lê Văn Khải{gap}Vũ Thị Hạnh")
    assert is_plain_list(page, len("Lê Văn Khải"), page.text.index("Vũ"), lexicon) is plain


def test_a_no_break_space_is_a_space(scan: Scan, lexicon: Lexicon) -> None:
    assert [n.replace("\u00a0", " ") for n in names(scan("Dự lễ có đồng chí Lê\u00a0Văn\u00a0Khải."), lexicon)] == ["Lê Văn Khải"]


def test_a_form_of_address_behind_a_place_is_no_syllable_of_a_name(scan: Scan, lexicon: Lexicon) -> None:
    assert names(scan("Lễ diễn ra tại tỉnh Yên Bái Ông Lê Văn Khải sinh ra ở đó."), lexicon) == ["Lê Văn Khải"]


def test_a_name_in_capitals_is_spelled_as_others(scan: Scan, lexicon: Lexicon) -> None:
    assert names(scan("Dự lễ có đồng chí LÊ VĂN KHẢI và BÀ CON nhân dân."), lexicon) == ["Lê Văn Khải"]


@pytest.mark.parametrize("name", ["H'Kim Hoa Byă", "K’Sor Phước", "Thích Thanh Minh"])
def test_a_rare_name_needs_no_form_of_address(name: str, read: Read) -> None:
    assert [o.label for o in read(f"Bí thư Quận ủy Ba Đình {name} phát biểu.").officials] == [name]


@pytest.mark.parametrize(
    "text", ["Đoàn Kinh tế quốc phòng", "sân bay Tân Sơn Nhất", "đường Lê Văn Khải", "Đoàn TTVN", "giải thưởng Trần Văn Lợi"]
)
def test_what_only_bears_a_name_is_no_person(text: str, scan: Scan, lexicon: Lexicon) -> None:
    assert names(scan(f"Đoàn kiểm tra tại {text}, Chủ tịch UBND quận phát biểu."), lexicon) == []


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Chủ tịch UBND thành phố Lê Văn An dự hội nghị.", ["Lê Văn An"]),
        ("Chủ tịch Hội Nhà văn Việt Nam Lê Văn An dự hội nghị.", ["Lê Văn An"]),
        ("Đại biểu HĐND tỉnh TRẦN VĂN BÌNH Gắn phát triển với bảo tồn.", ["Trần Văn Bình"]),
        ("UBND TP Hà Nội họp. Chủ tịch UBND TP Hà Nôi yêu cầu các sở báo cáo.", []),
        ("Đại biểu Quốc hội (Đoàn Thanh Hóa - Phó Chủ nhiệm Ủy ban Pháp luật) phát biểu.", []),
    ],
)
def test_names_behind_titles_and_places_that_are_none(text: str, people: list[str], read: Read) -> None:
    assert [o.label for o in read(f"Tin trong ngày\n{text}").officials] == people


@pytest.mark.parametrize(
    "text",
    [
        "Người dân dự lễ. Ảnh: Hồng Đức Phó Chủ tịch UBND huyện chủ trì cuộc họp.",
        "Tại trụ sở Quốc hội Bồ Đào Nha, Phó Thủ tướng đã hội kiến.",
    ],
)
def test_a_photographer_or_a_country_holds_no_post(text: str, read: Callable[..., Findings]) -> None:
    assert read(text).officials == ()


@pytest.mark.parametrize(
    "text",
    [
        "Ảnh: VGP/Quang Hiếu Thủ tướng yêu cầu các bộ thực hiện.",
        "Nhân dịp xuân Đinh Dậu, Thủ tướng chúc nhân dân mạnh khỏe.",
        "Dự có Phó Thủ tướng Trung Quốc.",
    ],
)
def test_a_photographer_a_year_and_a_role_are_nobody(text: str, scan: Scan, lexicon: Lexicon) -> None:
    assert not names(scan(text), lexicon)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ông Nguyễn Văn Được, Chủ tịch Hội dự.", {"Nguyễn Văn Được"}),
        ("Nguyễn Văn Nam Được biết, huyện đã họp.", {"Nguyễn Văn Nam"}),
        ("Bà Ría Thị Hoa và Ría Thị Lan dự.", {"Ría Thị Hoa", "Ría Thị Lan"}),
        ("Tàu vào sông qua Cảng Thị Vải.", set()),
        ("Đồng chí Lê Văn Nam Thường vụ Huyện ủy dự.", {"Lê Văn Nam"}),
    ],
)
def test_given_names_that_are_words_and_rare_surnames(text: str, found: set[str], scan: Scan, lexicon: Lexicon) -> None:
    assert {n.name for n in find_names(scan(text), (), lexicon)} == found
