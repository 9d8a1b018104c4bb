"""The views: what each shows of the sample, how they lead to one another, and what is shown where there is nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from kgraph.store.graph import Graph
from kgraph.view.page import make_page

pytestmark = pytest.mark.browser

Opener = Callable[..., Page]

MEETING = "Hội nghị triển khai Kế hoạch số 112-KH/QU"
REVIEW = "Hội nghị sơ kết Chỉ thị số 77-CT/TU"


def view(page: Page, name: str) -> None:
    page.locator(f"#views [data-view={name}]").click()


def shown(page: Page) -> set[str]:
    return set(page.evaluate("scene.nodes.map(({ id }) => nodes.get(id).label)"))


def heading(page: Page) -> str:
    return page.inner_text("#card h2")


def place(page: Page, label: str) -> dict[str, Any]:
    return dict(page.evaluate("(label) => scene.nodes.find(({ id }) => nodes.get(id).label === label)", label))


def test_it_opens_on_levels_with_the_centre_above_the_district(page: Page) -> None:
    assert page.locator("#views [aria-current]").get_attribute("data-view") == "levels"
    assert place(page, "Thành phố Đà Nẵng")["y"] < place(page, "Quận Hải Châu")["y"]
    assert page.evaluate("scene.bands.length") >= 2
    assert page.inner_text("#status") == "15 nút · 20 quan hệ"


def test_the_column_offers_ways_in(page: Page) -> None:
    ways = page.locator(".ways .entry").all_inner_texts()
    assert [way.split()[0] for way in ways] == ["Chuỗi", "Chuỗi", "Vòng", "Vòng", "Vòng", "Năm", "Cùng", "Theo"]
    page.locator(".ways .entry").first.click()
    assert page.evaluate("state.view") == "chain" and heading(page) == "Chỉ thị 77-CT/TU"


def test_nothing_stands_on_anything_else_and_all_is_in_sight(page: Page) -> None:
    inside = """() => scene.nodes.every(({ id }) => {
      const { x, y } = network.canvasToDOM(placeOf(id));
      return x > 0 && y > 0 && x < canvas.clientWidth && y < canvas.clientHeight;
    })"""
    for name in ("levels", "communities", "time", "chain", "circle", "year", "together"):
        view(page, name)
        places = page.evaluate("scene.nodes.map(({ x, y }) => [x, y])")
        assert places and len({tuple(each) for each in places}) == len(places), name
        assert all(isinstance(value, int) for each in places for value in each), name
        assert page.evaluate(inside), name


def test_a_chain_runs_with_time_and_names_the_days_between(page: Page) -> None:
    view(page, "chain")
    assert shown(page) == {"Chỉ thị 77-CT/TU", "Kế hoạch 112-KH/QU", MEETING, REVIEW}
    order = sorted(("Kế hoạch 112-KH/QU", MEETING, REVIEW), key=lambda label: place(page, label)["x"])
    assert order == ["Kế hoạch 112-KH/QU", MEETING, REVIEW]
    names = page.evaluate("scene.edges.map((edge) => [nodes.get(edge.from).label, edge.name])")
    assert [MEETING, "thực hiện · +14 ngày"] in names
    assert page.evaluate("scene.ticks.map(({ label }) => label)") == ["không rõ ngày", "5/3/2024", "19/3/2024", "1/10/2024"]
    steps = page.locator(".steps > li").all_inner_texts()
    assert len(steps) == 3 and "+14 ngày" in steps[1] and "Quận ủy Hải Châu" in steps[1]
    assert page.locator(".steps blockquote").count() == 3


def test_a_chain_goes_up_and_down_but_not_sideways(page: Page) -> None:
    view(page, "chain")
    page.select_option("#subject [name=focus]", label="Kế hoạch 112-KH/QU")
    assert shown(page) == {"Chỉ thị 77-CT/TU", "Kế hoạch 112-KH/QU", MEETING}
    assert heading(page) == "Kế hoạch 112-KH/QU"


def test_a_circle_has_its_person_in_the_middle_and_names_each_tie(page: Page) -> None:
    view(page, "circle")
    page.select_option("#subject [name=focus]", label="Lâm Thị Yến")
    assert shown(page) == {"Lâm Thị Yến", "UBND quận Hải Châu", MEETING}
    middle = place(page, "Lâm Thị Yến")
    assert (middle["x"], middle["y"]) == (0, 0)
    assert set(page.evaluate("scene.edges.map(nameOf)")) == {"tham dự", "giữ chức tại"}
    page.select_option("#subject [name=depth]", "2")
    assert "Đỗ Trường Thọ" in shown(page) and page.evaluate("scene.rings.length") == 2
    assert page.evaluate("scene.nodes.every(({ id, x, y }) => id === state.focus || Math.hypot(x, y) > 100)")


def test_neighbours_are_opened_and_folded(page: Page) -> None:
    view(page, "circle")
    page.select_option("#subject [name=focus]", label="Lâm Thị Yến")
    page.evaluate("(label) => show({ node: data.nodes.find((node) => node.label === label).id })", MEETING)
    page.locator("[data-door=open]").click()
    assert {"Đỗ Trường Thọ", "Quận ủy Hải Châu"} <= shown(page)
    page.locator("[data-door=close]").click()
    assert shown(page) == {"Lâm Thị Yến", "UBND quận Hải Châu", MEETING}
    page.go_back()
    assert "Đỗ Trường Thọ" in shown(page)


def test_a_year_lists_what_happened_in_a_district_by_month(page: Page) -> None:
    view(page, "year")
    assert page.locator("#subject [name=focus] option:checked").inner_text() == "Quận Hải Châu"
    assert page.locator("#subject [name=year]").input_value() == "2024"
    assert shown(page) == {MEETING, "Kế hoạch 112-KH/QU"}
    assert [band["label"]["vi"] for band in page.evaluate("scene.bands")][:3] == ["Tháng 1", "Tháng 2", "Tháng 3"]
    third = page.evaluate("scene.bands[2].box")
    assert third[1] < place(page, MEETING)["y"] < third[3]
    assert page.locator("#card h3").all_inner_texts() == ["Tháng 3"]
    page.select_option("#subject [name=focus]", label="Thành phố Đà Nẵng")
    assert MEETING in shown(page)


def test_who_met_is_weighted_and_shows_the_events(page: Page) -> None:
    view(page, "together")
    assert shown(page) == {"Đỗ Trường Thọ", "Lâm Thị Yến"} and page.inner_text("#status") == "2 nút · 1 cặp"
    page.locator("#card .community").click()
    assert page.inner_text("#card h2").split("\n") == ["Đỗ Trường Thọ", "cùng được nêu tên ở 1 sự kiện với", "Lâm Thị Yến"]
    assert "chủ trì" in page.inner_text("#card .events") and "tham dự" in page.inner_text("#card .events")
    assert page.locator("#card blockquote").count() >= 2


def test_the_timeline_says_how_many_have_no_day(page: Page) -> None:
    view(page, "time")
    assert place(page, MEETING)["x"] < place(page, REVIEW)["x"]
    assert "nút không rõ ngày" in page.inner_text("#status")


def test_an_edge_of_an_event_says_day_titles_confidence_and_articles(page: Page) -> None:
    find = "([from, relation]) => data.edges.find((edge) => nodes.get(edge.from).label === from && edge.relation === relation).id"
    page.evaluate("(edge) => show({ edge })", page.evaluate(find, ["Đỗ Trường Thọ", "chaired"]))
    facts = dict(zip(page.locator("#card dl dt").all_inner_texts(), page.locator("#card dl dd").all_inner_texts(), strict=True))
    assert facts == {"Ngày": "19/3/2024", "Độ chắc": "0,9", "Số bài báo": "2"}
    assert "CHỨC VỤ NGÀY 19/3/2024" in page.inner_text("#card").upper() and "Bí thư" in page.inner_text("#card .titles")


def test_posts_of_a_person_stand_in_time(page: Page) -> None:
    page.evaluate(
        """(label) => {
          const node = data.nodes.find((node) => node.label === label);
          const { role, body } = node.titles[0];
          node.tenures = [{ role, body, from: "2024-03-19", to: "2024-06-01", takenUp: null, left: "2024-09-30", evidence: [] }];
          show({ node: node.id });
        }""",
        "Đỗ Trường Thọ",
    )
    assert page.locator(".tenures li").all_inner_texts() == ["19/3/2024 – 1/6/2024; thôi chức 30/9/2024\nBí thư, Quận ủy Hải Châu"]


def test_a_citation_is_copied(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.fill("#query", "lam thi yen")
    page.keyboard.press("Enter")
    page.locator("#card .neighbours .copy").first.click()
    expect(page.locator("#spoken")).to_have_text("Đã chép")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("“Bà Lâm Thị Yến, Phó Chủ tịch UBND quận, dự hội nghị.” — Quận Hải Châu phát động hội thi, đăng 20/3/2024")
    assert "https://example.org/tin/a1.html" in copied


def test_a_citation_is_copied_where_the_clipboard_is_refused(page: Page) -> None:
    page.evaluate(
        """() => {
          navigator.clipboard.writeText = () => Promise.reject(new Error("no"));
          document.execCommand = () => { window.field = document.activeElement.value; return true; };
        }"""
    )
    page.fill("#query", "lam thi yen")
    page.keyboard.press("Enter")
    page.locator("#card .neighbours .copy").first.click()
    expect(page.locator("#spoken")).to_have_text("Đã chép")
    assert "dự hội nghị" in page.evaluate("window.field") and page.locator("textarea").count() == 0


def test_an_empty_graph_says_so_in_every_view(opened: Opener, tmp_path: Path) -> None:
    empty = tmp_path / "empty.nq"
    empty.write_text("", encoding="utf-8")
    page = opened(make_page(Graph.load(empty)))
    for name in ("levels", "time", "chain", "circle", "year", "together"):
        view(page, name)
        assert page.inner_text("#empty") == "Đồ thị này chưa có gì."
        page.locator("[data-as=table]").click()
        assert page.inner_text("#rows") == "Không có dòng nào"
        page.locator("[data-as=picture]").click()


def test_a_view_without_anything_to_show_says_why(opened: Opener, sample: Graph) -> None:
    page = opened(make_page(sample, cap=1))
    view(page, "chain")
    assert page.inner_text("#empty") == "Không văn bản nào được nói là đã thực hiện."
    view(page, "together")
    assert page.inner_text("#empty") == "Không sự kiện nào nêu tên hai người cùng dự."


def test_what_is_not_on_the_page_is_found_and_its_command_told(opened: Opener, sample: Graph) -> None:
    page = opened(make_page(sample, cap=5))
    assert "đồ thị có 15 nút" in page.inner_text("#status")
    page.fill("#query", "hoang mai ngan")
    assert "không có trên trang này" in page.inner_text("#suggestions")
    page.keyboard.press("Enter")
    assert heading(page) == "Hoàng Mai Ngân" and page.inner_text("#card code") == 'kgraph view --focus "Hoàng Mai Ngân"'
    page.locator("#card .close").click()
    assert page.locator("#card h2").count() == 0
