"""Documents that a later place means by their type alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Relations = Callable[..., set[tuple[str, str]]]
PLAN, WIDER, RESULT = "Kế hoạch 40-KH/QU", "Chương trình 05-CTr/TU", "Công văn 12-CV/BTCQU"
ISSUED = "Ngày 9/9/2022, Quận ủy Ba Đình ban hành Kế hoạch số 40-KH/QU về công tác cán bộ. "


@pytest.mark.parametrize(
    "text",
    [
        ISSUED + "Sáng 11/9/2022, Quận ủy mở hội nghị quán triệt kế hoạch tới cán bộ chủ chốt.",
        ISSUED + "Sáng 11/9/2022, Quận ủy tổ chức hội nghị triển khai Kế hoạch này với các phường.",
        ISSUED + "Thực hiện kế hoạch nêu trên, sáng 11/9/2022, Quận ủy tổ chức hội nghị.",
    ],
)
def test_an_event_carries_out_the_plan_that_was_just_named(text: str, relations: Relations) -> None:
    assert {document for _, document in relations(text, "implements")} == {PLAN}


@pytest.mark.parametrize(
    "text",
    [
        ISSUED + "Kế hoạch này là một trong những nội dung cụ thể hóa Chương trình số 05-CTr/TU của Thành ủy.",
        ISSUED + "Kế hoạch nhằm thực hiện Chương trình số 05-CTr/TU của Thành ủy.",
        ISSUED + "Kế hoạch được ban hành để triển khai Chương trình số 05-CTr/TU của Thành ủy.",
    ],
)
def test_a_plan_that_was_just_named_carries_out_a_wider_one(text: str, relations: Relations) -> None:
    assert relations(text, "implements") == {(PLAN, WIDER)}


def test_what_a_plan_that_was_just_named_leads_to_carries_it_out(relations: Relations) -> None:
    text = ISSUED + "Thực hiện kế hoạch này, ngày 12/9/2022, Ban Tổ chức Quận ủy có Công văn số 12-CV/BTCQU."
    assert relations(text, "implements") == {(RESULT, PLAN)}


@pytest.mark.parametrize(
    "text",
    [
        "Quận có Kế hoạch số 40-KH/QU và Kế hoạch số 41-KH/QU. Sáng 11/9/2022, Quận ủy Ba Đình mở hội nghị quán triệt kế hoạch tới cán bộ.",
        ISSUED + "Sáng 11/9/2022, Quận ủy tổ chức hội nghị triển khai kế hoạch năm 2023.",
        ISSUED + "Sáng 11/9/2022, Quận ủy tổ chức hội nghị triển khai kế hoạch đến năm 2030.",
        ISSUED + "Sáng 11/9/2022, Quận ủy tổ chức hội nghị triển khai kế hoạch của Thành ủy.",
        ISSUED + "Sáng 8/9/2022, Quận ủy tổ chức hội nghị quán triệt kế hoạch.",
        ISSUED + "Theo kế hoạch này, ngày 12/9/2022, Ban Tổ chức Quận ủy có Công văn số 12-CV/BTCQU.",
        ISSUED + "Cán bộ đồng tình.\nViệc này được khen.\nSáng 11/9/2022, Quận ủy mở hội nghị quán triệt kế hoạch tới cán bộ chủ chốt.",
    ],
)
def test_no_plan_is_meant_where_another_may_be(text: str, relations: Relations) -> None:
    assert relations(text, "implements") == set()
