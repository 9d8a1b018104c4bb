"""`kgraph stats`: what is there, counted."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any


def test_counts(kgraph: Any, graph: Path) -> None:
    run = kgraph("stats", "-g", graph)
    assert (run.code, run.err) == (0, "")
    words = run.out.split()
    assert words[words.index("Official") + 1] == "2"
    assert words[words.index("chaired") + 1] == "1"
    assert "from 1 articles" in run.out


def test_json(kgraph: Any, graph: Path) -> None:
    found = json.loads(kgraph("stats", "-g", graph, "--format", "json").out)
    assert found["articles"] == 1
    assert {"name": "Official", "count": 2} in found["classes"]


def test_in_vietnamese(kgraph: Any, graph: Path) -> None:
    assert "quan hệ" in kgraph("--lang", "vi", "stats", "-g", graph).out
