"""Answers as text: CSV and JSON as SPARQL 1.1 writes them, Turtle for graphs. Lines come as the answer comes."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from kgraph.errors import Refused
from kgraph.store.graph import PREFIXES
from kgraph.store.query import Cell, Head, Part, Row, Tail, Triple


def csv_lines(parts: Iterable[Part]) -> Iterator[str]:
    r"""SPARQL 1.1 CSV, a header and one record per row, or `true`/`false` of an ASK; Refused for a graph.

    Values stand as they are, also those that a spreadsheet would take for a formula: the format knows no escape for them.

    >>> list(csv_lines([Head("select", ("a", "b")), Row({"a": {"type": "literal", "value": "x,y"}}), Tail(1, False)]))
    ['a,b\r\n', '"x,y",\r\n']
    """
    variables: tuple[str, ...] = ()
    for part in parts:
        match part:
            case Head(kind="graph"):
                raise _refused("csv")
            case Head(kind="ask", truth=truth):
                yield f"{json.dumps(truth)}\r\n"
            case Head(variables=variables):
                yield _record(variables)
            case Row(cells=cells):
                yield _record(_plain(cells.get(name)) for name in variables)


def json_lines(parts: Iterable[Part]) -> Iterator[str]:
    """SPARQL 1.1 JSON, one row per line; `"truncated": true` beside the results where there are more; Refused for a graph.

    >>> "".join(json_lines([Head("ask", truth=True), Tail(0, False)]))
    '{"head": {}, "boolean": true}\\n'
    """
    before = "\n"
    for part in parts:
        match part:
            case Head(kind="graph"):
                raise _refused("json")
            case Head(kind="ask", truth=truth):
                yield json.dumps({"head": {}, "boolean": truth}) + "\n"
                return
            case Head(variables=variables):
                yield f'{{"head": {json.dumps({"vars": variables})}, "results": {{"bindings": ['
            case Row(cells=cells):
                yield before + json.dumps(cells, ensure_ascii=False)
                before = ",\n"
            case Tail(truncated=truncated):
                yield "\n]}" + (', "truncated": true' if truncated else "") + "}\n"


def turtle_lines(parts: Iterable[Part]) -> Iterator[str]:
    """Turtle with the known prefixes, sorted, a last comment where it was cut; Refused for rows and truths."""
    lines: list[str] = []
    for part in parts:
        match part:
            case Head(kind="select" | "ask"):
                raise Refused("only CONSTRUCT and DESCRIBE give triples", mend="use --format table, csv or json")
            case Triple(line=line):
                lines.append(line)
            case Tail(rows=rows, truncated=truncated):
                yield turtle(lines)
                if truncated:
                    yield f"# truncated: the first {rows} triples, there are more\n"


def turtle(lines: Iterable[str]) -> str:
    """Lines of N-Triples as Turtle, sorted, each triple once.

    >>> print(turtle(["<http://e/a> <http://www.w3.org/2000/01/rdf-schema#label> \\"x\\" ."]).splitlines()[-1])
    <http://e/a> rdfs:label "x" .
    """
    triples = [quad.triple for quad in ox.parse("\n".join(sorted(set(lines))), format=ox.RdfFormat.N_TRIPLES)]
    text = ox.serialize(triples, format=ox.RdfFormat.TURTLE, prefixes=PREFIXES)
    assert text is not None
    return text.decode("utf-8")


def short(cell: Cell | None) -> str:
    """A value for people's eyes: prefixed name or IRI, bare literal, nothing where unbound.

    >>> short({"type": "uri", "value": "https://w3id.org/kgraph-vn/ns#Event"}), short(None)
    ('kg:Event', '')
    """
    if cell and cell["type"] == "uri":
        names = ((prefix, base) for prefix, base in PREFIXES.items() if cell["value"].startswith(base))
        prefix, base = max(names, key=lambda name: len(name[1]), default=("", ""))
        return f"{prefix}:{cell['value'][len(base) :]}" if base else cell["value"]
    return _plain(cell)


def _plain(cell: Cell | None) -> str:
    if not cell:
        return ""
    return f"_:{cell['value']}" if cell["type"] == "bnode" else cell["value"]


def _record(values: Iterable[str]) -> str:
    line = io.StringIO()
    csv.writer(line).writerow(values)
    return line.getvalue()


def _refused(format: str) -> Refused:
    return Refused(f"CONSTRUCT and DESCRIBE give triples, which {format} cannot hold", mend="use --format ttl")
