"""What is said of each thing of a graph: one node after another, from the sorted quads."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Literal, NamedTuple

from kgraph import vocab
from kgraph.exports.quads import ready_quads
from kgraph.store.graph import PREFIXES

RDF_TYPE = PREFIXES["rdf"] + "type"
LABEL = PREFIXES["rdfs"] + "label"
REPLACED = PREFIXES["dcterms"] + "isReplacedBy"

Sort = Literal["article", "statement", "position", "tenure", "entity", "concept", "replaced", "other"]

_ENTITIES = (vocab.OFFICIAL, vocab.PERSON, vocab.ORGANIZATION, vocab.ADMINISTRATIVE_UNIT, vocab.DIRECTIVE, vocab.CAMPAIGN, vocab.EVENT)
_SORTS: tuple[tuple[Sort, tuple[str, ...]], ...] = (
    ("article", (vocab.ARTICLE,)),
    ("statement", (vocab.STATEMENT,)),
    ("position", (vocab.POSITION_HOLDING,)),
    ("tenure", (vocab.TENURE,)),
    ("entity", _ENTITIES),
    ("concept", (PREFIXES["skos"] + "Concept", PREFIXES["skos"] + "ConceptScheme")),
)
_ESCAPED = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))")
_UNQUOTED = {"t": "\t", "b": "\b", "n": "\n", "r": "\r", "f": "\f"}


class Term(NamedTuple):
    """An IRI (`kind` is "iri"), or a literal with its language or datatype (an IRI; empty for a plain string)."""

    value: str
    kind: Literal["iri", "literal"] = "iri"
    language: str = ""
    datatype: str = ""


@dataclass(frozen=True, slots=True)
class Node:
    """One subject: its IRI, and the graphs that say each predicate and object of it, in order."""

    iri: str
    said: Mapping[tuple[str, Term], tuple[str, ...]]

    def values(self, predicate: str) -> list[str]:
        """All values of a predicate, sorted."""
        return sorted({term.value for name, term in self.said if name == predicate})

    def first(self, predicate: str) -> str:
        """The first value of a predicate, empty where there is none."""
        return min(self.values(predicate), default="")

    @property
    def sort(self) -> Sort:
        """Which table it belongs to; a name that another one replaces is no entity any more."""
        classes = set(self.values(RDF_TYPE))
        if any(name == REPLACED for name, _ in self.said):
            return "replaced"
        return next((sort for sort, names in _SORTS if classes.intersection(names)), "other")

    @property
    def class_name(self) -> str:
        """The name of its narrowest class of ours, empty where it has none."""
        classes = set(self.values(RDF_TYPE))
        own = [name for _, names in _SORTS for name in names if name in classes and name.startswith(vocab.KG)]
        return own[0].removeprefix(vocab.KG) if own else ""


def read_nodes(quads: Path) -> Iterator[Node]:
    """The nodes of sorted quads, in the order of their names."""
    for subject, rows in groupby(ready_quads(quads), key=lambda quad: quad[0]):
        said: dict[tuple[str, Term], tuple[str, ...]] = {}
        for _, predicate, value, graph in rows:
            key = (predicate[1:-1], term(value))
            said[key] = (*said.get(key, ()), graph[1:-1])
        yield Node(subject[1:-1], said)


def term(text: str) -> Term:
    r"""A term of N-Quads as its value.

    >>> term('"Lễ \\"ra mắt\\""@vi'), term("<https://e.org/a>").kind
    (Term(value='Lễ "ra mắt"', kind='literal', language='vi', datatype=''), 'iri')
    """
    if text[0] == "<":
        return Term(_unescaped(text[1:-1]))
    end = text.rindex('"')
    tail = text[end + 1 :]
    value = _unescaped(text[1:end])
    if tail.startswith("@"):
        return Term(value, "literal", language=tail[1:])
    return Term(value, "literal", datatype=tail[3:-1])


def written(value: Term) -> str:
    r"""A term as N-Triples writes it.

    >>> print(written(Term("a\n\"b\"", "literal", "vi")))
    "a\n\"b\""@vi
    """
    if value.kind == "iri":
        return f"<{value.value}>"
    text = value.value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\r", "\\r")
    return f'"{text}"' + (f"@{value.language}" if value.language else f"^^<{value.datatype}>" if value.datatype else "")


def literals(values: Iterable[tuple[str, Term]]) -> list[Term]:
    """Those that are literals."""
    return [value for _, value in values if value.kind == "literal"]


def _unescaped(text: str) -> str:
    if "\\" not in text:
        return text
    return _ESCAPED.sub(lambda m: chr(int(m[1] or m[2], 16)) if m[1] or m[2] else _UNQUOTED.get(m[3], m[3]), text)
