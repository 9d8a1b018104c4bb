"""Search over all names: accents optional, the best fit first."""

from __future__ import annotations

from pathlib import Path

import pytest

from kgraph.analysis.searching import Hit, Index
from kgraph.store.graph import Graph

NAMES = ("Quận ủy Đống Đa", "Ban Tuyên giáo Quận ủy Đống Đa", "Quận Đống Đa", "Đống Đa", "Gò Đống Đá", "Trường Đa Đống")


@pytest.fixture(scope="module")
def index() -> Index:
    return Index([(Hit(f"e:{number}", name, "Unit" if number == 3 else "Body"), [name]) for number, name in enumerate(NAMES)])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("dong da", ["Đống Đa", "Gò Đống Đá", "Quận Đống Đa", "Quận ủy Đống Đa", "Ban Tuyên giáo Quận ủy Đống Đa", "Trường Đa Đống"]),
        ("Quận uỷ", ["Quận ủy Đống Đa", "Ban Tuyên giáo Quận ủy Đống Đa"]),
        ("quan", ["Quận Đống Đa", "Quận ủy Đống Đa", "Ban Tuyên giáo Quận ủy Đống Đa"]),
        ("qu do", ["Quận Đống Đa", "Quận ủy Đống Đa", "Ban Tuyên giáo Quận ủy Đống Đa"]),
        ("uan", []),
        ("  ", []),
        ("\n", []),
    ],
)
def test_the_best_fit_comes_first(index: Index, text: str, found: list[str]) -> None:
    count, hits = index.search(text)
    assert [hit.label for hit in hits] == found and count == len(found)


def test_a_part_and_a_class(index: Index) -> None:
    whole = index.search("dong da")[1]
    assert index.search("dong da", limit=2, offset=1) == (6, whole[1:3])
    assert [hit.iri for hit in index.search("dong da", class_name="Unit")[1]] == ["e:3"]


def test_all_names_of_a_graph() -> None:
    index = Index.of(Graph.load(Path(__file__).parents[2] / "exports" / "graph.nq"))
    assert index.search("284 kh tu")[1][0].label == "Kế hoạch 284-KH/TU"
    assert {hit.class_name for hit in index.search("quan thanh xuan")[1]} >= {"Article", "AdministrativeUnit"}
