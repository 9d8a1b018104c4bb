"""Whole pages as they come without metadata: what stands around the article is told from it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from kgraph.lexicon import Lexicon
from kgraph.model import Findings
from kgraph.rules.dates import find_dates
from kgraph.rules.masthead import find_masthead
from kgraph.scan import Page

Scan = Callable[[str], Page]
Read = Callable[..., Findings]
TITLE = "Quận ủy Ba Đình sơ kết công tác quý III"
LEAD = "Ngày 10/10, Quận ủy Ba Đình tổ chức hội nghị sơ kết công tác xây dựng Đảng quý III và triển khai nhiệm vụ quý IV năm 2024."
MORE = "Đồng chí Vũ Thị Hạnh, Bí thư Quận ủy Ba Đình chủ trì hội nghị và đề nghị các chi bộ nâng cao chất lượng sinh hoạt."
END = "Hội nghị cũng nghe báo cáo về công tác kiểm tra, giám sát và kế hoạch đại hội chi bộ ở các tổ dân phố."
ARTICLE = f"{LEAD}\n{MORE}\n{END}"


@dataclass(frozen=True)
class Case:
    """A page, and what its masthead says; the prose is always the same article."""

    text: str
    published: str | None = None
    byline: str | None = None
    title: str | None = TITLE


PAGES = {
    "path, section, weekday and clock": Case(
        f"Trang chủ > Tin tức - Sự kiện > Xây dựng Đảng\nThứ Sáu, 11/10/2024 | 09:30 GMT+7\n{TITLE}\n{ARTICLE}", "2024-10-11"
    ),
    "a long path with other signs": Case(
        f"Trang chủ » Tin tức » Tin hoạt động của quận và các phường trên địa bàn\n{TITLE}\n11/10/2024\n{ARTICLE}", "2024-10-11"
    ),
    "word for publication, then counter": Case(f"{TITLE}\nNgày đăng: 11/10/2024 08:15\nLượt xem: 123\n{ARTICLE}", "2024-10-11"),
    "updated at": Case(f"{TITLE}\nCập nhật lúc 08:15, ngày 11/10/2024\n{ARTICLE}", "2024-10-11"),
    "posted on, with words behind": Case(f"{TITLE}\nĐăng ngày 11/10/2024 bởi Ban biên tập\n{ARTICLE}", "2024-10-11"),
    "weekday without a clock": Case(f"{TITLE}\nThứ Sáu, ngày 11/10/2024\n{ARTICLE}", "2024-10-11"),
    "day in words": Case(f"Thứ sáu, ngày 11 tháng 10 năm 2024\n{TITLE}\n{ARTICLE}", "2024-10-11"),
    "clock with giờ": Case(f"{TITLE}\n08 giờ 15 phút, ngày 11/10/2024\n{ARTICLE}", "2024-10-11"),
    "sections and menu above": Case(f"TIN TỨC - SỰ KIỆN\nThời sự\n{TITLE}\n{ARTICLE}"),
    "title in capitals": Case(f"{TITLE.upper()}\n{ARTICLE}", title=TITLE.upper()),
    "title in capitals on two lines": Case(
        f"QUẬN ỦY BA ĐÌNH SƠ KẾT\nCÔNG TÁC XÂY DỰNG ĐẢNG QUÝ III\n{ARTICLE}", title="QUẬN ỦY BA ĐÌNH SƠ KẾT\nCÔNG TÁC XÂY DỰNG ĐẢNG QUÝ III"
    ),
    "title twice": Case(f"{TITLE}\n{TITLE}\n{ARTICLE}"),
    "title twice around the date": Case(f"{TITLE}\nThứ Sáu, 11/10/2024 - 14:05\n{TITLE}\n{ARTICLE}", "2024-10-11"),
    "tools of the reader": Case(
        f"{TITLE}\nCỡ chữ: A- A A+\nIn bài viết\nGửi email\nChia sẻ Facebook\nNghe đọc bài\n{ARTICLE}\n"
        "Chia sẻ:\nBình luận (0)\nLượt xem: 123"
    ),
    "related news at the end": Case(
        f"{TITLE}\n{ARTICLE}\nTin liên quan\nUBND phường Kim Mã ra quân tổng vệ sinh môi trường ngày 5/10/2024\n"
        "Đồng chí Lê Văn Khang, Chủ tịch UBND quận Đống Đa dự lễ khai giảng\nPhát động cuộc thi “Ngõ xanh”"
    ),
    "related news with a summary": Case(
        f"{TITLE}\n{ARTICLE}\nTin cùng chuyên mục\nPhường Kim Mã ra quân\n"
        + "Sáng 5/10/2024, UBND phường Kim Mã tổ chức lễ ra quân tổng vệ sinh môi trường, ông Lê Văn Khang, Chủ tịch UBND phường dự "
        "và phát biểu, kêu gọi nhân dân cùng giữ gìn đường phố sạch đẹp, góp phần xây dựng quận văn minh, hiện đại trong thời gian tới..."
        + "\nXem thêm"
    ),
    "other news in the middle": Case(
        f"{TITLE}\n{LEAD}\n{MORE}\nTin liên quan\nPhường Kim Mã phát động cuộc thi “Ngõ xanh”\nLễ hội đường phố quận Đống Đa\n{END}"
    ),
    "see more": Case(f"{TITLE}\n{LEAD}\n{MORE}\n>> Xem thêm: Phường Kim Mã phát động cuộc thi “Ngõ xanh” năm 2024\n{END}"),
    "name alone on the last line": Case(f"{TITLE}\n{ARTICLE}\nNguyễn Văn Bình", byline="Nguyễn Văn Bình"),
    "a name that ends like a part of the day, over the date": Case(
        f"{TITLE}\n{ARTICLE}\nPhan Sáng\n11/10/2024 07:35 GMT+7\nXã hội", "2024-10-11", "Phan Sáng"
    ),
    "two pen names": Case(f"{TITLE}\n{ARTICLE}\nMinh Anh - Thu Hà", byline="Minh Anh - Thu Hà"),
    "news and photo": Case(f"{TITLE}\n{ARTICLE}\nTin, ảnh: Lê Bình", byline="Tin, ảnh: Lê Bình"),
    "author, then source": Case(f"{TITLE}\n{ARTICLE}\nTác giả: Lê Bình\nNguồn: badinh.hanoi.gov.vn", byline="Tác giả: Lê Bình"),
    "name, then source, then tags": Case(
        f"{TITLE}\n{ARTICLE}\nThu Hà\nNguồn: Cổng thông tin điện tử quận\nTừ khóa: Ba Đình, Quận ủy, sơ kết", byline="Thu Hà"
    ),
    "according to an agency": Case(f"{TITLE}\n{ARTICLE}\nTheo TTXVN", byline="Theo TTXVN"),
    "author under the title": Case(f"{TITLE}\nTác giả: Lê Bình\n11/10/2024 08:15\n{ARTICLE}", "2024-10-11", "Tác giả: Lê Bình"),
    "author and day in one line": Case(f"{TITLE}\nLê Bình - 11/10/2024 08:15\n{ARTICLE}", "2024-10-11", "Lê Bình"),
    "caption with a credit": Case(f"{TITLE}\n{LEAD}\nQuang cảnh hội nghị. Ảnh: Lê Bình\n{MORE}\n{END}"),
    "credit alone": Case(f"{TITLE}\n{LEAD}\nẢnh: T.L.\n{MORE}\n{END}\n(Ảnh: Lê Bình)", byline="(Ảnh: Lê Bình)"),
    "paragraph moved behind the by-line": Case(f"{TITLE}\n{LEAD}\n{MORE}\nLê Bình\n(Theo Báo Hà Nội)\n{END}", byline="Lê Bình"),
    "foot of the portal": Case(
        f"{TITLE}\n{ARTICLE}\nBản quyền thuộc về UBND quận Đống Đa\nChịu trách nhiệm: Ông Lê Văn Khang, Phó Chủ tịch UBND quận Đống Đa\n"
        "Địa chỉ: số 1 phố Kim Mã\nĐiện thoại: 024.0000000\nGiấy phép số 12/GP-TTĐT ngày 01/02/2020"
    ),
}


def facts(findings: Findings) -> dict[str, set[str]]:
    """What the prose says, without where it stands."""
    return {
        "officials": {o.label for o in findings.officials},
        "events": {f"{e.kind} {e.when.edtf[-5:] if e.when else ''}" for e in findings.events},
        "campaigns": {c.label for c in findings.campaigns},
        "organizations": {o.label for o in findings.organizations},
        "units": {u.label for u in findings.units},
        "directives": {d.label for d in findings.directives},
        "relations": {f.predicate for f in findings.facts},
    }


@pytest.mark.parametrize("case", PAGES.values(), ids=list(PAGES))
def test_the_page_around_an_article_is_no_part_of_it(case: Case, scan: Scan, lexicon: Lexicon, read: Read) -> None:
    page = scan(case.text)
    found = find_masthead(page, find_dates(page, lexicon), lexicon)
    assert found.published == case.published
    assert (found.title and page.text[slice(*found.title)]) == case.title
    assert (found.byline and page.text[slice(*found.byline)]) == case.byline
    assert facts(read(case.text, "2024-10-11")) == facts(read(f"{TITLE}\n{ARTICLE}", "2024-10-11"))


PROSE = {
    "shares at the meeting": "Chia sẻ tại hội nghị, đồng chí Vũ Thị Hạnh, Bí thư Quận ủy Ba Đình nói:",
    "echo of opinion": "Phản hồi của dư luận đã được ghi nhận.",
    "message": "Thông điệp của lễ phát động là giữ gìn đường phố.",
    "search": "Tìm kiếm cứu nạn là nhiệm vụ thường xuyên.",
    "a headline between paragraphs": "Nâng cao chất lượng sinh hoạt chi bộ",
}


@pytest.mark.parametrize("line", PROSE.values(), ids=list(PROSE))
def test_a_sentence_that_begins_like_chrome_is_prose(line: str, scan: Scan, lexicon: Lexicon) -> None:
    page = scan(f"{TITLE}\n{LEAD}\n{line}\n{MORE}\n{END}")
    found = find_masthead(page, find_dates(page, lexicon), lexicon)
    assert line in [page.text[b:e] for b, e in found.body]


@pytest.mark.parametrize(
    "text",
    [
        f"{TITLE}\nHội nghị diễn ra ngày 11/10/2024\n{ARTICLE}",
        f"{TITLE}\n{ARTICLE}\nHà Nội, ngày 11/10/2024",
        f"{TITLE}\n{LEAD}\n{MORE}\n11/10/2024\n{END}",
        f"{TITLE}\nThời gian: 08 giờ 00, ngày 11/10/2024\n{ARTICLE}",
        f"{TITLE}\nLúc 08:15 ngày 11/10/2024, hội nghị khai mạc tại quận.\n{ARTICLE}",
        f"{TITLE}\n08:15 ngày 11/10/2024, Quận ủy Ba Đình khai mạc hội nghị sơ kết công tác quý III.\n{ARTICLE}",
        f"{TITLE}\nTheo bài viết trên một tờ báo đăng ngày 11/10/2024, các chi bộ đã có nhiều cách làm hay.\n{ARTICLE}",
    ],
    ids=["of the event", "of the signature", "between paragraphs", "of an invitation", "at a time", "time first", "of another paper"],
)
def test_a_day_that_is_not_stated_as_that_of_publication(text: str, scan: Scan, lexicon: Lexicon) -> None:
    page = scan(text)
    assert find_masthead(page, find_dates(page, lexicon), lexicon).published is None


@pytest.mark.parametrize("sign", ["(PLO) - ", "HNP - ", "VOV.VN - ", "(TTXVN) ", "(Chinhphu.vn) – "])
def test_the_sign_of_an_agency_before_the_lead_says_nothing(sign: str, read: Read) -> None:
    assert facts(read(f"{TITLE}\n{sign}{ARTICLE}", "2024-10-11")) == facts(read(f"{TITLE}\n{ARTICLE}", "2024-10-11"))
