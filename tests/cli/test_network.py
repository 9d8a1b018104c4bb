"""`kgraph network`: who is seen with whom."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
SEEDS = ROOT / "exports" / "graph.nq"


def test_a_table_of_people_with_what_was_searched_and_what_the_figures_are_not(kgraph: Any) -> None:
    run = kgraph("network", "people", "-g", SEEDS)
    assert run.code == 0
    assert "pairs seen together" in run.out and "not who has influence" in run.out
    assert "5 articles searched" in run.err


@pytest.mark.parametrize("kind", ["people", "bodies"])
@pytest.mark.parametrize("show", ["places", "ties", "communities"])
def test_csv_has_a_record_for_each_row_of_json(kgraph: Any, kind: str, show: str) -> None:
    records = list(csv.DictReader(io.StringIO(kgraph("network", kind, "--show", show, "-g", SEEDS, "-f", "csv").out)))
    said = json.loads(kgraph("network", kind, "--show", show, "-g", SEEDS, "-f", "json").out)
    assert len(records) == len(said[show]) > 0
    assert said["searched"]["articles"] == 5


def test_ties_name_what_is_shared(kgraph: Any) -> None:
    (first, *_) = csv.DictReader(io.StringIO(kgraph("network", "people", "--show", "ties", "-g", SEEDS, "-f", "csv").out))
    assert int(first["weight"]) == len(first["shared"].split("; ")) and "/id/event/" in first["shared"]


def test_so_many_rows_and_how_many_more(kgraph: Any) -> None:
    run = kgraph("network", "people", "--top", 1, "-g", SEEDS, "-f", "csv")
    assert len(run.out.splitlines()) == 2
    assert "more rows" in run.err


def test_nothing_to_show_is_exit_code_1(kgraph: Any, graph: Path) -> None:
    run = kgraph("network", "provinces", "--show", "bridges", "-g", graph)
    assert (run.code, run.out) == (1, "")


def test_bridges_name_places_with_their_events(kgraph: Any, tmp_path: Path) -> None:
    articles = ROOT / "tests/identity/corpus/articles.jsonl"
    kgraph("build", articles, "--only", "nq", "--out", tmp_path)
    run = kgraph("--lang", "vi", "network", "districts", "--show", "bridges", "-g", tmp_path)
    assert "Quận Hà Đông (6); Quận Long Biên (2)" in run.out
    (bridge,) = json.loads(kgraph("network", "districts", "--show", "bridges", "-g", tmp_path, "-f", "json").out)["bridges"]
    assert [len(visit["events"]) for visit in bridge["visits"]] == [6, 2]
