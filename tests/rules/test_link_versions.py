"""Which theme is the local version of a wider one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kgraph.model import Campaign
from kgraph.rules.link_versions import is_wider

Relations = Callable[..., set[tuple[str, str]]]

OWN = "Quận ủy Hải Châu (Đà Nẵng) triển khai Chuyên đề năm 2024 “Gần dân”. "
CITY = "Chuyên đề năm 2024 của Thành ủy Đà Nẵng"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Chuyên đề của quận cụ thể hóa {CITY}, gồm năm nhóm việc.", {("Gần dân", CITY)}),
        (f"Chuyên đề được xây dựng trên cơ sở {CITY} và điều kiện của quận.", {("Gần dân", CITY)}),
        (f"Bám sát {CITY}, quận chọn khâu đột phá riêng.", {("Gần dân", CITY)}),
        ("Chuyên đề này cụ thể hóa Chuyên đề toàn khóa.", {("Gần dân", "Chuyên đề toàn khóa")}),
        (
            "Trên cơ sở nội dung Chuyên đề năm 2024 do Ban Tuyên giáo Trung ương, Ban Tuyên giáo Thành ủy Đà Nẵng chỉ đạo, hướng dẫn,"
            " quận biên soạn tài liệu. Các chi bộ học tập Chuyên đề năm 2024.",
            {("Gần dân", "Chuyên đề năm 2024")},
        ),
        ("Quận thực hiện Chuyên đề toàn khóa gắn với chuyên đề năm 2024 của quận Hải Châu.", {("Gần dân", "Chuyên đề toàn khóa")}),
        (f"Tháng trước, các phường đã nghe giới thiệu {CITY}.", set()),
        ("Quận bạn cũng cụ thể hóa Chuyên đề năm 2024 của quận Thanh Khê.", set()),
    ],
)
def test_a_theme_carries_on_a_wider_one(text: str, expected: set[tuple[str, str]], relations: Relations) -> None:
    assert relations(OWN + text, "localVersionOf", published="2024-03-06") == expected


def theme(key: str, holder: str | None, *, whole_term: bool = False) -> Campaign:
    return Campaign(key, key, "chuyen-de", holder=holder, whole_term=whole_term)


def test_what_is_wider() -> None:
    term, city, district = theme("a", None, whole_term=True), theme("b", "unit/da-nang"), theme("c", "unit/quan-hai-chau--da-nang")
    assert is_wider(term, city) and is_wider(term, district) and is_wider(city, district)
    assert not is_wider(district, city) and not is_wider(city, term) and not is_wider(city, city)
    assert not is_wider(theme("d", "unit/ha-noi", whole_term=True), district)
