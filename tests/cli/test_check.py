"""`kgraph check`: what fails, under the constraint that it fails, with the sentence."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any


def test_faults_are_shown_with_name_and_sentence(kgraph: Any, graph: Path) -> None:
    run = kgraph("check", graph)
    assert run.code == 1
    assert "violation · modality · 1" in run.out
    assert "Hội nghị tổng kết [event/hn]" in run.out
    assert "“Quận ủy Đống Đa tổ chức hội nghị” (a1)" in run.out
    assert "violations" in run.err


def test_no_control_character_of_a_text_reaches_the_terminal(kgraph: Any, graph: Path) -> None:
    run = kgraph("check", graph)
    assert "\x1b" not in run.out
    assert "\u202e" not in run.out
    assert "[bold]" in run.out


def test_limit_says_how_many_more(kgraph: Any, graph: Path) -> None:
    assert "more" in kgraph("check", graph, "--limit", "1").out


def test_folder_of_a_build_and_json(kgraph: Any, graph: Path) -> None:
    groups = json.loads(kgraph("check", graph.parent, "--format", "json").out)
    assert {"constraint", "severity", "messages", "count", "cases"} == groups[0].keys()
    assert any(group["constraint"] == "modality" for group in groups)


def test_exit_code_can_be_waived(kgraph: Any, graph: Path) -> None:
    assert kgraph("check", graph, "--fail-on", "never").code == 0


def test_in_vietnamese(kgraph: Any, graph: Path) -> None:
    assert "vi phạm" in kgraph("--lang", "vi", "check", graph).err


def test_missing_graph(kgraph: Any, tmp_path: Path) -> None:
    run = kgraph("check", tmp_path / "none")
    assert (run.code, run.out) == (2, "")
    assert "kgraph build" in run.err


def test_doubts_of_the_articles_stand_beside_the_constraints(kgraph: Any, graph: Path, tmp_path: Path) -> None:
    (tmp_path / "graph.nq").write_bytes(graph.read_bytes())
    line = {
        "article": "a1",
        "begin": 5,
        "end": 40,
        "code": "count-mismatch",
        "message": "the number says 4, the list names 5",
        "place": None,
    }
    other = line | {"code": "place-open"}
    (tmp_path / "issues.jsonl").write_text(f"{json.dumps(line)}\n{json.dumps(other)}\n", encoding="utf-8")
    run = kgraph("check", tmp_path)
    assert "doubt · count-mismatch · 1" in run.out
    assert "a1: the number says 4, the list names 5 (5–40)" in run.out
    assert "place-open" not in run.out
    assert run.code == kgraph("check", graph).code
