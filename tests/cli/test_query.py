"""`kgraph query`: formats, limits, refusals."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest

PEOPLE = "SELECT ?name { ?who a kg:Official ; kg:hasPosition ?h ; rdfs:label ?name }"


def test_a_table_by_default(kgraph: Any, graph: Path) -> None:
    run = kgraph("query", PEOPLE, "-g", graph)
    assert (run.code, run.err) == (0, "")
    assert run.out.split() == ["name", "─" * len("Đinh Trường Thọ"), "Đinh", "Trường", "Thọ"]


def test_csv_and_json(kgraph: Any, graph: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(kgraph("query", PEOPLE, "-g", graph, "-f", "csv").out)))
    assert rows == [{"name": "Đinh Trường Thọ"}]
    answer = json.loads(kgraph("query", PEOPLE, "-g", graph, "--format", "json").out)
    assert answer["results"]["bindings"] == [{"name": {"type": "literal", "value": "Đinh Trường Thọ", "xml:lang": "vi"}}]


def test_triples_come_as_turtle(kgraph: Any, graph: Path) -> None:
    run = kgraph("query", "DESCRIBE kgid:organization\\/qu", "-g", graph)
    assert run.code == 0
    assert len(list(ox.parse(run.out, format=ox.RdfFormat.TURTLE))) == 4


def test_ask(kgraph: Any, graph: Path) -> None:
    assert kgraph("query", "ASK { ?s a kg:Event }", "-g", graph).out == "true\n"
    assert kgraph("query", "ASK { ?s a kg:Venue }", "-g", graph).out == "false\n"


def test_from_a_file_and_from_stdin(kgraph: Any, graph: Path, tmp_path: Path) -> None:
    (tmp_path / "people.rq").write_text(f"# who\n{PEOPLE}\n", encoding="utf-8-sig")
    expected = kgraph("query", PEOPLE, "-g", graph).out
    assert kgraph("query", tmp_path / "people.rq", "-g", graph).out == expected
    assert kgraph("query", "-", "-g", graph, stdin=PEOPLE).out == expected
    missing = kgraph("query", "none.rq", "-g", graph)
    assert missing.code == 2 and "cannot read the query (none.rq)" in missing.err


def test_the_format_follows_the_name_of_the_file(kgraph: Any, graph: Path, tmp_path: Path) -> None:
    for name, start in (("a.csv", "name"), ("a.json", '{"head"')):
        run = kgraph("query", PEOPLE, "-g", graph, "-o", tmp_path / name)
        assert (run.code, run.out) == (0, "")
        assert (tmp_path / name).read_text(encoding="utf-8").startswith(start)


def test_a_failure_leaves_no_file(kgraph: Any, graph: Path, tmp_path: Path) -> None:
    assert kgraph("query", "CONSTRUCT WHERE { ?s ?p ?o }", "-g", graph, "-o", tmp_path / "a.csv").code == 2
    assert kgraph("query", PEOPLE, "-g", graph, "-o", tmp_path / "a.xyz").code == 2
    assert list(tmp_path.iterdir()) == []


def test_an_answer_that_was_cut_says_so(kgraph: Any, graph: Path) -> None:
    everything = "SELECT * { ?s ?p ?o }"
    asked = kgraph("query", everything, "-g", graph, "-f", "json", "--limit", "3")
    assert asked.code == 0 and "truncated: only the first 3 rows" in asked.err
    assert json.loads(asked.out)["truncated"] is True
    million = kgraph("query", "SELECT ?a ?d { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }", "-g", graph, "-f", "csv")
    assert million.code == 8 and "only the first 10,000 rows" in million.err
    assert million.out.count("\r\n") == 10_001


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }",
        "LOAD <http://127.0.0.1:9/>",
        "CLEAR ALL",
        "SELECT * {",
        "",
    ],
)
def test_a_refused_query_is_2(kgraph: Any, graph: Path, query: str) -> None:
    run = kgraph("query", query, "-g", graph)
    assert (run.code, run.out) == (2, "")
    assert run.err.startswith("error: ") and run.err.count("\n") == 1


def test_a_query_that_meets_a_limit_is_8(kgraph: Any, graph: Path) -> None:
    endless = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n1 ?o }"
    run = kgraph("query", endless, "-g", graph, "--timeout", "1")
    assert (run.code, run.out) == (8, "")
    assert "time limit of 1 s" in run.err and "--timeout" in run.err
    assert kgraph("query", "SELECT * " + "{" * 3200 + "}" * 3200, "-g", graph).code == 8


@pytest.mark.parametrize("format", ["csv", "json", "ttl"])
def test_data_is_whole_where_it_is_not_read_by_eyes(kgraph: Any, graph: Path, format: str) -> None:
    """The label of one official holds an escape sequence: files keep it as it is, as JSON and Turtle write it."""
    ask = "CONSTRUCT WHERE { kgid:official\\/do rdfs:label ?l }" if format == "ttl" else "SELECT ?l { kgid:official\\/do rdfs:label ?l }"
    run = kgraph("query", ask, "-g", graph, "-f", format)
    label = "Ông \x1b[31mĐỏ\u202e [bold]đậm[/bold]"
    if format == "csv":
        assert label in run.out
    elif format == "json":
        assert json.loads(run.out)["results"]["bindings"][0]["l"]["value"] == label
    else:
        assert next(iter(ox.parse(run.out, format=ox.RdfFormat.TURTLE))).object.value == label


def test_a_table_shows_neither_control_characters_nor_markup(kgraph: Any, graph: Path) -> None:
    run = kgraph("query", "SELECT ?l { kgid:official\\/do rdfs:label ?l }", "-g", graph)
    assert "Ông [31mĐỏ [bold]đậm[/bold]" in run.out
    assert not {"\x1b", "\u202e"} & set(run.out)
