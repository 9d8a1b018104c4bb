"""Which node a mention is tied to, as README.md defines it: by its words in the graph of its article, or by evidence that covers it."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from kgraph.settings import BASE
from kgraph.store.graph import Graph
from kgraph.text import fold

CLASSES = {"person": "Official", "document": "Directive", "event": "Event", "campaign": "Campaign", "organization": "Organization"}


class Mention(NamedTuple):
    """An article, the offset of the words in it, and the cluster they mean."""

    article: str
    begin: int
    cluster: str


class Tied(NamedTuple):
    """The cluster of every mention, and the node of those that were found."""

    truth: Mapping[Mention, str]
    found: Mapping[Mention, str]


def tie(graph: Graph, kind: str, mentions: Iterable[tuple[str, int, str, str]]) -> Tied:
    """The node of each mention of a kind, after identity has been decided."""
    standing = {row["old"]: row["new"] for row in graph.rows("SELECT ?old ?new { ?old dcterms:isReplacedBy ?new }")}
    articles = _Articles(graph, CLASSES[kind])
    truth: dict[Mention, str] = {}
    found: dict[Mention, str] = {}
    for article, begin, text, cluster in mentions:
        mention = Mention(article, begin, cluster)
        truth[mention] = cluster
        if node := articles.node(article, begin, fold(unicodedata.normalize("NFC", text)), kind):
            found[mention] = standing.get(node, node)
    return Tied(truth, found)


class _Articles:
    """The nodes of a class in each article, with what they are called and where their evidence stands."""

    def __init__(self, graph: Graph, name: str) -> None:
        self._graph, self._class = graph, name
        self._spans: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
        rows = graph.rows(
            f"SELECT ?node ?article ?begin ?end {{ ?st kg:inArticle ?article ; kg:begin ?begin ; kg:end ?end ."
            f" {{ ?st rdf:subject ?node }} UNION {{ ?st rdf:object ?node }} ?node a kg:{name} }}"
        )
        for row in rows:
            self._spans[row["article"].rpartition("/")[2]].append((int(row["begin"]), int(row["end"]), row["node"]))

    def node(self, article: str, begin: int, text: str, kind: str) -> str | None:
        """The node that a mention is tied to, if any: the same words, then the longest common text, then the narrowest evidence."""
        called = self._called(article)
        covering = {
            node: end - first for first, end, node in sorted(self._spans[article], reverse=True) if first <= begin < end and node in called
        }
        same = sorted(node for node, names in called.items() if text in names)
        if same:
            return min(same, key=lambda node: (node not in covering, covering.get(node, 0), node))
        near = {node: [n for n in names if n in text or (kind != "person" and text in n)] for node, names in called.items()}
        if kind == "event" and covering:
            return min(covering, key=lambda node: (covering[node], node))
        alike = sorted(node for node, names in near.items() if names)
        if alike:
            return max(alike, key=lambda node: (max(map(len, near[node])), node in covering, -covering.get(node, 0), node))
        return min(covering, key=lambda node: (covering[node], node)) if covering else None

    def _called(self, article: str) -> dict[str, set[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        naming = "{ ?node rdfs:label ?name } UNION { ?node skos:altLabel ?name } UNION { ?node kg:designation ?name }"
        for row in self._graph.rows(f"SELECT ?node ?name {{ ?node a kg:{self._class} . {naming} }}", graph=f"{BASE}id/article/{article}"):
            found[row["node"]].add(fold(row["name"]))
        return found
