"""Dates as written: what is said, and nothing more."""

from __future__ import annotations

import itertools
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgraph.lexicon import Lexicon, load_lexicon
from kgraph.model import Article
from kgraph.rules.dates import DateMention, find_dates
from kgraph.scan import Page, Scanner, scan_text

Scan = Callable[[str], Page]
Told = tuple[str, int | None, int | None, int | None]


def told(page: Page, lexicon: Lexicon) -> list[Told]:
    """Words, year, month and day of every date."""
    return [(page.text[d.begin : d.end], d.year, d.month, d.day) for d in find_dates(page, lexicon)]


def only(page: Page, lexicon: Lexicon) -> DateMention:
    (date,) = find_dates(page, lexicon)
    return date


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ngày 19-3-2024, quận họp.", ("Ngày 19-3-2024", 2024, 3, 19)),
        ("Ngày 19/3/2024, quận họp.", ("Ngày 19/3/2024", 2024, 3, 19)),
        ("Ngày 19.03.2024, quận họp.", ("Ngày 19.03.2024", 2024, 3, 19)),
        ("Ngày 19 / 3 / 2024, quận họp.", ("Ngày 19 / 3 / 2024", 2024, 3, 19)),
        ("ngày 3 tháng 6 năm 2024", ("ngày 3 tháng 6 năm 2024", 2024, 6, 3)),
        ("ngày 3 tháng Tư năm 2024", ("ngày 3 tháng Tư năm 2024", 2024, 4, 3)),
        ("ngày 3 tháng 6/2024", ("ngày 3 tháng 6/2024", 2024, 6, 3)),
        ("Ngày 19/3, quận họp.", ("Ngày 19/3", None, 3, 19)),
        ("Ngày 1/6 – ngày Quốc tế thiếu nhi, quận họp.", ("Ngày 1/6", None, 6, 1)),
        ("Đoàn thăm các phườngNgày 17-5, quận họp.", ("Ngày 17-5", None, 5, 17)),
        ("Chiều qua (26/5), quận họp.", ("Chiều qua (26/5)", None, 5, 26)),
        ("Sáng 19-3, quận họp.", ("Sáng 19-3", None, 3, 19)),
        ("Chiều ngày 5 tháng 6, quận họp.", ("Chiều ngày 5 tháng 6", None, 6, 5)),
        ("ngày 29/2", ("ngày 29/2", None, 2, 29)),
        ("ngày 29/2/2024", ("ngày 29/2/2024", 2024, 2, 29)),
        ("Tháng 12 năm 2024", ("Tháng 12 năm 2024", 2024, 12, None)),
        ("trong tháng 12-2024", ("tháng 12-2024", 2024, 12, None)),
        ("Tháng Ba năm 2024", ("Tháng Ba năm 2024", 2024, 3, None)),
        ("Năm 2024 là năm cuối.", ("Năm 2024", 2024, None, None)),
        ("sáng nay (19/3), quận họp.", ("sáng nay (19/3)", None, 3, 19)),
        ("Hôm qua (19/3), quận họp.", ("Hôm qua (19/3)", None, 3, 19)),
        ("Chiều qua, 19.3, quận họp.", ("Chiều qua, 19.3", None, 3, 19)),
        ("Sáng thứ Ba (19/3), quận họp.", ("Sáng thứ Ba (19/3)", None, 3, 19)),
    ],
)
def test_a_date_says_what_its_words_say(text: str, expected: Told, scan: Scan, lexicon: Lexicon) -> None:
    assert told(scan(text), lexicon) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Ngày 31/2, quận họp.",
        "Ngày 31/2/2024, quận họp.",
        "Ngày 31-4-2024, quận họp.",
        "Ngày 29/2/2023, quận họp.",
        "Ngày 32/1/2024, quận họp.",
        "Ngày 0/5/2024, quận họp.",
        "Ngày 5/13/2024, quận họp.",
        "ngày 30 tháng 2 năm 2024",
    ],
)
def test_a_day_that_no_calendar_has_is_no_date(text: str, scan: Scan, lexicon: Lexicon) -> None:
    assert [date for date in told(scan(text), lexicon) if date[3]] == []


@pytest.mark.parametrize(
    "text",
    [
        "Tỷ lệ đạt 3/6 chỉ tiêu.",
        "Giảm 5.6% so với cùng kỳ.",
        "Ngày 20-30% số hộ.",
        "Điện thoại 024.3.8.2024.",
        "Kế hoạch số 12/2024/KH-UBND",
        "Tổ 3-4 và 1-2 có 24/24 hộ.",
        "Nghị quyết số 10-NQ/TW",
        "Trang 3-5, chương 4.5",
        "Từ 6-60 tháng tuổi",
        "Trẻ từ 1/2 đến 3/4 tuổi",
        "Cao từ 2 - 3 mét",
    ],
)
def test_shares_numbers_and_amounts_are_no_dates(text: str, scan: Scan, lexicon: Lexicon) -> None:
    assert told(scan(text), lexicon) == []


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Sáng 19/3", "morning"),
        ("Trưa 19/3", "noon"),
        ("chiều ngày 19/3", "afternoon"),
        ("Tối 19-3-2024", "evening"),
        ("Đêm 19/3", "night"),
    ],
)
def test_the_part_of_the_day_stands_before_the_date(text: str, part: str, scan: Scan, lexicon: Lexicon) -> None:
    assert only(scan(text), lexicon).part == part


