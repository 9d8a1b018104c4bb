"""axe-core finds nothing (WCAG 2.2 A and AA, best practices) in any view, as drawing and as table, light and dark, in both languages."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

import kgraph.view
from kgraph.store.graph import Graph
from kgraph.view.page import make_page

axe = pytest.importorskip("axe_playwright_python.base")

pytestmark = pytest.mark.browser

Opener = Callable[..., Page]

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
VIEWS = ("levels", "communities", "time", "chain", "circle", "year", "together")


def violations(page: Page) -> list[str]:
    found = page.evaluate("(tags) => axe.run(document, { runOnly: tags, resultTypes: ['violations'] })", TAGS)
    return [f"{each['id']}: {node['html'][:160]} {node['failureSummary'][:200]}" for each in found["violations"] for node in each["nodes"]]


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_any_view(opened: Opener, sample: Graph, scheme: str, lang: str) -> None:
    page = opened(make_page(sample, lang=lang), scheme=scheme)
    page.evaluate(axe.AXE_SCRIPT)
    assert violations(page) == []
    for view in VIEWS:
        page.evaluate("(view) => enter(view, null)", view)
        page.evaluate("(as) => go({ as })", "picture" if VIEWS.index(view) % 2 else "table")
        assert violations(page) == [], view


def test_axe_finds_nothing_in_cards_filters_search_and_empty_views(opened: Opener, sample: Graph) -> None:
    page = opened(make_page(sample))
    page.evaluate(axe.AXE_SCRIPT)
    for label in ("Đỗ Trường Thọ", "Quận Hải Châu", "Hội nghị triển khai Kế hoạch số 112-KH/QU", "Kế hoạch 112-KH/QU"):
        page.evaluate("(label) => show({ node: data.nodes.find((node) => node.label === label).id })", label)
        assert violations(page) == [], label
    page.evaluate("show({ edge: data.edges.find((edge) => edge.relation === 'chaired').id })")
    assert violations(page) == []
    page.fill("#query", "hai chau")
    page.locator("#filter").click()
    page.fill("#query", "hai chau")
    assert violations(page) == []
    page.evaluate("filter({ classesOff: new Set(classesHere) })")
    assert violations(page) == []


def test_axe_finds_nothing_on_a_phone(opened: Opener, sample: Graph) -> None:
    page = opened(make_page(sample), width=390, height=844)
    page.evaluate(axe.AXE_SCRIPT)
    for view in ("levels", "chain"):
        page.evaluate("(view) => enter(view, null)", view)
        assert violations(page) == []


@pytest.mark.parametrize("width", [320, 390, 768])
def test_no_view_scrolls_sideways(opened: Opener, sample: Graph, width: int) -> None:
    page = opened(make_page(sample), width=width, height=844)
    for view in VIEWS:
        for how in ("picture", "table"):
            page.evaluate("([view, as]) => { enter(view, null); go({ as }); }", [view, how])
            assert page.evaluate("document.documentElement.scrollWidth") <= width, (view, how)
    page.locator("#filter").click()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_controls_are_large_enough_to_hit(opened: Opener, sample: Graph) -> None:
    page = opened(make_page(sample), width=390, height=844)
    page.locator("#filter").click()
    page.evaluate("show({ node: data.nodes.find((node) => node.titles.length).id })")
    small = page.evaluate(
        """() => [...document.querySelectorAll("button, select, input, summary")].filter((each) => {
          const { width, height } = (each.closest("label") ?? each).getBoundingClientRect();
          return width && (height < 24 || width < 24) && !each.closest(".unseen") && !each.closest("p, li");
        }).map((each) => each.outerHTML.slice(0, 90))"""
    )
    assert small == []


def test_paper_is_light_and_shows_no_controls(opened: Opener, sample: Graph) -> None:
    page = opened(make_page(sample), scheme="dark", address="#view=chain")
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--paper').trim()") == "#ffffff"
    for control in ("#views", "#query", ".zoom", ".languages", "#filter", ".doors"):
        assert not page.locator(control).first.is_visible()
    assert page.locator("#canvas canvas").is_visible() and page.locator(".steps blockquote").first.is_visible()
    assert page.evaluate("palette.get('paper')") == "#ffffff"


# ---- contrast of what axe cannot see: the symbols and lines on the canvas

CSS = (Path(kgraph.view.__file__).parent / "web" / "page.css").read_text(encoding="utf-8")
TOKENS = [dict(re.findall(r"--(\w+): (#[0-9a-f]{6})", block)) for block in re.findall(r":root \{(.*?)\}", CSS, re.DOTALL)]
CLASSES = ("Official", "Person", "Organization", "AdministrativeUnit", "Venue", "Directive", "Campaign", "Event", "Thing")


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("tokens", TOKENS, ids=["light", "dark", "print"])
def test_colours_stand_out_from_every_ground(tokens: dict[str, str]) -> None:
    grounds = [tokens[name] for name in ("paper", "sheet", "hull")]
    assert min(contrast(tokens[name], ground) for name in ("ink", "muted", "accent") for ground in grounds) >= 4.5
    assert min(contrast(tokens[name], ground) for name in (*CLASSES, "edge") for ground in grounds) >= 3
    assert contrast(tokens["ink"], tokens["mark"]) >= 4.5


def seen_by_deuteranopes(colour: str) -> tuple[float, ...]:
    """Linear RGB as seen without green cones (Viénot, Brettel and Mollon 1999)."""
    red, green, blue = (((int(colour[i : i + 2], 16) / 255 + 0.055) / 1.055) ** 2.4 for i in (1, 3, 5))
    return (0.29275 * red + 0.70725 * green, 0.29275 * red + 0.70725 * green, -0.02234 * red + 0.02234 * green + blue)


def test_no_two_classes_share_both_shape_and_colour_for_the_colour_blind(page: Page) -> None:
    shapes = {node["group"]: node["shape"] for node in page.evaluate("data.drawing.nodes")}
    for one in shapes:
        for other in shapes:
            if one < other and shapes[one] == shapes[other]:
                a, b = (seen_by_deuteranopes(TOKENS[0][name]) for name in (one, other))
                assert sum((x - y) ** 2 for x, y in zip(a, b, strict=True)) > 0.01
