"""What the scores say of three ways to group the corpus: as the truth, by name alone, and not at all."""

from __future__ import annotations

import runpy
import tomllib
from pathlib import Path
from types import SimpleNamespace

import pytest

HERE = Path(__file__).parent
SCORES = SimpleNamespace(**runpy.run_path(str(HERE / "bcubed.py")))
TRUTH = tomllib.loads((HERE / "truth.toml").read_text("utf-8"))
OPEN = SCORES.open_pairs(TRUTH["open"])


def truth_of(kind: str) -> dict[tuple[str, str], str]:
    """Cluster of each mention; a mention is its article and cluster."""
    return {(article, cluster): cluster for article, _, _, cluster, *_ in TRUTH["mentions"][kind]}


@pytest.mark.parametrize("kind", sorted(TRUTH["mentions"]))
def test_the_truth_scores_full_marks(kind: str) -> None:
    truth = truth_of(kind)
    assert SCORES.bcubed(truth, truth, OPEN, all=True).f1 == 1.0
    assert SCORES.wrong_merges(truth, truth, OPEN) == [] and SCORES.splits(truth, truth) == {}


def test_an_open_mention_may_be_merged_with_a_candidate_and_the_candidates_may_not_meet_through_it() -> None:
    truth = truth_of("person")
    merged = {m: "person/dung-ca" if c == "person/x-dung" else c for m, c in truth.items()}
    assert SCORES.bcubed(truth, merged, OPEN, all=True).f1 == 1.0 and SCORES.wrong_merges(truth, merged, OPEN) == []
    both = {m: "person/dung-ca" if c.endswith("-dung") or c == "person/dung-ld" else c for m, c in truth.items()}
    assert SCORES.wrong_merges(truth, both, OPEN) == [frozenset({"person/dung-ca", "person/dung-ld"})]


def test_a_name_alone_merges_every_pair_of_namesakes() -> None:
    truth = truth_of("person")
    named = {m: TRUTH["clusters"]["person"][c]["label"] for m, c in truth.items()}
    assert len(SCORES.wrong_merges(truth, named, OPEN)) == 8
    assert SCORES.bcubed(truth, named, OPEN, all=True).precision < 0.95


def test_merging_nothing_costs_recall_only() -> None:
    truth = truth_of("person")
    alone = {m: str(m) for m in truth}
    score = SCORES.bcubed(truth, alone, OPEN, all=True)
    assert score.precision == 1.0 and score.recall < 0.5
