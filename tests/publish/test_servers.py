"""Real servers hold what was published, and answer every question as the embedded engine does."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest

from kgraph.cli.asked import as_json
from kgraph.questions.answering import Unanswerable, answer
from kgraph.questions.naming import Engine
from kgraph.questions.reading import load_questions
from kgraph.store.cells import Cell
from kgraph.store.graph import PREFIXES, Graph

pytestmark = [pytest.mark.tool, pytest.mark.slow]

ROOT = Path(__file__).parents[2]
HEAD = "".join(f"PREFIX {name}: <{space}>\n" for name, space in PREFIXES.items())
COUNTS = "SELECT ?g (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g"
SERVERS = ("virtuoso-gsp", "virtuoso-update", "oxigraph-gsp", "oxigraph-update")


def engine(address: str) -> Engine:
    """Asks an endpoint; Virtuoso says `typed-literal` where SPARQL 1.1 says `literal`."""

    def ask(query: str) -> Iterator[dict[str, Cell]]:
        body = urlencode({"query": HEAD + query}).encode()
        request = urllib.request.Request(address, body, {"Accept": "application/sparql-results+json"})
        with urllib.request.urlopen(request, timeout=60) as response:
            rows = json.load(response)["results"]["bindings"]
        for row in rows:
            yield {name: cell | {"type": cell["type"].removeprefix("typed-")} for name, cell in row.items()}

    return ask


def published(server: Any, folder: Path) -> str:
    command = [
        sys.executable,
        "-m",
        "kgraph",
        "--lang",
        "en",
        "publish",
        "--to",
        server.to,
        "--protocol",
        server.protocol,
        "--graph",
        str(folder),
    ]
    environment = os.environ | {"KGRAPH_PUBLISH_USER": "dba", "KGRAPH_PUBLISH_PASSWORD": "dba"}
    done = subprocess.run(command, capture_output=True, text=True, env=environment, timeout=300)
    assert done.returncode == 0, done.stderr
    return done.stderr


@pytest.fixture(scope="module", params=SERVERS)
def asked(request: pytest.FixtureRequest, server: Callable[[str], Any], tmp_path_factory: pytest.TempPathFactory) -> Engine:
    """An endpoint that holds the seeds, to which they were sent twice."""
    found, folder = server(request.param), tmp_path_factory.mktemp(request.param)
    shutil.copy(ROOT / "exports" / "graph.nq", folder)
    assert "7 graphs with" in published(found, folder)
    assert "0 graphs with 0 triples sent, 7 unchanged" in published(found, folder)
    return engine(found.query)


@pytest.fixture(scope="module")
def embedded() -> Engine:
    return Graph.load(ROOT / "exports" / "graph.nq").cells


def test_every_graph_is_there_whole(asked: Engine, embedded: Engine) -> None:
    there, here = ({row["g"]["value"]: row["n"]["value"] for row in ask(COUNTS)} for ask in (asked, embedded))
    assert here == {graph: n for graph, n in there.items() if graph in here}


@pytest.mark.parametrize("question", load_questions(), ids=lambda question: question.name)
def test_every_question_has_the_same_answer(asked: Engine, embedded: Engine, question: Any) -> None:
    def told(ask: Engine) -> str:
        try:
            return as_json(answer(ask, question, {}, lang="vi"), "vi", {}, None)
        except Unanswerable as fault:
            return fault.why

    assert told(asked) == told(embedded)
