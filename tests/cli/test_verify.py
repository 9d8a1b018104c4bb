"""`kgraph build --store` and `kgraph verify`: what they say, and their exit codes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from kgraph.store.folder import locked

BUILD = ("build", "tin/a1.txt", "--only", "nq,issues,run")


@pytest.fixture
def kept(kgraph: Any, folder: Path) -> Path:
    """A folder with the store `kho`."""
    run = kgraph(*BUILD, "--store", "kho", cwd=folder)
    assert (run.code, run.out) == (0, "")
    assert "new, 0 changed, 0 gone" in run.err
    return folder


def test_a_whole_store(kgraph: Any, kept: Path) -> None:
    run = kgraph("verify", "kho", cwd=kept)
    assert (run.code, run.out, run.err) == (0, "", "nothing is damaged in kho\n")


def test_what_is_damaged_is_listed_and_mended(kgraph: Any, kept: Path) -> None:
    for table in (kept / "kho").glob("db-*/*.sst"):
        table.write_bytes(table.read_bytes()[:-1])
    run = kgraph("verify", "kho", cwd=kept)
    assert run.code == 5
    assert "https://w3id.org/kgraph-vn/id/article/a1" in run.out.splitlines()
    assert "mend it with kgraph verify kho --repair" in run.err
    assert kgraph("verify", "kho", "--repair", cwd=kept).code == 0
    assert kgraph("verify", "kho", cwd=kept).code == 0


@pytest.mark.parametrize("words", [("stats",), ("query", "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }", "--timeout", "10")])
def test_readers_of_a_damaged_store_are_told(kgraph: Any, kept: Path, words: tuple[str, ...]) -> None:
    for table in (kept / "kho").glob("db-*/*.sst"):
        content = bytearray(table.read_bytes())
        content[10] ^= 1
        table.write_bytes(content)
    run = kgraph(*words, "--graph", "kho", cwd=kept)
    assert run.code == 5
    assert "run `kgraph verify --repair`" in run.err


def test_what_needs_the_sources_stays_damaged_until_a_build(kgraph: Any, kept: Path) -> None:
    (kept / "kho" / "run.json").write_text("{}")
    assert kgraph("verify", "kho", "--repair", cwd=kept).code == 5
    assert kgraph(*BUILD, "--store", "kho", cwd=kept).code == 0
    assert kgraph("verify", "kho", cwd=kept).code == 0


def test_a_build_that_did_not_end_is_told(kgraph: Any, kept: Path) -> None:
    (kept / "kho" / "lock").write_text("4194305\n")
    run = kgraph("verify", "kho", cwd=kept)
    assert run.code == 0
    assert "the last build did not end: build again" in run.err


def test_a_store_that_is_written_to(kgraph: Any, kept: Path) -> None:
    with locked(kept / "kho"):
        for words in (("verify", "kho"), (*BUILD, "--store", "kho")):
            run = kgraph(*words, cwd=kept)
            assert run.code == 6
            assert "writes to this store" in run.err


@pytest.mark.parametrize(
    "words", [("verify", "tin"), ("verify", "nowhere"), (*BUILD, "--store", "tin"), (*BUILD, "--store", "kho", "--out", "x")]
)
def test_usage_faults(kgraph: Any, folder: Path, words: tuple[str, ...]) -> None:
    run = kgraph(*words, cwd=folder)
    assert (run.code, run.out) == (2, "")
    assert run.err.startswith("error: ") and run.err.count("\n") == 1


def test_commands_read_a_store(kgraph: Any, kept: Path) -> None:
    asked = "SELECT (COUNT(*) AS ?count) { GRAPH ?g { ?s ?p ?o } }"
    run = kgraph("query", asked, "--graph", "kho", "--format", "csv", cwd=kept)
    assert int(run.out.split()[1]) == (kept / "kho" / "graph.nq").read_bytes().count(b"\n")
    assert kgraph("stats", "--graph", "kho", cwd=kept).code == 0
