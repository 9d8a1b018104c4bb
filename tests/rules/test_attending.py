"""Who attends, where more than a title stands between him and the verb."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kgraph.model import Findings

Read = Callable[..., Findings]
BEFORE = "Khánh thành nhà văn hóa\nSáng 6/2/2024, UBND huyện Thanh Oai tổ chức lễ khánh thành nhà văn hóa. "


def attending(text: str, read: Read) -> set[str]:
    """The labels of who is there."""
    found = read(BEFORE + text)
    names = {o.key: o.label for o in found.officials}
    return {names[f.subject] for f in found.facts if f.predicate == "attended"}


@pytest.mark.parametrize(
    "text",
    [
        "Phó Bí thư Huyện ủy Lê Văn Cang, đại diện lãnh đạo UBND huyện, các phòng cùng thân nhân gia đình ông Võ Trí đã đến dự buổi lễ.",
        "Ông Lê Văn Cang, Phó Bí thư Huyện ủy, Trưởng đoàn kiểm tra số 4 của Ban Thường vụ, đã dự lễ khánh thành.",
        "Ông Lê Văn Cang, Phó Bí thư Huyện ủy đã đến thăm công trường, tặng quà cho công nhân và dự lễ khánh thành.",
        "Ông Lê Văn Cang, Phó Bí thư Huyện ủy về thăm xã, trao quà cho ba hộ nghèo, dự lễ khánh thành.",
        "Đồng chí Lê Văn Cang, Phó Bí thư Huyện ủy; lãnh đạo các phòng, ban của huyện; cùng đông đảo nhân dân xã Kim Hòa đã tới dự.",
        "Ngày 7/2/2024, ông Lê Văn Cang, Phó Bí thư Huyện ủy dự sinh hoạt chi bộ thôn Đông.",
        "Đến dự buổi lễ có đoàn công tác của Huyện ủy do đồng chí Lê Văn Cang, Phó Bí thư Huyện ủy dẫn đầu.",
        "Tham dự buổi lễ có đoàn đại biểu của huyện do Phó Bí thư Huyện ủy Lê Văn Cang làm trưởng đoàn.",
    ],
)
def test_he_is_there(text: str, read: Read) -> None:
    assert attending(text, read) == {"Lê Văn Cang"}


@pytest.mark.parametrize(
    "text",
    [
        "Ông Lê Văn Cang, Phó Bí thư Huyện ủy yêu cầu các xã cử người dự lễ khánh thành.",
        "Ông Lê Văn Cang, Phó Bí thư Huyện ủy đến thăm xã, mời các hộ dân dự lễ khánh thành.",
        "Ông Lê Văn Cang, Phó Bí thư Huyện ủy sẽ về thăm xã và dự lễ khánh thành.",
        "Ông Lê Văn Cang, Phó Bí thư Huyện ủy gửi hoa chúc mừng các đại biểu dự lễ khánh thành.",
        "Theo ông Lê Văn Cang, Phó Bí thư Huyện ủy, nhiều người đã dự lễ khánh thành.",
    ],
)
def test_others_are_or_he_will_be(text: str, read: Read) -> None:
    assert attending(text, read) == set()
