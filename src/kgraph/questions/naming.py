"""The names that a user gives, looked up in the graph: who and what is meant."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping

from kgraph.analysis.entities import Entity, chosen, local_name
from kgraph.analysis.finding import find
from kgraph.store.cells import Cell
from kgraph.terms import plain
from kgraph.text import ascii_label, normalize

Engine = Callable[[str], Iterable[Mapping[str, Cell]]]
"""Whatever answers a SELECT query with rows of terms as in SPARQL 1.1 JSON results; all of PREFIXES are known to it."""

CLASSES = {
    "person": ("Official", "Person"),
    "body": ("Organization",),
    "place": ("AdministrativeUnit",),
    "document": ("Directive",),
    "campaign": ("Campaign",),
    "thing": ("Official", "Person", "Organization", "AdministrativeUnit", "Directive", "Campaign", "Event"),
}

_CLASS = "VALUES ?class {{ {classes} }} ?s a ?class ."
_ALIKE = "VALUES (?q ?said) {{ {names} }} ?s ?q ?said ."
_NAMES = "SELECT ?s ?p ?name WHERE {{ {which} VALUES ?p {{ rdfs:label skos:altLabel kg:designation }} ?s ?p ?name }}"
_ROLES = """SELECT DISTINCT ?s ?p ?name WHERE {
  { SELECT DISTINCT ?s WHERE { ?holding org:role ?s } } VALUES ?p { skos:prefLabel skos:altLabel } ?s ?p ?name }"""
_REPLACED = "SELECT ?old ?new WHERE { ?old dcterms:isReplacedBy ?new }"


def named(ask: Engine, type: str, name: str) -> list[Cell]:
    """The IRIs of everything of a type that a name fits equally well; empty where it fits nothing.

    An IRI that was merged into another stands for that one. Accents and capitals may be left out.
    """
    name = " ".join(normalize(name).split())
    replaced = {row["old"]["value"]: row["new"]["value"] for row in ask(_REPLACED)}
    for old in sorted(replaced):
        if name and (old == name or old.endswith(f"/id/{name}")):
            name = replaced[old]
    for query in _queries(type, name):
        names: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        for row in ask(query):
            names[row["s"]["value"]][local_name(row["p"]["value"])].add(row["name"]["value"])
        letters = ascii_label(name)
        likely = {iri: kinds for iri, kinds in names.items() if iri not in replaced and _may_be(iri, kinds, name, letters)}
        if found := find((_entity(iri, kinds) for iri, kinds in likely.items()), name):
            return [{"type": "uri", "value": entity.iri} for entity in found]
    return []


def _queries(type: str, name: str) -> Iterator[str]:
    """What bears just this name, which an index tells, and then, if that is nothing, all that could be meant."""
    if type == "role":
        yield _ROLES
        return
    which = _CLASS.format(classes=" ".join(f"kg:{name}" for name in CLASSES[type]))
    texts = [("rdfs:label", f"{plain(name)}@vi"), ("skos:altLabel", f"{plain(name)}@vi"), ("kg:designation", plain(name))]
    alike = " ".join(f"( {kind} {text} )" for kind, text in (*texts, ("kg:asciiLabel", plain(ascii_label(name)))))
    yield _NAMES.format(which=f"{_ALIKE.format(names=alike)} {which}")
    yield _NAMES.format(which=which)


def _may_be(iri: str, kinds: Mapping[str, set[str]], name: str, letters: str) -> bool:
    """Whether it is worth a closer look: the letters stand in one of its names."""
    return iri.endswith(name) or any(letters in ascii_label(said) for names in kinds.values() for said in names)


def _entity(iri: str, kinds: Mapping[str, set[str]]) -> Entity:
    labels = kinds.get("label", set()) | kinds.get("prefLabel", set())
    label = chosen(labels) or local_name(iri)
    return Entity(iri, "", label, tuple(sorted({name for said in kinds.values() for name in said} - {label})))
