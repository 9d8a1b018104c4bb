"""Which body the suffix of a number stands for."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Relations = Callable[..., set[tuple[str, str]]]


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        ("Nghị quyết số 12/2020/UBTVQH14 có hiệu lực.", "Ủy ban Thường vụ Quốc hội"),
        ("Nghị quyết số 12/2020/QH14 có hiệu lực.", "Quốc hội"),
        ("Bộ GD&ĐT họp báo. Thông tư số 12/2020/TT-BGDĐT có hiệu lực.", "Bộ GD&ĐT"),
        ("Thông tư số 12/2020/TT-BYT có hiệu lực.", "Bộ Y tế"),
        ("Huyện Anh Sơn thực hiện Kế hoạch số 30-KH/HU.", "Huyện ủy Anh Sơn"),
    ],
)
def test_a_suffix_stands_for_one_body(text: str, issuer: str, relations: Relations) -> None:
    assert {body for _, body in relations(text, "issuedBy")} == {issuer}


def test_a_suffix_that_many_bodies_have_needs_the_only_one_of_the_article(relations: Relations) -> None:
    assert relations("HĐND huyện Anh Sơn, HĐND huyện Đô Lương thực hiện Nghị quyết số 12/NQ-HĐND.", "issuedBy") == set()
