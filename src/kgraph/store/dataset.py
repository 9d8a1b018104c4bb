"""The graphs that a request names beside its query: SPARQL 1.1 Protocol lets them stand for what the query says of its dataset."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pyoxigraph as ox

from kgraph.errors import Refused
from kgraph.store.tokens import Token


@dataclass(frozen=True, slots=True)
class Dataset:
    """IRIs of the graphs that are merged into the default graph, and of those that GRAPH may name; nothing named is all of both."""

    default: tuple[str, ...] = ()
    named: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.default or self.named)

    def as_options(self) -> dict[str, Any]:
        """The same as the engine wants it; Refused for what is no IRI.

        >>> Dataset(named=("http://e/g",)).as_options()
        {'default_graph': [], 'named_graphs': [<NamedNode value=http://e/g>]}
        """
        return {"default_graph": _nodes(self.default), "named_graphs": _nodes(self.named)} if self else {}


def _nodes(iris: Iterable[str]) -> list[ox.NamedNode]:
    try:
        return [ox.NamedNode(iri) for iri in iris]
    except ValueError as error:
        raise Refused("a graph's name is not an IRI", mend="name a graph of the build, such as https://.../graph/authority") from error


CLAUSES = frozenset({"FROM", "NAMED"})
"""Words that name the dataset in a query."""


def without_clauses(words: Iterable[Token]) -> tuple[Token, ...]:
    """The words of a query without FROM and FROM NAMED, for a request that names the dataset itself.

    >>> from kgraph.store.tokens import one_line, tokens
    >>> " ".join(one_line(without_clauses(tokens("ASK FROM NAMED <e:a> FROM e:b { ?s ?p ?o }"))).split())
    'ASK { ?s ?p ?o }'
    """
    return tuple(_kept(tuple(words)))


def _kept(words: Sequence[Token]) -> Iterator[Token]:
    at = 0
    while at < len(words):
        if _is(words[at], "FROM"):
            at += 2 + (at + 1 < len(words) and _is(words[at + 1], "NAMED"))
        else:
            yield words[at]
            at += 1


def with_using(words: Iterable[Token], dataset: Dataset) -> tuple[Token, ...]:
    """The words of an update, with USING and USING NAMED before each WHERE that belongs to an INSERT or a DELETE with a template.

    Refused where the update names its dataset already, as the protocol asks.

    >>> from kgraph.store.tokens import one_line, tokens
    >>> print(one_line(with_using(tokens("INSERT { ?s ?p 1 } WHERE { ?s ?p 2 }"), Dataset(default=("e:g",)))))
    INSERT { ?s ?p 1 } USING <e:g> WHERE{ ?s ?p 2 }
    """
    words = tuple(words)
    if not dataset:
        return words
    if any(_is(word, "USING") or _is(word, "WITH") for word in words):
        raise Refused("the dataset is named in the update and beside it", mend="name it in one place")
    _nodes((*dataset.default, *dataset.named))
    clauses = [*(f"USING <{iri}>" for iri in dataset.default), *(f"USING NAMED <{iri}>" for iri in dataset.named)]
    return tuple(_used(words, " ".join(clauses)))


def _used(words: Sequence[Token], clauses: str) -> Iterator[Token]:
    depth = 0
    for before, word in zip((None, *words), words, strict=False):
        depth += (word.text == "{") - (word.text == "}")
        if depth == 0 and _is(word, "WHERE") and before and before.text == "}":
            yield Token("word", f"{clauses} WHERE", word.at)
        else:
            yield word


def _is(word: Token, name: str) -> bool:
    return word.kind == "word" and word.text.upper() == name
