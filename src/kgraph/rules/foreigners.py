"""People of other States, who hold no post in a body of Viet Nam: by the country between title and name, or by the letters of the name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from kgraph.lexicon import Lexicon
from kgraph.rules.bodies import foreign
from kgraph.rules.names import NameMention
from kgraph.rules.titles import Position
from kgraph.scan import Page
from kgraph.text import fold

_LETTERS = re.compile(r"[fjwz]", re.IGNORECASE)
"""Letters that no name of the Kinh has; those of other peoples of the country hold local posts, which stay."""


def find_foreigners(page: Page, names: Sequence[NameMention], lexicon: Lexicon) -> frozenset[str]:
    """The folded names of people of other States (“Thủ tướng Trung Quốc Lý Khắc Cường”, “Chủ tịch Quốc hội Esteban Lazo Hernandez”)."""
    behind = set(_behind_countries(page, lexicon))
    return frozenset(fold(n.name) for n in names if n.lead in behind or n.begin in behind or _LETTERS.search(n.name))


def is_national(position: Position, lexicon: Lexicon) -> bool:
    """Whether a post is in a body of the State or the Party of which there is one in the country."""
    if position.role.key("body") or position.role.key("nation"):
        return True
    entry = lexicon.by_id.get(f"organization/{position.organization.kind}") if position.organization else None
    return entry is not None and entry.key("shape") == "central"


def _behind_countries(page: Page, lexicon: Lexicon) -> Iterator[int]:
    """Where the word begins behind each role and the country that it is of, a field between them or not."""
    for m in page.of("role"):
        field = page.at("field", m.end + 1)
        for end in (m.end, field.end) if field else (m.end,):
            if country := _country(lexicon).match(page.folded, end):
                yield country.end()


@cache
def _country(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"(?:{foreign(lexicon).pattern})(?:,? )")
