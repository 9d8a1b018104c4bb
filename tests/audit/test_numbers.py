"""Strings that look like a document's number or a date and were not read."""

from __future__ import annotations

import pytest

from kgraph.audit.numbers import missed_numbers


def found(trace, text: str) -> list[tuple[str, str, str]]:
    traced = trace(text)
    return [(g.kind, g.pattern, traced.reading.page.text[g.begin : g.end]) for g in missed_numbers(traced)]


@pytest.mark.parametrize(
    ("text", "pattern", "words"),
    [
        ("Theo tờ phiếu số 12/PXY của quận.", "tờ phiếu số N/PXY", "12/PXY"),
        ("Theo bản vẽ 34 / XY - TW của quận.", "theo bản vẽ N / XY - TW", "34 / XY - TW"),
        ("Theo giấy tờ 7/2019/XYZ-ABC của quận.", "theo giấy tờ N/N/XYZ-ABC", "7/2019/XYZ-ABC"),
    ],
)
def test_a_number_with_codes(trace, text: str, pattern: str, words: str) -> None:
    assert found(trace, text) == [("document", pattern, words)]


@pytest.mark.parametrize(
    ("text", "pattern", "words"),
    [
        ("Quận xong việc trước 5/6 theo lịch.", "việc trước 9/9", "5/6"),
        ("Thời hạn: 5-6 theo lịch.", "9-9", "5-6"),
        ("Quận họp vào ngày 12 như mọi khi.", "ngày 99", "ngày 12"),
    ],
)
def test_a_date_that_is_not_read(trace, text: str, pattern: str, words: str) -> None:
    rows = found(trace, text)
    assert [(kind, got) for kind, _, got in rows] == [("date", words)]
    assert rows[0][1].endswith(pattern)


@pytest.mark.parametrize(
    "text",
    [
        "Quận ủy ban hành Kế hoạch số 347-KH/QU ngày 11/12/2024.",
        "Báo cáo số 12/BC-UBND của quận.",
        "Trẻ em từ 6-60 tháng tuổi được uống vitamin.",
        "Giá là 5.25 nghìn đồng, tăng 3,5%.",
        "Điện thoại: 0912 345 678.",
        "Quận 8 - TPHCM tổ chức lễ.",
    ],
)
def test_what_is_read_or_looks_like_neither_is_no_gap(trace, text: str) -> None:
    assert found(trace, text) == []
