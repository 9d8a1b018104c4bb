"""Sources to files: the composition that command line, Python users and servers call.

    paths → articles → findings ─┬→ quads, sorted ───┬→ who is who → what follows → graph.nq → graph.ttl, graph.html
                     └→ issues   └→ cards, in blocks ┘                                 └→ run.json

The sources are read twice: once to settle what each article is called, which depends on all of them, and once to read what they say.
Between the two only identifiers and hashes are kept, so memory does not grow with the texts.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kgraph.background import background
from kgraph.errors import KgraphError
from kgraph.extract import Extractor, open_extractor
from kgraph.identity.gathering import Identity
from kgraph.identity.renaming import renamed
from kgraph.identity.telling import link_quads, maybe_quads, reprint_quads
from kgraph.intake import Intake, survey, take_all
from kgraph.model import Issue
from kgraph.outputs import replaced_together
from kgraph.reasoning import derive
from kgraph.reports import Counts, RunReport, issue_line, tally, versions
from kgraph.reviewed.deciding import Decided
from kgraph.settings import Settings
from kgraph.sorting import Block, in_blocks, merged, read_blocks, write_blocks
from kgraph.sources.outcomes import Reading
from kgraph.sources.reading import STDIN, read_sources
from kgraph.sources.standard_input import kept
from kgraph.terms import Names

FILES = {
    "nq": "graph.nq",
    "ttl": "graph.ttl",
    "html": "graph.html",
    "cards": "cards.jsonl",
    "issues": "issues.jsonl",
    "run": "run.json",
}
"""Names for `only`, and the files they stand for."""


@dataclass(frozen=True, slots=True)
class BuildReport:
    """How a build went: the counts, the files it wrote to `out`, and the first hundred inputs that were refused."""

    out: Path
    counts: Counts
    files: tuple[str, ...] = ()
    refused: tuple[Issue, ...] = ()

    @property
    def exit_code(self) -> int:
        """0 all was read, 3 some input was refused, 4 nothing could be read.

        >>> BuildReport(Path("exports"), Counts(given=2, accepted=1, quarantined=1)).exit_code
        3
        """
        if not self.counts.accepted:
            return 4
        return 3 if self.counts.quarantined else 0


def build(
    sources: Sequence[str | Path],
    *,
    out: Path,
    only: Collection[str] | None = None,
    settings: Settings | None = None,
    progress: Callable[[int], None] | None = None,
    reviewed: Path | None = None,
) -> BuildReport:
    """Reads the sources and writes the files of a build to `out`: all of FILES, or those that `only` names.

    The files replace those of an earlier build together when all are made; a failure leaves the earlier ones as they were. Where
    nothing could be read, only `issues.jsonl` and `run.json` are written. `progress` is told the number of inputs done so far.
    An article that cannot be read never ends the build; KGRAPH_STRICT=1 in the environment lets its exception through.
    `reviewed` is a folder of human decisions; a build that had one is not replaced by one that has none.

    Raises KgraphError for a missing source or an unknown name in `only`, ReviewError for decisions that are not sound or cannot be kept,
    NoSpace where `out` cannot take the files.
    """
    wanted = _wanted(only)
    settings = settings or Settings()
    decided = Decided.of(reviewed, out, base=settings.base)
    decided.check_staying(out / FILES[name] for name in FILES.keys() - wanted)
    stdin = kept(sys.stdin.buffer) if STDIN in sources else None

    def read() -> Iterator[Reading]:
        return decided.admitted(read_sources(sources, settings=settings, stdin=stdin and stdin(), without=out))

    readings, extractor = read(), open_extractor()
    with replaced_together(out) as scratch:
        names, given = survey(readings)
        intake = Intake.in_room(scratch / "work", extractor, decided)
        take_all(read(), names, extractor, intake, base=settings.base, progress=progress)
        if names or intake.counts.given != given:
            raise KgraphError("the sources changed while they were read", mend="build again")
        files = _write(intake, wanted, scratch, extractor, base=settings.base)
        return BuildReport(out, intake.counts, files, tuple(intake.refused))


def _wanted(only: Collection[str] | None) -> frozenset[str]:
    wanted = frozenset(only or FILES)
    if unknown := sorted(wanted - FILES.keys()):
        raise KgraphError(f"no such file of a build: {', '.join(unknown)}", mend=f"choose from {', '.join(FILES)}")
    return wanted


def _write(intake: Intake, wanted: frozenset[str], scratch: Path, extractor: Extractor, *, base: str) -> tuple[str, ...]:
    """Makes the wanted files in `scratch`; their names."""
    if not intake.sources:
        wanted &= {"issues", "run"}
        intake.decided.check_staying(scratch.parent / FILES[name] for name in FILES.keys() - wanted)
    classes: Counter[str] = Counter()
    predicates: Counter[str] = Counter()
    identity = intake.decide()
    reprints = identity.reprinted
    intake.issues.add(map(issue_line, identity.doubts))
    if wanted - {"issues"}:
        graph = (scratch if "nq" in wanted else intake.room) / FILES["nq"]
        stated = intake.room / "stated.nq"
        write_blocks(_stated(intake, identity, extractor, Names(base)), stated)
        intake.quads.clear()
        del identity  # what follows needs room of its own
        lines = intake.decided.proven(_with_derived(stated, base=base), quads=True)
        write_blocks(tally(lines, classes=classes, predicates=predicates), graph)
        _project(graph, wanted, scratch, base=base)
    if "cards" in wanted:
        write_blocks(intake.decided.proven(intake.identity.cards()), scratch / FILES["cards"])
    if "issues" in wanted:
        intake.issues.add(map(issue_line, intake.decided.issues()))
        write_blocks(intake.decided.proven(intake.issues.blocks()), scratch / FILES["issues"])
    if "run" in wanted:
        run = RunReport(
            versions=versions(),
            base=base,
            counts=intake.counts,
            reprints=reprints,
            reviewed=intake.decided.digest,
            classes=dict(classes),
            predicates=dict(predicates),
            sources=intake.sources,
        )
        write_blocks(intake.decided.proven([run.to_json().encode().splitlines()]), scratch / FILES["run"])
    return tuple(FILES[name] for name in FILES if name in wanted)


def _stated(intake: Intake, identity: Identity, extractor: Extractor, names: Names) -> Iterator[Block]:
    """The quads of all articles and of the background, sorted, under the names that stand and as people corrected them."""
    authority = background(
        intake.units.values(),
        intake.organizations.values(),
        documents=intake.documents | identity.documents(intake.known),
        lexicon=extractor.lexicon,
        gazetteer=extractor.gazetteer,
        base=names.base,
    )
    intake.quads.add(intake.decided.known(authority))
    intake.quads.add(reprint_quads(identity.reprints, names))
    intake.quads.add(intake.identity.tenures(identity.standing, names))
    intake.quads.add(maybe_quads(identity.maybe, identity.standing, names))
    intake.quads.add(link_quads(identity.links, identity.standing, names))
    lines = renamed(intake.quads, identity.standing, names, intake.room / "renamed")
    return intake.decided.mended(lines, names, intake.room)


def _with_derived(stated: Path, *, base: str) -> Iterator[Block]:
    """The sorted quads of a file with what follows from them."""
    derived = in_blocks(derive(stated, base=base))
    return merged([read_blocks(stated), derived])


def _project(graph: Path, wanted: frozenset[str], scratch: Path, *, base: str) -> None:
    """Makes the files that show `graph.nq` in another form."""
    if "ttl" in wanted:
        from kgraph.exports.turtle import write_turtle

        write_turtle(graph, scratch / FILES["ttl"], base=base)
    if "html" in wanted:
        from kgraph.view.page import write_page

        write_page(graph, scratch / FILES["html"])
