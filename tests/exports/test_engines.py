"""Other engines, with other authors, read the exports and count the same: Virtuoso from Debian, Comunica and Oxigraph from npm."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

KG = "https://w3id.org/kgraph-vn/ns#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
START = 40
INI = """\
[Database]
DatabaseFile = {folder}/v.db
ErrorLogFile = {folder}/v.log
LockFile = {folder}/v.lck
TransactionFile = {folder}/v.trx
xa_persistent_file = {folder}/v.pxa
[TempDatabase]
DatabaseFile = {folder}/temp.db
TransactionFile = {folder}/temp.trx
[Parameters]
ServerPort = 127.0.0.1:{port}
DirsAllowed = {folder}
NumberOfBuffers = 10000
MaxDirtyBuffers = 6000
ServerThreads = 5
"""

pytestmark = [pytest.mark.tool, pytest.mark.slow]


@pytest.fixture
def node_modules(need: Callable[[str], None]) -> Path:
    """The folder with what was installed from npm."""
    need("node")
    folder = Path(os.environ.get("KGRAPH_NODE_MODULES", "node_modules")).resolve()
    if not (folder / "oxigraph").is_dir() or not (folder / "@comunica" / "query-sparql-file").is_dir():
        pytest.skip(
            "run `npm install @comunica/query-sparql-file@4.5.0 oxigraph@0.5` somewhere, set KGRAPH_NODE_MODULES to its node_modules"
        )
    return folder


@pytest.fixture
def virtuoso(tmp_path: Path) -> Iterator[Callable[[str], list[str]]]:
    """virtuoso(sql): what a server of our own, which is gone afterwards, prints; its folder is `tmp_path / "v"`."""
    if not (shutil.which("virtuoso-t") and shutil.which("isql-vt")):
        pytest.skip("Virtuoso is not installed: apt-get install virtuoso-opensource-7-bin")
    (folder := tmp_path / "v").mkdir()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    (folder / "virtuoso.ini").write_text(INI.format(folder=folder, port=port))
    command = ["virtuoso-t", "+foreground", "+configfile", "virtuoso.ini"]
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:

        def asked(sql: str) -> list[str]:
            (folder / "ask.sql").write_text(sql, encoding="utf-8")
            words = ["isql-vt", f"127.0.0.1:{port}", "dba", "dba", "VERBOSE=OFF", "BANNER=OFF", "PROMPT=OFF", "ERRORS=STDOUT", "ask.sql"]
            return subprocess.run(words, cwd=folder, capture_output=True, text=True, timeout=60).stdout.split()

        try:
            end = time.monotonic() + START
            while asked("SELECT 1;") != ["1"]:
                assert time.monotonic() < end, "Virtuoso does not start"
                time.sleep(0.5)
            yield asked
        finally:
            server.kill()


def test_virtuoso_counts_the_same(seeds, exported, virtuoso: Callable[[str], list[str]], tmp_path: Path) -> None:
    for format, name in (("trig", "g.trig"), ("turtle", "g.ttl"), ("nquads", "g.nq")):
        shutil.copy(exported(format), tmp_path / "v" / name)
    path = tmp_path / "v"
    shown = virtuoso(
        f"""
        log_enable(2);
        DB.DBA.TTLP(file_to_string_output('{path}/g.trig'), '', 'urn:none', 256);
        SPARQL SELECT (COUNT(*) AS ?n) {{ GRAPH ?g {{ ?s ?p ?o }} FILTER(STRSTARTS(STR(?g), 'https://w3id.org/kgraph-vn/')) }};
        SPARQL SELECT (COUNT(DISTINCT ?s) AS ?n) {{ GRAPH ?g {{ ?s a <{KG}Statement> }} }};
        DB.DBA.TTLP(file_to_string_output('{path}/g.ttl'), '', 'urn:union', 0);
        SPARQL SELECT (COUNT(*) AS ?n) FROM <urn:union> {{ ?s ?p ?o }};
        """.strip()
    )
    assert shown == [str(len(seeds.quads)), str(seeds.statements), str(len(seeds.triples))]


def test_comunica_counts_the_same(seeds, exported, node_modules: Path, tmp_path: Path) -> None:
    for format, suffix, count in (("turtle", "ttl", len(seeds.triples)), ("jsonld-entities", "jsonld", len(seeds.triples))):
        path = tmp_path / f"graph.{suffix}"
        shutil.copy(exported(format), path)
        ask = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
        command = ["node", node_modules / "@comunica/query-sparql-file/bin/query.js", path, "-q", ask]
        done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True)
        assert json.loads(done.stdout)[0]["n"].split('"')[1] == str(count)


def test_oxigraph_of_npm_reads_rdf_1_2(seeds, exported, node_modules: Path) -> None:
    script = """
        const [folder, file] = process.argv.slice(1), store = new (require(folder + '/oxigraph').Store)()
        store.load(require('fs').readFileSync(file, 'utf8'), {format: 'application/trig'})
        const n = store.query('SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?r <http://www.w3.org/1999/02/22-rdf-syntax-ns#reifies> ?t } }')
        console.log(store.size, n[0].get('n').value)
    """
    done = subprocess.run(["node", "-e", script, node_modules, exported("rdf12")], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.split() == [str(len(seeds.quads) - 2 * seeds.statements), str(seeds.statements)]
