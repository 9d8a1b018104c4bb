"""The server's pages in a browser: nothing is asked of another machine, and a competency question shows its rows."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[2]
WATCH = """
window.broken = [];
document.addEventListener("securitypolicyviolation", (event) => window.broken.push(`${event.violatedDirective} ${event.blockedURI}`));
"""
PERSON = "id/official/pham5-thanh-hoc5--ban-tuyen-giao-thanh-uy-ha-noi"


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """A server over the seeds."""
    command = [sys.executable, "-m", "kgraph", "--lang", "en", "serve", "--port", "0", "--graph", str(ROOT / "exports")]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr
        said = process.stderr.readline()
        assert "serving at" in said, said
        yield said.split()[2]
        process.terminate()


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """A page; when the test ends nothing must have been asked of another machine, gone wrong, or been against the policy."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="vi-VN", reduced_motion="reduce")
    context.add_init_script(WATCH)
    opened = context.new_page()
    requests: list[str] = []
    errors: list[str] = []
    context.on("request", lambda request: requests.append(request.url))
    opened.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    opened.on("pageerror", lambda error: errors.append(str(error)))
    yield opened
    assert [url for url in requests if not url.startswith((address, "data:", "blob:"))] == []
    assert errors == []
    assert opened.evaluate("window.broken") == []
    context.close()


def test_a_competency_question_shows_its_rows(page: Page, address: str) -> None:
    page.goto(f"{address}query")
    page.select_option("#questions", "17")
    page.wait_for_selector(".yasr table tbody tr")
    assert page.locator(".yasr table tbody tr").count() >= 2
    assert "kg:attended" in page.locator(".yasqe:visible .CodeMirror-code").inner_text()


def test_a_query_written_by_hand(page: Page, address: str) -> None:
    page.goto(f"{address}query")
    page.wait_for_selector(".yasqe .CodeMirror")
    page.evaluate("document.querySelector('.yasqe .CodeMirror').CodeMirror.setValue('SELECT ?n { ?e a kg:Event ; rdfs:label ?n }')")
    page.click(".yasqe_queryButton")
    page.wait_for_selector(".yasr table tbody tr")
    page.click(".select_response")
    page.wait_for_selector(".yasr .CodeMirror")


def test_a_question_that_cannot_be_answered_says_why(page: Page, address: str) -> None:
    page.goto(f"{address}query#8")
    expect(page.locator("#why")).to_have_text(re.compile(r".{21,}"))


def test_from_the_first_page_to_the_sentence(page: Page, address: str) -> None:
    page.goto(address)
    page.fill("header input[type=search]", "pham thanh hoc")
    page.keyboard.press("Enter")
    page.click("text=Phạm Thanh Học")
    assert page.url == address + PERSON
    assert page.locator("mark").first.inner_text() == "Phạm Thanh Học"
    page.click("footer a[hreflang=en]")
    assert page.locator("html").get_attribute("lang") == "en"


def test_the_picture_runs_under_its_own_policy(page: Page, address: str) -> None:
    page.goto(f"{address}graph.html")
    page.wait_for_selector("canvas")


def test_the_pages_have_no_barrier(page: Page, address: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    for path in ("", PERSON, "search?q=ha+noi"):
        page.goto(address + path)
        found = json.loads(json.dumps(axe.run(page).response["violations"]))
        assert [(rule["id"], rule["nodes"][0]["html"]) for rule in found] == []
