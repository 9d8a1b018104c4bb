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


def test_what_was_won_and_lost_since(kgraph: Any, graph: Path, gold: Path, tmp_path: Path) -> None:
    kept = tmp_path / "kept" / "run.json"
    first = kgraph("score", gold, "--graph", graph, "--save", kept)
    assert first.code == 0
    same = kgraph("score", gold, "--graph", graph, "--since", kept, "--format", "json")
    assert same.out.startswith("{") and "0 won, 0 lost" in same.err
    other = tmp_path / "other.nq"
    lines = [
        line for line in graph.read_text(encoding="utf-8").splitlines() if not ("kgraph-vn/ns#chaired" in line and "official/tho" in line)
    ]
    other.write_text("\n".join(lines) + "\n", encoding="utf-8")
    run = kgraph("score", gold, "--graph", other, "--since", kept)
    assert run.out.splitlines()[0] == "lost\ta1\trel.chaired\tĐinh Trường Thọ → Hội nghị tổng kết"
    assert "0 won, 1 lost" in run.err and "gold has changed" not in run.err
    (gold / "a1.json").write_text(json.dumps({**GOLD, "places": []}), encoding="utf-8")
    assert "gold has changed" in kgraph("score", gold, "--graph", graph, "--since", kept).err


def test_no_kept_file_is_2(kgraph: Any, graph: Path, gold: Path, tmp_path: Path) -> None:
    assert kgraph("score", gold, "--graph", graph, "--since", tmp_path / "none.json").code == 2


def test_floors_are_held_and_raised(kgraph: Any, graph: Path, gold: Path, tmp_path: Path) -> None:
    floors = tmp_path / "floors.toml"
    floors.write_text('gold_sha256 = "x"\n\n[f1]\nofficials = 0.9\n"rel.chaired" = 0.5\n', encoding="utf-8")
    other = kgraph("score", gold, "--graph", graph, "--floors", floors)
    assert other.code == 1 and "other gold" in other.err
    refused = kgraph("score", gold, "--graph", graph, "--raise-floors", floors)
    assert refused.code == 1 and "0.9\n" in floors.read_text(encoding="utf-8")
    floors.write_text(
        floors.read_text(encoding="utf-8").replace('"x"', f'"{other.err.split()[other.err.split().index("to") + 1]}"'), encoding="utf-8"
    )
    low = kgraph("score", gold, "--graph", graph, "--floors", floors)
    assert low.code == 1 and "below its floor: officials 0.6667 < 0.9000" in low.err and "rel.chaired" not in low.err
    assert kgraph("score", gold, "--graph", graph, "--raise-floors", floors).code == 0
    text = floors.read_text(encoding="utf-8")
    assert "officials = 0.9\n" in text and '"rel.chaired" = 1.0000\n' in text and "events = 1.0000\n" in text


def test_a_withheld_quote_is_evidence(kgraph: Any, graph: Path, gold: Path, folder: Path, tmp_path: Path) -> None:
    held, text = tmp_path / "withheld.nq", graph.read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not ("statement/0>" in line and "ns#quote>" in line)]
    base, true = "https://w3id.org/kgraph-vn/", '"true"^^<http://www.w3.org/2001/XMLSchema#boolean>'
    mark = f"<{base}id/statement/0> <{base}ns#quoteWithheld> {true} <{base}id/article/a1> ."
    held.write_text("\n".join([*lines, mark]) + "\n", encoding="utf-8")
    before, run = (kgraph("score", gold, "--graph", path, "--articles", folder / "tin") for path in (graph, held))
    assert "quotes: 4 of 4 exact" in run.err and "private person: 1" in run.err and "private" not in before.err
    assert "such evidence: 5 of 6" in run.err and "such evidence: 5 of 6" in before.err
    held.write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert "such evidence: 4 of 6" in kgraph("score", gold, "--graph", held, "--articles", folder / "tin").err
