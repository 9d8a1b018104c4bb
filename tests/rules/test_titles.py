"""Titles as written, alone and in lists of one person."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kgraph.lexicon import Lexicon
from kgraph.model import Findings
from kgraph.rules.bodies import index_bodies
from kgraph.rules.titles import find_titles
from kgraph.scan import Page

Scan = Callable[[str], Page]
Read = Callable[..., Findings]


def lists(page: Page, lexicon: Lexicon) -> list[list[str]]:
    return [[page.text[t.begin : t.end] for t in row] for row in find_titles(page, index_bodies(page, (), lexicon), lexicon)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bí thư Quận ủy dự.", [["Bí thư Quận ủy"]]),
        ("Trưởng ban Tuyên giáo Thành ủy dự.", [["Trưởng ban Tuyên giáo Thành ủy"]]),
        ("Trưởng Ban Tổ chức Tỉnh ủy dự.", [["Trưởng Ban Tổ chức Tỉnh ủy"]]),
        ("Thành ủy viên, Bí thư Quận ủy dự.", [["Thành ủy viên", "Bí thư Quận ủy"]]),
        ("Chủ tịch HĐND huyện khóa XIX, nhiệm kỳ 2021 - 2026, Bí thư Quận ủy dự.", [["Chủ tịch HĐND huyện", "Bí thư Quận ủy"]]),
        ("Đại biểu Quốc hội khóa XV, Bí thư Quận ủy dự.", [["Đại biểu Quốc hội", "Bí thư Quận ủy"]]),
        ("Đại biểu HĐND huyện, Bí thư Quận ủy dự.", [["Đại biểu HĐND huyện", "Bí thư Quận ủy"]]),
        ("Phó Bí thư Thường trực Quận ủy, Chủ tịch HĐND quận dự.", [["Phó Bí thư Thường trực Quận ủy", "Chủ tịch HĐND quận"]]),
        ("Ủy viên Ban Thường vụ Huyện ủy, Chủ tịch UBMTTQ huyện dự.", [["Ủy viên Ban Thường vụ Huyện ủy", "Chủ tịch UBMTTQ huyện"]]),
        ("Bí thư Đảng ủy - Chủ tịch HĐND phường dự.", [["Bí thư Đảng ủy", "Chủ tịch HĐND phường"]]),
        ("Chủ tịch UBND huyện kiêm Trưởng Ban Chỉ đạo huyện dự.", [["Chủ tịch UBND huyện", "Trưởng Ban Chỉ đạo huyện"]]),
        ("Bí thư Quận ủy phát biểu, sau đó Chủ tịch UBND quận kết luận.", [["Bí thư Quận ủy"], ["Chủ tịch UBND quận"]]),
        ("Phó Chủ tịch nước gửi lẵng hoa.", [["Phó Chủ tịch nước"]]),
        ("Bộ trưởng Nội vụ trả lời.", [["Bộ trưởng Nội vụ"]]),
        ("Ban Bí thư và Hội đồng họp.", []),
    ],
)
def test_a_title_reaches_to_the_end_of_its_body(text: str, expected: list[list[str]], scan: Scan, lexicon: Lexicon) -> None:
    assert lists(scan(text), lexicon) == expected


@pytest.mark.parametrize(
    ("text", "former"),
    [
        ("nguyên Bí thư Quận ủy dự.", True),
        ("Nguyên Chủ tịch UBND quận dự.", True),
        ("cựu Chủ tịch UBND quận dự.", True),
        ("Chủ tịch UBND quận (cũ) dự.", True),
        ("Bí thư Quận ủy dự.", False),
        ("Trung tâm Tây Nguyên, Bí thư Quận ủy dự.", False),
    ],
)
def test_a_title_knows_whether_it_is_a_former_one(text: str, former: bool, scan: Scan, lexicon: Lexicon) -> None:
    page = scan(text)
    ((title,),) = find_titles(page, index_bodies(page, (), lexicon), lexicon)
    assert title.former is former


@pytest.mark.parametrize(
    ("text", "plural"),
    [
        ("các Phó Chủ tịch UBND huyện: A", True),
        ("Các đồng chí Phó Bí thư Quận ủy", True),
        ("hai Phó Chủ tịch HĐND", True),
        ("đồng chí Phó Chủ tịch UBND", False),
    ],
)
def test_a_title_knows_whether_several_bear_it(text: str, plural: bool, scan: Scan, lexicon: Lexicon) -> None:
    page = scan(text)
    ((title,),) = find_titles(page, index_bodies(page, (), lexicon), lexicon)
    assert title.plural is plural


@pytest.mark.parametrize(
    ("titles", "expected"),
    [
        ("Thành ủy viên, Bí thư Quận ủy", {("Ủy viên", "Thành ủy Hà Nội"), ("Bí thư", "Quận ủy Ba Đình")}),
        ("Phó Bí thư, Chủ tịch UBND quận", {("Phó Bí thư", "Quận ủy Ba Đình"), ("Chủ tịch", "UBND quận Ba Đình")}),
        ("Bí thư Đảng ủy, Chủ tịch HĐND phường Kim Mã", {("Bí thư", "Đảng ủy phường Kim Mã"), ("Chủ tịch", "HĐND phường Kim Mã")}),
        (
            "Ủy viên Ban Thường vụ, Trưởng ban Dân vận Quận ủy",
            {("Ủy viên Ban Thường vụ", "Quận ủy Ba Đình"), ("Trưởng ban", "Ban Dân vận Quận ủy Ba Đình")},
        ),
        ("Quận ủy viên, Trưởng phòng Nội vụ quận", {("Ủy viên", "Quận ủy Ba Đình"), ("Trưởng phòng", "Phòng Nội vụ quận Ba Đình")}),
        ("Ủy viên Bộ Chính trị, Bí thư Thành ủy Hà Nội", {("Ủy viên", "Bộ Chính trị"), ("Bí thư", "Thành ủy Hà Nội")}),
        ("Chủ tịch nước", {("Chủ tịch nước", "Nước Cộng hòa xã hội chủ nghĩa Việt Nam")}),
    ],
)
def test_a_body_without_a_place_takes_that_of_its_neighbour_or_of_the_article(
    titles: str, expected: set[tuple[str, str]], read: Read, lexicon: Lexicon
) -> None:
    (official,) = read(f"Quận ủy Ba Đình tổ chức hội nghị. Đồng chí Vũ Thị Hạnh, {titles} dự.", "2024-03-19").officials
    assert {(lexicon.entry(f"role/{h.role}").vi, h.organization.label) for h in official.holdings if h.organization} == expected


def test_a_no_break_space_stands_between_role_and_body(scan: Scan, lexicon: Lexicon) -> None:
    assert [[t.replace("\u00a0", " ") for t in row] for row in lists(scan("Bí\u00a0thư\u00a0Quận\u00a0ủy dự."), lexicon)] == [
        ["Bí thư Quận ủy"]
    ]


def test_a_former_post_is_followed_by_the_others_of_its_body(read: Read) -> None:
    (official,) = read("Bà Lê Minh Khôi, nguyên Chủ tịch HĐQT, Bí thư Đảng ủy, Tổng giám đốc Công ty Hoàng Gia bị kỷ luật.").officials
    assert {(h.role, h.organization.label if h.organization else "", h.status) for h in official.holdings} == {
        ("chu-tich-hdqt", "Công ty Hoàng Gia", "former"),
        ("bi-thu", "Đảng ủy Công ty Hoàng Gia", "former"),
        ("tong-giam-doc", "Công ty Hoàng Gia", "former"),
    }


@pytest.mark.parametrize(
    ("text", "posts"),
    [
        (
            "Ông Lê Văn Hùng, Ủy viên Thường vụ, Chủ tịch Ủy ban MTTQ Việt Nam tỉnh dự họp tại huyện Đắk Song, tỉnh Đắk Nông.",
            {
                ("uy-vien-ban-thuong-vu", "Tỉnh ủy Đắk Nông", "held"),
                ("chu-tich", "Ủy ban MTTQ Việt Nam tỉnh Đắk Nông", "held"),
            },
        ),
        (
            "Ông Lê Văn Hùng, Ủy viên Ban Thường vụ Đảng ủy, Trưởng Ban Xây dựng Đảng xã Kim Liên, huyện Nam Đàn dự họp.",
            {
                ("uy-vien-ban-thuong-vu", "Đảng ủy xã Kim Liên", "held"),
                ("truong-ban", "Ban Xây dựng Đảng xã Kim Liên", "held"),
            },
        ),
    ],
)
def test_a_post_of_a_committee_is_of_the_level_of_the_next_one(
    text: str, posts: set[tuple[str, str, str]], positions: Callable[..., dict[str, set[tuple[str, str, str]]]]
) -> None:
    assert positions(text)["Lê Văn Hùng"] == posts
