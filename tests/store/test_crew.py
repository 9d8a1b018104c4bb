"""Warm workers: as many at a time as allowed, each killed at its limit and replaced, none left behind."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kgraph.errors import Busy, KgraphError, LimitReached, Refused
from kgraph.store.asking import ask, change
from kgraph.store.crew import Crew, Keeper
from kgraph.store.dataset import Dataset
from kgraph.store.query import Head, Limits, Row, Tail, answer

SLOW = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
EVENTS = "SELECT ?e { ?e a kg:Event } ORDER BY ?e"
SHORT = Limits(seconds=1)


@pytest.fixture(scope="module")
def keeper(graph_file: Path) -> Iterator[Keeper]:
    made = Keeper("kgraph.server.keeper", [str(graph_file)])
    made.start()
    yield made
    made.close()


@pytest.fixture
def crew(keeper: Keeper) -> Crew:
    return Crew(keeper, size=2, waiting=1, patience=2)


def children(process: int) -> list[int]:
    return [int(word) for word in Path(f"/proc/{process}/task/{process}/children").read_text().split()]


def keeper_of() -> int:
    return max(child for child in children(os.getpid()) if b"kgraph.server.keeper" in Path(f"/proc/{child}/cmdline").read_bytes())


def test_the_answer_is_that_of_the_command_line(crew: Crew, graph_file: Path) -> None:
    for query in (EVENTS, "ASK { ?s a kg:Campaign }", "DESCRIBE <https://e.vn/id/event/7>"):
        assert list(ask(crew, query, Limits())) == list(answer(graph_file, query))
    cut = list(ask(crew, EVENTS, Limits(rows=3, skip=2)))
    assert cut == list(answer(graph_file, EVENTS, limits=Limits(rows=3, skip=2))) and cut[-1] == Tail(3, True)


def test_what_is_not_allowed_never_reaches_a_worker(crew: Crew) -> None:
    for query in ("SELECT * { SERVICE ?x { ?s ?p ?o } }", "CLEAR ALL", "SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }"):
        with pytest.raises(Refused):
            ask(crew, query, Limits())


def test_a_fault_names_its_place(crew: Crew) -> None:
    with pytest.raises(Refused, match=r"not SPARQL \(line 2, column 15\)"):
        list(ask(crew, "SELECT * {\n ?s ?p ?o ?x }", Limits()))


def test_one_that_does_not_end_is_ended_and_replaced(crew: Crew) -> None:
    for _ in range(2):
        since = time.monotonic()
        with pytest.raises(LimitReached, match="time limit"):
            list(ask(crew, SLOW, SHORT))
        assert time.monotonic() - since < 3
        since = time.monotonic()
        assert len(list(ask(crew, EVENTS, Limits()))) > 2
        assert time.monotonic() - since < 1


def test_one_that_fills_the_memory_is_ended_and_replaced(crew: Crew) -> None:
    doubling = " ".join(f"BIND(CONCAT(?x{i}, ?x{i}) AS ?x{i + 1})" for i in range(30))
    with pytest.raises(LimitReached, match="memory limit"):
        list(ask(crew, f'SELECT (STRLEN(?x30) AS ?l) {{ BIND("aaaaaaaaaa" AS ?x0) {doubling} }}', Limits(memory=300_000_000)))
    assert next(ask(crew, "ASK {}", Limits())) == Head("ask", truth=True)


def test_a_worker_answers_again_and_again(crew: Crew) -> None:
    list(ask(crew, "ASK {}", Limits()))
    before = children(keeper_of())
    for _ in range(50):
        list(ask(crew, EVENTS, Limits()))
    assert set(children(keeper_of())) <= set(before)


def test_an_answer_left_early_frees_its_place(crew: Crew) -> None:
    for _ in range(5):
        parts = ask(crew, EVENTS, Limits())
        next(parts)
        parts.close()
    assert isinstance(list(ask(crew, EVENTS, Limits()))[1], Row)


def test_when_all_are_taken_one_waits_and_the_next_is_sent_away(crew: Crew) -> None:
    outcomes: list[Any] = []

    def work(limits: Limits) -> None:
        try:
            outcomes.append(list(ask(crew, SLOW, limits)))
        except KgraphError as error:
            outcomes.append(type(error))

    threads = [threading.Thread(target=work, args=(Limits(seconds=seconds),)) for seconds in (1.5, 1.5, 1)]
    for thread in threads:
        thread.start()
        time.sleep(0.2)
    with pytest.raises(Busy):
        list(ask(crew, EVENTS, Limits()))
    for thread in threads:
        thread.join()
    assert outcomes == [LimitReached] * 3
    assert len(list(ask(crew, EVENTS, Limits()))) > 2


def test_a_keeper_that_was_killed_is_started_again(graph_file: Path) -> None:
    keeper = Keeper("kgraph.server.keeper", [str(graph_file)])
    keeper.start()
    crew = Crew(keeper, size=1)
    try:
        list(ask(crew, "ASK {}", Limits()))
        os.kill(keeper_of(), signal.SIGKILL)
        crew.ask("query", {}, SHORT).close()
        with pytest.raises(LimitReached):
            list(ask(crew, SLOW, SHORT))
        assert len(list(ask(crew, EVENTS, Limits()))) > 2
    finally:
        keeper.close()


def test_a_graph_that_cannot_be_kept(tmp_path: Path) -> None:
    (bad := tmp_path / "bad.nq").write_text("no quads\n")
    for path in (bad, tmp_path / "none.nq"):
        with pytest.raises(KgraphError, match="cannot read the graph"):
            Keeper("kgraph.server.keeper", [str(path)]).start()


def test_an_update_is_seen_by_all_or_by_none(tmp_path: Path) -> None:
    (path := tmp_path / "graph.nq").write_text("<e:a> <e:p> <e:b> <e:g> .\n")
    keeper = Keeper("kgraph.server.keeper", [str(path), "--writable"])
    keeper.start()
    crew = Crew(keeper)
    count = "SELECT ?s { ?s <e:p> ?o }"
    try:
        assert len(list(ask(crew, count, Limits()))) == 3
        change(crew, "INSERT DATA { GRAPH <e:g> { <e:c> <e:p> <e:d> } }", Limits())
        assert len(list(ask(crew, count, Limits()))) == 4
        change(crew, "INSERT { GRAPH <e:h> { ?s <e:p> <e:x> } } WHERE { ?s <e:p> ?o }", Limits(), dataset=Dataset(default=("e:none",)))
        assert len(list(ask(crew, count, Limits()))) == 4
        for bad in ("INSERT DATA { <e:a> }", "LOAD <http://127.0.0.1:1/>", "DROP SILENT GRAPH <e:g> ; SERVICE"):
            with pytest.raises(Refused):
                change(crew, bad, Limits())
        with pytest.raises(LimitReached):
            change(crew, "INSERT { ?a <e:q> ?b } WHERE { " + "".join(f"VALUES ?v{i} {{ {'1 2 ' * 99} }}" for i in range(9)) + " }", SHORT)
        assert len(list(ask(crew, count, Limits()))) == 4
        change(crew, "CLEAR ALL", Limits())
        assert len(list(ask(crew, count, Limits()))) == 2
    finally:
        keeper.close()
    assert path.read_text().count("\n") == 1
