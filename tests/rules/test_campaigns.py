"""Which campaign is meant, and what an article says of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kgraph.model import Findings

Read = Callable[..., Findings]
Relations = Callable[..., set[tuple[str, str]]]


def told(findings: Findings) -> list[tuple[str, int | None, int | None]]:
    return [(c.label, c.edition, c.year) for c in findings.campaigns]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Quận ủy Ba Đình triển khai Chuyên đề năm 2024 “Nêu gương”. Chuyên đề năm 2024 được học tập. Chuyên đề rất thiết thực.",
            [("Nêu gương", None, 2024)],
        ),
        (
            "Quận triển khai Chuyên đề năm 2023 “Kỷ cương” và Chuyên đề năm 2024 “Nêu gương”. Chuyên đề năm 2023 đã sơ kết.",
            [("Kỷ cương", None, 2023), ("Nêu gương", None, 2024)],
        ),
        (
            "Huyện tổ chức Hội thi “Nhà nông đua tài” lần thứ nhất. Hội thi “Nhà nông đua tài” lần thứ 2 sẽ đến.",
            [("Nhà nông đua tài", 1, None), ("Nhà nông đua tài", 2, None)],
        ),
        ("Phong trào “Sạch đẹp” lan rộng. Phong trào “sạch đẹp” hiệu quả.", [("Sạch đẹp", None, None)]),
        ("Cuộc thi “Ba Đình trong tôi” diễn ra. Cuộc thi thu hút 300 bài.", [("Ba Đình trong tôi", None, None)]),
        ("Cuộc thi thu hút 300 bài. Chuyên đề của quận đã sơ kết. Việc học chuyên đề năm 2024 đã xong.", []),
        ("Đoàn giám sát việc học tập Chuyên đề năm 2024 của quận.", [("Chuyên đề năm 2024", None, 2024)]),
        (
            "Quận phát động Hội thi “Nét bút” lần thứ VI. Khác với hội thi lần thứ V năm ngoái, năm nay có thêm phần thi vẽ.",
            [("Nét bút", 6, None), ("Nét bút", 5, None)],
        ),
        ("Hội phát động tuần lễ “Phụ nữ với áo dài”.", [("Phụ nữ với áo dài", None, None)]),
    ],
)
def test_mentions_of_one_campaign_are_one(text: str, expected: list[tuple[str, int | None, int | None]], read: Read) -> None:
    assert told(read(text)) == expected


def test_a_bare_head_that_fits_two_campaigns_points_at_none(read: Read) -> None:
    text = "Quận phát động cuộc thi “Sạch đẹp” và cuộc thi “Nét bút”. Quận ủy Ba Đình tổ chức Cuộc thi rất chu đáo."
    findings = read(text)
    assert [f for f in findings.facts if f.predicate == "conducts"] == []


def test_edition_year_and_theme_are_facts_with_their_words(read: Read) -> None:
    findings = read("UBND huyện Anh Sơn tổ chức Hội thi “Dân vận khéo” lần thứ VI, năm 2024 với chủ đề “Gần dân”.")
    facts = {f.predicate: (f.object, findings.article.text[f.evidence.begin : f.evidence.end]) for f in findings.facts}
    for predicate, value, words in (("edition", "6", "lần thứ VI"), ("year", "2024", "năm 2024"), ("theme", "Gần dân", "chủ đề “Gần dân”")):
        found, quote = facts[predicate]
        assert found.lexical == value and words in quote and "Dân vận khéo" in quote  # type: ignore[union-attr]


@pytest.mark.parametrize(("one", "other"), [("huyện Anh Sơn", "huyện Nam Đàn"), ("Phường 4, Quận 11", "Phường 4, Quận 3")])
def test_a_local_contest_of_two_places_is_two(one: str, other: str, read: Read) -> None:
    first, second = (read(f"UBND {place} tổ chức Hội thi “Dân vận khéo”.", "2024-04-04").campaigns for place in (one, other))
    assert {c.key for c in first}.isdisjoint({c.key for c in second}) and first and second


def test_a_short_form_means_the_one_that_is_named_in_full(read: Read) -> None:
    text = "Chi bộ học và làm theo Bác. Quận đẩy mạnh học tập và làm theo tấm gương đạo đức Hồ Chí Minh."
    assert [c.label for c in read(text).campaigns] == ["Học tập và làm theo tấm gương đạo đức Hồ Chí Minh"]


def test_an_abbreviation_inside_a_name_is_the_same_name(read: Read) -> None:
    text = "Tỉnh phát động chiến dịch “ATGT cho trẻ em”. Chiến dịch “An toàn giao thông (ATGT) cho trẻ em” lan rộng."
    assert len(read(text).campaigns) == 1


def test_a_name_repeated_without_its_head_adds_the_edition(read: Read) -> None:
    text = "Tỉnh tổ chức hội thi “Ánh sáng”. Các đội dự thi Olympic môn lý luận chính trị “Ánh sáng” lần thứ II."
    assert told(read(text)) == [("Ánh sáng", 2, None)]


def test_a_nationwide_movement_is_one_everywhere(read: Read) -> None:
    first, second = (
        read(f"UBND {place} phát động phong trào “Dạy tốt - Học tốt”.").campaigns for place in ("huyện Anh Sơn", "huyện Nam Đàn")
    )
    assert [c.key for c in first] == [c.key for c in second]


def test_campaigns_of_one_article_have_different_keys(read: Read) -> None:
    findings = read("Quận ủy Ba Đình triển khai phong trào “Dạy tốt - Học tốt”. UBND quận phát động phong trào “Dạy tốt, học tốt”.")
    assert len({c.key for c in findings.campaigns}) == len(findings.campaigns)


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("Xây dựng Không gian văn hóa Hồ Chí Minh", "Không gian văn hóa Hồ Chí Minh"),
        ("Không gian văn hoá Hồ Chí Minh", "Không gian văn hóa Hồ Chí Minh"),
    ],
)
def test_a_verb_before_a_kind_is_no_part_of_the_name(name: str, known: str, read: Read) -> None:
    findings = read(f"UBND quận Ba Đình triển khai mô hình “{name}”. Quận xây dựng “Không gian văn hóa Hồ Chí Minh”.")
    assert {c.label.replace("hoá", "hóa") for c in findings.campaigns} == {known}
