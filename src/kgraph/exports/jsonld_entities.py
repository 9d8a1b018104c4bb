"""JSON-LD framed by entity: under each person, body, place, document, campaign and event its positions and its evidence."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from kgraph.exports.jsonld import Context, dumped, separated
from kgraph.exports.nodes import LABEL, Node, read_nodes
from kgraph.exports.quads import Source
from kgraph.sorting import Sorter
from kgraph.store.graph import PREFIXES

_OWNER = {"statement": PREFIXES["rdf"] + "subject", "position": PREFIXES["org"] + "member", "tenure": PREFIXES["org"] + "member"}
_UNDER = {"statement": "evidence", "position": "membership", "tenure": "membership"}
_REVERSED = {"evidence": {"@reverse": "rdf:subject"}, "membership": {"@reverse": "org:member"}}


def write_jsonld_entities(source: Source, target: Path) -> None:
    """Writes the union of the graphs as a JSON-LD tree for each entity, one a line; articles, concepts and the rest follow likewise.

    `evidence` holds the statements of which the entity is the subject, `membership` the positions and tenures of a person; what a
    relation leads to stands with its label. The labels of all entities are held in memory, about 300 bytes each.
    """
    labels = {node.iri: _label(node) for node in read_nodes(source.quads) if node.sort == "entity"}
    context, plain = Context(source.base, labels), Context(source.base)
    sorter = Sorter(source.work("framed"))
    sorter.add(_rows(source.quads, context, plain, labels))
    with target.open("w", encoding="utf-8", newline="\n") as file:
        file.write(f'{{"@context": {dumped(context.document(**_REVERSED))},\n"@graph": [')
        file.writelines(separated(_trees(sorter)))
        file.write("\n]}\n")


def _rows(quads: Path, context: Context, plain: Context, labels: dict[str, str]) -> Iterator[str]:
    """Each node as `entity or not, owner, where it stands there, JSON`, entities before the rest."""
    for node in read_nodes(quads):
        owner, place = _owner(node, labels)
        hidden = (_OWNER[node.sort], owner) if place else ("", "")
        tree = (context if owner in labels else plain).node(node.iri, (pair for pair in node.said if (pair[0], pair[1].value) != hidden))
        yield "\t".join(("0" if owner in labels else "1", owner, place, dumped(tree)))


def _label(node: Node) -> str:
    """Its first Vietnamese label, empty where there is none."""
    return min((value.value for name, value in node.said if name == LABEL and value.language == "vi"), default="")


def _owner(node: Node, labels: dict[str, str]) -> tuple[str, str]:
    if node.sort in _OWNER:
        owner = node.first(_OWNER[node.sort])
        if owner in labels:
            return owner, _UNDER[node.sort]
    return node.iri, ""


def _trees(sorter: Sorter) -> Iterator[str]:
    rows = (line.split("\t", 3) for line in sorter.lines())
    for _, group in groupby(rows, key=lambda row: row[:2]):
        whole = ""
        for place, parts in groupby(group, key=lambda row: row[2]):
            texts = [row[3] for row in parts]
            whole = texts[0] if not place else f'{whole[:-1]}, "{place}": [{", ".join(texts)}]}}'
        yield whole
