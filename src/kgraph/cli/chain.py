"""`kgraph chain`: what implements a document, down to plans, campaigns and events, with days, lags and sentences."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kgraph.cli.answers import (
    AnswerFormat,
    beside,
    first_sentence,
    meant,
    plain,
    read,
    searched,
    sentences,
    short,
    shown_day,
    shown_lag,
    tell_searched,
    words_of,
    write_csv,
    write_json,
)
from kgraph.cli.arguments import GRAPH, GraphFile
from kgraph.cli.messages import message
from kgraph.cli.pictures import check_picture, draw_chain_into
from kgraph.cli.terminal import say, text, write_page

if TYPE_CHECKING:
    from rich.console import Group
    from rich.tree import Tree

    from kgraph.analysis.candidates import Candidate
    from kgraph.analysis.chains import Chain, Hop
    from kgraph.analysis.entities import Entity
    from kgraph.cli.description import Words

_MOST, _READ = 5, 100
"""At most so many trees are shown, and read, where a name fits many documents."""
_COLUMNS = (
    "root", "depth", "status", "relation", "above", "iri", "class", "designation", "label", "issuer", "day", "lag", "since",
    "units", "provinces", "quote", "article", "published", "begin", "end", "url", "rule", "statements",
)  # fmt: skip
_STYLES = {"Directive": "bold", "Campaign": "bold magenta", "Event": "bold cyan"}


def chain(
    ctx: typer.Context,
    directive: Annotated[
        str,
        typer.Argument(metavar="DIRECTIVE", help="A document by number or name, or a campaign; an IRI.", show_default=False),
    ],
    graph: GraphFile = GRAPH,
    up: Annotated[bool, typer.Option("--up", help="Show what it rests on instead; an event will do then.")] = False,
    depth: Annotated[int, typer.Option(min=1, max=100, help="No deeper than so many hops.")] = 20,
    format: AnswerFormat = "table",
    plot: Annotated[Path | None, typer.Option(help="Also draw it into this .svg or .png file.", show_default=False)] = None,
) -> None:
    """Show the tree of what implements a document: plans, dispatches, campaigns, events, each with issuer, day, lag and sentence.

    The lag counts days from the nearest dated hop above. What only may belong there stands behind a question mark and is no hop: it
    implements a citation that may be this document, or its title names a campaign of the chain. Several documents of one number are
    shown one after the other, those of which something is known first. Exit code 1 if nothing is called so.

    Example: kgraph chain 284-KH/TU
    """
    from kgraph.analysis.chains import read_chain

    check_picture(plot)
    whole = read(graph)
    found = meant(whole, directive, ("Directive", "Campaign", "Event") if up else ("Directive", "Campaign"), ctx.obj)
    likely = sorted(found, key=lambda entity: -len(whole.subjects(entity.iri, "implements", "partOfCampaign")))
    chains = [read_chain(whole, entity.iri, up=up, depth=depth) for entity in likely[:_READ]]
    chains.sort(key=lambda one: -one.hops)
    if plot:
        draw_chain_into(plot, chains[0], words_of(whole, ctx.obj))
    if format == "json":
        write_json([plain(one) for one in chains])
        tell_searched(whole, ctx.obj)
        return
    if format == "csv":
        write_csv(_COLUMNS, (row for one in chains for row in _rows(one.root, one.root.entity, 0, None)))
        tell_searched(whole, ctx.obj)
        return
    if len(chains) > 1:
        say(ctx, "chain.several", name=directive, count=len(found), shown=min(_MOST, len(chains)))
    words = words_of(whole, ctx.obj)
    for one in chains[:_MOST]:
        write_page(*_page(one, words), text(""))
    write_page(text(searched(whole, ctx.obj), "dim"))


def _page(found: Chain, words: Words) -> Iterator[Any]:
    yield _tree(found.root, words)
    yield text("")
    if not found.hops:
        yield text(message(words.lang, "chain.nothing_up" if found.up else "chain.nothing"))
    else:
        counts = " · ".join(f"{words.term(name)}: {count:,}" for name, count in found.classes)
        places = ", ".join(province.label for province in found.provinces)
        yield text(message(words.lang, "chain.counts", counts=counts, count=len(found.provinces), places=places or "–"))
    if found.unresolved:
        yield text(message(words.lang, "chain.unresolved", count=len(found.unresolved)), "dim")


def _tree(root: Hop, words: Words) -> Tree:
    from rich.tree import Tree

    tree = Tree(_label(root, words), guide_style="dim")
    _grow(tree, root, words)
    return tree


def _grow(tree: Tree, hop: Hop, words: Words) -> None:
    for below in hop.below:
        _grow(tree.add(_label(below, words)), below, words)
    for candidate in hop.candidates:
        tree.add(_candidate(candidate, words))
    for key, count in (("chain.again", int(hop.again)), ("chain.circle", int(hop.circle)), ("chain.cut", hop.cut)):
        if count:
            tree.add(text(message(words.lang, key, count=count), "dim"))


def _label(hop: Hop, words: Words) -> Group:
    from rich.console import Group

    name = text(hop.entity.label, _STYLES.get(hop.entity.class_name, "bold"))
    name = beside(name, shown_lag(hop.lag, words.lang), "green" if (hop.lag or 0) >= 0 else "red")
    by = "; ".join(body.label for body in hop.issuer)
    places = ", ".join(unit.label for unit in hop.units) or ", ".join(
        message(words.lang, "chain.told", place=unit.label) for unit in hop.told
    )
    details = [words.term(hop.relation) if hop.relation else "", shown_day(hop.when, words.lang), by]
    details += [places if hop.entity.class_name != "Directive" else ""]
    lines = [name, text(" · ".join(part for part in details if part), "dim")]
    return Group(*lines, *sentences(hop.evidence, words))


def _candidate(found: Candidate, words: Words) -> Group:
    from rich.console import Group

    name = beside(text(f"? {found.entity.label}", "yellow"), shown_lag(found.lag, words.lang), "yellow")
    why = "chain.may_be" if found.reason == "may-be" else "chain.same_campaign"
    sure = next((said.confidence for said in found.doubt if said.confidence is not None), None)
    reason = message(words.lang, why, through=found.through.label) + ("" if sure is None else f" ({sure:g})")
    details = (shown_day(found.when, words.lang), "; ".join(body.label for body in found.issuer))
    return Group(name, text(reason, "yellow"), text(" · ".join(part for part in details if part), "dim"), *sentences(found.evidence, words))


def _rows(hop: Hop, root: Entity, depth: int, above: Entity | None) -> Iterator[dict[str, object]]:
    yield _row(hop.entity, root, depth, above, hop) | {
        "status": "circle" if hop.circle else "hop" if depth else "root",
        "relation": hop.relation,
        "units": "; ".join(unit.label for unit in hop.units),
        "provinces": "; ".join(province.label for province in hop.provinces),
        "since": short(hop.since.iri) if hop.since else "",
    }
    for below in hop.below:
        yield from _rows(below, root, depth + 1, hop.entity)
    for candidate in hop.candidates:
        yield _row(candidate.entity, root, depth + 1, hop.entity, candidate) | {
            "status": f"candidate: {candidate.reason}",
            "since": short(hop.entity.iri),
        }


def _row(entity: Entity, root: Entity, depth: int, above: Entity | None, found: Hop | Candidate) -> dict[str, object]:
    return {
        "root": short(root.iri),
        "depth": depth,
        "above": short(above.iri) if above else "",
        "iri": entity.iri,
        "class": entity.class_name,
        "designation": next((value.value for value in entity.properties if value.name == "designation"), ""),
        "label": entity.label,
        "issuer": "; ".join(body.label for body in found.issuer),
        "day": found.when.shown,
        "lag": found.lag,
    } | first_sentence(found.evidence)
