"""Given names that stand for a full name of the article."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kgraph.lexicon import Lexicon
from kgraph.rules.names import find_names
from kgraph.rules.shortnames import with_short_names
from kgraph.scan import Page

Scan = Callable[[str], Page]
START = "Dự hội nghị có ông Lê Minh Khôi, bà Bùi Thị Lan và ông Trần Anh Dũng. "


def short(page: Page, lexicon: Lexicon) -> list[tuple[str, str]]:
    names = find_names(page, (), lexicon)
    return [(page.text[n.begin : n.end], n.name) for n in with_short_names(page, names, ()) if page.text[n.begin : n.end] != n.name]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ông Khôi cho biết.", [("Khôi", "Lê Minh Khôi")]),
        ("Đồng chí Lan và ông Khôi phát biểu.", [("Lan", "Bùi Thị Lan"), ("Khôi", "Lê Minh Khôi")]),
        ("Bí thư Khôi nhấn mạnh.", [("Khôi", "Lê Minh Khôi")]),
        ("Thiếu tướng Anh Dũng nhấn mạnh.", [("Anh Dũng", "Trần Anh Dũng")]),
        ("Ông Hùng cho biết.", []),
        ("Khôi cho biết.", []),
        ("Ông Khôi Nguyên Vũ cho biết.", []),
    ],
)
def test_a_given_name_means_the_only_full_name_that_ends_with_it(
    text: str, found: list[tuple[str, str]], scan: Scan, lexicon: Lexicon
) -> None:
    assert short(scan(START + text), lexicon) == found


def test_a_given_name_that_two_persons_bear_means_nobody(scan: Scan, lexicon: Lexicon) -> None:
    assert short(scan(START + "Bà Vũ Thị Lan phát biểu. Bà Lan cho biết."), lexicon) == []


def test_a_post_behind_a_given_name_is_that_of_the_person(positions: Callable[..., dict[str, set[tuple[str, str, str]]]]) -> None:
    found = positions("Ông Lê Minh Khôi dự lễ. Ông Khôi là Chủ tịch UBND huyện Anh Sơn.")
    assert found == {"Lê Minh Khôi": {("chu-tich", "UBND huyện Anh Sơn", "held")}}


def test_who_speaks_under_the_given_name_speaks_at_the_event(relations: Callable[..., set[tuple[str, str]]]) -> None:
    text = "Sáng 5/6/2024, Huyện ủy Anh Sơn tổ chức hội nghị. Dự có đồng chí Bùi Thị Lan, Bí thư Huyện ủy. Bà Lan nhấn mạnh kết quả."
    assert relations(text, "spokeAt") == {("Bùi Thị Lan", "hoi-nghi")}


def test_the_first_word_of_the_next_sentence_is_no_part_of_a_name(scan: Scan, lexicon: Lexicon) -> None:
    assert short(scan(START + "Ảnh: Chủ tịch Lê Minh Khôi Đúng 8 giờ, hội nghị bắt đầu."), lexicon) == []
    page = scan(START + "Ảnh: Chủ tịch Lê Minh Khôi Đúng 8 giờ, hội nghị bắt đầu.")
    names = with_short_names(page, find_names(page, (), lexicon), ())
    assert [n.name for n in names].count("Lê Minh Khôi") == 2


def test_a_last_syllable_with_a_small_letter_belongs_to_the_name(scan: Scan, lexicon: Lexicon) -> None:
    page = scan(START + "Ông Lê Minh khôi và bà Bùi Thị Lan dự.")
    names = with_short_names(page, find_names(page, (), lexicon), ())
    assert [n.name for n in names].count("Lê Minh Khôi") == 2
