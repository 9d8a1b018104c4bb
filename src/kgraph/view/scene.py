"""What a page is made of: a graph as a network whose things have their level, unit and days, and the stories that it tells."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from kgraph.analysis.dating import with_days
from kgraph.analysis.projection import Network, project
from kgraph.analysis.situation import situate, with_situations
from kgraph.analysis.stats import date_range
from kgraph.analysis.tenures import Tenure, read_tenures
from kgraph.store.graph import Graph
from kgraph.view.excerpt import Stories, around, excerpt, read_stories

CAP = 1_500
"""Nodes on a page at most; a browser draws so many smoothly."""

NEAR = 2
"""Steps around a thing that are shown where none are asked for."""

View = Literal["levels", "communities", "time", "chain", "circle", "year", "together"]


@dataclass(frozen=True, slots=True)
class Opening:
    """What a page opens on: a view, the IRI of a thing (empty: what suits the view), and how many steps around it are shown."""

    view: View = "levels"
    focus: str = ""
    depth: int | None = None


OVERVIEW = Opening()


@dataclass(frozen=True, slots=True)
class Scene:
    """A graph read once for any number of pages; `articles` counts, `first` and `last` are EDTF dates of articles, empty where none
    is dated."""

    graph: Graph
    network: Network
    stories: Stories
    tenures: Mapping[str, tuple[Tenure, ...]]
    articles: int
    first: str
    last: str


def read_scene(graph: Graph) -> Scene:
    """The scene of a graph, without evidence: that is read for what is shown."""
    network = project(graph, evidence=False)
    situations = situate(network, graph)
    counted = graph.rows("SELECT (COUNT(DISTINCT ?a) AS ?n) WHERE { ?a a kg:Article }")
    return Scene(
        graph,
        with_days(with_situations(network, situations)),
        read_stories(network, situations),
        read_tenures(graph),
        next((int(row["n"]) for row in counted), 0),
        *date_range(graph),
    )


def shown(scene: Scene, opening: Opening, cap: int) -> Network:
    """What a page shows of a scene: what is around its focus, or what the graph tells best."""
    network = scene.network
    if opening.focus and (opening.depth is not None or len(network) > cap):
        return around(network, opening.focus, NEAR if opening.depth is None else opening.depth, cap)
    return excerpt(network, scene.stories, cap)


def focused(scene: Scene, network: Network, opening: Opening) -> str:
    """The IRI of the thing that a page opens on: the one asked for, else the strongest chain, the person with most ties, the busiest
    district or other unit; empty where the view needs none or the network has none."""
    if opening.focus:
        return opening.focus
    match opening.view:
        case "chain":
            return next((story[0] for story in scene.stories.chains if story[0] in network), "")
        case "circle":
            people = [name for name in network if network.nodes[name]["class"] in ("Official", "Person")]
            return min(people, key=lambda name: (-network.degree(name), name), default="")
        case "year":
            units = [story[0] for story in scene.stories.places if story[0] in network]
            return min(units, key=lambda unit: (network.nodes[unit]["level"] != "district", units.index(unit)), default="")
        case _:
            return ""
