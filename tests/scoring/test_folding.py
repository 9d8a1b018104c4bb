"""Names that are the same to a reader are the same to the measure, and others are not."""

from __future__ import annotations

import pytest

from kgraph.scoring.folding import norm, number_key, overlap, same_role, without_level


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("UBND TP. Hồ Chí Minh", "Uỷ ban nhân dân Thành phố HCM"),
        ("Nghị quyết T. Ư 4", "nghị quyết trung ương 4"),
        ("BTV Quận uỷ", "Ban Thường vụ Quận ủy"),
        ("hoà bình – phát triển", "hòa bình - phát triển"),
    ],
)
def test_two_ways_of_writing_one_name(one: str, other: str) -> None:
    assert norm(one) == norm(other)


@pytest.mark.parametrize(("one", "other"), [("Quận ủy", "Quận đoàn"), ("hoàn", "hòan"), ("01/KH", "01 KH")])
def test_two_names(one: str, other: str) -> None:
    assert norm(one) != norm(other)


@pytest.mark.parametrize(
    ("name", "bare"), [("TP. Hà Nội", "hà nội"), ("Phường 12", "phường 12"), ("Thị xã Sơn Tây", "sơn tây"), ("Quảng Ninh", "quảng ninh")]
)
def test_a_unit_loses_its_word_of_level_unless_a_number_follows(name: str, bare: str) -> None:
    assert without_level(name) == bare


@pytest.mark.parametrize(
    ("number", "key"), [("05-CT/TƯ", "5-CT/TW"), ("01 – KL/TW", "1-KL/TW"), ("0", "0"), (None, ""), ("284-kh/tu", "284-KH/TU")]
)
def test_numbers_of_documents(number: str | None, key: str) -> None:
    assert number_key(number) == key


@pytest.mark.parametrize(
    ("form", "role", "same"),
    [
        ("Phó Trưởng ban Thường trực", "Phó Trưởng Ban thường trực", True),
        ("Phó Bí thư Thường trực", "Phó Bí thư", False),
        ("Quyền Chủ tịch", "Chủ tịch", False),
        ("Trưởng Ban Tuyên giáo", "Trưởng Ban Tuyên giáo Quận", True),
    ],
)
def test_roles_of_another_seniority_are_other_roles(form: str, role: str, same: bool) -> None:
    assert same_role([form], role) is same


def test_a_word_counts_as_often_as_it_stands_in_both() -> None:
    assert overlap("a a b", "a b b") == pytest.approx(2 / 3)
    assert overlap("", "") == 0.0
