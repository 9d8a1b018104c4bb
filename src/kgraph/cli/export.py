"""`kgraph export`: the graph in the formats of others."""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer

from kgraph.cli.arguments import GRAPH, STDOUT, graph_or_stdin
from kgraph.cli.terminal import say, table, write_copy, write_page
from kgraph.errors import Refused


def export(
    ctx: typer.Context,
    graph: Annotated[
        Path, typer.Argument(metavar="[GRAPH]", help="The graph of a build, its folder, or - for N-Quads from stdin.")
    ] = GRAPH,
    format: Annotated[
        str | None, typer.Option("--format", "-f", help="Default: as the name of the output says; --list shows all.", show_default=False)
    ] = None,
    out: Annotated[Path | None, typer.Option("--out", "-o", help="File or folder to write; - is stdout.", show_default=False)] = None,
    list_formats: Annotated[bool, typer.Option("--list", help="List the formats and end.")] = False,
) -> None:
    """Write the graph as Turtle, TriG, RDF 1.2, JSON-LD, Web Annotation, GraphML, GEXF, CSV, Neo4j, Parquet, VoID or a page.

    The output is written whole or not at all, and the same graph gives the same bytes. What is withheld in the graph is withheld in
    every format. Formats of many files (csv, neo4j, parquet) fill a folder, or a zip where the name ends in .zip.

    Example: kgraph export exports --out graph.gexf
    """
    from kgraph.exports.formats import FORMATS, format_of, made
    from kgraph.exports.formats import export as write

    if list_formats:
        rows = ([each.name, ", ".join(each.suffixes), each.what] for each in FORMATS.values())
        write_page(table(["format", "suffix", ""], rows))
        return
    if out is None:
        raise Refused("where is it to be written?", mend="give --out FILE, or --out - for stdout")
    if format is not None and format not in FORMATS:
        raise Refused("no such format", where=format, mend=f"choose from {', '.join(FORMATS)}")
    if format is None and out == STDOUT:
        raise Refused("stdout says no format", mend="give --format")
    chosen = FORMATS[format] if format else format_of(out)
    if out == STDOUT and chosen.many and sys.stdout.isatty():
        raise Refused("a zip is not for a terminal", mend="give --out FILE.zip")
    with graph_or_stdin(graph) as source:
        if out != STDOUT:
            write(source, out, chosen)
            say(ctx, "export.done", out=out, format=chosen.name)
            return
        with TemporaryDirectory() as room:
            write_copy(made(source, Path(room), chosen, "stdout.zip"))
