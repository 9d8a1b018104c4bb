"""What people decided on who is who, over what the rules of identity decided."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from kgraph.identity.decision import Decision, Maybe, Named
from kgraph.reviewed.identities import Identities, Side

_OPEN = "reviewed.split"
_EVEN = 0.5
Group = frozenset[Named]


def apply(decision: Decision, identities: Identities, named: Iterable[Named]) -> Decision:
    """The decision with what people called one in one group, and what they called different in several.

    `named` are all nodes that `identities` speaks of, wherever they were decided. When a group is split, nodes that stand on no side go
    with the only side that has their key; the others stay together as a group of their own, which may be each of the sides.
    """
    if not identities.entries:
        return decision
    groups = {frozenset(group) for group in decision.same}
    known = frozenset(named).union(*groups)
    for side in identities.same:
        groups = _united(groups, _on(side, known))
    maybes = [maybe for maybe in decision.maybe if not _is_settled(maybe, groups, identities)]
    for sides in identities.different:
        groups |= _implied(groups, known, sides)
        parts = [part for group in groups for part in _split(group, sides)]
        maybes += [maybe for group in groups for maybe in _open(group, sides)]
        groups = set(parts)
    keys = [key for group in groups for key in {node.key for node in group}]
    kept = (tuple(sorted(group)) for group in groups if len(group) > 1 or any(keys.count(node.key) > 1 for node in group))
    order = sorted(set(maybes), key=lambda m: (m.named, m.candidate, m.basis))
    return replace(decision, same=tuple(sorted(kept)), maybe=tuple(order))


def _on(side: Side, nodes: Iterable[Named]) -> Group:
    return frozenset(named for named in nodes if any(node.fits(*named) for node in side))


def _united(groups: set[Group], members: Group) -> set[Group]:
    """The groups, those that share a member as one; nodes of one key that stand in no group are one already."""
    if not members:
        return groups
    touching = {group for group in groups if group & members}
    return (groups - touching) | {members.union(*touching)}


def _implied(groups: set[Group], known: Group, sides: Sequence[Side]) -> set[Group]:
    """Nodes of one key on several sides that stand in no group: one thing, unless somebody says that they are not."""
    free = known.difference(*groups)
    keys = [frozenset(node.node for node in side) for side in sides]
    shared = {key for n, own in enumerate(keys) for other in keys[n + 1 :] for key in own & other}
    return {group for key in shared if (group := frozenset(named for named in free if named.key == key))}


def _parts(group: Group, sides: Sequence[Side]) -> tuple[list[Group], Group]:
    """The members on each side that has some, and those on none."""
    placed = [part for side in sides if (part := _on(side, group))]
    rest = group.difference(*placed)
    wide = []
    for part in placed:
        own, others = {n.key for n in part}, {n.key for other in placed if other is not part for n in other}
        wide.append(part | {named for named in rest if named.key in own - others})
    return wide, rest.difference(*wide)


def _split(group: Group, sides: Sequence[Side]) -> Iterator[Group]:
    placed, rest = _parts(group, sides)
    if len(placed) < 2:
        yield group
        return
    yield from placed
    if rest:
        yield rest


def _open(group: Group, sides: Sequence[Side]) -> Iterator[Maybe]:
    """That whoever is left over when a group is split may be each of the others."""
    placed, rest = _parts(group, sides)
    if len(placed) > 1:
        yield from (Maybe(named, min(part).key, _EVEN, _OPEN) for named in rest for part in placed)


def _is_settled(maybe: Maybe, groups: Iterable[Group], identities: Identities) -> bool:
    """Whether people have said that the two are one, or that they are not."""
    if any(maybe.named in group and any(node.key == maybe.candidate for node in group) for group in groups):
        return True
    for sides in identities.different:
        mine = [n for n, side in enumerate(sides) if any(node.fits(*maybe.named) for node in side)]
        theirs = [n for n, side in enumerate(sides) if any(node.node == maybe.candidate for node in side)]
        if mine and theirs and mine != theirs:
            return True
    return False
