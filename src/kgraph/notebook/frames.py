"""Things and facts as tables of pandas."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields
from typing import TYPE_CHECKING

from kgraph.errors import KgraphError
from kgraph.notebook.things import Official, Thing
from kgraph.settings import NAMESPACE

if TYPE_CHECKING:
    from pandas import DataFrame

    from kgraph.notebook.graph import KnowledgeGraph

TABLES = ("facts", "officials", "directives", "events", "campaigns", "organizations", "units", "articles")
_DAYS = ("issued_on", "first", "last", "valid_from", "valid_to")


def frame(graph: KnowledgeGraph, table: str) -> DataFrame:
    """One of TABLES; days are datetimes, what is not known is missing. KgraphError for another name, or without pandas."""
    if table not in TABLES:
        raise KgraphError("no such table", where=table, mend=f"take one of {', '.join(TABLES)}")
    try:
        import pandas
    except ImportError as error:
        raise KgraphError("tables need pandas", mend='pip install "kgraph[pandas]"') from error
    makers: dict[str, Callable[[], Iterable[dict[str, object]]]] = {"facts": lambda: _facts(graph), "articles": lambda: _articles(graph)}
    make = makers.get(table, lambda: (_row(thing) for thing in getattr(graph, table)))
    made = pandas.DataFrame(list(make()))
    for day in (name for name in _DAYS if name in made.columns):
        made[day] = pandas.to_datetime(made[day])
    for number in (name for name in ("year", "edition", "begin", "end") if name in made.columns):
        made[number] = made[number].astype("Int64")
    return made


def _row(thing: Thing) -> dict[str, object]:
    said = {it.name: getattr(thing, it.name) for it in fields(thing) if not it.name.startswith("_") and it.name != "titles"}
    row = {**said, "other_names": "; ".join(thing.other_names)}
    if isinstance(thing, Official):
        row["posts"] = "; ".join(dict.fromkeys(f"{title.role.vi} {title.organization_label}".strip() for title in thing.titles))
    return row


def _facts(graph: KnowledgeGraph) -> Iterator[dict[str, object]]:
    """One row for each statement between two things: who, what, whom, and the sentence that says so (none where it is derived)."""
    for (subject, predicate, value), statements in graph.evidence.items():
        one, other = graph.get(subject), graph.get(value)
        if one is None or other is None:
            continue
        for said in statements:
            source = said.source
            yield {
                "subject": subject,
                "subject_label": one.label,
                "relation": predicate.removeprefix(NAMESPACE),
                "object": value,
                "object_label": other.label,
                "quote": said.quote or None,
                "article": source.id if source else None,
                "published": source.published or None if source else None,
                "begin": said.begin,
                "end": said.end,
                "rule": said.rule,
                "confidence": said.confidence,
            }


def _articles(graph: KnowledgeGraph) -> Iterator[dict[str, object]]:
    for source in graph.articles:
        yield {"iri": source.iri, "id": source.id, "title": source.title, "published": source.published or None, "url": source.url or None}
