"""A browser for the tests of this folder: offline, with a log of requests, errors and violations of a page's policy."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from kgraph.store.graph import Graph
from kgraph.view.page import make_page

ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
WATCH = """
window.ran = [];
window.alarm = (what) => window.ran.push(String(what));
for (const name of ["alert", "confirm", "prompt", "open"]) window[name] = () => window.ran.push(name);
document.addEventListener("securitypolicyviolation", (event) => window.ran.push(`policy: ${event.violatedDirective}`));
"""

Opener = Callable[..., Page]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium; where it is missing the tests are skipped, except in CI, where that is a fault."""
    program = shutil.which("chromium")
    if program is None:
        message = "Chromium is missing: apt install chromium"
        if os.environ.get("CI") == "true":
            pytest.fail(message)
        pytest.skip(message)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=list(ARGUMENTS))
        yield browser
        browser.close()


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Opener]:
    """Opens the text of a page from a file; when the test ends, nothing must have been asked for, gone wrong or run."""
    pages: list[tuple[Page, str, list[str], list[str]]] = []

    def open_page(text: str, *, address: str = "", width: int = 1280, height: int = 800, scheme: str = "light") -> Page:
        path = tmp_path / f"{len(pages)}.html"
        path.write_text(text, encoding="utf-8", newline="\n")
        context = browser.new_context(
            viewport={"width": width, "height": height},
            offline=True,
            reduced_motion="reduce",
            color_scheme=scheme,  # type: ignore[arg-type]
        )
        context.add_init_script(WATCH)
        page = context.new_page()
        requests: list[str] = []
        errors: list[str] = []
        page.on("request", lambda request: requests.append(request.url))
        page.on("console", lambda message: errors.append(message.text))
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(path.as_uri() + address)
        pages.append((page, path.as_uri(), requests, errors))
        return page

    yield open_page
    for page, uri, requests, errors in pages:
        assert [request.partition("#")[0] for request in requests] == [uri]
        assert errors == []
        assert page.evaluate("window.ran") == []
        page.context.close()


@pytest.fixture
def page(opened: Opener, sample: Graph) -> Page:
    """The page of the sample, open."""
    return opened(make_page(sample))
