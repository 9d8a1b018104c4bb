"""The graph as the server sees it: every question goes to a worker, none is answered in the process that speaks HTTP."""

from __future__ import annotations

import threading
from collections.abc import Generator
from dataclasses import dataclass
from typing import Any

from kgraph.errors import NothingMatched, Refused
from kgraph.server.options import Options
from kgraph.store.asking import ask, change
from kgraph.store.crew import Crew, Keeper
from kgraph.store.dataset import Dataset
from kgraph.store.query import Head, Limits, Part, Tail, Triple
from kgraph.store.services import ABOUT, TRIPLES

_WAITING, _BESIDE = 64, 15.0
"""Pages that may wait for a worker; seconds that a request may have waited for one, and more, before its time began."""

_PAGE = Limits(seconds=10, rows=10_000)
_MOST_TRIPLES = 1_000_000


@dataclass(frozen=True, slots=True)
class _Opened:
    """A loaded graph: its keeper, and its workers."""

    keeper: Keeper
    queries: Crew
    pages: Crew


class Source:
    """A graph behind its workers: some for queries of users, some for pages, so that neither waits for the other."""

    def __init__(self, options: Options) -> None:
        self._options = options
        self._limits = Limits(options.seconds, options.memory, options.rows)
        self._opened: list[_Opened] = []

    def open(self) -> None:
        """Loads the graph; KgraphError where it cannot be read, and then one that was open before stays so.

        Requests that are at work go on with the graph they began with, and it is closed when their time is over.
        """
        writable = ("--writable",) if self._options.token else ()
        keeper = Keeper("kgraph.server.keeper", (str(self._options.graph), *writable))
        keeper.start()
        size = self._options.workers
        self._opened.append(
            _Opened(keeper, Crew(keeper, size=size, waiting=self._options.waiting), Crew(keeper, size=size, waiting=_WAITING))
        )
        for before in self._opened[:-1]:
            later = threading.Timer(self._limits.seconds + _BESIDE, before.keeper.close)
            later.daemon = True
            later.start()

    def close(self) -> None:
        """Ends all workers, also those at work."""
        for opened in self._opened:
            opened.keeper.close()

    @property
    def _now(self) -> _Opened:
        """The graph that was opened last."""
        return self._opened[-1]

    @property
    def about(self) -> dict[str, Any]:
        """Counts of the graph: quads, triples, subjects, classes, properties, articles, first and last day, and the base of its names."""
        return self._now.keeper.about

    @property
    def base(self) -> str:
        """The start of the names of this build."""
        return str(self.about["base"])

    def query(self, text: str, *, dataset: Dataset, base: str) -> Generator[Part, None, None]:
        """The answer to a user's query; Refused and LimitReached at once for one that is not allowed."""
        return ask(self._now.queries, text, self._limits, dataset=dataset, base=base)

    def update(self, text: str, *, dataset: Dataset, base: str) -> None:
        """Changes the graph; Refused where that is no update."""
        now = self._now
        with now.pages.paused():
            change(now.queries, text, self._limits, dataset=dataset, base=base)

    def look(self, iri: str) -> dict[str, Any] | None:
        """One thing with what lies next to it, as `kgraph.analysis.looking.look` tells it; none where nothing is said of it."""
        return self._value("look", {"iri": iri})  # type: ignore[no-any-return]

    def search(self, text: str, *, class_name: str = "", limit: int = 20, offset: int = 0) -> dict[str, Any]:
        """How many things bear a name, and some of them, as `kgraph.analysis.searching.Index.search` finds them."""
        arguments = {"text": text, "class_name": class_name, "limit": limit, "offset": offset}
        return self._value("search", arguments)  # type: ignore[no-any-return]

    def question(self, number: int) -> dict[str, Any]:
        """The query of a competency question with its parameters set in, or why this graph cannot answer it."""
        return self._value("question", {"number": number})  # type: ignore[no-any-return]

    def triples_about(self, iri: str) -> Generator[Part, None, None]:
        """The triples of a thing and to it, and its statements."""
        return self._triples(ABOUT, {"iri": iri, "rows": _PAGE.rows})

    def triples_of(self, graph: str | None) -> Generator[Part, None, None]:
        """All triples of a named graph, or of the merge of all; NothingMatched where there is no such graph."""
        return self._triples(TRIPLES, {"graph": graph, "rows": _MOST_TRIPLES})

    def _triples(self, service: str, arguments: dict[str, Any]) -> Generator[Part, None, None]:
        for message in self._now.pages.ask(service, arguments, _PAGE):
            match message:
                case {"head": _}:
                    yield Head("graph")
                case {"triple": line}:
                    yield Triple(line)
                case {"tail": told, "truncated": truncated}:
                    yield Tail(told, truncated)
                case {"fault": "nothing", "message": name}:
                    raise NothingMatched("there is no such graph", where=name)
                case {"fault": _, "message": text}:
                    raise Refused(text)

    def _value(self, service: str, arguments: dict[str, Any]) -> Any:
        value = None
        for message in self._now.pages.ask(service, arguments, _PAGE):
            if "fault" in message:
                raise Refused(message["message"])
            value = message["value"]
        return value
