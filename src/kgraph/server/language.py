"""The reader's language and the words of the pages in it."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from kgraph.store.labels import term_labels

Language = Literal["vi", "en"]


@dataclass(frozen=True, slots=True)
class Words:
    """One of the two languages: words of the pages by key, labels of the ontology by IRI."""

    lang: Language

    def say(self, key: str, **values: object) -> str:
        """Words of a page with their values set in.

        >>> Words("en").say("found", count=3)
        '3 results'
        """
        said: str = _catalogue()[key][self.lang]
        return said.format(**values)

    def term(self, iri: str) -> str:
        """What the ontology calls a class, relation or concept; its own name where it has no label.

        >>> Words("en").term("https://w3id.org/kgraph-vn/ns#attended"), Words("en").term("http://e.org/ns#such")
        ('attended', 'such')
        """
        return _labels(self.lang).get(iri) or iri.rstrip("/").rpartition("#")[2].rpartition("/")[2]


def preferred(query: str | None, accept: str) -> Language:
    """The language asked for in the address, else English for those whose browser prefers it to Vietnamese, else Vietnamese.

    >>> preferred(None, "en-GB,en;q=0.9"), preferred("vi", "en"), preferred(None, "fr,vi;q=0.8,en;q=0.5"), preferred(None, "")
    ('en', 'vi', 'vi', 'vi')
    """
    if query in ("vi", "en"):
        return query  # type: ignore[return-value]
    places = {name: accept.lower().find(name) for name in ("vi", "en")}
    return "en" if places["en"] >= 0 and not 0 <= places["vi"] < places["en"] else "vi"


@cache
def _catalogue() -> dict[str, Any]:
    return tomllib.loads(files("kgraph.server").joinpath("words.toml").read_text(encoding="utf-8"))


@cache
def _labels(lang: Language) -> dict[str, str]:
    return term_labels(lang)
