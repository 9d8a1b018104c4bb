"""The page in a browser. The fixture that opens it fails a test that made a request, logged an error or ran what an article says."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from kgraph.store.graph import Graph
from kgraph.view.page import make_page

pytestmark = pytest.mark.browser

Opener = Callable[..., Page]


def node_id(page: Page, label: str) -> str:
    return str(page.evaluate("(label) => data.nodes.find((node) => node.label === label).id", label))


def point_of(page: Page, node: str) -> tuple[float, float]:
    return tuple(page.evaluate(
        """(id) => {
          const host = document.getElementById("canvas").getBoundingClientRect();
          const point = network.canvasToDOM(network.getPosition(id));
          return [host.left + point.x, host.top + point.y];
        }""",
        node,
    ))  # fmt: skip


def middle_of(page: Page, edge: str) -> tuple[float, float]:
    return tuple(page.evaluate(
        """(id) => {
          const host = document.getElementById("canvas").getBoundingClientRect();
          const point = network.canvasToDOM(network.body.edges[id].edgeType.getPoint(0.5));
          return [host.left + point.x, host.top + point.y];
        }""",
        edge,
    ))  # fmt: skip


def edge_id(page: Page, source: str, relation: str) -> str:
    find = "([label, relation]) => data.edges.find((edge) => nodes.get(edge.from).label === label && edge.relation === relation).id"
    return str(page.evaluate(find, [source, relation]))


def heading(page: Page) -> str:
    return page.inner_text("#card h2")


def test_it_opens_alone_and_says_what_it_is(page: Page) -> None:
    assert page.title() == "Ai, ở đâu, theo văn bản nào · kgraph"
    assert page.inner_text("#lede") == "3 bài báo, đăng từ 20/3/2024 đến 2/10/2024"
    assert page.locator("#canvas canvas").count() == 1
    assert "15 nút và 20 quan hệ" in page.inner_text("#card")


def test_a_name_is_found_without_accents_and_shown(page: Page) -> None:
    page.fill("#query", "do truong tho")
    assert page.locator("#suggestions [role=option]").first.inner_text().startswith("Đỗ Trường Thọ")
    assert page.inner_text("#results") == "1 kết quả"
    page.keyboard.press("Enter")
    assert heading(page) == "Đỗ Trường Thọ"
    assert page.evaluate("network.getSelectedNodes()") == [node_id(page, "Đỗ Trường Thọ")]
    host = page.locator("#canvas").bounding_box()
    assert host is not None
    near = page.evaluate("[...focus().nodes]")
    assert len(near) == 4
    for x, y in (point_of(page, node) for node in near):
        assert 0 < x - host["x"] < host["width"] and 0 < y - host["y"] < host["height"]


def test_a_number_is_found_and_arrows_choose(page: Page) -> None:
    page.fill("#query", "77")
    labels = page.locator("#suggestions [role=option] [lang]").all_inner_texts()
    assert labels[0] == "Chỉ thị 77-CT/TU" and len(labels) == 2
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert heading(page) == labels[1]


def test_nothing_found_is_said(page: Page) -> None:
    page.fill("#query", "không ai cả")
    assert page.inner_text("#results") == "Không có trong đồ thị này: “không ai cả”"
    assert page.locator("#suggestions").is_hidden()


def test_slash_goes_to_search_and_escape_clears(page: Page) -> None:
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "query"
    page.keyboard.type("lam thi yen")
    page.keyboard.press("Enter")
    assert heading(page) == "Lâm Thị Yến"
    page.keyboard.press("Escape")
    assert page.locator("#card h2").count() == 0 and page.input_value("#query") == ""


def test_a_click_on_a_node_shows_its_sentence_with_the_name_in_it(page: Page) -> None:
    page.mouse.click(*point_of(page, node_id(page, "Lâm Thị Yến")))
    assert heading(page) == "Lâm Thị Yến"
    quotes = page.locator("#card blockquote").all_inner_texts()
    assert "Bà Lâm Thị Yến, Phó Chủ tịch UBND quận, dự hội nghị." in quotes
    assert "Lâm Thị Yến" in page.locator("#card mark").all_inner_texts()


def test_titles_stand_by_the_day_that_shows_them(page: Page) -> None:
    page.mouse.click(*point_of(page, node_id(page, "Đỗ Trường Thọ")))
    assert page.locator(".titles .day").all_inner_texts() == ["19/3/2024", "1/10/2024"]
    assert "nguyên" in page.locator(".titles .role").last.inner_text()
    assert "Câu trích được giữ lại" in page.inner_text("#card")


def test_dates_and_their_sentences_are_shown(page: Page) -> None:
    page.mouse.click(*point_of(page, node_id(page, "Hội nghị triển khai Kế hoạch số 112-KH/QU")))
    facts = dict(zip(page.locator("#card dt").all_inner_texts(), page.locator("#card dd:not(.under)").all_inner_texts(), strict=True))
    assert facts == {"Ngày, theo lời bài báo": "Sáng 19/3", "Ngày": "19/3/2024", "Cách biết năm": "suy từ ngày đăng"}
    assert page.locator("#card dd.under mark").all_inner_texts() == ["19/3"]


def test_a_neighbour_can_be_followed(page: Page) -> None:
    page.mouse.click(*point_of(page, node_id(page, "Lâm Thị Yến")))
    page.locator("#card .neighbours button", has_text="Hội nghị triển khai").click()
    assert heading(page) == "Hội nghị triển khai Kế hoạch số 112-KH/QU"
    assert page.evaluate("document.activeElement.tagName") == "H2"


def test_a_click_on_an_edge_shows_what_it_rests_on(page: Page) -> None:
    page.mouse.click(*middle_of(page, edge_id(page, "Hội nghị sơ kết Chỉ thị số 77-CT/TU", "implements")))
    assert heading(page).split("\n") == ["Hội nghị sơ kết Chỉ thị số 77-CT/TU", "thực hiện", "Chỉ thị 77-CT/TU"]
    assert page.locator("#card blockquote").all_inner_texts() == ["Hội nghị sơ kết Chỉ thị số 77-CT/TU"]
    assert "Sơ kết Chỉ thị 77, đăng 2/10/2024" in page.inner_text("#card figcaption")


def test_a_derived_edge_names_its_rule_and_its_grounds(page: Page) -> None:
    page.mouse.click(*middle_of(page, edge_id(page, "Quận Hải Châu", "runsCampaign")))
    assert "Suy ra theo quy tắc “runs-by-jurisdiction”, dựa trên:" in page.inner_text("#card")
    assert page.locator(".grounds blockquote").all_inner_texts() == [
        "Tại hội nghị, Quận uỷ phát động Hội thi “Sông Hàn trong tim tôi” lần thứ II."
    ]


def test_background_knowledge_says_so(page: Page) -> None:
    page.mouse.click(*middle_of(page, edge_id(page, "Quận Hải Châu", "within")))
    assert "Kiến thức nền" in page.inner_text("#card") and page.locator("#card blockquote").count() == 0


def test_articles_are_linked_only_to_the_web_and_without_referrer(page: Page) -> None:
    page.mouse.click(*point_of(page, node_id(page, "Lâm Thị Yến")))
    link = page.locator("#card figcaption a").first
    assert link.get_attribute("href") == "https://example.org/tin/a1.html"
    assert set((link.get_attribute("rel") or "").split()) == {"noopener", "noreferrer"}


def test_the_language_changes_without_loading_anew(page: Page) -> None:
    page.mouse.click(*point_of(page, node_id(page, "Đỗ Trường Thọ")))
    page.evaluate("window.same = true")
    page.get_by_role("button", name="English").click()
    assert page.evaluate("window.same")
    assert page.get_attribute("html", "lang") == "en"
    assert "Positions by the day that shows them" in page.inner_text("#card")
    assert "Secretary" in page.inner_text("#card") and "19 March 2024" in page.inner_text("#card")
    assert page.inner_text("#lede") == "3 articles, published from 20 March 2024 to 2 October 2024"
    assert heading(page) == "Đỗ Trường Thọ"


def test_what_is_chosen_is_shown_even_if_its_class_was_off(page: Page) -> None:
    page.get_by_label("Cán bộ").uncheck()
    page.fill("#query", "lam thi yen")
    page.keyboard.press("Enter")
    assert page.get_by_label("Cán bộ").is_checked()


def test_hovering_tells_the_full_name_and_the_relation(page: Page) -> None:
    page.mouse.move(*point_of(page, node_id(page, "Hội nghị triển khai Kế hoạch số 112-KH/QU")))
    assert page.inner_text("#tip") == "Hội nghị triển khai Kế hoạch số 112-KH/QU · Sự kiện · 19/3/2024"
    page.mouse.move(*middle_of(page, edge_id(page, "Chỉ thị 77-CT/TU", "issuedBy")))
    assert page.inner_text("#tip") == "Chỉ thị 77-CT/TU được ban hành bởi Thành ủy Đà Nẵng"


def test_a_node_has_an_address(page: Page, opened: Opener, sample: Graph) -> None:
    page.mouse.click(*point_of(page, node_id(page, "Đỗ Trường Thọ")))
    address = page.evaluate("location.hash")
    assert address == "#official/do-truong-tho"
    assert heading(opened(make_page(sample), address=address)) == "Đỗ Trường Thọ"


def test_every_control_has_a_name_and_the_tab_order_is_that_of_the_text(page: Page) -> None:
    nameless = """() => [...document.querySelectorAll("button, input, a, summary")].filter((control) =>
      !(control.getAttribute("aria-label") || control.textContent.trim() || control.labels?.[0]?.textContent.trim())).length"""
    assert page.evaluate(nameless) == 0
    assert page.evaluate("[...document.querySelectorAll('[tabindex]')].filter((each) => each.tabIndex > 0).length") == 0
    seen = []
    for _ in range(4):
        page.keyboard.press("Tab")
        seen.append(page.evaluate("document.activeElement.className || document.activeElement.id || document.activeElement.lang"))
    assert seen == ["skip", "query", "vi", "en"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_phone_needs_no_sideways_scrolling(opened: Opener, sample: Graph, scheme: str) -> None:
    page = opened(make_page(sample), width=360, height=740, scheme=scheme)
    page.fill("#query", "do truong tho")
    page.keyboard.press("Enter")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert page.locator("#card h2").is_visible()


def test_a_cut_graph_says_what_is_missing(opened: Opener, sample: Graph) -> None:
    assert "Hiện 5 / 15 nút" in opened(make_page(sample, cap=5)).inner_text("#card")


def test_an_empty_graph_opens(opened: Opener, tmp_path: Path) -> None:
    empty = tmp_path / "empty.nq"
    empty.write_text("", encoding="utf-8")
    page = opened(make_page(Graph.load(empty)))
    assert page.inner_text("#lede") == "0 bài báo, không rõ ngày đăng"
