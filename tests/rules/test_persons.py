"""By which key a person is known."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kgraph.model import Findings

Read = Callable[..., Findings]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Bí thư Huyện ủy Anh Sơn Vũ Thị Hạnh dự.", "vu4-thi5-hanh5--huyen-uy-anh-son--nghe-an"),
        ("Ủy viên Ban Thường vụ Tỉnh ủy, Bí thư Huyện ủy Anh Sơn Vũ Thị Hạnh dự.", "vu4-thi5-hanh5--huyen-uy-anh-son--nghe-an"),
        ("Vũ Thị Hạnh, Phó Bí thư Huyện ủy, Chủ tịch UBND huyện Anh Sơn dự.", "vu4-thi5-hanh5--huyen-uy-anh-son--nghe-an"),
        ("Chủ tịch UBND huyện Anh Sơn Vũ Thị Hạnh, nguyên Bí thư Huyện ủy Nam Đàn dự.", "vu4-thi5-hanh5--ubnd-huyen-anh-son--nghe-an"),
        ("Vũ Thị Hạnh, Chủ tịch UBND Phường 4, Quận 11 dự.", "vu4-thi5-hanh5--ubnd-phuong-4--quan-11--ho-chi-minh"),
        ("Chủ tịch UBND Phường 4, Quận 11 Vũ Thị Hạnh dự.", "vu4-thi5-hanh5--ubnd-phuong-4--quan-11--ho-chi-minh"),
    ],
)
def test_a_person_is_name_and_principal_body(text: str, key: str, read: Read) -> None:
    (official,) = read(text, "2024-04-04").officials
    assert official.key == f"official/{key}"


def test_a_person_without_a_post_bears_the_name_and_the_article(read: Read) -> None:
    findings = read("Ngày 3/4/2024, Huyện ủy Anh Sơn tổ chức hội nghị. Dự hội nghị có đồng chí Lê Minh Khôi.")
    assert [o.key for o in findings.officials] == ["official/le6-minh-khoi6--a"]


def test_the_order_of_mention_does_not_change_the_key(read: Read) -> None:
    one = "Đồng chí Vũ Thị Hạnh, Bí thư Huyện ủy Anh Sơn phát biểu."
    other = "Đồng chí Vũ Thị Hạnh, Ủy viên Ban Thường vụ Tỉnh ủy Nghệ An tặng hoa."
    assert [o.key for o in read(f"{one} {other}").officials] == [o.key for o in read(f"{other} {one}").officials]


@pytest.mark.parametrize("again", ["Vũ Thị Hạnh", "Vũ  Thị Hạnh", "VŨ Thị Hạnh"])
def test_one_name_is_one_person_in_an_article(again: str, read: Read) -> None:
    findings = read(f"Bí thư Huyện ủy Anh Sơn Vũ Thị Hạnh dự. Đồng chí {again}, Trưởng đoàn công tác huyện kết luận.")
    assert len(findings.officials) == 1
