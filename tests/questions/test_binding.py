"""No text of a user becomes a part of a query."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgraph.questions.binding import bound, literal, term
from kgraph.store.graph import Graph

QUERY = "SELECT ?x WHERE { VALUES ?x { UNDEF } }"


@given(st.text(alphabet=st.characters(exclude_categories=("Cs",)), max_size=40))
def test_a_text_comes_back_as_it_went_in(text: str) -> None:
    rows = list(Graph.of(()).cells(bound(QUERY, {"x": [{"type": "literal", "value": text}]})))
    assert [row["x"]["value"] for row in rows] == [text]


@pytest.mark.parametrize(
    "iri", ["https://e.org/a> } DROP ALL #", "not an iri", "https://e.org/a b", 'https://e.org/"', "https://e.org/\\u003e"]
)
def test_what_is_no_iri_is_refused(iri: str) -> None:
    with pytest.raises(ValueError, match="not an IRI"):
        term({"type": "uri", "value": iri})


@pytest.mark.parametrize(
    ("type", "text"),
    [("date", "30/2/2024"), ("date", '2024-01-01"^^x'), ("integer", "1 } #"), ("integer", "١"), ("decimal", "1e9"), ("decimal", "nan")],
)
def test_what_is_no_value_of_its_type_is_refused(type: str, text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        literal(type, text)


def test_only_the_block_of_the_parameter_is_replaced() -> None:
    query = 'SELECT ?x WHERE { VALUES ?x { UNDEF } FILTER(?x != "VALUES ?x { UNDEF }") }'
    made = bound(query, {"x": [{"type": "uri", "value": "https://e.org/a"}]})
    assert made == 'SELECT ?x WHERE { VALUES ?x { <https://e.org/a> } FILTER(?x != "VALUES ?x { UNDEF }") }'
    assert bound(QUERY, {"x": []}) == "SELECT ?x WHERE {  }"
