"""What is decided on who is who: which nodes of which articles are one thing, which may be, and what hangs together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Named(NamedTuple):
    """A node as one article names it: the article's identifier and the key that the article's own words gave."""

    article: str
    key: str


@dataclass(frozen=True, slots=True, order=True)
class Maybe:
    """A node that may be another one, which is not decided: the other's key, how sure (0..1), and what speaks for it (a rule's id)."""

    named: Named
    candidate: str
    confidence: float
    basis: str


@dataclass(frozen=True, slots=True)
class Link:
    """A relation between two things that identity found (`predicate` a local name of the vocabulary), on what basis, from which article.

    `label` and `kind` are those of the object, which no article need name.
    """

    subject: str
    predicate: str
    object: str
    basis: str
    article: str
    label: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided on some nodes. Each group of `same` is one thing; nodes of one key in two groups are not one.

    A node that stands in no group keeps its key for itself.
    """

    same: tuple[tuple[Named, ...], ...] = ()
    maybe: tuple[Maybe, ...] = ()
    links: tuple[Link, ...] = ()


class Reason(NamedTuple):
    """What speaks for (+1) or against (-1) two nodes being one: a rule's id, and the posts, days or words that it rests on."""

    speaks: int
    id: str
    detail: str
