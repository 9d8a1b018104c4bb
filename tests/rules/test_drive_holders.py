"""Whose a theme is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kgraph.model import Findings

Read = Callable[..., Findings]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Quận ủy Hải Châu (Đà Nẵng) triển khai Chuyên đề năm 2024 “Gần dân”.", {("Gần dân", "unit/quan-hai-chau--da-nang", 2024)}),
        (
            "Quận Hải Châu (Đà Nẵng) bám sát Chuyên đề của Thành ủy Đà Nẵng năm 2024.",
            {("Chuyên đề của Thành ủy Đà Nẵng năm 2024", "unit/da-nang", 2024)},
        ),
        (
            "Quận Hải Châu (Đà Nẵng) học chuyên đề năm 2024 của thành phố Đà Nẵng.",
            {("Chuyên đề năm 2024 của thành phố Đà Nẵng", "unit/da-nang", 2024)},
        ),
        (
            "Quận Hải Châu (Đà Nẵng) bám sát chuyên đề văn hóa công vụ của Thành ủy Đà Nẵng.",
            {("Chuyên đề văn hóa công vụ của Thành ủy Đà Nẵng", "unit/da-nang", None)},
        ),
        ("Quận ủy Hải Châu (Đà Nẵng) gắn việc này với Chuyên đề toàn khóa.", {("Chuyên đề toàn khóa", None, None)}),
        ("Đoàn nghe báo cáo chuyên đề của Thành ủy Đà Nẵng và chuyên đề phát triển du lịch của thành phố Đà Nẵng.", set()),
        ("Các chi bộ tổ chức sinh hoạt chuyên đề năm 2024.", set()),
    ],
)
def test_a_theme_is_its_holders(text: str, expected: set[tuple[str, str | None, int | None]], read: Read) -> None:
    assert {(c.label, c.holder, c.year) for c in read(text, "2024-03-06").campaigns if c.kind == "chuyen-de"} == expected


def test_the_holder_is_part_of_the_key(read: Read) -> None:
    text = "Quận ủy {} (Đà Nẵng) triển khai Chuyên đề năm 2024 “Gần dân”."
    keys = [c.key for place in ("Hải Châu", "Thanh Khê") for c in read(text.format(place)).campaigns]
    assert keys == [
        "campaign/chuyen-de--gan-dan--2024--quan-hai-chau--da-nang",
        "campaign/chuyen-de--gan-dan--2024--quan-thanh-khe--da-nang",
    ]
