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


def test_the_graph_may_be_a_folder_or_come_from_stdin(kgraph: Any, graph: Path) -> None:
    expected = kgraph("query", PEOPLE, "-g", graph).out
    assert kgraph("query", PEOPLE, "-g", graph.parent).out == expected
    assert kgraph("query", PEOPLE, "-g", "-", stdin=graph.read_text("utf-8")).out == expected
    both = kgraph("query", "-", "-g", "-", stdin=PEOPLE)
    assert both.code == 2 and "cannot both come from stdin" in both.err


def test_turtle_and_trig_can_be_asked_too(kgraph: Any, graph: Path, tmp_path: Path) -> None:
    for suffix in ("ttl", "trig"):
        assert kgraph("export", graph, "-o", tmp_path / f"g.{suffix}").code == 0
        assert kgraph("query", PEOPLE, "-g", tmp_path / f"g.{suffix}").out == kgraph("query", PEOPLE, "-g", graph).out


def test_pages_together_are_the_whole(kgraph: Any, graph: Path) -> None:
    ask = "SELECT ?s ?p { ?s ?p ?o } ORDER BY ?s ?p ?o"
    whole = kgraph("query", ask, "-g", graph, "-f", "csv").out.splitlines()[1:]
    paged: list[str] = []
    while len(paged) < len(whole):
        run = kgraph("query", ask, "-g", graph, "-f", "csv", "--limit", "20", "--offset", len(paged))
        assert run.code == 0 and "ORDER BY" not in run.err
        assert (f"--offset {len(paged) + 20}" in run.err) == (len(paged) + 20 < len(whole))
        paged += run.out.splitlines()[1:]
    assert paged == whole
    assert "no ORDER BY" in kgraph("query", "SELECT ?s { ?s ?p ?o }", "-g", graph, "--offset", "5").err


def test_tsv_and_the_formats_of_graphs(kgraph: Any, graph: Path) -> None:
    assert kgraph("query", PEOPLE, "-g", graph, "-f", "tsv").out == '?name\n"Đinh Trường Thọ"@vi\n'
    ask = "DESCRIBE kgid:organization\\/qu"
    turtle = {str(quad) for quad in ox.parse(kgraph("query", ask, "-g", graph).out, format=ox.RdfFormat.TURTLE)}
    assert len(turtle) == 4
    for name, format in (("nt", ox.RdfFormat.N_TRIPLES), ("jsonld", ox.RdfFormat.JSON_LD)):
        assert {str(quad) for quad in ox.parse(kgraph("query", ask, "-g", graph, "-f", name).out, format=format)} == turtle


@pytest.mark.parametrize(
    ("ask", "expect", "code"),
    [
        (PEOPLE, "some", 0),
        (PEOPLE, "none", 1),
        ("SELECT ?s { ?s a kg:Venue }", "some", 1),
        ("SELECT ?s { ?s a kg:Venue }", "none", 0),
        ("ASK { ?s a kg:Event }", "some", 0),
        ("ASK { ?s a kg:Venue }", "some", 1),
        ("ASK { ?s a kg:Venue }", "none", 0),
        ("CONSTRUCT WHERE { ?s a kg:Venue }", "some", 1),
    ],
)
def test_an_answer_that_is_not_as_expected_is_1(kgraph: Any, graph: Path, tmp_path: Path, ask: str, expect: str, code: int) -> None:
    out = tmp_path / "answer.ttl" if ask.startswith("CONSTRUCT") else tmp_path / "answer.csv"
    run = kgraph("query", ask, "-g", graph, "--expect", expect, "-o", out)
    assert run.code == code
    assert out.exists() == (code == 0 or expect == "none")


def test_a_query_is_explained_and_not_asked(kgraph: Any, graph: Path) -> None:
    run = kgraph("query", f"{PEOPLE} ORDER BY ?name", "-g", graph, "--explain")
    assert (run.code, run.err) == (0, "")
    assert "read as select: ?name" in run.out
    assert "kg:Official: 2 triples" in run.out and "ORDER BY without LIMIT" in run.out
    assert "Thọ" not in run.out
    assert kgraph("query", "SELECT * {", "-g", graph, "--explain").code == 2


BOMBS = {
    "nested groups": ("SELECT * " + "{" * 3200 + "}" * 3200, "brackets 3,200 deep, at most 64"),
    "nested parentheses": ("SELECT * { FILTER(" + "(" * 3000 + "1" + ")" * 3000 + ") }", "brackets 3,002 deep, at most 64"),
    "many patterns": ("SELECT * { " + " . ".join(f"?s{i} ?p{i} ?o{i}" for i in range(400)) + " }", "triple patterns, at most 100"),
    "a long query": ("SELECT * { ?s ?p '" + "a" * 20_000 + "' }", "bytes, at most 16,384"),
    "endless": ("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n1 ?o }", "time limit of 2 s"),
    "sorting": ("SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l } ORDER BY ?a ?h DESC(?l)", "limit of"),
}


@pytest.mark.parametrize("name", BOMBS)
def test_each_limit_is_named_and_leaves_the_old_file(kgraph: Any, graph: Path, tmp_path: Path, name: str) -> None:
    (out := tmp_path / "answer.csv").write_text("old")
    ask, said = BOMBS[name]
    run = kgraph("query", ask, "-g", graph, "-o", out, "--timeout", "2", "--memory", "0.3")
    assert (run.code, run.out) == (8, "") and said in run.err and run.err.count("\n") == 1
    assert out.read_text() == "old" and list(tmp_path.iterdir()) == [out]


def test_sorting_that_fills_the_memory_is_said_to_be_that(kgraph: Any, graph: Path) -> None:
    run = kgraph("query", BOMBS["sorting"][0], "-g", graph, "--timeout", "60", "--memory", "0.2")
    assert run.code == 8 and "memory limit of 0.2 GB" in run.err and "--memory" in run.err
