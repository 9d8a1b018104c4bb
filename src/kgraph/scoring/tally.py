"""Counting: hits, misses and wrong findings per class of fact, and the figures made of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, NamedTuple


class ScoreItem(NamedTuple):
    """One item of an article: right (`=`), missed (`-`), wrong (`+`), or one that fits optional gold only and counts neither way (`~`)."""

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
    right: list[ScoreItem] = field(default_factory=list)
    errors: list[ScoreItem] = field(default_factory=list)
    uncounted: list[ScoreItem] = field(default_factory=list)

    def add(self, article: str, kind: str, *, right: Iterable[str] = (), missed: Iterable[str] = (), wrong: Iterable[str] = ()) -> None:
        """Counts and notes the items that are right, missed and wrong; right and missed ones as the gold names them."""
        hits = [ScoreItem(article, kind, "=", item) for item in right]
        faults = [ScoreItem(article, kind, "-", item) for item in missed] + [ScoreItem(article, kind, "+", item) for item in wrong]
        self.hits[kind] += len(hits)
        self.missed[kind] += sum(fault.sign == "-" for fault in faults)
        self.wrong[kind] += sum(fault.sign == "+" for fault in faults)
        self.right += hits
        self.errors += faults

    def excuse(self, article: str, kind: str, items: Iterable[str]) -> None:
        """Notes found items that are neither right nor wrong: the gold holds them for optional, whether they are true or not."""
        self.uncounted += [ScoreItem(article, kind, "~", item) for item in items]

    def add_value(self, article: str, kind: str, wanted: Any, have: Any, *, agree: Callable[[Any, Any], bool], label: str) -> None:
        """Counts one value of a matched item: missed, wrong (also where none was to be found), or hit."""
        if not wanted and not have:
            return
        hit = bool(wanted and have and agree(wanted, have))
        item, found = [f"{label}: {wanted}"] if wanted else [], [f"{label}: {have}"] if have and not hit else []
        self.add(article, kind, right=item if hit else (), missed=() if hit else item, wrong=found)

    def seen(self, kind: str) -> bool:
        """Whether anything of this class was wanted or found."""
        return bool(self.hits[kind] + self.missed[kind] + self.wrong[kind])

    def figures(self, *kinds: str) -> Figures:
        """The figures of some classes together (micro-averaged).

        >>> tally = Tally()
        >>> tally.add("1", "events", right=["x", "y", "z"], missed=["a"], wrong=["b", "c"])
        >>> tally.figures("events")
        Figures(precision=0.6, recall=0.75, f1=0.6667, gold=4, found=5)
        """
        hits, missed, wrong = (sum(counts[kind] for kind in kinds) for counts in (self.hits, self.missed, self.wrong))
        precision = hits / (hits + wrong) if hits + wrong else 0.0
        recall = hits / (hits + missed) if hits + missed else 0.0
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        return Figures(round(precision, 4), round(recall, 4), round(f1, 4), hits + missed, hits + wrong)
