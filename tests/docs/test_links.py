"""Every link between pages leads to a page, and to a heading that it has."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md"))]
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)


def anchors(text: str) -> set[str]:
    """The anchors of a page's headings.

    >>> anchors("# Ask it: `kgraph query`")
    {'ask-it-kgraph-query'}
    """
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in HEADING.findall(text)}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    inner = [link for link in LINK.findall(page.read_text("utf-8")) if not link.startswith(("http://", "https://", "mailto:"))]
    for link in inner:
        name, _, anchor = link.partition("#")
        target = (page.parent / name) if name else page
        assert target.exists(), f"{page.name} links to {link}"
        assert not anchor or anchor in anchors(target.read_text("utf-8")), f"{page.name} links to {link}"


def test_every_page_can_be_reached_from_the_index() -> None:
    linked = {
        (page.parent / link.partition("#")[0]).resolve()
        for page in PAGES
        for link in LINK.findall(page.read_text("utf-8"))
        if "://" not in link
    }
    assert [
        str(page.relative_to(ROOT)) for page in PAGES if page.parent != ROOT and page.resolve() not in linked and page.name != "index.md"
    ] == []
