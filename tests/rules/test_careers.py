"""Posts told in lives: when who was what."""

from __future__ import annotations

import pytest
from tests.rules.conftest import Read

from kgraph.model import Findings, Holding

Row = tuple[str, str, str, str | None, str | None]
LIFE = "Tin nhân sự\nÔng Lê Văn An sinh năm 1960, quê quán huyện Hưng Hà, tỉnh Thái Bình. "
DAY = "2017-06-01"


def holdings(findings: Findings, name: str = "Lê Văn An") -> tuple[Holding, ...]:
    return next((o.holdings for o in findings.officials if o.label == name), ())


def rows(findings: Findings, name: str = "Lê Văn An") -> set[Row]:
    """Role, body, status, and since when until when."""
    return {(h.role, h.organization.label if h.organization else "", h.status, h.since, h.until) for h in holdings(findings, name)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Từ tháng 10/1992 đến tháng 6/1996: Bí thư Huyện ủy Vũ Thư.",
            {("bi-thu", "Huyện ủy Vũ Thư", "former", "1992-10", "1996-06")},
        ),
        (
            "Từ năm 2001 đến năm 2005, ông làm Giám đốc Sở Y tế Nam Định.",
            {("giam-doc", "Sở Y tế tỉnh Nam Định", "former", "2001", "2005")},
        ),
        (
            "Từ tháng 3/2010 đến nay, ông giữ chức Chủ tịch UBND huyện Vũ Thư.",
            {("chu-tich", "UBND huyện Vũ Thư", "held", "2010-03", None)},
        ),
        (
            "Ông giữ chức Chủ tịch UBND huyện Vũ Thư từ năm 2010 đến nay.",
            {("chu-tich", "UBND huyện Vũ Thư", "held", "2010", None)},
        ),
        (
            "Từ tháng 7/2002 được phân công làm Bí thư Tỉnh ủy Nam Định; đến tháng 10/2009 làm Bí thư Tỉnh ủy Hà Nam.",
            {("bi-thu", "Tỉnh ủy Nam Định", "former", "2002-07", None), ("bi-thu", "Tỉnh ủy Hà Nam", "held", "2009-10", None)},
        ),
        (
            "Từ năm 1999 đến giữa năm 2006, ông đảm nhiệm chức vụ Phó Chủ tịch rồi Phó Chủ tịch Thường trực UBND tỉnh Nam Định.",
            {
                ("pho-chu-tich", "UBND tỉnh Nam Định", "former", None, None),
                ("pho-chu-tich-thuong-truc", "UBND tỉnh Nam Định", "former", None, None),
            },
        ),
        (
            "Ông từng giữ các chức vụ: Phó Giám đốc Sở Y tế Nam Định; Bí thư Huyện ủy Vũ Thư.",
            {("pho-giam-doc", "Sở Y tế tỉnh Nam Định", "former", None, None), ("bi-thu", "Huyện ủy Vũ Thư", "former", None, None)},
        ),
        (
            "Ông là hiệu trưởng một trường phổ thông cho đến năm 1997, khi chuyển sang làm Giám đốc Sở Y tế Nam Định. "
            "Từ năm 2003, ông làm Bí thư Huyện ủy Vũ Thư.",
            {("giam-doc", "Sở Y tế tỉnh Nam Định", "former", "1997", None), ("bi-thu", "Huyện ủy Vũ Thư", "held", "2003", None)},
        ),
    ],
)
def test_a_time_and_what_someone_was_then(text: str, expected: set[Row], read: Read) -> None:
    assert rows(read(LIFE + text, DAY)) == expected


def test_lines_of_a_life_by_whose_name_the_title_is(read: Read) -> None:
    text = (
        "Tiểu sử ông Lê Văn An\nBà Trần Thị Bình trao hoa cho ông Lê Văn An. Ảnh: Tỉnh ủy\n"
        "- 4/1995 - 12/1999: Bí thư Huyện ủy Vũ Thư.\n- 12/1999 - 5/2004: Bí thư Huyện ủy Vũ Thư.\n"
        "- 6/2004 - 7/2010: Giám đốc Sở Y tế Nam Định.\n"
    )
    assert rows(read(text, DAY)) >= {
        ("bi-thu", "Huyện ủy Vũ Thư", "former", "1995-04", "2004-05"),
        ("giam-doc", "Sở Y tế tỉnh Nam Định", "former", "2004-06", "2010-07"),
    }


