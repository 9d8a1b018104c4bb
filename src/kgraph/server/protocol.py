"""SPARQL 1.1 Protocol, and Graph Store Protocol for reading."""

from __future__ import annotations

import hmac
from collections.abc import Callable

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from kgraph.errors import KgraphError, LimitReached
from kgraph.server import description
from kgraph.server.answers import GRAPHS, fault, written
from kgraph.server.negotiation import chosen
from kgraph.server.requests import Asked, Malformed, from_get, from_post
from kgraph.server.source import Source


async def sparql(request: Request) -> Response:
    """`/sparql`: a query by GET or POST; without one, what the service is. Updates only where the server was given a token."""
    try:
        if request.method == "POST":
            asked: Asked | None = from_post(request.url.query, request.headers.get("content-type", ""), await request.body())
        else:
            asked = from_get(request.url.query)
    except Malformed as error:
        return PlainTextResponse(f"{error}\n", error.status)
    if asked is None:
        return await described(request)
    return await run_in_threadpool(_answered, request, asked)


def _answered(request: Request, asked: Asked) -> Response:
    source: Source = request.app.state.source
    base = str(request.url.replace(query=""))
    try:
        if asked.kind == "update":
            return tried(lambda: _updated(request, asked, base))
        parts = source.query(asked.text, dataset=asked.dataset, base=base)
    except LimitReached as error:
        return fault(error, status=413)
    except KgraphError as error:
        return fault(error)
    return tried(lambda: written(parts, request.headers.get("accept", "")))


def _updated(request: Request, asked: Asked, base: str) -> Response:
    token = request.app.state.options.token
    if not token:
        return PlainTextResponse("this server is for reading only\n", 403)
    shown = request.headers.get("authorization", "")
    if not hmac.compare_digest(shown.encode(), f"Bearer {token}".encode()):
        return PlainTextResponse("updates need the token\n", 401, headers={"WWW-Authenticate": "Bearer"})
    request.app.state.source.update(asked.text, dataset=asked.dataset, base=base)
    return Response(status_code=204)


def tried(make: Callable[[], Response]) -> Response:
    """The response, or the fault that came instead."""
    try:
        return make()
    except KgraphError as error:
        return fault(error)


async def described(request: Request) -> Response:
    """What the endpoint is, by SPARQL 1.1 Service Description; for people the way to the page where queries are written."""
    accept = request.headers.get("accept", "")
    if chosen(accept, (*GRAPHS, "text/html")) == "text/html":
        return Response(status_code=303, headers={"Location": "/query", "Vary": "Accept"})
    endpoint, writable = str(request.url.replace(query="")), bool(request.app.state.options.token)
    return written(description.service(endpoint, writable=writable), accept)


async def void(request: Request) -> Response:
    """What the dataset is, by VoID."""
    return written(description.dataset(request.app.state.source.about, str(request.base_url)), request.headers.get("accept", ""))


async def graphs(request: Request) -> Response:
    """`/graphs?default` and `/graphs?graph=IRI`: the triples of one graph, whole or not at all."""
    names = request.query_params.getlist("graph")
    if len(names) + ("default" in request.query_params) != 1:
        return PlainTextResponse("name one graph: ?default or ?graph=IRI\n", 400)
    source: Source = request.app.state.source
    return await run_in_threadpool(_graph, source, names[0] if names else None, request.headers.get("accept", ""))


def _graph(source: Source, name: str | None, accept: str) -> Response:
    if chosen(accept, tuple(GRAPHS)) is None:
        return PlainTextResponse(f"this can be given as {', '.join(GRAPHS)}\n", 406)
    try:
        return written(source.triples_of(name), accept, whole=True)
    except KgraphError as error:
        return fault(error, status=413)
