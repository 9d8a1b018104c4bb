"""Sources to files: the composition that command line, Python users and servers call.

    paths → shards → parts ─┬→ quads ──┬→ who is who → quads ─┬──────────────────────────┬→ ranges → graph.nq → graph.ttl, graph.html
                   └→ issues └→ cards ─┘                      └→ grounds → what follows ─┘      └→ run.json

The sources are read twice: once to settle what each article is called, which depends on all of them, and once to read what they say.
Between the two only identifiers and hashes are kept, so memory does not grow with the texts. Shards are read by whoever is there to read
them, and so are the ranges of lines in which all that they gave is put together (see `scale`); the same bytes come out.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path

from kgraph.errors import KgraphError
from kgraph.intake import Intake
from kgraph.model import Issue
from kgraph.outputs import replaced_together
from kgraph.reasoning import Rule, derive, load_rules, properties
from kgraph.reports import Counts, RunReport, Tally, issue_line, versions
from kgraph.reviewed.deciding import Decided
from kgraph.scale.articles import Articles
from kgraph.scale.executors import Executor, Here
from kgraph.scale.grounds import Quads, put
from kgraph.scale.parts import Part, fresh_records
from kgraph.scale.ranges import join
from kgraph.scale.reading import Job
from kgraph.scale.running import read_all, refuse_all, survey_all
from kgraph.scale.shards import SIZE, cut
from kgraph.scale.stating import tally_proven
from kgraph.settings import Settings
from kgraph.sorting import in_blocks, read_blocks, write_blocks
from kgraph.sources.identifiers import settle
from kgraph.sources.reading import STDIN, check_sources
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
    progress: Callable[[int, int], None] | None = None,
    reviewed: Path | None = None,
    executor: Executor | None = None,
    records: Path | None = None,
    ready: Callable[[Path, tuple[str, ...]], object] | None = None,
) -> BuildReport:
    """Reads the sources and writes the files of a build to `out`: all of FILES, or those that `only` names.

    The files replace those of an earlier build together when all are made; a failure leaves the earlier ones as they were. Where
    nothing could be read, only `issues.jsonl` and `run.json` are written. `progress` is told the number of inputs done so far, and of all.
    An article that cannot be read never ends the build; KGRAPH_STRICT=1 in the environment lets its exception through.
    `reviewed` is a folder of human decisions; a build that had one is not replaced by one that has none. `executor` reads the shards;
    where none is given, this process does. `records` is a file in which is kept what articles gave: those in it are not read again, and
    what is read is put there as soon as its shard is done. `ready` is called with the folder of the
    files and their names when they are made and before they take their places; nothing has changed where it raises.

    Raises KgraphError for a missing source or an unknown name in `only`, ReviewError for decisions that are not sound or cannot be kept,
    NoSpace where `out` cannot take the files.
    """
    wanted = _wanted(only)
    settings = settings or Settings()
    decided = Decided.of(reviewed, out, base=settings.base)
    decided.check_staying(out / FILES[name] for name in FILES.keys() - wanted)
    check_sources(sources, without=out)
    with replaced_together(out) as scratch:
        intake = Intake.in_room(scratch / "work", decided)
        job, executor = Job(settings, reviewed, decided.digest, records), executor or Here()
        with Articles.opened(records) if records else nullcontext() as articles:
            for part in _parts(sources, intake.room, job, executor, without=out, progress=progress):
                intake.adopt(part)
                if articles:
                    _remember(part, articles)
            if articles:
                articles.sweep()
        # What one shard gave is not worth a process.
        files = _write(intake, wanted, scratch, job, executor if len(intake.quads) > 1 else Here())
        if ready:
            ready(scratch, files)
        return BuildReport(out, intake.counts, files, tuple(intake.refused))


def _parts(
    sources: Sequence[str | Path],
    room: Path,
    job: Job,
    executor: Executor,
    *,
    without: Path,
    progress: Callable[[int, int], None] | None,
) -> Iterator[Part]:
    """What all shards of the sources give."""
    (parts := room / "parts").mkdir()
    stdin = _kept_stdin(room / "stdin") if STDIN in sources else None
    surveyed, refused = survey_all(cut(sources, size=SIZE, without=without, stdin=stdin), job, executor)
    names = settle(key for _, survey in surveyed for key in survey.keys)
    given = sum(survey.given for _, survey in surveyed) + len(refused)
    done = 0
    for part in chain(read_all(surveyed, names, parts, job, executor), [refuse_all(refused, parts)] if refused else []):
        yield part
        done += part.given
        if progress:
            progress(done, given)


def _remember(part: Part, articles: Articles) -> None:
    """Keeps what the articles of a part gave."""
    articles.use(part.known)
    for key, record in fresh_records(part):
        articles.put(key, record)
    articles.save()


def _kept_stdin(path: Path) -> Path:
    """Standard input, which comes once, in a file to be read twice."""
    with path.open("wb") as copy:
        shutil.copyfileobj(sys.stdin.buffer, copy)
    return path


def _wanted(only: Collection[str] | None) -> frozenset[str]:
    wanted = frozenset(only or FILES)
    if unknown := sorted(wanted - FILES.keys()):
        raise KgraphError(f"no such file of a build: {', '.join(unknown)}", mend=f"choose from {', '.join(FILES)}")
    return wanted


def _write(intake: Intake, wanted: frozenset[str], scratch: Path, job: Job, executor: Executor) -> tuple[str, ...]:
    """Makes the wanted files in `scratch`; their names."""
    if not intake.sources:
        wanted &= {"issues", "run"}
        intake.decided.check_staying(scratch.parent / FILES[name] for name in FILES.keys() - wanted)
    told = Tally({}, {})
    identity, base = intake.decide(job, executor), job.settings.base
    reprints = identity.reprinted
    intake.issues.add(map(issue_line, identity.doubts))
    if wanted - {"issues"}:
        graph = (scratch if "nq" in wanted else intake.room) / FILES["nq"]
        rules = load_rules(base=base)
        stated = intake.state(identity, properties(rules), job, executor)
        del identity  # what follows needs room of its own
        told = _make_graph(stated, intake, rules, graph, job, executor)
        _project(graph, wanted, scratch, base=base)
    if "cards" in wanted:
        write_blocks(intake.decided.proven(read_blocks(intake.cards_file)), scratch / FILES["cards"])
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
            classes=told.classes,
            predicates=told.predicates,
            sources=intake.sources,
        )
        write_blocks(intake.decided.proven([run.to_json().encode().splitlines()]), scratch / FILES["run"])
    return tuple(FILES[name] for name in FILES if name in wanted)


def _make_graph(stated: Sequence[Quads], intake: Intake, rules: Sequence[Rule], graph: Path, job: Job, executor: Executor) -> Tally:
    """Writes all quads, sorted: what is stated, as people corrected it, and what follows by the rules; how often things stand in them."""
    room, base = intake.room, job.settings.base
    if intake.decided.reviewed.corrections:
        join([quads.path for quads in stated], before := room / "uncorrected.nq", executor, room=room, tell=len)
        stated = [put(intake.decided.mended(before, Names(base), room), room / "corrected.nq", properties(rules))]
    join([quads.grounds for quads in stated], grounds := room / "grounds.nq", executor, room=room, tell=len)
    write_blocks(in_blocks(derive(grounds, base=base, rules=rules)), derived := room / "derived.nq")
    files = [*(quads.path for quads in stated), derived]
    return sum(join(files, graph, executor, room=room, tell=partial(tally_proven, job=job)), start=Tally({}, {}))


def _project(graph: Path, wanted: frozenset[str], scratch: Path, *, base: str) -> None:
    """Makes the files that show `graph.nq` in another form."""
    if "ttl" in wanted:
        from kgraph.exports.turtle import write_turtle

        write_turtle(graph, scratch / FILES["ttl"], base=base)
    if "html" in wanted:
        from kgraph.view.page import write_page

        write_page(graph, scratch / FILES["html"])
