"""The server as a process: limits of its workers, and how it begins and ends."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pytest

GRAPH = Path(__file__).parents[2] / "exports" / "graph.nq"
SLOW = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
ALIVE = "ASK { ?s a kg:Event }"


def ask(served: Any, query: str) -> int:
    return int(served.client.get("/sparql", params={"query": query}).status_code)


@pytest.fixture(scope="module")
def hostile(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    out = tmp_path_factory.mktemp("hostile")
    subprocess.run([sys.executable, str(shared / "hostile" / "make_hostile.py"), str(out)], check=True, capture_output=True)
    return {path.stem: path.read_text(encoding="utf-8") for path in sorted((out / "queries").glob("*.rq"))}


@pytest.mark.slow
def test_no_hostile_query_harms_the_server(served: Any, hostile: dict[str, str]) -> None:
    """Alive, within the limit and two seconds, the next query in one second, and no more memory than before."""
    ask(served, ALIVE)
    before = served.memory()
    for name, query in hostile.items():
        for send in (
            lambda text: served.client.get("/sparql", params={"query": text}) if len(text) < 30_000 else None,
            lambda text: served.client.post("/sparql", content=text, headers={"Content-Type": "application/sparql-query"}),
        ):
            since = time.monotonic()
            response = send(query)
            assert time.monotonic() - since < 4, name
            assert response is None or response.status_code in (200, 400, 413, 503), (name, response)
            since = time.monotonic()
            assert ask(served, ALIVE) == 200, name
            assert time.monotonic() - since < 1, name
    assert served.process.poll() is None
    assert served.memory() - before < 50_000_000


def test_a_query_over_a_limit_is_ended_and_the_next_one_answered(served: Any) -> None:
    since = time.monotonic()
    assert ask(served, SLOW) == 503
    assert time.monotonic() - since < 4
    assert ask(served, ALIVE) == 200


def test_when_all_is_taken_it_says_when_to_come_again(serve: Callable[..., Any]) -> None:
    with serve(workers=1, waiting=0, seconds=3) as served:
        slow = threading.Thread(target=ask, args=(served, SLOW))
        slow.start()
        time.sleep(1)
        refused = served.client.get("/sparql", params={"query": ALIVE})
        assert refused.status_code == 503 and refused.headers["retry-after"] == "2"
        assert served.client.get("/id/unit/ha-noi").status_code == 200, "pages have workers of their own"
        slow.join()
        assert ask(served, ALIVE) == 200


@pytest.mark.parametrize("name", ["SIGTERM", "SIGINT"])
def test_a_signal_ends_everything_in_seconds(serve: Callable[..., Any], name: str) -> None:
    with serve(seconds=30) as served:
        slow = threading.Thread(target=ask, args=(served, SLOW))
        slow.start()
        time.sleep(1)
        children = served.children()
        assert len(children) >= 2
        since = time.monotonic()
        served.process.send_signal(getattr(signal, name))
        assert served.process.wait(10) == 0
        assert time.monotonic() - since < 5
        time.sleep(0.5)
        assert [child for child in children if is_running(child)] == []
        slow.join()


def test_no_worker_outlives_a_server_that_was_killed(serve: Callable[..., Any]) -> None:
    with serve() as served:
        ask(served, ALIVE)
        children = served.children()
        served.process.kill()
        served.process.wait()
        time.sleep(0.5)
        assert [child for child in children if is_running(child)] == []


def test_a_keeper_that_was_killed_is_replaced(serve: Callable[..., Any]) -> None:
    with serve() as served:
        assert ask(served, ALIVE) == 200
        for child in served.children():
            if is_running(child):
                os.kill(child, signal.SIGKILL)
        time.sleep(0.3)
        assert [ask(served, ALIVE) for _ in range(3)][-1] == 200


def test_another_build_is_served_without_a_pause(serve: Callable[..., Any], tmp_path: Path) -> None:
    def write(names: str) -> None:
        (new := tmp_path / "new").write_text("".join(f"<e:{name}> <e:p> <e:o> <e:g> .\n" for name in names))
        new.replace(tmp_path / "graph.nq")

    def count(served: Any) -> int:
        response = served.client.get("/sparql", params={"query": "SELECT DISTINCT ?s { ?s <e:p> ?o }"})
        assert response.status_code == 200
        return len(response.json()["results"]["bindings"])

    write("ab")
    with serve(graph=str(tmp_path / "graph.nq"), seconds=1) as served:
        assert count(served) == 2
        write("abc")
        served.process.send_signal(signal.SIGHUP)
        found = []
        ends = time.monotonic() + 90
        while found[-20:] != [3] * 20 and time.monotonic() < ends:
            found.append(count(served))
        assert set(found) <= {2, 3} and found[-1] == 3
        (tmp_path / "graph.nq").write_text("no quads\n")
        served.process.send_signal(signal.SIGHUP)
        while "is served on" not in served.log.read_text() and time.monotonic() < ends:
            time.sleep(0.2)
        assert "is served on" in served.log.read_text()
        assert count(served) == 3


def test_a_worker_that_died_at_rest_is_replaced(serve: Callable[..., Any]) -> None:
    with serve() as served:
        assert ask(served, ALIVE) == 200
        keeper, *workers = served.children()
        for worker in workers:
            os.kill(worker, signal.SIGKILL)
        time.sleep(0.2)
        assert ask(served, ALIVE) == 200
        assert keeper in served.children()


def test_the_command(tmp_path: Path) -> None:
    """No graph, a port that is taken, and an address that others can reach, each told in one line."""
    missing = serve_command("--graph", str(tmp_path / "none.nq"))
    assert missing.returncode == 2 and "cannot read the graph" in missing.stderr and "Traceback" not in missing.stderr


def serve_command(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "kgraph", "--lang", "en", "serve", "--port", "0", *arguments]
    return subprocess.run(command, capture_output=True, text=True, timeout=120)


def test_a_port_that_is_taken(served: Any) -> None:
    taken = serve_command("--port", str(served.client.base_url.port))
    assert taken.returncode == 2 and "cannot listen" in taken.stderr and "Traceback" not in taken.stderr


def test_the_command_warns_when_others_can_reach_it() -> None:
    command = [sys.executable, "-m", "kgraph", "--lang", "en", "serve", "--port", "0", "--host", "0.0.0.0", "--graph", "exports"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr
        said = [process.stderr.readline() for _ in range(2)]
        process.terminate()
    assert "other machines can reach" in said[0] and "serving at" in said[1]


def is_running(process: int) -> bool:
    """Whether a process runs; one that is dead and not yet buried does not."""
    status = Path(f"/proc/{process}/stat")
    try:
        return status.read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_updates_need_the_option_and_the_token(tmp_path: Path) -> None:
    """They change what is served and not the file."""
    assert serve_command("--writable", "--graph", str(GRAPH)).returncode == 2
    before = GRAPH.read_bytes()
    command = [sys.executable, "-m", "kgraph", "--lang", "en", "serve", "--graph", str(GRAPH), "--port", "0", "--writable"]
    with (tmp_path / "log").open("wb") as log:
        process = subprocess.Popen(command, stderr=log, stdout=log, env=os.environ | {"KGRAPH_TOKEN": "a-token"})
    try:
        address = address_in(tmp_path / "log")
        update = {"update": "INSERT DATA { <https://e.org/s> <https://e.org/p> 1 }"}
        assert httpx.post(f"{address}/sparql", data=update).status_code == 401
        shown = {"Authorization": "Bearer a-token"}
        assert httpx.post(f"{address}/sparql", data=update, headers=shown, timeout=30).status_code in (200, 204)
        found = httpx.get(f"{address}/sparql", params={"query": "ASK { <https://e.org/s> ?p 1 }"}, timeout=30)
        assert found.json()["boolean"] is True
    finally:
        process.terminate()
        process.wait(10)
    assert GRAPH.read_bytes() == before


def address_in(log: Path) -> str:
    for _ in range(300):
        if found := re.search(r"http://127\.0\.0\.1:\d+", log.read_text(encoding="utf-8")):
            return found[0]
        time.sleep(0.1)
    raise AssertionError(log.read_text(encoding="utf-8"))
