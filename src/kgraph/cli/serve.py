"""`kgraph serve`: the graph of a build over HTTP."""

from __future__ import annotations

from typing import Annotated

import typer

from kgraph.cli.arguments import GRAPH, GraphFile
from kgraph.cli.messages import message
from kgraph.cli.terminal import say
from kgraph.errors import KgraphError, Refused


def serve(
    ctx: typer.Context,
    graph: GraphFile = GRAPH,
    port: Annotated[int, typer.Option("--port", "-p", min=0, max=65_535, help="0 takes a free one.")] = 7878,
    host: Annotated[
        str, typer.Option(help="Address to listen on. Anything but this machine alone is your decision, and warned about.")
    ] = "127.0.0.1",
    allowed_host: Annotated[
        list[str] | None,
        typer.Option(help="A name under which the server may be called; repeatable. localhost always may.", show_default=False),
    ] = None,
    cors: Annotated[
        list[str] | None,
        typer.Option(
            metavar="ORIGIN", help="A site whose pages may read answers, such as https://example.org; repeatable.", show_default=False
        ),
    ] = None,
    timeout: Annotated[float, typer.Option(min=0.1, max=3_600, help="Seconds a query may work.")] = 30.0,
    memory: Annotated[float, typer.Option(min=0.1, max=1_000, help="Gigabytes a query may take beside the graph.")] = 2.0,
    limit: Annotated[int, typer.Option(min=1, help="An answer has at most so many rows; one that was cut says so.")] = 10_000,
    workers: Annotated[int, typer.Option(min=1, max=256, help="Queries at work at a time.")] = 2,
    log_queries: Annotated[bool, typer.Option("--log-queries", help="Write query strings into the log too.")] = False,
    writable: Annotated[
        bool, typer.Option("--writable", help="Take updates from who shows the token; they change the copy in memory only.")
    ] = False,
    token: Annotated[str, typer.Option(envvar="KGRAPH_TOKEN", help="What an update must show, best given in the environment.")] = "",
) -> None:
    """Serve a graph: SPARQL at /sparql, a page and RDF for every name, search, and a page to write queries on.

    It listens on this machine only, reads only unless --writable says otherwise, and asks nothing of the network. Requests under another
    name (Host) or from another site (Origin) are turned away. Every query runs in a process of its own under the limits of
    `kgraph query`. Ctrl-C ends it.

    Example: kgraph serve --graph exports --port 7878
    """
    _check_extra(ctx)
    if writable and not token:
        raise Refused(message(ctx.obj, "serve.no_token"), mend=message(ctx.obj, "serve.no_token_mend"))
    from kgraph.server.options import Options
    from kgraph.server.running import run

    options = Options(
        graph=graph.resolve(),
        host=host,
        port=port,
        allowed_hosts=tuple(allowed_host or ()),
        cors=tuple(cors or ()),
        seconds=timeout,
        memory=int(memory * 1e9),
        rows=limit,
        workers=workers,
        log_queries=log_queries,
        token=token if writable else "",
    )
    if writable:
        say(ctx, "serve.writable")
    if not options.is_loopback:
        say(ctx, "serve.exposed", host=host)
    run(options, started=lambda address: say(ctx, "serve.started", address=address))


def _check_extra(ctx: typer.Context) -> None:
    from importlib.util import find_spec

    if not find_spec("starlette") or not find_spec("uvicorn"):
        raise KgraphError(message(ctx.obj, "serve.missing"), mend="pip install 'kgraph[serve]'")
    if not find_spec("resource"):
        raise KgraphError(message(ctx.obj, "serve.system"), mend="use Linux, macOS or WSL")
