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

_TITLE = re.compile(r",? (?:[-–] )?")
_GAP = 4
_LETTERS = re.compile(r"[fjwz]", re.IGNORECASE)
"""Letters that no name of the Kinh has; those of other peoples of the country hold local posts, which stay."""


def find_foreigners(page: Page, names: Sequence[NameMention], lexicon: Lexicon) -> frozenset[str]:
    """The folded names of people of other States (“Thủ tướng Trung Quốc Lý Khắc Cường”, “Chủ tịch Quốc hội Esteban Lazo Hernandez”)."""
    titles = list(_titles_abroad(page, lexicon))
    named = {at for n in names for at in (n.lead, n.begin)}
    behind, before = (
        {end for _, end in titles},
        {begin for begin, end in titles if end not in named and not page.text[end : end + 1].isupper()},
    )
    return frozenset(
        fold(n.name)
        for n in names
        if n.lead in behind or n.begin in behind or _LETTERS.search(n.name) or _title_begin(page, n.end) in before
    )


def is_national(position: Position, lexicon: Lexicon) -> bool:
    """Whether a post is in a body of the State or the Party of which there is one in the country."""
    if position.role.key("body") or position.role.key("nation"):
        return True
    entry = lexicon.by_id.get(f"organization/{position.organization.kind}") if position.organization else None
    return entry is not None and entry.key("shape") == "central"


def _title_begin(page: Page, end: int) -> int | None:
    """Where a title can begin behind a name (“Angela Merkel, Thủ tướng Đức”)."""
    gap = _TITLE.match(page.text, end, end + _GAP)
    return gap.end() if gap else None


def _titles_abroad(page: Page, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Where each role of a country begins and the word behind it, a field between role and country or not."""
    for m in page.of("role"):
        field = page.at("field", m.end + 1)
        for end in (m.end, field.end) if field else (m.end,):
            if country := _country(lexicon).match(page.folded, end):
                yield m.begin, country.end()
        if m.entry.key("body") and page.text[m.end + 1 : m.end + 2].isupper() and (short := _short(lexicon).match(page.folded, m.end)):
            yield m.begin, short.end()


@cache
def _country(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"(?:{foreign(lexicon).pattern})(?:,? )")


@cache
def _short(lexicon: Lexicon) -> re.Pattern[str]:
    """Countries that are called by what is also a given name: only behind the title of one who leads a State."""
    return re.compile(rf" {lexicon.alternation('sign/short-country')}\b ?")
