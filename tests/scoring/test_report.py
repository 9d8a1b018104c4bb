"""The figures are those of the outside measure, for sound graphs and for faulty ones."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from kgraph.errors import KgraphError
from kgraph.scoring import ScoreReport, score
from kgraph.scoring.grounding import read_texts

GOLD: dict[str, Any] = {
    "id": "a1",
    "scope": {"unit": "Đống Đa", "province": "Hà Nội"},
    "officials": [
        {"id": "o1", "name": "Đinh Trường Thọ", "positions": [{"role": "Bí thư", "org": "Quận ủy Đống Đa"}]},
        {"id": "o2", "name": "Trần Thị B", "positions": [{"role": "Phó Chủ tịch", "org": "UBND quận Đống Đa", "status": "former"}]},
    ],
    "organizations": [{"id": "g1", "name": "Quận ủy Đống Đa", "aliases": ["Quận ủy"]}],
    "places": [{"id": "p1", "name": "Đống Đa", "level": "district", "within": "Hà Nội"}],
    "directives": [{"id": "d1", "type": "Chỉ thị", "number": "05-CT/TW", "date": "2016-05-15"}],
    "campaigns": [{"id": "c1", "kind": "hội thi", "name": "Tự hào Đống Đa", "edition": 3}],
    "events": [{"id": "e1", "kind": "hội nghị", "name": "Hội nghị tổng kết Chỉ thị 05", "date": "2024-12-16"}],
    "relations": [["attended", "o1", "e1"], ["implements", "e1", "d1"], ["organized", "g1", "e1"], ["about", "e1", "c1"]],
    "optional": {"organizations": ["Đảng Cộng sản Việt Nam"], "relations": []},
}


def keep(folder: Path, *golds: dict[str, Any]) -> Path:
    folder.mkdir()
    for gold in golds:
        (folder / f"{gold['id']}.json").write_text(json.dumps(gold, ensure_ascii=False), encoding="utf-8")
    return folder


def outside(shared: Path, graph: Path, gold: Path, articles: Path, out: Path) -> tuple[int, dict[str, Any], list[str]]:
    """Exit code, figures and error lines of the outside measure."""
    command = [sys.executable, str(shared / "tools" / "score.py"), str(graph), str(gold), "--articles", str(articles)]
    done = subprocess.run([*command, "--json", str(out), "--errors"], capture_output=True, text=True, encoding="utf-8")
    errors = [line for line in done.stdout.splitlines() if line.count("\t") >= 3]
    return done.returncode, json.loads(out.read_text(encoding="utf-8")), errors


def test_a_graph_of_all_gold_facts_scores_one(tmp_path: Path, write_graph: Any) -> None:
    report = score(write_graph([GOLD]), keep(tmp_path / "gold", GOLD))
    assert {name: row.f1 for name, row in report.figures.items()} == dict.fromkeys(report.figures, 1.0)
    assert report.errors == ()
    assert report.sound
    assert {"officials", "positions", "position.status", "rel.attended", "directive.date", "campaign.edition"} <= report.figures.keys()


def test_an_article_the_graph_lacks_counts_with_all_its_facts(tmp_path: Path, write_graph: Any) -> None:
    other = {**GOLD, "id": "a2"}
    report = score(write_graph([GOLD]), keep(tmp_path / "gold", GOLD, other))
    assert report.missing == ("a2",)
    assert not report.sound
    assert (report.figures["officials"].gold, report.figures["officials"].found, report.figures["officials"].recall) == (4, 2, 0.5)


def test_errors_name_what_is_missed_and_what_is_wrong(tmp_path: Path, write_graph: Any) -> None:
    wrong = json.loads(json.dumps(GOLD))
    wrong["officials"][0]["name"] = "Người Khác"
    report = score(write_graph([wrong]), keep(tmp_path / "gold", GOLD))
    assert ("a1", "officials", "-", "Đinh Trường Thọ") in report.errors
    assert ("a1", "officials", "+", "Người Khác") in report.errors
    assert ("a1", "positions", "-", "Đinh Trường Thọ: Bí thư @ Quận ủy Đống Đa") in report.errors


def test_what_only_optional_gold_excuses_is_listed_and_counts_neither_way(tmp_path: Path, write_graph: Any) -> None:
    found = json.loads(json.dumps(GOLD))
    found["relations"].append(["runs", "g1", "c1"])
    excusing = {**GOLD, "optional": {"relations": [["runs", "g1", "c1"]]}}
    report = score(write_graph([found]), keep(tmp_path / "gold", excusing))
    assert report.uncounted == (("a1", "rel.runs", "~", "Quận ủy Đống Đa → Tự hào Đống Đa"),)
    assert "rel.runs" not in report.figures and report.errors == ()


def test_the_position_of_another_body_or_status_is_wrong(tmp_path: Path, write_graph: Any) -> None:
    wrong = json.loads(json.dumps(GOLD))
    wrong["officials"][0]["positions"][0]["org"] = "Quận ủy Lê Chân"
    wrong["officials"][1]["positions"][0].pop("status")
    figures = score(write_graph([wrong]), keep(tmp_path / "gold", GOLD)).figures
    assert (figures["positions"].precision, figures["positions"].recall) == (0.5, 0.5)
    assert figures["position.status"].f1 == 0.0


def test_a_quote_beside_its_place_is_not_exact(tmp_path: Path, write_graph: Any) -> None:
    gold, texts = keep(tmp_path / "gold", GOLD), {"a1": "Quận ủy Đống Đa tổ chức hội nghị, đồng chí Đinh Trường Thọ dự. " * 3}
    graph = write_graph([GOLD], texts=texts)
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "a1.txt").write_text(texts["a1"], encoding="utf-8")
    right = score(graph, gold, articles=tmp_path / "texts").grounding
    (tmp_path / "texts" / "a1.txt").write_text(" " + texts["a1"], encoding="utf-8")
    moved = score(graph, gold, articles=tmp_path / "texts")
    assert right and right.quotes_exact == right.statements == right.stated_triples == 4
    assert moved.grounding and moved.grounding.quotes_exact == 0
    assert not moved.sound


@pytest.mark.parametrize("content", ["[]", "{", '{"id": 3}'])
def test_a_gold_file_that_is_none_is_a_fault(tmp_path: Path, write_graph: Any, content: str) -> None:
    (tmp_path / "gold").mkdir()
    (tmp_path / "gold" / "a.json").write_text(content, encoding="utf-8")
    with pytest.raises(KgraphError, match="gold facts"):
        score(write_graph([GOLD]), tmp_path / "gold")


def test_no_gold_and_no_articles_are_faults(tmp_path: Path, write_graph: Any) -> None:
    with pytest.raises(KgraphError, match="no gold facts"):
        score(write_graph([GOLD]), tmp_path / "nowhere")
    with pytest.raises(KgraphError, match="cannot read the articles"):
        score(write_graph([GOLD]), keep(tmp_path / "gold", GOLD), articles=tmp_path / "nowhere.jsonl")


@pytest.mark.parametrize(("folder", "articles"), [("seeds", "seeds"), ("dev", "articles/dev.jsonl")])
@pytest.mark.parametrize(("seed", "faults"), [(1, 0.0), (2, 0.08), (3, 0.2), (4, 0.4)])
def test_every_figure_and_every_error_is_that_of_the_outside_measure(
    tmp_path: Path, write_graph: Any, shared: Path, folder: str, articles: str, seed: int, faults: float
) -> None:
    gold, texts = shared / "gold" / folder, shared / articles
    golds = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(gold.glob("*.json"))]
    graph = write_graph(golds[seed % 2 :], seed=seed, faults=faults, texts=read_texts(texts))
    assert_equal(score(graph, gold, articles=texts), outside(shared, graph, gold, texts, tmp_path / "outside.json"))


def test_the_score_of_the_example_is_that_of_the_outside_measure(tmp_path: Path, shared: Path) -> None:
    root = Path(__file__).parents[2]
    graph, gold, seeds = root / "exports" / "graph.nq", root / "tests" / "gold" / "seeds", root / "seeds"
    if not graph.is_file():
        pytest.skip("needs exports/graph.nq: `kgraph build seeds`")
    assert_equal(score(graph, gold, articles=seeds), outside(shared, graph, gold, seeds, tmp_path / "outside.json"))


def assert_equal(report: ScoreReport, theirs: tuple[int, dict[str, Any], list[str]]) -> None:
    code, figures, errors = theirs
    assert report.as_json() == figures
    assert list(report.as_json()) == list(figures)
    assert ["\t".join(error) for error in report.errors] == errors
    assert report.sound == (code == 0)
