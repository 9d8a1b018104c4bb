"""RDF 1.2: statements as reifiers of triple terms, written by the engine."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import pyoxigraph as ox

from kgraph.store.graph import PREFIXES

_RDF = PREFIXES["rdf"]
_REIFIES = ox.NamedNode(_RDF + "reifies")
_PARTS = tuple(_RDF + name for name in ("subject", "predicate", "object"))


def write_reified(subjects: Iterable[Iterable[str]], target: Path, *, prefixes: Mapping[str, str] = PREFIXES) -> None:
    """Writes TriG of RDF 1.2 to `target`: what has rdf:subject, rdf:predicate and rdf:object has `rdf:reifies <<( s p o )>>` instead.

    `subjects` are the lines of N-Quads of one subject in one graph each; the file keeps their order.
    """
    quads = (quad for lines in subjects for quad in reified("\n".join(lines)))
    ox.serialize(quads, output=str(target), format=ox.RdfFormat.TRIG, prefixes=dict(prefixes))


def reified(lines: str) -> Iterator[ox.Quad]:
    """The quads of one subject, with a triple term for the triple that it states.

    >>> parts = (f"<e:st> <{_RDF}{name}> <e:{name}> <e:g> ." for name in ("subject", "predicate", "object"))
    >>> [str(quad.object) for quad in reified("\\n".join(parts))]
    ['<e:subject> <e:predicate> <e:object>']
    """
    quads = list(ox.parse(lines, format=ox.RdfFormat.N_QUADS))
    parts = {quad.predicate.value: quad.object for quad in quads if quad.predicate.value in _PARTS}
    if len(parts) < len(_PARTS) or sum(quad.predicate.value in _PARTS for quad in quads) > len(_PARTS):
        yield from quads
        return
    stated = ox.Triple(*(parts[name] for name in _PARTS))
    yield ox.Quad(quads[0].subject, _REIFIES, stated, quads[0].graph_name)
    yield from (quad for quad in quads if quad.predicate.value not in _PARTS)
