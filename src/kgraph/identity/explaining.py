"""Why two nodes are one, or are not: the cards that were compared, and what speaks for and against."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kgraph.errors import NothingMatched
from kgraph.identity.cards import read_cards
from kgraph.identity.decision import Named, Reason
from kgraph.identity.kinds import Kind, Known
from kgraph.identity.standing import Standing, standing_keys


@dataclass(frozen=True, slots=True)
class Compared:
    """Two sets of nodes that were compared, or the parts of one node, with what speaks for (+1) and against (-1) them being one."""

    one: tuple[Named, ...]
    other: tuple[Named, ...]
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """Whether two keys stand for one thing (`standing`: the key it bears), and how its parts compare."""

    standing: str | None
    compared: tuple[Compared, ...]


def explain_identity(cards: Path, one: str, other: str | None, known: Known) -> Explanation:
    """Why two keys are one thing or two; of one key alone, what binds each article's node to the rest.

    `cards` is the file of a build. A key is one that an article gave or one that stands. NothingMatched for a key that is on no card.
    """
    keys = (one, other or one)
    blocks = [
        _Decided(kind, block, standing_keys(kind.decide(block, known).same))
        for kind, block in read_cards(cards)
        if any(_bears(kind.named(card).key, key) for card in block for key in keys)
    ]
    first, second = (_found(key, blocks) for key in keys)
    if other is None or other == one:
        mine = first.standing_under(first.stands(one))
        rest = [_compared(first.kind, [card], [c for c in mine if c is not card], known) for card in mine] if len(mine) > 1 else []
        return Explanation(first.stands(one), tuple(rest))
    if first.kind is not second.kind:
        return Explanation(None, ())
    stands, other_stands = first.stands(one), second.stands(other)
    if stands == other_stands:
        return Explanation(stands, (_compared(first.kind, first.bearing(one), second.bearing(other), known),))
    return Explanation(None, (_compared(first.kind, first.standing_under(stands), second.standing_under(other_stands), known),))


@dataclass(frozen=True, slots=True)
class _Decided:
    """The cards of a block, with what was decided on them."""

    kind: Kind
    cards: list[Any]
    standing: Standing

    def bearing(self, key: str) -> list[Any]:
        """The cards with this key by their articles' own words; where several things bear it, or nobody, those that stand under it."""
        own = [card for card in self.cards if self.kind.named(card).key == key] if key not in self.standing.several else []
        return own or self.standing_under(key)

    def standing_under(self, key: str) -> list[Any]:
        """The cards of the thing that stands under a key."""
        return [card for card in self.cards if self.standing.key(self.kind.named(card)) == key]

    def stands(self, key: str) -> str:
        """The key under which what bears a key stands."""
        return self.standing.key(self.kind.named(self.bearing(key)[0]))


def _bears(key: str, wanted: str) -> bool:
    """Whether a key can be, or can stand as, one that is looked for."""
    return key == wanted or wanted.startswith(f"{key}--")


def _found(key: str, blocks: Sequence[_Decided]) -> _Decided:
    for decided in blocks:
        if decided.bearing(key):
            return decided
    raise NothingMatched(f"{key} is on no card of the build", mend="give a key or an IRI of its graph")


def _compared(kind: Kind, one: Sequence[Any], other: Sequence[Any], known: Known) -> Compared:
    reasons = sorted(dict.fromkeys(kind.why(one, other, known)), key=lambda reason: (-reason.speaks, reason.id, reason.detail))
    return Compared(tuple(map(kind.named, one)), tuple(map(kind.named, other)), tuple(reasons))
