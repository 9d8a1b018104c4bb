"""Web pages to articles: the pages in `pages/` are made for these tests."""

from pathlib import Path

import pytest

from kgraph.sources.outcomes import Unread
from kgraph.sources.webpage import between_tags, read_page

PAGES = Path(__file__).parent / "pages"
BODY = "Sáng 19/3/2025, Quận ủy Đống Đa tổ chức hội nghị triển khai nhiệm vụ của năm, với đại diện của 21 phường."


def page(body: str, head: str = "") -> str:
    return f"<!doctype html><html lang=vi><head><meta charset=utf-8>{head}</head><body>{body}</body></html>"


def test_the_page_of_a_ward() -> None:
    """Laid out in tables, paragraphs partly as `div`, with menus, breadcrumbs, tools, other news, and counters around."""
    read = read_page((PAGES / "ward-portal.html").read_text("utf-8"))
    assert read.title == "Đảng ủy phường Kim Liên triển khai học tập chuyên đề năm 2025"
    assert (read.published, read.source) == ("2025-03-19", "Cổng thông tin điện tử phường Kim Liên")
    assert read.url == "https://kimlien.example.vn/tin-tuc/dang-uy-trien-khai-chuyen-de-2025"
    lines = read.text.split("\n")
    assert [line.split(",")[0][:30] for line in lines] == [
        "Ngày đăng: 19/03/2025 | 08:30 ",
        "Sáng 18/3/2025",
        "Dự hội nghị có đồng chí Lê Thị",
        "Quang cảnh hội nghị",
        "Phát biểu tại hội nghị",
        "Hội nghị đã nghe đồng chí Trần",
        "Minh Hà",
    ]
    for foreign in ("Trang chủ", "Các tin khác", "Phạm Văn Cường", "Giả Văn Mạo", "Nguyễn Văn Dũng", "truy cập", "In trang"):
        assert foreign not in read.text


def test_the_page_of_a_newspaper() -> None:
    read = read_page((PAGES / "newspaper.html").read_text("utf-8"))
    assert (read.title, read.published) == ("Quận ủy Đống Đa sơ kết phong trào “Dân vận khéo”", "2024-06-21")
    assert read.url == "https://ngaymoi.example.vn/quan-uy-dong-da-so-ket-123.html"
    assert "(NM) - Chiều 20/6, Quận ủy Đống Đa" in read.text and "tháng 12-2024." in read.text
    for foreign in ("Láng Hạ", "Ba Đình", "Nguyễn Văn Khánh", "Bình luận", "dân vận khéo, "):
        assert foreign not in read.text


@pytest.mark.parametrize(
    "body",
    [
        f"<p>{BODY}</p>",
        f"<div>{BODY}</div>",
        f"<div><span><font>{BODY}</font></span></div>",
        f"<table><tr><td>{BODY}</td></tr></table>",
        f"<form><div id=ctl00_main>{BODY}<br><br></div></form>",
        f"<b>{BODY}</b>",
        BODY,
    ],
)
def test_a_short_text_however_it_is_marked(body: str) -> None:
    assert read_page(page(body)).text == BODY


def test_lines_broken_by_br_are_lines() -> None:
    assert read_page(page(f"<div class=noidung>{BODY}<br>Chiều cùng ngày, hội nghị bế mạc.<br/>Hết.</div>")).text.split("\n")[1:] == [
        "Chiều cùng ngày, hội nghị bế mạc.",
        "Hết.",
    ]


def test_text_that_is_no_page_is_itself() -> None:
    assert read_page(BODY).text == BODY


@pytest.mark.parametrize(
    ("around", "published"),
    [
        ("<h1>Tin</h1><p>Ngày đăng: 19/3/2025</p>", "2025-03-19"),
        ("<h1>Tin</h1><div>Thứ Tư, 19/03/2025 | 08:30</div>", "2025-03-19"),
        ("<h1>Tin</h1><div><i>Cập nhật lúc: <span>08:30 - 19.3.2025</span></i></div>", "2025-03-19"),
        ("<div>Hôm nay: 20/11/2026 10:15</div><h1>Tin</h1>", ""),
        ("<h1>Tin</h1><p>Kết luận ngày 10/3/2025</p>", ""),
        ("<h1>Tin</h1><p>Ngày đăng: 31/2/2025</p>", "2025-02-31"),
    ],
)
def test_the_day_of_publication_stands_behind_the_title(around: str, published: str) -> None:
    """A day that the calendar has not is left out at the door, with an Issue."""
    assert read_page(page(f"{around}<p>{BODY}</p>", "<title>Tin</title>")).published == published


@pytest.mark.parametrize("property", ["article:published_time", "og:published_time", "datePublished"])
def test_the_day_of_publication_in_metadata(property: str) -> None:
    head = f'<meta property="{property}" itemprop="{property}" content="2019-05-07T08:00:00+07:00">'
    assert read_page(page(f"<p>{BODY}</p>", head)).published == "2019-05-07"


def test_a_page_of_the_far_future_is_read_the_same_on_any_day() -> None:
    head = '<meta property="article:published_time" content="2090-05-07T08:00:00+07:00">'
    assert read_page(page(f"<p>{BODY}</p>", head)).published == "2090-05-07"


@pytest.mark.parametrize(
    ("markup", "code"),
    [
        (page("<div>" * 5_000 + BODY + "</div>" * 5_000), "lost-text"),
        (page("<p>a" * 100_001), "too-large"),
        (page("<script>var a</script>"), "empty"),
        (page("<img src=a.jpg>"), "empty"),
        ("<!--" * 50_000 + BODY, "empty"),
    ],
    ids=["deep", "many tags", "script", "picture", "comments"],
)
def test_what_is_no_readable_page(markup: str, code: str) -> None:
    with pytest.raises(Unread) as refused:
        read_page(markup)
    assert refused.value.code == code


def test_letters_written_as_entities_are_not_taken_for_lost() -> None:
    written = "".join(f"&#{ord(c)};" if ord(c) > 127 else c for c in BODY)
    old = "H&ocirc;m nay, c&aacute;c đ&ocirc;̀ng ch&iacute; &ecirc;&ecirc;&ecirc;&ecirc;&ecirc;&ecirc;"
    assert read_page(page(f"<p>{written}</p>")).text == BODY
    assert read_page(page(f"<p>{old}</p>")).text.startswith("Hôm nay")


def test_what_stands_between_tags_is_found_in_one_walk() -> None:
    for markup in ("<!--" * 100_000, "<script>" * 100_000, "<" * 100_000, "<a" * 100_000, "</script" * 100_000):
        assert len(list(between_tags(markup))) <= 2
