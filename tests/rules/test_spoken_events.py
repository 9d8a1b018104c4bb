"""An event that is introduced by no sentence of its own: somebody speaks at it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kgraph.model import Findings

Read = Callable[..., Findings]
Relations = Callable[..., set[tuple[str, str]]]
LONG = "Nhiều tuyến đường đã được mở rộng. Dự án kéo dài ba năm. Vốn lớn. Công trình dài 2 km. Quận đã nghiệm thu. Xe đã chạy. "


@pytest.mark.parametrize(
    "text",
    [
        "Phát biểu tại buổi lễ, Chủ tịch UBND quận Ba Đình Lê Minh Khôi ghi nhận nỗ lực của các đơn vị.",
        "Chủ tịch UBND quận Ba Đình Lê Minh Khôi phát biểu tại buổi lễ.",
        "Kết luận buổi làm việc, Chủ tịch UBND quận Ba Đình Lê Minh Khôi yêu cầu sớm khai thác tuyến đường.",
        "Phát biểu bế mạc kỳ họp thứ 8, Chủ tịch HĐND quận Ba Đình Lê Minh Khôi cảm ơn các đại biểu.",
        "Tại phiên tái chất vấn của HĐND quận Ba Đình, đại biểu Lê Minh Khôi đặt câu hỏi về đường vành đai.",
    ],
)
def test_who_speaks_at_an_event_shows_that_it_took_place(text: str, read: Read, relations: Relations) -> None:
    assert len(read(LONG + text, None).events) == 1
    assert {person for person, _ in relations(LONG + text, "spokeAt")} == {"Lê Minh Khôi"}


def test_a_speech_that_lies_ahead_or_of_nobody_shows_none(read: Read) -> None:
    assert not read(LONG + "Chủ tịch UBND quận Ba Đình Lê Minh Khôi sẽ phát biểu tại buổi lễ.", None).events
    assert not read(LONG + "Phát biểu tại buổi lễ, đại diện người dân cảm ơn các đơn vị.", None).events


def test_an_event_that_is_introduced_goes_before(read: Read) -> None:
    text = "Sáng 5/6/2024, Quận ủy Ba Đình tổ chức hội nghị sơ kết. Chủ tịch UBND quận Lê Minh Khôi phát biểu tại buổi lễ khánh thành cầu."
    assert [e.kind for e in read(text, None).events][:1] == ["hoi-nghi"]
