"""Linked data: every name of the build under its path, as a page to read or as RDF."""

from __future__ import annotations

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from kgraph.errors import KgraphError
from kgraph.server.answers import GRAPHS, fault, written
from kgraph.server.frame import page, words_of
from kgraph.server.markup import element
from kgraph.server.negotiation import chosen
from kgraph.server.source import Source
from kgraph.server.thing_page import FORMS, thing
from kgraph.store.query import Triple

_MEDIA = {
    "ttl": "text/turtle",
    "jsonld": "application/ld+json",
    "nt": "application/n-triples",
    "rdf": "application/rdf+xml",
    "html": "text/html",
}


async def resource(request: Request) -> Response:
    """`/id/...`, `/vocab/...`, `/graph/...`: the thing of that name. `?format=ttl` and its like stand for an Accept header."""
    accept = _MEDIA.get(request.query_params.get("format", ""), request.headers.get("accept", ""))
    kind = chosen(accept, ("text/html", *GRAPHS))
    if kind is None:
        return PlainTextResponse(f"this can be given as text/html, {', '.join(GRAPHS)}\n", 406)
    return await run_in_threadpool(_told, request, kind)


def _told(request: Request, kind: str) -> Response:
    source: Source = request.app.state.source
    iri = source.base + request.scope["raw_path"].decode("ascii", "replace").lstrip("/")
    try:
        if kind != "text/html":
            return _triples(source, iri, kind)
        found = source.look(iri)
    except KgraphError as error:
        return fault(error)
    words = words_of(request)
    if found is None:
        return page(
            request, words, words.say("not_found"), element("h1", words.say("not_found")), element("p", element("code", iri)), status=404
        )
    alternates = [element("link", rel="alternate", type=_MEDIA[form], href=f"?format={form}") for form in FORMS]
    response = page(request, words, found["label"], *thing(found, words, source.base), head=alternates)
    response.headers["Link"] = f'<{iri}>; rel="describes"'
    return response


def _triples(source: Source, iri: str, kind: str) -> Response:
    parts = list(source.triples_about(iri))
    if not any(isinstance(part, Triple) for part in parts):
        return PlainTextResponse("the graph says nothing of this name\n", 404)
    return written((part for part in parts), kind)
