"""Quads are read one by one, sorted if need be, and a file that is none is named with its line."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from kgraph.errors import KgraphError
from kgraph.exports.quads import by_graph, opened, read_quads, ready_quads

G = "<https://e.org/kg/id/article/a1>"
LINES = [f'<https://e.org/{name}> <https://e.org/p> "{name} \\"x\\" . {G}"@vi {G} .' for name in "abcdef"]


def graph(folder: Path, lines: list[str]) -> Path:
    path = folder / "graph.nq"
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path


def test_a_sorted_file_is_read_where_it_lies(tmp_path: Path) -> None:
    path = graph(tmp_path, LINES)
    with opened(path, tmp_path) as source:
        assert source.quads == path
        assert source.base == "https://e.org/kg/"
        assert [quad[0] for quad in read_quads(source.quads)] == [f"<https://e.org/{name}>" for name in "abcdef"]
    assert sorted(tmp_path.iterdir()) == [path]


def test_a_file_in_any_order_gives_the_same(tmp_path: Path) -> None:
    shuffled = LINES * 2
    random.Random(1).shuffle(shuffled)
    with opened(graph(tmp_path, shuffled), tmp_path) as source:
        assert source.quads.read_text("utf-8").splitlines() == LINES


def test_subjects_by_graph(tmp_path: Path) -> None:
    lines = sorted([*LINES[:2], "<https://e.org/a> <https://e.org/p> <https://e.org/b> ."])
    with opened(graph(tmp_path, lines), tmp_path) as source:
        found = {name: [subject for subject, _ in subjects] for name, subjects in by_graph(source)}
    assert found == {"": ["<https://e.org/a>"], G: ["<https://e.org/a>", "<https://e.org/b>"]}


def test_the_fast_way_reads_what_the_careful_one_does(tmp_path: Path, seeds, hostile_graph) -> None:
    literals = ['"a b"', '"a <b>"^^<https://e.org/t>', '"<x>"', '"a <https://e.org/g> ."@vi', '"\\" <b> ."', "<https://e.org/o>", '""']
    lines = sorted(f"<https://e.org/a> <https://e.org/p> {value}{graph} ." for value in literals for graph in ("", f" {G}"))
    for path in (graph(tmp_path, lines), seeds.path, hostile_graph.path):
        assert list(ready_quads(path)) == list(read_quads(path))


@pytest.mark.parametrize("spelled", ['<https://e.org/a>  <https://e.org/p> "x" .', '<https://e.org/a> <https://e.org/p> "x". # so'])
def test_another_spelling_is_written_anew(tmp_path: Path, spelled: str) -> None:
    string = '<https://e.org/b> <https://e.org/p> "y"^^<http://www.w3.org/2001/XMLSchema#string> .'
    with opened(graph(tmp_path, [spelled, "", "# a remark", string]), tmp_path) as source:
        assert [quad[2] for quad in ready_quads(source.quads)] == ['"x"', '"y"']


@pytest.mark.parametrize("line", ["<a> <b>", '_:x <https://e.org/p> "x" .', '<https://e.org/a> "p" <https://e.org/b> .'])
def test_what_is_no_quad_is_named(tmp_path: Path, line: str) -> None:
    path = graph(tmp_path, [LINES[0], line])
    with pytest.raises(KgraphError, match=r"not a quad.*line 2"):
        list(read_quads(path))


def test_no_file(tmp_path: Path) -> None:
    with pytest.raises(KgraphError, match="cannot read the graph"), opened(tmp_path / "none.nq", tmp_path):
        pass
