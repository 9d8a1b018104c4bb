"""N-Quads: every quad once, sorted."""

from __future__ import annotations

from pathlib import Path

from kgraph.exports.quads import Source, ready_quads


def write_nquads(source: Source, target: Path) -> None:
    """Writes the quads as they are, sorted. Memory does not grow with the graph."""
    with target.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(f"{s} {p} {o} {g} .\n" if g else f"{s} {p} {o} .\n" for s, p, o, g in ready_quads(source.quads))
