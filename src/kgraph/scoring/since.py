"""One scoring held against an earlier one: which facts were won, and which were lost."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from kgraph.errors import KgraphError
from kgraph.scoring.report import ScoreReport

Item = tuple[str, str, str]
"""Article, class of fact, the fact in words."""


@dataclass(frozen=True, slots=True)
class Run:
    """What a scoring found right, missed and wrong, and F1 by class."""

    gold_sha256: str
    f1: dict[str, float]
    right: Counter[Item]
    missed: Counter[Item]
    wrong: Counter[Item]

    @property
    def articles(self) -> set[str]:
        """The articles of which anything was counted."""
        return {item[0] for items in (self.right, self.missed, self.wrong) for item in items}


def run_json(report: ScoreReport) -> str:
    """A scoring as JSON, one line for each fact, sorted: the same graph and gold give the same bytes."""
    parts = {"right": report.right, "missed": _signed(report, "-"), "wrong": _signed(report, "+")}
    head = {"gold_sha256": report.gold_sha256, "figures": {name: asdict(row) for name, row in report.figures.items()}}
    lines = [f" {json.dumps(name)}: {json.dumps(value, ensure_ascii=False)}" for name, value in head.items()]
    for name, items in parts.items():
        rows = ",\n".join(f"  {json.dumps([i.article, i.kind, i.item], ensure_ascii=False)}" for i in sorted(items))
        lines.append(f" {json.dumps(name)}: [\n{rows}\n ]" if rows else f" {json.dumps(name)}: []")
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _signed(report: ScoreReport, sign: str) -> list[Any]:
    return [error for error in report.errors if error.sign == sign]


def read_run(text: str, *, where: str = "") -> Run:
    """What `run_json` has written; KgraphError where the text is something else."""
    try:
        content = json.loads(text)
        right, missed, wrong = (Counter((str(a), str(k), str(i)) for a, k, i in content[part]) for part in ("right", "missed", "wrong"))
        f1 = {str(name): float(row["f1"]) for name, row in content["figures"].items()}
        return Run(str(content["gold_sha256"]), f1, right, missed, wrong)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise KgraphError("this is no saved scoring", where=where, mend="name a file that --save has written") from error


def changes(before: Run, now: Run) -> Iterator[tuple[str, Item]]:
    """What changed, sorted: `won` (missed before, right now), `lost` (right before, missed now), `wrong` (new), `mended` (wrong before).

    Facts that only one gold holds, and articles that only one scoring has, are no change.
    """
    both = before.articles & now.articles
    rows = {
        "won": (now.right - before.right) & before.missed,
        "lost": (before.right - now.right) & now.missed,
        "wrong": Counter({item: n for item, n in (now.wrong - before.wrong).items() if item[0] in both}),
        "mended": Counter({item: n for item, n in (before.wrong - now.wrong).items() if item[0] in both}),
    }
    for name, items in rows.items():
        for item in sorted(items.elements()):
            yield name, item


def read_run_file(path: Path) -> Run:
    """The scoring kept in a file; KgraphError where there is none."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, ValueError) as error:
        raise KgraphError("cannot read the saved scoring", where=str(path), mend="check the name") from error
    return read_run(text, where=str(path))
