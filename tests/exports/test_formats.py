"""Every format: the same bytes each time, whole or not at all, nothing private, nothing left behind."""

from __future__ import annotations

import hashlib
import os
import random
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from kgraph.errors import KgraphError, Refused
from kgraph.exports.formats import FORMATS, export, format_of, made

ALL = pytest.mark.parametrize("name", FORMATS)


def digest(path: Path) -> str:
    files = sorted(path.iterdir()) if path.is_dir() else [path]
    return hashlib.sha256(b"".join(file.name.encode() * path.is_dir() + file.read_bytes() for file in files)).hexdigest()


@ALL
def test_equal_graphs_give_equal_bytes(name: str, seeds, exported, tmp_path: Path) -> None:
    lines = seeds.path.read_text("utf-8").splitlines(keepends=True)
    random.Random(7).shuffle(lines)
    (shuffled := tmp_path / "graph.nq").write_text("".join(lines), encoding="utf-8")
    (tmp_path / "run.json").write_bytes(seeds.path.with_name("run.json").read_bytes())
    assert digest(exported(name)) == digest(exported(name, shuffled))


def test_the_bytes_do_not_depend_on_the_seed_of_hashes(seeds, tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from kgraph.exports.formats import FORMATS, export\n"
        "for name in FORMATS: export(Path(sys.argv[1]), Path(sys.argv[2]) / name, FORMATS[name])"
    )
    for seed in ("1", "2"):
        (tmp_path / seed).mkdir()
        subprocess.run([sys.executable, "-c", code, seeds.path, tmp_path / seed], env={**os.environ, "PYTHONHASHSEED": seed}, check=True)
    for name in FORMATS:
        assert digest(tmp_path / "1" / name) == digest(tmp_path / "2" / name), name


@ALL
def test_a_graph_that_cannot_be_read_changes_nothing(name: str, tmp_path: Path) -> None:
    (graph := tmp_path / "graph.nq").write_text('<https://e.org/a> <https://e.org/p> "x" <https://e.org/g> .\nnot a quad\n')
    (out := tmp_path / "out").mkdir()
    target = out / "old"
    if FORMATS[name].many:
        target.mkdir()
        (target / "edges.csv").write_text("old")
    else:
        target.write_text("old")
    with pytest.raises(KgraphError):
        export(graph, target, FORMATS[name])
    kept = target / "edges.csv" if FORMATS[name].many else target
    assert [path for path in out.rglob("*") if path.is_file()] == [kept] and kept.read_text() == "old"


def withheld(tmp_path: Path) -> Path:
    """A graph with a quote that is withheld; the name itself stands nowhere in it."""
    rdf, kg, xsd = "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "https://w3id.org/kgraph-vn/ns#", "http://www.w3.org/2001/XMLSchema#"
    base = "https://w3id.org/kgraph-vn/id/"
    article = f"<{base}article/a>"
    said = [
        (f"<{base}official/x>", f"{rdf}type", f"<{kg}Official>"),
        (f"<{base}event/y>", f"{rdf}type", f"<{kg}Event>"),
        (article, f"{rdf}type", f"<{kg}Article>"),
        (f"<{base}official/x>", f"{kg}attended", f"<{base}event/y>"),
        (f"<{base}statement/1>", f"{rdf}type", f"<{kg}Statement>"),
        (f"<{base}statement/1>", f"{rdf}subject", f"<{base}official/x>"),
        (f"<{base}statement/1>", f"{rdf}predicate", f"<{kg}attended>"),
        (f"<{base}statement/1>", f"{rdf}object", f"<{base}event/y>"),
        (f"<{base}statement/1>", f"{kg}inArticle", article),
        (f"<{base}statement/1>", f"{kg}quoteWithheld", f'"true"^^<{xsd}boolean>'),
    ]
    path = tmp_path / "withheld.nq"
    path.write_text("".join(sorted(f"{s} <{p}> {o} {article} .\n" for s, p, o in said)), encoding="utf-8")
    return path


@ALL
def test_no_format_needs_a_quote(name: str, tmp_path: Path, exported) -> None:
    found = exported(name, withheld(tmp_path))
    texts = [path.read_bytes() for path in (found.iterdir() if found.is_dir() else (found,))]
    assert texts and not any(re.search(rb"oa:exact|TextQuoteSelector", text) for text in texts)


@pytest.mark.parametrize("name", [format.name for format in FORMATS.values() if format.many])
def test_many_files_are_packed_where_the_name_says_so(name: str, seeds, exported, tmp_path: Path) -> None:
    target = tmp_path / "graph.zip"
    export(seeds.path, target, FORMATS[name])
    with zipfile.ZipFile(target) as archive:
        assert archive.testzip() is None
        packed = {member: archive.read(member) for member in archive.namelist()}
    assert packed == {path.name: path.read_bytes() for path in exported(name).iterdir()}


def test_a_suffix_stands_for_one_format() -> None:
    suffixes = [suffix for format in FORMATS.values() for suffix in format.suffixes]
    assert len(set(suffixes)) == len(suffixes)
    for format in FORMATS.values():
        assert all(format_of(Path(f"graph{suffix}")) == format for suffix in format.suffixes)
    with pytest.raises(Refused, match="no format is known"):
        format_of(Path("graph.docx"))


def test_a_folder_is_never_taken_for_a_file(seeds, tmp_path: Path) -> None:
    with pytest.raises(KgraphError, match="a folder stands where a file"):
        export(seeds.path, tmp_path, FORMATS["turtle"])


def test_a_file_for_stdout_is_made_in_its_room(seeds, tmp_path: Path) -> None:
    assert made(seeds.path, tmp_path, FORMATS["nquads"], "x").read_bytes() == seeds.path.read_bytes()


def test_the_memory_of_what_streams_does_not_grow_with_the_graph() -> None:
    assert [format.name for format in FORMATS.values() if not format.streams] == ["graphml", "gexf"]
