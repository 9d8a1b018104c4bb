"""SPARQL 1.1 Protocol and Graph Store Protocol: what is asked, in which form it is answered, and what is turned away."""

from __future__ import annotations

import csv
import io
import runpy
import sys
from collections.abc import Callable
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import rdflib

ROWS = "SELECT ?event ?label { ?event a kg:Event ; rdfs:label ?label } ORDER BY ?event LIMIT 3"
GRAPH = "CONSTRUCT { ?event rdfs:label ?label } WHERE { ?event a kg:Event ; rdfs:label ?label }"
RDF = {"text/turtle": "turtle", "application/n-triples": "nt", "application/ld+json": "json-ld", "application/rdf+xml": "xml"}


def ask(served: Any, query: str, accept: str = "", **fields: str) -> Any:
    return served.client.get("/sparql", params={"query": query, **fields}, headers={"Accept": accept})


def test_rows_in_every_form_are_the_same(served: Any) -> None:
    found = ask(served, ROWS, "application/sparql-results+json").json()["results"]["bindings"]
    labels = [row["label"]["value"] for row in found]
    assert len(labels) == 3
    listed = list(csv.DictReader(io.StringIO(ask(served, ROWS, "text/csv").text)))
    assert [row["label"] for row in listed] == labels
    space = {"s": "http://www.w3.org/2005/sparql-results#"}
    tree = ElementTree.fromstring(ask(served, ROWS, "application/sparql-results+xml").content)
    assert [node.text for node in tree.iterfind(".//s:binding[@name='label']/s:literal", space)] == labels
    assert ask(served, ROWS, "text/tab-separated-values").text.count("\n") == 4


def test_graphs_in_every_form_are_the_same(served: Any) -> None:
    graphs = [rdflib.Graph().parse(data=ask(served, GRAPH, media).text, format=name) for media, name in RDF.items()]
    assert {len(graph) for graph in graphs} == {len(graphs[0])} and len(graphs[0]) > 3
    assert all(set(graph) == set(graphs[0]) for graph in graphs)


@pytest.mark.parametrize(
    ("accept", "answered"),
    [
        ("", "application/sparql-results+json"),
        ("*/*", "application/sparql-results+json"),
        ("text/html,*/*;q=0.8", "application/sparql-results+json"),
        ("application/json", "application/json"),
        ("text/csv;q=0.5, application/sparql-results+xml", "application/sparql-results+xml"),
    ],
)
def test_rows_are_never_html(served: Any, accept: str, answered: str) -> None:
    response = ask(served, "SELECT ('<script>alert(1)</script>' AS ?x) {}", accept)
    assert response.status_code == 200 and response.headers["content-type"] == f"{answered}; charset=utf-8"
    assert response.headers["x-content-type-options"] == "nosniff"


def test_a_form_that_is_not_on_offer_is_said(served: Any) -> None:
    response = ask(served, ROWS, "text/html")
    assert response.status_code == 406 and "text/csv" in response.text


def test_by_form_and_directly(served: Any) -> None:
    by_form = served.client.post("/sparql", data={"query": "ASK { ?s a kg:Event }"})
    direct = served.client.post("/sparql", content="ASK { ?s a kg:Event }", headers={"Content-Type": "application/sparql-query"})
    assert by_form.json()["boolean"] is direct.json()["boolean"] is True


def test_what_was_cut_says_so(served: Any) -> None:
    response = ask(served, "SELECT * { ?s ?p ?o }")
    assert response.headers["kgraph-truncated"] == "1000" and response.json()["truncated"] is True
    whole = ask(served, ROWS)
    assert "kgraph-truncated" not in whole.headers and "truncated" not in whole.json()


def test_a_dataset_named_beside_the_query(served: Any) -> None:
    count = "SELECT (COUNT(*) AS ?n) { ?s a kg:Event }"
    article = ask(served, "SELECT ?g { GRAPH ?g { ?e a kg:Event } } ORDER BY ?g LIMIT 1").json()["results"]["bindings"][0]["g"]["value"]
    number = [
        int(ask(served, count, **named).json()["results"]["bindings"][0]["n"]["value"]) for named in ({}, {"default-graph-uri": article})
    ]
    assert 0 < number[1] < number[0]
    assert ask(served, count, **{"default-graph-uri": "not an IRI"}).status_code == 400


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("SELECT * {", 400),
        ("SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }", 400),
        ("SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }", 400),
        ("CLEAR ALL", 400),
        ("", 400),
        ("SELECT * " + "{" * 3_200 + "}" * 3_200, 413),
        ("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }", 503),
    ],
)
def test_what_may_not_be_asked_is_told_in_words(served: Any, query: str, status: int) -> None:
    response = ask(served, query)
    assert response.status_code == status
    assert response.headers["content-type"].startswith("text/plain") and len(response.text) > 10


def test_updates_are_turned_away(served: Any) -> None:
    before = ask(served, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }").text
    assert served.client.post("/sparql", data={"update": "CLEAR ALL"}).status_code == 403
    direct = {"Content-Type": "application/sparql-update"}
    assert served.client.post("/sparql", content="CLEAR ALL", headers=direct).status_code == 403
    assert served.client.post("/update", content="CLEAR ALL", headers=direct).status_code == 404
    assert served.client.put("/graphs?default", content="<a:a> <a:b> <a:c> .").status_code == 405
    assert ask(served, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }").text == before


