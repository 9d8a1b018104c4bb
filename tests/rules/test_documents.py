"""Documents as written: numbers, names, several behind one word, and numbers that are none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kgraph.lexicon import Lexicon
from kgraph.model import Findings
from kgraph.rules.dates import find_dates
from kgraph.rules.documents import Citation, find_documents
from kgraph.scan import Page

Scan = Callable[[str], Page]


def cited(page: Page, lexicon: Lexicon) -> tuple[Citation, ...]:
    return find_documents(page, find_dates(page, lexicon), (), lexicon)


def told(page: Page, lexicon: Lexicon) -> list[str]:
    """Type and number, or the name, of every citation."""
    return [f"{c.entry.vi} {c.designation.text}" if c.designation else str(c.name) for c in cited(page, lexicon)]


@pytest.mark.parametrize(
    ("text", "documents"),
    [
        ("Thực hiện Kế hoạch số 347-KH/QU, quận họp.", ["Kế hoạch 347-KH/QU"]),
        ("Thực hiện Kế hoạch 347-KH/QU, quận họp.", ["Kế hoạch 347-KH/QU"]),
        ("Quán triệt Chỉ thị 05 và Kết luận 01.", ["Chỉ thị 05", "Kết luận 01"]),
        ("Chỉ thị số: 05-CT/TW", ["Chỉ thị 05-CT/TW"]),
        ("QUÁN TRIỆT NGHỊ QUYẾT SỐ 18-NQ/TW", ["Nghị quyết 18-NQ/TW"]),
        ("Các Nghị quyết số 18-NQ/TW, 19-NQ/TW, số 20-NQ/TW và 21-NQ/TW", [f"Nghị quyết {n}-NQ/TW" for n in (18, 19, 20, 21)]),
        ("Công văn số 598 -CV/BTGQU ngày 12.12.2024", ["Công văn 598-CV/BTGQU"]),
        ("Nghị định số 10/2020/NĐ-CP; Quyết định 1956/QĐ-TTg", ["Nghị định 10/2020/NĐ-CP", "Quyết định 1956/QĐ-TTg"]),
        ("Luật Đất đai năm 2024", ["Luật Đất đai năm 2024"]),
        ("Hiến pháp năm 2013", ["Hiến pháp năm 2013"]),
        ("Theo quy định tại Luật Cạnh tranh, doanh nghiệp phải báo cáo.", ["Luật Cạnh tranh"]),
        ("Sắc lệnh số 15/SL ngày 2/3/1946", ["Sắc lệnh 15/SL"]),
        ("Kết luận (số 63-KL/TW) về cải cách", ["Kết luận 63-KL/TW"]),
        ("Quyết định 935, 936 của Ban Thường vụ", ["Quyết định 935", "Quyết định 936"]),
        ("Nghị quyết Hội nghị Trung ương 7 khóa XI", ["Nghị quyết Hội nghị Trung ương 7 khóa XI"]),
        ("các nghị quyết của Hội nghị Trung ương 4 (khóa XII)", ["nghị quyết của Hội nghị Trung ương 4 khóa XII"]),
        ("theo chỉ thị 09 của huyện", ["Chỉ thị 09"]),
        ("theo chỉ thị 09 năm 2013 của huyện", ["Chỉ thị 09"]),
        ("Luật cán bộ, công chức năm 2008", ["Luật cán bộ, công chức năm 2008"]),
        ("theo Luật tổ chức Quốc hội", ["Luật tổ chức Quốc hội"]),
        ("Nghị định số 204/2004/NĐ-CPngày 14/12/2004", ["Nghị định 204/2004/NĐ-CP"]),
        ("Đoàn giám sát việc thi hành Pháp lệnh Dân số trên địa bàn.", ["Pháp lệnh Dân số"]),
        ("Sơ kết Pháp lệnh Dân quân tự vệ năm 2004.", ["Pháp lệnh Dân quân tự vệ năm 2004"]),
        ("Pháp lệnh số 26/2005/PL-UBTVQH11 được phổ biến.", ["Pháp lệnh 26/2005/PL-UBTVQH11"]),
        ("Pháp lệnh 34 về dân chủ ở xã được triển khai.", ["Pháp lệnh 34"]),
        ("Triển khai Chỉ thị 07/2010/CT - BCA (X11) của Bộ Công an.", ["Chỉ thị 07/2010/CT-BCA(X11)"]),
        ("Quận triển khai Chương trình 2 của Thành ủy.", ["Chương trình 2"]),
        ("Dự án có ba phần: Chương trình 1 lo bữa ăn; Chương trình 2 lo sân tập; đề án 3 lo nguồn vốn.", []),
        ("Nghị quyết Trung ương 4 khóa XII", ["Nghị quyết Trung ương 4 khóa XII"]),
        ("Nghị quyết Trung ương 4 khóa XI, XII", ["Nghị quyết Trung ương 4 khóa XI", "Nghị quyết Trung ương 4 khóa XII"]),
        ("Nghị quyết Trung ương 4 (khóa XI, XII)", ["Nghị quyết Trung ương 4 khóa XI", "Nghị quyết Trung ương 4 khóa XII"]),
        ("Nghị quyết Trung ương 4 khóa XI và XII", ["Nghị quyết Trung ương 4 khóa XI", "Nghị quyết Trung ương 4 khóa XII"]),
        ("Nghị quyết Đại hội XIII của Đảng", ["Nghị quyết Đại hội XIII của Đảng"]),
        ("Nghị quyết Đại hội đại biểu Đảng bộ huyện lần thứ XX", ["Nghị quyết Đại hội đại biểu Đảng bộ huyện lần thứ XX"]),
        ("Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng", ["Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng"]),
        ("các Nghị quyết số 18, 19-NQ/TW", ["Nghị quyết 18-NQ/TW", "Nghị quyết 19-NQ/TW"]),
        ("các Chương trình 134, 135 của Chính phủ", ["Chương trình 134", "Chương trình 135"]),
        ("Quyết định số 43 và số 10 của UBND tỉnh", ["Quyết định 43", "Quyết định 10"]),
        (
            "Thông tư số 15/2014/TT-BXD ngày 15/9/2014; số 11/2009/TT-BXD ngày 18/6/2009",
            ["Thông tư 15/2014/TT-BXD", "Thông tư 11/2009/TT-BXD"],
        ),
        ("Bộ luật Hình sự số 100/2015/QH13", ["Luật 100/2015/QH13"]),
        ("Quyết định xử phạt vi phạm hành chính số 12/QĐ-XPHC", ["Quyết định 12/QĐ-XPHC"]),
        ("Quyết định số 32 ngày 11/4/2007", ["Quyết định 32"]),
        ("Quyết định số 23 năm 2008", ["Quyết định 23"]),
        ("CV 123/UBND-NV; KH số 12; QĐ số 15", ["Công văn 123/UBND-NV", "Kế hoạch 12", "Quyết định 15"]),
        ("Thông báo kết luận số 19-TB/TW", ["Thông báo 19-TB/TW"]),
        ("Nghị quyết Đại hội Đảng bộ huyện nhiệm kỳ 2020 - 2025", ["Nghị quyết Đại hội Đảng bộ huyện nhiệm kỳ 2020 - 2025"]),
        ("Nghị quyết Trung ương 4 khóa XI và khóa XII", ["Nghị quyết Trung ương 4 khóa XI", "Nghị quyết Trung ương 4 khóa XII"]),
    ],
)
def test_a_document_is_known_by_number_or_name(text: str, documents: list[str], scan: Scan, lexicon: Lexicon) -> None:
    assert told(scan(text), lexicon) == documents


@pytest.mark.parametrize(
    "text",
    [
        "Kế hoạch 5 năm 2021 - 2025 được thông qua.",
        "Xây dựng kế hoạch 3 bước.",
        "Nghị quyết 100% chi bộ thông qua.",
        "Kết luận 3 nội dung quan trọng.",
        "Đồng chí kết luận 3 vấn đề.",
        "Quyết định 20/3 vừa qua.",
        "Quyết định 2 nhiệm vụ.",
        "Kế hoạch 10 ngày cao điểm.",
        "Kế hoạch 500 triệu đồng.",
        "Chương trình 12 tháng.",
        "hướng dẫn 5 hộ dân",
        "thông báo 2 lần",
        "Luật chơi được phổ biến.",
        "Công ước của Liên hợp quốc về Luật Biển năm 1982",
        "Quốc hội thảo luận Luật Du lịch (sửa đổi).",
        "Quốc hội cho ý kiến về dự án Luật Biểu tình.",
        "Báo cáo số 12-BC/QU về kết quả.",
        "Quyết định thành công của huyện.",
        "Luật có hiệu lực từ năm 2024.",
        "Luật 2024 được phổ biến.",
        "KẾ HOẠCH 27 05:30 xã mất điện.",
        "Góp ý dự thảo Luật Đất đai năm 2024.",
        "Nghị quyết đại hội Đảng bộ các cấp nhiệm kỳ 2020 - 2025",
        "CT 12 tầng; TB 3 người",
        "Hội đồng thông báo: 171 tác phẩm đạt giải.",
    ],
)
def test_a_number_that_counts_something_is_no_documents(text: str, scan: Scan, lexicon: Lexicon) -> None:
    assert told(scan(text), lexicon) == []


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Kế hoạch số 20-KH/TU ngày 1-6-2021", (2021, 6, 1)),
        ("Kế hoạch số 20-KH/TU, ngày 1/6/2021", (2021, 6, 1)),
        ("Kế hoạch số 20-KH/TU (ngày 1/6/2021)", (2021, 6, 1)),
        ("Kế hoạch số 20-KH/TU ngày 01 tháng 6 năm 2021", (2021, 6, 1)),
        ("Kế hoạch số 20-KH/TU ngày 1/6", None),
        ("Kế hoạch số 20-KH/TU ngày 31/2/2021", None),
        ("Kế hoạch số 20-KH/TU được ban hành. Ngày 1/6/2021, quận họp.", None),
    ],
)
def test_only_a_full_day_right_behind_is_the_day_of_issue(
    text: str, day: tuple[int, int, int] | None, scan: Scan, lexicon: Lexicon
) -> None:
    (citation,) = cited(scan(text), lexicon)
    assert (citation.date and (citation.date.year, citation.date.month, citation.date.day)) == day


def test_a_citation_is_exactly_its_words(scan: Scan, lexicon: Lexicon) -> None:
    page = scan("Các Nghị quyết số 18-NQ/TW, 19-NQ/TW; Nghị quyết Trung ương 4 khóa XI, XII.")
    assert [page.text[c.begin : c.end] for c in cited(page, lexicon)] == [
        "Nghị quyết số 18-NQ/TW",
        "19-NQ/TW",
        "Nghị quyết Trung ương 4 khóa XI",
        "XII",
    ]


def test_a_no_break_space_stands_before_a_number(scan: Scan, lexicon: Lexicon) -> None:
    assert told(scan("Kế hoạch\u00a0số\u00a020-KH/TU"), lexicon) == ["Kế hoạch 20-KH/TU"]


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("Huyện ủy Anh Sơn triển khai thực hiện 57-NQ/TW ngày 22-12-2024 của Bộ Chính trị.", ["Nghị quyết 57-NQ/TW"]),
        ("Huyện ủy Anh Sơn quán triệt 12-QĐ/TW.", []),
        ("Biển số 57-NQ/TW không có thật.", []),
    ],
)
def test_the_code_of_a_number_tells_its_type(text: str, labels: list[str], read: Callable[..., Findings]) -> None:
    assert [d.label for d in read(text).directives] == labels


def test_the_head_of_a_list_names_the_issuer_of_each(relations: Callable[..., set[tuple[str, str]]]) -> None:
    text = (
        "Sáng 3/7/2024, Huyện ủy Anh Sơn tổ chức hội nghị. Các đại biểu đã quán triệt các chỉ thị của Ban Bí thư gồm: "
        "Chỉ thị số 41-CT/TW về an ninh mạng; Chỉ thị số 42-CT/TW về thiên tai."
    )
    assert relations(text, "issuedBy") == {("Chỉ thị 41-CT/TW", "Ban Bí thư"), ("Chỉ thị 42-CT/TW", "Ban Bí thư")}
    assert {d for _, d in relations(text, "implements")} == {"Chỉ thị 41-CT/TW", "Chỉ thị 42-CT/TW"}
