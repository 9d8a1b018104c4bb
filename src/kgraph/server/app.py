"""The application: each path and who answers it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.resources import files
from pathlib import Path

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, PlainTextResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from kgraph.server import home, protocol, resources, search
from kgraph.server.guard import Guard
from kgraph.server.openapi import document
from kgraph.server.options import Options
from kgraph.server.source import Source

FILES = {
    "graph.nq": "application/n-quads",
    "graph.ttl": "text/turtle",
    "run.json": "application/json",
    "issues.jsonl": "application/x-ndjson",
}
"""Files of a build that may be taken as they are."""


def make_app(options: Options, source: Source) -> Starlette:
    """The application over a source, which it opens when it starts and closes when it ends."""

    @asynccontextmanager
    async def life(app: Starlette) -> AsyncIterator[None]:
        yield
        await run_in_threadpool(source.close)

    guard = Middleware(Guard, options=options)
    app = Starlette(routes=_routes(), middleware=[guard], lifespan=life, exception_handlers={HTTPException: _fault})
    app.state.options, app.state.source = options, source
    return app


async def _fault(request: Request, error: Exception) -> Response:
    """What no endpoint answers: in the form that the rest of the path has."""
    assert isinstance(error, HTTPException)
    if request.url.path.startswith("/api/"):
        response = search.problem(error.status_code, error.detail)
    else:
        response = PlainTextResponse(f"{error.detail}\n", error.status_code)
    response.headers.update(error.headers or {})
    return response


def _routes() -> list[Route | Mount]:
    static = Path(str(files("kgraph.server").joinpath("web")))
    return [
        Route("/", home.home),
        Route("/query", home.query_page),
        Route("/graph.html", home.picture),
        Route("/ns", home.vocabulary),
        Route("/search", search.search_page),
        Route("/sparql", protocol.sparql, methods=["GET", "POST"]),
        Route("/sparql/", protocol.sparql, methods=["GET", "POST"]),
        Route("/graphs", protocol.graphs),
        Route("/void", protocol.void),
        Route("/.well-known/void", protocol.void),
        Route("/api/search", search.search),
        Route("/api/thing", search.thing),
        Route("/api/questions", home.questions),
        Route("/api/questions/{number:int}", home.question),
        Route("/api/health", search.health),
        Route("/openapi.json", _openapi),
        Route("/files/{name}", _file),
        Mount("/static", StaticFiles(directory=static)),
        *(Route(f"/{start}/{{path:path}}", resources.resource) for start in ("id", "vocab", "graph")),
    ]


async def _openapi(request: Request) -> Response:
    return JSONResponse(document(), media_type="application/vnd.oai.openapi+json;version=3.1")


async def _file(request: Request) -> Response:
    """A file of the build, as it lies on disk."""
    name, options = request.path_params["name"], request.app.state.options
    path = options.graph.with_name(name)
    if name not in FILES or not path.is_file():
        return PlainTextResponse(f"there are {', '.join(FILES)}, as far as they were built\n", 404)
    return FileResponse(path, media_type=FILES[name])
