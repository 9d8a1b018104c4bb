"""`kgraph view`."""

from __future__ import annotations

import json
import re
import webbrowser
from pathlib import Path
from typing import Any

import pytest

from kgraph.view.compact import unpacked


def data_of(page: Path) -> dict[str, Any]:
    block = re.search(r'id="data">(.*?)</script>', page.read_text(encoding="utf-8"), re.DOTALL)
    assert block
    return dict(unpacked(json.loads(block[1])))


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses that a browser was asked to open; there is one that opens them."""
    found: list[str] = []
    monkeypatch.setattr(webbrowser, "open", lambda address: found.append(address) or True)
    return found


def test_the_page_of_a_folder_is_written_and_opened(kgraph: Any, graph: Path, tmp_path: Path, opened: list[str]) -> None:
    run = kgraph("view", graph.parent, "--out", tmp_path / "p.html")
    assert (run.code, run.out) == (0, "") and re.fullmatch(r".*p\.html: (\d+) of \1 nodes\n", run.err)
    assert opened == [(tmp_path / "p.html").resolve().as_uri()]
    assert data_of(tmp_path / "p.html")["lang"] == "vi"


def test_it_says_where_no_browser_opens(kgraph: Any, graph: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(webbrowser, "open", lambda address: False)
    run = kgraph("--lang", "vi", "view", graph, cwd=tmp_path)
    assert run.code == 0 and "Không mở được trình duyệt nào" in run.err and (tmp_path / "kgraph.html").is_file()


def test_a_focus_is_found_without_accents_and_shown_with_what_is_around(
    kgraph: Any, graph: Path, tmp_path: Path, opened: list[str]
) -> None:
    run = kgraph("view", graph, "--focus", "dinh truong tho", "--depth", 1, "--view", "circle", "--no-open", cwd=tmp_path)
    data = data_of(tmp_path / "kgraph.html")
    labels = {node["id"]: node["label"] for node in data["nodes"]}
    assert run.code == 0 and opened == []
    assert set(labels.values()) == {"Đinh Trường Thọ", "Quận ủy Đống Đa", "Hội nghị tổng kết"}
    assert data["start"] == {"view": "circle", "focus": next(i for i, label in labels.items() if label == "Đinh Trường Thọ"), "depth": 1}
    assert data["rest"]["shown"] == 3


@pytest.mark.parametrize(("given", "meant"), [("people", "together"), ("places", "levels"), ("time", "time")])
def test_views_go_by_more_than_one_name(kgraph: Any, graph: Path, tmp_path: Path, given: str, meant: str) -> None:
    assert kgraph("view", graph, "--view", given, "--no-open", cwd=tmp_path).code == 0
    assert data_of(tmp_path / "kgraph.html")["start"]["view"] == meant


def test_articles_are_read_first(kgraph: Any, tmp_path: Path) -> None:
    (tmp_path / "tin").mkdir()
    (tmp_path / "tin" / "a.txt").write_text("Sáng 16/12/2024, Quận ủy Đống Đa tổ chức hội nghị.", encoding="utf-8")
    run = kgraph("view", "tin", "--no-open", "--nodes", 1, cwd=tmp_path)
    assert run.code == 0 and re.fullmatch(r"kgraph\.html: 1 of \d+ nodes\n", run.err)


def test_pages_by_province_lie_in_a_folder(kgraph: Any, graph: Path, tmp_path: Path, opened: list[str]) -> None:
    run = kgraph("view", graph, "--per-province", cwd=tmp_path)
    assert run.code == 0 and "begin at" in run.err
    assert {"index.html", "nowhere.html"} <= {path.name for path in (tmp_path / "pages").iterdir()}
    assert opened == [(tmp_path / "pages" / "index.html").resolve().as_uri()]


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("--focus", "không ai cả"), 1, "nothing in this graph"),
        (("--focus", ""), 1, "nothing in this graph"),
        (("--depth", "2"), 2, "--focus NAME"),
        (("--focus", "tho", "--per-province"), 2, "leave one of them out"),
        (("--nodes", "0"), 2, "nodes"),
        (("--view", "xyz"), 2, "view"),
    ],
)
def test_what_cannot_be_done_is_said(kgraph: Any, graph: Path, tmp_path: Path, words: tuple[str, ...], code: int, said: str) -> None:
    run = kgraph("view", graph, *words, "--no-open", cwd=tmp_path)
    assert run.code == code and said in run.err and "Traceback" not in run.err
    assert list(tmp_path.glob("*.html")) == []


def test_sources_without_an_article_end_with_4(kgraph: Any, tmp_path: Path) -> None:
    (tmp_path / "leer").mkdir()
    assert kgraph("view", "leer", "--no-open", cwd=tmp_path).code == 4
    assert kgraph("view", "nix.nq", "--no-open", cwd=tmp_path).code == 2


def test_a_page_that_cannot_be_written_leaves_the_old_one(kgraph: Any, graph: Path, tmp_path: Path) -> None:
    (tmp_path / "kgraph.html").mkdir()
    assert kgraph("view", graph, "--no-open", cwd=tmp_path).code == 2
