"""What a keeper's workers can do with a store of their own: answer a query, tell the triples of a graph or of a thing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

import pyoxigraph as ox

from kgraph.store.asking import QUERY
from kgraph.store.dataset import Dataset
from kgraph.store.graph import PREFIXES
from kgraph.store.keeper import Message, Service, Update
from kgraph.store.worker import messages

TRIPLES, ABOUT = "triples", "about"
"""Services that tell triples: of a named graph or the merge of all; of what is said of a thing and where it is named."""

_PARTS = tuple(ox.NamedNode(PREFIXES["rdf"] + name) for name in ("subject", "object"))


def store_services(store: ox.Store, *, union: bool = False) -> dict[str, Service]:
    """The services by name. With `union` a query sees all named graphs as one: a store that is written to has no merge made at load."""

    def query(text: str, rows: int, skip: int, default: list[str], named: list[str], base: str | None) -> Iterator[Message]:
        dataset = Dataset(tuple(default), tuple(named)).as_options() or {"use_default_graph_as_union": union}
        return messages(store, text, rows=rows, skip=skip, dataset=dataset | {"base_iri": base})

    def triples(graph: str | None, rows: int) -> Iterator[Message]:
        name = ox.NamedNode(graph) if graph else ox.DefaultGraph()
        if graph and not store.contains_named_graph(ox.NamedNode(graph)):
            yield {"fault": "nothing", "message": graph}
            return
        yield from _told(store.quads_for_pattern(None, None, None, name), rows)

    def about(iri: str, rows: int) -> Iterator[Message]:
        return _told(_about(store, ox.NamedNode(iri)), rows)

    return {QUERY: query, TRIPLES: triples, ABOUT: about}


def store_update(store: ox.Store) -> Update:
    """What changes the store."""

    def update(text: str, default: list[str], named: list[str], base: str | None) -> None:
        store.update(text, base_iri=base, prefixes=PREFIXES)

    return update


def _about(store: ox.Store, thing: ox.NamedNode) -> Iterator[ox.Quad]:
    """All triples of a thing and to it, and its statements whole."""
    everywhere = ox.DefaultGraph()
    yield from store.quads_for_pattern(thing, None, None, everywhere)
    for quad in store.quads_for_pattern(None, None, thing, everywhere):
        if quad.predicate in _PARTS:
            yield from store.quads_for_pattern(quad.subject, None, None, everywhere)
        else:
            yield quad


def _told(quads: Iterable[ox.Quad], rows: int) -> Iterator[Message]:
    coming = iter(quads)
    yield {"head": "graph"}
    told = 0
    for quad in islice(coming, rows):
        yield {"triple": f"{quad.triple} ."}
        told += 1
    yield {"tail": told, "truncated": next(coming, None) is not None}
