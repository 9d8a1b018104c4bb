"""Programs of others ask the server as they ask any other."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

QUERY = "PREFIX kg: <https://w3id.org/kgraph-vn/ns#> SELECT (COUNT(DISTINCT ?e) AS ?n) WHERE { ?e a kg:Event }"
GRAPH = "PREFIX kg: <https://w3id.org/kgraph-vn/ns#> CONSTRUCT { ?e a kg:Event } WHERE { ?e a kg:Event }"
ACCEPTS = {
    QUERY: (
        "application/sparql-results+json",
        "application/sparql-results+xml",
        "text/csv",
        "text/tab-separated-values",
        "application/json",
    ),
    GRAPH: ("text/turtle", "application/n-triples", "application/ld+json", "application/rdf+xml"),
}


def counted(served: Any) -> str:
    return str(served.client.get("/sparql", params={"query": QUERY}).json()["results"]["bindings"][0]["n"]["value"])


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_sparqlwrapper(served: Any, method: str) -> None:
    wrapper = pytest.importorskip("SPARQLWrapper")
    client = wrapper.SPARQLWrapper(f"{served.address}sparql")
    client.setMethod(method)
    client.setQuery(QUERY)
    for form in (wrapper.JSON, wrapper.XML, wrapper.CSV, wrapper.TSV):
        client.setReturnFormat(form)
        answer = client.queryAndConvert()
        text = answer if isinstance(answer, bytes) else json.dumps(answer).encode() if isinstance(answer, dict) else answer.toxml().encode()
        assert counted(served).encode() in text
    client.setQuery(GRAPH)
    for form in (wrapper.RDFXML, wrapper.JSONLD):
        client.setReturnFormat(form)
        assert len(client.queryAndConvert()) == int(counted(served))
    client.setReturnFormat(wrapper.TURTLE)
    assert client.queryAndConvert().count(b"kg:Event") == int(counted(served))


def test_rdflib_as_a_client(served: Any) -> None:
    import rdflib
    from rdflib.plugins.stores.sparqlstore import SPARQLStore

    graph = rdflib.Graph(SPARQLStore(f"{served.address}sparql"))
    assert [str(row[0]) for row in graph.query(QUERY)] == [counted(served)]


@pytest.mark.tool
@pytest.mark.parametrize(("query", "accept"), [(query, accept) for query, accepts in ACCEPTS.items() for accept in accepts])
def test_curl(served: Any, query: str, accept: str) -> None:
    if not shutil.which("curl"):
        pytest.skip("curl is not installed")
    command = ["curl", "-sS", "-f", "-D", "-", "-H", f"Accept: {accept}", "--data-urlencode", f"query={query}", f"{served.address}sparql"]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert said.startswith("HTTP/1.1 200") and f"content-type: {accept}; charset=utf-8" in said
    assert (counted(served) if query == QUERY else "Event") in said


@pytest.mark.tool
@pytest.mark.slow
def test_comunica(served: Any, tmp_path: Path) -> None:
    """The engine of the web community, from npm, as `npx @comunica/query-sparql`."""
    npm = shutil.which("npm")
    if not npm:
        pytest.skip("npm is not installed")
    install = [npm, "install", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix", str(tmp_path), "@comunica/query-sparql@4"]
    if subprocess.run(install, capture_output=True, timeout=280).returncode:
        pytest.skip("Comunica cannot be installed here")
    program = tmp_path / "node_modules" / ".bin" / "comunica-sparql"
    for source in (f"sparql@{served.address}sparql", f"{served.address}sparql"):
        command = [str(program), source, QUERY, "-t", "application/sparql-results+json"]
        done = subprocess.run(command, capture_output=True, text=True, timeout=120)
        assert counted(served) in done.stdout, done.stderr
    page = f"{served.address}id/unit/ha-noi"
    linked = [
        str(program),
        page,
        "SELECT ?label WHERE { <https://w3id.org/kgraph-vn/id/unit/ha-noi> <http://www.w3.org/2000/01/rdf-schema#label> ?label }",
    ]
    assert "Hà Nội" in subprocess.run(linked, capture_output=True, text=True, timeout=120).stdout


@pytest.mark.slow
def test_schemathesis_finds_no_fault_of_ours(served: Any, tmp_path: Path) -> None:
    """Requests made up from the OpenAPI document, good and bad: never a 5xx that is not one of the limits, never another form than said."""
    pytest.importorskip("schemathesis")
    program = Path(sys.executable).with_name("schemathesis")
    checks = "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance"
    command = [
        str(program),
        "run",
        f"{served.address}openapi.json",
        "--checks",
        checks,
        "--max-examples",
        "60",
        "--seed",
        "1",
        "--no-color",
    ]
    done = subprocess.run([*command, "--phases", "examples,coverage,fuzzing"], capture_output=True, text=True, cwd=tmp_path, timeout=280)
    assert done.returncode == 0, done.stdout[-6_000:]
