"""What programs can ask of the server, as OpenAPI 3.1."""

from __future__ import annotations

from typing import Any

from kgraph.server.answers import GRAPHS, ROWS
from kgraph.server.search import FARTHEST, LONGEST, MOST, PAGE
from kgraph.settings import VERSION

Json = dict[str, Any]


def document() -> Json:
    """The document.

    >>> sorted(document()["paths"])[:3]
    ['/api/health', '/api/questions', '/api/questions/{number}']
    """
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "kgraph",
            "version": VERSION,
            "description": "A knowledge graph of campaigns, directives and officials, with the sentence under every fact.",
            "license": {"name": "CC BY 4.0 (the graph; quotations belong to their publishers)", "identifier": "CC-BY-4.0"},
        },
        "paths": {
            "/api/search": {"get": _search()},
            "/api/thing": {"get": _thing()},
            "/api/questions": {"get": _get("questions", "The competency questions.", _array("questions", _QUESTION))},
            "/api/questions/{number}": {"get": _question()},
            "/api/health": {"get": _get("health", "That the server answers, and how large its graph is.", _HEALTH)},
            "/sparql": {"get": _query(), "post": _post()},
            "/graphs": {"get": _graphs()},
        },
        "components": {"schemas": {"Problem": _PROBLEM, "Hit": _HIT}},
    }


_TEXT: Json = {"type": "string"}
_COUNT: Json = {"type": "integer", "minimum": 0}
_PROBLEM = {"type": "object", "required": ["status", "detail"], "properties": {"status": {"type": "integer"}, "detail": _TEXT}}
_HIT = {
    "type": "object",
    "required": ["iri", "label", "class", "kind", "day", "path"],
    "properties": {**dict.fromkeys(("iri", "label", "class", "kind", "day"), _TEXT), "path": {"type": ["string", "null"]}},
}
_QUESTION = {
    "type": "object",
    "required": ["number", "vi", "en"],
    "properties": {"number": _COUNT, "name": _TEXT, "vi": _TEXT, "en": _TEXT},
}
_HEALTH = {
    "type": "object",
    "required": ["status", "quads"],
    "properties": {"status": {"const": "ok"}, "quads": _COUNT, "triples": _COUNT, "articles": _COUNT},
}
_WHY = {"type": ["object", "null"], "properties": {"vi": _TEXT, "en": _TEXT}}


def _get(name: str, says: str, schema: Json, *parameters: Json, problems: tuple[int, ...] = (503,)) -> Json:
    answers: Json = {"200": {"description": says, "content": {"application/json": {"schema": schema}}}}
    answers |= {str(status): _problem(status) for status in problems}
    return {"operationId": name, "summary": says, "parameters": list(parameters), "responses": answers}


def _search() -> Json:
    schema = {**_array("results", {"$ref": "#/components/schemas/Hit"}), "required": ["count", "results"]}
    schema["properties"]["count"] = _COUNT
    return _get(
        "search",
        "Things by name, accents optional.",
        schema,
        _field("q", {"type": "string", "minLength": 1, "maxLength": LONGEST, "pattern": r"\S"}, required=True),
        _field("class", _TEXT),
        _field("limit", {"type": "integer", "minimum": 1, "maximum": MOST, "default": PAGE}),
        _field("offset", {"type": "integer", "minimum": 0, "maximum": FARTHEST, "default": 0}),
        problems=(422, 503),
    )


def _thing() -> Json:
    schema = {"type": "object", "required": ["iri", "label", "groups", "articles"], "properties": {"iri": _TEXT, "label": _TEXT}}
    name = _field("iri", {"type": "string", "minLength": 1, "maxLength": 2_000}, required=True)
    return _get("thing", "A thing with its facts and their sentences.", schema, name, problems=(404, 422, 503))


def _question() -> Json:
    schema = {**_QUESTION, "properties": {**_QUESTION["properties"], "query": _TEXT, "why": _WHY}}  # type: ignore[dict-item]
    number = _field("number", {"type": "integer", "minimum": 0}, where="path", required=True)
    return _get("question", "A question as SPARQL, ready for this graph.", schema, number, problems=(404, 422, 503))


def _query() -> Json:
    query = _field("query", {"type": "string", "maxLength": 16_384})
    return {"operationId": "query", "summary": "SPARQL 1.1 Protocol, query.", "parameters": [query, *_dataset()], "responses": _answers()}


def _post() -> Json:
    form = {"type": "object", "required": ["query"], "properties": {"query": _TEXT}}
    content = {"application/sparql-query": {"schema": _TEXT}, "application/x-www-form-urlencoded": {"schema": form}}
    body = {"required": True, "content": content}
    return {
        "operationId": "queryByPost",
        "summary": "The same by POST.",
        "parameters": _dataset(),
        "requestBody": body,
        "responses": _answers() | {"415": _plain("Another type of body.")},
    }


def _graphs() -> Json:
    answers = {"200": {"description": "The triples of one graph.", "content": {kind: {} for kind in GRAPHS}}}
    answers |= {"400": _plain("Not one graph."), "404": _plain("No such graph."), "413": _plain("Too large."), "503": _plain("Busy.")}
    default = _field("default", {"type": "string", "maxLength": 0}) | {"allowEmptyValue": True}
    return {
        "operationId": "graph",
        "summary": "SPARQL 1.1 Graph Store Protocol, reading.",
        "parameters": [_field("graph", _TEXT), default],
        "responses": answers | {"406": _plain("No form that the client takes.")},
    }


def _dataset() -> list[Json]:
    return [_field(name, {"type": "array", "items": _TEXT}) for name in ("default-graph-uri", "named-graph-uri")]


def _answers() -> Json:
    forms: Json = {kind: {} for kind in (*ROWS, *GRAPHS)}
    return {
        "200": {"description": "Rows, a truth or triples; the header Kgraph-Truncated is there where there are more.", "content": forms},
        "303": {"description": "To the page where queries are written."},
        "400": _plain("Not a query that may be asked."),
        "406": _plain("No form that the client takes."),
        "413": _plain("A query that is too large or too deep."),
        "503": _plain("A limit was met, or all workers are taken."),
    }


def _field(name: str, schema: Json, *, where: str = "query", required: bool = False) -> Json:
    return {"name": name, "in": where, "required": required, "schema": schema}


def _array(name: str, items: Json) -> Json:
    return {"type": "object", "required": [name], "properties": {name: {"type": "array", "items": items}}}


def _problem(status: int) -> Json:
    says = {404: "Nothing of that name.", 422: "A parameter is not as it should be.", 503: "All workers are taken."}[status]
    return {"description": says, "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}}


def _plain(says: str) -> Json:
    return {"description": says, "content": {"text/plain": {"schema": _TEXT}}}
