"""`kgraph about`: everything held on a person, nothing held on nobody."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

KG, ID = "https://w3id.org/kgraph-vn/ns#", "https://w3id.org/kgraph-vn/id/"
LABEL, TYPE = "<http://www.w3.org/2000/01/rdf-schema#label>", "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
REPLACED = "<http://purl.org/dc/terms/isReplacedBy>"
IN = f"<{ID}article/a1> ."


def node(name: str) -> str:
    return f"<{ID}{name}>"


@pytest.fixture(scope="module")
def held(graph: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The graph of one article, with a namesake, an earlier name, a reprint, and a corrected statement; as the folder of a build."""
    folder = tmp_path_factory.mktemp("held")
    review = {
        "correctedFrom": f"{ID}event/khac",
        "reviewedBy": "LH",
        "reviewedOn": "2026-01-02",
        "reviewNote": "nhầm",
        "reviewSource": "tin",
    }
    lines = [
        f'{node("article/a1")} <{KG}url> "https://example.org/a1" {IN}',
        f"{node('article/a1')} <{KG}reprintOf> {node('article/a0')} {IN}",
        f"{node('official/tho-cu')} {REPLACED} {node('official/tho')} {IN}",
        f"{node('official/tho-2')} {TYPE} <{KG}Official> {IN}",
        f'{node("official/tho-2")} {LABEL} "Đinh Trường Thọ"@vi {IN}',
        f"{node('official/tho-2')} <{KG}candidateFor> {node('official/tho')} {IN}",
        *(f'{node("statement/0")} <{KG}{name}> "{value}" {IN}' for name, value in review.items()),
    ]
    (folder / "graph.nq").write_text(graph.read_text(encoding="utf-8") + "".join(f"{line}\n" for line in lines), encoding="utf-8")
    return folder


@pytest.mark.parametrize("name", ["Đinh Trường Thọ", "dinh truong tho", "ĐINH  TRƯỜNG THỌ"])
def test_all_whom_the_name_fits_are_shown(kgraph: Any, held: Path, name: str) -> None:
    run = kgraph("about", name, "-g", held)
    assert run.code == 0
    assert run.out.count("Đinh Trường Thọ · Official\n") == 2
    assert run.err == "the name fits 2 people; each is shown\n"


def test_posts_and_parts_stand_with_day_sentence_article_and_rule(kgraph: Any, held: Path) -> None:
    out = kgraph("about", "official/tho", "-g", held / "graph.nq").out
    assert "2024-12-16 · Bí thư · Quận ủy Đống Đa · held\n      “Đinh Trường Thọ, Bí thư Quận ủy”" in out
    assert "2024-12-16 · chaired · Hội nghị tổng kết\n      “Đồng chí Đinh Trường Thọ, Bí thư Quận ủy, chủ trì hội nghị.”" in out
    assert "a1 · 2024-12-16 · Tổng kết năm · https://example.org/a1\n" in out
    assert f"51–110 · rules/events.chair · 0.9 · {ID}statement/0\n" in out


def test_corrections_reprints_earlier_names_and_what_else_is_held(kgraph: Any, held: Path) -> None:
    out = kgraph("about", "official/tho", "-g", held).out
    assert f"corrected by LH on 2026-01-02, before: {ID}event/khac (nhầm; tin)" in out
    assert "3 statements from 1 articles, 1 corrected by people" in out
    assert "https://example.org/a1 · reprint of a0" in out
    assert f"earlier names in the graph: {ID}official/tho-cu" in out
    assert f"also held\n  Đinh Trường Thọ · {KG}candidateFor · Đinh Trường Thọ" in out


def test_an_earlier_name_leads_to_the_person(kgraph: Any, held: Path) -> None:
    run = kgraph("about", f"{ID}official/tho-cu", "-g", held)
    assert run.out.splitlines()[1].strip() == f"{ID}official/tho"


def test_json_holds_every_statement(kgraph: Any, held: Path) -> None:
    (first, second) = json.loads(kgraph("about", "dinh truong tho", "-g", held, "-f", "json").out)
    lines = (held / "graph.nq").read_text(encoding="utf-8").splitlines()
    said = {line.split()[0][1:-1] for line in lines if f"#subject> {node('official/tho')} " in line}
    assert {statement["iri"] for statement in first["statements"]} == said
    assert first["statements"][0]["source"]["url"] == "https://example.org/a1"
    assert first["articles"][0]["reprintOf"] == f"{ID}article/a0"
    assert second["statements"] == []


@pytest.mark.parametrize("name", ["Không Có Ai", "Quận ủy Đống Đa"])
def test_nothing_held_is_1(kgraph: Any, held: Path, name: str) -> None:
    run = kgraph("about", name, "-g", held)
    assert (run.code, run.out) == (1, "")
    assert run.err.startswith(f"error: nothing is held on {name}")


def test_in_vietnamese(kgraph: Any, held: Path) -> None:
    out = kgraph("--lang", "vi", "about", "official/tho", "-g", held).out
    assert "sự kiện và vai trò" in out
    assert "LH đính chính ngày 2026-01-02, trước đó:" in out
