"""What identity must know of the five founding articles."""

from __future__ import annotations

from pathlib import Path

import pytest

from kgraph.store.graph import Graph

ID = "https://w3id.org/kgraph-vn/id/"
CONCLUSION = f"{ID}directive/bo-chinh-tri--2021--ket-luan--1-kl-tw"


@pytest.fixture(scope="module")
def graph() -> Graph:
    return Graph.load(Path(__file__).parents[2] / "exports" / "graph.nq")


def ask(graph: Graph, select: str) -> list[dict[str, str]]:
    return list(graph.rows(select))


def test_one_person_of_two_articles_has_one_post(graph: Graph) -> None:
    rows = ask(
        graph,
        'SELECT DISTINCT ?who ?holding ?article { ?who rdfs:label "Phạm Thanh Học"@vi ; kg:hasPosition ?holding .'
        " ?st rdf:subject ?who ; rdf:object ?holding ; kg:inArticle ?article }",
    )
    assert len({row["who"] for row in rows}) == len({row["holding"] for row in rows}) == 1
    assert {row["article"].rpartition("/")[2][:3] for row in rows} == {"000", "004"}


def test_the_conclusion_of_three_articles_is_one_and_the_programme_of_that_number_is_not(graph: Graph) -> None:
    rows = ask(graph, f"SELECT DISTINCT ?article {{ ?article kg:mentions <{CONCLUSION}> }}")
    assert {row["article"].rpartition("/")[2][:3] for row in rows} == {"002", "003", "004"}
    (named,) = ask(graph, f"SELECT DISTINCT ?day ?by {{ <{CONCLUSION}> kg:issuedOn ?day ; kg:issuedBy ?by }}")
    assert (named["day"], named["by"]) == ("2021-05-18", f"{ID}organization/bo-chinh-tri")
    programmes = ask(graph, 'SELECT ?d { ?d a kg:Directive ; rdfs:label ?label FILTER STRSTARTS(?label, "Chương trình") }')
    assert programmes
    assert all("ket-luan" not in row["d"] for row in programmes)


def test_a_citation_that_stays_open_says_what_it_may_be(graph: Graph) -> None:
    rows = ask(graph, "SELECT ?a ?b ?sure { ?st rdf:subject ?a ; rdf:predicate kg:mayBe ; rdf:object ?b ; kg:confidence ?sure }")
    assert rows
    assert all(0 < float(row["sure"]) < 1 for row in rows)


def test_the_themes_of_two_districts_are_two_and_one_names_the_wider_one(graph: Graph) -> None:
    theme = "?theme a kg:Campaign ; kg:kind <https://w3id.org/kgraph-vn/vocab/campaign-kind/chuyen-de> ; kg:year 2024"
    rows = ask(graph, f"SELECT DISTINCT ?theme ?article {{ ?article kg:mentions ?theme . {theme} }}")
    by_article: dict[str, set[str]] = {}
    for row in rows:
        by_article.setdefault(row["article"].rpartition("/")[2][:3], set()).add(row["theme"])
    assert by_article["000"].isdisjoint(by_article["004"])
    stated = "?st rdf:subject ?a ; rdf:predicate kg:localVersionOf ; rdf:object ?b ; kg:quote ?quote"
    versions = ask(graph, f"SELECT ?a ?b ?quote {{ ?a kg:localVersionOf ?b . {stated} }}")
    assert any(row["a"] in by_article["004"] and row["quote"] for row in versions)


@pytest.mark.parametrize("thing", ["unit/quan-thanh-xuan--ha-noi", "organization/quan-uy-thanh-xuan--ha-noi"])
def test_a_district_and_its_bodies_end(thing: str, graph: Graph) -> None:
    assert [row["day"] for row in ask(graph, f"SELECT DISTINCT ?day {{ <{ID}{thing}> kg:validTo ?day }}")] == ["2025-06-30"]


def test_who_is_only_named_attends_nothing(graph: Graph) -> None:
    present = {row["label"] for row in ask(graph, "SELECT ?label { ?x kg:attended ?event ; rdfs:label ?label }")}
    assert present
    assert not {"Tô Lâm", "Hồ Chí Minh", "Lê Hồng Phong"} & present
