"""A build that is kept in a store: the files of `build`, their database, and what articles gave: the next one reads only what is new.

lock → room on disk → build (articles.sqlite) → database → graph.nq and its files → manifest
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from kgraph.build import FILES, BuildReport, build
from kgraph.errors import KgraphError, ReviewError
from kgraph.reports import versions
from kgraph.reviewed.deciding import Decided
from kgraph.scale.executors import Executor
from kgraph.settings import Settings
from kgraph.store.bringing import Change, Prepared, prepare, publish, sound_manifest
from kgraph.store.folder import ARTICLES, GRAPH, sweep, writing
from kgraph.store.manifest import sums_of, write_manifest
from kgraph.store.space import check_space

NEEDED = frozenset({"nq", "issues", "run"})
"""The files that a store cannot do without."""


@dataclass(frozen=True, slots=True)
class KeepReport:
    """How the build went, and what it changed in the store; None where nothing could be read, which leaves the graph as it was."""

    build: BuildReport
    change: Change | None


def keep(
    sources: Sequence[str | Path],
    *,
    store: Path,
    only: Collection[str] | None = None,
    settings: Settings | None = None,
    progress: Callable[[int, int], None] | None = None,
    reviewed: Path | None = None,
    executor: Executor | None = None,
) -> KeepReport:
    """Builds the sources in a store: articles that were read before, by the same program and with the same decisions, are not read again.

    What comes out is what a build of all of them gives, byte for byte. Whatever of the store was damaged is made anew. A process that
    ends early, however it ends, leaves the last whole build to its readers; the next build goes on from there. Arguments as for `build`.

    Raises what `build` does, Refused where the folder is something else, StoreLocked where another process writes to it.
    """
    if only and (lacking := NEEDED - set(only)):
        raise KgraphError(f"a store needs {', '.join(sorted(lacking))} as well", mend="add them to --only, or leave it out")
    settings = settings or Settings()
    prepared: list[Prepared] = []

    def prepare_database(made: Path, names: tuple[str, ...]) -> None:
        if GRAPH in names:
            digest = Decided.read(reviewed, base=settings.base).digest
            sums = sums_of(made, names)
            prepared.append(prepare(store, made / GRAPH, files=sums, versions=versions().model_dump(), reviewed=digest))

    with writing(store):
        _check_decisions(store, reviewed)
        before = sound_manifest(store)
        sweep(store, before.head.generation if before else None)
        check_space(store, sources)
        built = build(
            sources,
            out=store,
            only=only,
            settings=settings,
            progress=progress,
            reviewed=reviewed,
            executor=executor,
            records=store / ARTICLES,
            ready=prepare_database,
        )
        if prepared:
            for name in set(FILES.values()) - set(built.files):
                (store / name).unlink(missing_ok=True)
            return KeepReport(built, publish(store, prepared[0]))
        if before:
            files = before.head.files | sums_of(store, built.files)
            write_manifest(store, replace(before, head=replace(before.head, files=files)))
        return KeepReport(built, None)


def _check_decisions(store: Path, reviewed: Path | None) -> None:
    """Raises ReviewError where there are no decisions though the store was built with some, also if its run.json is damaged."""
    manifest = sound_manifest(store)
    if reviewed is None and manifest and manifest.head.reviewed:
        raise ReviewError("this store was built with human decisions", where=str(store), mend="give --reviewed, or choose another folder")
