"""Names in short: a given name behind a form of address or a role (“ông Hà”, “Bí thư Hà”) that one full name of the article ends with."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from operator import attrgetter

from kgraph.rules.names import NameMention
from kgraph.rules.spans import covered
from kgraph.scan import Page, Span
from kgraph.text import UPPER, fold

_GIVEN = re.compile(rf"[{UPPER}][^\W\d_]*(?: [{UPPER}][^\W\d_]*)*")
_SMALL = re.compile(r" [^\W\d_]+")
_LONGEST = 2


def with_short_names(page: Page, names: Sequence[NameMention], taken: Iterable[Span]) -> tuple[NameMention, ...]:
    """The names of a page with those in short, each under the full name it stands for, in text order; no name where two would fit."""
    names = _with_small_word(page, _without_next_word(names))
    full = _by_ending(names)
    blocked = covered(len(page.text), taken)
    widened = [_widened(name, full) for name in names]
    found = (short for short in _shortened(page, full, blocked) if not _touches(widened, short))
    kept: list[NameMention] = []
    for name in sorted([*widened, *found], key=attrgetter("begin")):
        if not kept or name.begin >= kept[-1].end:
            kept.append(name)
    return tuple(kept)


def _without_next_word(names: Sequence[NameMention]) -> list[NameMention]:
    """The names, one that ends with the first word of the next sentence (“Lê Minh Khôi Đúng 8 giờ”) cut where another mention ends."""
    count = Counter(fold(name.name) for name in names)
    return [_cut(name) if _is_longer(fold(name.name), count) else name for name in names]


def _with_small_word(page: Page, names: Sequence[NameMention]) -> list[NameMention]:
    """The names, one whose last syllable bears a small letter by mistake as the full name that the article has elsewhere."""
    known = {fold(name.name): name.name for name in names}
    found: list[NameMention] = []
    for name in names:
        small = _SMALL.match(page.folded, name.end)
        full = known.get(f"{fold(name.name)}{small[0]}") if small else None
        found.append(replace(name, end=small.end(), name=full) if small and full else name)
    return found


def _is_longer(name: str, count: Counter[str]) -> bool:
    shorter = name.rpartition(" ")[0]
    return count[name] == 1 and len(shorter.split()) > _LONGEST and shorter in count


def _cut(name: NameMention) -> NameMention:
    last = len(name.name) - name.name.rindex(" ")
    return replace(name, end=name.end - last, name=name.name[:-last])


def _by_ending(names: Sequence[NameMention]) -> dict[str, set[str]]:
    """Full names by their last one or two syllables, folded; a name of two syllables is full itself."""
    found: dict[str, set[str]] = {}
    for name in names:
        words = fold(name.name).split()
        for count in range(1, min(_LONGEST, len(words) - 1) + 1):
            found.setdefault(" ".join(words[-count:]), set()).add(name.name)
    return found


def _widened(name: NameMention, full: dict[str, set[str]]) -> NameMention:
    """A name of two syllables behind a form of address, as the longer one that ends with it (“ông Anh Tuấn”)."""
    longer = full.get(fold(name.name), set()) if name.addressed and len(name.name.split()) == _LONGEST else set()
    return _meaning(name.begin, name.end, name.lead, name.address, longer) or name


def _shortened(page: Page, full: dict[str, set[str]], blocked: bytearray) -> Iterable[NameMention]:
    """Given names behind a form of address or a role, with nothing capitalised behind them."""
    for kind in ("person", "role"):
        for m in page.of(kind):
            given = _GIVEN.match(page.text, m.end + 1) if page.text[m.end : m.end + 1] == " " else None
            if given is None or len(given[0].split()) > _LONGEST or blocked[given.start()] or blocked[given.end() - 1]:
                continue
            address = page.folded[m.begin : m.end] if kind == "person" else ""
            lead = m.begin if kind == "person" else given.start()
            short = _meaning(given.start(), given.end(), lead, address, full.get(fold(given[0]), set()))
            if short:
                yield short


def _meaning(begin: int, end: int, lead: int, address: str, full: set[str]) -> NameMention | None:
    """The mention under the only full name that it can mean, however that one is spelled."""
    if len({fold(name) for name in full}) != 1:
        return None
    return NameMention(begin, end, min(full), addressed=True, lead=lead, address=address)


def _touches(names: Sequence[NameMention], short: NameMention) -> bool:
    near = bisect_left(names, short.end, key=attrgetter("begin"))
    return near > 0 and names[near - 1].end > short.begin
