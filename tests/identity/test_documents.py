"""Which citations are of one document, which are never, and what stays open."""

from __future__ import annotations

import random
from dataclasses import replace
from itertools import chain

import pytest

from kgraph.authority import open_authority
from kgraph.extract import open_extractor
from kgraph.identity.decision import Decision
from kgraph.identity.document_cards import DocumentCard, block_of, document_cards
from kgraph.identity.documents import decide_documents
from kgraph.identity.standing import best_key
from kgraph.model import Article

EXTRACTOR = open_extractor()
AUTHORITY = open_authority(EXTRACTOR.lexicon)
Told = tuple[str, str]
BAC = "về đẩy mạnh học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh"
CT05 = "directive/bo-chinh-tri--2016--chi-thi--5-ct-tw"
KL01 = "directive/bo-chinh-tri--2021--ket-luan--1-kl-tw"
NQ18 = "directive/ban-chap-hanh-trung-uong-dang--{}--nghi-quyet--18-nq-tw"


def cards(*told: Told) -> list[DocumentCard]:
    """The cards of texts with their days of publication; articles are called a, b, c …"""
    articles = (Article(id=chr(97 + n), text=text, published=day) for n, (day, text) in enumerate(told))
    return [card for article in articles for card in document_cards(EXTRACTOR.extract(article), EXTRACTOR.lexicon, AUTHORITY)]


def decided(rows: list[DocumentCard]) -> Decision:
    """What is decided on all blocks."""
    blocks: dict[str, list[DocumentCard]] = {}
    for card in rows:
        if block := block_of(card, AUTHORITY):
            blocks.setdefault(block, []).append(card)
    decisions = [decide_documents(blocks[name], AUTHORITY) for name in sorted(blocks)]
    return Decision(tuple(chain.from_iterable(d.same for d in decisions)), tuple(chain.from_iterable(d.maybe for d in decisions)))


def nodes(*told: Told) -> list[set[str]]:
    """The articles that name each document; those that the register knows first."""
    rows = cards(*told)
    stands = {named: best_key(group) for group in decided(rows).same for named in group}
    found: dict[str, set[str]] = {}
    for card in rows:
        found.setdefault(stands.get((card.article, card.key), card.key), set()).add(card.article)
    return sorted(found.values(), key=sorted)


def stands(*told: Told) -> set[str]:
    """The keys under which the documents of some texts stand."""
    rows = cards(*told)
    found = {named: best_key(group) for group in decided(rows).same for named in group}
    return {found.get((card.article, card.key), card.key) for card in rows}  # type: ignore[call-overload]


@pytest.mark.parametrize(
    ("day", "text", "key"),
    [
        ("2022-03-19", f"Quận Ba Đình thực hiện Chỉ thị 05 của Bộ Chính trị {BAC}.", CT05),
        ("2022-03-19", f"Quận Ba Đình thực hiện Chỉ thị số 05-CT/TW {BAC}.", CT05),
        ("2022-03-19", f"Quận Ba Đình thực hiện Chỉ thị 05 {BAC}.", CT05),
        ("2019-03-19", "Quận Ba Đình thực hiện Chỉ thị số 05-CT/TW.", CT05),
        ("2024-03-19", "Quận Ba Đình thực hiện Kết luận 01 của Bộ Chính trị.", KL01),
        ("2022-01-05", "Quận Ba Đình thực hiện Kết luận số 01-KL/TW.", KL01),
        ("2023-01-05", "Quận Ba Đình thực hiện Nghị quyết 18 về tinh gọn bộ máy.", NQ18.format(2017)),
        ("2023-01-05", "Quận Ba Đình thực hiện Nghị quyết số 18-NQ/TW khóa XII.", NQ18.format(2017)),
        ("2023-01-05", "Quận Ba Đình thực hiện Nghị quyết 18 của Trung ương khóa XIII.", NQ18.format(2022)),
    ],
)
def test_a_short_citation_is_resolved_by_issuer_day_term_or_subject(day: str, text: str, key: str) -> None:
    assert stands((day, text)) == {key}


def test_the_node_has_the_registers_key_though_no_article_names_it() -> None:
    rows = cards(("2024-03-19", "Quận Ba Đình thực hiện Kết luận 01 của Bộ Chính trị."))
    (group,) = decided(rows).same
    assert group[0] == ("", KL01)
    assert group[1].article == "a"


