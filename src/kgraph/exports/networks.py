"""GraphML and GEXF: the network of entities for Gephi, Cytoscape, yEd, igraph; in GEXF with time."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import networkx as nx
from networkx.readwrite.gexf import GEXFWriter

from kgraph.analysis.entities import FACTS
from kgraph.analysis.projection import project
from kgraph.exports.panels import SEPARATOR
from kgraph.exports.quads import Source
from kgraph.store.graph import Graph

_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_EVENT = "Event"

Attributes = dict[str, str | int]


def write_graphml(source: Source, target: Path) -> None:
    """Writes the network of entities as GraphML: nodes are IRIs with label, class and dates, edges have relation, origin and evidence.

    The graph, its network and the file are held in memory.
    """
    nx.write_graphml(_flat(source), target, prettyprint=True, named_key_ids=True)


def write_gexf(source: Source, target: Path) -> None:
    """Writes the same as GEXF 1.2 with time: an event and what leads to it exist on its days, a document from the day of its issue,
    a position on the days that show it, another relation from the first to the last dated article that states it; what has no date is
    always there.
    """
    network = _flat(source)
    _with_time(network)
    writer = GEXFWriter(encoding="utf-8", prettyprint=True, version="1.2draft")
    writer.add_graph(network)
    for meta in writer.xml.iter("meta"):
        meta.attrib.pop("lastmodifieddate", None)
        meta.text = None
    with target.open("wb") as file:
        writer.write(file)


def legal(text: str) -> str:
    r"""The text with U+FFFD for each character that XML cannot hold.

    >>> legal("a\x00b\tc")
    'a�b\tc'
    """
    return _ILLEGAL.sub("\ufffd", text)


def _flat(source: Source) -> nx.MultiDiGraph[str]:
    """The network with plain texts and numbers only; edges are numbered in the order of source, target and relation."""
    network = project(Graph.load(source.quads))
    flat: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node, data in network.nodes(data=True):
        flat.add_node(legal(node), **_node(data))
    edges = sorted(network.edges(keys=True, data=True), key=lambda edge: edge[:3])
    for number, (start, end, key, data) in enumerate(edges):
        flat.add_edge(legal(start), legal(end), key=f"e{number}", **_edge(key, data))
    return flat


def _node(data: Mapping[str, Any]) -> Attributes:
    values: dict[str, list[str]] = {}
    for said in data["properties"]:
        values.setdefault(said.name, []).append((said.term.vi or said.term.name) if said.term else said.value)
    plain = {name: SEPARATOR.join(values[name]) for name in FACTS if name in values}
    titles = [" ".join(filter(None, (title.role.vi or title.role.name, title.organization_label))) for title in data["titles"]]
    texts = {"label": data["label"], "class": data["class"], "altLabels": SEPARATOR.join(data["altLabels"]), **plain}
    texts |= {"positions": SEPARATOR.join(dict.fromkeys(titles))}
    return {name: legal(text) for name, text in texts.items() if text}


def _edge(relation: str, data: Mapping[str, Any]) -> Attributes:
    evidence = data["evidence"]
    articles = {statement.source.iri: statement.source.published for statement in evidence if statement.source}
    dates = sorted(filter(None, articles.values()))
    quote = next((statement.quote for statement in evidence if statement.quote), "")
    roles = dict.fromkeys(title.role.vi or title.role.name for title in data["titles"])
    texts = {"relation": relation, "label": relation, "roles": SEPARATOR.join(roles), "origin": data["origin"], "quote": quote}
    days = sorted(day for title in data["titles"] for day in title.observed)
    texts |= {"firstObserved": days[0], "lastObserved": days[-1]} if days else {}
    texts |= {"firstPublished": dates[0], "lastPublished": dates[-1]} if dates else {}
    numbers: Attributes = {"statements": len(evidence), "articles": len(articles)}
    return {name: legal(text) for name, text in texts.items() if text} | numbers


def _with_time(network: nx.MultiDiGraph[str]) -> None:
    """Gives `start` and `end` (whole days) to what is dated, and to each edge the name that GEXF asks for."""
    spans = {node: dict(_span(data)) for node, data in network.nodes(data=True)}
    for node, span in spans.items():
        network.nodes[node].update(span)
    for start, end, key, data in network.edges(keys=True, data=True):
        event = next((node for node in (end, start) if network.nodes[node].get("class") == _EVENT), None)
        data |= spans[event] if event else _attested(data)
        data["id"] = key


def _span(data: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for name, value in (("start", data.get("startDate") or data.get("issuedOn")), ("end", data.get("endDate"))):
        days = sorted(_DAY.findall(value)) if value else []
        if days:
            yield name, days[0] if name == "start" else days[-1]


def _attested(data: Mapping[str, Any]) -> dict[str, str]:
    for what in ("Observed", "Published"):
        days = {"start": data.get(f"first{what}", ""), "end": data.get(f"last{what}", "")}
        if all(_DAY.fullmatch(day) for day in days.values()):
            return days
    return {}
