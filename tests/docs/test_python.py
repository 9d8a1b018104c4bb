"""What the documentation shows at a Python prompt is what happens."""

from __future__ import annotations

import doctest
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BLOCK = re.compile(r"^```pycon\n(.*?)^```$", re.DOTALL | re.MULTILINE)
PAGES = [page for page in (ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))) if BLOCK.search(page.read_text("utf-8"))]


def test_there_are_such_pages() -> None:
    assert ROOT / "docs" / "how-to" / "use-from-python.md" in PAGES


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_session_goes_as_the_page_shows(page: Path, workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """All blocks of a page are one session."""
    pytest.importorskip("pandas")
    monkeypatch.chdir(workspace)
    session = "\n".join(BLOCK.findall(page.read_text("utf-8")))
    test = doctest.DocTestParser().get_doctest(session, {}, page.name, str(page), 0)
    said: list[str] = []
    doctest.DocTestRunner(optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE).run(test, out=said.append)
    assert not said, "".join(said)
