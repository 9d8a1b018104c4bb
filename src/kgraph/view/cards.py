"""What the page says of each node and edge: names, values, titles, and the sentences under them, as plain JSON values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from kgraph.analysis.entities import Property, Term, Title, local_name
from kgraph.analysis.evidence import Source, Statement
from kgraph.analysis.projection import Network
from kgraph.analysis.tenures import Tenure
from kgraph.analysis.when import When
from kgraph.view.marks import pieces
from kgraph.view.network import node_ids

Json = dict[str, Any]

QUOTES = ((500, 8), (2_500, 2))
"""Sentences carried by the page for one fact: eight up to 500 nodes, two up to 2,500, above that one. The graph holds them all; the page
says how many more."""

_PEOPLE = ("Official", "Person")


@dataclass(frozen=True, slots=True)
class _Index:
    """How things are called on the page: ids of nodes, positions of statements; and how many sentences a fact may carry."""

    ids: Mapping[str, str]
    number: Mapping[str, int]
    quotes: int


def make_cards(network: Network, tenures: Mapping[str, Sequence[Tenure]]) -> Json:
    """`articles`, `statements`, `nodes` and `edges` of a network with measures, situations, days and evidence, and with the tenures of its
    people by IRI; they refer to each other by index or id."""
    quotes = next((quotes for most, quotes in QUOTES if len(network) <= most), 1)
    statements = _carried(network, quotes)
    index = _Index(node_ids(network), {statement.iri: i for i, statement in enumerate(statements)}, quotes)
    sources = sorted({s.source for s in statements if s.source}, key=lambda source: source.iri)
    article = {source.iri: i for i, source in enumerate(sources)}
    names = _names(network)
    return {
        "articles": [_article(source) for source in sources],
        "statements": [_statement(statement, article, index.number, names) for statement in statements],
        "nodes": [_node(network.nodes[name], name, tenures.get(name, ()), index) for name in sorted(network)],
        "edges": [_edge(network.edges[edge], edge, f"e{i}", index) for i, edge in enumerate(sorted(network.edges(keys=True)))],
    }


def safe_url(url: str) -> str:
    """The address if it is one of the web, else nothing.

    >>> safe_url("https://example.org/a?b=c"), safe_url("javascript:alert(1)"), safe_url("//x"), safe_url("http://[")
    ('https://example.org/a?b=c', '', '', '')
    """
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return url if parts.scheme in ("http", "https") and parts.netloc else ""


def _carried(network: Network, quotes: int) -> list[Statement]:
    found: dict[str, Statement] = {}
    todo = [statement for evidence in _evidences(network) for statement in evidence[:quotes]]
    while todo:
        statement = todo.pop()
        if statement.iri not in found:
            found[statement.iri] = statement
            todo += statement.rests_on
    return [found[iri] for iri in sorted(found)]


def _evidences(network: Network) -> Iterator[tuple[Statement, ...]]:
    for _, data in network.nodes(data=True):
        yield from (said.evidence for said in (*data["properties"], *data["titles"]))
    for _, _, data in network.edges(data=True):
        yield data["evidence"]


def _names(network: Network) -> Mapping[str, tuple[list[str], list[str]]]:
    """For each node and holding the names to mark in its sentences: those that may be shortened, and people's."""
    names: dict[str, tuple[list[str], list[str]]] = {}
    for iri, data in network.nodes(data=True):
        known = [data["label"], *data["altLabels"], *([data["designation"]] if "designation" in data else [])]
        names[iri] = ([], known) if data["class"] in _PEOPLE else (known, [])
    for _, data in network.nodes(data=True):
        for title in data["titles"]:
            body = names.get(title.organization, ([], []))[0]
            names[title.iri] = ([title.role.vi, *body], [])
    return names


def _article(source: Source) -> Json:
    return {"id": source.id, "title": source.title or source.id, "published": source.published, "url": safe_url(source.url)}


def _statement(
    statement: Statement,
    article: Mapping[str, int],
    number: Mapping[str, int],
    names: Mapping[str, tuple[list[str], list[str]]],
) -> Json:
    subject, predicate, target = statement.triple
    said: Json = {"says": local_name(predicate), "rule": local_name(statement.rule)}
    if statement.source:
        said |= {"article": article[statement.source.iri], "begin": statement.begin, "end": statement.end}
    if statement.quote:
        known = [names.get(subject, ([], [])), names.get(target, ([target], []))]
        said["quote"] = pieces(statement.quote, names=[n for k in known for n in k[0]], whole=[n for k in known for n in k[1]])
    if statement.withheld:
        said["withheld"] = True
    if statement.confidence is not None:
        said["confidence"] = round(statement.confidence, 2)
    if review := statement.review:
        said["review"] = [review.by, review.on, _label(review.before, names), review.note, review.source]
    if statement.rests_on:
        said["restsOn"] = [number[ground.iri] for ground in statement.rests_on]
    return said


