"""Events of one day that their parts of the day tell apart."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kgraph.model import Findings

Read = Callable[..., Findings]


def told(findings: Findings) -> list[tuple[str, str | None, str | None]]:
    return [(e.label, e.when.edtf if e.when else None, e.when.part_of_day if e.when else None) for e in findings.events]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ngày 20/4/2023, Quận ủy Ba Đình tổ chức liên tiếp hai hội nghị. Buổi sáng là hội nghị tổng kết công tác Đảng."
            " Buổi chiều, Bí thư Quận ủy Đỗ Văn Lâm chủ trì hội nghị sơ kết chuyển đổi số.",
            [
                ("Hội nghị tổng kết công tác Đảng", "2023-04-20", "morning"),
                ("Hội nghị sơ kết chuyển đổi số", "2023-04-20", "afternoon"),
            ],
        ),
        (
            "Ngày 22/6/2023, Tổ đại biểu HĐND quận Ba Đình có hai buổi tiếp xúc cử tri. Buổi sáng là buổi tiếp xúc cử tri phường Điện Biên;"
            " buổi chiều là buổi tiếp xúc cử tri phường Kim Mã.",
            [
                ("Buổi tiếp xúc cử tri phường Điện Biên", "2023-06-22", "morning"),
                ("Buổi tiếp xúc cử tri phường Kim Mã", "2023-06-22", "afternoon"),
            ],
        ),
        (
            "Sáng 20/4/2023, Quận ủy Ba Đình tổ chức hội nghị tổng kết công tác Đảng. Buổi chiều, hội nghị tiếp tục thảo luận.",
            [("Hội nghị tổng kết công tác Đảng", "2023-04-20", "morning")],
        ),
        (
            "Sáng 20/4/2023, Quận ủy Ba Đình tổ chức hội nghị tổng kết theo Nghị quyết số 18-NQ/TW ngày 16/6/2022."
            " Chiều cùng ngày, Quận ủy Ba Đình tổ chức lễ dâng hương.",
            [
                ("Hội nghị tổng kết theo Nghị quyết số 18-NQ/TW", "2023-04-20", "morning"),
                ("Lễ dâng hương", "2023-04-20", "afternoon"),
            ],
        ),
    ],
    ids=["two conferences", "in one sentence", "one goes on", "the day of a document is not the day told"],
)
def test_parts_of_a_day_tell_events_apart(text: str, expected: list[tuple[str, str, str]], read: Read) -> None:
    assert told(read(text)) == expected


def test_events_of_one_day_and_kind_have_keys_of_their_own(read: Read) -> None:
    text = "Sáng 20/4/2023, Quận ủy Ba Đình tổ chức hội nghị tổng kết. Chiều 20/4/2023, Quận ủy Ba Đình tổ chức hội nghị sơ kết."
    keys = [e.key for e in read(text).events]
    assert keys == [f"event/2023-04-20--quan-uy-ba-dinh--ha-noi--hoi-nghi{end}" for end in ("", "--afternoon")]
