"""What identity decided, as quads: printings of one text, what a node may be, and what hangs together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from kgraph import vocab
from kgraph.identity.candidates import candidate_quads
from kgraph.identity.decision import Link, Maybe, Named
from kgraph.identity.printing import Printing
from kgraph.identity.standing import Standing
from kgraph.terms import RDF, RDFS, Names, plain, vietnamese
from kgraph.text import ascii_label


def reprint_quads(groups: Iterable[Sequence[Printing]], names: Names) -> Iterator[str]:
    """That each further printing is a reprint of the first, in its own graph."""
    for first, *others in groups:
        for other in others:
            graph = names.article(other.id)
            yield f"{graph} <{vocab.REPRINT_OF}> {names.article(first.id)} {graph} ."


def maybe_quads(maybes: Iterable[Maybe], standing: Standing, names: Names) -> Iterator[str]:
    """What a node may be, under the names that stand, each once; a candidate that proved to be the node itself is none."""
    stands = {named.key: key for named, key in standing.moved.items() if named.key not in standing.several}
    told = {
        replace(maybe, named=Named(maybe.named.article, standing.key(maybe.named)), candidate=stands.get(maybe.candidate, maybe.candidate))
        for maybe in maybes
    }
    yield from candidate_quads((maybe for maybe in sorted(told) if maybe.named.key != maybe.candidate), names)


def link_quads(links: Iterable[Link], standing: Standing, names: Names) -> Iterator[str]:
    """What hangs together, in the derived graph, with the name and kind of what no article need name."""
    for link in links:
        subject, value = names.of(standing.key(Named(link.article, link.subject))), names.of(link.object)
        triples = [f"{subject} <{vocab.KG}{link.predicate}> {value}"]
        if link.label:
            triples += (
                f"{value} <{RDF}type> <{vocab.CAMPAIGN}>",
                f"{value} <{RDFS}label> {vietnamese(link.label)}",
                f"{value} <{vocab.ASCII_LABEL}> {plain(ascii_label(link.label))}",
                f"{value} <{vocab.KIND}> {names.concept('campaign-kind', link.kind)}",
            )
        yield from (f"{triple} {names.derived} ." for triple in triples)