@pytest.mark.parametrize(
    ("text", "first", "last", "year"),
    [
        ("Hai ngày 3 và 4/6/2024", (3, 6), (4, 6), 2024),
        ("Lễ hội diễn ra từ 10 đến 13/6.", (10, 6), (13, 6), None),
        ("Mở cửa từ 19/8 đến 31/8/2024 tại quận.", (19, 8), (31, 8), 2024),
        ("Trong hai ngày 3-4/6/2024", (3, 6), (4, 6), 2024),
        ("Từ ngày 28/12 đến ngày 3/1/2025", (28, 12), (3, 1), 2025),
        ("Từ ngày 3 đến 5/4", (3, 4), (5, 4), None),
    ],
)
def test_a_span_has_two_ends(
    text: str, first: tuple[int, int], last: tuple[int, int], year: int | None, scan: Scan, lexicon: Lexicon
) -> None:
    date = only(scan(text), lexicon)
    assert ((date.first_day, date.first_month), (date.day, date.month), date.year) == (first, last, year)


@pytest.mark.parametrize(
    "text",
    ["ngày 20-19/5/2024", "ngày 7-2.5", "từ ngày 29/2 đến ngày 3/3/2023"],
)
def test_a_span_that_cannot_be_is_none(text: str, scan: Scan, lexicon: Lexicon) -> None:
    assert [date for date in find_dates(scan(text), lexicon) if date.first_day] == []


@pytest.mark.parametrize(
    ("text", "quarter", "year"),
    [("Quý I/2024", 1, 2024), ("quý IV năm 2023", 4, 2023), ("quý 2-2024", 2, 2024), ("Quý III, quận họp", 3, None)],
)
def test_a_quarter(text: str, quarter: int, year: int | None, scan: Scan, lexicon: Lexicon) -> None:
    date = only(scan(text), lexicon)
    assert (date.quarter, date.year, date.is_day) == (quarter, year, False)


@pytest.mark.parametrize("text", ["Sáng nay, quận họp.", "Chiều hôm nay, quận họp."])
def test_today_is_relative(text: str, scan: Scan, lexicon: Lexicon) -> None:
    date = only(scan(text), lexicon)
    assert (date.today, date.year, date.month) == (True, None, None)


@pytest.mark.parametrize(
    "text",
    [
        "Mùng 5 tháng Giêng",
        "Rằm tháng Giêng",
        "ngày 23 tháng Chạp",
        "Ngày 10/3 âm lịch",
        "ngày 15-8 Âm lịch",
        "ngày 10 tháng 3 âm lịch",
        "ngày 10/3 (âm lịch)",
    ],
)
def test_the_lunar_calendar_is_not_the_solar_one(text: str, scan: Scan, lexicon: Lexicon) -> None:
    assert [date for date in told(scan(text), lexicon) if date[2]] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ngày 1/2/2024 và ngày 3/4/2024", ["Ngày 1/2/2024", "ngày 3/4/2024"]),
        ("Tháng 1/2024 đến tháng 3/2024", ["Tháng 1/2024", "tháng 3/2024"]),
        ("ngày 3 tháng 6 năm 2024 của năm 2024", ["ngày 3 tháng 6 năm 2024", "năm 2024"]),
        ("(19/4/1963 - 19/4/2023)", ["19/4/1963", "19/4/2023"]),
    ],
)
def test_dates_stand_in_text_order_without_overlap(text: str, expected: list[str], scan: Scan, lexicon: Lexicon) -> None:
    assert [words for words, *_ in told(scan(text), lexicon)] == expected


LEXICON = load_lexicon()
SCANNER = Scanner(LEXICON)


@given(
    st.lists(
        st.sampled_from(
            ["ngày ", "tháng ", "năm ", "sáng ", "đến ", "và ", "quý ", "-", "/", ".", " ", "(", ")", "3", "12", "29", "2", "2024"]
        )
    )
)
def test_no_pile_of_date_words_breaks_a_date(pieces: list[str]) -> None:
    page = scan_text(Article(id="a", text="".join(pieces)), SCANNER)
    dates = find_dates(page, LEXICON)
    assert all(0 <= d.begin <= d.core < d.end <= len(page.text) or d.core == 0 for d in dates)
    assert all(one.end <= other.begin for one, other in itertools.pairwise(dates))
    assert all(1 <= d.month <= 12 for d in dates if d.month is not None)


@pytest.mark.parametrize(
    ("text", "shift"),
    [
        ("Hôm nay, quận họp.", 0),
        ("Chiều nay, quận họp.", 0),
        ("Hôm qua, quận họp.", -1),
        ("Tối qua, quận họp.", -1),
        ("Sáng mai, quận họp.", 1),
    ],
)
def test_a_day_can_be_told_from_the_day_of_publication(text: str, shift: int, scan: Scan, lexicon: Lexicon) -> None:
    date = only(scan(text), lexicon)
    assert (date.today, date.shift) == (True, shift)


@pytest.mark.parametrize("text", ["Thanh niên hôm nay tiếp bước cha anh.", "Chiều cùng ngày, quận họp."])
def test_nowadays_is_no_day_and_the_same_day_needs_another(text: str, scan: Scan, lexicon: Lexicon) -> None:
    assert find_dates(scan(text), lexicon) == ()


def test_the_same_day_is_the_day_named_last(scan: Scan, lexicon: Lexicon) -> None:
    page = scan("Sáng 19/3/2024, quận họp. Chiều cùng ngày, quận tổ chức lễ.")
    assert told(page, lexicon)[1] == ("Chiều cùng ngày", 2024, 3, 19)


def test_two_days_with_their_months_are_no_span(scan: Scan, lexicon: Lexicon) -> None:
    assert [(d.day, d.first_day) for d in find_dates(scan("Ngày 12/7, ngày 15/7, quận họp."), lexicon)] == [(12, None), (15, None)]
