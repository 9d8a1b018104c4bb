"""Title, date of publication, by-line and page chrome."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kgraph.lexicon import Lexicon
from kgraph.model import Findings
from kgraph.rules.dates import find_dates
from kgraph.rules.masthead import Masthead, find_masthead
from kgraph.scan import Page

Scan = Callable[[str], Page]
Read = Callable[..., Findings]
TITLE = "Quận ủy Ba Đình sơ kết công tác quý I"
LEAD = "Ngày 3/4, Quận ủy Ba Đình tổ chức hội nghị sơ kết công tác xây dựng Đảng quý I và triển khai nhiệm vụ quý II."
MORE = "Đồng chí Vũ Thị Hạnh, Bí thư Quận ủy chủ trì hội nghị."


def masthead(page: Page, lexicon: Lexicon) -> Masthead:
    return find_masthead(page, find_dates(page, lexicon), lexicon)


def lines(page: Page, found: Masthead) -> list[str]:
    return [page.text[b:e] for b, e in found.body]


@pytest.mark.parametrize(
    "stamp",
    [
        "Publish date 05/04/2024 | 08:30 | View Count: 79",
        "Cập nhật lúc 08:30, 05/04/2024",
        "Thứ sáu, 05/04/2024 | 08:30",
        "08:30 05/04/2024 (GMT+7)",
        "Ngày đăng: 05/04/2024",
        "Thứ sáu, ngày 5/4/2024 08:30",
        "05/04/2024 08:30",
        "05-04-2024 08:30:15",
    ],
)
def test_a_date_beside_a_clock_or_a_word_for_it_is_the_day_of_publication(stamp: str, scan: Scan, lexicon: Lexicon) -> None:
    page = scan(f"{TITLE}\n{stamp}\n{LEAD}\n{MORE}")
    found = masthead(page, lexicon)
    assert found.published == "2024-04-05"
    assert lines(page, found) == [TITLE, LEAD, MORE]


def test_the_day_of_publication_may_stand_at_the_end(scan: Scan, lexicon: Lexicon) -> None:
    page = scan(f"{TITLE}\n{LEAD}\n{MORE}\nNgày đăng: 05/04/2024")
    assert masthead(page, lexicon).published == "2024-04-05"


@pytest.mark.parametrize(
    "text", [LEAD, f"{TITLE}\n{LEAD.replace('3/4', '3/4/2024')}", f"{TITLE}\nLúc 8 giờ 30 ngày 3/4/2024, hội nghị khai mạc tại quận."]
)
def test_the_day_of_an_event_is_not_that_of_publication(text: str, scan: Scan, lexicon: Lexicon) -> None:
    assert masthead(scan(text), lexicon).published is None


def test_the_first_line_is_the_title_if_longer_lines_follow(scan: Scan, lexicon: Lexicon) -> None:
    page = scan(f"{TITLE}\n\n{LEAD}\n{MORE}")
    found = masthead(page, lexicon)
    assert found.title is not None and page.text[slice(*found.title)] == TITLE


@pytest.mark.parametrize(
    "text",
    [
        LEAD,
        f"{LEAD}\n{MORE}",
        "Hội nghị\nsơ kết",
        "",
        f"Tin, ảnh: Lê Thu Hà\n{LEAD}",
        f"Lê Thu Hà\n{LEAD}",
    ],
)
def test_a_sentence_or_a_by_line_is_no_title(text: str, scan: Scan, lexicon: Lexicon) -> None:
    assert masthead(scan(text), lexicon).title is None


@pytest.mark.parametrize(
    "byline",
    [
        "Lê Thu Hà",
        "Thu Hà - Văn Nam",
        "BAN TUYÊN GIÁO QUẬN ỦY",
        "Tin, ảnh: Lê Thu Hà",
        "Bài và ảnh: Hà Giang",
        "(Theo: Cổng thông tin)",
        "Hà Giang",
    ],
)
def test_the_last_short_line_of_names_is_the_by_line(byline: str, scan: Scan, lexicon: Lexicon) -> None:
    page = scan(f"{TITLE}\n{LEAD}\n{MORE}\n{byline}")
    found = masthead(page, lexicon)
    assert found.byline is not None and byline in page.text[slice(*found.byline)]
    assert lines(page, found) == [TITLE, LEAD, MORE]


@pytest.mark.parametrize("last", [MORE, "Hội nghị kết thúc tốt đẹp.", "đồng chí Lê Thu Hà phát biểu"])
def test_a_sentence_at_the_end_is_no_by_line(last: str, scan: Scan, lexicon: Lexicon) -> None:
    assert masthead(scan(f"{TITLE}\n{LEAD}\n{last}"), lexicon).byline is None


@pytest.mark.parametrize("byline", ["Hà Giang", "Vũ Thị Sen", "Bài, ảnh: Trần Quốc Lâm", "PHƯỜNG KIM MÃ"])
def test_a_by_line_is_neither_a_place_nor_an_official(byline: str, read: Read) -> None:
    findings = read(f"{TITLE}\n{LEAD}\n{MORE}\n{byline}", "2024-04-05")
    assert [o.label for o in findings.officials] == ["Vũ Thị Hạnh"]
    assert [u.label for u in findings.units] == ["Quận Ba Đình"]
    assert findings.byline is not None and byline.rpartition(": ")[2] in findings.byline


CHROME = {
    "reader": "Phản hồi\nHọ tên: Trần Quốc Lâm\nEmail: lam@example.org",
    "others": "TIN MỚI HƠN\nUBND huyện Anh Sơn tổ chức lễ phát động (04/05/2024)\nTin đã đưa\nHuyện ủy sơ kết Nghị quyết số 12-NQ/HU",
    "counters": "Số lượt truy cập: 12345\nĐang truy cập: 17\nLượt xem: 120",
    "links": "Liên kết website\nTin liên quan\nPhường Kim Mã phát động cuộc thi “Sạch đẹp”",
    "picture": "![anh.jpg](https://example.org/2024/04/03/anh.jpg)\nhttps://example.org/tin-tuc",
}


@pytest.mark.parametrize("chrome", CHROME.values(), ids=list(CHROME))
def test_page_chrome_yields_nothing(chrome: str, read: Read) -> None:
    plain = read(f"{TITLE}\n{LEAD}\n{MORE}", "2024-04-05")
    dressed = read(f"{TITLE}\n{LEAD}\n{MORE}\n{chrome}", "2024-04-05")
    assert (dressed.facts, dressed.officials, dressed.directives, dressed.campaigns) == (
        plain.facts,
        plain.officials,
        plain.directives,
        plain.campaigns,
    )
    assert (dressed.units, dressed.organizations, dressed.events, dressed.title) == (
        plain.units,
        plain.organizations,
        plain.events,
        plain.title,
    )


def test_chrome_above_the_article_yields_nothing(read: Read) -> None:
    findings = read(f"TIN TỨC HOẠT ĐỘNG CỦA QUẬN ĐỐNG ĐA TIN TỨC HOẠT ĐỘNG CỦA QUẬN ĐỐNG ĐA\n\n{TITLE}\n{LEAD}\n{MORE}", "2024-04-05")
    assert findings.title == TITLE
    assert [u.label for u in findings.units] == ["Quận Ba Đình"]


def test_a_word_of_chrome_inside_prose_cuts_nothing(read: Read) -> None:
    findings = read(
        f"{TITLE}\n{LEAD}\nPhản hồi của dư luận được ghi nhận đầy đủ, các cấp ủy đã xem xét và giải quyết kịp thời.\n{MORE}", "2024-04-05"
    )
    assert [o.label for o in findings.officials] == ["Vũ Thị Hạnh"]
