"""`--plot`: what a command answers, as a picture."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("matplotlib", reason="needs the extra `plots`")

SEEDS = Path(__file__).parents[2] / "exports" / "graph.nq"


@pytest.mark.parametrize("command", [("chain", "284-KH/TU"), ("timeline",), ("coverage", "--by", "year")], ids=lambda c: c[0])
def test_the_picture_is_made_beside_the_table_and_is_the_same_each_time(command: tuple[str, ...], kgraph: Any, tmp_path: Path) -> None:
    pictures = []
    for name in ("a.svg", "b.svg"):
        run = kgraph("--lang", "vi", *command, "-g", SEEDS, "--plot", tmp_path / name)
        assert run.code == 0 and run.out
        pictures.append((tmp_path / name).read_bytes())
    assert pictures[0] == pictures[1]
    assert pictures[0].startswith(b"<?xml") and len(pictures[0]) > 5_000


@pytest.mark.parametrize("command", [("chain", "284-KH/TU"), ("timeline",), ("coverage",)], ids=lambda c: c[0])
def test_what_is_no_picture_is_refused_before_anything_is_read(command: tuple[str, ...], kgraph: Any, tmp_path: Path) -> None:
    run = kgraph(*command, "-g", tmp_path / "none.nq", "--plot", tmp_path / "a.gif")
    assert run.code == 2
    assert "svg" in run.err and not (tmp_path / "a.gif").exists()
