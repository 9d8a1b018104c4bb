"""What the page says of nodes and edges."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from kgraph.analysis.dating import with_days
from kgraph.analysis.measures import measure, with_measures
from kgraph.analysis.projection import project
from kgraph.analysis.situation import situate, with_situations
from kgraph.analysis.tenures import read_tenures
from kgraph.store.graph import Graph
from kgraph.view.cards import make_cards


def cards_of(graph: Graph) -> dict[str, Any]:
    network = project(graph)
    measured = with_measures(network, measure(network))
    return make_cards(with_days(with_situations(measured, situate(network, graph))), read_tenures(graph))


@pytest.fixture(scope="module")
def cards(sample: Graph) -> dict[str, Any]:
    return cards_of(sample)


def edge_between(cards: dict[str, Any], source: str, relation: str) -> dict[str, Any]:
    labels = {node["id"]: node["label"] for node in cards["nodes"]}
    (edge,) = [edge for edge in cards["edges"] if labels[edge["from"]] == source and edge["relation"] == relation]
    return dict(edge)


def test_a_quotation_is_cut_at_the_names_it_is_evidence_for(cards: dict[str, Any]) -> None:
    edge = edge_between(cards, "Quận ủy Hải Châu", "launched")
    (statement,) = [cards["statements"][index] for index in edge["evidence"]]
    assert statement["quote"] == ["Tại hội nghị, ", "Quận uỷ", " phát động Hội thi “", "Sông Hàn trong tim tôi", "” lần thứ II."]
    assert cards["articles"][statement["article"]]["id"] == "a1"


def test_a_derived_edge_rests_on_statements(cards: dict[str, Any]) -> None:
    edge = edge_between(cards, "Quận Hải Châu", "runsCampaign")
    (derived,) = [cards["statements"][index] for index in edge["evidence"]]
    assert derived["rule"] == "runs-by-jurisdiction" and "article" not in derived
    assert [cards["statements"][index]["says"] for index in derived["restsOn"]] == ["launched"]


def test_a_person_has_titles_by_day(cards: dict[str, Any]) -> None:
    (person,) = [node for node in cards["nodes"] if node["label"] == "Đỗ Trường Thọ"]
    assert [(title["observed"], title["status"]) for title in person["titles"]] == [(["2024-03-19"], "held"), (["2024-10-01"], "former")]


def test_withheld_quotations_are_marked(cards: dict[str, Any]) -> None:
    withheld = [statement for statement in cards["statements"] if statement.get("withheld")]
    assert len(withheld) == 1 and "quote" not in withheld[0]


def test_a_corrected_statement_says_so(sample_file: Path, tmp_path: Path) -> None:
    said = {"correctedFrom": "2024-03-18", "reviewedBy": "LH", "reviewedOn": "2026-01-02", "reviewNote": "nhầm ngày", "reviewSource": "tin"}
    lines, base = sample_file.read_text(encoding="utf-8"), "https://w3id.org/kgraph-vn/"
    node = min(line.split()[0] for line in lines.splitlines() if "#predicate>" in line and "ns#launched>" in line)
    lines += "".join(f'{node} <{base}ns#{name}> "{value}" <{base}id/article/a1> .\n' for name, value in said.items())
    (tmp_path / "graph.nq").write_text(lines, encoding="utf-8")
    reviews = [statement["review"] for statement in cards_of(Graph.load(tmp_path / "graph.nq"))["statements"] if "review" in statement]
    assert reviews == [["LH", "2026-01-02", "2024-03-18", "nhầm ngày", "tin"]]


def test_addresses_that_are_not_of_the_web_are_dropped(hostile: Graph) -> None:
    addresses = {article["url"] for article in cards_of(hostile)["articles"]}
    assert "" in addresses
    assert all(address == "" or address.startswith("https://example.org/") for address in addresses)
