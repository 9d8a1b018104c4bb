"""Counting: hits, misses and wrong findings per class of fact, and the figures made of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, NamedTuple


class ScoreError(NamedTuple):
    """One item of an article that was missed (`-`), is wrong (`+`), or fits optional gold only and counts neither way (`~`)."""

    article: str
    kind: str
    sign: str
    item: str


@dataclass(frozen=True, slots=True)
class Figures:
    """Precision, recall and F1 with four digits, and what they were counted on: items of the gold, items found."""

    precision: float
    recall: float
    f1: float
    gold: int
    found: int


@dataclass
class Tally:
    """The counts of one scoring while it goes from article to article."""

    hits: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    errors: list[ScoreError] = field(default_factory=list)
    uncounted: list[ScoreError] = field(default_factory=list)

    def add(self, article: str, kind: str, hits: int, *, missed: Iterable[str] = (), wrong: Iterable[str] = ()) -> None:
        """Counts the hits and notes each missed and each wrong item."""
        faults = [ScoreError(article, kind, "-", item) for item in missed] + [ScoreError(article, kind, "+", item) for item in wrong]
        self.hits[kind] += hits
        self.missed[kind] += sum(fault.sign == "-" for fault in faults)
        self.wrong[kind] += sum(fault.sign == "+" for fault in faults)
        self.errors += faults

    def excuse(self, article: str, kind: str, items: Iterable[str]) -> None:
        """Notes found items that are neither right nor wrong: the gold holds them for optional, whether they are true or not."""
        self.uncounted += [ScoreError(article, kind, "~", item) for item in items]

    def add_value(self, article: str, kind: str, wanted: Any, have: Any, *, agree: Callable[[Any, Any], bool], label: str) -> None:
        """Counts one value of a matched item: missed, wrong (also where none was to be found), or hit."""
        if not wanted and not have:
            return
        hit = bool(wanted and have and agree(wanted, have))
        missed = [f"{label}: {wanted}"] if wanted and not hit else []
        self.add(article, kind, int(hit), missed=missed, wrong=[f"{label}: {have}"] if have and not hit else [])

    def seen(self, kind: str) -> bool:
        """Whether anything of this class was wanted or found."""
        return bool(self.hits[kind] + self.missed[kind] + self.wrong[kind])

    def figures(self, *kinds: str) -> Figures:
        """The figures of some classes together (micro-averaged).

        >>> tally = Tally()
        >>> tally.add("1", "events", 3, missed=["a"], wrong=["b", "c"])
        >>> tally.figures("events")
        Figures(precision=0.6, recall=0.75, f1=0.6667, gold=4, found=5)
        """
        hits, missed, wrong = (sum(counts[kind] for kind in kinds) for counts in (self.hits, self.missed, self.wrong))
        precision = hits / (hits + wrong) if hits + wrong else 0.0
        recall = hits / (hits + missed) if hits + missed else 0.0
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        return Figures(round(precision, 4), round(recall, 4), round(f1, 4), hits + missed, hits + wrong)
