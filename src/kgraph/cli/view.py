"""`kgraph view`: the graph as a page that opens in the browser."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from kgraph.cli.answers import only
from kgraph.cli.arguments import GRAPH, graph_file
from kgraph.cli.messages import message
from kgraph.cli.terminal import counting, say, working, write_file
from kgraph.errors import KgraphError, NothingMatched, NothingUsable

if TYPE_CHECKING:
    from kgraph.store.graph import Graph
    from kgraph.view.scene import Opening, Scene

_GRAPHS = (".nq", ".nt", ".ttl", ".trig")
_CAP = 1_500
_ALIASES = {"people": "together", "places": "levels"}


def view(
    ctx: typer.Context,
    source: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[GRAPH | SOURCE...]",
            help="A graph (its file, or the folder of a build), or articles to read first; default: exports/graph.nq.",
            show_default=False,
        ),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option("--out", "-o", help="File to write, or folder with --per-province; default: kgraph.html, pages.", show_default=False),
    ] = None,
    opens_on: Annotated[
        Literal["levels", "communities", "time", "chain", "circle", "year", "together", "people", "places"],
        typer.Option(
            "--view",
            help="What the page opens on: levels (places), communities, time, the chain of a document, the circle of a person, the year of "
            "a district, or who was seen together (people).",
        ),
    ] = "levels",
    focus: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="A name, a document's number, a key or an IRI: show what is around it.", show_default=False),
    ] = None,
    depth: Annotated[int | None, typer.Option(min=1, max=20, help="So many steps around it.", show_default=False)] = None,
    nodes: Annotated[int, typer.Option(min=1, max=20_000, help="So many nodes on a page at most.")] = _CAP,
    per_province: Annotated[bool, typer.Option("--per-province", help="A page for each province, and an index of them.")] = False,
    page_lang: Annotated[Literal["vi", "en"], typer.Option(help="Language in which the page opens; its reader can change it.")] = "vi",
    browser: Annotated[bool, typer.Option("--open/--no-open", help="Open the page in the browser.")] = True,
) -> None:
    """Write the graph as one HTML page that needs no network, and open it in the browser.

    Of a graph with more nodes than a page holds, the page shows the strongest chains and the busiest places with their people and says how
    many of how many; the names of the rest can be searched there, and --focus shows what is around one of them. Exit code 1 if NAME fits
    nothing, 4 if no article could be read.

    Example: kgraph view exports --focus 284-KH/TU --view chain
    """
    from kgraph.analysis.whole import read_whole
    from kgraph.view.scene import Opening, read_scene

    if depth is not None and focus is None:
        raise KgraphError(message(ctx.obj, "view.depth_alone"), mend=message(ctx.obj, "view.depth_mend"))
    if per_province and focus is not None:
        raise KgraphError(message(ctx.obj, "view.focus_everywhere"), mend=message(ctx.obj, "view.focus_everywhere_mend"))
    with working(ctx, "view.reading"):
        graph = _graph(ctx, source or [str(GRAPH)])
        centre = only(read_whole(graph), focus, (), ctx.obj).iri if focus is not None else ""
        scene = read_scene(graph)
    if centre and centre not in scene.network:
        raise NothingMatched(message(ctx.obj, "answers.nothing", name=focus), mend=message(ctx.obj, "answers.mend"))
    opening = Opening(_ALIASES.get(opens_on, opens_on), centre, depth)  # type: ignore[arg-type]
    if per_province:
        page = _write_pages(ctx, scene, out or Path("pages"), page_lang, nodes)
    else:
        page = out or Path("kgraph.html")
        _write_page(ctx, scene, page, page_lang, nodes, opening)
    if browser:
        _show(ctx, page)


def _graph(ctx: typer.Context, sources: list[str]) -> Graph:
    """The graph that was named, or that of the articles that were named."""
    from kgraph.build import build
    from kgraph.store.graph import Graph

    named = graph_file(Path(sources[0]))
    if len(sources) == 1 and named.suffix.lower() in _GRAPHS and (named.is_file() or not Path(sources[0]).is_dir()):
        return Graph.load(named)
    with TemporaryDirectory() as folder:
        report = build(sources, out=Path(folder), only=("nq", "run"))
        if not report.counts.accepted:
            raise NothingUsable(
                message(ctx.obj, "view.no_article"), where=", ".join(sources), mend=message(ctx.obj, "view.no_article_mend")
            )
        if report.counts.quarantined:
            say(ctx, "view.refused", count=report.counts.quarantined)
        return Graph.load(graph_file(Path(folder)))


def _write_page(ctx: typer.Context, scene: Scene, target: Path, lang: str, cap: int, opening: Opening) -> None:
    from kgraph.analysis.projection import with_evidence
    from kgraph.outputs import replace_whole
    from kgraph.view.page import page_of
    from kgraph.view.rest import rest_of
    from kgraph.view.scene import shown

    with working(ctx, "view.drawing"):
        part = shown(scene, opening, cap)
        page = page_of(scene, with_evidence(part, scene.graph), lang=lang, opening=opening, rest=rest_of(scene.network, part))
    replace_whole(target, lambda path: write_file(path, [page]))
    say(ctx, "view.written", out=target, shown=len(part), total=len(scene.network))


def _write_pages(ctx: typer.Context, scene: Scene, folder: Path, lang: str, cap: int) -> Path:
    from kgraph.outputs import replaced_together
    from kgraph.view.provinces import INDEX, write_pages

    with counting(ctx, "view.pages") as progress, replaced_together(folder) as scratch:
        parts = write_pages(scene, lambda name, page: write_file(scratch / name, [page]), lang=lang, cap=cap, progress=progress)
    say(ctx, "view.pages_written", out=folder, count=len(parts), index=folder / INDEX)
    return folder / INDEX


def _show(ctx: typer.Context, page: Path) -> None:
    import webbrowser

    if not webbrowser.open(page.resolve().as_uri()):
        say(ctx, "view.not_opened", page=page)
