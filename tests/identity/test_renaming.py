"""Quads under the names that stand."""

from __future__ import annotations

from pathlib import Path

from kgraph.identity.decision import Named
from kgraph.identity.renaming import renamed
from kgraph.identity.standing import Standing
from kgraph.sorting import write_blocks
from kgraph.triples import Names

NAMES = Names("https://x.org/")
TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
A, B, G, H = (f"<https://x.org/id/{name}>" for name in ("event/a", "event/b", "article/g", "article/h"))


def moved(room: Path, lines: list[str], several: frozenset[str] = frozenset(), **names: str) -> list[str]:
    moving = {Named(article, f"event/{old}"): f"event/{new}" for old, new in names.items() for article in ("g", "h")}
    return under(room, lines, Standing(moving, several))


def under(room: Path, lines: list[str], standing: Standing) -> list[str]:
    write_blocks([[line.encode() for line in sorted(lines)]], room / "quads")
    return [line.decode() for block in renamed(room / "quads", standing, NAMES) for line in block]


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


def test_a_name_that_is_also_another_ones_is_not_said_to_be_replaced(tmp_path: Path) -> None:
    lines = [f"{B} {TYPE} <urn:Event> {H} ."]
    assert moved(tmp_path, lines, frozenset({"event/b"}), b="a") == [f"{A} {TYPE} <urn:Event> {H} ."]


def test_only_the_article_that_is_meant_speaks_of_another_node(tmp_path: Path) -> None:
    lines = [f"{B} {TYPE} <urn:Event> {graph} ." for graph in (G, H)]
    found = under(tmp_path, lines, Standing({Named("h", "event/b"): "event/a"}, frozenset({"event/b"})))
    assert found == [f"{A} {TYPE} <urn:Event> {H} .", f"{B} {TYPE} <urn:Event> {G} ."]
