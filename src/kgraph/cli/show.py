"""`kgraph show`: everything the graph says of one thing, with the sentences that show it."""

from __future__ import annotations

from typing import Annotated

import typer

from kgraph.cli.arguments import GRAPH, GraphFile
from kgraph.cli.messages import message
from kgraph.cli.terminal import say, text, write_page
from kgraph.errors import NothingMatched

_MOST = 5


def show(
    ctx: typer.Context,
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="A name, with or without accents; a document's number; an IRI.", show_default=False)
    ],
    graph: GraphFile = GRAPH,
) -> None:
    """Show what the graph says of a person, body, place, document, campaign or event, each fact with its sentences.

    A name that fits exactly is taken before one that only begins so, and that before one that only holds it. Namesakes are all shown;
    where the name fits more than five things, they are listed. Exit code 1 if it fits nothing.
    """
    from kgraph.analysis.description import describe
    from kgraph.analysis.entities import read_classes, read_entities
    from kgraph.analysis.finding import find
    from kgraph.cli.description import Words, headline, page
    from kgraph.store.graph import Graph
    from kgraph.store.labels import term_labels

    loaded = Graph.load(graph)
    entities = read_entities(loaded, read_classes(loaded))
    found = find(entities.values(), name)
    if not found:
        raise NothingMatched(message(ctx.obj, "show.nothing", name=name), mend=message(ctx.obj, "show.mend"))
    words = Words(ctx.obj, term_labels(ctx.obj), {iri: entity.label for iri, entity in entities.items()})
    if len(found) > _MOST:
        say(ctx, "show.many", count=len(found))
        write_page(*(line for entity in found for line in headline(entity, words)))
        return
    for entity in found:
        write_page(*page(describe(loaded, entity.iri, entities=entities), words), text(""))
