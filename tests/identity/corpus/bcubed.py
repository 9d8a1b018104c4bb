"""B-cubed scores of a grouping of mentions against the truth, with pairs that nobody can decide left out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations

Mention = Hashable
Pair = frozenset[str]


@dataclass(frozen=True, slots=True)
class BCubed:
    """Precision, recall and their harmonic mean; 1.0 where there is nothing to judge."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Harmonic mean.

        >>> BCubed(1.0, 0.5).f1
        0.6666666666666666
        """
        return 2 * self.precision * self.recall / (self.precision + self.recall) if self.precision + self.recall else 0.0


def grouped(of: Mapping[Mention, str]) -> dict[str, set[Mention]]:
    """The mentions of each group."""
    groups: dict[str, set[Mention]] = defaultdict(set)
    for mention, group in of.items():
        groups[group].add(mention)
    return groups


def open_pairs(openings: Iterable[Mapping[str, object]]) -> frozenset[Pair]:
    """Pairs of clusters that may be one: each opening's cluster with each of its candidates.

    >>> sorted(map(sorted, open_pairs([{"cluster": "x", "candidates": ["a", "b"]}])))
    [['a', 'x'], ['b', 'x']]
    """
    return frozenset(frozenset((str(one["cluster"]), str(c))) for one in openings for c in one["candidates"])  # type: ignore[attr-defined]


def bcubed(truth: Mapping[Mention, str], found: Mapping[Mention, str], undecided: frozenset[Pair] = frozenset(), *, all: bool) -> BCubed:
    """How well `found` (mention → node) groups the mentions of `truth` (mention → cluster).

    `all` counts a mention that was not found as one whose fellows were missed; else only found mentions are judged.
    Mentions of two clusters that form an undecided pair are neither right nor wrong beside one another.

    >>> bcubed({1: "a", 2: "a", 3: "b"}, {1: "n", 2: "n", 3: "n"}, all=False)
    BCubed(precision=0.5555555555555555, recall=1.0)
    >>> bcubed({1: "a", 2: "a", 3: "x"}, {1: "n", 2: "n", 3: "n"}, frozenset({frozenset("ax")}), all=False)
    BCubed(precision=1.0, recall=1.0)
    >>> bcubed({1: "a", 2: "a"}, {1: "n"}, all=False), bcubed({1: "a", 2: "a"}, {1: "n"}, all=True)
    (BCubed(precision=1.0, recall=1.0), BCubed(precision=1.0, recall=0.25))
    """
    judged = {mention: node for mention, node in found.items() if mention in truth}
    nodes, clusters = grouped(judged), grouped({m: c for m, c in truth.items() if all or m in judged})
    precisions, recalls = [], []
    for mention in truth:
        cluster = truth[mention]
        if mention not in judged:
            recalls += [0.0] if all else []
            continue
        together = [m for m in nodes[judged[mention]] if frozenset((truth[m], cluster)) not in undecided]
        right = sum(truth[m] == cluster for m in together)
        precisions.append(right / len(together))
        recalls.append(right / len(clusters[cluster]))
    return BCubed(*(sum(values) / len(values) if values else 1.0 for values in (precisions, recalls)))


def wrong_merges(truth: Mapping[Mention, str], found: Mapping[Mention, str], undecided: frozenset[Pair] = frozenset()) -> list[Pair]:
    """Pairs of different clusters that share a node, undecided ones left out, sorted.

    >>> [sorted(pair) for pair in wrong_merges({1: "a", 2: "b"}, {1: "n", 2: "n"})]
    [['a', 'b']]
    """
    merged: set[Pair] = set()
    for mentions in grouped({m: node for m, node in found.items() if m in truth}).values():
        merged |= {frozenset(pair) for pair in combinations(sorted({truth[m] for m in mentions}), 2)}
    return sorted(merged - undecided, key=sorted)


def splits(truth: Mapping[Mention, str], found: Mapping[Mention, str]) -> dict[str, int]:
    """Clusters whose found mentions stand in several nodes, and how many.

    >>> splits({1: "a", 2: "a", 3: "b"}, {1: "n", 2: "o", 3: "p"})
    {'a': 2}
    """
    nodes: dict[str, set[str]] = defaultdict(set)
    for mention, cluster in truth.items():
        if mention in found:
            nodes[cluster].add(found[mention])
    return {cluster: len(nodes[cluster]) for cluster in sorted(nodes) if len(nodes[cluster]) > 1}
