"""Answers as files: standard CSV and JSON, Turtle that reads back, and a mark where an answer was cut."""

from __future__ import annotations

import csv
import io
import json

import pyoxigraph as ox
import pytest

from kgraph.errors import Refused
from kgraph.store.query import Head, Part, Row, Tail, Triple
from kgraph.store.results import csv_lines, json_lines, short, turtle_lines

ROWS: list[Part] = [
    Head("select", ("s", "l")),
    Row({"s": {"type": "uri", "value": "http://e/1"}, "l": {"type": "literal", "value": 'Hội nghị "A", B\nC', "xml:lang": "vi"}}),
    Row({"s": {"type": "bnode", "value": "b0"}}),
    Tail(2, False),
]
TRUTH: list[Part] = [Head("ask", truth=False), Tail(0, False)]
GRAPH: list[Part] = [
    Head("graph"),
    Triple('<http://e/2> <http://www.w3.org/2000/01/rdf-schema#label> "b\\n\\"c\\""@vi .'),
    Triple("<http://e/1> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/kgraph-vn/ns#Event> ."),
    Tail(2, True),
]


def test_csv() -> None:
    read = list(csv.reader(io.StringIO("".join(csv_lines(ROWS)), newline="")))
    assert read == [["s", "l"], ["http://e/1", 'Hội nghị "A", B\nC'], ["_:b0", ""]]
    assert "".join(csv_lines(TRUTH)) == "false\r\n"


def test_json_is_that_of_sparql() -> None:
    read = json.loads("".join(json_lines(ROWS)))
    assert read == {"head": {"vars": ["s", "l"]}, "results": {"bindings": [row.cells for row in ROWS if isinstance(row, Row)]}}
    assert isinstance(ox.parse_query_results("".join(json_lines(ROWS)), ox.QueryResultsFormat.JSON), ox.QuerySolutions)
    assert json.loads("".join(json_lines(TRUTH))) == {"head": {}, "boolean": False}


def test_json_says_that_it_was_cut() -> None:
    assert json.loads("".join(json_lines([*ROWS[:-1], Tail(2, True)])))["truncated"] is True


def test_json_of_no_rows() -> None:
    assert json.loads("".join(json_lines([Head("select", ("x",)), Tail(0, False)])))["results"] == {"bindings": []}


def test_turtle_reads_back_sorted_and_marked() -> None:
    text = "".join(turtle_lines(GRAPH))
    assert text.index("http://e/1") < text.index("http://e/2")
    assert "kg:Event" in text
    assert text.endswith("# truncated: the first 2 triples, there are more\n")
    assert len(list(ox.parse(text, format=ox.RdfFormat.TURTLE))) == 2


@pytest.mark.parametrize(("write", "parts"), [(csv_lines, GRAPH), (json_lines, GRAPH), (turtle_lines, ROWS), (turtle_lines, TRUTH)])
def test_a_format_that_cannot_hold_the_answer_is_refused(write: object, parts: list[Part]) -> None:
    with pytest.raises(Refused, match="triples"):
        list(write(parts))  # type: ignore[operator]


@pytest.mark.parametrize(
    ("iri", "name"),
    [
        ("https://w3id.org/kgraph-vn/id/event/a", "kgid:event/a"),
        ("http://www.w3.org/ns/org#member", "org:member"),
        ("http://other.vn/x", "http://other.vn/x"),
    ],
)
def test_names_are_shortened_for_eyes(iri: str, name: str) -> None:
    assert short({"type": "uri", "value": iri}) == name
