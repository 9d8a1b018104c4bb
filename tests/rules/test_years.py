"""Where a missing year comes from, and that none is invented."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date as day_of

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgraph.lexicon import Lexicon
from kgraph.model import When
from kgraph.rules.dates import DateMention, find_dates
from kgraph.rules.years import resolve, text_year
from kgraph.scan import Page


def known(
    month: int | None = None,
    day: int | None = None,
    *,
    year: int | None = None,
    published: str | None = None,
    spoken: int | None = None,
    **more: object,
) -> When:
    return resolve(DateMention(0, 1, year, month, day, **more), "x", published=published, spoken=spoken)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("published", "month", "day", "edtf"),
    [
        ("2024-03-20", 3, 19, "2024-03-19"),
        ("2024-03-19", 3, 19, "2024-03-19"),
        ("2025-01-02", 12, 30, "2024-12-30"),
        ("2024-12-25", 1, 2, "2025-01-02"),
        ("2024-03-20", 4, 10, "2024-04-10"),
        ("2024-03-20", 11, 20, "2023-11-20"),
        ("2024", 11, 20, "2024-11-20"),
        ("2024-01", 12, 30, "2023-12-30"),
        ("2024-03-01", 2, 29, "2024-02-29"),
    ],
)
def test_publication_gives_the_year_that_puts_the_day_nearest(published: str, month: int, day: int, edtf: str) -> None:
    when = known(month, day, published=published, spoken=1999)
    assert (when.edtf, when.start, when.end, when.resolution) == (edtf, edtf, edtf, "publication-date")


def test_without_publication_the_text_gives_the_year() -> None:
    when = known(3, 19, spoken=2024)
    assert (when.edtf, when.resolution) == ("2024-03-19", "text-year")


def test_a_stated_year_stands_whatever_else_is_known() -> None:
    when = known(3, 19, year=2019, published="2024-03-20", spoken=2024)
    assert (when.edtf, when.resolution) == ("2019-03-19", "stated")


@pytest.mark.parametrize(
    ("month", "day", "published", "spoken", "edtf"),
    [
        (3, 19, None, None, "XXXX-03-19"),
        (3, None, None, None, "XXXX-03"),
        (2, 29, "2023-03-01", None, "XXXX-02-29"),
        (2, 29, None, 2023, "XXXX-02-29"),
        (2, 29, None, None, "XXXX-02-29"),
        (2, 29, "2023", 2024, "XXXX-02-29"),
    ],
)
def test_an_unknown_year_stays_unknown(month: int, day: int | None, published: str | None, spoken: int | None, edtf: str) -> None:
    when = known(month, day, published=published, spoken=spoken)
    assert (when.edtf, when.start, when.end, when.resolution) == (edtf, None, None, "unresolved")


def test_a_leap_day_needs_a_leap_year() -> None:
    when = known(2, 29, spoken=2024)
    assert (when.edtf, when.resolution) == ("2024-02-29", "leap-day")


@pytest.mark.parametrize(
    ("month", "year", "edtf", "start", "end"),
    [
        (2, 2024, "2024-02", "2024-02-01", "2024-02-29"),
        (2, 2023, "2023-02", "2023-02-01", "2023-02-28"),
        (12, 2024, "2024-12", "2024-12-01", "2024-12-31"),
        (None, 2024, "2024", "2024-01-01", "2024-12-31"),
    ],
)
def test_months_and_years_are_bounded(month: int | None, year: int, edtf: str, start: str, end: str) -> None:
    when = known(month, year=year)
    assert (when.edtf, when.start, when.end) == (edtf, start, end)


@pytest.mark.parametrize(
    ("quarter", "year", "edtf", "start", "end"),
    [(1, 2024, "2024-33", "2024-01-01", "2024-03-31"), (4, 2023, "2023-36", "2023-10-01", "2023-12-31"), (2, None, "XXXX-34", None, None)],
)
def test_quarters_are_bounded(quarter: int, year: int | None, edtf: str, start: str | None, end: str | None) -> None:
    when = known(year=year, quarter=quarter)
    assert (when.edtf, when.start, when.end) == (edtf, start, end)


def test_a_span_may_begin_in_the_year_before() -> None:
    when = known(1, 3, year=2025, first_day=28, first_month=12)
    assert (when.edtf, when.start, when.end) == ("2024-12-28/2025-01-03", "2024-12-28", "2025-01-03")


@pytest.mark.parametrize(
    ("published", "edtf", "resolution"),
    [("2024-12-25", "2024-12-25", "relative"), ("2024-12", "XXXX", "unresolved"), (None, "XXXX", "unresolved")],
)
def test_today_is_the_day_of_publication_or_unknown(published: str | None, edtf: str, resolution: str) -> None:
    when = known(today=True, part="morning", published=published, spoken=2024)
    assert (when.edtf, when.resolution, when.part_of_day) == (edtf, resolution, "morning")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ngày 3/4/2024, quận họp. Ngày 5/4/2024, quận lại họp. Ngày 1/2/2023, quận cũng họp.", None),
        ("Trong năm 2024, quận đã họp.", 2024),
        ("Ngày 3/4, quận họp.", None),
        ("Ngày 3/4/2019, ngày 3/4/2020 và ngày 3/4/2021, quận họp.", None),
        ("Kế hoạch đến năm 2030 và giai đoạn 2021 - 2025 được thông qua.", None),
        ("Kế hoạch số 20-KH/TU ngày 1-6-2021 được quán triệt.", None),
        ("Năm 2020, quận họp. Ngày 3/4/2024, quận họp. Năm 2020, năm 2020 và năm 2020 đã qua.", 2024),
        ("Ngày 3/4, quận tổng kết năm 2023, triển khai nhiệm vụ năm 2024. Năm 2023 quận đạt 5 chỉ tiêu.", 2024),
        ("Lễ hội Xuân 2017\nNgày 3/2, quận khai mạc lễ hội.", 2017),
        ("Ký kết chương trình phối hợp giai đoạn 2017 - 2022\nNgày 3/2, quận tổ chức lễ ký kết.", None),
        ("Sáng 3/7, quận họp. Quận đề nghị áp dụng trước thời điểm 1/1/2018.", None),
        ("Q họp.\nNgày 3/7.\nMột.\nHai.\nBa.\nBốn.\nTrong năm 2017 quận đạt chỉ tiêu. Năm 2017 có gió.", 2017),
        ("Q họp.\nNgày 3/7.\nMột.\nHai.\nBa.\nBốn.\nTrong năm 2016 quận đạt chỉ tiêu.", None),
    ],
)
def test_a_text_speaks_of_the_year_on_which_its_own_dates_agree(
    text: str, expected: int | None, scan: Callable[[str], Page], lexicon: Lexicon
) -> None:
    page = scan(text)
    assert text_year(page, find_dates(page, lexicon), lexicon) == expected


@given(
    st.dates(min_value=day_of(1990, 1, 1), max_value=day_of(2040, 12, 31)),
    st.dates(min_value=day_of(1990, 1, 1), max_value=day_of(2040, 12, 31)),
)
def test_a_day_resolved_by_publication_lies_within_a_year_of_it(said: day_of, published: day_of) -> None:
    when = known(said.month, said.day, published=published.isoformat())
    assert when.edtf[-5:] == said.isoformat()[-5:]
    if when.start:
        assert when.start == when.end and -330 <= (day_of.fromisoformat(when.start) - published).days <= 60
    else:
        assert (said.month, said.day) == (2, 29)


@pytest.mark.parametrize(("shift", "edtf"), [(0, "2024-03-01"), (-1, "2024-02-29"), (1, "2024-03-02")])
def test_a_relative_day_is_counted_from_publication(shift: int, edtf: str) -> None:
    when = known(today=True, shift=shift, published="2024-03-01")
    assert (when.edtf, when.resolution) == (edtf, "relative")
