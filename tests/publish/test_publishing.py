"""A build sent to a server: whole graphs, nothing twice, nothing lost when it is ended, the server busy, or a graph gone."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kgraph.cli import main
from kgraph.errors import KgraphError, Refused
from kgraph.publish.memory import Memory
from kgraph.publish.publishing import Sent, publish
from kgraph.publish.sending import TRIES, Sender
from kgraph.publish.targets import GraphStore

A, B, C = "<e:a> <e:p> <e:b>", '<e:a> <e:q> "x\\"y"@vi', "<e:b> <e:p> <e:c>"


def write(path: Path, graphs: dict[str, list[str]]) -> Path:
    path.write_text("".join(sorted(f"{line} <{graph}> .\n" for graph, lines in graphs.items() for line in lines)), encoding="utf-8")
    return path


def send(fake: Any, path: Path, *, batch: int = 100, environment: dict[str, str] | None = None) -> tuple[Sent, list[float]]:
    pauses: list[float] = []
    sender = Sender(fake.address, environment=environment or {}, pause=pauses.append)
    return publish(path, GraphStore(sender), Memory(path.with_suffix(".state"), fake.address), batch=batch), pauses


def lines(*triples: str) -> set[str]:
    return {f"{triple} ." for triple in triples}


def test_each_graph_is_sent_once(fake: Any, tmp_path: Path) -> None:
    path = write(tmp_path / "graph.nq", {"e:g": [A, B], "e:h": [A, C]})
    assert send(fake, path)[0] == Sent(graphs=2, triples=4, unchanged=0, dropped=0)
    assert fake.graphs == {"e:g": lines(A, B), "e:h": lines(A, C)}
    assert send(fake, path)[0] == Sent(graphs=0, triples=0, unchanged=2, dropped=0)
    assert fake.asked == [("PUT", "e:g"), ("PUT", "e:h")]


def test_what_changed_is_sent_and_what_is_gone_is_dropped(fake: Any, tmp_path: Path) -> None:
    path = write(tmp_path / "graph.nq", {"e:g": [A, B], "e:h": [A], "e:i": [C]})
    send(fake, path)
    write(path, {"e:g": [A, B], "e:h": [C]})
    assert send(fake, path)[0] == Sent(graphs=1, triples=1, unchanged=1, dropped=1)
    assert fake.graphs == {"e:g": lines(A, B), "e:h": lines(C)}


def test_a_large_graph_goes_in_parts(fake: Any, tmp_path: Path) -> None:
    path = write(tmp_path / "graph.nq", {"e:g": [A, B, C]})
    send(fake, path, batch=2)
    assert fake.asked == [("PUT", "e:g"), ("POST", "e:g")] and fake.graphs == {"e:g": lines(A, B, C)}


def test_a_run_that_was_ended_goes_on_where_it_was(fake: Any, tmp_path: Path) -> None:
    path = write(tmp_path / "graph.nq", {"e:g": [A], "e:h": [A, B, C], "e:i": [C]})
    fake.faults = [204, 204, 400]
    with pytest.raises(KgraphError, match="the server said 400"):
        send(fake, path, batch=2)
    with (state := path.with_suffix(".state")).open("a") as file:
        file.write('{"graph": "e:h", "sha')  # killed while it wrote
    assert send(fake, path, batch=2)[0] == Sent(graphs=2, triples=4, unchanged=1, dropped=0)
    assert fake.graphs["e:h"] == lines(A, B, C)
    assert [json.loads(line).get("graph") for line in state.read_text().splitlines()] == [None, "e:g", "e:h", "e:i"]


def test_a_server_that_is_busy_is_asked_again(fake: Any, tmp_path: Path) -> None:
    path = write(tmp_path / "graph.nq", {"e:g": [A]})
    fake.faults = [503, 429, 500]
    sent, pauses = send(fake, path)
    assert sent.graphs == 1 and pauses == [1.0, 2.0, 4.0]


def test_a_server_that_stays_busy_is_given_up(fake: Any, tmp_path: Path) -> None:
    fake.faults = [503] * 20
    with pytest.raises(KgraphError, match="the server said 503"):
        send(fake, write(tmp_path / "graph.nq", {"e:g": [A]}))
    assert len(fake.asked) == TRIES


def test_a_server_that_is_not_there(tmp_path: Path) -> None:
    sender = Sender("http://127.0.0.1:1/store", environment={}, pause=lambda _: None)
    path = write(tmp_path / "graph.nq", {"e:g": [A]})
    with pytest.raises(KgraphError, match="does not answer"):
        publish(path, GraphStore(sender), Memory(tmp_path / "state", sender.address))


def test_nothing_is_sent_to_another_address(fake: Any, tmp_path: Path) -> None:
    fake.faults = [302]
    with pytest.raises(KgraphError, match="the server said 302"):
        send(fake, write(tmp_path / "graph.nq", {"e:g": [A]}), environment={"KGRAPH_PUBLISH_AUTHORIZATION": "Bearer x"})


def test_a_header_from_the_environment(fake: Any, tmp_path: Path) -> None:
    send(fake, write(tmp_path / "graph.nq", {"e:g": [A]}), environment={"KGRAPH_PUBLISH_AUTHORIZATION": "Bearer x"})
    assert fake.headers[0]["Authorization"] == "Bearer x"


@pytest.mark.parametrize("address", ["file:///etc/passwd", "ftp://e.vn/", "localhost:7878", "http://user:secret@e.vn/"])
def test_what_is_no_address(address: str) -> None:
    with pytest.raises(Refused):
        Sender(address, environment={})


def test_the_command(fake: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path / "graph.nq", {"e:g": [A, B], "e:h": [C]})
    for said in ("2 graphs with 3 triples sent, 0 unchanged, 0 dropped", "0 graphs with 0 triples sent, 2 unchanged, 0 dropped"):
        assert main(["--lang", "en", "publish", "--to", fake.address, "--graph", str(tmp_path)]) == 0
        assert said in capsys.readouterr().err


def test_the_memory_of_another_server_is_not_used(fake: Any, tmp_path: Path) -> None:
    path = write(tmp_path / "graph.nq", {"e:g": [A]})
    Memory(path.with_suffix(".state"), "http://other/").note("e:g", "1")
    with pytest.raises(KgraphError, match="another server"):
        send(fake, path)
    path.with_suffix(".state").write_text("no json\n")
    with pytest.raises(KgraphError, match="not a list"):
        send(fake, path)
