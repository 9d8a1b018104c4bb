"""Pairs that are one thing, joined to groups: an article that tells two things apart is believed, however long the chain between them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from kgraph.identity.decision import Maybe, Named

Group = tuple[Named, ...]
Pair = tuple[float, Named, Named]
_CANDIDATES = 3


def joined(
    pairs: Iterable[Pair], *, apart: Callable[[Named, Named], bool], stand_for: Mapping[Named, Iterable[Named]] | None = None
) -> tuple[Group, ...]:
    """The groups that pairs (how sure, one, other) make, the surest pair first, each group and the groups among one another in order.

    Two groups become one only if no article is in both and no node of one is known to be `apart` from a node of the other. A node may
    `stand_for` others that are one with it; those of the groups are returned with it.

    >>> a, b, c = Named("1", "x"), Named("2", "y"), Named("1", "z")
    >>> joined([(0.9, a, b), (0.8, b, c)], apart=lambda one, other: False) == ((a, b),)
    True
    """
    stand_for = stand_for or {}
    groups: dict[Named, list[Named]] = {node: [node] for node, others in stand_for.items() if others}
    articles: dict[Named, set[str]] = {}
    for _, one, other in sorted((-sure, min(one, other), max(one, other)) for sure, one, other in pairs):
        a, b = groups.setdefault(one, [one]), groups.setdefault(other, [other])
        in_a, in_b = (articles.setdefault(n, {n.article, *(m.article for m in stand_for.get(n, ()))}) for n in (a[0], b[0]))
        if a is b or in_a & in_b or any(apart(x, y) for x in a for y in b):
            continue
        a += b
        in_a |= in_b
        groups |= dict.fromkeys(b, a)
    made = {id(group): tuple(sorted({*group, *(m for n in group for m in stand_for.get(n, ()))})) for group in groups.values()}
    return tuple(sorted(group for group in made.values() if len(group) > 1))


def with_divided(groups: Iterable[Group], nodes: Iterable[Named]) -> tuple[Group, ...]:
    """The groups and, of each key that stands for more than one thing, the nodes that stand alone, each as a group of its own.

    >>> with_divided([], [Named("1", "x"), Named("2", "x"), Named("3", "y")])
    ((Named(article='1', key='x'),), (Named(article='2', key='x'),))
    """
    groups = tuple(groups)
    number = {node: place for place, group in enumerate(groups) for node in group}
    of_key: dict[str, dict[int | Named, Named]] = {}
    for node in nodes:
        of_key.setdefault(node.key, {}).setdefault(number.get(node, node), node)
    alone = ((node,) for same in of_key.values() if len(same) > 1 for node in same.values() if node not in number)
    return tuple(sorted((*groups, *alone)))


def offered(unsure: Mapping[Named, Iterable[tuple[Named, float, str]]], groups: Iterable[Group]) -> Iterator[Maybe]:
    """What nodes may be, of the others that are like them (how sure, on what basis), each group of others under its smallest key.

    A node that may be one of more than three may be any; nothing is said of it.

    >>> [maybe.candidate for maybe in offered({Named("1", "x"): [(Named("2", "y"), 0.5, "near")]}, [(Named("2", "y"), Named("3", "a"))])]
    ['a']
    """
    group_of = {named: group for group in groups for named in group}
    for named in sorted(unsure):
        found: dict[str, tuple[float, str]] = {}
        for other, sure, basis in sorted(unsure[named]):
            if other not in group_of.get(named, ()):
                found.setdefault(min(n.key for n in group_of.get(other, (other,))), (sure, basis))
        if len(found) <= _CANDIDATES:
            yield from (Maybe(named, key, *how) for key, how in found.items() if key != named.key)
