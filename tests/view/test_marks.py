"""Names marked in quotations."""

from __future__ import annotations

from kgraph.view.marks import pieces

QUOTE = "Phó Bí thư Thường trực Quận uỷ Nguyễn Tăng Minh cho biết, ngày 18 tháng 5 năm 2021 Bộ Chính trị ban hành Kết luận số 01-KL/TW"


def marks(quote: str, *names: str, whole: tuple[str, ...] = ()) -> list[str]:
    cut = pieces(quote, names=names, whole=whole)
    assert "".join(cut) == quote
    return cut[1::2]


def test_names_are_found_in_any_case_and_style_of_marks() -> None:
    assert marks(QUOTE, whole=("nguyễn tăng minh",)) == ["Nguyễn Tăng Minh"]
    assert marks("tại Uỷ ban", "ủy ban") == ["Uỷ ban"]


def test_people_are_marked_in_full_or_not_at_all() -> None:
    assert marks(QUOTE, whole=("Nguyễn Tăng Bình",)) == []


def test_bodies_may_be_named_in_short() -> None:
    assert marks("Quận ủy tổ chức hội nghị", "Quận ủy Đống Đa") == ["Quận ủy"]
    assert marks("trên địa bàn Đống Đa có", "Quận Đống Đa") == ["Đống Đa"]


def test_part_of_another_name_is_not_marked() -> None:
    assert marks("Quận ủy Lê Chân tổ chức", "Quận ủy Đống Đa") == []


def test_the_person_beside_a_body_is_another_name() -> None:
    assert marks(QUOTE, "Quận ủy Quận 11", whole=("Nguyễn Tăng Minh",)) == ["Quận uỷ", "Nguyễn Tăng Minh"]
    assert marks("Ban Tuyên giáo Thành ủy Lê Chân", "Ban Tuyên giáo Thành ủy Hà Nội") == []


def test_words_are_marked_whole() -> None:
    assert marks("Hội nghịch", "Hội nghị") == []


def test_days_are_found_as_people_write_them() -> None:
    for text in ("ngày 18/5/2021", "18-05-2021", "ngày 18 tháng 5 năm 2021", "sáng 18/5", "18.5.2021"):
        assert len(marks(f"Hôm {text}, họp", "2021-05-18")) == 1
    assert marks("ngày 18/5/2022 và 118/5", "2021-05-18") == ["18/5"]
    assert marks("ngày 8/5/2021", "2021-05-18") == []


def test_marks_do_not_overlap() -> None:
    assert marks("Ban Thường vụ Quận ủy Đống Đa họp", "Quận ủy Đống Đa", "Ban Thường vụ Quận ủy Đống Đa") == [
        "Ban Thường vụ Quận ủy Đống Đa"
    ]


def test_a_name_of_twenty_thousand_letters_is_no_burden() -> None:
    assert marks("ngắn thôi", "từ " * 7000) == []
