"""Who is pictured at an event."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Relations = Callable[..., set[tuple[str, str]]]
START = "Sáng 5/6/2024, Quận ủy Ba Đình tổ chức hội nghị sơ kết. "


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Bí thư Quận ủy Vũ Thị Hạnh tại hội nghị.", {"Vũ Thị Hạnh"}),
        ("Bí thư Quận ủy Vũ Thị Hạnh (trái) và ông Lê Minh Khôi, Chủ tịch UBND quận, tại hội nghị.", {"Vũ Thị Hạnh", "Lê Minh Khôi"}),
        ("Theo yêu cầu của Bí thư Quận ủy Vũ Thị Hạnh tại hội nghị.", set()),
        ("Bí thư Quận ủy Vũ Thị Hạnh tại hội nghị tổng kết của huyện Anh Sơn.", set()),
    ],
)
def test_who_opens_a_caption_that_tells_only_where_is_there(text: str, names: set[str], relations: Relations) -> None:
    assert {person for person, _ in relations(START + text, "attended")} == names
