"""`kgraph query`: SPARQL over the graph of a build."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from kgraph.cli.arguments import GRAPH, STDOUT, graph_or_stdin
from kgraph.cli.messages import message
from kgraph.cli.terminal import say, table, write_data, write_file, write_page
from kgraph.errors import KgraphError, LimitReached, NothingMatched, Refused

if TYPE_CHECKING:
    from kgraph.store.query import Limits, Part, Tail

Format = Literal["table", "csv", "tsv", "json", "ttl", "nt", "jsonld"]
_SUFFIXES: dict[str, Format] = {
    ".csv": "csv",
    ".tsv": "tsv",
    ".json": "json",
    ".srj": "json",
    ".ttl": "ttl",
    ".nt": "nt",
    ".jsonld": "jsonld",
}
_CHECKS = ("bytes", "depth", "patterns")
_NOTES = ("any_predicate", "path", "sorts_all", "unordered", "groups", "regex")


def query(
    ctx: typer.Context,
    sparql: Annotated[str, typer.Argument(metavar="QUERY", help="SPARQL, a .rq file that holds it, or - for stdin.", show_default=False)],
    graph: Annotated[
        Path, typer.Option("--graph", "-g", help="The graph of a build, its folder, or - for N-Quads from stdin; also .nt, .ttl, .trig.")
    ] = GRAPH,
    format: Annotated[
        Format | None,
        typer.Option("--format", "-f", help="Default: as the output file says, else table, or ttl for triples.", show_default=False),
    ] = None,
    out: Annotated[Path, typer.Option("--out", "-o", help="File to write; - is stdout.")] = STDOUT,
    limit: Annotated[int | None, typer.Option(min=1, help="At most so many rows; default: 10,000.", show_default=False)] = None,
    offset: Annotated[int, typer.Option(min=0, help="Leave out so many rows first; ORDER BY makes pages stable.")] = 0,
    timeout: Annotated[float, typer.Option(min=0.1, max=3_600, help="Seconds the query may work.")] = 30.0,
    memory: Annotated[float, typer.Option(min=0.1, max=1_000, help="Gigabytes the query may take beside the graph.")] = 2.0,
    expect: Annotated[
        Literal["some", "none"] | None,
        typer.Option(help="Exit code 1 where the answer has no row (some), or has one (none).", show_default=False),
    ] = None,
    explain: Annotated[bool, typer.Option("--explain", help="Say what the query is and what it names; do not ask it.")] = False,
) -> None:
    """Ask the graph in SPARQL: SELECT, ASK, CONSTRUCT or DESCRIBE over all articles and background knowledge.

    Prefixes are known without declaring: kg, kgid, kgv, dcterms, org, owl, prov, rdf, rdfs, schema, skos, xsd and others. A query
    reads nothing but this graph and changes nothing. An answer that was cut says so, and ends with exit code 8 unless --limit was given.
    A query that meets a limit ends with exit code 8 and says which. A file is written whole or not at all.
    CSV holds values as they are: a spreadsheet may take one that begins with = + - or @ for a formula.

    Example: kgraph query 'SELECT ?name { ?who a kg:Official ; rdfs:label ?name } ORDER BY ?name' --limit 20 --offset 20
    """
    from kgraph.store.query import Limits

    if sparql == "-" and graph == STDOUT:
        raise Refused("query and graph cannot both come from stdin", mend="name a file for one of them")
    limits = Limits(seconds=timeout, memory=int(memory * 1e9), skip=offset)
    limits = replace(limits, rows=limit) if limit else limits
    asked = _query_text(sparql)
    with graph_or_stdin(graph) as source:
        if explain:
            _explain(ctx, source, asked, limits)
            return
        tail = _answer(source, asked, limits, format=format, out=out, expect=expect)
    if offset or (tail and tail.truncated):
        _advise(ctx, asked)
    if tail and tail.truncated:
        say(ctx, "query.truncated", rows=tail.rows, next=offset + tail.rows)
        raise typer.Exit(0 if limit else LimitReached.exit_code)


def _answer(source: Path, asked: str, limits: Limits, *, format: Format | None, out: Path, expect: str | None) -> Tail | None:
    """Writes the answer; how it ends. NothingMatched where it is not as expected: nothing is written where rows were and are not."""
    from kgraph.store.query import Head, Row, Triple, answer

    ends: list[Tail] = []
    parts = _kept_end(answer(source, asked, limits=limits), ends)
    head, first = next(parts), next(parts)
    assert isinstance(head, Head)
    found = bool(head.truth) if head.kind == "ask" else isinstance(first, Row | Triple)
    if expect == "some" and not found:
        raise NothingMatched("the answer is empty, and some was expected", mend="ask for something else")
    chosen = format or _SUFFIXES.get(out.suffix.lower()) or ("ttl" if head.kind == "graph" else "table")
    _write(chain([head, first], parts), chosen, out)
    if expect == "none" and found:
        raise NothingMatched("the answer is not empty, and none was expected", mend="see the answer")
    return ends[0] if ends else None


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


def _advise(ctx: typer.Context, asked: str) -> None:
    from kgraph.store.explaining import is_ordered

    if not is_ordered(asked):
        say(ctx, "query.unordered")


def _explain(ctx: typer.Context, source: Path, asked: str, limits: Limits) -> None:
    from kgraph.store.explaining import explain_query

    told = explain_query(source, asked, limits=limits)
    lines = [message(ctx.obj, "query.explain.kind", kind=told.kind, names=" ".join(f"?{name}" for name in told.variables))]
    lines += [message(ctx.obj, f"query.explain.{what}", found=told.found[what], most=told.most[what]) for what in _CHECKS]
    lines += [message(ctx.obj, "query.explain.limits", seconds=limits.seconds, memory=limits.memory / 1e9, rows=limits.rows)]
    lines += [message(ctx.obj, "query.explain.use", name=name, count=count) for name, count in told.uses]
    lines += [message(ctx.obj, f"query.note.{note}") for note in _NOTES if note in told.notes]
    write_data(f"{line}\n" for line in lines)


def _write(parts: Iterable[Part], format: Format, out: Path) -> None:
    from kgraph.outputs import replace_whole
    from kgraph.store import results

    writers: dict[str, Callable[[Iterable[Part]], Iterator[str]]] = {
        "csv": results.csv_lines,
        "tsv": results.tsv_lines,
        "json": results.json_lines,
        "ttl": results.turtle_lines,
        "nt": results.ntriples_lines,
        "jsonld": results.jsonld_lines,
    }
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
