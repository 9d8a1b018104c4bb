"""What stands between the head of a body and its place."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kgraph.lexicon import Lexicon
from kgraph.rules.tails import read_tail
from kgraph.scan import Page

Scan = Callable[[str], Page]


@pytest.mark.parametrize(
    ("mode", "head", "tail", "rest"),
    [
        ("field", "Sở", "Nội vụ", " tỉnh Nghệ An tổ chức lễ."),
        ("field", "Phòng", "Giáo dục và Đào tạo", " quận Ba Đình dự."),
        ("field", "Sở", "Tài nguyên - Môi trường", " báo cáo."),
        ("number", "Tổ dân phố", "số 7", " họp."),
        ("number", "Tổ dân phố", "12", ", phường Kim Mã."),
        ("open", "Trường THPT", "Lê Hồng Phong", " tổ chức lễ khai giảng."),
        ("open", "Công ty", "Cổ phần Mía đường Sông Con", " trao quà."),
        ("open", "Trường Đại học", "Khoa học và Công nghệ", " đã họp."),
        ("name", "Trường Chính trị", "Trần Phú", " khai giảng."),
        ("bloc", "Đảng ủy", "Khối doanh nghiệp", " tỉnh Nghệ An."),
        ("bloc", "Đảng ủy", "Khối các cơ quan", " tỉnh Nghệ An."),
        ("bloc", "Đảng ủy", "các cơ quan Đảng", " tỉnh Nghệ An."),
        ("bloc", "Đảng ủy", "Khối các cơ quan và doanh nghiệp", " tỉnh Nghệ An."),
        ("bloc", "Đảng ủy", "UBND", " tỉnh Nghệ An."),
    ],
)
def test_a_tail_ends_where_the_name_ends(mode: str, head: str, tail: str, rest: str, scan: Scan, lexicon: Lexicon) -> None:
    page = scan(f"{head} {tail}{rest}")
    at = len(head) + 1
    assert page.text[at : read_tail(mode, page, at, lexicon)] == tail


@pytest.mark.parametrize(
    ("mode", "text"),
    [
        ("open", "đã tổ chức"),
        ("name", "tổ chức lễ"),
        ("number", "bảy người"),
        ("bloc", "phường Kim Mã"),
        ("open", ", tỉnh"),
        ("field", "của huyện"),
        ("name", ""),
    ],
)
def test_without_a_tail_the_offset_stays(mode: str, text: str, scan: Scan, lexicon: Lexicon) -> None:
    assert read_tail(mode, scan(f"X {text}"), 2, lexicon) == 2


@pytest.mark.parametrize("follower", ["Bí thư Huyện ủy", "huyện Anh Sơn", "Hội nghị"])
def test_a_tail_stops_before_another_thing(follower: str, scan: Scan, lexicon: Lexicon) -> None:
    page = scan(f"Trường THPT Lê Hồng Phong {follower} vui mừng.")
    assert page.text[12 : read_tail("open", page, 12, lexicon)] == "Lê Hồng Phong"


def test_a_person_behind_a_school_is_not_part_of_its_name(scan: Scan, lexicon: Lexicon) -> None:
    page = scan("Hiệu trưởng Trường THPT Hoàng Hoa Vũ Thị Thu Hạnh phát biểu.")
    at = page.text.index("Hoàng")
    assert page.text[at : read_tail("open", page, at, lexicon)] == "Hoàng Hoa"


def test_a_tail_of_small_words_is_bounded(scan: Scan, lexicon: Lexicon) -> None:
    page = scan("Công ty Mía " + "ngọt " * 200)
    assert read_tail("open", page, 8, lexicon) - 8 < 60


@pytest.mark.parametrize(
    ("mode", "head", "tail", "rest"),
    [
        ("open", "Công ty", "Minh Hằng", " 80 triệu đồng (do sử dụng 4 phương tiện)."),
        ("open", "Công đoàn", "Giáo dục Việt Nam", ".Bộ trưởng chúc mừng."),
        ("open", "Công ty", "A.B.C", " dự."),
        ("open", "Tập đoàn", "Trung Nguyên", " tài trợ."),
        ("open", "Công ty", "Xây dựng Hùng Phong", " tài trợ."),
        ("open", "Đội", "Hình sự", " - Công an huyện Anh Sơn dự."),
        ("task", "Ban Chỉ đạo", "xây dựng nông thôn mới", " huyện Anh Sơn họp."),
        ("field", "Phòng", "Nội vụ - Y tế", " họp."),
        ("open", "Viện", "Nghiên cứu phát triển kinh tế xã hội", " tỉnh họp."),
        ("open", "Phòng", "Tài nguyên nước", " đối với ông An."),
        ("open", "Cục", "Quản lý", " nhà và thị trường bất động sản cùng các cơ quan khác họp."),
        ("open", "Công ty", "Nam Triệu", " hứa sửa tàu."),
        ("open", "Tập đoàn", "Việt Úc", " - đem lại việc làm."),
        ("field", "Cục", "Phòng chống tham nhũng", " - Thanh tra Chính phủ họp."),
        ("task", "Ban Chỉ đạo", "", " xây dựng kế hoạch năm."),
    ],
)
def test_where_a_tail_ends(mode: str, head: str, tail: str, rest: str, scan: Scan, lexicon: Lexicon) -> None:
    text = f"{head} {tail}{rest}" if tail else f"{head}{rest}"
    at = len(head) + 1
    assert text[at : read_tail(mode, scan(text), at, lexicon)] == tail
