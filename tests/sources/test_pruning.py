"""What of a web page is no article."""

import pytest
from lxml import html

from kgraph.sources.lines import lines_of
from kgraph.sources.pruning import prune

BODY = "<p>Sáng nay, Quận ủy Đống Đa tổ chức hội nghị triển khai nhiệm vụ năm 2025 với sự tham dự của các phường.</p>"
LINE = html.fromstring(BODY).text_content()


def left(page: str) -> list[str]:
    """Lines of a page after pruning."""
    tree = html.document_fromstring(f"<html><body>{page}</body></html>")
    prune(tree)
    return [line for line, _ in lines_of(tree)]


@pytest.mark.parametrize(
    "part",
    [
        "<script>ông Giả</script>",
        "<style>ông Giả</style>",
        "<noscript>ông Giả</noscript>",
        "<template>ông Giả</template>",
        "<!-- ông Giả -->",
        "<select><option>ông Giả</select>",
        "<div style='display: NONE'>ông Giả</div>",
        "<p hidden>ông Giả</p>",
        "<div aria-hidden=true>ông Giả</div>",
        "<nav>Trang chủ</nav>",
        "<footer>Bản quyền</footer>",
        "<div class='duong-dan'>Trang chủ » Tin tức</div>",
        "<div id=ctl00_TinLienQuan1>Tin khác</div>",
        "<div class='mainMenu'>Trang chủ</div>",
        "<span class=social-share>Chia sẻ</span>",
        "<div class=ThongKe><b>Đang truy cập: 17</b></div>",
        "<ul><li><a href=/1>Phường ra quân</a> (18/3)</li><li><a href=/2>Phường tổng kết</a></li></ul>",
        "<p><a href=/1>Thông báo tuyển dụng công chức phường năm 2025</a></p>",
        "<td><a href=/1>Trang trước</a> <a href=/2>Trang sau</a></td>",
    ],
)
def test_what_is_taken_out(part: str) -> None:
    assert left(f"{part}{BODY}{part}") == [LINE, LINE][:1]


@pytest.mark.parametrize(
    "part",
    [
        "<p>Thực hiện <a href=/1>Kết luận số 01-KL/TW</a> và <a href=/2>Kế hoạch số 12-KH/QU</a> ngày 10/3/2025 của Quận ủy.</p>",
        "<ul><li>Một là, đẩy mạnh tuyên truyền</li><li>Hai là, nêu gương</li></ul>",
        "<div class=content-detail>Chiều cùng ngày, hội nghị bế mạc.</div>",
        "<a href=/1>Văn bản kèm theo</a>",
    ],
)
def test_what_stays(part: str) -> None:
    text = " ".join(html.fromstring(f"<div>{part}</div>").text_content().split())
    assert text.replace(" ", "") in "".join(left(BODY + part)).replace(" ", "")


def test_a_name_does_not_take_out_most_of_a_page() -> None:
    assert left(f"<div class='page has-sidebar menu'>{BODY}{BODY}</div>") == [LINE, LINE]


def test_a_table_that_lays_out_is_parted_and_one_that_holds_data_keeps_its_rows() -> None:
    data = "<table><tr><th>Phường<th>Số chi bộ<tr><td>Kim Liên<td>24</table>"
    page = f"<table><tr><td>Cột trái</td><td>{BODY}{data}</td></tr></table>"
    assert left(page) == ["Cột trái", LINE, "Phường | Số chi bộ", "Kim Liên | 24"]
