"""What is read from the five founding articles never gets worse, and every fact stands on its sentence."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from kgraph.build import build
from kgraph.scoring import ScoreReport, score
from kgraph.scoring.report import fingerprint

ROOT = Path(__file__).parents[2]
GOLD = Path(__file__).parent / "seeds"
FLOORS: dict[str, Any] = tomllib.loads((Path(__file__).parent / "floors.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> ScoreReport:
    out = tmp_path_factory.mktemp("seeds")
    build([ROOT / "seeds"], out=out, only=frozenset({"nq"}))
    return score(out / "graph.nq", GOLD, articles=ROOT / "seeds")


def test_the_gold_is_the_gold_of_the_floors() -> None:
    assert fingerprint(GOLD) == FLOORS["gold_sha256"]


@pytest.mark.parametrize("name", FLOORS["f1"])
def test_a_class_of_facts_is_read_as_well_as_ever(report: ScoreReport, name: str) -> None:
    found = [error for error in report.errors if error.kind == name]
    assert report.figures[name].f1 >= FLOORS["f1"][name], found


def test_every_class_with_gold_has_a_floor(report: ScoreReport) -> None:
    counted = {name for name, row in report.figures.items() if row.gold and name.startswith("rel.")}
    assert counted <= FLOORS["f1"].keys()


def test_every_article_is_in_the_graph(report: ScoreReport) -> None:
    assert report.missing == ()
    assert report.scored == len(list(GOLD.glob("*.json")))


def test_every_quote_is_exact_and_every_stated_fact_has_one(report: ScoreReport) -> None:
    grounding = report.grounding
    assert grounding and grounding.statements > 0
    assert grounding.quotes_exact == grounding.statements
    assert grounding.with_evidence == grounding.stated_triples