def test_the_endpoint_describes_itself(served: Any) -> None:
    said = rdflib.Graph().parse(data=served.client.get("/sparql").text, format="turtle")
    namespace = rdflib.Namespace("http://www.w3.org/ns/sparql-service-description#")
    assert set(said.objects(None, namespace.supportedLanguage)) == {namespace.SPARQL11Query}
    people = served.client.get("/sparql", headers={"Accept": "text/html,*/*;q=0.8"})
    assert (people.status_code, people.headers["location"]) == (303, "/query")


def test_the_dataset_describes_itself(served: Any) -> None:
    said = rdflib.Graph().parse(data=served.client.get("/.well-known/void").text, format="turtle")
    triples = said.value(rdflib.URIRef("https://w3id.org/kgraph-vn/graph"), rdflib.URIRef("http://rdfs.org/ns/void#triples"))
    counted = ask(served, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }").json()["results"]["bindings"][0]["n"]["value"]
    assert str(triples) == counted


def test_one_graph_at_a_time(served: Any) -> None:
    get = served.client.get
    whole = rdflib.Graph().parse(data=get("/graphs?default").text, format="turtle")
    name = "https://w3id.org/kgraph-vn/graph/authority"
    part = rdflib.Graph().parse(data=get("/graphs", params={"graph": name}).text, format="turtle")
    assert 0 < len(part) < len(whole)
    assert get("/graphs", params={"graph": "https://e.vn/none"}).status_code == 404
    assert get("/graphs").status_code == get("/graphs?default&graph=a:b").status_code == 400
    assert get("/graphs?default", headers={"Accept": "text/html"}).status_code == 406


@pytest.fixture
def with_token(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every request of http.client shows the token: the suite knows of none."""
    plain = HTTPConnection.request

    def request(self: HTTPConnection, method: str, url: str, body: Any = None, headers: Any = None, **rest: Any) -> None:
        plain(self, method, url, body=body, headers={**(headers or {}), "Authorization": "Bearer secret"}, **rest)

    monkeypatch.setattr(HTTPConnection, "request", request)


def run_suite(shared: Path, address: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *more: str) -> str:
    suites = shared / "suites"
    endpoint = f"{address}sparql"
    arguments = ["run", str(suites / "sparql11-protocol" / "manifest.ttl"), endpoint, endpoint, *more]
    monkeypatch.setattr(sys, "argv", arguments)
    runpy.run_path(str(suites / "run_protocol.py"), run_name="__main__")
    return capsys.readouterr().out.strip()


def test_the_suite_of_w3c_reading(
    shared: Path, serve: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    graph = tmp_path / "graph.nq"
    data = shared / "suites" / "sparql11-protocol"
    named = ((n, line) for n in (1, 2, 3) for line in (data / f"data{n}.nt").read_text().splitlines() if line.strip())
    lines = (f"{line.rstrip()[:-1]} <http://kasei.us/2009/09/sparql/data/data{n}.rdf> .\n" for n, line in named)
    graph.write_text("".join(lines))
    with serve(graph=str(graph)) as served:
        assert run_suite(shared, served.address, monkeypatch, capsys, "--read-only") == "{'pass': 27, 'skip': 7}"


def test_the_suite_of_w3c_writing_to_a_copy_in_memory(
    shared: Path,
    serve: Callable[..., Any],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    with_token: None,
) -> None:
    graph = tmp_path / "graph.nq"
    graph.touch()
    with serve(graph=str(graph), token="secret") as served:
        assert run_suite(shared, served.address, monkeypatch, capsys) == "{'pass': 34}"
    assert graph.read_bytes() == b""


def test_updates_need_the_token_and_are_whole_or_not_at_all(serve: Callable[..., Any], tmp_path: Path) -> None:
    (graph := tmp_path / "graph.nq").write_text("<e:a> <e:p> <e:b> <e:g> .\n")
    with serve(graph=str(graph), token="secret", seconds=2, memory=500_000_000) as served:

        def update(text: str, token: str = "secret") -> int:
            headers = {"Content-Type": "application/sparql-update", "Authorization": f"Bearer {token}"}
            return int(served.client.post("/sparql", content=text, headers=headers).status_code)

        def size() -> str:
            return str(ask(served, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }").json()["results"]["bindings"][0]["n"]["value"])

        assert update("CLEAR ALL", "other") == 401 and size() == "1"
        assert update("INSERT DATA { GRAPH <e:g> { <e:a> <e:p> <e:c> } }") == 204 and size() == "2"
        assert update("INSERT DATA { GRAPH <e:g> { <e:a> <e:p> <e:d> } } ; LOAD <http://127.0.0.1:1/>") == 400 and size() == "2"
        numbers = " ".join(str(n) for n in range(300))
        bomb = " . ".join(f"VALUES ?v{n} {{ {numbers} }}" for n in range(5))
        assert update(f"INSERT {{ <e:x> <e:p> ?v0 , ?v1 , ?v2 , ?v3 , ?v4 }} WHERE {{ {bomb} }}") == 503 and size() == "2"
        assert served.client.get("/id/x").status_code == 404
