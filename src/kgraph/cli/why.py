"""`kgraph why`: why two names of the graph are one thing, or are not."""

from __future__ import annotations

from itertools import combinations, islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from kgraph.cli.arguments import GRAPH, GraphFile
from kgraph.cli.messages import message
from kgraph.cli.records import json_text
from kgraph.cli.terminal import indented, text, write_data, write_page
from kgraph.errors import KgraphError, NothingMatched

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.identity.explaining import Compared, Explanation

_SHOWN = 20
_MARKS = {1: ("+", "green"), -1: ("-", "red")}


def why(
    ctx: typer.Context,
    one: Annotated[str, typer.Argument(metavar="A", help="A name, a key or an IRI.", show_default=False)],
    other: Annotated[str | None, typer.Argument(metavar="B", help="Another one.", show_default=False)] = None,
    graph: GraphFile = GRAPH,
    format: Annotated[Literal["table", "json"], typer.Option("--format", "-f")] = "table",
) -> None:
    """Show what speaks for and against two people, documents, campaigns or events being one, as the build weighed it.

    With one name only: why the articles' nodes that are one thing are one; where it fits several things, why each two of them are two. The
    cards that were compared are read from cards.jsonl beside the graph. Exit code 1 if a name fits nothing that was compared.
    """
    from kgraph.authority import open_authority
    from kgraph.gazetteer import open_gazetteer
    from kgraph.identity.explaining import explain_identity
    from kgraph.identity.kinds import Known
    from kgraph.lexicon import load_lexicon

    cards = graph.parent / "cards.jsonl"
    if not cards.is_file():
        raise KgraphError(message(ctx.obj, "why.no_cards", file=cards), mend=message(ctx.obj, "why.build"))
    lexicon = load_lexicon()
    known = Known(lexicon, open_gazetteer(), open_authority(lexicon))
    explained = [(keys, explain_identity(cards, *keys, known)) for keys in _pairs(ctx, one, other, graph)]
    if format == "json":
        write_data([json_text([_as_json(keys, explanation) for keys, explanation in explained])])
    else:
        write_page(*(part for keys, explanation in explained for part in _page(keys, explanation, ctx.obj)))


def _pairs(ctx: typer.Context, one: str, other: str | None, graph: Path) -> list[tuple[str, str | None]]:
    """The keys to compare; a single name that fits several things means every two of them."""
    first = _named(ctx, one, graph)
    if other is not None:
        return [(_only(ctx, one, first), _only(ctx, other, _named(ctx, other, graph)))]
    return [(first[0], None)] if len(first) == 1 else list(islice(combinations(first, 2), _SHOWN))


def _named(ctx: typer.Context, name: str, graph: Path) -> list[str]:
    """The keys that a name fits; a key or an IRI is taken as it is, also one that stands for nothing any more."""
    from kgraph.analysis.entities import read_classes, read_entities
    from kgraph.analysis.finding import find
    from kgraph.store.graph import Graph

    if "/id/" in name or ("/" in name and " " not in name):
        return [name.strip("<>").rpartition("/id/")[2]]
    loaded = Graph.load(graph)
    found = find(read_entities(loaded, read_classes(loaded)).values(), name)
    if not found:
        raise NothingMatched(message(ctx.obj, "show.nothing", name=name), mend=message(ctx.obj, "show.mend"))
    return [entity.iri.rpartition("/id/")[2] for entity in found]


def _only(ctx: typer.Context, name: str, keys: list[str]) -> str:
    if len(keys) > 1:
        raise KgraphError(message(ctx.obj, "why.several", name=name, keys=", ".join(keys[:_SHOWN])), mend=message(ctx.obj, "why.which"))
    return keys[0]


def _page(keys: tuple[str, str | None], explanation: Explanation, lang: str) -> Iterator[Any]:
    one, other = keys
    if other is None:
        yield text(message(lang, "why.alone" if not explanation.compared else "why.parts", one=one), "bold")
    elif explanation.standing:
        yield text(message(lang, "why.one", one=explanation.standing), "bold")
    else:
        yield text(message(lang, "why.two", one=one, other=other), "bold")
    for compared in explanation.compared[:_SHOWN]:
        yield from _comparison(compared, lang, whole=other is None)
    if more := len(explanation.compared) - _SHOWN:
        yield text(message(lang, "check.more", more=more)) if more > 0 else text("")


def _comparison(compared: Compared, lang: str, *, whole: bool) -> Iterator[Any]:
    for named in compared.one[:_SHOWN]:
        yield indented(2, f"{named.key} · {named.article}")
    if not whole:
        for named in compared.other[:_SHOWN]:
            yield indented(2, f"{named.key} · {named.article}", "dim")
    for reason in compared.reasons:
        mark, style = _MARKS[reason.speaks]
        yield indented(4, f"{mark} {reason.id}: {reason.detail}", style)
    if not compared.reasons:
        yield indented(4, message(lang, "why.nothing"), "dim")


def _as_json(keys: tuple[str, str | None], explanation: Explanation) -> dict[str, Any]:
    return {
        "one": keys[0],
        "other": keys[1],
        "standing": explanation.standing,
        "compared": [
            {
                "one": [named._asdict() for named in compared.one],
                "other": [named._asdict() for named in compared.other],
                "reasons": [reason._asdict() for reason in compared.reasons],
            }
            for compared in explanation.compared
        ],
    }
