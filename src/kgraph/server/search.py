"""Search by name, accents optional: as a page, and as JSON."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from kgraph.errors import Busy, KgraphError, Refused
from kgraph.server.answers import RETRY, fault
from kgraph.server.frame import page, words_of
from kgraph.server.language import Words
from kgraph.server.markup import Html, element
from kgraph.server.source import Source
from kgraph.server.thing_page import address, link
from kgraph.settings import NAMESPACE

PAGE, MOST, LONGEST, FARTHEST = 20, 100, 200, 100_000
"""Hits of a page, hits at most, letters of a name, and the last hit that can be asked for."""


async def search_page(request: Request) -> Response:
    """`/search?q=`: the things found, twenty to a page."""
    words, source = words_of(request), request.app.state.source
    text = request.query_params.get("q", "")[:LONGEST]
    offset = _number(request.query_params.get("offset", "0"), FARTHEST) or 0
    try:
        found = await run_in_threadpool(source.search, text, offset=offset)
    except KgraphError as error:
        return fault(error)
    title = f"{words.say('search')}: {text}"
    if not found["hits"]:
        return page(request, words, title, element("h1", title), element("p", words.say("nothing", text=text)))
    hits = [element("li", _hit(hit, words, source.base)) for hit in found["hits"]]
    steps = [("previous", offset - PAGE)] if offset else []
    steps += [("next", offset + PAGE)] if offset + PAGE < found["count"] else []
    ways = [
        element("a", words.say(key), href=f"/search?{urlencode({'q': text, 'offset': max(to, 0), 'lang': words.lang})}")
        for key, to in steps
    ]
    content = (
        element("h1", title),
        element("p", words.say("found", count=found["count"])),
        element("ol", hits, class_="hits", start=str(offset + 1)),
    )
    return page(request, words, title, *content, element("p", *ways, class_="steps"))


def _hit(hit: dict[str, Any], words: Words, base: str) -> tuple[Html, Html]:
    beside = " · ".join(part for part in (words.term(NAMESPACE + hit["class_name"]), hit["kind"], hit["day"]) if part)
    return link(hit["label"], hit["iri"], base), element("small", f" {beside}")


async def search(request: Request) -> Response:
    """`/api/search`: the same as JSON. 422 where a parameter is none."""
    given = request.query_params
    text, limit, offset = given.get("q", ""), _number(given.get("limit", str(PAGE)), MOST), _number(given.get("offset", "0"), FARTHEST)
    if not text.strip() or len(text) > LONGEST or not limit or offset is None:
        return problem(422, f"q has 1 to {LONGEST} letters, limit is 1 to {MOST}, offset 0 to {FARTHEST:,}")
    source: Source = request.app.state.source
    try:
        found = await run_in_threadpool(source.search, text, class_name=given.get("class", ""), limit=limit, offset=offset)
    except KgraphError as error:
        return api_fault(error)
    hits = [{name: hit[name] for name in ("iri", "label", "class_name", "kind", "day")} for hit in found["hits"]]
    told = [{"class" if name == "class_name" else name: value for name, value in hit.items()} for hit in hits]
    return JSONResponse({"count": found["count"], "results": [hit | {"path": address(hit["iri"], source.base)} for hit in told]})


async def thing(request: Request) -> Response:
    """`/api/thing?iri=`: everything that the page of a thing shows, as JSON."""
    iri = request.query_params.get("iri", "")
    if not iri or len(iri) > 2_000:
        return problem(422, "iri is the name of a thing")
    source: Source = request.app.state.source
    try:
        found = await run_in_threadpool(source.look, iri)
    except KgraphError as error:
        return api_fault(error)
    return problem(404, "the graph says nothing of this name") if found is None else JSONResponse(found)


async def health(request: Request) -> Response:
    """`/api/health`: that the server answers, and how large its graph is."""
    about = request.app.state.source.about
    return JSONResponse({"status": "ok", **{name: about[name] for name in ("quads", "triples", "articles")}})


def problem(status: int, detail: str) -> Response:
    """A fault as RFC 9457 has it."""
    return JSONResponse({"status": status, "detail": detail}, status, media_type="application/problem+json")


def api_fault(error: KgraphError) -> Response:
    """A fault of the graph or its workers, as RFC 9457 has it."""
    response = problem(422 if isinstance(error, Refused) else 503, str(error))
    if isinstance(error, Busy):
        response.headers["Retry-After"] = RETRY
    return response


def _number(text: str, most: int) -> int | None:
    """A number from 0 to `most`; none where the text is none.

    >>> _number("20", 100), _number("-1", 100), _number("101", 100), _number("", 100)
    (20, None, None, None)
    """
    return int(text) if text.isascii() and text.isdigit() and len(text) < 8 and int(text) <= most else None