@pytest.mark.parametrize(
    ("day", "text"),
    [
        ("2024-03-19", "Quận Ba Đình thực hiện Chỉ thị 05."),
        ("2024-03-19", "Quận Ba Đình thực hiện Nghị quyết 18."),
        ("2024-03-19", "Quận Ba Đình thực hiện Chương trình số 01 về nâng cao năng lực lãnh đạo của tổ chức Đảng."),
        ("2022-03-19", "Quận Ba Đình thực hiện Chỉ thị 05 của Bộ Chính trị về phòng, chống cháy rừng mùa khô."),
        ("2024-03-19", "Quận Ba Đình thực hiện Nghị quyết 18 Đảng bộ huyện khóa XIII."),
        ("2015-03-19", f"Quận Ba Đình thực hiện Chỉ thị 05 của Bộ Chính trị {BAC}."),
    ],
)
def test_what_nothing_shows_stays_open(day: str, text: str) -> None:
    assert decided(cards((day, text))).same == ()


def test_an_open_citation_has_its_candidates() -> None:
    told = (
        ("2021-06-10", "Ban Thường vụ Thành ủy Hải Phòng ban hành Chỉ thị số 05-CT/TU ngày 8/6/2021 về kỷ luật phát ngôn."),
        (
            "2021-12-17",
            "Đảng ủy phường Bắc Sơn (quận Kiến An, Hải Phòng) ký cam kết thực hiện Chỉ thị 05; không có đảng viên vi phạm kỷ luật.",
        ),
    )
    found = decided(cards(*told)).maybe
    assert {(m.named.article, m.candidate) for m in found} == {
        ("b", CT05),
        ("b", "directive/ban-thuong-vu-thanh-uy-hai-phong--2021--chi-thi--5-ct-tu"),
    }
    assert {(m.confidence, m.basis) for m in found} == {(0.45, "documents.number-at-place")}


def test_the_older_document_of_one_issuer_is_the_weaker_candidate() -> None:
    found = decided(cards(("2024-03-19", "Quận Ba Đình thực hiện Nghị quyết 18.")))
    sure = {m.candidate: m.confidence for m in found.maybe}
    assert sure[NQ18.format(2022)] > sure[NQ18.format(2017)]


PLAN = "Quận ủy {} ban hành Kế hoạch số 12-KH/QU{} về cải cách hành chính."


@pytest.mark.parametrize(
    "told",
    [
        [("2021-10-06", PLAN.format("Ba Đình", " ngày 5/10/2021")), ("2021-10-09", "Thực hiện Kế hoạch số 12-KH/QU của Quận ủy Ba Đình.")],
        [("2021-10-06", PLAN.format("Ba Đình", " ngày 5/10/2021")), ("2024-10-09", "Thực hiện Kế hoạch 12 của Quận ủy Ba Đình.")],
        [("2021-10-06", PLAN.format("Ba Đình", "")), ("2022-02-09", "Thực hiện Kế hoạch số 12-KH/QU của Ban Thường vụ Quận ủy Ba Đình.")],
        [
            ("2022-03-06", "UBND quận Ba Đình ban hành Kế hoạch số 45/KH-UBND ngày 5/3/2022."),
            ("2022-11-09", "Thực hiện Kế hoạch 45 của UBND quận Ba Đình."),
        ],
        [
            ("2021-11-06", "Quán triệt Kết luận số 21-KL/TW ngày 25/10/2021."),
            ("2022-10-06", "Quán triệt Kết luận số 21-KL/TW của Ban Chấp hành Trung ương."),
        ],
    ],
)
def test_one_document_of_two_articles(told: list[Told]) -> None:
    assert nodes(*told) == [{"a", "b"}]


