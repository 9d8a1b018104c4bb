"""What the ontology calls its terms, in a language."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox

from kgraph.settings import ontology_folder
from kgraph.store.graph import PREFIXES

_NAMING = {PREFIXES["rdfs"] + "label", PREFIXES["skos"] + "prefLabel"}


def term_labels(language: str, *, folder: Path | None = None) -> dict[str, str]:
    """Labels of classes, relations and concepts of the ontology by IRI, in `vi` or `en`.

    >>> term_labels("vi")["https://w3id.org/kgraph-vn/ns#attended"]
    'tham dự'
    """
    found: dict[str, str] = {}
    for path in sorted((folder or ontology_folder()).glob("*.ttl")):
        for quad in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE):
            if quad.predicate.value in _NAMING and isinstance(quad.object, ox.Literal) and quad.object.language == language:
                found.setdefault(str(getattr(quad.subject, "value", quad.subject)), quad.object.value)
    return found