def _label(iri: str, names: Mapping[str, tuple[list[str], list[str]]]) -> str:
    """What a node is called; a value, or a node that is not drawn, is what it is."""
    return next((name for known in names.get(iri, ()) for name in known), iri)


def _node(data: Mapping[str, Any], name: str, tenures: Sequence[Tenure], index: _Index) -> Json:
    said: Json = {
        "id": index.ids[name],
        "key": name.partition("/id/")[2] or name,
        "class": data["class"],
        "label": data["label"],
        "alt": list(data["altLabels"]),
        "properties": [_property(said, index) for said in data["properties"]],
        "titles": [_title(title, index) for title in data["titles"]],
        "degree": data["degree"],
        "betweenness": data["betweenness"],
        "community": data["community"],
        "level": data["level"] or None,
        "when": _when(data["when"]),
        "place": next((index.ids[unit] for unit in data["units"] if unit in index.ids), None),
    }
    if tenures:
        titles = {title.iri: title for title in data["titles"]}
        said["tenures"] = [_tenure(tenure, [titles[iri] for iri in tenure.holdings if iri in titles], index) for tenure in tenures]
    return said


def _edge(data: Mapping[str, Any], edge: tuple[str, str, str], edge_id: str, index: _Index) -> Json:
    source, target, relation = edge
    drawn = {"id": edge_id, "from": index.ids[source], "to": index.ids[target], "relation": relation, "origin": data["origin"]}
    grounds = [ground for statement in data["evidence"] for ground in _grounds(statement)]
    figures = {
        "when": _when(data["when"]),
        "confidence": max((round(sure, 2) for statement in data["evidence"] if (sure := _confidence(statement)) is not None), default=None),
        "sources": len({ground.source.iri for ground in grounds if ground.source}),
    }
    return drawn | figures | _evidence(data["evidence"], index)


def _grounds(statement: Statement) -> Iterator[Statement]:
    """The statements of articles on which one rests, itself if it is such."""
    if statement.source:
        yield statement
    for ground in statement.rests_on:
        yield from _grounds(ground)


def _confidence(statement: Statement) -> float | None:
    """Its own, or that of the weakest ground of what was derived."""
    if statement.confidence is not None:
        return statement.confidence
    return min((sure for ground in statement.rests_on if (sure := _confidence(ground)) is not None), default=None)


def _when(when: When) -> list[str] | None:
    return [when.first, when.last] if when.first else None


def _tenure(tenure: Tenure, titles: Sequence[Title], index: _Index) -> Json:
    """A stretch of a post; its role and body in words as the holdings on which it rests have them."""
    role = titles[0].role if titles else Term(local_name(tenure.role))
    label = titles[0].organization_label if titles else ""
    evidence = [statement for title in titles for statement in title.evidence]
    days = (
        ("from", tenure.attested_from),
        ("to", tenure.attested_to),
        ("takenUp", tenure.taken_up),
        ("left", tenure.left or tenure.over_by),
    )
    body = {"body": index.ids[tenure.body]} if tenure.body in index.ids else {"bodyLabel": label}
    return {"role": _term(role)} | body | {name: day or None for name, day in days} | _evidence(evidence, index)


def _property(said: Property, index: _Index) -> Json:
    value: Json = {"term": _term(said.term)} if said.term else {"value": said.value}
    return {"name": said.name} | value | _evidence(said.evidence, index)


def _title(title: Title, index: _Index) -> Json:
    shown = title.organization in index.ids
    body = {"body": index.ids[title.organization]} if shown else {"bodyLabel": title.organization_label}
    said: Json = {"role": _term(title.role), "status": title.status, "observed": list(title.observed)}
    told = {name: edtf for name, edtf in (("since", title.since), ("until", title.until)) if edtf}
    return said | told | body | _evidence(title.evidence, index)


def _term(term: Term) -> Json:
    return {"name": term.name, "vi": term.vi, "en": term.en}


def _evidence(statements: Sequence[Statement], index: _Index) -> Json:
    more = len(statements) - index.quotes
    return {"evidence": [index.number[statement.iri] for statement in statements[: index.quotes]]} | ({"more": more} if more > 0 else {})
