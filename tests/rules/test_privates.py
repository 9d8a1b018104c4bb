"""Children, patients and citizens without an office stand in no output; whoever holds a post does."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kgraph.model import Findings
from kgraph.triples import quads

Read = Callable[..., Findings]
BASE = "https://example.org/"


def written(findings: Findings) -> str:
    return "\n".join(quads(findings, base=BASE))


@pytest.mark.parametrize(
    ("text", "private"),
    [
        ("Sáng 26/5/2024, UBND tỉnh Nghệ An tổ chức lễ tuyên dương em Phạm Huy.", "Phạm Huy"),
        ("Sáng 26/5/2024, UBND tỉnh Nghệ An tổ chức lễ tuyên dương em học sinh Phạm Huy.", "Phạm Huy"),
        ("Lễ tuyên dương em Phạm Huy\nSáng 26/5/2024, UBND tỉnh Nghệ An tổ chức lễ tuyên dương em Phạm Huy, học sinh lớp 11.", "Phạm Huy"),
        ("Sáng 26/5/2024, UBND tỉnh Nghệ An tổ chức lễ tuyên dương Phạm Huy, cậu học trò nghèo. Phạm Huy nhận quà.", "Phạm Huy"),
        ("Sáng 26/5/2024, UBND huyện Anh Sơn tổ chức lễ trao nhà cho hộ bà Lê Thị Tám.", "Lê Thị Tám"),
        ("Sáng 26/5/2024, UBND huyện Anh Sơn tổ chức lễ trao nhà cho gia đình ông Lê Văn Tám.", "Lê Văn Tám"),
        ("Sáng 26/5/2024, UBND huyện Anh Sơn tổ chức lễ trao tặng. Ông Trần Văn Lợi dự lễ.", "Trần Văn Lợi"),
        ("Sáng 26/5/2024, UBND huyện Anh Sơn tổ chức lễ trao nhà cho cháu Hoa.", "Hoa"),
        ("Sáng 26/5/2024, UBND huyện Anh Sơn tổ chức hội nghị, điện thoại 0912 345 678.", "0912"),
    ],
)
def test_no_private_name_is_written(text: str, private: str, read: Read) -> None:
    findings = read(text)
    assert findings.events, "the event itself is told"
    assert private not in written(findings)
    assert all(private not in e.label for e in findings.events)


def test_a_label_ends_before_the_words_that_say_whose_name_it_is(read: Read) -> None:
    (event,) = read("Sáng 26/5/2024, UBND tỉnh Nghệ An tổ chức lễ tuyên dương em học sinh Phạm Huy.").events
    assert event.label == "Lễ tuyên dương"


def test_a_quotation_with_a_private_name_is_withheld_and_says_so(read: Read) -> None:
    findings = read("Sáng 26/5/2024, tại nhà ông Lê Văn Tám, UBND huyện Anh Sơn tổ chức lễ trao tặng.")
    (date,) = [f for f in findings.facts if f.predicate == "dateEdtf"]
    assert date.evidence.withheld
    assert "quoteWithheld" in written(findings)


def test_a_campaign_that_bears_a_private_name_is_left_out(read: Read) -> None:
    findings = read("Sáng 26/5/2024, UBND huyện Anh Sơn phát động phong trào “Cùng em Phạm Huy tới trường” tại hội nghị.")
    assert findings.campaigns == ()
    assert "Phạm Huy" not in written(findings) and "pham-huy" not in written(findings)


@pytest.mark.parametrize(
    "text",
    [
        "Sáng 26/5/2024, UBND huyện Anh Sơn tổ chức lễ trao tặng. Ông Trần Văn Lợi, Chủ tịch UBND huyện dự lễ.",
        "Sáng 26/5/2024, UBND huyện Anh Sơn tổ chức lễ trao tặng. Ông Trần Văn Lợi dự lễ. Chủ tịch UBND huyện Trần Văn Lợi phát biểu.",
    ],
)
def test_who_holds_a_post_anywhere_in_the_article_is_no_citizen(text: str, read: Read) -> None:
    findings = read(text)
    assert [o.label for o in findings.officials] == ["Trần Văn Lợi"]
    assert "quoteWithheld" not in written(findings)


def test_a_comrade_who_takes_part_is_an_official_without_a_post(read: Read) -> None:
    findings = read("Sáng 26/5/2024, UBND huyện Anh Sơn tổ chức lễ trao tặng. Đồng chí Trần Văn Lợi dự lễ.")
    assert [(o.label, o.holdings) for o in findings.officials] == [("Trần Văn Lợi", ())]


@pytest.mark.parametrize("words", ["Quỹ Bảo trợ trẻ em Việt Nam", "học sinh Trường THPT Anh Sơn", "em Chủ tịch"])
def test_what_only_looks_like_a_child_withholds_nothing(words: str, read: Read) -> None:
    assert "quoteWithheld" not in written(read(f"Sáng 26/5/2024, UBND huyện Anh Sơn tổ chức lễ trao tặng {words}."))


def test_a_household_of_an_officer_is_private_and_leaves_no_word_hanging(read: Read) -> None:
    findings = read("Ngày 7/1/2022, Bộ CHQS tỉnh Nghệ An bàn giao “Nhà đồng đội” cho gia đình Trung úy Lê Văn An.")
    assert "Lê Văn An" not in written(findings)
    assert [e.label for e in findings.events] == ["Bàn giao “Nhà đồng đội”"]
