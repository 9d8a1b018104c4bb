"""`kgraph score`: figures, errors, exit codes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

GOLD = {
    "id": "a1",
    "officials": [{"id": "o1", "name": "Đinh Trường Thọ", "positions": [{"role": "Bí thư", "org": "Quận ủy Đống Đa"}]}],
    "organizations": [{"id": "g1", "name": "Quận ủy Đống Đa"}],
    "places": [{"id": "p1", "name": "Đống Đa", "level": "district"}],
    "events": [{"id": "e1", "kind": "hội nghị", "name": "Hội nghị tổng kết", "date": "2024-12-16"}],
    "relations": [["chaired", "o1", "e1"], ["attended", "o1", "e1"], ["organized", "g1", "e1"]],
}


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    (tmp_path / "gold").mkdir()
    (tmp_path / "gold" / "a1.json").write_text(json.dumps(GOLD, ensure_ascii=False), encoding="utf-8")
    return tmp_path / "gold"


def test_figures(kgraph: Any, graph: Path, gold: Path) -> None:
    run = kgraph("score", gold, "--graph", graph)
    assert run.code == 0
    rows = {line.split()[0]: line.split()[1:] for line in run.out.splitlines() if line.split()}
    assert rows["positions"] == ["1.000", "1.000", "1.000", "1", "1"]
    assert rows["officials"] == ["0.500", "1.000", "0.667", "1", "2"]


def test_json_and_errors(kgraph: Any, graph: Path, gold: Path) -> None:
    figures = json.loads(kgraph("score", gold, "--graph", graph, "--format", "json").out)
    assert figures["rel.chaired"] == {"precision": 1.0, "recall": 1.0, "f1": 1.0, "gold": 1, "found": 1}
    assert figures["articles"] == {"scored": 1, "missing": []}
    listed = kgraph("score", gold, "--graph", graph, "--errors").out.splitlines()
    assert "a1\tcampaigns\t+\tChuyên đề năm 2024" in listed


def test_quotes_are_held_against_the_texts(kgraph: Any, graph: Path, gold: Path, folder: Path) -> None:
    sound = kgraph("score", gold, "--graph", graph, "--articles", folder / "tin")
    assert "quotes: 5 of 5 exact" in sound.err
    (folder / "tin" / "a1.txt").write_text("another text", encoding="utf-8")
    false = kgraph("score", gold, "--graph", graph, "--articles", folder / "tin")
    assert false.code == 1 and "quotes: 0 of 5 exact" in false.err


def test_an_article_that_the_graph_lacks_is_1(kgraph: Any, graph: Path, gold: Path) -> None:
    (gold / "a2.json").write_text(json.dumps({**GOLD, "id": "a2"}, ensure_ascii=False), encoding="utf-8")
    run = kgraph("score", gold, "--graph", graph)
    assert run.code == 1 and "not in the graph" in run.err and "a2" in run.err


def test_no_gold_is_2(kgraph: Any, graph: Path, tmp_path: Path) -> None:
    run = kgraph("score", tmp_path / "none", "--graph", graph)
    assert run.code == 2 and "no gold facts" in run.err
