"""A number with a longer list behind it is told; a shorter list, a rounded number and a number that is a name are not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kgraph.model import Findings

Read = Callable[..., Findings]
FIVE = "Chùa An Lạc, Phường 3; Đình Đông; Chùa Giác Ngộ; Chùa Vạn An, Phường 13; Nhà thờ Bình An"


def told(findings: Findings) -> list[tuple[str, str]]:
    return [(findings.article.text[i.begin : i.end], i.message) for i in findings.issues if i.code == "count-mismatch"]


@pytest.mark.parametrize(
    ("before", "behind"),
    [
        ("Quận có 04 cơ sở tôn giáo đã ra mắt mô hình (", ")"),
        ("Trong đó có 4 cơ sở (", ")"),
        ("Có 4 cơ sở tôn giáo gồm: ", ""),
        ("Đã ra mắt 24/40 điểm, 04 cơ sở tôn giáo: ", ""),
    ],
)
def test_a_list_longer_than_its_number_is_a_doubt(before: str, behind: str, read: Read) -> None:
    findings = read(f"{before}{FIVE}{behind}.")
    (words, message) = told(findings)[0]
    assert words.startswith(("04 cơ sở", "4 cơ sở")) and words.endswith(f"Bình An{behind}")
    assert message == "the number says 4, the list names 5"


@pytest.mark.parametrize(
    "text",
    [
        f"Quận có 5 cơ sở tôn giáo ({FIVE}).",
        f"Quận có 16 cơ sở tôn giáo ({FIVE}).",
        f"Quận có hơn 4 cơ sở tôn giáo ({FIVE}).",
        f"Phường 4 có các cơ sở tôn giáo ({FIVE}).",
        f"Trong tháng 4 có các cơ sở tôn giáo ra mắt: {FIVE}.",
        f"Tại Khu C 4 cơ sở tôn giáo ({FIVE}).",
        f"Quận có 4%, gồm các cơ sở ({FIVE}).",
        f"Quận có 4 cơ sở. Các cơ sở khác ({FIVE}).",
        "Quận có 2 nội dung: tuyên truyền, vận động; kiểm tra; giám sát.",
        "Quận có 2 nhóm: 1- Tuyên truyền; vận động; 2- Kiểm tra; giám sát.",
        "Quận có 2 cơ sở (Chùa An Lạc, Đình Đông, Chùa Giác Ngộ).",
        "Quận có 2 cơ sở (Chùa An Lạc; Đình Đông; Chùa Giác Ngộ\nNhà thờ.",
        "Quận có 2 cơ sở:",
        "Cắt điện từ 6:00 đến 14:00 Xã Tiên Lữ: Thôn Đồng; Xã An Lạc: Thôn Phượng Làng; Thôn Bơm.",
    ],
)
def test_other_lists_are_no_doubt(text: str, read: Read) -> None:
    assert told(read(text)) == []
