"""Answers as text: CSV, JSON and XML as SPARQL 1.1 writes them, Turtle for graphs. Lines come as the answer comes."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape, quoteattr

import pyoxigraph as ox

from kgraph.errors import Refused
from kgraph.store.graph import PREFIXES
from kgraph.store.query import Cell, Head, Part, Row, Tail, Triple

_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_MEND_XML = "ask for Turtle, N-Triples or JSON-LD"


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


def tsv_lines(parts: Iterable[Part]) -> Iterator[str]:
    r"""SPARQL 1.1 TSV, terms as Turtle writes them, or `true`/`false` of an ASK; Refused for a graph.

    >>> list(tsv_lines([Head("select", ("a",)), Row({"a": {"type": "literal", "value": "x", "xml:lang": "vi"}}), Tail(1, False)]))
    ['?a\n', '"x"@vi\n']
    """
    variables: tuple[str, ...] = ()
    for part in parts:
        match part:
            case Head(kind="graph"):
                raise _refused("tsv")
            case Head(kind="ask", truth=truth):
                yield f"{json.dumps(truth)}\n"
            case Head(variables=variables):
                yield "\t".join(f"?{name}" for name in variables) + "\n"
            case Row(cells=cells):
                yield "\t".join(_term(cells.get(name)).replace("\t", "\\t") for name in variables) + "\n"


def xml_lines(parts: Iterable[Part]) -> Iterator[str]:
    """SPARQL 1.1 XML, one row per line, a last comment where it was cut; Refused for a graph.

    Characters that XML cannot hold become U+FFFD.

    >>> "".join(xml_lines([Head("select", ("a",)), Row({"a": {"type": "literal", "value": "x<y"}}), Tail(1, False)])).splitlines()[3]
    '<result><binding name="a"><literal>x&lt;y</literal></binding></result>'
    """
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<sparql xmlns="http://www.w3.org/2005/sparql-results#">'
    for part in parts:
        match part:
            case Head(kind="graph"):
                raise _refused("xml")
            case Head(kind="ask", truth=truth):
                yield f"<head/>\n<boolean>{json.dumps(truth)}</boolean>\n</sparql>\n"
                return
            case Head(variables=variables):
                yield f"<head>{''.join(f'<variable name={quoteattr(name)}/>' for name in variables)}</head>\n<results>\n"
            case Row(cells=cells):
                bound = (f"<binding name={quoteattr(name)}>{_element(cell)}</binding>" for name, cell in cells.items())
                yield f"<result>{''.join(bound)}</result>\n"
            case Tail(rows=rows, truncated=truncated):
                yield "</results>\n" + (f"<!-- truncated: the first {rows} rows, there are more -->\n" if truncated else "") + "</sparql>\n"


def _element(cell: Cell) -> str:
    """A term as SPARQL 1.1 XML writes it."""
    value = escape(_NOT_XML.sub("\ufffd", cell["value"]))
    if cell["type"] != "literal":
        return f"<{cell['type']}>{value}</{cell['type']}>"
    kind = (
        f' xml:lang="{cell["xml:lang"]}"'
        if "xml:lang" in cell
        else f" datatype={quoteattr(cell['datatype'])}"
        if "datatype" in cell
        else ""
    )
    return f"<literal{kind}>{value}</literal>"


def turtle_lines(parts: Iterable[Part]) -> Iterator[str]:
    """Turtle with the known prefixes, sorted, a last comment where it was cut; Refused for rows and truths."""
    lines, tail = _triples(parts)
    yield turtle(lines)
    if tail.truncated:
        yield f"# truncated: the first {tail.rows} triples, there are more\n"


def ntriples_lines(parts: Iterable[Part]) -> Iterator[str]:
    """N-Triples, sorted, a last comment where it was cut; Refused for rows and truths."""
    lines, tail = _triples(parts)
    yield from (f"{line}\n" for line in lines)
    if tail.truncated:
        yield f"# truncated: the first {tail.rows} triples, there are more\n"


def jsonld_lines(parts: Iterable[Part]) -> Iterator[str]:
    """JSON-LD in expanded form, which names no context to fetch; Refused for rows and truths."""
    lines, _ = _triples(parts)
    text = ox.serialize(_parsed(lines), format=ox.RdfFormat.JSON_LD)
    assert text is not None
    yield text.decode("utf-8") + "\n"


def rdfxml_lines(parts: Iterable[Part]) -> Iterator[str]:
    """RDF/XML; Refused for rows and truths, and for what XML cannot hold."""
    lines, _ = _triples(parts)
    try:
        made = ox.serialize(_parsed(lines), format=ox.RdfFormat.RDF_XML, prefixes=PREFIXES)
    except (OSError, ValueError) as error:
        raise Refused(f"RDF/XML cannot hold it: {error}", mend=_MEND_XML) from error
    text = (made or b"").decode("utf-8")
    if _NOT_XML.search(text):
        raise Refused("RDF/XML cannot hold a character of this graph", mend=_MEND_XML)
    yield text + "\n"


def _triples(parts: Iterable[Part]) -> tuple[list[str], Tail]:
    """The lines of a graph, sorted, each once, and how it ends."""
    lines: set[str] = set()
    tail = Tail(0, False)
    for part in parts:
        match part:
            case Head(kind="select" | "ask"):
                raise Refused("only CONSTRUCT and DESCRIBE give triples", mend="use --format table, csv, tsv or json")
            case Triple(line=line):
                lines.add(line)
            case Tail():
                tail = part
    return sorted(lines), tail


def _parsed(lines: Iterable[str]) -> list[ox.Triple]:
    return [quad.triple for quad in ox.parse("\n".join(lines), format=ox.RdfFormat.N_TRIPLES)]


def _term(cell: Cell | None) -> str:
    """A term as N-Triples writes it, nothing where unbound."""
    match cell:
        case None:
            return ""
        case {"type": "uri", "value": iri}:
            return f"<{iri}>"
        case {"type": "bnode", "value": name}:
            return f"_:{name}"
        case {"xml:lang": language}:
            return str(ox.Literal(cell["value"], language=language))
        case {"datatype": datatype}:
            return str(ox.Literal(cell["value"], datatype=ox.NamedNode(datatype)))
    return str(ox.Literal(cell["value"]))


def turtle(lines: Iterable[str]) -> str:
    """Lines of N-Triples as Turtle, sorted, each triple once.

    >>> print(turtle(["<http://e/a> <http://www.w3.org/2000/01/rdf-schema#label> \\"x\\" ."]).splitlines()[-1])
    <http://e/a> rdfs:label "x" .
    """
    text = ox.serialize(_parsed(sorted(set(lines))), format=ox.RdfFormat.TURTLE, prefixes=PREFIXES)
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
    return Refused(f"CONSTRUCT and DESCRIBE give triples, which {format} cannot hold", mend="use --format ttl, nt or jsonld")
