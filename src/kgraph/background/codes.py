"""The closed code lists, which are complete in the ontology: the level of a unit, the status of a post, …"""

from __future__ import annotations

import tomllib
from functools import cache

from kgraph.settings import ontology_folder


@cache
def code_lists() -> dict[str, dict[str, tuple[str, str]]]:
    """Scheme -> its slugs -> their Vietnamese and English labels.

    >>> code_lists()["level"]["commune"][1]
    'commune level'
    """
    text = (ontology_folder() / "codes.toml").read_text(encoding="utf-8")
    return {scheme: {slug: (of["vi"], of["en"]) for slug, of in slugs.items()} for scheme, slugs in tomllib.loads(text).items()}
