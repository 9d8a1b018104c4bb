"""`kgraph build` and `kgraph extract`: from articles to facts."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from kgraph.cli.arguments import STDOUT, Sources
from kgraph.cli.terminal import progressing, say, write_data, write_file
from kgraph.errors import Refused

if TYPE_CHECKING:
    from kgraph.model import Findings
    from kgraph.scale.executors import Executor
    from kgraph.settings import Settings

Reviewed = Annotated[
    Path | None,
    typer.Option(
        help="Folder of human decisions: identity.toml, corrections.toml, suppressions.toml.", envvar="KGRAPH_REVIEWED", show_default=False
    ),
]
Base = Annotated[str | None, typer.Option(help="Start of every resource name, an IRI that ends in / or #.", show_default=False)]


def build(
    ctx: typer.Context,
    sources: Sources,
    out: Annotated[Path | None, typer.Option("--out", "-o", help="Folder for the files of the build.", show_default="exports")] = None,
    store: Annotated[
        Path | None,
        typer.Option(help="Build in this store instead: its database too, and only new and changed articles are read.", show_default=False),
    ] = None,
    only: Annotated[str | None, typer.Option(help="Only these files: some of nq,ttl,html,issues,run.", show_default=False)] = None,
    base: Base = None,
    reviewed: Reviewed = None,
    workers: Annotated[
        int | None, typer.Option("--workers", "-w", min=1, help="Processes that read articles; as many as there are cores if not given.")
    ] = None,
    cluster: Annotated[
        str | None,
        typer.Option(help="Address of a Dask scheduler, as tcp://host:8786, whose workers read articles.", show_default=False),
    ] = None,
) -> None:
    """Read articles and write their knowledge graph: graph.nq, graph.ttl, graph.html, cards.jsonl, issues.jsonl, run.json.

    Without --reviewed nothing that people decided is applied, and a build that was made with decisions is not replaced.

    A store remembers what each article gave and gives the same files as a build from nothing; it is locked meanwhile. See `kgraph verify`.

    Exit code 0 if everything was read, 3 if some input was refused (it is listed in issues.jsonl), 4 if nothing could be read,
    6 if another process writes to the store, 7 if the disk cannot take the files.

    Example: kgraph build seeds --store kho
    """
    if store and out:
        raise Refused("both --out and --store", mend="give one: the files of a build stand in its store")
    names = frozenset(part.strip() for part in only.split(",")) if only is not None else None
    with progressing(ctx, "build.rate") as progress, _executor(workers, cluster) as executor:
        # Only now, for others load what they need at the same time.
        from kgraph.build import build as build_graph
        from kgraph.keeping import keep

        shared: dict[str, Any] = {
            "only": names,
            "settings": _settings(base),
            "progress": progress,
            "reviewed": reviewed,
            "executor": executor,
        }
        kept = keep(sources, store=store, **shared) if store else None
        report = kept.build if kept else build_graph(sources, out=out or Path("exports"), **shared)
    counts = report.counts
    for refusal in report.refused:
        say(ctx, "build.refused", place=refusal.place or refusal.article, code=refusal.code, what=refusal.message)
    if counts.quarantined > len(report.refused):
        say(ctx, "build.more_refused", more=counts.quarantined - len(report.refused))
    say(ctx, "build.counts", given=counts.given, accepted=counts.accepted, duplicate=counts.duplicate, refused=counts.quarantined)
    say(ctx, "build.files", out=report.out, files=", ".join(report.files))
    if kept and (change := kept.change):
        say(ctx, "build.kept", quads=change.quads, new=change.new, changed=change.changed, gone=change.gone)
    raise typer.Exit(report.exit_code)


def extract(
    ctx: typer.Context,
    sources: Sources,
    out: Annotated[Path, typer.Option("--out", "-o", help="File to write; - is stdout.")] = STDOUT,
    format: Annotated[Literal["json", "nq"] | None, typer.Option("--format", "-f", help="One JSON object per article, or N-Quads.")] = None,
    base: Base = None,
    reviewed: Reviewed = None,
) -> None:
    """Read articles and write what each says: its findings, without what other articles add.

    Of the decisions in --reviewed only suppressions are applied: what is one and what is wrong shows in a graph.

    The format follows the name of the output file where it is not given; otherwise it is JSON Lines. Exit codes as those of build.
    """
    from kgraph.extract import open_extractor
    from kgraph.model import Article
    from kgraph.outputs import replace_whole
    from kgraph.reviewed.deciding import Decided
    from kgraph.sources import Refusal, read_sources

    settings, taken, refused = _settings(base), [0], [0]
    extractor, decided = open_extractor(), Decided.read(reviewed, base=settings.base)

    def findings() -> Iterator[Findings]:
        for reading in decided.admitted(read_sources(sources, settings=settings)):
            if isinstance(reading, Article):
                taken[0] += 1
                yield decided.shown(extractor.extract(reading)).findings
            elif isinstance(reading, Refusal):
                refused[0] += 1
                say(ctx, "build.refused", place=reading.place, code=reading.code, what=reading.message)

    as_quads = (format or out.suffix.removeprefix(".")) == "nq"
    lines = _quads(findings(), settings.base) if as_quads else map(_json, findings())
    if out == STDOUT:
        write_data(lines)
    else:
        replace_whole(out, lambda path: write_file(path, lines))
    raise typer.Exit(4 if not taken[0] else 3 if refused[0] else 0)


def _executor(workers: int | None, cluster: str | None) -> AbstractContextManager[Executor]:
    """Who reads the articles."""
    from kgraph.scale.executors import Here, Pool, cores

    if cluster:
        if workers:
            raise Refused("both --workers and --cluster", mend="give one: a cluster has the workers that it has")
        from kgraph.scale.cluster import Cluster

        return Cluster(cluster)
    workers = workers or cores()
    return Pool(workers) if workers > 1 else nullcontext(Here())


def _settings(base: str | None) -> Settings:
    from pydantic import ValidationError

    from kgraph.settings import Settings

    try:
        return Settings() if base is None else Settings(base=base)
    except ValidationError as error:
        raise Refused("not a start for names", where=base, mend="give an http(s) IRI that ends in / or #") from error


def _quads(findings: Iterable[Findings], base: str) -> Iterator[str]:
    from kgraph.triples import quads

    for found in findings:
        yield from (f"{quad}\n" for quad in sorted(set(quads(found, base=base))))


def _json(found: Findings) -> str:
    """One line of JSON; the text itself is left out, all offsets count in it."""
    from dataclasses import asdict, replace

    article = found.article.model_dump(exclude={"text"}) | {"textSha256": found.article.sha256}
    bare = asdict(replace(found, article=None))  # type: ignore[arg-type]
    return json.dumps(bare | {"article": article}, ensure_ascii=False) + "\n"
