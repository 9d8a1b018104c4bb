"""What is said of a query before it is asked."""

from __future__ import annotations

from pathlib import Path

import pytest

from kgraph.errors import Refused
from kgraph.store.explaining import explain_query, notes
from kgraph.store.tokens import tokens


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("SELECT ?s { ?s kg:kind ?o } ORDER BY ?s LIMIT 3", []),
        ("SELECT ?s { ?s kg:implements* ?o }", ["path"]),
        ("SELECT ?s { ?s kg:implements+ ?o } LIMIT 3", ["path", "unordered"]),
        ("SELECT DISTINCT ?p { ?s ?p ?o }", ["any_predicate", "groups"]),
        ("SELECT (COUNT(*) AS ?n) { ?s kg:kind ?o }", []),
        ("SELECT ?s { ?s kg:kind ?o FILTER(REGEX(STR(?o), 'x*')) }", ["regex"]),
    ],
)
def test_notes(query: str, said: list[str]) -> None:
    assert notes(tokens(query)) == said


def test_names_are_counted_as_predicate_or_class(sample_file: Path) -> None:
    query = "PREFIX my: <https://w3id.org/kgraph-vn/ns#> SELECT ?s { ?s a my:Event ; kg:kind ?k ; <https://e.org/none> ?x }"
    told = explain_query(sample_file, query)
    uses = dict(told.uses)
    assert set(uses) == {"my:Event", "kg:kind", "<https://e.org/none>"}
    assert uses["my:Event"] > 0 and uses["kg:kind"] > 0 and uses["<https://e.org/none>"] == 0
    assert told.kind == "select" and told.variables == ("s",) and told.prefixes == ("kg", "my")


def test_what_is_refused_is_refused_here_too(sample_file: Path) -> None:
    with pytest.raises(Refused):
        explain_query(sample_file, "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }")
