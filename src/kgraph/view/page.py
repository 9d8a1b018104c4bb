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

from kgraph.analysis.measures import Measures, measure, with_measures
from kgraph.analysis.projection import Network, with_evidence
from kgraph.store.graph import Graph
from kgraph.view.cards import make_cards
from kgraph.view.compact import compact
from kgraph.view.layouts import make_layouts
from kgraph.view.network import make_picture, node_ids
from kgraph.view.rest import rest_of
from kgraph.view.scene import CAP, OVERVIEW, Opening, Scene, focused, read_scene, shown

BUDGET = 1_000_000
"""Edges walked at most for the betweenness of a page (see analysis.measures)."""

LANGUAGES = ("vi", "en")
SCRIPTS = (
    *("compact.js", "data.js", "words.js", "dates.js", "dom.js", "filtering.js"),
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


def make_page(graph: Graph, *, lang: str = "vi", cap: int = CAP, opening: Opening = OVERVIEW) -> str:
    """The page as text, in the given language (`vi` or `en`; the reader can change it).

    Above `cap` nodes a part is shown (see view.excerpt), the page says so, and the names of the rest can be searched.
    """
    scene = read_scene(graph)
    part = shown(scene, opening, cap)
    return page_of(scene, with_evidence(part, graph), lang=lang, opening=opening, rest=rest_of(scene.network, part))


def page_of(
    scene: Scene, part: Network, *, lang: str, opening: Opening, rest: dict[str, Any] | None, pages: dict[str, Any] | None = None
) -> str:
    """The page of a part of a scene, which has its evidence; `pages` names others that lie beside it."""
    measures = measure(part, budget=BUDGET)
    network = with_measures(part, measures)
    layouts, places = make_layouts(network)
    picture = make_picture(network, places)
    words = load_words()
    data = {
        "lang": lang,
        "words": words,
        "about": _about(scene, network, measures),
        "start": {"view": opening.view, "focus": node_ids(network).get(focused(scene, network, opening)), "depth": opening.depth},
        "rest": rest,
        "pages": pages,
        "layouts": layouts,
        "drawing": {"nodes": picture.nodes, "edges": picture.edges, "options": picture.options},
        **make_cards(network, scene.tenures),
    }
    return _filled(data, words["interface"], lang)


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
        data=json_block(compact(data)),
        vis=vis,
        script=script,
    )


def _policy(*, scripts: tuple[str, ...], style: str) -> str:
    allowed = " ".join(hash_source(script) for script in scripts)
    return f"default-src 'none'; script-src {allowed}; style-src {hash_source(style)}; img-src data:; base-uri 'none'; form-action 'none'"


def hash_source(text: str) -> str:
    """What a policy says to allow a block of exactly this text."""
    return "'sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii") + "'"


def _part(name: str) -> str:
    return files("kgraph.view").joinpath("web", name).read_text(encoding="utf-8")


def _vis_network() -> str:
    """vis-network as pyvis carries it, with its licence; without the last line, which would make developer tools ask for a map."""
    text = files("pyvis").joinpath(_VIS).read_text(encoding="utf-8")
    return text.partition("\n//# sourceMappingURL=")[0]


def _about(scene: Scene, network: Network, measures: Measures) -> dict[str, Any]:
    ids = node_ids(network)
    return {
        "articles": scene.articles,
        "from": scene.first,
        "to": scene.last,
        "total": len(scene.network),
        "nodes": measures.nodes,
        "edges": measures.edges,
        "sources": measures.sources,
        "components": len(measures.components),
        "isolated": measures.components.count(1),
        "communities": [
            {"number": c.number, "size": c.size, "label": c.label, "center": ids[c.center]} for c in measures.communities if c.size > 1
        ],
    }
