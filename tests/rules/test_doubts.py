"""What an article leaves open is said, with its place."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kgraph.model import Findings

Read = Callable[..., Findings]


def doubts(findings: Findings) -> list[tuple[str, str]]:
    return [(i.code, findings.article.text[i.begin : i.end]) for i in findings.issues if i.begin is not None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ngày 3/4, Quận ủy Ba Đình tổ chức hội nghị.", ("date-without-year", "Ngày 3/4")),
        ("Ngày 29/2, Quận ủy Ba Đình tổ chức hội nghị.", ("date-without-year", "Ngày 29/2")),
        ("UBND phường 4 tổ chức hội nghị ngày 3/4/2024.", ("place-open", "phường 4")),
        ("UBND  phường  4 tổ chức hội nghị ngày 3/4/2024.", ("place-open", "phường  4")),
        ("Quận Ba Đình quán triệt Chỉ thị số 05-CT/TW.", ("document-open", "Chỉ thị số 05-CT/TW")),
    ],
)
def test_a_doubt_has_a_code_and_its_words(text: str, expected: tuple[str, str], read: Read) -> None:
    assert doubts(read(text)) == [expected]


@pytest.mark.parametrize(
    "day",
    [
        "31/2",
        "31/2/2024",
        "29-2-2023",
        "31.4.2024",
        "30 tháng 2 năm 2024",
    ],
)
def test_a_day_that_does_not_exist_is_a_doubt(day: str, read: Read) -> None:
    ((code, words),) = doubts(read(f"Ngày {day}, Quận ủy Ba Đình tổ chức hội nghị.", "2024-03-01"))
    assert code == "impossible-date" and day in words


@pytest.mark.parametrize(
    "text",
    [
        "Ngày 3/4/2024, Quận ủy Ba Đình tổ chức hội nghị. Bí thư Quận ủy Vũ Thị Hạnh chủ trì hội nghị.",
        "Quận ủy Ba Đình ban hành Kế hoạch số 30-KH/QU ngày 2-7-2021.",
        "Trời đẹp.",
        "",
    ],
)
def test_what_is_clear_raises_no_doubt(text: str, read: Read) -> None:
    assert read(text).issues == ()


def test_a_post_without_a_body_makes_no_holding_but_a_doubt(read: Read) -> None:
    findings = read("Ngày 3/4/2024, Quận ủy Ba Đình tổ chức hội nghị. Đồng chí Vũ Thị Hạnh, Giám đốc, chủ trì hội nghị.")
    assert ("position-without-body", "Giám đốc") in doubts(findings)
    assert [o.holdings for o in findings.officials] == [()]


def test_every_doubt_is_of_this_article_and_lies_in_it(read: Read) -> None:
    findings = read("Ngày 3/4,  UBND  phường  4 tổ chức hội nghị quán triệt Chỉ thị số 05-CT/TW. Ngày 31/2, phường họp.")
    assert len(findings.issues) >= 3
    assert {i.article for i in findings.issues} == {"a"}
    assert all(words and words == words.strip() for _, words in doubts(findings))
