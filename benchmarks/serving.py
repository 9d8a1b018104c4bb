"""`python -m benchmarks.serving GRAPH`: how many requests a second the server takes, and how long each waits, beside servers of others.

Clients are threads of this process, on the same machine, each with one connection; what they ask is drawn with a fixed seed. The others
(`oxigraph`, `rdflib-endpoint`) are measured where they are installed, on the same file, with the same queries. Prints Markdown for
docs/performance.md and keeps the figures as JSON.
"""

from __future__ import annotations

import argparse
import http.client
import json
import os
import platform
import random
import shutil
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory
from urllib.parse import quote, urlencode, urlsplit

_KG = "PREFIX kg: <https://w3id.org/kgraph-vn/ns#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>"
_CLASSES = "kg:Official kg:Organization kg:Event kg:Directive"
_THINGS = f"{_KG} SELECT DISTINCT ?x ?label WHERE {{ VALUES ?c {{ {_CLASSES} }} ?x a ?c ; rdfs:label ?label }}"
_PEOPLE = f"{_KG} SELECT DISTINCT ?x WHERE {{ ?x a kg:Official ; kg:attended ?e }}"
_HOPS = (
    f"{_KG} SELECT DISTINCT ?event ?body ?label WHERE {{{{ <{{0}}> kg:attended ?event . ?body kg:organizes ?event ; rdfs:label ?label }}}}"
)
_SAID = f"{_KG} SELECT ?p ?o WHERE {{{{ <{{0}}> ?p ?o }}}}"
_LABELS = f'{_KG} SELECT DISTINCT ?x ?label WHERE {{{{ ?x rdfs:label ?label FILTER(CONTAINS(LCASE(?label), "{{0}}")) }}}} LIMIT 20'
_START = 900


@dataclass(frozen=True, slots=True)
class Load:
    """What a load came to: requests a second, milliseconds of the middle one and of the slowest in a hundred, how many went wrong."""

    server: str
    what: str
    requests: int
    per_second: float
    p50: float
    p99: float
    errors: int


@dataclass(frozen=True, slots=True)
class Soak:
    """A long load: memory of all processes of the server after a tenth of it and at its end, in MB, and the growth in per cent."""

    seconds: int
    requests: int
    errors: int
    p99: float
    megabytes_early: float
    megabytes_late: float
    drift: float


@dataclass(slots=True)
class Server:
    """A server at work: its name, process, port and the path of its SPARQL endpoint."""

    name: str
    process: subprocess.Popen[bytes]
    port: int
    endpoint: str


Paths = Callable[[random.Random], str]


def main() -> None:
    """Measures, prints the table and keeps it."""
    options = _options()
    loads: list[Load] = []
    soak = None
    with _kgraph(options.graph) as server:
        things, people = _drawn(server)
        print(
            f"{len(things):,} things, {len(people):,} officials at events; {options.clients} clients, {options.seconds} s each\n",
            file=sys.stderr,
        )
        for what, paths in _ours(things, people).items():
            loads.append(_load(server, what, paths, options))
        if options.soak:
            soak = _soak(server, list(_ours(things, people).values()), options)
    for start in (_oxigraph, _rdflib):
        with TemporaryDirectory() as room, start(options.graph, Path(room)) as other:
            if other:
                loads += [_load(other, what, paths, options) for what, paths in _theirs(other, things, people).items()]
    results = {
        "date": options.date,
        "machine": {"system": f"{platform.system()} {platform.machine()}", "cores": os.cpu_count(), "python": platform.python_version()},
        "graph_bytes": options.graph.stat().st_size,
        "clients": options.clients,
        "seconds": options.seconds,
        "loads": [asdict(load) for load in loads],
        "soak": asdict(soak) if soak else None,
    }
    options.results.mkdir(parents=True, exist_ok=True)
    (options.results / f"{options.date}-serving.json").write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")
    print(_markdown(loads, soak))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.serving", description=__doc__)
    parser.add_argument("graph", type=Path, help="graph.nq of a build")
    parser.add_argument("--seconds", type=int, default=60, help="length of each load")
    parser.add_argument("--clients", type=int, default=8)
    parser.add_argument("--soak", type=int, default=600, help="seconds of the long load; 0 leaves it out")
    parser.add_argument("--date", default=date.today().isoformat(), help="day of the measurement")
    parser.add_argument("--results", type=Path, default=Path(__file__).parent / "results", help="folder of the kept figures")
    return parser.parse_args()


