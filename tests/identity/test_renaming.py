"""Quads under the names that stand."""

from __future__ import annotations

from pathlib import Path

from kgraph.identity.renaming import renamed
from kgraph.sorting import Sorter
from kgraph.triples import Names

NAMES = Names("https://x.org/")
TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
A, B, G, H = (f"<https://x.org/id/{name}>" for name in ("event/a", "event/b", "article/g", "article/h"))


def moved(room: Path, lines: list[str], **names: str) -> list[str]:
    for name in ("quads", "spare"):
        (room / name).mkdir()
    quads = Sorter(room / "quads", hold=2)
    quads.add(lines)
    moving = {f"event/{old}": f"event/{new}" for old, new in names.items()}
    return [line.decode() for block in renamed(quads, moving, NAMES, Sorter(room / "spare", hold=2)) for line in block]


def test_every_statement_of_both_is_of_the_one_that_stands(tmp_path: Path) -> None:
    lines = [
        f"{A} {TYPE} <urn:Event> {G} .",
        f"{B} {TYPE} <urn:Event> {H} .",
        f"<urn:person> <urn:attended> {B} {H} .",
        f'<urn:s> <urn:quote> "{B} spoken of" {H} .',
        f"<urn:s> <urn:subject> <urn:person> {H} .",
    ]
    found = moved(tmp_path, lines, b="a")
    assert found == sorted(found)
    assert set(found) == {
        lines[0],
        f"{A} {TYPE} <urn:Event> {H} .",
        f"{B} <http://purl.org/dc/terms/isReplacedBy> {A} {H} .",
        f"<urn:person> <urn:attended> {A} {H} .",
        lines[3],
        lines[4],
    }


def test_a_line_that_both_gave_stands_once(tmp_path: Path) -> None:
    lines = [f"<urn:p> <urn:attended> {A} {G} .", f"<urn:p> <urn:attended> {B} {G} ."]
    assert moved(tmp_path, lines, b="a") == lines[:1]


def test_nothing_moves_where_no_event_is_another(tmp_path: Path) -> None:
    lines = [f"{A} {TYPE} <urn:Event> {G} .", f"{B} {TYPE} <urn:Event> {H} ."]
    assert moved(tmp_path, lines) == lines
