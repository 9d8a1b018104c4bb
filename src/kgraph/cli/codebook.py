"""What the columns of the table of risks mean; the words stand in codebook.toml."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path


def codebook(lang: str) -> tuple[dict[str, str], ...]:
    """One record for each column, in the order of the table: its name, the type of its values, and what it means.

    >>> codebook("en")[0]
    {'column': 'unit', 'type': 'IRI', 'meaning': 'The unit, by its name in the graph.'}
    """
    return tuple({"column": name, "type": said["type"], "meaning": said[lang]} for name, said in _columns().items())


@cache
def _columns() -> dict[str, dict[str, str]]:
    return tomllib.loads((Path(__file__).parent / "codebook.toml").read_text(encoding="utf-8"))
