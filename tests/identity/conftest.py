"""Printings of texts, as the extractor makes them."""

from __future__ import annotations

import runpy
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from kgraph.extract import Extractor, open_extractor
from kgraph.identity.printing import Printing, printing_of
from kgraph.lexicon import Lexicon
from kgraph.model import Article, Findings
from kgraph.text import normalize


@pytest.fixture(scope="session")
def texts() -> SimpleNamespace:
    """What stands in `release.py`."""
    return SimpleNamespace(**runpy.run_path(str(Path(__file__).with_name("release.py"))))


@pytest.fixture(scope="session")
def extractor() -> Extractor:
    """The extractor with the lexicon and the gazetteer that are shipped."""
    return open_extractor()


@pytest.fixture(scope="session")
def lexicon(extractor: Extractor) -> Lexicon:
    """The lexicon that is shipped."""
    return extractor.lexicon


@pytest.fixture(scope="session")
def read(extractor: Extractor) -> Callable[..., Findings]:
    """The findings of a text, published on a day or not, under an identifier."""
    return lambda text, published=None, id="a": extractor.extract(Article(id=id, text=normalize(text), published=published))


@pytest.fixture(scope="session")
def printing(extractor: Extractor) -> Callable[..., Printing]:
    """The printing of a text under an identifier, published on a day or not."""

    def made(id: str, text: str, published: str | None = None) -> Printing:
        return printing_of(extractor.extract(Article(id=id, text=normalize(text), published=published)))

    return made
