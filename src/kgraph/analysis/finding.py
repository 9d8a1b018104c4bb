"""Who is meant by a name: entities by label, other names and designation, accents optional."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from kgraph.analysis.entities import Entity
from kgraph.text import ascii_label, fold, normalize

_NAMING = ("designation", "title", "theme")
_PART = 3
"""Fewer letters than these inside a word say nothing."""


def find(entities: Iterable[Entity], name: str) -> tuple[Entity, ...]:
    """All entities that the name fits best: as written, else without accents, else as their beginning, else inside them.

    An IRI, or its part after the last `/id/`, names one entity. The answer is sorted by label; namesakes are all there.

    >>> bodies = [Entity("e:1", "Organization", "Quận ủy Đống Đa"), Entity("e:2", "Organization", "Quận ủy Lê Chân")]
    >>> [e.iri for e in find(bodies, "quan uy dong da")], [e.iri for e in find(bodies, "Quận uỷ")], find(bodies, "Huyện ủy")
    (['e:1'], ['e:1', 'e:2'], ())
    """
    wanted = " ".join(normalize(name).split())
    if not wanted:
        return ()
    everyone = sorted(entities, key=lambda e: (ascii_label(e.label), e.label, e.iri))
    for fits in _ways(wanted):
        if found := tuple(e for e in everyone if fits(e)):
            return found
    return ()


def _ways(wanted: str) -> tuple[Callable[[Entity], bool], ...]:
    folded, plain = fold(wanted), ascii_label(wanted)
    return (
        lambda e: wanted == e.iri or e.iri.endswith("/id/" + wanted),
        lambda e: any(folded == fold(n) for n in _names(e)),
        lambda e: any(plain == ascii_label(n) for n in _names(e)),
        lambda e: any(f"{ascii_label(n)} ".startswith(f"{plain} ") for n in _names(e)),
        lambda e: any(f" {plain} " in f" {ascii_label(n)} " for n in _names(e)),
        lambda e: len(plain) >= _PART and any(plain in ascii_label(n) for n in _names(e)),
    )


def _names(entity: Entity) -> list[str]:
    named = [p.value for p in entity.properties if p.name in _NAMING]
    return [" ".join(name.split()) for name in (entity.label, *entity.alt_labels, *named)]
