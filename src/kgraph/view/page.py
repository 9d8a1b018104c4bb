"""The page: one HTML file that opens without a network and runs nothing but its own code."""

from __future__ import annotations

import base64
import hashlib
import json
import tomllib
from html import escape
from importlib.resources import files
from pathlib import Path
from string import Template
from typing import Any

import networkx as nx

from kgraph.analysis.dating import with_days
from kgraph.analysis.measures import Measures, measure, simple, with_measures
from kgraph.analysis.projection import Network, project, with_evidence
from kgraph.analysis.situation import situate, with_situations
from kgraph.analysis.stats import date_range
from kgraph.analysis.tenures import read_tenures
from kgraph.store.graph import Graph
from kgraph.view.cards import make_cards
from kgraph.view.layouts import make_layouts
from kgraph.view.network import make_picture, node_ids

CAP = 1_500
"""Nodes on a page at most; a browser draws so many smoothly."""

LANGUAGES = ("vi", "en")
SCRIPTS = (
    *("data.js", "words.js", "dates.js", "dom.js", "filtering.js"),
    *("overview.js", "chain.js", "circle.js", "year.js", "together.js", "views.js"),
    *("drawing.js", "labels.js", "ground.js", "pointer.js", "walk.js"),
    *("evidence.js", "posts.js", "card.js", "table.js", "search.js", "key.js", "filters.js", "story.js", "address.js", "bar.js", "page.js"),
)
"""The code of the page in the order in which it runs: what is known, the views, the drawing, what is read beside it."""
_VIS = "lib/vis-9.1.2/vis-network.min.js"
_ESCAPES = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026", 0x2028: "\\u2028", 0x2029: "\\u2029"}


def write_page(nquads: Path, target: Path, *, lang: str = "vi") -> None:
    """Writes the page of a build's `graph.nq` to `target`; KgraphError where the graph cannot be read."""
    target.write_text(make_page(Graph.load(nquads), lang=lang), encoding="utf-8", newline="\n")


def make_page(graph: Graph, *, lang: str = "vi", cap: int = CAP) -> str:
    """The page as text, opening in the given language (`vi` or `en`; the reader can change it).

    Above `cap` nodes only those with the most relations are shown, and the page says so.
    """
    whole = project(graph, evidence=False)
    network = with_evidence(most_connected(whole, cap), graph)
    measures = measure(network)
    network = with_days(with_situations(with_measures(network, measures), situate(whole, graph)))
    layouts, places = make_layouts(network)
    picture = make_picture(network, places)
    words = load_words()
    data = {
        "lang": lang,
        "words": words,
        "about": _about(graph, whole, network, measures),
        "drawing": {"nodes": picture.nodes, "edges": picture.edges, "options": picture.options},
        "start": {"view": "levels", "focus": None, "depth": None},
        "layouts": layouts,
        **make_cards(network, read_tenures(graph)),
    }
    return _filled(data, words["interface"], lang)


def most_connected(network: Network, cap: int) -> Network:
    """The network itself, or what is left of it when only the `cap` nodes of highest degree stay (of equal ones the first by name)."""
    if len(network) <= cap:
        return network
    degree = dict(zip(sorted(network), (degree for _, degree in sorted(simple(network).degree)), strict=True))
    smaller: Network = nx.MultiDiGraph()
    for name in sorted(sorted(degree, key=lambda name: (-degree[name], name))[:cap]):
        smaller.add_node(name, **network.nodes[name])
    for source, target, key, data in network.edges(keys=True, data=True):
        if source in smaller and target in smaller:
            smaller.add_edge(source, target, key=key, **data)
    return smaller


def load_words() -> dict[str, Any]:
    """The words of the page by section and name, each in Vietnamese and English."""
    return tomllib.loads(_part("words.toml"))


def json_block(data: Any) -> str:
    """JSON that cannot end or open anything in HTML.

    >>> json_block({"a": "</script><!--&\\u2028"})
    '{"a":"\\\\u003c/script\\\\u003e\\\\u003c!--\\\\u0026\\\\u2028"}'
    """
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPES)


def _filled(data: dict[str, Any], words: dict[str, Any], lang: str) -> str:
    style, script, vis = _part("page.css"), '"use strict";\n' + "\n".join(map(_part, SCRIPTS)), _vis_network()
    return Template(_part("page.html")).substitute(
        lang=lang,
        policy=_policy(scripts=(vis, script), style=style),
        title=escape(words["title"][lang]),
        description=escape(words["description"][lang]),
        noscript_vi=escape(words["noscript"]["vi"]),
        noscript_en=escape(words["noscript"]["en"]),
        style=style,
        data=json_block(data),
        vis=vis,
        script=script,
    )


def _policy(*, scripts: tuple[str, ...], style: str) -> str:
    allowed = " ".join(_hash(script) for script in scripts)
    return f"default-src 'none'; script-src {allowed}; style-src {_hash(style)}; img-src data:; base-uri 'none'; form-action 'none'"


def _hash(text: str) -> str:
    return "'sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii") + "'"


def _part(name: str) -> str:
    return files("kgraph.view").joinpath("web", name).read_text(encoding="utf-8")


def _vis_network() -> str:
    """vis-network as pyvis carries it, with its licence; without the last line, which would make developer tools ask for a map."""
    text = files("pyvis").joinpath(_VIS).read_text(encoding="utf-8")
    return text.partition("\n//# sourceMappingURL=")[0]


def _about(graph: Graph, whole: Network, network: Network, measures: Measures) -> dict[str, Any]:
    ids = node_ids(network)
    first, last = date_range(graph)
    return {
        "articles": next((int(row["n"]) for row in graph.rows("SELECT (COUNT(DISTINCT ?a) AS ?n) WHERE { ?a a kg:Article }")), 0),
        "from": first,
        "to": last,
        "total": len(whole),
        "nodes": measures.nodes,
        "edges": measures.edges,
        "sources": measures.sources,
        "components": len(measures.components),
        "isolated": measures.components.count(1),
        "communities": [
            {"number": c.number, "size": c.size, "label": c.label, "center": ids[c.center]} for c in measures.communities if c.size > 1
        ],
    }
