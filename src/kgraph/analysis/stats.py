"""What a graph holds, counted: the figures behind `kgraph stats` and the box “about this graph” of the page."""

from __future__ import annotations

from dataclasses import dataclass

from kgraph.analysis.entities import local_name
from kgraph.analysis.measures import Community, Measures, measure
from kgraph.analysis.projection import Network, project
from kgraph.analysis.relations import POSITION, RELATIONS
from kgraph.store.graph import Graph


@dataclass(frozen=True, slots=True)
class Count:
    """How often something is there."""

    name: str
    count: int


@dataclass(frozen=True, slots=True)
class Central:
    """A node of high betweenness (0..1, four digits) with its degree."""

    node: str
    label: str
    class_name: str
    betweenness: float
    degree: int


@dataclass(frozen=True, slots=True)
class Stats:
    """Counts of a graph: `classes` and `relations` of all that is stored, the rest of the network between entities.

    `basis` says in words what betweenness was computed over; `first_published` and `last_published` are EDTF dates of articles,
    empty where none is dated.
    """

    quads: int
    articles: int
    first_published: str
    last_published: str
    statements: int
    classes: tuple[Count, ...]
    relations: tuple[Count, ...]
    nodes: int
    edges: int
    components: tuple[int, ...]
    isolated: int
    central: tuple[Central, ...]
    basis: str
    communities: tuple[Community, ...]


_CLASSES = """SELECT ?name (COUNT(DISTINCT ?s) AS ?count) WHERE {
  ?s a ?name . FILTER(STRSTARTS(STR(?name), STR(kg:))) FILTER NOT EXISTS { ?s dcterms:isReplacedBy ?new } } GROUP BY ?name"""
_RELATIONS = f"""SELECT ?name (COUNT(*) AS ?count) WHERE {{
  {{ SELECT DISTINCT ?s ?name ?o WHERE {{
    VALUES ?name {{ {" ".join("kg:" + name for name in (POSITION, *(r.name for r in RELATIONS)))} }} ?s ?name ?o }} }} }} GROUP BY ?name"""
_DATES = "SELECT DISTINCT ?date WHERE { ?a a kg:Article ; kg:publishedEdtf ?date }"


def summarize(graph: Graph, *, top: int = 10) -> Stats:
    """The counts of a graph, with its `top` most central nodes."""
    classes = _counts(graph, _CLASSES)
    by_class = {count.name: count.count for count in classes}
    network = project(graph, evidence=False)
    measures = measure(network)
    first, last = date_range(graph)
    return Stats(
        quads=len(graph),
        articles=by_class.get("Article", 0),
        first_published=first,
        last_published=last,
        statements=by_class.get("Statement", 0),
        classes=classes,
        relations=_counts(graph, _RELATIONS),
        nodes=measures.nodes,
        edges=measures.edges,
        components=measures.components,
        isolated=measures.components.count(1),
        central=most_central(network, measures, top=top),
        basis=basis(measures),
        communities=measures.communities,
    )


def basis(measures: Measures) -> str:
    """What the figures were computed over, in words.

    >>> basis(Measures(3, 2, 3, (), (3,), ()))
    'by betweenness over 3 nodes and 2 edges'
    >>> basis(Measures(90_000, 200_000, 17, (), (), ()))
    'by betweenness over 90000 nodes and 200000 edges, from a sample of 17 nodes'
    """
    words = f"by betweenness over {measures.nodes} nodes and {measures.edges} edges"
    return words if measures.sources >= measures.nodes else f"{words}, from a sample of {measures.sources} nodes"


def most_central(network: Network, measures: Measures, *, top: int) -> tuple[Central, ...]:
    """The `top` nodes by betweenness, then degree, then name; nodes that lie between no others are left out."""
    ranked = sorted((row for row in measures.rows if row.betweenness > 0), key=lambda row: (-row.betweenness, -row.degree, row.node))
    return tuple(
        Central(row.node, network.nodes[row.node]["label"], network.nodes[row.node]["class"], row.betweenness, row.degree)
        for row in ranked[:top]
    )


def date_range(graph: Graph) -> tuple[str, str]:
    """First and last date of publication (EDTF) of dated articles; empty strings where none is dated."""
    dates = sorted(date for row in graph.rows(_DATES) if (date := row["date"])[:4].isdecimal())
    return (dates[0], dates[-1]) if dates else ("", "")


def _counts(graph: Graph, query: str) -> tuple[Count, ...]:
    found = [Count(local_name(row["name"]), int(row["count"])) for row in graph.rows(query) if "name" in row]
    return tuple(sorted(found, key=lambda count: (-count.count, count.name)))
