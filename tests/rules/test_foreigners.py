"""Whoever belongs to another State holds no post in a body of Viet Nam."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Positions = Callable[..., dict[str, set[tuple[str, str, str]]]]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Thủ tướng Trung Quốc Lê Minh Khôi đón đoàn. Thủ tướng Lê Minh Khôi phát biểu.", "Lê Minh Khôi"),
        ("Bộ trưởng Quốc phòng Lào Lê Minh Khôi dự. Bộ trưởng Bộ Quốc phòng Lê Minh Khôi phát biểu.", "Lê Minh Khôi"),
        ("Chủ tịch nước tiếp ông Juan Fernandez, Ủy viên Bộ Chính trị, Chủ tịch Quốc hội.", "Juan Fernandez"),
        ("Bà Angela Merkel, Thủ tướng Đức mở cửa biên giới.", "Angela Merkel"),
        ("Chủ tịch nước tiếp ông Hashimoto Masaru, Thống đốc tỉnh Ibaraki.", "Hashimoto Masaru"),
        ("Thủ tướng Anh Theresa May đến thăm. Bà Theresa May phát biểu.", "Theresa May"),
        ("Ông Lê Minh Khôi - Chủ tịch Quốc hội Lào dự lễ.", "Lê Minh Khôi"),
    ],
)
def test_a_foreigner_holds_no_post_of_this_state(text: str, name: str, positions: Positions) -> None:
    assert not positions(text).get(name)


def test_posts_elsewhere_stay(positions: Positions) -> None:
    text = "Ông John Fowler, Giám đốc Công ty An Bình dự. Thủ tướng Chính phủ Lê Minh Khôi tiếp Thủ tướng Lào."
    held = positions(text)
    assert {role for role, _, _ in held["Lê Minh Khôi"]} == {"thu-tuong"}
    assert {role for role, _, _ in held["John Fowler"]} == {"giam-doc"}


def test_whose_title_stands_before_another_of_a_country_keeps_it(positions: Positions) -> None:
    held = positions("Thủ tướng Lê Minh Khôi, Thủ tướng Lào Bounmy Vongsa và Thủ tướng Anh Theresa May cùng dự.")
    assert {name: {role for role, _, _ in posts} for name, posts in held.items() if posts} == {"Lê Minh Khôi": {"thu-tuong"}}
