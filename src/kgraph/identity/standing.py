"""Under which name each node stands once it is decided what is one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass

from kgraph.identity.decision import Named
from kgraph.text import slug

REGISTER = ""
"""The article of a node that the register knows: its key is the one that stands."""


@dataclass(frozen=True, slots=True)
class Standing:
    """The keys that stand for nodes whose own keys are others (`moved`); `several`: keys that more than one thing bears."""

    moved: Mapping[Named, str]
    several: frozenset[str] = frozenset()

    def key(self, named: Named) -> str:
        """The key under which a node stands."""
        return self.moved.get(named, named.key)


def standing_keys(groups: Iterable[Sequence[Named]]) -> Standing:
    """The key that stands for each node of some groups.

    A group stands under the key of the register, else its smallest one that no article had to mark as its own. Where several groups
    bear one key by their articles' own words, the one with the smallest article keeps it; another one that has no key of its own adds its
    smallest article to it.

    >>> sorted(standing_keys([[Named("a", "x/2"), Named("b", "x/1")]]).moved.items())
    [(Named(article='a', key='x/2'), 'x/1')]
    >>> sorted(standing_keys([[Named("a", "x/1")], [Named("b", "x/1"), Named("c", "x/1")]]).moved.items())
    [(Named(article='b', key='x/1'), 'x/1--b'), (Named(article='c', key='x/1'), 'x/1--b')]
    """
    rows = [sorted(group) for group in groups]
    several = {key for key, count in Counter(key for row in rows for key in {named.key for named in row}).items() if count > 1}
    owners: dict[str, tuple[Named, int]] = {}
    for number, row in enumerate(rows):
        for named in row:
            if named.key in several:
                owners[named.key] = min(owners.get(named.key, (named, number)), (named, number))
    moved: dict[Named, str] = {}
    for number, row in enumerate(rows):
        key = _key(row, {named.key for named in row if owners.get(named.key, (named, number))[1] != number})
        moved |= {named: key for named in row if named.key != key and named.article != REGISTER}
    return Standing(moved, frozenset(several))


def best_key(row: Iterable[Named]) -> str:
    """The key of the register, else the smallest that no article had to mark as its own.

    >>> best_key([Named("a", "directive/b"), Named("", "directive/z")]), best_key([Named("a", "directive/x--a"), Named("c", "directive/y")])
    ('directive/z', 'directive/y')
    """
    return min(row, key=lambda named: (named.article != REGISTER, _is_marked(named), named.key)).key


def _key(row: Sequence[Named], taken: Container[str]) -> str:
    """The key of a group, of which some are another group's."""
    if own := [named for named in row if named.key not in taken]:
        return best_key(own)
    return f"{min(named.key for named in row)}--{slug(row[0].article)}"


def _is_marked(named: Named) -> bool:
    """Whether the key ends in the mark of its article, for want of a place, a body or a number."""
    return named.key.endswith(f"--{slug(named.article)}")
