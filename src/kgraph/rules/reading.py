"""What the finders have found in one article, for the linkers to read; indexes that are built once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TypeVar

from kgraph.lexicon import Lexicon
from kgraph.model import Campaign, Fact, Unit
from kgraph.rules.directives import Document
from kgraph.rules.documents import Citation
from kgraph.rules.drives import Drive
from kgraph.rules.events import Occasion
from kgraph.rules.officials import Appearance
from kgraph.rules.organizations import BodyMention
from kgraph.rules.places import PlaceMention
from kgraph.scan import Mention, Page

T = TypeVar("T", PlaceMention, BodyMention, Appearance, Citation, Drive, Mention)


@dataclass(frozen=True, slots=True)
class Reading:
    """The finished findings of one page. `people` maps a folded name to the key of the official."""

    page: Page
    lexicon: Lexicon
    places: tuple[tuple[PlaceMention, Unit], ...]
    bodies: tuple[BodyMention, ...]
    appearances: tuple[Appearance, ...]
    people: dict[str, str]
    documents: tuple[Document, ...]
    drives: tuple[tuple[Drive, Campaign], ...]
    occasions: tuple[Occasion, ...]

    def citations(self) -> Iterator[tuple[Citation, Document]]:
        """Every place that names a document, in text order."""
        rows = [(c, d) for d in self.documents for c in d.citations]
        return iter(sorted(rows, key=lambda row: row[0].begin))

    def sentence(self, number: int) -> tuple[int, int]:
        """The span of a sentence."""
        return self.page.sentences[number]

    def cues(self, name: str, begin: int, end: int) -> Iterator[Mention]:
        """Cues of one name inside a span, in text order."""
        return (m for m in self.page.of("cue") if m.entry.concept == name and begin <= m.begin and m.end <= end)

    def gap(self, begin: int, end: int) -> str:
        """The folded text between two offsets."""
        return self.page.folded[begin:end]

    def current(self, offset: int) -> Occasion | None:
        """The event that a sentence speaks of: the last one introduced before it ends, else the main one."""
        number = self.page.sentence_at(offset)
        told = [o for o in self.occasions if o.sentence <= number and o.event.modality == "occurred"]
        return told[-1] if told else None

    def joined(self, begin: int, end: int) -> bool:
        """Whether only a comma or “và” stands between two things."""
        return bool(_joint(self.lexicon).fullmatch(self.page.folded[begin:end]))

    def plural(self, begin: int, end: int) -> bool:
        """Whether a span says that several follow (“các đồng chí”)."""
        return bool(_several(self.lexicon).search(self.page.folded, begin, end))

    def anchored(self, begin: int, end: int) -> bool:
        """Whether a span says that it is at an event (“tại hội nghị”, “phát biểu tại buổi lễ”)."""
        return any(
            _at(self.lexicon).search(self.page.folded, max(m.begin - 6, 0), m.begin) for m in within(self.page.of("event"), begin, end)
        )


@cache
def _joint(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf",? ?(?:{lexicon.alternation('sign/and')} )?|[,;] ?")


@cache
def _several(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\b{lexicon.alternation('sign/plural')} ")


@cache
def _at(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\b{lexicon.alternation('cue/at-event')} $")


def within(items: Iterable[T], begin: int, end: int) -> list[T]:
    """The items that lie inside a span."""
    return [x for x in items if begin <= x.begin and x.end <= end]


def is_short(gap: str, *, words: int) -> bool:
    """Whether a gap holds at most some words and no punctuation.

    >>> is_short(" đã tích cực ", words=3), is_short(", rồi ", words=3)
    (True, False)
    """
    return not re.search(r"[,;.:()“”\"\n]", gap) and len(gap.split()) <= words


def unique(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Facts without repeats, in order."""
    return tuple(dict.fromkeys(facts))


def nearest_before(items: Sequence[T], offset: int, begin: int) -> T | None:
    """The last item that ends before an offset and begins behind another."""
    fitting = [x for x in items if begin <= x.begin and x.end <= offset]
    return fitting[-1] if fitting else None
