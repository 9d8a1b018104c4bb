"""Web Annotation: every statement as an annotation of the words of the article that show it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kgraph import vocab
from kgraph.exports.jsonld import dumped, separated
from kgraph.exports.nodes import Node, Term, read_nodes
from kgraph.exports.quads import Source
from kgraph.store.graph import PREFIXES

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
"""The standard asks for it by name; readers know it and need not fetch it."""

_RDF = PREFIXES["rdf"]


def write_annotations(source: Source, target: Path) -> None:
    """Writes an annotation page, one annotation a line, for every statement that stands in an article.

    The body is the statement (`kg:Statement` with its triple), the target the article, by quote and by position (code points). A quote
    that is withheld is left out, its position stays. Derived statements have no words of their own and are left out.
    Memory does not grow with the graph.
    """
    own = {"kg": vocab.KG, "rdf": _RDF, "confidence": "kg:confidence", "rule": "kg:rule", "quoteWithheld": "kg:quoteWithheld"}
    context = [CONTEXT, own]
    with target.open("w", encoding="utf-8", newline="\n") as file:
        head = {"@context": context, "id": f"{source.base}graph/annotations", "type": "AnnotationPage"}
        file.write(f'{dumped(head)[:-1]}, "items": [')
        file.writelines(separated(dumped(annotation(node)) for node in _stated(source)))
        file.write("\n]}\n")


def annotation(node: Node) -> dict[str, Any]:
    """A statement as an annotation."""
    selectors = list(_selectors(node))
    target: dict[str, Any] = {"type": "SpecificResource", "source": node.first(vocab.IN_ARTICLE)}
    return {
        "id": f"{node.iri}#annotation",
        "type": "Annotation",
        "motivation": "describing",
        "body": _body(node),
        "target": target | ({"selector": selectors} if selectors else {}),
    }


def _stated(source: Source) -> Iterator[Node]:
    return (node for node in read_nodes(source.quads) if node.sort == "statement" and node.first(vocab.IN_ARTICLE))


def _body(node: Node) -> dict[str, Any]:
    body: dict[str, Any] = {"id": node.iri, "type": "kg:Statement"}
    for predicate, value in node.said:
        if predicate in (_RDF + "subject", _RDF + "predicate", _RDF + "object"):
            body["rdf:" + predicate.removeprefix(_RDF)] = _value(value)
    for name, predicate in (("rule", vocab.RULE), ("confidence", vocab.CONFIDENCE)):
        if text := node.first(predicate):
            body[name] = {"@value": text, "@type": vocab.XSD + "decimal"} if name == "confidence" else text
    if node.first(vocab.QUOTE_WITHHELD):
        body["quoteWithheld"] = True
    return body


def _selectors(node: Node) -> Iterator[dict[str, Any]]:
    if quote := node.first(vocab.QUOTE):
        yield {"type": "TextQuoteSelector", "exact": quote}
    if begin := node.first(vocab.BEGIN):
        yield {"type": "TextPositionSelector", "start": int(begin), "end": int(node.first(vocab.END))}


def _value(value: Term) -> dict[str, str]:
    if value.kind == "iri":
        return {"id": value.value}
    language = {"@language": value.language} if value.language else {}
    return {"@value": value.value} | language | ({"@type": value.datatype} if value.datatype else {})
