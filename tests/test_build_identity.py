"""What people decided on who is who goes before what the rules found, in every build, and can be taken back."""

from __future__ import annotations

from pathlib import Path

import pytest

from kgraph.build import build
from kgraph.store.graph import Graph

ID = "https://w3id.org/kgraph-vn/id/"
COMMITTEE = "official/vu4-thi5-hanh5--quan-uy-ha-dong--ha-noi"
CHAIR = "official/vu4-thi5-hanh5--ubnd-quan-ha-dong--ha-noi"
ELSEWHERE = "official/vu4-thi5-hanh5--ubnd-quan-long-bien--ha-noi"
TEXTS = {
    "a": "Ngày 5/6/2019, Quận ủy Hà Đông (Hà Nội) tổ chức hội nghị. Đồng chí Vũ Thị Hạnh, Phó Bí thư Quận ủy Hà Đông chủ trì hội nghị.",
    "b": "Ngày 6/7/2021, UBND quận Hà Đông (Hà Nội) tổ chức lễ ra quân. Bà Vũ Thị Hạnh, Chủ tịch UBND quận Hà Đông phát biểu.",
    "c": "Ngày 7/8/2023, UBND quận Long Biên (Hà Nội) tổ chức lễ ra quân. Bà Vũ Thị Hạnh, Chủ tịch UBND quận Long Biên phát biểu.",
}


@pytest.fixture
def tin(tmp_path: Path) -> Path:
    for name, text in TEXTS.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    return tmp_path


def people(tin: Path, out: Path, decision: str = "") -> set[frozenset[str]]:
    """The keys that stand for one person, by what the graph says of replaced names."""
    reviewed = None
    if decision:
        reviewed = tin / f"reviewed-{out.name}"
        reviewed.mkdir()
        signed = f'{decision}\nby = "LH"\ndate = 2026-01-02\nreason = "tiểu sử"\n'
        (reviewed / "identity.toml").write_text(signed, encoding="utf-8")
    build([tin / f"{name}.txt" for name in TEXTS], out=out, only=("nq",), reviewed=reviewed)
    graph = Graph.load(out / "graph.nq")
    standing = {row["old"]: row["new"] for row in graph.rows("SELECT ?old ?new { ?old dcterms:isReplacedBy ?new }")}
    groups: dict[str, set[str]] = {}
    for row in graph.rows("SELECT DISTINCT ?x { { ?x a kg:Official } UNION { ?x dcterms:isReplacedBy ?y } }"):
        if "/official/" in row["x"]:
            groups.setdefault(standing.get(row["x"], row["x"]), set()).add(row["x"].removeprefix(ID))
    return {frozenset(group) for group in groups.values()}


def test_rules_alone(tin: Path) -> None:
    assert people(tin, tin / "out") == {frozenset({COMMITTEE, CHAIR}), frozenset({ELSEWHERE})}


def test_what_people_call_one_is_one(tin: Path) -> None:
    found = people(tin, tin / "out", f'[[same]]\nnodes = ["{CHAIR}", "{ELSEWHERE}"]')
    assert found == {frozenset({COMMITTEE, CHAIR, ELSEWHERE})}


def test_what_people_call_two_is_two(tin: Path) -> None:
    found = people(tin, tin / "out", f'[[different]]\nnodes = ["{COMMITTEE}", "{CHAIR}"]')
    assert found == {frozenset({COMMITTEE}), frozenset({CHAIR}), frozenset({ELSEWHERE})}


def test_a_decision_taken_back_leaves_nothing(tin: Path) -> None:
    people(tin, tin / "one", f'[[same]]\nnodes = ["{CHAIR}", "{ELSEWHERE}"]')
    assert people(tin, tin / "two") == {frozenset({COMMITTEE, CHAIR}), frozenset({ELSEWHERE})}
