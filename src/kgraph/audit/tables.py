"""An audit as tables for a spreadsheet: one file each for rules, entries, gaps and the examples of them all."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from kgraph.audit.gaps import GAPS
from kgraph.audit.report import AuditReport, by_count
from kgraph.audit.sample import Group
from kgraph.outputs import replaced_together

Row = Sequence[object]


def write_tables(report: AuditReport, folder: Path) -> None:
    """Writes rules.csv, entries.csv, gaps.csv and examples.csv into a folder, all of them or none."""
    with replaced_together(folder) as scratch:
        for name, rows in tables(report).items():
            with (scratch / name).open("w", encoding="utf-8", newline="") as file:
                csv.writer(file, lineterminator="\n").writerows(rows)


def tables(report: AuditReport) -> Mapping[str, Iterable[Row]]:
    """The rows of each file, a head first; `key` is the same in `examples.csv`."""
    rules = by_count(report.rules)
    gaps = [(kind, pattern, group) for kind in GAPS for pattern, group in by_count(report.gaps[kind])]
    groups = [("rule", rule, group) for rule, group in rules] + [("entry", e.id, group) for e, group in report.entries.values()] + gaps
    return {
        "rules.csv": [("key", "count", "articles"), *((rule, g.count, g.articles) for rule, g in rules)],
        "entries.csv": [
            ("key", "place", "count", "articles", "used"),
            *((e.id, e.place, g.count, g.articles, g.used) for e, g in report.entries.values()),
        ],
        "gaps.csv": [("kind", "key", "count", "articles"), *((kind, pattern, g.count, g.articles) for kind, pattern, g in gaps)],
        "examples.csv": [("kind", "key", "article", "begin", "end", "words", "sentence", "withheld"), *_examples(groups)],
    }


def _examples(groups: Iterable[tuple[str, str, Group]]) -> Iterable[Row]:
    for kind, key, group in groups:
        for e in group.examples:
            yield kind, key, e.article, e.begin, e.end, e.words, e.sentence, "true" if e.withheld else "false"
