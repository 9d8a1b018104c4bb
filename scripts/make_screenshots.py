"""Takes the pictures of the page in docs/images/: each view of the seeds' page, dark, on a phone, and of a large graph if one is given.

python scripts/make_screenshots.py            the seeds (exports/graph.nq)
python scripts/make_screenshots.py GRAPH      also the overview and the axis of time of a large graph

Chromium is needed. The pictures are looked at by eye, not compared: another version of a browser draws other pixels.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Literal, NamedTuple, get_args

from playwright.sync_api import Browser, sync_playwright

from kgraph.store.graph import Graph
from kgraph.view.page import make_page
from kgraph.view.scene import Opening, View

ROOT = Path(__file__).parents[1]
IMAGES = ROOT / "docs" / "images"
LARGEST = 300_000
"""Bytes of a picture at most."""

DESK, PHONE = (1200, 750), (390, 780)


class Shot(NamedTuple):
    """A picture by its name: the page that it shows, the size of the window and the scheme of colours."""

    name: str
    page: str
    window: tuple[int, int] = DESK
    scheme: Literal["light", "dark"] = "light"


def main() -> int:
    """Takes all pictures; 1 where one is too large."""
    program = shutil.which("chromium")
    if program is None:
        print("Chromium is missing: apt install chromium")
        return 2
    IMAGES.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        sizes = {shot.name: _taken(browser, shot) for shot in _shots(sys.argv[1:])}
        browser.close()
    for name, size in sizes.items():
        print(f"{name}: {size // 1000} kB{' TOO LARGE' if size > LARGEST else ''}")
    return int(max(sizes.values()) > LARGEST)


def _shots(large: list[str]) -> Iterator[Shot]:
    seeds = Graph.load(ROOT / "exports" / "graph.nq")
    for view in get_args(View):
        yield Shot(f"page-{view}.png", make_page(seeds, opening=Opening(view)))
    overview = make_page(seeds)
    yield Shot("page-dark.png", overview, scheme="dark")
    yield Shot("page-phone.png", overview, window=PHONE)
    for path in large:
        graph = Graph.load(Path(path))
        yield Shot("page-large-levels.png", make_page(graph))
        yield Shot("page-large-time.png", make_page(graph, opening=Opening("time")))


def _taken(browser: Browser, shot: Shot) -> int:
    """The bytes of a picture that was taken."""
    width, height = shot.window
    context = browser.new_context(
        viewport={"width": width, "height": height}, color_scheme=shot.scheme, offline=True, reduced_motion="reduce", locale="vi-VN"
    )
    with tempfile.TemporaryDirectory() as room:
        file = Path(room) / "page.html"
        file.write_text(shot.page, encoding="utf-8")
        page = context.new_page()
        page.goto(file.as_uri())
        page.wait_for_timeout(1_500)
        page.screenshot(path=IMAGES / shot.name)
    context.close()
    return (IMAGES / shot.name).stat().st_size


if __name__ == "__main__":
    sys.exit(main())
