"""By which order an event is held, and what else may stand where an order does."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Relations = Callable[..., set[tuple[str, str]]]
PLAN = "Kế hoạch 20-KH/QU"
HELD = "Sáng 15/3/2023, Quận ủy Ba Đình tổ chức hội nghị tập huấn công tác kiểm tra. "


@pytest.mark.parametrize(
    "text",
    [
        "Ngày 12/5/2023, Đảng ủy phường tổ chức hội nghị học tập chuyên đề, theo Kế hoạch số 20-KH/QU ngày 3/4/2023 của Quận ủy.",
        "Ngày 12/5/2023, UBND phường tổ chức lễ ra quân tổng vệ sinh môi trường theo Kế hoạch số 20-KH/QU của Quận ủy Ba Đình.",
        HELD + "Hoạt động nằm trong Kế hoạch số 20-KH/QU ngày 18/2/2023 của Quận ủy.",
        HELD + "Hội nghị thuộc Kế hoạch số 20-KH/QU về công tác kiểm tra.",
        HELD + "Đây là một trong những nội dung của Kế hoạch số 20-KH/QU.",
        HELD + "Hội nghị nhằm cụ thể hóa Kế hoạch số 20-KH/QU.",
        HELD + "Hội nghị được tổ chức theo Kế hoạch số 20-KH/QU.",
    ],
)
def test_an_event_is_held_by_the_order_at_the_end_of_its_sentence_or_in_the_next(text: str, relations: Relations) -> None:
    assert {document for _, document in relations(text, "implements")} == {PLAN}


@pytest.mark.parametrize(
    "text",
    [
        "Ngày 12/5/2023, UBND phường tổ chức lễ thành lập tổ dân phố, theo Quyết định số 88/QĐ-UBND của UBND quận Ba Đình.",
        "Ngày 12/5/2023, UBND quận Ba Đình tổ chức hội nghị đối thoại với hộ kinh doanh, theo Nghị định số 12/2022/NĐ-CP của Chính phủ.",
        "Ngày 12/5/2023, Quận ủy Ba Đình tổ chức hội nghị bàn việc đóng tàu theo Kế hoạch số 20-KH/QU.",
        "Tại cuộc họp ngày 6/6/2023, Bí thư Quận ủy đề nghị các phường tổ chức hội nghị học tập, theo Kế hoạch số 20-KH/QU.",
        "Ngày 12/5/2023, Quận ủy Ba Đình tổ chức hội nghị công bố quyết định bổ nhiệm cán bộ, theo Kế hoạch số 20-KH/QU.",
        "Ngày 12/5/2023, Quận ủy Ba Đình tổ chức hội nghị học tập, theo Kế hoạch số 20-KH/QU ngày 3/6/2023.",
        HELD + "Hội nghị có đại biểu các phường thuộc Kế hoạch số 20-KH/QU.",
        HELD + "Bí thư Quận ủy nhấn mạnh việc này nằm trong Kế hoạch số 20-KH/QU.",
        HELD + "“Hoạt động nằm trong Kế hoạch số 20-KH/QU”, ông Nguyễn Văn An nói.",
        HELD + "Các phường cử người dự. Công tác kiểm tra được siết chặt. Đây là một trong những nội dung của Kế hoạch số 20-KH/QU.",
    ],
)
def test_what_orders_nothing_or_comes_later_or_is_said_is_no_order(text: str, relations: Relations) -> None:
    assert relations(text, "implements") == set()
