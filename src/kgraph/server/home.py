"""The first page, the page where queries are written, the picture, and the vocabulary."""

from __future__ import annotations

import re
from functools import cache

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response

from kgraph.errors import KgraphError
from kgraph.exports.ontology_page import page as ontology_page
from kgraph.questions.question import Question
from kgraph.questions.reading import load_questions
from kgraph.server.frame import page, words_of
from kgraph.server.guard import POLICY
from kgraph.server.language import Words
from kgraph.server.markup import Html, element
from kgraph.server.negotiation import chosen
from kgraph.server.search import api_fault, problem
from kgraph.settings import ontology_folder
from kgraph.view.page import json_block

_EDITOR_POLICY = POLICY.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'")
"""The editor places its lines by styles of their own; scripts stay those of files."""

_POLICY = re.compile(r'http-equiv="Content-Security-Policy" content="([^"<>]*)"')


async def home(request: Request) -> Response:
    """What the graph is, how large, and what can be asked."""
    words, about = words_of(request), request.app.state.source.about
    size = [words.say("counts", articles=f"{about['articles']:,}", triples=f"{about['triples']:,}")]
    size += [words.say("days", first=about["first"], last=about["last"])] if about["first"] else []
    asked = [element("li", element("a", title, href=f"/query?lang={words.lang}#{number}")) for number, title in _questions(words)]
    return page(
        request,
        words,
        words.say("title"),
        element("h1", words.say("title")),
        element("p", words.say("about"), class_="lead"),
        element("p", "; ".join(size)),
        element("h2", words.say("questions")),
        element("ol", asked, class_="questions"),
    )


async def query_page(request: Request) -> Response:
    """Where SPARQL is written and its answer read, with the competency questions ready to be asked."""
    words = words_of(request)
    options = [element("option", words.say("choose"), value="")]
    options += [element("option", f"{number}. {title}", value=str(number)) for number, title in _questions(words)]
    data = json_block({"endpoint": "/sparql", "unanswerable": words.say("unanswerable", why="")})
    response = page(
        request,
        words,
        words.say("query"),
        element("h1", words.say("query")),
        element("p", element("label", words.say("questions"), " ", element("select", options, id="questions"))),
        element("p", id="why", role="status"),
        element("div", id="yasgui"),
        element("noscript", element("p", words.say("noscript"))),
        element("script", Html(data), type="application/json", id="setting"),
        element("script", src="/static/yasgui/yasgui.min.js"),
        element("script", src="/static/query.js"),
        head=element("link", rel="stylesheet", href="/static/yasgui/yasgui.min.css"),
    )
    response.headers["Content-Security-Policy"] = _EDITOR_POLICY
    return response


async def questions(request: Request) -> Response:
    """`/api/questions`: the competency questions by number, in both languages."""
    told = [{"number": q.number, "name": q.name, "vi": q.title("vi"), "en": q.title("en")} for q in _loaded()]
    return JSONResponse({"questions": told})


async def question(request: Request) -> Response:
    """`/api/questions/{number}`: the query of one with its parameters set in for this graph, or why it cannot be answered."""
    number = request.path_params["number"]
    if number not in {q.number for q in _loaded()}:
        return problem(404, "no such question")
    try:
        return JSONResponse(await run_in_threadpool(request.app.state.source.question, number))
    except KgraphError as error:
        return api_fault(error)


async def picture(request: Request) -> Response:
    """The interactive view that the build has written, under its own policy."""
    words, path = words_of(request), request.app.state.options.graph.with_name("graph.html")
    try:
        text = await run_in_threadpool(path.read_text, "utf-8")
    except OSError:
        return page(
            request, words, words.say("picture"), element("h1", words.say("picture")), element("p", words.say("no_picture")), status=404
        )
    policy = _POLICY.search(text)
    headers = {"Content-Security-Policy": f"{policy[1].replace('&#x27;', chr(39))}; frame-ancestors 'none'"} if policy else {}
    return Response(text, media_type="text/html", headers=headers)


async def vocabulary(request: Request) -> Response:
    """The ontology, as a page or as Turtle."""
    match chosen(request.headers.get("accept", ""), ("text/html", "text/turtle")):
        case "text/html":
            headers = {"Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'"}
            return Response(await run_in_threadpool(ontology_page, {}), media_type="text/html", headers=headers | {"Vary": "Accept"})
        case "text/turtle":
            text = (ontology_folder() / "kgraph.ttl").read_bytes()
            return Response(text, media_type="text/turtle; charset=utf-8", headers={"Vary": "Accept"})
    return PlainTextResponse("this can be given as text/html, text/turtle\n", 406)


@cache
def _loaded() -> tuple[Question, ...]:
    return load_questions()


def _questions(words: Words) -> list[tuple[int, str]]:
    return [(q.number, q.title(words.lang)) for q in _loaded()]
