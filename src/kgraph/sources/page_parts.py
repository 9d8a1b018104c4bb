"""The words of `page_parts.toml`: what the parts of a web page are, by their tags and names."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path


@cache
def page_parts() -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """The words by section and use."""
    loaded = tomllib.loads((Path(__file__).parent / "page_parts.toml").read_text(encoding="utf-8"))
    return {section: {use: tuple(words) for use, words in uses.items()} for section, uses in loaded.items()}


def tags(use: str) -> tuple[str, ...]:
    """The tags of one use.

    >>> "script" in tags("never")
    True
    """
    return page_parts()["tags"][use]
