"""Search by name over a whole graph, accents optional: all names are read once, then each search is one walk over them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kgraph.analysis.entities import read_classes, read_entities
from kgraph.analysis.evidence import read_sources
from kgraph.analysis.relations import ARTICLE_CLASS
from kgraph.store.graph import Graph
from kgraph.text import ascii_label


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
        folded = ((hit, tuple(sorted({f" {key} " for name in names if (key := ascii_label(name).strip())}))) for hit, names in entries)
        self._entries = sorted(folded, key=lambda entry: (len(entry[0].label), entry[0].label, entry[0].iri))

    @classmethod
    def of(cls, graph: Graph) -> Index:
        """All entities of a graph by label, other names, designation and title, and its articles by title."""
        named = ("designation", "title", "theme")
        classes = read_classes(graph)
        entities = read_entities(graph, classes).values()
        things = (
            (Hit(e.iri, e.label, e.class_name, e.kind), (e.label, *e.alt_labels, *(p.value for p in e.properties if p.name in named)))
            for e in entities
        )
        articles = ((Hit(s.iri, s.title or s.id, ARTICLE_CLASS, day=s.published), (s.title, s.id)) for s in read_sources(graph).values())
        return cls((*things, *articles))

    def __len__(self) -> int:
        return len(self._entries)

    def search(self, text: str, *, class_name: str = "", limit: int = 20, offset: int = 0) -> tuple[int, tuple[Hit, ...]]:
        """How many things hold all words of the text in one of their names, and some of them: exact names first, then those that
        begin so, those with the words side by side, and those where words only begin so; shorter names first.

        >>> entries = [(Hit("e:1", "Quận ủy Đống Đa", "Body"), ["Quận ủy Đống Đa"]), (Hit("e:2", "Đống Đa", "Unit"), ["Đống Đa"])]
        >>> index = Index(entries)
        >>> [hit.iri for hit in index.search("dong da")[1]], index.search("uy quan")[0], index.search("Ba Đình")
        (['e:2', 'e:1'], 1, (0, ()))
        """
        plain = ascii_label(text).split()
        if not plain:
            return 0, ()
        whole, begin, words = f" {' '.join(plain)} ", f" {' '.join(plain)}", [f" {word}" for word in plain]
        tiers: tuple[list[Hit], ...] = ([], [], [], [], [])
        for hit, keys in self._entries:
            if class_name and hit.class_name != class_name:
                continue
            if (tier := _tier(keys, whole, begin, words)) is not None:
                tiers[tier].append(hit)
        found = [hit for tier in tiers for hit in tier]
        return len(found), tuple(found[offset : offset + limit])


def _tier(keys: Iterable[str], whole: str, begin: str, words: list[str]) -> int | None:
    """How well some keys fit; none where none of them holds every word's beginning."""
    best: int | None = None
    for key in keys:
        if words[-1] not in key:
            continue
        if key == whole:
            return 0
        fits = (key.startswith(whole), whole in key, begin in key, all(word in key for word in words))
        if True in fits:
            best = min(best or 4, fits.index(True) + 1)
    return best
