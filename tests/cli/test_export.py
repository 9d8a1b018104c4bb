"""`kgraph export`: a file, a folder, stdout; faults that change nothing."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest

from kgraph.exports.formats import FORMATS


def test_the_format_follows_the_name(kgraph: Any, graph: Path, tmp_path: Path) -> None:
    run = kgraph("export", graph, "--out", tmp_path / "new" / "graph.trig")
    assert (run.code, run.out) == (0, "")
    assert run.err == f"written to {tmp_path}/new/graph.trig: trig\n"
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["graph.trig"]
    assert list(ox.parse(path=str(tmp_path / "new" / "graph.trig"), format=ox.RdfFormat.TRIG))


def test_a_folder_of_a_build_is_its_graph(kgraph: Any, graph: Path, tmp_path: Path) -> None:
    for source in (graph, graph.parent):
        assert kgraph("export", source, "-f", "csv", "-o", tmp_path / "csv").code == 0
    assert (tmp_path / "csv" / "edges.csv").is_file()


def test_stdout_has_the_same_bytes(kgraph: Any, graph: Path, tmp_path: Path) -> None:
    kgraph("export", graph, "-o", tmp_path / "graph.jsonld")
    assert kgraph("export", graph, "-f", "jsonld", "-o", "-").out == (tmp_path / "graph.jsonld").read_text("utf-8")


def test_a_graph_from_stdin(kgraph: Any, graph: Path) -> None:
    run = kgraph("export", "-", "-f", "nquads", "-o", "-", stdin=graph.read_text("utf-8"))
    assert run.out.splitlines() == sorted(set(graph.read_text("utf-8").splitlines()))


def test_a_zip_to_stdout(graph: Path) -> None:
    command = [sys.executable, "-m", "kgraph", "export", graph, "-f", "neo4j", "-o", "-"]
    packed = subprocess.run(command, capture_output=True, check=True).stdout
    assert "relationships.csv" in zipfile.ZipFile(io.BytesIO(packed)).namelist()


def test_the_formats_are_listed(kgraph: Any) -> None:
    shown = kgraph("export", "--list").out
    assert all(f"{name} " in shown for name in FORMATS)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["-f", "turtle"], "--out"),
        (["-o", "x.docx"], "no format is known by that name"),
        (["-f", "docx", "-o", "x"], "no such format"),
        (["-o", "-"], "stdout says no format"),
    ],
)
def test_a_fault_is_told_and_nothing_is_written(kgraph: Any, graph: Path, tmp_path: Path, words: list[str], said: str) -> None:
    run = kgraph("export", graph, *words, cwd=tmp_path)
    assert run.code == 2 and said in run.err and run.err.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


def test_no_graph(kgraph: Any, tmp_path: Path) -> None:
    run = kgraph("export", tmp_path / "none.nq", "-o", tmp_path / "a.ttl")
    assert run.code == 2 and "cannot read the graph" in run.err
    assert list(tmp_path.iterdir()) == []