def _drawn(server: Server) -> tuple[list[tuple[str, str]], list[str]]:
    """Names and labels of things, and names of people, in a fixed order drawn at random."""
    things = [(row["x"]["value"], row["label"]["value"]) for row in _rows(server, _THINGS)]
    people = [row["x"]["value"] for row in _rows(server, _PEOPLE)]
    draw = random.Random(1)
    draw.shuffle(things)
    draw.shuffle(people)
    return things, people


def _rows(server: Server, query: str) -> list[dict[str, dict[str, str]]]:
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=60)
    connection.request("GET", _query(server, query), headers={"Accept": "application/sparql-results+json"})
    found: list[dict[str, dict[str, str]]] = json.load(connection.getresponse())["results"]["bindings"]
    return found


def _ours(things: Sequence[tuple[str, str]], people: Sequence[str]) -> dict[str, Paths]:
    """What is asked of our own server."""
    return {
        "page of a thing": lambda draw: urlsplit(draw.choice(things)[0]).path.removeprefix("/kgraph-vn") + "?lang=vi",
        "search by name": lambda draw: f"/api/search?q={quote(' '.join(draw.choice(things)[1].split()[:2]))}",
        "2-hop query": lambda draw: f"/sparql?{urlencode({'query': _HOPS.format(draw.choice(people))})}",
        "all that is said of a thing": lambda draw: f"/sparql?{urlencode({'query': _SAID.format(draw.choice(things)[0])})}",
    }


def _theirs(server: Server, things: Sequence[tuple[str, str]], people: Sequence[str]) -> dict[str, Paths]:
    """The nearest that a bare SPARQL endpoint can be asked; its search knows no missing accents."""
    return {
        "search by name": lambda draw: _query(server, _LABELS.format(_bare(draw.choice(things)[1]))),
        "2-hop query": lambda draw: _query(server, _HOPS.format(draw.choice(people))),
        "all that is said of a thing": lambda draw: _query(server, _SAID.format(draw.choice(things)[0])),
    }


def _bare(label: str) -> str:
    return " ".join(label.lower().split()[:2]).replace("\\", "").replace('"', "")


def _query(server: Server, query: str) -> str:
    return f"{server.endpoint}?{urlencode({'query': query})}"


def _load(server: Server, what: str, paths: Paths, options: argparse.Namespace) -> Load:
    taken, errors, seconds = _clients(server.port, [paths], options.clients, options.seconds)
    print(f"{server.name}: {what}: {len(taken)} requests", file=sys.stderr)
    middle, slow = _percentiles(taken)
    return Load(server.name, what, len(taken), round(len(taken) / seconds, 1), middle, slow, errors)


def _soak(server: Server, paths: Sequence[Paths], options: argparse.Namespace) -> Soak:
    sizes: list[float] = []
    timer = threading.Timer(options.soak / 10, lambda: sizes.append(_megabytes(server.process.pid)))
    timer.start()
    taken, errors, _ = _clients(server.port, paths, options.clients, options.soak)
    timer.join()
    early, late = sizes[0], _megabytes(server.process.pid)
    return Soak(
        options.soak, len(taken), errors, _percentiles(taken)[1], round(early, 1), round(late, 1), round((late / early - 1) * 100, 2)
    )


