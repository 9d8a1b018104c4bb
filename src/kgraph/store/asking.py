"""A user's query or update to a crew: the same checks and limits as on the command line, in workers that are warm."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any

from kgraph.errors import KgraphError, LimitReached, Refused
from kgraph.store.checks import checked
from kgraph.store.crew import Crew
from kgraph.store.dataset import CLAUSES, Dataset, with_using, without_clauses
from kgraph.store.graph import PREFIXES
from kgraph.store.query import Limits, Part, told
from kgraph.store.tokens import one_line

QUERY = "query"
"""The service of a keeper that answers queries."""

_ORDERS = frozenset({"INSERT", "DELETE", "CLEAR", "DROP", "CREATE", "COPY", "MOVE", "ADD"})
_SCOPES = frozenset({"DATA", "INTO", "TO", "WITH", "USING", "NAMED", "DEFAULT", "ALL", "SILENT"})
WRITING = _ORDERS | _SCOPES
"""Words of an update; LOAD is none of them, for it opens a socket."""


def ask(crew: Crew, query: str, limits: Limits, *, dataset: Dataset | None = None, base: str | None = None) -> Generator[Part, None, None]:
    """The answer part by part; Refused and LimitReached as `kgraph.store.query.answer`, and Busy where no worker is free.

    `dataset` stands for what the query says of its own; `base` is what relative IRIs are relative to.
    """
    named = dataset or Dataset()
    words = checked(query, prefixes=PREFIXES, also=CLAUSES if named else frozenset())
    if named:
        named.as_options()
        words = without_clauses(words)
    arguments = _arguments(one_line(words), named, base) | {"rows": limits.rows, "skip": limits.skip}
    return told(crew.ask(QUERY, arguments, limits), query, words, "")


def change(crew: Crew, update: str, limits: Limits, *, dataset: Dataset | None = None, base: str | None = None) -> None:
    """Has an update made, as a whole or not at all; Refused where it is none, LimitReached where it met a limit."""
    words = with_using(checked(update, prefixes=PREFIXES, also=WRITING), dataset or Dataset())
    said = crew.update(_arguments(one_line(words), Dataset(), base), limits)
    if "fault" in said:
        raise _fault(said)


def _arguments(text: str, dataset: Dataset, base: str | None) -> dict[str, Any]:
    return {"text": text, "default": dataset.default, "named": dataset.named, "base": base}


def _fault(said: dict[str, Any]) -> KgraphError:
    if said["fault"] == "syntax":
        return Refused("not an update", mend=" ".join(said["message"].split())[:160])
    return LimitReached(f"the update was not made: {said['message'] or said['fault']}", mend="change less at once")
