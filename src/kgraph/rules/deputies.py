"""Deputies in session: who is named behind “đại biểu” where an article tells of a session of a council or of the National Assembly."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from operator import attrgetter

from kgraph.lexicon import Lexicon
from kgraph.rules.appointments import Given
from kgraph.rules.names import NameMention
from kgraph.rules.organizations import BodyMention, Naming
from kgraph.rules.titles import Position
from kgraph.scan import Page

_SEATS = {"hdnd": "role/dai-bieu-hdnd", "quoc-hoi": "role/dai-bieu-quoc-hoi"}
_SESSIONS = ("ky-hop", "phien-hop")
_BEFORE = 12


def find_deputies(page: Page, names: Sequence[NameMention], bodies: Sequence[BodyMention], naming: Naming) -> Iterator[Given]:
    """A seat for everybody named right behind a word for a deputy, in the assembly named last before, once a session is spoken of.

    Without one the bracket behind a name must say where its bearer was elected.
    """
    session = next((m.begin for m in page.of("event") if m.entry.concept in _SESSIONS), len(page.text))
    assemblies = [b for b in bodies if b.organization.kind in _SEATS]
    if not assemblies:
        return
    for n, name in enumerate(names):
        word = _deputy(naming.lexicon).search(page.folded, max(name.lead - _BEFORE, 0), name.lead)
        last = bisect_right(assemblies, name.begin, key=attrgetter("end")) - 1
        if word is None or last < 0 or (session > name.begin and not _has_seat_of(page, name.end, naming.lexicon)):
            continue
        body = assemblies[last].organization
        role = naming.lexicon.entry(_SEATS[body.kind])
        held_in = None if role.key("alone") else body
        position = Position(word.start(), name.end, role, held_in, former=False, sure=False, plural=False)
        yield Given(n, name.end, ((position, "held"),), "officials.deputy")


def _has_seat_of(page: Page, end: int, lexicon: Lexicon) -> bool:
    """Whether a bracket behind a name says in which province it was elected (“đại biểu A (Bến Tre)”)."""
    bracket = _bracket(lexicon).match(page.folded, end)
    place = page.at("unit", bracket.end()) if bracket else None
    return place is not None and page.text.startswith(")", place.end)


@cache
def _deputy(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\b{lexicon.alternation('sign/deputy')} $")


@cache
def _bracket(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf" \((?:{lexicon.alternation('sign/constituency')} )?")
