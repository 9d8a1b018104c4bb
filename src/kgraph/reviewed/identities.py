"""Who is one and who is not, as people decided; what follows from that, and whether it contradicts itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kgraph.errors import ReviewError
from kgraph.reviewed.entries import Identity, Node

Side = tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Identities:
    """The entries of `identity.toml`."""

    entries: tuple[Identity, ...] = ()

    @property
    def same(self) -> tuple[Side, ...]:
        """What is one: each row holds everything that is one by any number of decisions.

        >>> rows = [["a", "b"], ["b", "c"], ["x", "y"]]
        >>> entries = [Identity(verdict="same", nodes=row, by="LH", date="2026-01-02", reason="one post") for row in rows]
        >>> [[node.node for node in side] for side in Identities(tuple(entries)).same]
        [['a', 'b', 'c'], ['x', 'y']]
        """
        sides: list[list[Node]] = []
        for entry in self._of("same"):
            row = list(entry.nodes)
            touching = [side for side in sides if any(a.overlaps(b) for a in side for b in row)]
            sides = [side for side in sides if side not in touching]
            sides.append(list(dict.fromkeys(node for part in (*touching, row) for node in part)))
        return tuple(sorted((tuple(sorted(side, key=_order)) for side in sides), key=lambda side: _order(side[0])))

    @property
    def different(self) -> tuple[tuple[Side, ...], ...]:
        """What is not one: of each row no two sides are; a side holds a node of the decision and everything that is one with it."""
        same = self.same
        return tuple(tuple(_widened(node, same) for node in entry.nodes) for entry in self._of("different"))

    def speaks_of(self, article: str, key: str) -> bool:
        """Whether any decision names what an article calls by a key."""
        return any(node.fits(article, key) for entry in self.entries for node in entry.nodes)

    def unused(self, seen: set[tuple[str, str]]) -> Iterator[Identity]:
        """The decisions of which at least one node is none of those seen (article, key)."""
        for entry in self.entries:
            if not all(any(node.fits(*one) for one in seen) for node in entry.nodes):
                yield entry

    def check(self) -> None:
        """Raises ReviewError where two things are one and not one, be it by several decisions."""
        for entry, sides in zip(self._of("different"), self.different, strict=True):
            for n, side in enumerate(sides):
                for other in sides[n + 1 :]:
                    if both := next((a for a in side for b in other if a.overlaps(b)), None):
                        also = sorted({e.place for e in self._of("same") if any(x.overlaps(y) for x in e.nodes for y in (*side, *other))})
                        what = f"{both.node} is to be one thing and two" + (f" ({', '.join(also)} says that it is one)" if also else "")
                        raise ReviewError(what, where=entry.place, mend="take one of the decisions out, or limit it with `articles`")

    def _of(self, verdict: str) -> list[Identity]:
        return [entry for entry in self.entries if entry.verdict == verdict]


def _widened(node: Node, same: tuple[Side, ...]) -> Side:
    return tuple(dict.fromkeys((node, *(other for side in same if any(node.overlaps(n) for n in side) for other in side))))


def _order(node: Node) -> tuple[str, list[str]]:
    return node.node, sorted(node.articles)
