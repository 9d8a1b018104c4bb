"""A name is found however it is written; another name is not."""

import unicodedata

import pytest

from kgraph.reviewed.spelling import Spelling

NAME = "Lê Thị Thuỷ Hà"
FOUND = [
    "đồng chí Lê Thị Thủy Hà dự",
    "LÊ THỊ THUỶ HÀ",
    "Le Thi Thuy Ha",
    "Lê Thị\nThủy Hà",
    "Lê\u00a0Thị  Thủy\u2003Hà",
    "Lê Thị Thủy\u200b Hà",
    unicodedata.normalize("NFD", "Lê Thị Thủy Hà"),
    "official/le6-thi5-thuy3-ha2--quan-uy-x",
    "tin/le-thi-thuy-ha-tham-truong.html",
    "tin_le_thi_thuy_ha",
]
OTHERS = ["Lê Thị Thúy Hà", "Lê Thị Thủy Hàng", "Lê Thị Thủy", "Thủy Hà", "hale thi thuy ha", ""]


@pytest.mark.parametrize("text", FOUND)
def test_a_name_is_found_in_every_spelling(text: str) -> None:
    assert Spelling([NAME]).stands_in(text)


@pytest.mark.parametrize("text", OTHERS)
def test_another_name_is_another_name(text: str) -> None:
    assert not Spelling([NAME]).stands_in(text)


def test_a_resource_name_without_marks_can_be_anybodys() -> None:
    name = Spelling(["Lê Văn Hùng"])
    assert name.stands_in_iri("id/official/le6-van8-hung2--quan-uy-x")
    assert not name.stands_in_iri("id/official/le6-van8-hung7--quan-uy-x")
    assert not name.stands_in_iri("id/organization/truong-thcs-le-van-hung")


def test_offsets_are_those_of_the_text() -> None:
    text = "Bà Lê Thị\n Thuỷ Hà nói"
    assert [text[begin:end] for begin, end in Spelling([NAME]).spans(text)] == ["Lê Thị\n Thuỷ Hà"]


@pytest.mark.parametrize(
    "text", ["Đồng chí Hà nói", "Bà Hà nói", "PGS Hà nói", "Hà nói", "“Hà”, chủ tịch Thủy Hà đáp", "Rồi Phó Chủ tịch Hà đến"]
)
def test_a_short_form_is_found(text: str) -> None:
    assert list(Spelling([NAME]).shortened(text))


@pytest.mark.parametrize("text", ["thành phố Hà Nội", "quận Bắc Hà Đông", "đồng chí Trần Thu Hà", "hà tất", "đồng chí Hằng"])
def test_part_of_another_name_is_no_short_form(text: str) -> None:
    assert not list(Spelling([NAME]).shortened(text))


def test_no_names_are_found_nowhere() -> None:
    assert not Spelling([]).stands_in("Lê Thị Thủy Hà")
