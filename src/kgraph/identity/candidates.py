"""What stays open between nodes, as quads: each candidate with a statement of what speaks for it and how sure that is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kgraph import vocab
from kgraph.identity.decision import Maybe
from kgraph.terms import RDF, Names, of_type, plain


def candidate_quads(open_ones: Iterable[Maybe], names: Names) -> Iterator[str]:
    """That a node of an article may be another one, in the article's graph, in no order.

    The statement has no quotation: it rests on all that the article and others say. Its name is a hash of its content.
    """
    for maybe in open_ones:
        graph, subject, value = names.article(maybe.named.article), names.of(maybe.named.key), names.of(maybe.candidate)
        node = names.hashed("statement", graph, subject, vocab.MAY_BE, value, maybe.basis)
        for triple in (
            f"{subject} <{vocab.MAY_BE}> {value}",
            f"{node} <{RDF}type> <{vocab.STATEMENT}>",
            f"{node} <{RDF}subject> {subject}",
            f"{node} <{RDF}predicate> <{vocab.MAY_BE}>",
            f"{node} <{RDF}object> {value}",
            f"{node} <{vocab.IN_ARTICLE}> {graph}",
            f"{node} <{vocab.RULE}> {plain(maybe.basis)}",
            f"{node} <{vocab.CONFIDENCE}> {of_type(str(float(maybe.confidence)), 'decimal')}",
        ):
            yield f"{triple} {graph} ."
