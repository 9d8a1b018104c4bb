"""`kgraph network`: who is seen with whom, which bodies work together, what joins districts."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from kgraph.cli.arguments import GRAPH, GraphFile
from kgraph.cli.messages import message
from kgraph.cli.records import Record, cell, csv_records, json_text
from kgraph.cli.terminal import say, table, text, write_data, write_page
from kgraph.errors import NothingMatched

if TYPE_CHECKING:
    from kgraph.analysis.bridges import Bridge
    from kgraph.analysis.placement import Placements, Tie

_SORTS = {"events": "events", "people": "officials", "campaigns": "campaigns", "documents": "documents"}
_COLUMNS = {
    "places": ("node", "label", "class_name", "degree", "shared", "betweenness", "component", "community", *(f"total_{s}" for s in _SORTS)),
    "ties": ("one", "one_label", "other", "other_label", "weight", *_SORTS, "expected", "sole", "shared"),
    "communities": ("number", "size", "center", "label"),
    "bridges": ("person", "label", "units", "events", "where", "posts"),
}
# What a reader sees: a column of the records and the message that heads it.
_SHOWN = {
    "places": {"label": "name", "degree": "degree", "shared": "shared", "betweenness": "betweenness", "community": "community"},
    "ties": {"one_label": "one", "other_label": "other", "weight": "shared", **_SORTS, "expected": "expected"},
    "communities": {"number": "community", "size": "size", "label": "around"},
    "bridges": {"label": "name", "units": "units", "events": "events", "where": "where"},
}


def network(
    ctx: typer.Context,
    kind: Annotated[Literal["people", "bodies", "districts", "provinces"], typer.Argument(help="What the nodes are.", show_default=False)],
    show: Annotated[Literal["places", "ties", "communities", "bridges"], typer.Option(help="Which table.")] = "places",
    graph: GraphFile = GRAPH,
    top: Annotated[
        int | None, typer.Option(min=1, help="So many rows; default: 20 in a table, all in CSV and JSON.", show_default=False)
    ] = None,
    format: Annotated[Literal["table", "csv", "json"], typer.Option("--format", "-f")] = "table",
) -> None:
    """Show who attended events with whom (people), which bodies held events together, had the same official or carried out each other's
    documents (bodies), and which districts or provinces had the same officials at their events or run the same campaign.

    A tie counts each thing once, an event however many articles report it. Tables: places (how each node is tied, betweenness, community),
    ties, communities, and bridges (officials seen at events in several districts or provinces). The figures say who is seen with whom in
    the articles that were read, not who has influence. Example: kgraph network people --show ties. Exit code 1 if there is nothing to show.
    """
    from kgraph.analysis.bridges import read_bridges
    from kgraph.analysis.placement import place
    from kgraph.analysis.watching import read_searched
    from kgraph.store.graph import Graph

    loaded = Graph.load(graph)
    found, searched = place(loaded, kind), read_searched(loaded)
    bridges = read_bridges(loaded, level="province" if kind == "provinces" else "district") if show == "bridges" else ()
    records = _records(found, bridges, show)
    if not records:
        raise NothingMatched(message(ctx.obj, "network.nothing"), mend=message(ctx.obj, "network.mend"))
    limit = top or (20 if format == "table" else len(records))
    if format == "json":
        write_data(
            [
                json_text(
                    {
                        "kind": kind,
                        "nodes": len(found.places),
                        "sources": found.sources,
                        "searched": asdict(searched),
                        show: records[:limit],
                    }
                )
            ]
        )
    elif format == "csv":
        columns = [name for name in _COLUMNS[show] if name in records[0]]
        write_data(csv_records(columns, map(_counted, records[:limit])))
    else:
        write_page(*_page(found, show, records[:limit], ctx.obj))
    say(ctx, "network.searched", articles=searched.articles, undated=searched.undated)
    if len(records) > limit:
        say(ctx, "network.more", more=len(records) - limit)


def _records(found: Placements, bridges: tuple[Bridge, ...], show: str) -> list[Record]:
    match show:
        case "places":
            return [{**asdict(it), **{f"total_{sort}": count for sort, count in it.total.items()}} for it in found.places]
        case "ties":
            return [_tie(tie) for tie in found.ties]
        case "communities":
            return [asdict(community) for community in found.communities if community.size > 1]
        case _:
            return [_bridge(bridge) for bridge in bridges]


def _tie(tie: Tie) -> Record:
    """The things that are shared stand by sort, and all together: `kgraph show` of one gives its sentences."""
    said = {name: value for name, value in asdict(tie).items() if name != "things" and value is not None}
    return {**said, **tie.things, "shared": tuple(thing for things in tie.things.values() for thing in things)}


def _bridge(bridge: Bridge) -> Record:
    return {
        "person": bridge.person,
        "label": bridge.label,
        "units": len(bridge.visits),
        "events": bridge.events,
        "where": tuple(f"{visit.label} ({len(visit.events)})" for visit in bridge.visits),
        "posts": tuple(dict.fromkeys(f"{title.role.vi} {title.organization_label}".strip() for title in bridge.titles)),
        "visits": [asdict(visit) for visit in bridge.visits],
    }


def _counted(record: Record) -> Record:
    """Things that a tie is made of as their number."""
    return {name: len(value) if name in _SORTS and isinstance(value, tuple) else value for name, value in record.items()}


def _page(found: Placements, show: str, records: list[Record], lang: str) -> list[Any]:
    def word(name: str, **values: object) -> str:
        return message(lang, f"network.{name}", **values)

    columns = {name: head for name, head in _SHOWN[show].items() if any(name in record for record in records)}
    rows = [[_cell(name, value) for name, value in _in_order(_counted(record), columns)] for record in records]
    sample = "" if found.sources >= len(found.places) else " " + word("sample", sources=found.sources)
    return [
        text(word(found.kind, nodes=len(found.places), ties=len(found.ties)) + sample),
        table([word(head) for head in columns.values()], rows),
        text(word("note"), "dim"),
    ]


def _in_order(record: Record, columns: dict[str, str]) -> list[tuple[str, object]]:
    return [(name, record.get(name)) for name in columns]


def _cell(name: str, value: object) -> str:
    return f"{value:.4f}" if name == "betweenness" else cell(value)
