"""Who is in the chair by a sentence; who runs a firm is not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Relations = Callable[..., set[tuple[str, str]]]
START = "Sáng 5/6/2024, HĐND quận Ba Đình tổ chức kỳ họp thứ 8. "


@pytest.mark.parametrize(
    ("text", "chairs"),
    [
        ("Phó Chủ tịch HĐND quận Vũ Thị Hạnh điều hành kỳ họp.", True),
        ("Buổi chiều, Phó Chủ tịch HĐND quận Vũ Thị Hạnh điều hành.", True),
        ("Phó Chủ tịch HĐND quận Vũ Thị Hạnh điều hành nội dung này.", True),
        ("Phó Chủ tịch HĐND quận Vũ Thị Hạnh điều hành công ty của gia đình từ năm 2020.", False),
        ("Kỳ họp xem xét việc Phó Chủ tịch HĐND quận Vũ Thị Hạnh tham gia điều hành Công ty An Bình.", False),
    ],
)
def test_a_session_is_run_by_who_chairs_it(text: str, chairs: bool, relations: Relations) -> None:
    assert ("Vũ Thị Hạnh" in {person for person, _ in relations(START + text, "chaired")}) is chairs
