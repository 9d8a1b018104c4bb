"""Printings of texts, as the extractor makes them."""

from __future__ import annotations

import runpy
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from kgraph.extract import open_extractor
from kgraph.identity.printing import Printing, printing_of
from kgraph.model import Article
from kgraph.text import normalize


@pytest.fixture(scope="session")
def texts() -> SimpleNamespace:
    """What stands in `release.py`."""
    return SimpleNamespace(**runpy.run_path(str(Path(__file__).with_name("release.py"))))


@pytest.fixture(scope="session")
def printing() -> Callable[..., Printing]:
    """The printing of a text under an identifier, published on a day or not."""
    extractor = open_extractor()

    def made(id: str, text: str, published: str | None = None) -> Printing:
        return printing_of(extractor.extract(Article(id=id, text=normalize(text), published=published)))

    return made
