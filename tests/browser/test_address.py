"""The address restores what was seen; back and forward go through it; nonsense in it does no harm."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from kgraph.store.graph import Graph
from kgraph.view.page import make_page
from kgraph.view.scene import Opening

pytestmark = pytest.mark.browser

Opener = Callable[..., Page]


def heading(page: Page) -> str:
    return page.inner_text("#card h2")


STATE = """() => [state.view, state.focus, state.depth, state.year, state.node, state.edge, state.as, state.language,
  [...state.filters.classesOff], [...state.filters.relationsOff], state.filters.place, state.filters.from, state.filters.to,
  state.filters.sure, state.filters.source, [...state.opened], [...state.closed]]"""

ADDRESSES = (
    "#view=chain&focus=directive/chi-thi-77-ct-tu",
    "#view=circle&focus=official/lam-thi-yen&depth=2&node=official/do-truong-tho",
    "#view=circle&focus=official/lam-thi-yen&opened=event/hoi-nghi-trien-khai",
    "#view=year&focus=unit/quan-hai-chau&year=2024&as=table",
    "#view=together&focus=official/lam-thi-yen",
    "#view=time&lang=en&without=Event%7CVenue&not=attended&from=2024-03&to=2024-05",
    "#place=unit/quan-hai-chau&sure=0.9&source=example.org",
    "#edge=official/lam-thi-yen%20attended%20event/hoi-nghi-trien-khai",
    "#official/do-truong-tho",
)


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_address_restores_the_view_and_stays_as_it_is(opened: Opener, sample: Graph, address: str) -> None:
    text = make_page(sample)
    page = opened(text, address=address)
    assert page.evaluate("location.hash") == address.replace("Venue", "").replace("%7C&", "&")
    again = opened(text, address=page.evaluate("location.hash"))
    assert again.evaluate(STATE) == page.evaluate(STATE)


def test_the_address_follows_what_is_done_and_restores_it(page: Page, opened: Opener, sample: Graph) -> None:
    page.locator("#views [data-view=circle]").click()
    page.select_option("#subject [name=focus]", label="Lâm Thị Yến")
    page.locator("#key").get_by_label("Tổ chức").uncheck()
    page.get_by_role("button", name="English").click()
    copy = opened(make_page(sample), address=page.evaluate("location.hash"))
    assert copy.evaluate(STATE) == page.evaluate(STATE)
    assert copy.get_attribute("html", "lang") == "en" and not copy.locator("#key").get_by_label("Organisation").is_checked()


def test_back_and_forward_go_through_what_was_seen(page: Page) -> None:
    page.locator("#views [data-view=chain]").click()
    page.locator("#views [data-view=together]").click()
    page.locator("#card .community").first.click()
    assert page.evaluate("Boolean(state.edge)")
    page.go_back()
    assert page.evaluate("[state.view, state.edge]") == ["together", None]
    page.go_back()
    assert page.evaluate("state.view") == "chain" and page.locator("#views [aria-current]").get_attribute("data-view") == "chain"
    page.go_back()
    assert page.evaluate("state.view") == "levels"
    page.go_forward()
    assert page.evaluate("state.view") == "chain" and heading(page) == "Chỉ thị 77-CT/TU"


@pytest.mark.parametrize(
    "address",
    [
        "#view=__proto__&focus=constructor&year=99999&depth=7",
        "#__proto__=1&constructor=2&hasOwnProperty=3&=",
        "#view=chain&focus=%E0%A4%A&node=%",
        "#<img src=x onerror=alarm(1)>",
        "#view=<script>alarm(1)</script>&place=javascript:alarm(1)&from=2024-13&to=x&sure=9&source=%00",
        "#from=2024-05",
        "#edge=a%20b%20c&opened=x%7Cy",
        "#" + "view=chain&" * 2000,
    ],
)
def test_nonsense_in_an_address_is_left_out(opened: Opener, sample: Graph, address: str) -> None:
    page = opened(make_page(sample), address=address)
    assert page.evaluate("scene.nodes.length") > 0
    assert page.evaluate("inUse(state.filters).length") == 0


def test_a_page_opens_on_the_view_it_was_made_for(opened: Opener, sample: Graph) -> None:
    page = opened(make_page(sample, opening=Opening("chain", "https://w3id.org/kgraph-vn/id/directive/ke-hoach-112-kh-qu")))
    assert page.evaluate("state.view") == "chain" and heading(page) == "Kế hoạch 112-KH/QU"