def test_a_life_ends_where_another_person_is_named(read: Read) -> None:
    text = LIFE + "Ông được bà Trần Thị Bình giới thiệu. Từ năm 2001 đến năm 2005: Giám đốc Sở Y tế Nam Định."
    assert rows(read(text, DAY)) == set()


@pytest.mark.parametrize(
    "text",
    [
        "Bà từng giữ chức Giám đốc Sở Y tế Nam Định.",
        "Năm 2005, Chủ tịch UBND huyện Vũ Thư đã ký quyết định giao đất.",
        "Từ năm 1990 đến năm 1995, ông làm thư ký Giám đốc Sở Y tế Nam Định.",
        "Ông vào Đảng năm 1984, Bí thư Huyện ủy Vũ Thư là người giới thiệu.",
        "Ông Smith nói chuyện. Từ năm 2001 đến năm 2005: Giám đốc Sở Y tế Nam Định.",
        "Từ năm 1990 đến năm 1995: Chủ tịch UBND tỉnh Hà Lâm Đông.",
    ],
)
def test_posts_of_others_and_of_places_that_nobody_reads(text: str, read: Read) -> None:
    assert rows(read(LIFE + text, DAY)) == set()


def test_the_life_of_a_foreigner_is_none_of_ours(read: Read) -> None:
    text = "Tin thế giới\nÔng Robert Taylor sinh năm 1950. Từ năm 2001 đến năm 2005, ông làm Bộ trưởng Bộ Tài chính."
    assert rows(read(text, DAY), "Robert Taylor") == set()


def test_all_posts_of_who_has_died_are_former_ones(read: Read) -> None:
    text = LIFE + "Từ tháng 5/2006, ông làm Bí thư Huyện ủy Vũ Thư. Linh cữu ông Lê Văn An quàn tại nhà tang lễ tỉnh."
    assert rows(read(text, DAY)) == {("bi-thu", "Huyện ủy Vũ Thư", "former", "2006-05", None)}


def test_a_post_that_is_held_again_is_not_over(read: Read) -> None:
    text = (
        "Tin nhân sự\nBí thư Huyện ủy Vũ Thư Lê Văn An dự hội nghị. Ông Lê Văn An sinh năm 1960. "
        "Từ năm 1995 đến năm 2000: Bí thư Huyện ủy Vũ Thư."
    )
    assert rows(read(text, DAY)) == {
        ("bi-thu", "Huyện ủy Vũ Thư", "held", None, None),
        ("bi-thu", "Huyện ủy Vũ Thư", "former", "1995", "2000"),
    }


def test_the_words_of_a_life_are_its_evidence_and_prove_no_day(read: Read) -> None:
    findings = read(LIFE + "Từ tháng 10/1992 đến tháng 6/1996: Bí thư Huyện ủy Vũ Thư.", DAY)
    (post,) = holdings(findings)
    (evidence,) = post.evidence
    quote = "Từ tháng 10/1992 đến tháng 6/1996: Bí thư Huyện ủy Vũ Thư"
    assert (findings.article.text[evidence.begin : evidence.end], evidence.rule) == (quote, "officials.career")
    assert post.observed is None
    assert post.since_said == post.until_said == evidence


def test_posts_of_the_time_in_which_something_was_done(read: Read) -> None:
    text = (
        "Tin kiểm tra\nTrong thời gian giữ các cương vị Giám đốc Sở Y tế Nam Định, Bí thư Huyện ủy Vũ Thư, "
        "bà Trần Thị Bình chưa thực hiện đúng quy định."
    )
    assert rows(read(text, DAY), "Trần Thị Bình") == {
        ("giam-doc", "Sở Y tế tỉnh Nam Định", "former", None, None),
        ("bi-thu", "Huyện ủy Vũ Thư", "former", None, None),
    }
