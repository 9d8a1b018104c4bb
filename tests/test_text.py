"""Folding that keeps length, slugs, letters without marks."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgraph.text import UPPER, ascii_label, fold, normalize, slug, spelled

TONED = [unicodedata.normalize("NFC", pair + tone) for pair in ("oa", "oe", "uy") for tone in "\u0300\u0301\u0309\u0303\u0323"]


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("a\r\nb", "a\nb"),
        ("a\rb", "a\nb"),
        ("a\r\n\r\nb\r", "a\n\nb\n"),
        (unicodedata.normalize("NFD", "Quận ủy"), "Quận ủy"),
        ("hai  ô trống\u00a0\u200b", "hai  ô trống\u00a0\u200b"),
    ],
)
def test_normal_text_has_one_line_end_and_composed_letters_and_keeps_the_rest(text: str, clean: str) -> None:
    assert normalize(text) == clean


@given(st.text())
def test_normal_text_stays_as_it_is(text: str) -> None:
    once = normalize(text)
    assert normalize(once) == once and "\r" not in once and unicodedata.is_normalized("NFC", once)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Thành uỷ", "Thành ủy"),
        ("Uỷ ban", "ủy ban"),
        ("HOÀ BÌNH", "hòa bình"),
        ("khoẻ", "khỏe"),
        ("Ðảng", "đảng"),
        ("2021–2025", "2021-2025"),
        ("2021—2025", "2021-2025"),
        ("Quận\u00a0ủy", "quận ủy"),
        ("Quận\tủy", "quận ủy"),
    ],
)
def test_spellings_of_one_word_fold_together(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("ma", "mà"), ("quý", "qúy"), ("toán", "tóan"), ("hoàn", "hòan"), ("đa", "da")])
def test_what_tells_words_apart_is_kept(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@pytest.mark.parametrize("syllable", TONED)
def test_the_old_place_of_a_tone_becomes_the_new_one_only_at_the_end_of_a_syllable(syllable: str) -> None:
    assert fold(f"h{syllable}") == fold(fold(f"h{syllable}")) != f"h{syllable}"
    assert fold(f"h{syllable}n") == f"h{syllable}n"
    assert fold(f"q{syllable}") == f"q{syllable}"


@given(st.text())
def test_a_folded_text_is_as_long_and_folds_to_itself(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize("text", ["İstanbul", "ǰ và Ǩ", "ﬁ ß", "𝐀", "Σας"])
def test_letters_whose_lower_case_is_longer_do_not_move_offsets(text: str) -> None:
    assert len(fold(f"{text} Quận ủy")) == len(text) + 8
    assert fold(f"{text} Quận ủy").endswith(" quận ủy")


@pytest.mark.parametrize(
    ("text", "plain"), [("Đặng Thị Hường", "dang thi huong"), ("UBND TP. Huế", "ubnd tp. hue"), ("Kpă Y'Nguyên", "kpa y'nguyen")]
)
def test_letters_without_marks(text: str, plain: str) -> None:
    assert ascii_label(text) == plain


@pytest.mark.parametrize(
    ("one", "other"), [("Lê Văn Hùng", "Lê Văn Hưng"), ("Vũ Thủy", "Vũ Thúy"), ("Trần Đạt", "Trần Dạt"), ("Tân", "Tấn")]
)
def test_names_that_differ_by_their_marks_are_spelled_apart(one: str, other: str) -> None:
    assert spelled(one) != spelled(other) and spelled(one).isascii()


@pytest.mark.parametrize(("one", "other"), [("Vũ Hoà", "Vũ Hòa"), ("LÊ THUỶ", "Lê Thủy"), ("Lê  Văn", "Lê Văn")])
def test_two_spellings_of_a_name_are_spelled_alike(one: str, other: str) -> None:
    assert spelled(one) == spelled(other)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Đảng ủy phường Kim Liên", "dang-uy-phuong-kim-lien"),
        ("  “Dân vận khéo”  ", "dan-van-kheo"),
        ("05-CT/TW", "05-ct-tw"),
        ("!!!", ""),
        ("", ""),
    ],
)
def test_a_slug_is_readable(text: str, name: str) -> None:
    assert slug(text) == name


@given(st.text(), st.integers(min_value=1, max_value=40))
def test_a_slug_is_plain_letters_of_bounded_length(text: str, limit: int) -> None:
    name = slug(text, limit=limit)
    assert re.fullmatch(r"(?:[a-z0-9]+(?:-[a-z0-9]+)*)?", name)
    assert len(name) <= limit + 7


def test_long_names_that_differ_at_the_end_have_different_slugs() -> None:
    start = "Xây dựng đội ngũ cán bộ " * 6
    assert slug(f"{start} một") != slug(f"{start} hai")
    assert slug(f"{start} một") == slug(f"{start} một")


def test_every_vietnamese_capital_is_a_capital() -> None:
    capital = re.compile(f"[{UPPER}]")
    assert all(capital.match(c) for c in "AĂÂBCDĐEÊGHIKLMNOÔƠPQRSTUƯVXYÀẢÃÁẠẰẲẴẮẶẦẨẪẤẬỲỶỸÝỴỪỬỮỨỰ")
    assert not any(capital.match(c) for c in "aăâđêôơưỳ0-“")
