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


@pytest.mark.parametrize(
    ("text", "chairs"),
    [
        ("Chủ trì kỳ họp có ông Trần Văn An, Chủ tịch HĐND quận và bà Lê Thị Hà, Phó Chủ tịch HĐND quận.", {"Trần Văn An", "Lê Thị Hà"}),
        (
            "Đồng chủ trì kỳ họp là ông Trần Văn An, Chủ tịch HĐND quận và bà Lê Thị Hà, Phó Chủ tịch HĐND quận.",
            {"Trần Văn An", "Lê Thị Hà"},
        ),
        ("Chủ trì kỳ họp là ông Trần Văn An, Chủ tịch HĐND quận, bà Lê Thị Hà, Phó Chủ tịch HĐND quận đọc báo cáo.", {"Trần Văn An"}),
        ("Chủ trì kỳ họp là ông Trần Văn Đồng, Chủ tịch HĐND quận.", {"Trần Văn Đồng"}),
        ("Chủ tịch HĐND quận Trần Văn Đồng chủ trì kỳ họp.", {"Trần Văn Đồng"}),
    ],
)
def test_the_chair_is_shared_by_those_whom_a_word_joins(text: str, chairs: set[str], relations: Relations) -> None:
    assert {person for person, _ in relations(START + text, "chaired")} == chairs


def test_chairing_opens_the_sentence_of_who_speaks(relations: Callable[..., set[tuple[str, str]]]) -> None:
    text = "Sáng 5/6/2024, Huyện ủy Anh Sơn tổ chức hội nghị. Chủ trì hội nghị, ông Lê Văn An, Bí thư Huyện ủy nhấn mạnh kết quả."
    assert {name for name, _ in relations(text, "chaired")} == {"Lê Văn An"}
