"""How well identity is decided where the truth is known: B-cubed for each kind, nothing merged wrongly, every merge explained."""

from __future__ import annotations

import json
import random
import runpy
import tomllib
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from kgraph.authority import open_authority
from kgraph.build import build
from kgraph.gazetteer import open_gazetteer
from kgraph.identity.explaining import explain_identity
from kgraph.identity.kinds import KINDS, Known
from kgraph.lexicon import load_lexicon
from kgraph.settings import BASE
from kgraph.store.graph import Graph

HERE = Path(__file__).parent
TRUTH: dict[str, Any] = tomllib.loads((HERE / "truth.toml").read_text("utf-8"))
SCORES = SimpleNamespace(**runpy.run_path(str(HERE / "bcubed.py")))
TYING = SimpleNamespace(**runpy.run_path(str(HERE / "tying.py")))
F1 = {"person": 0.98, "document": 0.99, "event": 0.97, "campaign": 0.97}
"""Of the mentions that were found."""
ALL = {"person": 0.94, "document": 0.97, "event": 0.91, "campaign": 0.97}
"""The same with a mention that was not found as a split."""
ID = f"{BASE}id/"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("identity") / "out"
    build([HERE / "articles.jsonl"], out=out, only=("nq", "cards", "issues"))
    return out


@pytest.fixture(scope="module")
def graph(built: Path) -> Graph:
    return Graph.load(built / "graph.nq")


@pytest.fixture(scope="module")
def tied(graph: Graph) -> dict[str, Any]:
    return {kind: TYING.tie(graph, kind, [m[:4] for m in TRUTH["mentions"][kind]]) for kind in TYING.CLASSES}


def undecided(kind: str) -> frozenset[frozenset[str]]:
    pairs: frozenset[frozenset[str]] = SCORES.open_pairs([one for one in TRUTH["open"] if one["kind"] == kind])
    return pairs


def node_of(tied: dict[str, Any], cluster: str) -> set[str]:
    """The nodes that the mentions of a cluster are tied to."""
    kind = cluster.partition("/")[0]
    return {node for mention, node in tied[kind].found.items() if mention.cluster == cluster}


@pytest.mark.parametrize("kind", F1)
def test_mentions_of_one_thing_meet_in_one_node(kind: str, tied: dict[str, Any]) -> None:
    truth, found = tied[kind]
    assert SCORES.bcubed(truth, found, undecided(kind), all=False).f1 >= F1[kind]
    assert SCORES.bcubed(truth, found, undecided(kind), all=True).f1 >= ALL[kind]


@pytest.mark.parametrize("kind", F1)
def test_nothing_is_merged_with_anything_else(kind: str, tied: dict[str, Any]) -> None:
    assert SCORES.wrong_merges(*tied[kind], undecided(kind)) == []


@pytest.mark.parametrize("apart", TRUTH["apart"], ids=lambda apart: apart["clusters"][0])
def test_what_must_be_apart_is_apart(apart: dict[str, Any], tied: dict[str, Any]) -> None:
    if apart["kind"] in F1:
        nodes = [node_of(tied, cluster) for cluster in apart["clusters"]]
        assert not any(one & other for n, one in enumerate(nodes) for other in nodes[n + 1 :])


def test_who_cannot_be_told_has_candidates(graph: Graph, tied: dict[str, Any]) -> None:
    may_be = {(row["a"], row["b"]) for row in graph.rows("SELECT ?a ?b { ?a kg:mayBe ?b }")}
    offered = [
        one["cluster"]
        for one in TRUTH["open"]
        if any((a, b) in may_be for a in node_of(tied, one["cluster"]) for c in one["candidates"] for b in node_of(tied, c))
    ]
    assert {"person/x-dung", "person/x-minh"} <= set(offered)


@pytest.mark.parametrize("version", TRUTH["localVersionOf"], ids=lambda version: version["campaign"])
def test_a_theme_carries_on_the_wider_one(version: dict[str, str], graph: Graph, tied: dict[str, Any]) -> None:
    told = {(row["a"], row["b"]) for row in graph.rows("SELECT ?a ?b { ?a kg:localVersionOf ?b }")}
    assert any((a, b) in told for a in node_of(tied, version["campaign"]) for b in node_of(tied, version["of"]))


@pytest.mark.parametrize("hop", TRUTH["hop"], ids=lambda hop: f"{hop['subject']} {hop['object']}")
def test_a_chain_runs_through_the_articles(hop: dict[str, str], graph: Graph, tied: dict[str, Any]) -> None:
    implemented = {(row["a"], row["b"]) for row in graph.rows("SELECT ?a ?b { ?a kg:implements ?b }")}
    assert any((a, b) in implemented for a in node_of(tied, hop["subject"]) for b in node_of(tied, hop["object"]))


@pytest.mark.parametrize("person", ["person/doan-tuan", "person/quoc-thai"])
def test_who_left_and_came_back_has_held_the_post_twice(person: str, graph: Graph, tied: dict[str, Any]) -> None:
    (node,) = node_of(tied, person)
    where = f"?t a kg:Tenure ; org:member <{node}> ; org:role ?role ; org:organization ?body ; kg:attestedFrom ?first"
    rows = graph.rows(f"SELECT ?t ?role ?body ?first {{ {where} }}")
    posts = [(row["role"], row["body"]) for row in rows if "--t0" not in row["body"]]
    assert any(posts.count(post) >= 2 for post in posts)


def test_every_merge_is_explained(built: Path, graph: Graph) -> None:
    lexicon = load_lexicon()
    known = Known(lexicon, open_gazetteer(), open_authority(lexicon))
    merged = sorted({(row["old"], row["new"]) for row in graph.rows("SELECT ?old ?new { ?old dcterms:isReplacedBy ?new }")})
    compared = [(a, b) for a, b in merged if a.removeprefix(ID).partition("/")[0] in {kind.name for kind in KINDS}]
    assert len(compared) > 30
    for old, new in compared[:: max(len(compared) // 40, 1)]:
        explanation = explain_identity(built / "cards.jsonl", old.removeprefix(ID), None, known)
        assert explanation.standing == new.removeprefix(ID)
        assert all(any(reason.speaks > 0 for reason in one.reasons) for one in explanation.compared), old


def test_the_order_and_the_cut_of_the_input_do_not_matter(built: Path, tmp_path: Path) -> None:
    lines = (HERE / "articles.jsonl").read_text("utf-8").splitlines()
    random.Random(7).shuffle(lines)
    half = len(lines) // 2
    (tmp_path / "b.jsonl").write_text("\n".join(lines[:half]) + "\n", encoding="utf-8")
    (tmp_path / "a.jsonl").write_text("\n".join(lines[half:]) + "\n", encoding="utf-8")
    build([tmp_path / "b.jsonl", tmp_path / "a.jsonl"], out=tmp_path / "out", only=("nq", "cards", "issues"))
    for name in ("graph.nq", "cards.jsonl"):
        assert (tmp_path / "out" / name).read_bytes() == (built / name).read_bytes(), name


def test_the_disagreement_of_two_reports_is_told(built: Path) -> None:
    issues = [json.loads(line) for line in (built / "issues.jsonl").read_text("utf-8").splitlines()]
    assert {issue["article"] for issue in issues if issue["code"] == "disagreement"} & {"t107", "t004", "t034", "t089"}
