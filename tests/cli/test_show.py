"""`kgraph show`: who is meant, and what is said of them with which words."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from kgraph.cli import main


@pytest.mark.parametrize("name", ["Đinh Trường Thọ", "dinh truong tho", "ĐINH TRƯỜNG THỌ", "Trường Thọ", "truong tho", "Đinh Trường"])
def test_a_person_is_found_with_and_without_accents(kgraph: Any, graph: Path, name: str) -> None:
    run = kgraph("show", name, "-g", graph)
    assert (run.code, run.err) == (0, "")
    assert run.out.startswith("Đinh Trường Thọ · Official\n")


@pytest.mark.parametrize("name", ["347-KH/QU", "347-kh/qu", "directive/kh", "https://w3id.org/kgraph-vn/id/directive/kh"])
def test_a_document_by_number_and_by_name(kgraph: Any, graph: Path, name: str) -> None:
    assert kgraph("show", name, "-g", graph).out.startswith("Kế hoạch 347-KH/QU · Directive\n")


def test_facts_stand_with_their_sentences(kgraph: Any, graph: Path) -> None:
    out = kgraph("show", "Đinh Trường Thọ", "-g", graph).out
    assert "Bí thư · Quận ủy Đống Đa · held · 2024-12-16\n      “Đinh Trường Thọ, Bí thư Quận ủy”" in out
    assert "chaired\n  Hội nghị tổng kết · Event\n      “Đồng chí Đinh Trường Thọ, Bí thư Quận ủy, chủ trì hội nghị.”" in out
    assert "a1 2024-12-16 · 51–110 · rules/events.chair · 0.9" in out
    assert "attended" not in out


def test_a_body_shows_its_people_and_a_campaign_who_runs_it(kgraph: Any, graph: Path) -> None:
    assert "people\n  Bí thư · Đinh Trường Thọ · held" in kgraph("show", "Quận ủy Đống Đa", "-g", graph).out
    campaign = kgraph("show", "Chuyên đề năm 2024", "-g", graph).out
    assert "← conducts\n  Quận ủy Đống Đa" in campaign
    assert "derived by rules/runs-campaign from:\n        “Quận ủy Đống Đa”" in campaign


def test_in_vietnamese(kgraph: Any, graph: Path) -> None:
    out = kgraph("--lang", "vi", "show", "Đinh Trường Thọ", "-g", graph).out
    assert "chức vụ\n  Bí thư · Quận ủy Đống Đa · giữ chức" in out
    assert "còn gọi là: Trường Thọ" in out


def test_all_that_the_name_fits_best(kgraph: Any, graph: Path) -> None:
    out = kgraph("show", "Đống Đa", "-g", graph).out
    assert out.index("Quận Đống Đa · Administrative unit") < out.index("Quận ủy Đống Đa · Organisation")


def test_nothing_is_1(kgraph: Any, graph: Path) -> None:
    run = kgraph("show", "Không Có Ai", "-g", graph)
    assert (run.code, run.out) == (1, "")
    assert run.err.startswith("error: nothing is called Không Có Ai")


def test_a_hostile_label_is_text(kgraph: Any, graph: Path) -> None:
    run = kgraph("show", "official/do", "-g", graph)
    assert run.out.startswith("Ông [31mĐỏ [bold]đậm[/bold] · Official")


OWN_HOSTILE = ['" } UNION { ?s ?p ?o } #', '") || true) } #', "}} INSERT DATA {<http://e/s> <http://e/p> 1} #", "?s", "%s {0} {{x}}", ""]


@pytest.fixture(scope="module")
def hostile_names(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Names that would break a query, a shell, a format string or a page if they were more than text."""
    shared = Path(os.environ.get("KGRAPH_SHARED", Path(__file__).parents[3] / "shared"))
    if not (shared / "hostile" / "make_hostile.py").is_file():
        return OWN_HOSTILE
    out = tmp_path_factory.mktemp("hostile")
    subprocess.run([sys.executable, str(shared / "hostile" / "make_hostile.py"), str(out)], check=True, capture_output=True)
    names: list[str] = json.loads((out / "cli_hostile_names.json").read_text(encoding="utf-8"))
    return OWN_HOSTILE + names


def test_a_hostile_name_finds_nothing(capsys: pytest.CaptureFixture[str], graph: Path, hostile_names: list[str]) -> None:
    for name in hostile_names:
        code = main(["show", "-g", str(graph), "--", name])
        told = capsys.readouterr()
        assert (code, told.out) == (1, ""), name
        assert told.err.startswith("error: ") and told.err.rstrip("\n").isprintable(), name
