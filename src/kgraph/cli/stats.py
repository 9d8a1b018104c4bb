"""`kgraph stats`: what a graph holds, counted."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from kgraph.cli.arguments import GRAPH, GraphFile
from kgraph.cli.messages import message
from kgraph.cli.records import json_text
from kgraph.cli.terminal import table, text, write_data, write_page

if TYPE_CHECKING:
    from kgraph.analysis.stats import Stats


def stats(
    ctx: typer.Context,
    graph: GraphFile = GRAPH,
    top: Annotated[int, typer.Option(min=1, help="So many of the most central nodes.")] = 10,
    format: Annotated[Literal["table", "json"], typer.Option("--format", "-f")] = "table",
) -> None:
    """Count what a graph holds: articles, entities by class, relations, components, and who stands between others."""
    from kgraph.analysis.stats import summarize
    from kgraph.store.graph import Graph

    found = summarize(Graph.load(graph), top=top)
    if format == "json":
        write_data([json_text(asdict(found))])
    else:
        write_page(*_page(found, ctx.obj))


def _page(found: Stats, lang: str) -> list[Any]:
    def word(name: str, **values: object) -> str:
        return message(lang, f"stats.{name}", **values)

    dates = word("dates", first=found.first_published or "?", last=found.last_published or "?")
    network = word("network", nodes=found.nodes, edges=found.edges, components=len(found.components), isolated=found.isolated)
    central = [(row.label, row.class_name, f"{row.betweenness:.4f}", row.degree) for row in found.central]
    return [
        text(word("all", quads=found.quads, articles=found.articles, statements=found.statements) + " " + dates),
        table((word("class"), word("count")), [(row.name, row.count) for row in found.classes], numbers=True),
        table((word("relation"), word("count")), [(row.name, row.count) for row in found.relations], numbers=True),
        text(network),
        text(word("central", basis=found.basis)),
        table((word("name"), word("class"), word("betweenness"), word("degree")), central),
    ]