def _clients(port: int, paths: Sequence[Paths], clients: int, seconds: float) -> tuple[list[float], int, float]:
    """Milliseconds of each request that was answered, the number of the others, and how long it took."""
    taken: list[list[float]] = [[] for _ in range(clients)]
    errors = [0] * clients
    begin = time.monotonic()

    def work(number: int) -> None:
        draw = random.Random(number)
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        while time.monotonic() - begin < seconds:
            path = draw.choice(paths)(draw)
            since = time.perf_counter()
            try:
                connection.request("GET", path)
                response = connection.getresponse()
                response.read()
                status = response.status
            except (OSError, http.client.HTTPException):
                connection.close()
                status = 0
            if status == 200:
                taken[number].append((time.perf_counter() - since) * 1_000)
            else:
                errors[number] += 1

    threads = [threading.Thread(target=work, args=(number,)) for number in range(clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return [one for each in taken for one in each], sum(errors), time.monotonic() - begin


def _percentiles(taken: Sequence[float]) -> tuple[float, float]:
    if len(taken) < 2:
        return 0.0, 0.0
    cuts = quantiles(taken, n=100)
    return round(cuts[49], 1), round(cuts[98], 1)


def _megabytes(process: int) -> float:
    """Memory of a process and all below it, what they share counted once."""
    found, todo = [process], [process]
    while todo:
        below = Path(f"/proc/{todo[-1]}/task/{todo.pop()}/children").read_text().split()
        found += [int(word) for word in below]
        todo += [int(word) for word in below]
    rollups = (Path(f"/proc/{one}/smaps_rollup").read_text() for one in found)
    return sum(int(text.partition("\nPss:")[2].split()[0]) for text in rollups) / 1024


@contextmanager
def _kgraph(graph: Path) -> Iterator[Server]:
    port = _port()
    command = [sys.executable, "-m", "kgraph", "serve", "--port", str(port), "--graph", str(graph)]
    with _running(Server("kgraph serve", _start(command), port, "/sparql"), "/api/health") as server:
        yield server


@contextmanager
def _oxigraph(graph: Path, room: Path) -> Iterator[Server | None]:
    if not shutil.which("oxigraph"):
        yield None
        return
    subprocess.run(["oxigraph", "load", "--location", str(room), "--file", str(graph)], check=True, capture_output=True)
    port = _port()
    command = ["oxigraph", "serve-read-only", "--location", str(room), "--bind", f"127.0.0.1:{port}", "--union-default-graph"]
    with _running(Server("oxigraph serve", _start(command), port, "/query"), "/query?query=ASK%7B%7D") as server:
        yield server


@contextmanager
def _rdflib(graph: Path, room: Path) -> Iterator[Server | None]:
    if not shutil.which("rdflib-endpoint"):
        yield None
        return
    port = _port()
    command = ["rdflib-endpoint", "serve", "--host", "127.0.0.1", "--port", str(port), str(graph)]
    with _running(Server("rdflib-endpoint", _start(command), port, "/"), "/?query=ASK%7B%7D") as server:
        yield server


@contextmanager
def _running(server: Server, path: str) -> Iterator[Server]:
    """The server, once it answers; it is ended afterwards."""
    try:
        begin = time.monotonic()
        while not _answers(server.port, path):
            if server.process.poll() is not None or time.monotonic() - begin > _START:
                raise SystemExit(f"{server.name} does not start")
            time.sleep(0.5)
        print(f"{server.name}: ready after {time.monotonic() - begin:.1f} s, {_megabytes(server.process.pid):.0f} MB", file=sys.stderr)
        yield server
    finally:
        server.process.terminate()
        server.process.wait(30)


def _answers(port: int, path: str) -> bool:
    try:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        connection.request("GET", path)
        return connection.getresponse().status == 200
    except OSError:
        return False


def _start(command: Sequence[str]) -> subprocess.Popen[bytes]:
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def _port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _markdown(loads: Sequence[Load], soak: Soak | None) -> str:
    lines = ["| server | asked | requests/s | p50, ms | p99, ms | errors |", "|---|---|---:|---:|---:|---:|"]
    lines += [f"| {one.server} | {one.what} | {one.per_second:,} | {one.p50:,} | {one.p99:,} | {one.errors} |" for one in loads]
    if soak:
        lines += [
            "",
            f"Soak of {soak.seconds} s, all of these by turns: {soak.requests:,} requests, {soak.errors} errors, p99 {soak.p99:,} ms;",
        ]
        lines += [f"memory {soak.megabytes_early:,} MB after a tenth, {soak.megabytes_late:,} MB at the end ({soak.drift:+} %)."]
    return "\n".join(lines)


if __name__ == "__main__":
    main()
