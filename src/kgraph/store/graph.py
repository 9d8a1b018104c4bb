"""The graph in memory: load N-Quads, ask SPARQL, get plain values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import pyoxigraph as ox

from kgraph.errors import KgraphError
from kgraph.store.cells import Cell, cell
from kgraph.store.folder import is_stored
from kgraph.store.loading import load_store, store_of
from kgraph.store.snapshot import check_snapshot

PREFIXES = {
    "kg": "https://w3id.org/kgraph-vn/ns#",
    "kgid": "https://w3id.org/kgraph-vn/id/",
    "kgv": "https://w3id.org/kgraph-vn/vocab/",
    "dcterms": "http://purl.org/dc/terms/",
    "eli": "http://data.europa.eu/eli/ontology#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}

Row = dict[str, str]


class Graph:
    """All quads of a build; a query sees the merge of its named graphs, and each of them by its name."""

    def __init__(self, store: ox.Store, quads: int) -> None:
        self._store, self._quads = store, quads

    @classmethod
    def load(cls, path: Path) -> Graph:
        """The graph of an N-Quads file, or of a store that holds it.

        KgraphError where the file is missing or not N-Quads, StoreDamaged where the database of the store is not as it was written.
        """
        if is_stored(path):
            check_snapshot(path.parent)
        return cls(*load_store(path))

    @classmethod
    def of(cls, quads: Iterable[str]) -> Graph:
        """The graph of some lines of N-Quads, each once."""
        return cls(*store_of(quads))

    def __len__(self) -> int:
        """The number of quads of the file."""
        return self._quads

    def rows(
        self,
        query: str,
        *,
        graph: str | None = None,
        given: Mapping[str, str] | None = None,
        among: Mapping[str, Iterable[str]] | None = None,
    ) -> Iterator[Row]:
        """Rows of one of our own SELECT queries as {variable: value}; unbound variables are left out.

        Values are strings: an IRI or the lexical form. `graph` (an IRI) asks that named graph alone instead of the merge of all;
        `given` binds projected variables to IRIs, so that no name of a user is ever pasted into a query; `among` sets IRIs into
        `VALUES ?x { UNDEF }`. KgraphError for a name that is no IRI. Queries of users go through `kgraph.store.query` instead.
        """
        for variable, iris in (among or {}).items():
            query = query.replace(
                f"VALUES ?{variable} {{ UNDEF }}", f"VALUES ?{variable} {{ {' '.join(str(_node(iri)) for iri in iris)} }}"
            )
        answer = self._store.query(
            query,
            prefixes=PREFIXES,
            default_graph=None if graph is None else _node(graph),
            substitutions={ox.Variable(name): _node(iri) for name, iri in (given or {}).items()},
        )
        assert isinstance(answer, ox.QuerySolutions)
        names = [v.value for v in answer.variables]
        for solution in answer:
            yield {n: t.value for n in names if (t := solution[n]) is not None and not isinstance(t, ox.Triple)}

    def cells(self, query: str) -> Iterator[dict[str, Cell]]:
        """Rows of one of our own SELECT queries as {variable: term}, terms as in SPARQL 1.1 JSON results; unbound variables are left out.

        SyntaxError where it is no SPARQL.
        """
        answer = self._store.query(query, prefixes=PREFIXES)
        assert isinstance(answer, ox.QuerySolutions)
        names = [v.value for v in answer.variables]
        for solution in answer:
            yield {n: cell(t) for n in names if (t := solution[n]) is not None}


def _node(iri: str) -> ox.NamedNode:
    try:
        return ox.NamedNode(iri)
    except ValueError as error:
        raise KgraphError("not an IRI", where=iri, mend="use a name of the graph, such as kgid:organization/...") from error
