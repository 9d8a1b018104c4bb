"""`kgraph why`: what speaks for and against two names being one."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kgraph.build import build

TEXTS = {
    "a": "Ngày 5/6/2019, Quận ủy Hà Đông (Hà Nội) tổ chức hội nghị. Đồng chí Vũ Thị Hạnh, Phó Bí thư Quận ủy Hà Đông chủ trì hội nghị.",
    "b": "Ngày 6/7/2021, UBND quận Hà Đông (Hà Nội) tổ chức lễ ra quân. Bà Vũ Thị Hạnh, Chủ tịch UBND quận Hà Đông phát biểu.",
    "c": "Ngày 6/7/2021, UBND quận Long Biên (Hà Nội) tổ chức lễ ra quân. Bà Vũ Thị Hạnh, Chủ tịch UBND quận Long Biên phát biểu.",
    "d": "Ngày 7/7/2021, UBND quận Ba Đình (Hà Nội) tổ chức hội nghị. Ông Lê Minh Khôi, Chủ tịch UBND quận Ba Đình phát biểu.",
}
COMMITTEE = "official/vu4-thi5-hanh5--quan-uy-ha-dong--ha-noi"
CHAIR = "official/vu4-thi5-hanh5--ubnd-quan-ha-dong--ha-noi"
OTHER = "official/vu4-thi5-hanh5--ubnd-quan-long-bien--ha-noi"


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("why")
    for name, text in TEXTS.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    build([folder], out=folder / "out", only=("nq", "cards"))
    return folder / "out" / "graph.nq"


def test_two_keys_of_one_person(kgraph: Any, graph: Path) -> None:
    run = kgraph("why", COMMITTEE, CHAIR, "-g", graph)
    assert run.code == 0
    assert run.out.startswith(f"one: both stand as {COMMITTEE}")
    assert "+ people.one-place" in run.out


def test_two_people_of_one_name(kgraph: Any, graph: Path) -> None:
    run = kgraph("why", "vu thi hanh", "-g", graph)
    assert "two:" in run.out
    assert "- people.posts-at-odds" in run.out


def test_one_thing_alone_is_shown_with_what_binds_its_parts(kgraph: Any, graph: Path) -> None:
    (explained,) = json.loads(kgraph("why", COMMITTEE, "-g", graph, "-f", "json").out)
    assert explained["standing"] == COMMITTEE
    assert [compared["one"][0]["article"] for compared in explained["compared"]] == ["a", "b"]
    assert all(reason["speaks"] == 1 for compared in explained["compared"] for reason in compared["reasons"])


def test_what_was_compared_with_nothing(kgraph: Any, graph: Path) -> None:
    assert "compared with nothing" in kgraph("why", "Lê Minh Khôi", "-g", graph).out


def test_an_iri_will_do_and_vietnamese_too(kgraph: Any, graph: Path) -> None:
    run = kgraph("--lang", "vi", "why", f"https://w3id.org/kgraph-vn/id/{CHAIR}", OTHER, "-g", graph)
    assert run.out.startswith("là hai")


@pytest.mark.parametrize("name", ["Nguyễn Không Ai", "official/nobody"])
def test_a_name_that_fits_nothing(name: str, kgraph: Any, graph: Path) -> None:
    assert kgraph("why", name, "-g", graph).code == 1


def test_a_build_without_cards(kgraph: Any, graph: Path, tmp_path: Path) -> None:
    (tmp_path / "graph.nq").write_bytes(graph.read_bytes())
    run = kgraph("why", "vu thi hanh", "-g", tmp_path / "graph.nq")
    assert run.code == 2
    assert "cards.jsonl" in run.err


def test_the_merged_person_keeps_both_names_and_one_tenure_for_each_post(graph: Path) -> None:
    from kgraph.store.graph import Graph

    loaded = Graph.load(graph)
    base = "https://w3id.org/kgraph-vn/id/"
    assert [(r["a"], r["b"]) for r in loaded.rows("SELECT ?a ?b WHERE { ?a dcterms:isReplacedBy ?b }")] == [
        (base + CHAIR, base + COMMITTEE)
    ]
    rows = loaded.rows(
        f"SELECT ?role ?day WHERE {{ ?t a kg:Tenure ; org:member <{base}{COMMITTEE}> ; org:role ?role ; kg:attestedFrom ?day }}"
    )
    assert sorted((r["role"].rpartition("/")[2], r["day"]) for r in rows) == [("chu-tich", "2021-07-06"), ("pho-bi-thu", "2019-06-05")]
