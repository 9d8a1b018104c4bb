"""From what is put aside for the rules follows what follows from the whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from kgraph.build import build
from kgraph.reasoning import derive, load_rules, properties
from kgraph.scale.grounds import grounds, put, put_aside
from kgraph.sorting import read_blocks, write_blocks

CORPUS = Path(__file__).parents[1] / "identity" / "corpus" / "articles.jsonl"
READ = properties(load_rules())


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("graph")
    build([CORPUS], out=out, only=["nq"])
    return out / "graph.nq"


@pytest.mark.parametrize("size", [1, 7, 100_000])
def test_the_same_follows_however_the_lines_come(graph: Path, tmp_path: Path, size: int) -> None:
    lines = [line for block in read_blocks(graph) for line in block]
    write_blocks(grounds((lines[at : at + size] for at in range(0, len(lines), size)), READ), aside := tmp_path / "aside")
    assert derive(aside) == derive(graph) != []
    assert aside.stat().st_size < graph.stat().st_size / 4


def test_what_is_put_to_a_file_and_what_is_found_in_one_is_the_same(graph: Path, tmp_path: Path) -> None:
    one = put(read_blocks(graph), tmp_path / "copy", READ)
    other = put_aside(one.path, READ)
    assert one.path.read_bytes() == graph.read_bytes()
    assert one == other
    assert [line for block in read_blocks(one.grounds) for line in block] == [line for b in grounds(read_blocks(graph), READ) for line in b]


def test_of_a_statement_what_it_is_about_is_kept_where_a_rule_could_rest_on_it() -> None:
    rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    lines = [
        line.encode()
        for name in ("p", "q")
        for line in (
            f"<urn:statement/{name}> <{rdf}object> <urn:o> <urn:g> .",
            f"<urn:statement/{name}> <{rdf}predicate> <urn:{name}> <urn:g> .",
            f"<urn:statement/{name}> <{rdf}subject> <urn:s> <urn:g> .",
            f'<urn:statement/{name}> <urn:quote> "<urn:p> <urn:p>" <urn:g> .',
        )
    ]
    kept = [line for block in grounds([lines[:1], lines[1:5], lines[5:]], frozenset({"<urn:p>"})) for line in block]
    assert kept == lines[:3]
