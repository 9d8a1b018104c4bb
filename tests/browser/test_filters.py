"""Filters: what goes, what stays, what the figures say, and how the reader gets everything back."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.browser


@pytest.fixture
def filters(page: Page) -> Page:
    """The page with its filters open."""
    page.locator("#filter").click()
    return page


def shown(page: Page) -> set[str]:
    return set(page.evaluate("scene.nodes.map(({ id }) => nodes.get(id).label)"))


def relations(page: Page) -> set[str]:
    return set(page.evaluate("scene.edges.map((edge) => edge.relation)"))


def slide(page: Page, end: str, month: str) -> None:
    page.evaluate(
        """([end, month]) => {
          const range = document.querySelector(`[data-end=${end}]`);
          range.value = monthOf(`${month}-01`);
          range.dispatchEvent(new Event("input", { bubbles: true }));
        }""",
        [end, month],
    )


def test_a_class_is_switched_off_in_the_key(page: Page) -> None:
    page.locator("#key").get_by_label("Cán bộ").uncheck()
    assert not {"Đỗ Trường Thọ", "Lâm Thị Yến"} & shown(page)
    assert page.inner_text("#status") == "12 / 15 nút · 13 / 20 quan hệ"
    assert page.inner_text("#filter") == "Lọc (1)"
    page.locator("#key").get_by_label("Cán bộ").check()
    assert page.inner_text("#status") == "15 nút · 20 quan hệ" and page.inner_text("#filter") == "Lọc"


def test_a_relation_is_switched_off(filters: Page) -> None:
    filters.locator("#filters").get_by_label("Chủ trì").uncheck()
    assert "chaired" not in relations(filters) and len(shown(filters)) == 15


def test_a_place_keeps_what_lies_in_it_and_who_had_to_do_with_it(filters: Page) -> None:
    filters.select_option("[name=place]", label=filters.locator("[name=place] option", has_text="Quận Hải Châu").inner_text())
    kept = shown(filters)
    assert {"Quận Hải Châu", "Quận ủy Hải Châu", "Đỗ Trường Thọ"} <= kept
    assert not {"Quận Thanh Khê", "Huyện ủy Vân Sơn", "Hoàng Mai Ngân"} & kept


def test_a_time_range_keeps_what_happened_in_it(filters: Page) -> None:
    assert filters.inner_text("output") == "tháng 3/2024 – tháng 10/2024"
    slide(filters, "to", "2024-04")
    assert filters.inner_text("output") == "tháng 3/2024 – tháng 4/2024"
    assert "Hội nghị sơ kết Chỉ thị số 77-CT/TU" not in shown(filters)
    assert {"Hội nghị triển khai Kế hoạch số 112-KH/QU", "Lâm Thị Yến"} <= shown(filters)
    slide(filters, "to", "2024-10")
    assert len(shown(filters)) == 15


def test_the_handles_are_moved_by_keys_and_never_cross(filters: Page) -> None:
    start = filters.locator("[data-end=from]")
    start.focus()
    for _ in range(20):
        filters.keyboard.press("ArrowRight")
    assert start.get_attribute("aria-valuetext") == "tháng 10/2024"
    assert filters.inner_text("output") == "tháng 10/2024 – tháng 10/2024"
    assert start.get_attribute("aria-label") == "Từ tháng"


def test_confidence_and_source_are_filters_too(filters: Page) -> None:
    filters.select_option("[name=sure]", "0.95")
    assert relations(filters) == {"hasJurisdictionOver", "within"}
    filters.select_option("[name=sure]", "0")
    source = filters.locator("[name=source]")
    assert [option.split(" ")[0] for option in source.locator("option").all_inner_texts()] == ["Mọi", "example.org"]
    source.select_option("example.org")
    assert "Hội nghị sơ kết Chỉ thị số 77-CT/TU" not in shown(filters) and "Lâm Thị Yến" in shown(filters)


def test_figures_follow_the_other_filters(filters: Page) -> None:
    count = filters.locator("[data-count='classesOff Event']")
    assert count.inner_text() == "2"
    slide(filters, "to", "2024-04")
    assert count.inner_text() == "1"


def test_nothing_left_says_why_and_offers_each_way_back(filters: Page) -> None:
    for box in filters.locator("#key input").all():
        box.uncheck()
    slide(filters, "to", "2024-04")
    assert "các bộ lọc cùng nhau loại cả 15 nút" in filters.inner_text("#empty")
    offers = filters.locator("#empty button")
    assert offers.all_inner_texts() == ["Bỏ lọc “Loại” (còn lại 9 nút)", "Bỏ lọc “Thời gian” (còn lại 0 nút)", "Bỏ mọi bộ lọc"]
    offers.last.click()
    assert len(shown(filters)) == 15 and filters.locator("#empty").is_hidden()
    assert filters.locator("#key input:not(:checked)").count() == 0


def test_filters_hold_in_other_views_and_keep_what_a_view_is_about(filters: Page) -> None:
    slide(filters, "to", "2024-04")
    filters.locator("#views [data-view=chain]").click()
    assert "Hội nghị sơ kết Chỉ thị số 77-CT/TU" not in shown(filters) and "Chỉ thị 77-CT/TU" in shown(filters)
    filters.locator("#reset").click()
    assert "Hội nghị sơ kết Chỉ thị số 77-CT/TU" in shown(filters)


def test_escape_closes_the_filters_and_gives_the_focus_back(filters: Page) -> None:
    filters.locator("[name=place]").focus()
    filters.keyboard.press("Escape")
    assert filters.locator("#filters").is_hidden()
    assert filters.evaluate("document.activeElement.id") == "filter"
    assert filters.get_attribute("#filter", "aria-expanded") == "false"
