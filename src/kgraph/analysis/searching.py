"""Search by name over a whole graph, accents optional: all names are read once, then each search is one walk over them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate

from kgraph.analysis.entities import read_classes, read_entities
from kgraph.analysis.evidence import read_sources
from kgraph.analysis.relations import ARTICLE_CLASS, OTHER_CLASS
from kgraph.store.graph import Graph
from kgraph.text import ascii_label

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Hit:
    """A thing found: what it is called, its class, the Vietnamese word for its kind, and the day of its article, if it is one."""

    iri: str
    label: str
    class_name: str
    kind: str = ""
    day: str = ""


class Index:
    """Names of things, folded to plain letters, ready to be searched."""

    def __init__(self, entries: Iterable[tuple[Hit, Iterable[str]]]) -> None:
        ordered = sorted(entries, key=lambda entry: (len(entry[0].label), entry[0].label, entry[0].iri))
        self._hits = [hit for hit, _ in ordered]
        keys = [
            (f" {key} ", number) for number, (_, names) in enumerate(ordered) for key in sorted({_words(name) for name in names}) if key
        ]
        self._text = "".join(f"{key}\n" for key, _ in keys)
        self._ends = list(accumulate(len(key) + 1 for key, _ in keys))
        self._of = [number for _, number in keys]

    @classmethod
    def of(cls, graph: Graph) -> Index:
        """All entities of a graph by label, other names, designation and title, and its articles by title."""
        named = ("designation", "title", "theme")
        classes = read_classes(graph)
        entities = (entity for entity in read_entities(graph, classes).values() if entity.class_name != OTHER_CLASS)
        things = (
            (Hit(e.iri, e.label, e.class_name, e.kind), (e.label, *e.alt_labels, *(p.value for p in e.properties if p.name in named)))
            for e in entities
        )
        articles = ((Hit(s.iri, s.title or s.id, ARTICLE_CLASS, day=s.published), (s.title, s.id)) for s in read_sources(graph).values())
        return cls((*things, *articles))

    def __len__(self) -> int:
        return len(self._hits)

    def search(self, text: str, *, class_name: str = "", limit: int = 20, offset: int = 0) -> tuple[int, tuple[Hit, ...]]:
        """How many things hold all words of the text in one of their names, and some of them: exact names first, then those that
        begin so, those with the words side by side, and those where words only begin so; shorter names first.

        >>> entries = [(Hit("e:1", "Quận ủy Đống Đa", "Body"), ["Quận ủy Đống Đa"]), (Hit("e:2", "Đống Đa", "Unit"), ["Đống Đa"])]
        >>> index = Index(entries)
        >>> [hit.iri for hit in index.search("dong da")[1]], index.search("uy quan")[0], index.search("Ba Đình")
        (['e:2', 'e:1'], 1, (0, ()))
        """
        plain = _words(text).split()
        if not plain:
            return 0, ()
        whole, begin, words = f" {' '.join(plain)} ", f" {' '.join(plain)}", [f" {word}" for word in plain]
        best: dict[int, int] = {}
        for number, key in self._keys_with(max(words, key=len)):
            if class_name and self._hits[number].class_name != class_name:
                continue
            fits = (key == whole, key.startswith(whole), whole in key, begin in key, all(word in key for word in words))
            if True in fits:
                best[number] = min(best.get(number, len(fits)), fits.index(True))
        found = sorted(best, key=lambda number: (best[number], number))
        return len(found), tuple(self._hits[number] for number in found[offset : offset + limit])

    def _keys_with(self, word: str) -> Iterator[tuple[int, str]]:
        """The keys that hold the beginning of a word, each once, with the number of the thing that bears it."""
        at = self._text.find(word)
        while at >= 0:
            line = bisect_right(self._ends, at)
            begin = self._ends[line - 1] if line else 0
            yield self._of[line], self._text[begin : self._ends[line] - 1]
            at = self._text.find(word, self._ends[line])


def _words(name: str) -> str:
    """The words of a name in plain letters.

    >>> _words("Kế hoạch số 284-KH/TU")
    'ke hoach so 284 kh tu'
    """
    return " ".join(_WORD.findall(ascii_label(name)))
