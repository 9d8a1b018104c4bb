"""Posts as they tell people apart: which two nobody holds at one time."""

from __future__ import annotations

from dataclasses import dataclass

from kgraph.lexicon import Lexicon
from kgraph.model import HoldingStatus, Organization, Unit


@dataclass(frozen=True, slots=True)
class Post:
    """A role (concept) in a body (key, kind, unit), held, left or taken up.

    `seat`: one among many who meet, held beside a post. `apart`: in a service that is left for any other one. `governs`: the body
    leads the unit. `open`: nothing in the article says of which place the body is, so that its key is of that article alone.
    """

    role: str
    status: HoldingStatus
    body: str = ""
    kind: str = ""
    parent: str = ""
    place: Unit | None = None
    seat: bool = False
    apart: bool = False
    single: bool = False
    party: bool = False
    governs: bool = False
    rank: int = 99
    open: bool = False

    @property
    def full(self) -> bool:
        """Whether the post takes all of a person's time and is held now, or is taken up."""
        return not self.seat and self.status != "former"


_PLACELESS = ("central", "named")
_LAST = 99


def post_of(role: str, body: Organization | None, status: HoldingStatus, lexicon: Lexicon) -> Post:
    """The post that a role in a body is, by what the lexicon says of both; `role` is a concept."""
    entry = lexicon.by_id.get(f"role/{role}")
    member, rank = bool(entry and entry.key("membership")), int(entry.key("rank", _LAST)) if entry else _LAST
    single = bool(entry and entry.key("single"))
    if body is None:
        return Post(role, status, seat=member, single=single, rank=rank)
    kind = lexicon.by_id.get(f"organization/{body.kind}")
    return Post(
        role,
        status,
        body.key,
        body.kind,
        body.parent.key if body.parent else "",
        body.place,
        seat=member or bool(kind and kind.key("beside")),
        apart=bool(kind and kind.key("apart")),
        single=single,
        party=bool(kind and kind.key("party")),
        governs=bool(kind and kind.key("governs")),
        rank=rank,
        open=body.place is None and not _is_placed(body, lexicon),
    )


def _is_placed(body: Organization, lexicon: Lexicon) -> bool:
    """Whether a body without a unit is known by its own name, or by that of the body it is a part of."""
    if body.parent:
        return _is_placed(body.parent, lexicon)
    kind = lexicon.by_id.get(f"organization/{body.kind}")
    return bool(kind and kind.key("shape") in _PLACELESS) or "--" not in body.key


def at_odds(one: Post, other: Post) -> bool:
    """Whether nobody holds both posts on one day: full posts in two units of a level that exist at one time, or one in a service apart.

    >>> ward, next_ward = (Unit(f"unit/{x}", x, x, "commune", "Phường") for x in "ab")
    >>> chair = Post("chu-tich", "held", "organization/ubnd-a", "ubnd", place=ward)
    >>> at_odds(chair, Post("bi-thu", "held", "organization/dang-uy-b", "dang-uy", place=next_ward))
    True
    >>> at_odds(chair, Post("bi-thu", "held", "organization/dang-uy-a", "dang-uy", place=ward))
    False
    """
    if not (one.full and other.full) or one.body == other.body or not (one.body and other.body):
        return False
    if (one.apart or other.apart) and one.kind != other.kind:
        return one.parent != other.body and other.parent != one.body
    return are_distinct(one.place, other.place)


def are_distinct(one: Unit | None, other: Unit | None) -> bool:
    """Whether two units are of one level and exist at one time.

    >>> old = Unit("unit/old", "A", "A", "commune", "Phường", valid_to="2025-06-30")
    >>> new = Unit("unit/new", "A", "A", "commune", "Phường", valid_from="2025-07-01")
    >>> are_distinct(old, new), are_distinct(old, Unit("unit/b", "B", "B", "commune", "Phường"))
    (False, True)
    """
    if one is None or other is None or one.key == other.key or one.level != other.level:
        return False
    return (one.valid_from or "") <= (other.valid_to or "9") and (other.valid_from or "") <= (one.valid_to or "9")
