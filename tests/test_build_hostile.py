"""Hostile files in one build with good ones: the bad are listed, the good are as ever, and nothing of a text is taken for code."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib

from kgraph.build import BuildReport, build

ROOT = Path(__file__).parents[1]
MAKER = Path(os.environ.get("KGRAPH_SHARED", ROOT.parent / "shared")) / "hostile" / "make_hostile.py"
PRIVATE = ("0901234567", "001099012345", "Nguyễn Thị B", "Trần Văn C", "số 12 đường Y")

pytestmark = [pytest.mark.slow, pytest.mark.skipif(not MAKER.is_file(), reason="no hostile/make_hostile.py; set KGRAPH_SHARED")]


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> BuildReport:
    """A build of the seeds beside every hostile file."""
    folder = tmp_path_factory.mktemp("hostile")
    maker = [sys.executable, str(MAKER), str(folder / "bad")]
    subprocess.run(maker, check=True, capture_output=True, env={**os.environ, "PYTHONUTF8": "1"})
    return build([folder / "bad", ROOT / "seeds"], out=folder / "out")


def test_part_is_read_and_the_rest_is_listed(report: BuildReport) -> None:
    counts = report.counts
    issues = [json.loads(line) for line in (report.out / "issues.jsonl").read_text(encoding="utf-8").splitlines()]
    assert report.exit_code == 3
    assert counts.given == counts.accepted + counts.duplicate + counts.quarantined
    assert sum(i["article"] is None for i in issues) == counts.quarantined
    assert not [i for i in issues if i["code"] == "fault"]


def test_good_articles_are_as_in_a_build_of_their_own(report: BuildReport, tmp_path: Path) -> None:
    build([ROOT / "seeds"], out=tmp_path, only=("nq",))
    own = [line for line in (tmp_path / "graph.nq").read_text(encoding="utf-8").splitlines() if "/id/article/" in line.rsplit(" ", 2)[1]]
    graphs = {line.rsplit(" ", 2)[1] for line in own}
    lines = (report.out / "graph.nq").read_text(encoding="utf-8").splitlines()
    assert len(graphs) == len(list((ROOT / "seeds").glob("*.txt")))
    assert [line for line in lines if line.rsplit(" ", 2)[1] in graphs] == own


def test_text_is_never_taken_for_names(report: BuildReport) -> None:
    for quad in ox.parse(path=str(report.out / "graph.nq"), format=ox.RdfFormat.N_QUADS):
        for term in (quad.subject, quad.predicate, quad.object):
            assert not (isinstance(term, ox.NamedNode) and re.search(r"evil|javascript|^file:", term.value)), term


def test_another_parser_reads_the_same_triples(report: BuildReport) -> None:
    turtle = rdflib.Graph().parse(report.out / "graph.ttl", format="turtle")
    quads = ox.parse(path=str(report.out / "graph.nq"), format=ox.RdfFormat.N_QUADS)
    assert len(turtle) == len({(q.subject, q.predicate, q.object) for q in quads})


def test_no_control_bytes_and_nothing_private_in_any_file(report: BuildReport) -> None:
    for name in report.files:
        content = (report.out / name).read_bytes()
        assert not re.search(rb"[\x00-\x08\x0b\x0e-\x1f\x7f]", content), name
        assert not [word for word in PRIVATE if word.encode() in content], name
