"""Triples in memory, as N-Triples writes their terms: what a rule asks and what it adds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

import pyoxigraph as ox

from kgraph.errors import KgraphError
from kgraph.store.graph import PREFIXES

_LINES = 50_000


class Triples:
    """A set of triples that grows, and answers our own SELECT queries.

    >>> some = Triples()
    >>> some.add(['<http://e/a> <http://e/p> "x" .'])
    >>> list(some.solutions("SELECT ?s ?o { ?s ?p ?o }"))
    [{'s': '<http://e/a>', 'o': '"x"'}]
    """

    def __init__(self) -> None:
        self._store = ox.Store()

    def __len__(self) -> int:
        """The number of triples, each counted once."""
        return len(self._store)

    def add(self, lines: Iterable[str]) -> None:
        """Takes lines of N-Triples; KgraphError where one is none."""
        coming = iter(lines)
        while part := list(islice(coming, _LINES)):
            try:
                self._store.bulk_load("\n".join(part), format=ox.RdfFormat.N_TRIPLES)
            except SyntaxError as error:
                raise KgraphError(f"not N-Triples: {error}", mend="run `kgraph build` again") from error

    def solutions(self, query: str) -> Iterator[dict[str, str]]:
        """Rows of a SELECT query as {variable: term}; unbound variables are left out. All of PREFIXES are known.

        SyntaxError where it is no SPARQL.
        """
        answer = self._store.query(query, prefixes=PREFIXES)
        assert isinstance(answer, ox.QuerySolutions)
        names = [variable.value for variable in answer.variables]
        for row in answer:
            yield {name: str(term) for name in names if (term := row[name]) is not None}
