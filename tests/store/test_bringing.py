"""The database follows the graph of the build: made anew or from the one before, it holds the same."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest

from kgraph.errors import KgraphError
from kgraph.store.bringing import Change, prepare, publish
from kgraph.store.folder import GRAPH, generation, writing
from kgraph.store.loading import load_store
from kgraph.store.manifest import read_head, read_manifest
from kgraph.store.query import Limits, Row, answer
from kgraph.store.snapshot import open_snapshot, snapshot


def line(subject: int, article: int) -> str:
    return f'<https://e.vn/{subject}> <https://e.vn/name> "Hội nghị số {subject} \\"A\\""@vi <https://e.vn/article/{article}> .\n'


LINES = sorted({line(number % 97, number % 40) for number in range(2_000)})


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Path]:
    with writing(tmp_path / "kho"):
        yield tmp_path / "kho"


def put(store: Path, lines: list[str], reviewed: str = "") -> Change:
    fresh = store / "fresh"
    fresh.write_text("".join(lines), encoding="utf-8")
    fresh.replace(store / GRAPH)
    return publish(store, prepare(store, store / GRAPH, files={}, versions={}, reviewed=reviewed))


def held(opened: ox.Store) -> tuple[list[str], set[str]]:
    """Named graphs as sorted lines, and the merge."""
    quads = list(opened)
    named = sorted(f"{quad} .\n" for quad in quads if quad.graph_name != ox.DefaultGraph())
    return named, {str(quad.triple) for quad in quads if quad.graph_name == ox.DefaultGraph()}


def test_any_chain_of_changes_gives_what_a_new_database_holds(store: Path) -> None:
    chance = random.Random(7)
    made_of_the_one_before = 0
    for _ in range(12):
        kept = chance.choice((0.99, 0.97, 0.5))
        lines = [text for text in LINES if chance.random() < kept]
        made_of_the_one_before += not put(store, lines).anew
        named, merged = held(open_snapshot(store))
        assert named == lines
        assert merged == {text.rsplit(" ", 2)[0] for text in lines}
        assert held(load_store(store / GRAPH)[0]) == (named, merged)
    assert made_of_the_one_before


def test_a_graph_that_is_gone_leaves_no_name(store: Path) -> None:
    put(store, LINES)
    assert put(store, [text for text in LINES if "/article/3>" not in text]) == Change(len(LINES) - 50, gone=1)
    assert ox.NamedNode("https://e.vn/article/3") not in set(open_snapshot(store).named_graphs())


def test_nothing_changed_nothing_is_written(store: Path) -> None:
    put(store, LINES)
    before = read_head(store)
    assert put(store, LINES) == Change(len(LINES))
    assert read_head(store) == before


def test_other_human_decisions_make_the_database_anew(store: Path) -> None:
    put(store, LINES)
    assert put(store, LINES[1:], reviewed="a1").anew


def test_a_damaged_database_is_not_built_upon(store: Path) -> None:
    put(store, LINES)
    head = read_head(store)
    assert head
    largest = max(generation(store, head.generation).glob("*.sst"), key=lambda path: path.stat().st_size)
    largest.write_bytes(largest.read_bytes()[:-9])
    assert put(store, LINES[1:]).anew
    assert held(open_snapshot(store))[0] == LINES[1:]


def test_readers_keep_what_they_opened(store: Path) -> None:
    put(store, LINES)
    opened, quads = snapshot(store)
    for count in range(1, 5):
        put(store, LINES[count:])
        assert held(opened)[0] == LINES
    assert quads == len(LINES)
    assert len(held(open_snapshot(store))[0]) == len(LINES) - 4


def test_a_worker_may_open_as_many_tables_as_there_are(store: Path) -> None:
    put(store, LINES)
    for count in range(1, 9):
        put(store, LINES[count:])
    assert len(list(store.glob("db-*/*.sst"))) > 16
    asked = answer(store / GRAPH, "SELECT ?s { GRAPH ?g { ?s ?p ?o } } ORDER BY ?o", limits=Limits(seconds=20))
    assert sum(1 for part in asked if isinstance(part, Row)) == len(LINES) - 8


def test_the_manifest_names_each_graph(store: Path) -> None:
    put(store, LINES)
    manifest = read_manifest(store)
    assert manifest and sum(found.size for found in manifest.graphs.values()) == manifest.head.quads == len(LINES)
    own = "".join(text for text in LINES if "/article/3>" in text)
    assert manifest.graphs["https://e.vn/article/3"].sha256 == hashlib.sha256(own.encode()).hexdigest()


def test_what_is_not_quads_changes_nothing(store: Path) -> None:
    put(store, LINES)
    before = read_head(store)
    with pytest.raises(KgraphError, match="not N-Quads"):
        put(store, [*LINES, "<a> is no quad <b> .\n"])
    assert read_head(store) == before
    assert held(open_snapshot(store))[0] == LINES


def test_an_empty_store_says_what_to_do(store: Path) -> None:
    with pytest.raises(KgraphError, match="nothing was built"):
        open_snapshot(store)
