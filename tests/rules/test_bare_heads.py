"""A kind of body behind a role stands for the body that the article speaks of; a person's name behind it is no name of a body."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Positions = Callable[..., dict[str, set[tuple[str, str, str]]]]


@pytest.mark.parametrize(
    ("text", "name", "role", "body"),
    [
        ("Sở Y tế tỉnh Hà Nam họp. Giám đốc Sở Lê Văn An chủ trì.", "Lê Văn An", "giam-doc", "Sở Y tế tỉnh Hà Nam"),
        ("Sở Y tế tỉnh Hà Nam họp. Bà Lê Thị An, Phó Giám đốc Sở, cho biết.", "Lê Thị An", "pho-giam-doc", "Sở Y tế tỉnh Hà Nam"),
        ("Ban Tuyên giáo Quận ủy Ba Đình họp. Trưởng Ban Lê Văn An báo cáo.", "Lê Văn An", "truong-ban", "Ban Tuyên giáo Quận ủy Ba Đình"),
        ("UBND quận Ba Đình họp. Chánh Văn phòng HĐND và UBND quận Đoàn Văn An nêu ý kiến.", "Đoàn Văn An", "chanh-van-phong", None),
        ("Bí thư Quận đoàn Ba Đình Lê Văn An phát biểu.", "Lê Văn An", "bi-thu", "Quận đoàn Ba Đình"),
    ],
)
def test_the_body_is_the_one_named_before(text: str, name: str, role: str, body: str | None, positions: Positions) -> None:
    found = positions(text)
    assert set(found) == {name}
    assert {(r, b) for r, b, _ in found[name]} == {(role, body or "Văn phòng HĐND và UBND quận Ba Đình")}


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Chủ tịch Tập đoàn Trần Anh, ông Lê Văn An, cho biết.", "Tập đoàn Trần Anh"),
        ("Hiệu trưởng Trường THPT Chu Văn An, ông Lê Văn Bình, cho biết.", "Trường THPT Chu Văn An"),
        ("Giám đốc Sở Nội vụ tỉnh Hà Nam Lê Văn An cho biết.", "Sở Nội vụ tỉnh Hà Nam"),
    ],
)
def test_what_bears_a_name_of_its_own_keeps_it(text: str, body: str, positions: Positions) -> None:
    assert {b for rows in positions(text).values() for _, b, _ in rows} == {body}


def test_where_no_such_body_was_named_none_is_made_up(positions: Positions) -> None:
    found = positions("UBND tỉnh Hà Nam họp. Ông Lê Văn An, Giám đốc Sở, báo cáo tại hội nghị.")
    assert {body for rows in found.values() for _, body, _ in rows} <= {""}
