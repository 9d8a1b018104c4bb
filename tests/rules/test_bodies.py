"""Bodies as written: head, tail, parent, place."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kgraph.lexicon import Lexicon
from kgraph.model import Findings
from kgraph.rules.bodies import Draft, find_bodies, index_bodies
from kgraph.scan import Page

Scan = Callable[[str], Page]
Read = Callable[..., Findings]


def drafts(page: Page, lexicon: Lexicon) -> tuple[Draft, ...]:
    return find_bodies(page, index_bodies(page, (), lexicon), lexicon)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ban Tuyên giáo Thành ủy họp.", ["Ban Tuyên giáo Thành ủy"]),
        ("Ban Thường vụ Quận ủy và UBND quận họp.", ["Ban Thường vụ Quận ủy", "UBND quận"]),
        ("Bộ Chính trị ban hành.", ["Bộ Chính trị"]),
        ("Sở Nội vụ tỉnh báo cáo.", ["Sở Nội vụ tỉnh"]),
        ("Phòng Giáo dục và Đào tạo huyện báo cáo.", ["Phòng Giáo dục và Đào tạo huyện"]),
        ("Hội Nông dân Việt Nam họp.", ["Hội Nông dân Việt Nam"]),
        ("Trường THPT Lê Hồng Phong đã khai giảng.", ["Trường THPT Lê Hồng Phong"]),
        ("Trường THPT Lê Hồng Phong khai giảng.", ["Trường THPT Lê Hồng Phong"]),
        ("Công ty Mía đường Sông Con ủng hộ Quỹ.", ["Công ty Mía đường Sông Con"]),
        ("Công an huyện ra quân.", ["Công an huyện"]),
        ("ỦY BAN NHÂN DÂN QUẬN họp", ["ỦY BAN NHÂN DÂN QUẬN"]),
        ("Đoàn kiểm tra của Thành ủy đến.", ["Đoàn kiểm tra của Thành ủy"]),
    ],
)
def test_a_body_is_read_to_its_end(text: str, words: list[str], scan: Scan, lexicon: Lexicon) -> None:
    page = scan(text)
    assert [page.text[d.begin : d.end] for d in drafts(page, lexicon)] == words


def test_a_part_knows_the_body_it_is_part_of(scan: Scan, lexicon: Lexicon) -> None:
    (draft,) = drafts(scan("Ban Tuyên giáo Thành ủy họp."), lexicon)
    assert draft.parent is not None
    assert (draft.entry.id, draft.parent.entry.id, draft.placed) == ("organization/ban-tuyen-giao", "organization/thanh-uy", False)


@pytest.mark.parametrize(("text", "placed"), [("UBND quận họp.", True), ("UBND họp.", False), ("Ban Tuyên giáo Trung ương họp.", True)])
def test_a_body_knows_whether_its_words_place_it(text: str, placed: bool, scan: Scan, lexicon: Lexicon) -> None:
    assert [d.placed for d in drafts(scan(text), lexicon)] == [placed]


@pytest.mark.parametrize(
    "text",
    [
        "Hội nghị khai mạc.",
        "Hội thi diễn ra.",
        "Đồng chí Đinh Trường Sơn dự.",
        "bộ mặt nông thôn",
        "văn phòng phẩm",
        "ban ngày",
        "sở hữu trí tuệ",
    ],
)
def test_words_that_only_begin_like_a_body_are_none(text: str, scan: Scan, lexicon: Lexicon) -> None:
    assert drafts(scan(text), lexicon) == ()


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Hiệu trưởng Trường THPT Anh Sơn 1 Vũ Thị Hạnh dự.", "Trường THPT Anh Sơn 1"),
        ("Hiệu trưởng Trường THPT Lê Hồng Phong Vũ Thị Hạnh dự.", "Trường THPT Lê Hồng Phong"),
        ("Chánh Văn phòng Huyện ủy Vũ Thị Hạnh dự.", "Huyện ủy Anh Sơn"),
        ("Phó Trưởng phòng Giáo dục và Đào tạo Vũ Thị Hạnh dự.", "Phòng Giáo dục và Đào tạo huyện Anh Sơn"),
        ("Giám đốc Sở Nội vụ Vũ Thị Hạnh dự.", "Sở Nội vụ tỉnh Nghệ An"),
        ("Giám đốc Công an tỉnh Vũ Thị Hạnh dự.", "Công an tỉnh Nghệ An"),
        ("Chủ tịch Hội LHPN huyện Vũ Thị Hạnh dự.", "Hội LHPN huyện Anh Sơn"),
        ("Bí thư Huyện đoàn Vũ Thị Hạnh dự.", "Huyện đoàn Anh Sơn"),
        ("Bộ trưởng Xây dựng Vũ Thị Hạnh dự.", "Bộ Xây dựng"),
        ("Phó Chủ tịch Trung ương Hội Nông dân Vũ Thị Hạnh dự.", "Hội Nông dân Việt Nam"),
        ("Phó Chủ tịch T.Ư Hội NDVN Vũ Thị Hạnh dự.", "Hội Nông dân Việt Nam"),
        ("Phó Chủ tịch Hội NDVN Vũ Thị Hạnh dự.", "Hội Nông dân Việt Nam"),
        ("Phó Chủ tịch Hội ND huyện Vũ Thị Hạnh dự.", "Hội Nông dân huyện Anh Sơn"),
        ("Phó Chủ tịch UBTƯMTTQ Việt Nam Vũ Thị Hạnh dự.", "Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam"),
        ("Chủ nhiệm VPCP Vũ Thị Hạnh dự.", "Văn phòng Chính phủ"),
        ("Đội trưởng Đội quản lý trật tự xây dựng đô thị huyện Vũ Thị Hạnh dự.", "Đội quản lý trật tự xây dựng đô thị huyện Anh Sơn"),
    ],
)
def test_a_body_has_the_name_a_clerk_would_write(text: str, label: str, read: Read) -> None:
    (official,) = read(f"Huyện ủy Anh Sơn tổ chức hội nghị. {text}", "2024-03-19").officials
    assert [h.organization.label for h in official.holdings if h.organization] == [label]
