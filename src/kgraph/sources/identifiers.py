"""Which articles of a build are the same, and what each is called; the same answer for any order of the input."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from kgraph.errors import KgraphError
from kgraph.model import Article
from kgraph.text import slug

_DIGITS = (0, 8, 64)
"""How much of the hash an identifier gets: none, eight digits where it is shared, all where somebody forged the eight."""


@dataclass(frozen=True, slots=True, order=True)
class Key:
    """What is kept of an article while the others are read: enough to know it again, not its text."""

    id: str
    sha256: str
    published: str
    url: str
    source: str


@dataclass(frozen=True, slots=True)
class Name:
    """What an article is called in the build, and the identifiers under which the same text came too."""

    id: str
    also_as: tuple[str, ...] = ()


def key_of(article: Article) -> Key:
    """The key of an article as it was read."""
    return Key(article.id, article.sha256, article.published or "", article.url or "", article.source or "")


def settle(keys: Iterable[Key]) -> dict[Key, Name]:
    """The articles to keep, each with its name.

    Of exact duplicates the smallest identifier is kept (one with a date before one without), the others become `also_as`.
    Two texts whose identifiers give the same resource name both get eight hex digits of their hash, and so does an
    identifier that gives none.

    >>> a, b, c = Key("a", "11111111ff", "", "", ""), Key("b", "11111111ff", "", "", ""), Key("A", "22222222ff", "", "", "")
    >>> for key, name in sorted(settle([b, a, c]).items()): print(key.id, name)
    A Name(id='A-22222222', also_as=())
    a Name(id='a-11111111', also_as=('b',))
    """
    by_text: dict[str, set[Key]] = {}
    for key in keys:
        by_text.setdefault(key.sha256, set()).add(key)
    kept = {min(same, key=lambda k: (k.id, not k.published, k)): same for same in by_text.values()}
    ids = _distinct(kept)
    return {key: Name(ids[key], tuple(sorted({k.id for k in same} - {key.id}))) for key, same in kept.items()}


def _distinct(keys: Iterable[Key]) -> dict[Key, str]:
    """An identifier for each key, no two with the same slug."""
    ids: dict[Key, str] = {}
    taken: set[str] = set()
    waiting = list(keys)
    for digits in _DIGITS:
        tried = {key: f"{key.id}-{key.sha256[:digits]}" if digits else key.id for key in waiting}
        slugs = {key: slug(id) for key, id in tried.items()}
        shared = Counter(slugs.values())
        fit = {key for key, name in slugs.items() if name and shared[name] == 1 and name not in taken}
        ids |= {key: tried[key] for key in fit}
        taken |= {slugs[key] for key in fit}
        waiting = [key for key in waiting if key not in fit]
    if waiting:
        raise KgraphError("articles that cannot be told apart by their identifiers", where=waiting[0].id[:80], mend="give them others")
    return ids
