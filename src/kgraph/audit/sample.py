"""A few examples of many, the same ones in whatever order they come: those whose hash is smallest."""

from __future__ import annotations

from bisect import insort
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import blake2b


@dataclass(frozen=True, slots=True, order=True)
class Example:
    """A place in an article: the words there and their sentence, both empty (`withheld`) where the sentence names a private person."""

    article: str
    begin: int
    end: int
    words: str
    sentence: str
    withheld: bool = False


@dataclass(slots=True)
class Group:
    """How often one thing was seen, in how many articles, by which wordings, and a random few of the places."""

    count: int = 0
    used: int = 0
    articles: int = 0
    forms: Counter[str] = field(default_factory=Counter)
    _last: str = ""
    _ranked: list[tuple[bytes, Example]] = field(default_factory=list)

    @property
    def examples(self) -> tuple[Example, ...]:
        """The places, in the order of their hashes."""
        return tuple(example for _, example in self._ranked)

    def add(self, rank: bytes, article: str, example: Callable[[], Example], *, size: int) -> None:
        """Counts one place; keeps it as an example while its rank is among the `size` smallest. Places come article by article."""
        self.count += 1
        if article != self._last:
            self.articles, self._last = self.articles + 1, article
        if size and (len(self._ranked) < size or rank < self._ranked[-1][0]):
            ranked = (rank, example())
            if ranked not in self._ranked:
                insort(self._ranked, ranked)
                del self._ranked[size:]


def rank(seed: int, key: str, article: str, begin: int) -> bytes:
    """A number that is as good as random, and always the same for one place.

    >>> rank(0, "events.place", "a1", 12) == rank(0, "events.place", "a1", 12) != rank(1, "events.place", "a1", 12)
    True
    """
    return blake2b(f"{seed}\n{key}\n{article}\n{begin}".encode(), digest_size=8).digest()
