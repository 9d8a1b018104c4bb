"""How the things of an answer are called."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from kgraph.analysis.entities import chosen, local_name
from kgraph.questions.binding import block
from kgraph.questions.naming import Engine
from kgraph.settings import NAMESPACE
from kgraph.store.labels import term_labels

_NAMES = ("SELECT ?s ?name WHERE {{ {things} ?s rdfs:label ?name }}", "SELECT ?s ?name WHERE {{ {things} ?s skos:prefLabel ?name }}")
_HOLDINGS = "SELECT ?s ?role ?body WHERE {{ {things} ?s org:role ?role . OPTIONAL {{ ?s org:organization ?body }} }}"
_HOLDING = "/id/holding/"


def labels_of(ask: Engine, iris: Iterable[str], lang: str) -> dict[str, str]:
    """A label for each IRI: in the language where there is one, else in Vietnamese; a holding by its role and body."""
    wanted = sorted(set(iris))
    holdings: dict[str, list[str]] = {}
    if posts := [iri for iri in wanted if _HOLDING in iri]:
        for row in ask(_HOLDINGS.format(things=_block(posts))):
            holdings[row["s"]["value"]] = [row[part]["value"] for part in ("role", "body") if part in row]
    names: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    parts = sorted({*wanted, *(part for both in holdings.values() for part in both)})
    for query in _NAMES if parts else ():
        for row in ask(query.format(things=_block(parts))):
            names[row["s"]["value"]][row["name"].get("xml:lang", "")].append(row["name"]["value"])
    found = {iri: _named(names[iri], lang) for iri in parts}
    terms = term_labels(lang) if any(not found[iri] and iri.startswith(NAMESPACE) for iri in wanted) else {}
    found |= {iri: ", ".join(found[part] for part in both) for iri, both in holdings.items()}
    return {iri: found[iri] or terms.get(iri) or local_name(iri) for iri in wanted}


def _block(iris: Iterable[str]) -> str:
    return block("s", [{"type": "uri", "value": iri} for iri in iris])


def _named(names: Mapping[str, Sequence[str]], lang: str) -> str:
    return chosen(names.get(lang) or names.get("vi") or [name for said in names.values() for name in said])
