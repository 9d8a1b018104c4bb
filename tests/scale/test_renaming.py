"""Each part is renamed alone, and by what moves in its own articles."""

from __future__ import annotations

from pathlib import Path

from kgraph.identity.decision import Named
from kgraph.identity.standing import Standing
from kgraph.scale.renaming import rename, renamings
from kgraph.sorting import write_blocks

BASE = "https://x.org/"
STANDING = Standing({Named("g", "event/b"): "event/a", Named("h", "event/c"): "event/a"}, frozenset({"event/c"}))


def line(node: str, article: str) -> bytes:
    return f"<{BASE}id/event/{node}> <urn:p> <urn:o> <{BASE}id/article/{article}> .".encode()


def test_a_part_knows_only_what_moves_in_it(tmp_path: Path) -> None:
    parts = [(tmp_path / "1", frozenset({"g", "k"})), (tmp_path / "2", frozenset({"k"}))]
    one, other = renamings(parts, STANDING)
    assert one.standing == Standing({Named("g", "event/b"): "event/a"}, frozenset())
    assert other.standing == Standing({}, frozenset())


def test_what_moves_is_in_a_new_file_and_what_does_not_stays(tmp_path: Path) -> None:
    (tmp_path / "part").mkdir()
    write_blocks([[line("b", "g"), line("b", "k")]], quads := tmp_path / "part" / "quads")
    (moving,) = renamings([(quads, frozenset({"g"}))], STANDING)
    (still,) = renamings([(quads, frozenset({"k"}))], STANDING)
    made = rename(moving, BASE, frozenset({"<urn:p>"}))
    assert made.path.read_bytes().splitlines() == made.grounds.read_bytes().splitlines() == [line("a", "g"), line("b", "k")]
    assert rename(still, BASE, frozenset()).path == quads
