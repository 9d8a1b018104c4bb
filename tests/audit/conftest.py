"""An extractor with the lexicon that is shipped, and the trace of a text."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kgraph.extract import Extractor, Trace, open_extractor
from kgraph.model import Article

Traced = Callable[..., Trace]


@pytest.fixture(scope="session")
def extractor() -> Extractor:
    return open_extractor()


@pytest.fixture
def trace(extractor: Extractor) -> Traced:
    """trace(text): what is made of an article with this text behind a title."""
    return lambda text: extractor.trace(Article(id="a1", text=f"Tin trong quận\n{text}\n", published="2024-12-16"))
