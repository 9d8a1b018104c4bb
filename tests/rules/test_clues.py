"""What a text says of its year, and what day that gives."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kgraph.lexicon import Lexicon
from kgraph.rules.clues import Spoken, find_clues, find_spoken
from kgraph.rules.dates import find_dates
from kgraph.rules.years import resolve
from kgraph.scan import Page


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Sáng 28/12, quận tổng kết công tác năm 2023, triển khai nhiệm vụ năm 2024.", "2023-12-28"),
        ("Sáng 8/1, quận tổng kết công tác năm 2023, triển khai nhiệm vụ năm 2024.", "2024-01-08"),
        ("Sáng 8/1, quận tổng kết công tác năm 2023.", "2024-01-08"),
        ("Sáng 28/12, quận tổng kết công tác năm 2023.", "2023-12-28"),
        ("Sáng 8/7, quận sơ kết 6 tháng đầu năm 2024.", "2024-07-08"),
        ("Sáng 8/4, quận báo cáo kết quả năm 2023.", "XXXX-04-08"),
        ("Sáng 8/5, quận họp, nghe quán triệt Quy định số 01 ngày 3/3/2016.", "XXXX-05-08"),
        ("Sáng 8/5, quận sơ kết thi hành Luật Hợp tác xã năm 2012.", "XXXX-05-08"),
        ("Sáng 14/6, quận họp.\nMột.\nHai.\nBa.\nBốn.\nChợ mở ngày 13/6/2017.", "2017-06-14"),
        ("Sáng 14/6, quận họp.\nMột.\nHai.\nBa.\nBốn.\nChợ mở tháng 1/2017.", "XXXX-06-14"),
        ("Tối 14/6, quận tổ chức lễ kỷ niệm 60 năm ngày thành lập (14/6/1957).", "2017-06-14"),
        ("Sáng 8/5, quận họp.\nMột.\nHai.\nBa.\nBốn.\nCác sở cam kết xong trước ngày 20/5/2017.", "2017-05-08"),
        (
            "Sáng 8/5, quận họp.\nMột.\nHai.\nBa.\nBốn.\nNhân 70 năm Ngày Thương binh, liệt sĩ (27/7/1947 - 27/7/2017), quận tặng quà.",
            "2017-05-08",
        ),
        ("Tối 3/2, quận kỷ niệm 87 năm ngày thành lập (3/2/1930 - 3/2/2017).", "2017-02-03"),
        ("Sáng 28/5, trường tổng kết năm học 2023 - 2024.", "2024-05-28"),
        ("Sáng 5/9, trường khai giảng năm học 2023 - 2024.", "2023-09-05"),
        ("Sáng 5/2, quận gặp mặt đầu năm Đinh Dậu.", "2017-02-05"),
        ("Sáng 28/12, quận mừng xuân Đinh Dậu.", "2016-12-28"),
        ("Sáng 5/6, quận họp.\nMột.\nHai.\nBa.\nBốn.\nNgày 3/5/2016, chợ mở. Quận đặt mục tiêu trong năm 2025.", "2016-06-05"),
        ("Sáng 5/6, quận họp trao giải thưởng năm 2016.", "XXXX-06-05"),
        ("Sáng 5/6, quận họp.\nMột.\nHai.\nBa.\nBốn.\nQuận đặt mục tiêu trong năm 2017.", "2017-06-05"),
        ("Sáng 5/2, quận họp. Trong năm 2016 có gió.", "XXXX-02-05"),
        ("Sáng 5/2, quận mở lễ hội hoa năm 2017.", "2017-02-05"),
        ("Sáng 5/2, quận họp. Ông sinh năm 1981.", "XXXX-02-05"),
        ("Sáng 5/2, quận họp đánh giá thực hiện nhiệm vụ tháng 1-2017.", "2017-02-05"),
        ("Sáng 8/2, quận nghe tình hình thực hiện nhiệm vụ năm 2016.", "2017-02-08"),
        ("Sáng 31/5, quận họp báo về 5 tháng đầu năm 2017. Chợ mở ngày 6/4/2015.", "2017-05-31"),
        ("Tối 12/6, tỉnh kỷ niệm 415 năm Dinh trấn (1602-2017).", "2017-06-12"),
        ("Sáng 5/4, quận sơ kết quý I/2024.", "2024-04-05"),
        ("Sáng 6/2, quận họp mặt Xuân Đinh Dậu 2017 và trao giấy chứng nhận.", "2017-02-06"),
        ("Sáng 6/2, quận họp.\nMột.\nHai.\nBa.\nMừng Xuân Đinh Dậu 2017, quận vui.", "2017-02-06"),
        ("Ngày 7/2, quận họp.\nMột.\nHai.\nBa.\nBốn.\nTháng 6-2016, chợ đã mở.", "XXXX-02-07"),
        ("Ngày 7/2, quận họp.\nMột.\nHai.\nBa.\nBốn.\nTháng 4/2016 phải xong.", "2016-02-07"),
    ],
)
def test_a_day_fits_what_the_text_says_of_the_year(text: str, edtf: str, scan: Callable[[str], Page], lexicon: Lexicon) -> None:
    page = scan(text)
    dates = find_dates(page, lexicon)
    spoken = find_clues(page, dates, None, lexicon)
    assert resolve(dates[0], "x", published=None, spoken=spoken.year_of(dates[0])).edtf == edtf


def test_a_text_is_asked_for_its_year_only_where_a_date_needs_one(scan: Callable[[str], Page], lexicon: Lexicon) -> None:
    page = scan("Sáng 12/5/2024, quận tổng kết 6 tháng đầu năm 2024.")
    dates = find_dates(page, lexicon)
    assert find_spoken(page, dates, lexicon, published="2024-05-13") == Spoken(None)
    assert find_spoken(page, dates, lexicon, published=None) == Spoken(2024)
    page = scan("Sáng 12/5, quận tổng kết 6 tháng đầu năm 2024.")
    assert find_spoken(page, find_dates(page, lexicon), lexicon, published=None).clues
