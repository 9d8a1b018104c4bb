"""The drawing and the page by keyboard alone."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.browser

COLLECT = (
    """() => { const e = document.activeElement; return e.id || e.dataset.view || e.dataset.as || e.lang || e.className || e.tagName; }"""
)


def test_arrows_walk_to_neighbours_enter_opens_escape_goes_back(page: Page) -> None:
    page.focus("#canvas")
    page.keyboard.press("ArrowRight")
    first = page.evaluate("cursor")
    assert first and page.inner_text("#spoken").startswith(page.evaluate("nodes.get(cursor).label"))
    before = page.evaluate("scene.placed.get(cursor)")
    around = page.evaluate("(scene.around.get(cursor) ?? []).map(([, edge]) => across(edge, cursor))")
    for key, side, sign in (("ArrowDown", "y", 1), ("ArrowUp", "y", -1), ("ArrowRight", "x", 1), ("ArrowLeft", "x", -1)):
        page.evaluate("(id) => stand(id)", first)
        page.keyboard.press(key)
        after = page.evaluate("scene.placed.get(cursor)")
        if after["id"] != first:
            assert sign * (after[side] - before[side]) > 0
            ahead = page.evaluate(
                "([ids, side, sign, from]) => ids.some((id) => sign * (scene.placed.get(id)[side] - from) > 0)",
                [around, side, sign, before[side]],
            )
            assert after["id"] in around or not ahead
    label = page.evaluate("nodes.get(cursor).label")
    page.keyboard.press("Enter")
    assert page.inner_text("#card h2") == label and page.evaluate("document.activeElement.tagName") == "H2"
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.id") == "canvas" and page.inner_text("#card h2") == label
    page.keyboard.press("Escape")
    assert page.evaluate("state.node") is None and page.evaluate("cursor") is None


def test_every_view_can_be_walked(page: Page) -> None:
    for view in ("levels", "communities", "time", "chain", "circle", "year", "together"):
        page.locator(f"#views [data-view={view}]").focus()
        page.keyboard.press("Enter")
        page.focus("#canvas")
        seen = set()
        for key in ("ArrowRight", "ArrowDown", "ArrowLeft", "ArrowUp", "ArrowRight", "ArrowRight", "ArrowDown"):
            page.keyboard.press(key)
            seen.add(page.evaluate("cursor"))
        assert len(seen) > 1 and None not in seen, view
        assert page.locator("#tip").is_visible()


def test_zoom_keys(page: Page) -> None:
    page.focus("#canvas")
    before = page.evaluate("network.getScale()")
    page.keyboard.press("+")
    assert page.evaluate("network.getScale()") > before
    page.keyboard.press("0")
    assert page.evaluate("network.getScale()") == pytest.approx(before, rel=0.01)


def test_tab_goes_through_everything_once_in_the_order_of_the_page(page: Page) -> None:
    seen = []
    for _ in range(22):
        page.keyboard.press("Tab")
        seen.append(page.evaluate(COLLECT))
    assert seen[:4] == ["skip", "query", "vi", "en"]
    assert seen[4:11] == ["levels", "communities", "time", "chain", "circle", "year", "together"]
    assert seen[11:18] == ["filter", "picture", "table", "canvas", "zoom-in", "zoom-out", "fit"]


def test_the_focus_is_always_seen(page: Page) -> None:
    for _ in range(30):
        page.keyboard.press("Tab")
        outline = page.evaluate(
            "() => { const s = getComputedStyle(document.activeElement); return [s.outlineStyle, parseFloat(s.outlineWidth)]; }"
        )
        assert outline[0] != "none" and outline[1] >= 2


def test_the_skip_link_leads_to_the_text(page: Page) -> None:
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "reader"
