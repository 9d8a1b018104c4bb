"""How good a graph is: precision, recall and F1 of its facts against facts that people have read, and how its evidence stands."""

from kgraph.scoring.report import ScoreReport, score

__all__ = ["ScoreReport", "score"]
