"""Deputies who are named in the report of a session, and others who are only delegates."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Positions = Callable[..., dict[str, set[tuple[str, str, str]]]]


@pytest.mark.parametrize(
    "text",
    [
        "Tại kỳ họp thứ năm HĐND huyện Anh Sơn, đại biểu Lê Minh Khôi chất vấn.",
        "Kỳ họp HĐND huyện Anh Sơn khai mạc. ĐB Lê Minh Khôi cho rằng cần làm sớm.",
        "Phiên họp của HĐND huyện Anh Sơn khai mạc. Cùng ý kiến, nữ đại biểu Lê Minh Khôi đề nghị giải thích.",
    ],
)
def test_who_is_called_a_deputy_in_a_session_is_one(text: str, positions: Positions) -> None:
    assert positions(text) == {"Lê Minh Khôi": {("dai-bieu-hdnd", "HĐND huyện Anh Sơn", "held")}}


@pytest.mark.parametrize(
    "text",
    [
        "Quốc hội bước vào kỳ họp thứ ba. Đại biểu Lê Minh Khôi đồng tình.",
        "Quốc hội thảo luận dự án luật. Đại biểu Lê Minh Khôi (Bến Tre) đồng tình.",
        "Quốc hội thảo luận dự án luật. Đại biểu Lê Minh Khôi (đoàn Bến Tre) đồng tình.",
    ],
)
def test_a_deputy_of_the_national_assembly_is_in_no_other_body(text: str, positions: Positions) -> None:
    assert positions(text) == {"Lê Minh Khôi": {("dai-bieu-quoc-hoi", "", "held")}}


@pytest.mark.parametrize(
    "text",
    [
        "Đại hội Hội Phụ nữ huyện Anh Sơn khai mạc. Đại biểu Lê Minh Khôi phát biểu.",
        "HĐND huyện Anh Sơn dự hội nghị. Đại biểu Lê Minh Khôi phát biểu.",
        "Đại biểu Lê Minh Khôi phát biểu. Kỳ họp HĐND huyện Anh Sơn khai mạc.",
    ],
)
def test_a_delegate_is_no_deputy(text: str, positions: Positions) -> None:
    assert positions(text) == {}
