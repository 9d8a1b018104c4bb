"""From the reading of a page to what is kept of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kgraph.model import Evidence, Findings

Read = Callable[..., Findings]
START = "Ngày 5/6/2024, Huyện ủy Anh Sơn tổ chức hội nghị. "


def quotes(findings: Findings, predicate: str) -> list[str]:
    return [findings.article.text[f.evidence.begin : f.evidence.end] for f in findings.facts if f.predicate == predicate]


def words(findings: Findings, evidence: Evidence) -> str:
    return findings.article.text[evidence.begin : evidence.end]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Sáng 5/6/2024, Quận ủy Ba Đình tổ chức hội nghị.", "Quận ủy Ba Đình tổ chức hội nghị"),
        ("Sáng  5/6/2024,  Quận  ủy  Ba  Đình  tổ  chức  hội  nghị.", "Quận  ủy  Ba  Đình  tổ  chức  hội  nghị"),
        ("Sáng 5/6/2024,\r\nQuận ủy Ba Đình tổ chức hội nghị.\r\n", "Quận ủy Ba Đình tổ chức hội nghị"),
        ("\ufeffSáng 5/6/2024, Quận\u200b ủy Ba\u00ad Đình tổ chức hội nghị.", "Quận\u200b ủy Ba\u00ad Đình tổ chức hội nghị"),
        ("Sáng 5/6/2024, Quận uỷ Ba Đình tổ chức hội nghị.", "Quận uỷ Ba Đình tổ chức hội nghị"),
        ("Sáng 5/6/2024, Quận \u00a0ủy Ba Đình tổ chức\t hội nghị.", "Quận \u00a0ủy Ba Đình tổ chức\t hội nghị"),
    ],
)
def test_a_quotation_is_the_articles_own_letters(text: str, quote: str, read: Read) -> None:
    assert quotes(read(text), "organizes") == [quote]


@pytest.mark.parametrize("space", ["\u00a0", "\t", "\u202f"])
def test_any_lone_space_is_a_space(space: str, read: Read) -> None:
    plain = "Sáng 5/6/2024, Quận ủy Ba Đình tổ chức hội nghị. Bí thư Quận ủy Vũ Thị Hạnh chủ trì hội nghị."
    findings = read(plain.replace(" ", space))
    assert [(f.subject, f.predicate, f.object) for f in findings.facts] == [(f.subject, f.predicate, f.object) for f in read(plain).facts]
    assert [o.label for o in findings.officials] == ["Vũ Thị Hạnh"]


@pytest.mark.parametrize(
    ("text", "posts"),
    [
        ("Bí thư Huyện ủy Vũ Thị Hạnh dự. Đồng chí Vũ Thị Hạnh, Bí thư Huyện ủy phát biểu.", [("held", 2)]),
        ("Chủ tịch UBND huyện Lê Minh Khôi dự. Đồng chí Lê Minh Khôi được bầu giữ chức Chủ tịch UBND huyện.", [("appointed", 2)]),
        ("Chủ tịch UBND huyện Lê Minh Khôi dự. Đồng chí Lê Minh Khôi thôi giữ chức Chủ tịch UBND huyện.", [("former", 2)]),
    ],
)
def test_one_post_is_one_holding_with_all_its_evidence(text: str, posts: list[tuple[str, int]], read: Read) -> None:
    (official,) = read(START + text).officials
    assert [(h.status, len(h.evidence)) for h in official.holdings] == posts


def test_the_quotation_of_a_post_holds_name_and_title(read: Read) -> None:
    findings = read(START + "Dự có Vũ Thị Hạnh, Bí thư Huyện ủy; Lê Minh Khôi, Chủ tịch UBND huyện.")
    for official in findings.officials:
        for holding in official.holdings:
            assert all(official.label in words(findings, e) for e in holding.evidence)


@pytest.mark.parametrize(
    ("text", "published", "day"),
    [
        (START + "Bí thư Huyện ủy Vũ Thị Hạnh dự.", "2024-06-07", "2024-06-05"),
        ("Bí thư Huyện ủy Anh Sơn Vũ Thị Hạnh cho biết.", "2024-06-07", "2024-06-07"),
        ("Bí thư Huyện ủy Anh Sơn Vũ Thị Hạnh cho biết.", "2024-06", None),
        ("Bí thư Huyện ủy Anh Sơn Vũ Thị Hạnh cho biết.", None, None),
        ("Hai ngày 3 và 4/6/2024, Huyện ủy Anh Sơn tổ chức hội nghị. Bí thư Huyện ủy Vũ Thị Hạnh dự.", "2024-06-07", "2024-06-07"),
    ],
)
def test_a_post_is_observed_on_the_day_of_the_event_else_of_the_article(
    text: str, published: str | None, day: str | None, read: Read
) -> None:
    (official,) = read(text, published).officials
    assert {h.observed for h in official.holdings} == {day}


def test_the_metadata_outweighs_the_text_for_the_day_of_publication(read: Read) -> None:
    lead = "Ngày 3/4, Quận ủy Ba Đình tổ chức hội nghị sơ kết công tác xây dựng Đảng."
    text = f"Quận ủy Ba Đình tổ chức hội nghị sơ kết\nNgày đăng: 05/04/2024\n{lead}"
    assert read(text).published == "2024-04-05"
    assert read(text, "2024-04-09").published == "2024-04-09"


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        (START, ["Huyện ủy Anh Sơn"]),
        ("UBND huyện Anh Sơn được nhắc đến.", []),
        ("Chủ tịch UBND huyện Anh Sơn Lê Minh Khôi cho biết.", ["UBND huyện Anh Sơn"]),
        ("Quận Ba Đình thực hiện Kế hoạch số 30-KH/QU.", ["Quận ủy Ba Đình"]),
    ],
)
def test_only_bodies_that_act_issue_or_hold_somebody_are_kept(text: str, labels: list[str], read: Read) -> None:
    assert [o.label for o in read(text).organizations] == labels


def test_entities_stand_in_the_order_of_their_first_mention(read: Read) -> None:
    findings = read(
        START + "Dự có Vũ Thị Hạnh, Bí thư Huyện ủy; Bùi Thị Lan, Chủ tịch UBND huyện; Lê Minh Khôi, Trưởng phòng Nội vụ huyện."
    )
    assert [o.label for o in findings.officials] == ["Vũ Thị Hạnh", "Bùi Thị Lan", "Lê Minh Khôi"]


def test_an_event_of_which_nothing_is_said_is_none(read: Callable[..., Findings]) -> None:
    assert read("Lễ hội truyền thống diễn ra ở quê tôi.\nQuận ủy Ba Đình ban hành kế hoạch.").events == ()


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("Đại tá Lê Minh Khôi cho rằng đây là chủ trương đúng.", []),
        ("Theo GS.Nhạc sĩ Lê Minh Khôi, cuộc vận động có nhiều tác phẩm hay.", []),
        ("Dự hội nghị có GS,TS Lê Minh Khôi.", ["Lê Minh Khôi"]),
        ("Dự hội nghị có Đại tá Lê Minh Khôi.", ["Lê Minh Khôi"]),
        ("Ông Lê Minh Khôi cho rằng đây là chủ trương đúng.", []),
        ("Đoàn đến thăm gia đình Đại tá Lê Minh Khôi.", []),
        ("Thượng úy Lê Minh Khôi cho biết bánh chưng gói bằng lá bàng.", []),
        ("Khi Thiếu úy Lê Minh Khôi đang có ý kiến thì bị đối tượng tấn công.", []),
        ("Dự hội nghị có Đại úy Lê Minh Khôi, Phó Trưởng Công an phường Láng Hạ.", ["Lê Minh Khôi"]),
        ("Nhà văn Lê Minh Khôi nhận giải.", []),
    ],
)
def test_an_officer_or_a_professor_is_known_without_a_post_only_where_he_takes_part(text: str, known: list[str], read: Read) -> None:
    assert [o.label for o in read(START + text).officials] == known
