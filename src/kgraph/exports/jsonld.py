"""JSON-LD 1.1 with its context inside the file, so that nothing is fetched to read it."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import chain
from pathlib import Path
from typing import Any

from kgraph import vocab
from kgraph.exports.nodes import LABEL, RDF_TYPE, Term, term
from kgraph.exports.ontology import read_terms
from kgraph.exports.quads import Source, by_graph
from kgraph.store.graph import PREFIXES

_INTEGER = re.compile(r"0|-?[1-9][0-9]{0,14}")
_XSD_INTEGER, _XSD_BOOLEAN = vocab.XSD + "integer", vocab.XSD + "boolean"
_VIETNAMESE = (LABEL, PREFIXES["skos"] + "prefLabel", PREFIXES["skos"] + "altLabel", vocab.TITLE, vocab.THEME)
_OTHERS = {
    "label": LABEL,
    "prefLabel": PREFIXES["skos"] + "prefLabel",
    "altLabel": PREFIXES["skos"] + "altLabel",
    "inScheme": PREFIXES["skos"] + "inScheme",
    "identifier": PREFIXES["dcterms"] + "identifier",
    "source": PREFIXES["dcterms"] + "source",
    "isReplacedBy": PREFIXES["dcterms"] + "isReplacedBy",
    "member": PREFIXES["org"] + "member",
    "organization": PREFIXES["org"] + "organization",
    "role": PREFIXES["org"] + "role",
    "subject": PREFIXES["rdf"] + "subject",
    "predicate": PREFIXES["rdf"] + "predicate",
    "object": PREFIXES["rdf"] + "object",
    "wasDerivedFrom": PREFIXES["prov"] + "wasDerivedFrom",
}
_LINKS = ("inScheme", "isReplacedBy", "member", "organization", "role", "subject", "object", "wasDerivedFrom")

Value = str | int | bool | dict[str, str]


class Context:
    """What the short names of a file stand for, and how a term is written under them; a link to what has one of `labels` shows it."""

    def __init__(self, base: str, labels: Mapping[str, str] | None = None) -> None:
        self._labels = labels or {}
        self._spaces = PREFIXES | {"kgid": f"{base}id/", "kgv": f"{base}vocab/"}
        described = read_terms()
        self._classes = {term.iri: term.name for term in described if term.sort == "class"}
        self._names = {term.iri: term.name for term in described if term.sort != "class"} | {iri: name for name, iri in _OTHERS.items()}
        self._types = {term.iri: _type(term.sort, term.to) for term in described if term.sort != "class"}
        self._types |= {_OTHERS[name]: "@id" for name in _LINKS} | {_OTHERS["predicate"]: "@vocab"}
        self._ids: dict[str, str] = {}

    def document(self, **more: object) -> dict[str, Any]:
        """The value of `@context`."""
        terms: dict[str, Any] = {"@version": 1.1, "id": "@id", "type": "@type", **self._spaces}
        for iri, name in sorted({**self._classes, **self._names}.items(), key=lambda item: item[1]):
            terms[name] = self._definition(iri)
        return terms | more

    def key(self, predicate: str) -> str:
        """The name of a predicate in the file."""
        return "type" if predicate == RDF_TYPE else self._names.get(predicate) or self.short(predicate)

    def value(self, predicate: str, value: Term) -> Value:
        """A value under the name of a predicate; whatever the context does not say of it stands beside it."""
        if value.kind == "iri":
            return self._link(predicate, value.value)
        if value.language:
            spoken = predicate in _VIETNAMESE and value.language == "vi"
            return value.value if spoken else {"@value": value.value, "@language": value.language}
        if value.datatype == _XSD_INTEGER and _INTEGER.fullmatch(value.value):
            return int(value.value)
        if value.datatype == _XSD_BOOLEAN and value.value in ("true", "false"):
            return value.value == "true"
        expected = self._types.get(predicate, "")
        plain = predicate not in _VIETNAMESE and not expected.startswith("@")
        if plain and value.datatype == expected:
            return value.value
        return {"@value": value.value} | ({"@type": self.short(value.datatype)} if value.datatype else {})

    def short(self, iri: str) -> str:
        """An IRI with a prefix of the context where it has one."""
        if iri not in self._ids:
            if len(self._ids) > 50_000:
                self._ids.clear()
            names = [(prefix, space) for prefix, space in self._spaces.items() if iri.startswith(space) and iri[len(space) :][:2] != "//"]
            prefix, space = max(names, key=lambda name: len(name[1]), default=("", ""))
            self._ids[iri] = f"{prefix}:{iri[len(space) :]}" if prefix else iri
        return self._ids[iri]

    def node(self, iri: str, said: Iterable[tuple[str, Term]]) -> dict[str, Any]:
        """All that is said of a thing; a value stands alone, several in a list."""
        found: dict[str, list[Value]] = defaultdict(list)
        for predicate, value in said:
            found[self.key(predicate)].append(self.value(predicate, value))
        ordered = sorted(found, key=lambda name: (name != "type", name != "label", name))
        return {"id": self.short(iri)} | {name: found[name][0] if len(found[name]) == 1 else found[name] for name in ordered}

    def _link(self, predicate: str, iri: str) -> Value:
        if predicate == RDF_TYPE:
            return self._classes.get(iri) or self.short(iri)
        match self._types.get(predicate):
            case "@id":
                label = self._labels.get(iri)
                return {"id": self.short(iri), "label": label} if label else self.short(iri)
            case "@vocab":
                return self._names.get(iri) or self.short(iri)
        return {"id": self.short(iri)}

    def _definition(self, iri: str) -> object:
        if iri in self._classes:
            return self.short(iri)
        more = {"@type": self.short(self._types[iri])} if self._types.get(iri) else {}
        return {"@id": self.short(iri)} | ({"@language": "vi"} if iri in _VIETNAMESE else more)


def write_jsonld(source: Source, target: Path) -> None:
    """Writes the named graphs as JSON-LD, one node a line. Memory does not grow with the graph."""
    context = Context(source.base)
    with target.open("w", encoding="utf-8", newline="\n") as file:
        file.write(f'{{"@context": {dumped(context.document())},\n"@graph": [')
        for number, (graph, subjects) in enumerate(by_graph(source)):
            name = dumped({"id": context.short(graph[1:-1])})[:-1] + ", " if graph else "{"
            file.write((",\n" if number else "\n") + f'{name}"@graph": [')
            nodes = (dumped(context.node(s[1:-1], ((p[1:-1], term(o)) for p, o in pairs))) for s, pairs in subjects)
            file.writelines(separated(nodes))
            file.write("\n]}")
        file.write("\n]}\n")


def separated(items: Iterable[str]) -> Iterable[str]:
    """Items of a JSON list, one a line."""
    return chain.from_iterable((",\n" if place else "\n", item) for place, item in enumerate(items))


def dumped(value: object) -> str:
    """JSON on one line that may stand in a page: no letter of it opens or ends a tag."""
    text = json.dumps(value, ensure_ascii=False)
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _type(sort: str, ranges: tuple[str, ...]) -> str:
    """What the context says of the values of a property: a link, or the one datatype that is not plain text."""
    if sort == "relation":
        return "@id"
    plain = {vocab.XSD + "string", vocab.LANG_STRING, _XSD_INTEGER, _XSD_BOOLEAN}
    return ranges[0] if len(ranges) == 1 and ranges[0] not in plain else ""
