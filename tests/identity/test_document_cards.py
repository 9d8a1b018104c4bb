"""What is kept of a document: whose numbers it belongs to, its day, its term and the words behind it."""

from __future__ import annotations

import pytest

from kgraph.authority import open_authority
from kgraph.extract import open_extractor
from kgraph.identity.document_cards import CENTRE, DocumentCard, block_of, document_cards, register_card
from kgraph.model import Article

EXTRACTOR = open_extractor()
AUTHORITY = open_authority(EXTRACTOR.lexicon)


def cards(text: str, published: str | None = "2024-03-19") -> tuple[DocumentCard, ...]:
    findings = EXTRACTOR.extract(Article(id="a", text=text, published=published))
    return document_cards(findings, EXTRACTOR.lexicon, AUTHORITY)


@pytest.mark.parametrize(
    ("text", "series", "level", "party"),
    [
        ("Kế hoạch số 20-KH/TU của Ban Thường vụ Thành ủy Hà Nội được quán triệt.", "organization/thanh-uy-ha-noi", "province", True),
        ("Kế hoạch 20 của Thành ủy Hà Nội được quán triệt.", "organization/thanh-uy-ha-noi", "province", True),
        ("UBND quận Ba Đình (Hà Nội) ban hành Kế hoạch số 12/KH-UBND.", "organization/ubnd-quan-ba-dinh--ha-noi", "district", False),
        ("Chỉ thị số 05-CT/TW được quán triệt.", CENTRE, CENTRE, True),
        ("Kết luận 01 của Bộ Chính trị được quán triệt.", CENTRE, CENTRE, True),
        ("Kết luận 21 của Trung ương khóa XIII được quán triệt.", CENTRE, CENTRE, True),
        ("Nghị định số 10/2020/NĐ-CP của Chính phủ có hiệu lực.", "organization/chinh-phu", CENTRE, False),
        ("Kế hoạch số 12 được quán triệt.", None, None, None),
        ("Chỉ thị số 05-CT/TU được quán triệt.", None, None, None),
    ],
)
def test_a_number_belongs_to_the_series_of_its_issuer(text: str, series: str | None, level: str | None, party: bool | None) -> None:
    (card,) = cards(text)
    assert (card.series, card.level, card.party) == (series, level, party)


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("Nghị quyết số 18-NQ/TW khóa XII về tinh gọn bộ máy được quán triệt.", 12),
        ("Nghị quyết 18 Hội nghị Trung ương 5 khóa XIII được quán triệt.", 13),
        ("Kết luận 21 được quán triệt. Kết luận 21 của Trung ương khóa XIII về xây dựng Đảng.", 13),
        ("Nghị quyết 18 Đảng bộ huyện khóa XIII được quán triệt.", None),
        ("Nghị quyết 18 được quán triệt.", None),
    ],
)
def test_the_term_is_said_behind_the_number(text: str, term: int | None) -> None:
    assert cards(text)[0].term == term


def test_an_article_of_unknown_day_was_written_after_what_it_tells() -> None:
    (card,) = cards("Sáng 12/3/2024, Quận ủy Ba Đình tổ chức hội nghị quán triệt Kết luận 01 của Bộ Chính trị.", published=None)
    assert (card.published, card.seen) == (None, "2024-03-12")
    assert cards("Quán triệt Kết luận 01 của Bộ Chính trị.")[0].seen == "2024-03-19"


def test_the_register_speaks_in_the_same_form() -> None:
    card = register_card(AUTHORITY.documents.document("directive/bo-chinh-tri--2021--ket-luan--1-kl-tw"))
    assert (card.article, card.number, card.symbol, card.series, card.issued, card.year) == ("", "1", "kl/tw", CENTRE, "2021-05-18", 2021)


@pytest.mark.parametrize(
    ("text", "block"),
    [
        ("Quán triệt Chỉ thị số 05-CT/TW.", "chi-thi 5"),
        ("Quán triệt Chỉ thị 05.", "chi-thi 5"),
        ("Quán triệt Nghị quyết Trung ương 4 khóa XII.", "nghi-quyet 4"),
        ("Quán triệt Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XX.", None),
    ],
)
def test_only_cards_of_one_type_and_number_meet(text: str, block: str | None) -> None:
    assert block_of(cards(text)[0], AUTHORITY) == block
