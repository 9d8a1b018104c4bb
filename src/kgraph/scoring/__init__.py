"""How good a graph is: precision, recall and F1 of its facts against facts that people have read, and how its evidence stands."""

from kgraph.scoring.floors import below, check_gold, raised, read_floors
from kgraph.scoring.report import ScoreReport, score
from kgraph.scoring.since import changes, read_run, read_run_file, run_json

__all__ = [
    "ScoreReport",
    "below",
    "changes",
    "check_gold",
    "raised",
    "read_floors",
    "read_run",
    "read_run_file",
    "run_json",
    "score",
]
