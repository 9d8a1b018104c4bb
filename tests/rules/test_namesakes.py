"""People of one name in one article."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kgraph.model import Findings

Read = Callable[..., Findings]
HELD = "Sáng 18/8/2022, huyện Anh Sơn tổ chức ngày hội. "


@pytest.mark.parametrize(
    "text",
    [
        "Dự có Thượng tá Lê Văn Dũng, Trưởng Công an huyện; ông Lê Văn Dũng, Chủ tịch Hội Nông dân huyện.",
        "Dự có Phó Chủ tịch UBND huyện Lê Văn Dũng; nhà giáo Lê Văn Dũng, Hiệu trưởng Trường Tiểu học Hoa Sơn.",
        "Bí thư Huyện ủy Lê Văn Dũng dâng hương. Bà con nhắc nhiều về cố Bí thư Huyện ủy Lê Văn Dũng.",
        "Bí thư Huyện ủy Lê Văn Dũng dâng hương. Trong phòng có ảnh ông Lê Văn Dũng, Chủ tịch UBND huyện những năm 1976 - 1982.",
        "Bí thư Huyện ủy Anh Sơn Lê Văn Dũng phát biểu. Cùng ngày, Bí thư Huyện ủy Nam Đàn Lê Văn Dũng dự lễ ra quân.",
    ],
)
def test_posts_that_nobody_holds_at_once_tell_two_people_apart(text: str, read: Read) -> None:
    officials = read(HELD + text, "2022-08-19").officials
    assert [o.label for o in officials] == ["Lê Văn Dũng"] * 2
    assert len({o.key for o in officials}) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Bí thư Huyện ủy Lê Văn Dũng dự. Ông Lê Văn Dũng, Chủ tịch HĐND huyện kết luận.",
        "Dự có đồng chí Lê Văn Dũng, Tỉnh ủy viên, Bí thư Huyện ủy, Trưởng Ban Chỉ đạo 35 huyện.",
        "Ông Lê Văn Dũng là Trưởng Công an xã Hoa Sơn. Năm 2020, ông Lê Văn Dũng được bầu làm Chủ tịch UBND xã Hoa Sơn.",
        "Ông Lê Văn Dũng, nguyên Bí thư Huyện ủy Nam Đàn dự. Bí thư Huyện ủy Anh Sơn Lê Văn Dũng phát biểu.",
        "Bí thư Huyện ủy Lê Văn Dũng nói về việc cố ý làm trái. Đồng chí Lê Văn Dũng nhấn mạnh.",
    ],
)
def test_posts_that_one_may_hold_are_one_persons(text: str, read: Read) -> None:
    assert len(read(HELD + text, "2022-08-19").officials) == 1


def test_a_name_without_a_post_is_that_of_the_one_named_last(read: Read) -> None:
    listed = "Dự có Trưởng Công an huyện Lê Văn Dũng; ông Lê Văn Dũng, Chủ tịch Hội Nông dân huyện. "
    findings = read(HELD + listed + "Phát biểu tại ngày hội, đồng chí Lê Văn Dũng kêu gọi.")
    speaker = next(f.subject for f in findings.facts if f.predicate == "spokeAt")
    assert "hoi-nong-dan" in speaker
