"""Two ways into a server: SPARQL 1.1 Graph Store Protocol, and SPARQL 1.1 Update. Both replace a graph as a whole."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal, Protocol
from urllib.parse import quote, urlencode

from kgraph.publish.sending import Sender

Way = Literal["gsp", "update"]
Lines = Sequence[str]
"""Triples as lines of N-Triples, without line ends."""


class Target(Protocol):
    """A server that holds named graphs."""

    def replace(self, graph: str, parts: Iterable[Lines]) -> None:
        """Makes the graph hold these triples and no others, however far an earlier try has come."""

    def drop(self, graph: str) -> None:
        """Makes the graph be gone, whether it was there or not."""


class GraphStore:
    """`?graph=IRI`: PUT for the first part, POST for the others, DELETE."""

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def replace(self, graph: str, parts: Iterable[Lines]) -> None:
        """See Target."""
        for number, lines in enumerate(parts):
            body = "".join(f"{line}\n" for line in lines).encode("utf-8")
            # N-Triples is Turtle too, and every server knows that name.
            self._sender.send("POST" if number else "PUT", self._address(graph), body, media="text/turtle")

    def drop(self, graph: str) -> None:
        """See Target."""
        self._sender.send("DELETE", self._address(graph), missing=True)

    def _address(self, graph: str) -> str:
        mark = "&" if "?" in self._sender.address else "?"
        return f"{self._sender.address}{mark}graph={quote(graph, safe='')}"


class UpdateEndpoint:
    """DROP SILENT GRAPH and INSERT DATA, as a form: what every server takes."""

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def replace(self, graph: str, parts: Iterable[Lines]) -> None:
        """See Target."""
        for number, lines in enumerate(parts):
            start = "" if number else f"DROP SILENT GRAPH <{graph}> ;\n"
            self._update(f"{start}INSERT DATA {{ GRAPH <{graph}> {{\n{chr(10).join(lines)}\n}} }}")

    def drop(self, graph: str) -> None:
        """See Target."""
        self._update(f"DROP SILENT GRAPH <{graph}>")

    def _update(self, text: str) -> None:
        body = urlencode({"update": text}).encode("ascii")
        self._sender.send("POST", self._sender.address, body, media="application/x-www-form-urlencoded")


def target(sender: Sender, way: Way) -> Target:
    """The way into a server that was chosen."""
    return GraphStore(sender) if way == "gsp" else UpdateEndpoint(sender)
