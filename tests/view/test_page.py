"""The page as text."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

import kgraph.view
from kgraph.analysis.entities import FACTS
from kgraph.analysis.relations import CLASSES, OTHER_CLASS, POSITION, RELATIONS
from kgraph.errors import KgraphError
from kgraph.store.graph import Graph
from kgraph.view.compact import unpacked
from kgraph.view.page import SCRIPTS, make_page, write_page
from kgraph.view.scene import Opening, View

WEB = Path(kgraph.view.__file__).parent / "web"
CODE = {path.name: path.read_text(encoding="utf-8") for path in sorted(WEB.glob("*.js"))}


@pytest.fixture(scope="module")
def page(sample: Graph) -> str:
    return make_page(sample)


def data_of(page: str) -> dict[str, Any]:
    block = re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    assert block
    return dict(unpacked(json.loads(block[1])))


def test_the_policy_allows_exactly_the_blocks_of_the_page(page: str) -> None:
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)
    assert policy
    rules = dict(rule.strip().split(" ", 1) for rule in policy[1].split(";"))
    blocks = {kind: re.findall(rf"<{kind}>(.*?)</{kind}>", page, re.DOTALL) for kind in ("script", "style")}
    for kind, found in blocks.items():
        hashes = ["'sha256-" + base64.b64encode(hashlib.sha256(block.encode()).digest()).decode() + "'" for block in found]
        assert rules[f"{kind}-src"].split() == hashes
    assert (len(blocks["script"]), len(blocks["style"])) == (2, 1)
    assert rules["default-src"] == "'none'" and "unsafe" not in policy[1]


def test_nothing_is_fetched(page: str) -> None:
    outside = re.sub(r"<(script|style)\b.*?</\1>", "", page, flags=re.DOTALL)
    assert re.findall(r'(?:src|href|action)="(?!#|data:,")', outside) == []
    assert "@import" not in page and "url(" not in (WEB / "page.css").read_text(encoding="utf-8")
    assert "sourceMappingURL" not in page


def test_the_licence_of_vis_network_is_kept(page: str) -> None:
    assert "vis.js is dual licensed under both" in page and "@version 9.1.2" in page


@pytest.mark.parametrize(
    "word", ["innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "Function(", "fetch(", "http:", "https:"]
)
def test_the_code_has_no_way_to_run_or_fetch_text(word: str) -> None:
    assert [name for name, code in CODE.items() if word in code.replace("http://www.w3.org/2000/svg", "")] == []


def test_all_scripts_are_used_and_short() -> None:
    assert set(SCRIPTS) == set(CODE)
    assert max(code.count("\n") for code in CODE.values()) < 300


def test_hostile_text_cannot_leave_the_data_block(hostile: Graph) -> None:
    page = make_page(hostile)
    assert page.count("</script>") == 3 and "<!--" not in page
    assert not set("<>&\u2028\u2029") & set(page.partition('id="data">')[2].partition("</script>")[0])
    labels = {node["label"] for node in data_of(page)["nodes"]}
    assert {"</script><script>alarm('end')</script>", "__proto__", "line\u2028para\u2029end", "x" * 20_000} <= labels


def test_labels_of_the_drawing_are_short(hostile: Graph) -> None:
    assert all(len(node["label"]) <= 60 for node in data_of(make_page(hostile))["drawing"]["nodes"])


def test_the_same_graph_gives_the_same_bytes(sample_file: Path, tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from kgraph.view.page import write_page; write_page(Path(sys.argv[1]), Path(sys.argv[2]))"
    )
    pages = []
    for seed in ("1", "2"):
        target = tmp_path / f"{seed}.html"
        subprocess.run([sys.executable, "-c", program, sample_file, target], check=True, env={**os.environ, "PYTHONHASHSEED": seed})
        pages.append(target.read_bytes())
    assert pages[0] == pages[1]


def test_lines_in_another_order_give_the_same_page(sample_file: Path, page: str, tmp_path: Path) -> None:
    backwards = tmp_path / "graph.nq"
    backwards.write_text("".join(reversed(sample_file.read_text(encoding="utf-8").splitlines(keepends=True))), encoding="utf-8")
    assert make_page(Graph.load(backwards)) == page


def test_the_page_speaks_the_language_asked_for(sample: Graph, page: str) -> None:
    assert '<html lang="vi">' in page and "<title>Ai, ở đâu, theo văn bản nào</title>" in page
    english = make_page(sample, lang="en")
    assert '<html lang="en">' in english and "<title>Who, where, under which directive</title>" in english


def test_a_graph_above_the_cap_is_cut_and_the_names_of_the_rest_are_there(sample: Graph) -> None:
    data = data_of(make_page(sample, cap=5))
    assert (data["about"]["nodes"], data["about"]["total"], len(data["nodes"])) == (5, 15, 5)
    rest = data["rest"]
    assert (rest["total"], rest["shown"], len(rest["names"]), rest["left"]) == (15, 5, 10, 0)
    shown = {node["label"] for node in data["nodes"]}
    assert not shown & {label for label, _, _ in rest["names"]}
    assert [degree for _, _, degree in rest["names"]] == sorted((degree for _, _, degree in rest["names"]), reverse=True)
    assert all(rest["classes"][class_index] for _, class_index, _ in rest["names"])


def test_a_page_that_shows_all_has_no_rest(page: str) -> None:
    assert data_of(page)["rest"] is None and data_of(page)["start"] == {"view": "levels", "focus": None, "depth": None}


@pytest.mark.parametrize(
    ("view", "label"), [("chain", "Chỉ thị 77-CT/TU"), ("circle", "Đỗ Trường Thọ"), ("year", "Quận Hải Châu"), ("time", None)]
)
def test_a_view_opens_on_what_suits_it(sample: Graph, view: View, label: str | None) -> None:
    data = data_of(make_page(sample, opening=Opening(view)))
    labels = {node["id"]: node["label"] for node in data["nodes"]}
    assert (data["start"]["view"], labels.get(data["start"]["focus"])) == (view, label)


def test_every_layout_has_a_place_for_every_node(page: str) -> None:
    data = data_of(page)
    assert {name: len(data["layouts"][name]["at"]) for name in ("levels", "time")} == {"levels": 15, "time": 15}
    assert all(type(node["x"]) is int and type(node["y"]) is int for node in data["drawing"]["nodes"])
    dated = {node["label"] for node, place in zip(data["nodes"], data["layouts"]["time"]["at"], strict=True) if place}
    assert dated == {node["label"] for node in data["nodes"] if node["when"]}
    assert [tick["edtf"] for tick in data["layouts"]["time"]["ticks"]] == ["2024", "2024-10"]
    assert [band["label"]["name"] for band in data["layouts"]["levels"]["bands"]] == ["province", "district", "nowhere"]


def test_a_page_of_nothing_is_a_page(tmp_path: Path) -> None:
    empty, target = tmp_path / "graph.nq", tmp_path / "graph.html"
    empty.write_text("", encoding="utf-8")
    write_page(empty, target)
    assert data_of(target.read_text(encoding="utf-8"))["nodes"] == []


def test_a_missing_graph_is_said(tmp_path: Path) -> None:
    with pytest.raises(KgraphError):
        write_page(tmp_path / "none.nq", tmp_path / "graph.html")


def test_every_class_relation_and_property_has_its_words_in_both_languages() -> None:
    words = tomllib.loads((WEB / "words.toml").read_text(encoding="utf-8"))
    assert set(words["classes"]) == {*CLASSES, OTHER_CLASS}
    assert set(words["relations"]) == {relation.name for relation in RELATIONS} | {POSITION}
    assert set(words["properties"]) == set(FACTS)
    relations = [words["relations"][name][part] for name in words["relations"] for part in ("verb", "out", "in")]
    entries = relations + [entry for section in words if section != "relations" for entry in words[section].values()]
    for entry in entries:
        assert set(entry) == {"vi", "en"} and all(entry.values())
        assert re.findall(r"\{\d\}", entry["vi"]) == re.findall(r"\{\d\}", entry["en"])


def test_every_word_the_code_asks_for_is_there(page: str) -> None:
    words = tomllib.loads((WEB / "words.toml").read_text(encoding="utf-8"))
    asked = [match for code in CODE.values() for match in re.findall(r'\bword\("(\w+)", "(\w+)"', code)]
    asked += [tuple(name.split(".")) for name in re.findall(r'data-(?:word|label|placeholder)="([\w.]+)"', page)]
    assert len(asked) > 40
    assert [name for name in asked if name[1] not in words[name[0]]] == []
