"""`kgraph query`: SPARQL over the graph of a build."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from kgraph.cli.arguments import GRAPH, STDOUT, GraphFile
from kgraph.cli.terminal import say, table, write_data, write_file, write_page
from kgraph.errors import KgraphError, LimitReached, Refused

if TYPE_CHECKING:
    from kgraph.store.query import Part, Tail

Format = Literal["table", "csv", "json", "ttl"]
_SUFFIXES: dict[str, Format] = {".csv": "csv", ".json": "json", ".srj": "json", ".ttl": "ttl"}


def query(
    ctx: typer.Context,
    sparql: Annotated[str, typer.Argument(metavar="QUERY", help="SPARQL, a .rq file that holds it, or - for stdin.", show_default=False)],
    graph: GraphFile = GRAPH,
    format: Annotated[
        Format | None,
        typer.Option("--format", "-f", help="Default: as the output file says, else table, or ttl for triples.", show_default=False),
    ] = None,
    out: Annotated[Path, typer.Option("--out", "-o", help="File to write; - is stdout.")] = STDOUT,
    limit: Annotated[int | None, typer.Option(min=1, help="At most so many rows; default: 10,000.", show_default=False)] = None,
    timeout: Annotated[float, typer.Option(min=0.1, max=3_600, help="Seconds the query may work.")] = 30.0,
) -> None:
    """Ask the graph in SPARQL: SELECT, ASK, CONSTRUCT or DESCRIBE over all articles and background knowledge.

    Prefixes are known without declaring: kg, kgid, kgv, dcterms, org, owl, prov, rdf, rdfs, schema, skos, xsd and others. A query
    reads nothing but this graph and changes nothing. An answer that was cut says so, and ends with exit code 8 unless --limit was given.
    CSV holds values as they are: a spreadsheet may take one that begins with = + - or @ for a formula.
    """
    from kgraph.store.query import Head, Limits, answer

    limits = Limits(seconds=timeout, rows=limit) if limit else Limits(seconds=timeout)
    ends: list[Tail] = []
    parts = _kept_end(answer(graph, _query_text(sparql), limits=limits), ends)
    head = next(parts)
    assert isinstance(head, Head)
    chosen = format or _SUFFIXES.get(out.suffix.lower()) or ("ttl" if head.kind == "graph" else "table")
    _write(chain([head], parts), chosen, out)
    if ends and ends[0].truncated:
        say(ctx, "query.truncated", rows=ends[0].rows)
        raise typer.Exit(0 if limit else LimitReached.exit_code)


def _query_text(sparql: str) -> str:
    """The query itself, whether it was given, named or piped in."""
    if sparql == "-":
        content = sys.stdin.buffer.read(1_000_000)
    elif sparql.endswith((".rq", ".sparql")):
        try:
            content = Path(sparql).read_bytes()
        except OSError as error:
            raise KgraphError("cannot read the query", where=sparql, mend="check the name") from error
    else:
        return sparql
    return content.decode("utf-8-sig", errors="surrogateescape")


def _kept_end(parts: Iterable[Part], ends: list[Tail]) -> Iterator[Part]:
    """The same parts; the last one is put aside as well."""
    from kgraph.store.query import Tail

    for part in parts:
        if isinstance(part, Tail):
            ends.append(part)
        yield part


def _write(parts: Iterable[Part], format: Format, out: Path) -> None:
    from kgraph.outputs import replace_whole
    from kgraph.store.results import csv_lines, json_lines, turtle_lines

    writers: dict[str, Callable[[Iterable[Part]], Iterator[str]]] = {"csv": csv_lines, "json": json_lines, "ttl": turtle_lines}
    if format == "table":
        if out != STDOUT:
            raise Refused("a table is for eyes, not for a file", where=str(out), mend="add --format csv, json or ttl")
        _write_table(parts)
    elif out == STDOUT:
        write_data(writers[format](parts))
    else:
        replace_whole(out, lambda path: write_file(path, writers[format](parts)))


def _write_table(parts: Iterable[Part]) -> None:
    from kgraph.store.query import Head, Row
    from kgraph.store.results import short

    head, *rest = parts
    match head:
        case Head(kind="graph"):
            raise Refused("CONSTRUCT and DESCRIBE give triples, which a table cannot hold", mend="use --format ttl")
        case Head(kind="ask", truth=truth):
            write_data([f"{str(truth).lower()}\n"])
        case Head(variables=names):
            rows = [part.cells for part in rest if isinstance(part, Row)]
            write_page(table(names, ([short(cells.get(name)) for name in names] for cells in rows)))
