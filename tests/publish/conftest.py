"""Servers to publish to: a small one of our own that can be made to fail, and real ones where they are installed."""

from __future__ import annotations

import shutil
import socket
import subprocess
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import parse_qs, urlsplit

import pytest

INI = """
[Database]
DatabaseFile = virtuoso.db
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
TransactionFile = virtuoso.trx
xa_persistent_file = virtuoso.pxa
[TempDatabase]
DatabaseFile = virtuoso-temp.db
TransactionFile = virtuoso-temp.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
DisableUnixSocket = 1
NumberOfBuffers = 4000
DirsAllowed = .
[HTTPServer]
ServerPort = 127.0.0.1:{http}
[SPARQL]
ResultSetMaxRows = 1000000
"""


class Fake:
    """A graph store in memory. `faults` are statuses that the next requests get; `asked` are the requests that came."""

    def __init__(self) -> None:
        self.graphs: dict[str, set[str]] = {}
        self.faults: list[int] = []
        self.asked: list[tuple[str, str]] = []
        self.headers: list[Any] = []
        fake = self

        class Handler(BaseHTTPRequestHandler):
            def answer(self) -> None:
                body = self.rfile.read(int(self.headers.get("Content-Length", 0))).decode()
                graph = parse_qs(urlsplit(self.path).query).get("graph", [""])[0]
                fake.asked.append((self.command, graph))
                fake.headers.append(self.headers)
                status = fake.faults.pop(0) if fake.faults else fake.change(self.command, graph, body)
                self.send_response(status)
                if status == 302:
                    self.send_header("Location", "http://127.0.0.1:1/")
                self.send_header("Content-Length", "0")
                self.end_headers()

            do_PUT = do_POST = do_DELETE = answer

            def log_message(self, *_: object) -> None:
                """Nothing."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.address = f"http://127.0.0.1:{self.server.server_port}/store"

    def change(self, method: str, graph: str, body: str) -> int:
        lines = set(body.splitlines())
        if method == "DELETE":
            return 204 if self.graphs.pop(graph, None) else 404
        self.graphs[graph] = lines | (self.graphs.get(graph, set()) if method == "POST" else set())
        return 204


@pytest.fixture
def fake() -> Iterator[Fake]:
    made = Fake()
    yield made
    made.server.shutdown()
    made.server.server_close()


class Server(NamedTuple):
    """A real server: where a build is sent, by which protocol, and where it is asked."""

    to: str
    protocol: str
    query: str


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def wait_for(address: str) -> None:
    for _ in range(120):
        try:
            urllib.request.urlopen(address, timeout=5).close()
            return
        except OSError:
            time.sleep(0.5)
    pytest.fail(f"{address} does not answer")


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], Server]]:
    """server(name): one of the real servers, started when it is first asked for."""
    running: list[subprocess.Popen[bytes]] = []
    known: dict[str, Server] = {}

    def start(command: list[str], folder: Path) -> None:
        running.append(subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL))

    def virtuoso() -> int:
        if not shutil.which("virtuoso-t"):
            pytest.skip("Virtuoso is not installed: apt-get install virtuoso-opensource")
        folder, http = tmp_path_factory.mktemp("virtuoso"), free_port()
        (folder / "virtuoso.ini").write_text(INI.format(sql=free_port(), http=http))
        start(["virtuoso-t", "+foreground", "+configfile", "virtuoso.ini"], folder)
        wait_for(f"http://127.0.0.1:{http}/sparql?query=ASK%7B%7D")
        return http

    def get(name: str) -> Server:
        if name in known:
            return known[name]
        if name.startswith("virtuoso"):
            base = f"http://127.0.0.1:{virtuoso()}/"
            known["virtuoso-gsp"] = Server(base + "sparql-graph-crud-auth", "gsp", base + "sparql")
            known["virtuoso-update"] = Server(base + "sparql-auth", "update", base + "sparql")
        else:
            if not shutil.which("oxigraph"):
                pytest.skip("the server of Oxigraph is not installed: pip install oxigraph")
            base = f"http://127.0.0.1:{(port := free_port())}/"
            start(["oxigraph", "serve", "--bind", f"127.0.0.1:{port}", "--union-default-graph"], tmp_path_factory.mktemp("oxigraph"))
            wait_for(f"{base}query?query=ASK%7B%7D")
            known["oxigraph-gsp"] = Server(base + "store", "gsp", base + "query")
            known["oxigraph-update"] = Server(base + "update", "update", base + "query")
        return known[name]

    yield get
    for process in running:
        process.terminate()
        process.wait(30)
