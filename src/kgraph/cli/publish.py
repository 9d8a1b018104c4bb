"""`kgraph publish`: the graph of a build sent to another server."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import Annotated, Literal

import typer

from kgraph.cli.arguments import GRAPH, GraphFile
from kgraph.cli.terminal import counting, say

_BATCHES = {"gsp": 10_000, "update": 1_000}


def publish(
    ctx: typer.Context,
    to: Annotated[str, typer.Option("--to", metavar="URL", help="Address of the graph store or the update endpoint.", show_default=False)],
    graph: GraphFile = GRAPH,
    protocol: Annotated[
        Literal["gsp", "update"], typer.Option(help="SPARQL 1.1 Graph Store Protocol (PUT) or SPARQL 1.1 Update (INSERT DATA).")
    ] = "gsp",
    batch: Annotated[
        int | None, typer.Option(min=1, help="Triples of a request; default: 10,000, 1,000 by update.", show_default=False)
    ] = None,
    state: Annotated[
        Path | None, typer.Option(help="File that remembers what the server holds; default: beside the graph.", show_default=False)
    ] = None,
) -> None:
    """Send a graph to another server: Virtuoso, GraphDB, Fuseki, Oxigraph, QLever, Neptune and others that speak SPARQL 1.1.

    Each named graph is replaced as a whole. Run again, only graphs that have changed are sent, and those that are gone are dropped; a run
    that was ended goes on where it was. A server that is busy is asked again. Names and passwords come from the environment:
    KGRAPH_PUBLISH_USER and KGRAPH_PUBLISH_PASSWORD (Basic or Digest), or KGRAPH_PUBLISH_AUTHORIZATION (a whole header).

    Example: kgraph publish --to http://localhost:7878/store --graph exports
    """
    from kgraph.publish.memory import Memory
    from kgraph.publish.publishing import publish as send
    from kgraph.publish.sending import Sender
    from kgraph.publish.targets import target

    sender = Sender(to)
    memory = Memory(state or graph.with_name(f"published-{sha256(to.encode()).hexdigest()[:8]}.jsonl"), to)
    with counting(ctx, "publish.progress") as progress:
        done = send(graph, target(sender, protocol), memory, batch=batch or _BATCHES[protocol], progress=progress)
    say(ctx, "publish.done", graphs=done.graphs, triples=done.triples, unchanged=done.unchanged, dropped=done.dropped)
