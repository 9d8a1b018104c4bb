"""Tables have a row for everything: counted in the graph by SPARQL and in the files by pandas."""

from __future__ import annotations

import pandas
import pytest

from kgraph.exports.tables import COLUMNS

KG = "https://w3id.org/kgraph-vn/ns#"
BOTH = pytest.mark.parametrize("name", ["seeds", "hostile_graph"])


SKOS = "http://www.w3.org/2004/02/skos/core#"
KEPT = "FILTER NOT EXISTS { ?s <http://purl.org/dc/terms/isReplacedBy> ?new }"


def expected_rows(graph) -> dict[str, int]:
    """How many rows each table must have, counted by another engine."""
    named = [graph.count(f"?a <{KG}{name}> ?e BIND(CONCAT(STR(?a), STR(?e)) AS ?s)") for name in ("mentions", "reportsOn")]
    return {
        "entities": graph.entities,
        "edges": graph.edges,
        "statements": graph.statements,
        "articles": graph.count(f"?s a <{KG}Article>"),
        "positions": graph.count(f"?s a <{KG}PositionHolding> {KEPT}"),
        "tenures": graph.count(f"?s a <{KG}Tenure>"),
        "mentions": sum(named),
        "replaced": graph.count("?s <http://purl.org/dc/terms/isReplacedBy> ?new"),
        "concepts": graph.count(f"VALUES ?c {{ <{SKOS}Concept> <{SKOS}ConceptScheme> }} ?s a ?c"),
    }


@BOTH
def test_csv_has_every_row_to_pandas(name: str, request, exported) -> None:
    graph = request.getfixturevalue(name)
    folder = exported("csv", graph.path)
    tables = {table: pandas.read_csv(folder / f"{table}.csv", dtype=str, keep_default_na=False) for table in COLUMNS}
    assert {table: len(rows) for table, rows in tables.items()} == expected_rows(graph)
    assert {table: tuple(rows.columns) for table, rows in tables.items()} == dict(COLUMNS)


@BOTH
def test_parquet_has_every_row_to_pandas(name: str, request, exported) -> None:
    pytest.importorskip("pyarrow")
    graph = request.getfixturevalue(name)
    folder = exported("parquet", graph.path)
    tables = {table: pandas.read_parquet(folder / f"{table}.parquet") for table in COLUMNS}
    assert {table: len(rows) for table, rows in tables.items()} == expected_rows(graph)
    quotes = {row["o"].value for row in graph.store.query(f"SELECT ?o {{ GRAPH ?g {{ ?s <{KG}quote> ?o }} }}")}
    assert set(tables["statements"]["quote"].dropna()) == quotes
    assert tables["statements"]["begin"].dropna().map(float.is_integer).all()


@BOTH
def test_neo4j_files_have_the_headers_it_asks_for_and_no_loose_end(name: str, request, exported) -> None:
    graph = request.getfixturevalue(name)
    folder = exported("neo4j", graph.path)
    nodes = {path.stem: pandas.read_csv(path, dtype=str, keep_default_na=False) for path in sorted(folder.glob("nodes-*.csv"))}
    assert all(tuple(rows.columns)[:2] == ("id:ID", ":LABEL") for rows in nodes.values())
    expected = expected_rows(graph)
    assert {name: len(rows) for name, rows in nodes.items()} == {f"nodes-{t}": n for t, n in expected.items() if f"nodes-{t}" in nodes}
    links = pandas.read_csv(folder / "relationships.csv", dtype=str, keep_default_na=False)
    assert tuple(links.columns)[:3] == (":START_ID", ":TYPE", ":END_ID")
    ids = pandas.concat([rows["id:ID"] for rows in nodes.values()])
    assert ids.is_unique
    assert set(links[":START_ID"]) | set(links[":END_ID"]) <= set(ids)
    assert (links["statements:int"] != "").sum() == graph.edges
    assert (links[":TYPE"] == "SUBJECT").sum() <= graph.statements
    for path in folder.glob("nodes-*.csv"):
        assert f"--nodes={path.name}" in (folder / "README.md").read_text("utf-8")


def test_an_edge_says_who_says_it_and_how_often(seeds, exported) -> None:
    edges = pandas.read_csv(exported("csv") / "edges.csv", dtype={"statements": int, "articles": int})
    attended = edges[edges["relation"] == "attended"]
    assert (attended["statements"] >= 1).all() and set(attended["origin"]) == {"article"}
    assert set(edges[edges["relation"] == "implementsTransitively"]["origin"]) == {"derived"}
    assert set(edges[edges["relation"] == "succeededBy"]["origin"]) == {"background"}
    stated = seeds.count(
        f"?s a <{KG}Statement> ; <{KG}inArticle> ?a ; <http://www.w3.org/1999/02/22-rdf-syntax-ns#predicate> <{KG}attended>"
    )
    assert attended["statements"].sum() == stated