@pytest.mark.parametrize(
    "told",
    [
        [("2021-10-06", PLAN.format("Ba Đình", " ngày 5/10/2021")), ("2021-10-09", PLAN.format("Long Biên", " ngày 5/10/2021"))],
        [("2016-10-06", PLAN.format("Ba Đình", " ngày 5/10/2016")), ("2021-10-09", PLAN.format("Ba Đình", " ngày 5/10/2021"))],
        [("2016-10-06", PLAN.format("Ba Đình", " ngày 5/10/2016")), ("2021-10-09", "Thực hiện Kế hoạch số 12-KH/QU của Quận ủy Ba Đình.")],
        [
            ("2021-02-06", "UBND quận Ba Đình ban hành Kế hoạch số 45/KH-UBND ngày 5/2/2021."),
            ("2022-11-09", "Thực hiện Kế hoạch 45 của UBND quận Ba Đình."),
        ],
        [
            ("2021-10-06", PLAN.format("Ba Đình", " ngày 5/10/2021")),
            ("2021-10-09", "UBND quận Ba Đình ban hành Kế hoạch số 12/KH-UBND ngày 5/10/2021."),
        ],
        [("2021-10-06", "Thực hiện Kế hoạch số 12."), ("2021-10-06", "Thực hiện Kế hoạch số 12.")],
        [("2017-10-06", "Thực hiện Kế hoạch 12 của Quận ủy Ba Đình."), ("2019-10-06", "Thực hiện Kế hoạch 12 của Quận ủy Ba Đình.")],
        [("2018-01-06", "Học tập Nghị quyết số 18-NQ/TW."), ("2022-07-06", "Học tập Nghị quyết số 18-NQ/TW ngày 16/6/2022.")],
        [("2016-06-06", "Học tập Chỉ thị số 05-CT/TW."), ("2021-07-06", "Thành ủy Hải Phòng ban hành Chỉ thị số 05-CT/TU.")],
    ],
)
def test_one_number_of_two_documents(told: list[Told]) -> None:
    assert nodes(*told) == [{"a"}, {"b"}]


def test_a_misprinted_day_within_a_term_makes_no_second_document() -> None:
    told = (("2021-10-06", PLAN.format("Ba Đình", " ngày 5/10/2021")), ("2021-12-09", PLAN.format("Ba Đình", " ngày 6/10/2021")))
    assert nodes(*told) == [{"a", "b"}]


def test_a_number_used_again_after_a_congress_gives_two_groups_of_one_key() -> None:
    rows = cards(("2020-02-06", PLAN.format("Ba Đình", " ngày 5/2/2020")), ("2020-11-09", PLAN.format("Ba Đình", " ngày 5/11/2020")))
    assert len({card.key for card in rows}) == 1
    assert [[named.article for named in group] for group in decided(rows).same] == [["a"], ["b"]]


def test_a_law_by_name_and_by_number_is_one() -> None:
    told = (("2024-03-06", "Triển khai Luật Đất đai năm 2024."), ("2024-04-06", "Triển khai Luật số 31/2024/QH15 của Quốc hội."))
    assert nodes(*told) == [{"a", "b"}]


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_the_cards_does_not_matter(seed: int) -> None:
    rows = cards(
        ("2016-10-06", PLAN.format("Ba Đình", " ngày 5/10/2016")),
        ("2021-10-06", PLAN.format("Ba Đình", " ngày 5/10/2021")),
        ("2021-10-08", "Thực hiện Kế hoạch 12 của Quận ủy Ba Đình."),
        ("2021-10-09", PLAN.format("Long Biên", "")),
        ("2021-11-09", "Quận Ba Đình đẩy nhanh Kế hoạch số 12."),
    )
    shuffled = random.Random(seed).sample(rows, len(rows))
    assert decide_documents(shuffled, AUTHORITY) == decide_documents(rows, AUTHORITY)


def test_a_block_of_many_issuers_is_decided_issuer_by_issuer() -> None:
    (one,) = cards(("2021-10-06", PLAN.format("Ba Đình", " ngày 5/10/2021")))
    rows = [replace(one, article=f"{n:04}", key=f"directive/{n % 1000:03}--x-{n}", series=f"organization/{n % 1000}") for n in range(3000)]
    assert {len(group) for group in decide_documents(rows, AUTHORITY).same} == {3}


def test_citations_that_say_nothing_are_compared_with_few_others() -> None:
    (one,) = cards(("2021-10-06", "Thực hiện Quyết định 12 của Thủ tướng Chính phủ."))
    rows = [replace(one, article=f"{n:05}", key=f"directive/x--{n}", published=None, seen=None) for n in range(20_000)]
    assert decide_documents(rows, AUTHORITY).same == ()
