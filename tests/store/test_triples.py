"""Triples that grow, asked by our own queries."""

from __future__ import annotations

import pytest

from kgraph.errors import KgraphError
from kgraph.store.triples import Triples

A = "<http://e/a> <http://e/p> <http://e/b> ."


def test_a_triple_is_there_once_and_terms_are_told_as_n_triples_write_them() -> None:
    some = Triples()
    some.add(
        [A, A, '<http://e/a> <http://e/q> "2024-03-19"^^<http://www.w3.org/2001/XMLSchema#date> .', '<http://e/a> <http://e/r> "Hà"@vi .']
    )
    assert len(some) == 3
    values = {row["o"] for row in some.solutions("SELECT ?o { ?s ?p ?o }")}
    assert values == {"<http://e/b>", '"2024-03-19"^^<http://www.w3.org/2001/XMLSchema#date>', '"Hà"@vi'}


def test_what_is_added_later_is_seen_and_what_is_unbound_left_out() -> None:
    some = Triples()
    assert list(some.solutions("SELECT ?s { ?s ?p ?o }")) == []
    some.add([A])
    assert list(some.solutions("SELECT ?s ?x { ?s ?p ?o OPTIONAL { ?o ?p ?x } }")) == [{"s": "<http://e/a>"}]


def test_prefixes_of_the_graph_are_known() -> None:
    some = Triples()
    some.add(["<http://e/a> <https://w3id.org/kgraph-vn/ns#attended> <http://e/b> ."])
    assert list(some.solutions("SELECT ?s { ?s kg:attended ?o }")) == [{"s": "<http://e/a>"}]


def test_what_is_no_triple_and_no_query_is_told() -> None:
    with pytest.raises(KgraphError, match="not N-Triples"):
        Triples().add(["no triple"])
    with pytest.raises(SyntaxError):
        list(Triples().solutions("SELECT"))
