"""Which of the dates near an event is its own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kgraph.model import Findings

Read = Callable[..., Findings]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Ngày 3/4/2024, Quận ủy Ba Đình tổ chức hội nghị sơ kết.", "2024-04-03"),
        (
            "Hội nghị phổ biến Thông tư số 05/2008/TT-BCA ngày 26/5/2008 của Bộ Công an được Quận ủy Ba Đình tổ chức ngày 3/4/2024.",
            "2024-04-03",
        ),
        (
            "Ngày 3/4/2024, phát biểu tại hội nghị sơ kết của quận Ba Đình, Bí thư Quận ủy Vũ Thị Hạnh cho biết quận đã tiến bộ.",
            "2024-04-03",
        ),
        ("Ngày 3/4/2024, Quận ủy Ba Đình cho biết mới đây đã tổ chức hội nghị sơ kết.", None),
    ],
)
def test_the_day_is_its_own(text: str, day: str | None, read: Read) -> None:
    assert [e.when and e.when.edtf for e in read("Tin trong ngày\n" + text).events if e.when] == ([day] if day else [])


def test_a_part_of_the_day_behind_a_number_is_the_event_s(read: Callable[..., Findings]) -> None:
    (event,) = read("Thực hiện Kế hoạch số 12-KH/HU, sáng 5/6/2024, UBND xã Kim Liên tổ chức lễ ra quân.").events
    assert event.when and event.when.edtf == "2024-06-05"
