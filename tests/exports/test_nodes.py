"""Nodes know what they are and what is said of them."""

from __future__ import annotations

import pytest

from kgraph.exports.nodes import Term, read_nodes, term, written


def test_the_nodes_of_the_seeds(seeds) -> None:
    nodes = list(read_nodes(seeds.path))
    assert sum(node.sort == "entity" for node in nodes) == seeds.entities
    assert sum(node.sort == "statement" for node in nodes) == seeds.statements
    assert sum(len(node.said) for node in nodes) == len(seeds.triples)
    assert sum(node.sort == "replaced" for node in nodes) == seeds.count("?s <http://purl.org/dc/terms/isReplacedBy> ?o")


@pytest.mark.parametrize(
    "text",
    [
        '"a"',
        '"a\\"b\\\\c\\nd"@vi',
        '"1"^^<http://www.w3.org/2001/XMLSchema#integer>',
        '""',
        "<https://e.org/a?b=c>",
        '"ends \\\\"',
        '"a^^<b>"@en-GB',
    ],
)
def test_a_term_is_written_as_it_was_read(text: str) -> None:
    assert written(term(text)) == text


def test_escapes_of_characters() -> None:
    assert term('"\\u0041\\U0001F600\\t"') == Term("A\U0001f600\t", "literal")
