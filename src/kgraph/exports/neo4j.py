"""CSV for `neo4j-admin database import`: nodes and relationships in the files and with the headers it asks for."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

from kgraph.exports.nodes import read_nodes
from kgraph.exports.panels import SEPARATOR
from kgraph.exports.quads import Source
from kgraph.exports.tables import COLUMNS, DECIMALS, INTEGERS, Row, read_rows

_LABELS = {"positions": "Position", "tenures": "Tenure", "statements": "Statement", "articles": "Article", "concepts": "Concept"}
_NODES = ("entities", *_LABELS)
# What a column of a table leads to, and how that relationship is called; other columns are properties.
_LINKS = {
    "positions": {"person": "HELD_BY", "role": "ROLE", "organization": "IN_ORGANIZATION"},
    "tenures": {"person": "HELD_BY", "role": "ROLE", "organization": "IN_ORGANIZATION"},
    "statements": {"subject": "SUBJECT", "article": "IN_ARTICLE", "wasDerivedFrom": "DERIVED_FROM"},
    "articles": {"about": "ABOUT", "reprintOf": "REPRINT_OF"},
}
_EDGE = ("origin", "statements:int", "articles:int", "firstPublished", "lastPublished")

README = """\
# The graph for Neo4j 5

    neo4j-admin database import full --multiline-fields=true --legacy-style-quoting=false \\
{nodes}
        --relationships=relationships.csv kgraph

Ids are IRIs. Labels are the classes; relationships between entities have the names of the ontology (`attended`,
`issuedBy` ...), those of positions, statements and articles are in capitals. Several values of one property are joined by
`{separator}`. Dates are text: many are not whole.
"""


def write_neo4j(source: Source, folder: Path) -> None:
    """Writes `nodes-*.csv`, `relationships.csv` and a README with the command into a folder that exists.

    A link to what the graph does not hold is a property of the node instead, as no import would take it.
    """
    with ExitStack() as stack:
        writers = {}
        for name, header in (*((table, _header(table)) for table in _NODES), ("relationships", (":START_ID", ":TYPE", ":END_ID", *_EDGE))):
            path = folder / (f"nodes-{name}.csv" if name != "relationships" else "relationships.csv")
            writers[name] = csv.writer(stack.enter_context(path.open("w", encoding="utf-8", newline="")), lineterminator="\n")
            writers[name].writerow(header)
        ids = _ids(source)
        for table, row in read_rows(source):
            if table in _NODES:
                writers[table].writerow(_cells(table, row))
            writers["relationships"].writerows(_links(table, row, ids))
    nodes = "\n".join(f"        --nodes=nodes-{table}.csv \\" for table in _NODES)
    (folder / "README.md").write_text(README.format(nodes=nodes, separator=SEPARATOR.strip()), encoding="utf-8", newline="\n")


def _ids(source: Source) -> frozenset[str]:
    """The names of all nodes; they stay in memory while relationships are written, about 150 bytes each."""
    sorts = {"entity", "position", "tenure", "statement", "article", "concept"}
    return frozenset(node.iri for node in read_nodes(source.quads) if node.sort in sorts)


def _header(table: str) -> tuple[str, ...]:
    return ("id:ID", ":LABEL", *(_typed(column) for column in _properties(table)))


def _properties(table: str) -> tuple[str, ...]:
    return tuple(column for column in COLUMNS[table] if column not in ("id", "class"))


def _typed(column: str) -> str:
    return f"{column}:int" if column in INTEGERS else f"{column}:double" if column in DECIMALS else column


def _cells(table: str, row: Row) -> tuple[str, ...]:
    label = f"Entity;{row['class'][0]}" if table == "entities" else _LABELS[table]
    return (row["id"][0], label, *(SEPARATOR.join(row.get(column, ())) for column in _properties(table)))


def _links(table: str, row: Row, ids: frozenset[str]) -> Iterator[tuple[str, ...]]:
    if table == "edges":
        cells = (SEPARATOR.join(row.get(column.partition(":")[0], ())) for column in _EDGE)
        yield (row["source"][0], row["relation"][0], row["target"][0], *cells)
    elif table == "mentions" and row["entity"][0] in ids:
        yield _plain(row["article"][0], row["relation"][0], row["entity"][0])
    for column, kind in _LINKS.get(table, {}).items():
        yield from (_plain(row["id"][0], kind, target) for target in row.get(column, ()) if target in ids)
    if table == "statements":
        yield from (_plain(row["id"][0], "OBJECT", target) for target in row.get("object", ()) if target in ids)


def _plain(start: str, kind: str, end: str) -> tuple[str, ...]:
    return (start, kind, end, *("" for _ in _EDGE))
