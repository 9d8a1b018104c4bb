"""Sources to files: the composition that command line, Python users and servers call.

    paths → articles → findings ─┬→ quads, sorted ──────┬→ graph.nq → graph.ttl, graph.html
                     └→ issues   └→ printings, in groups ┘       └→ run.json

The sources are read twice: once to settle what each article is called, which depends on all of them, and once to read what they say.
Between the two only identifiers and hashes are kept, so memory does not grow with the texts.
"""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

from kgraph.authority import open_authority
from kgraph.background import background, known_documents
from kgraph.collector import seldom_collecting
from kgraph.errors import KgraphError
from kgraph.extract import Extractor, open_extractor
from kgraph.identity.gathering import Gathering
from kgraph.identity.kinds import Known
from kgraph.identity.renaming import renamed, reprint_quads
from kgraph.model import Article, Issue, Organization, Unit
from kgraph.outputs import replaced_together
from kgraph.reports import Counts, RunReport, issue_line, issue_order, tally, versions
from kgraph.settings import Settings
from kgraph.sorting import Block, Sorter, write_blocks
from kgraph.sources.identifiers import Key, Name, key_of, settle
from kgraph.sources.outcomes import Reading, Refusal
from kgraph.sources.reading import STDIN, read_sources
from kgraph.sources.standard_input import kept
from kgraph.terms import Names
from kgraph.triples import quads

FILES = {
    "nq": "graph.nq",
    "ttl": "graph.ttl",
    "html": "graph.html",
    "cards": "cards.jsonl",
    "issues": "issues.jsonl",
    "run": "run.json",
}
"""Names for `only`, and the files they stand for."""
_SHOWN = 100
_T = TypeVar("_T")


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
) -> BuildReport:
    """Reads the sources and writes the files of a build to `out`: all of FILES, or those that `only` names.

    The files replace those of an earlier build together when all are made; a failure leaves the earlier ones as they were. Where
    nothing could be read, only `issues.jsonl` and `run.json` are written. `progress` is told the number of inputs done so far.
    An article that cannot be read never ends the build; KGRAPH_STRICT=1 in the environment lets its exception through.

    Raises KgraphError for a missing source or an unknown name in `only`, NoSpace where `out` cannot take the files.
    """
    wanted = _wanted(only)
    settings = settings or Settings()
    stdin = kept(sys.stdin.buffer) if STDIN in sources else None

    def read() -> Iterator[Reading]:
        return read_sources(sources, settings=settings, stdin=stdin and stdin(), without=out)

    readings, extractor = read(), open_extractor()
    with replaced_together(out) as scratch, seldom_collecting():
        names, given = _survey(readings)
        gathered = _Gathered.in_room(scratch / "work", extractor)
        _gather(read(), names, extractor, gathered, base=settings.base, progress=progress)
        if names or gathered.counts.given != given:
            raise KgraphError("the sources changed while they were read", mend="build again")
        authority = background(
            gathered.units.values(),
            gathered.organizations.values(),
            documents=gathered.documents,
            lexicon=extractor.lexicon,
            gazetteer=extractor.gazetteer,
            base=settings.base,
        )
        gathered.quads.add(authority)
        files = _write(gathered, wanted, scratch, base=settings.base)
        return BuildReport(out, gathered.counts, files, tuple(gathered.refused))


def _wanted(only: Collection[str] | None) -> frozenset[str]:
    wanted = frozenset(only or FILES)
    if unknown := sorted(wanted - FILES.keys()):
        raise KgraphError(f"no such file of a build: {', '.join(unknown)}", mend=f"choose from {', '.join(FILES)}")
    return wanted


def _survey(readings: Iterable[Reading]) -> tuple[dict[Key, Name], int]:
    """The first pass: the articles to keep with their names, and how many inputs there are."""
    keys: list[Key] = []
    refused = 0
    for reading in readings:
        if isinstance(reading, Article):
            keys.append(key_of(reading))
        elif isinstance(reading, Refusal):
            refused += 1
    return settle(keys), len(keys) + refused


@dataclass(slots=True)
class _Gathered:
    """What the second pass has gathered so far."""

    room: Path
    quads: Sorter
    issues: Sorter
    identity: Gathering
    units: dict[str, Unit] = field(default_factory=dict)
    organizations: dict[str, Organization] = field(default_factory=dict)
    known: frozenset[str] = frozenset()
    documents: set[str] = field(default_factory=set)
    sources: dict[str, str] = field(default_factory=dict)
    refused: list[Issue] = field(default_factory=list)
    quarantined: int = 0
    duplicates: int = 0

    @classmethod
    def in_room(cls, room: Path, extractor: Extractor) -> _Gathered:
        """Nothing yet; what memory cannot hold will be spilled to the folder `room`."""
        (room / "quads").mkdir(parents=True)
        (room / "issues").mkdir()
        sorters = Sorter(room / "quads"), Sorter(room / "issues", key=issue_order)
        identity = Gathering(room / "identity", Known(extractor.lexicon, extractor.gazetteer, open_authority(extractor.lexicon)))
        return cls(room, *sorters, identity, known=known_documents(extractor.lexicon))

    @property
    def counts(self) -> Counts:
        """Inputs so far."""
        accepted = len(self.sources)
        given = accepted + self.duplicates + self.quarantined
        return Counts(given=given, accepted=accepted, duplicate=self.duplicates, quarantined=self.quarantined)

    def refuse(self, issue: Issue) -> None:
        """Counts and reports an input that is not in the graph."""
        self.quarantined += 1
        self.issues.add([issue_line(issue)])
        if len(self.refused) < _SHOWN:
            self.refused.append(issue)


def _gather(
    readings: Iterable[Reading],
    names: dict[Key, Name],
    extractor: Extractor,
    gathered: _Gathered,
    *,
    base: str,
    progress: Callable[[int], None] | None,
) -> None:
    """The second pass. Each name is taken out of `names` as its article comes by; what comes again is a duplicate."""
    current = ""
    for reading in readings:
        match reading:
            case Article():
                name = names.pop(key_of(reading), None)
                current = name.id if name else reading.id
                if name:
                    article = reading.model_copy(update={"id": name.id, "also_as": name.also_as})
                    _take(article, extractor, gathered, base=base)
                else:
                    gathered.duplicates += 1
            case Refusal():
                gathered.refuse(Issue(code=reading.code, message=reading.message, article="", place=reading.place))
            case Issue():
                gathered.issues.add([issue_line(replace(reading, article=reading.article and current))])
                continue
        if progress:
            progress(gathered.counts.given)


def _take(article: Article, extractor: Extractor, gathered: _Gathered, *, base: str) -> None:
    """Puts all that an article says to the rest, or nothing of it and a `fault`."""
    try:
        findings = extractor.extract(article)
        lines = list(quads(findings, base=base))
    except Exception as error:
        if os.environ.get("KGRAPH_STRICT"):
            raise
        # The exception's own message may quote the text, which can hold a private name.
        message = f"{type(error).__name__} while the article was read"
        gathered.refuse(Issue(code="fault", message=message, article=article.id))
        return
    gathered.quads.add(lines)
    gathered.identity.add(findings)
    gathered.issues.add(map(issue_line, findings.issues))
    gathered.sources[article.id] = article.sha256
    for unit in findings.units:
        _keep(gathered.units, unit.key, unit)
    for organization in findings.organizations:
        _keep(gathered.organizations, organization.key, organization)
    gathered.documents.update(gathered.known.intersection(directive.key for directive in findings.directives))


def _keep(known: dict[str, _T], key: str, value: _T) -> None:
    """Remembers a value under its key; of two that differ the same one in any order of the articles."""
    before = known.setdefault(key, value)
    if before != value:
        known[key] = min(before, value, key=repr)


def _write(gathered: _Gathered, wanted: frozenset[str], scratch: Path, *, base: str) -> tuple[str, ...]:
    """Makes the wanted files in `scratch`; their names."""
    if not gathered.sources:
        wanted &= {"issues", "run"}
    classes: Counter[str] = Counter()
    predicates: Counter[str] = Counter()
    reprints = 0
    if wanted - {"issues"}:
        graph = (scratch if "nq" in wanted else gathered.room) / FILES["nq"]
        lines, reprints = _identified(gathered, Names(base))
        write_blocks(tally(lines, classes=classes, predicates=predicates), graph)
        _project(graph, wanted, scratch, base=base)
    if "cards" in wanted:
        write_blocks(gathered.identity.cards(), scratch / FILES["cards"])
    if "issues" in wanted:
        write_blocks(gathered.issues.blocks(), scratch / FILES["issues"])
    if "run" in wanted:
        run = RunReport(
            versions=versions(),
            base=base,
            counts=gathered.counts,
            reprints=reprints,
            classes=dict(classes),
            predicates=dict(predicates),
            sources=gathered.sources,
        )
        (scratch / FILES["run"]).write_text(run.to_json(), encoding="utf-8", newline="\n")
    return tuple(FILES[name] for name in FILES if name in wanted)


def _identified(gathered: _Gathered, names: Names) -> tuple[Iterator[Block], int]:
    """The quads under the names that stand, sorted, and how many articles print the text of another one."""
    identity = gathered.identity.decide()
    gathered.quads.add(reprint_quads(identity.reprints, names))
    gathered.quads.add(gathered.identity.tenures(identity.standing, names))
    (gathered.room / "renamed").mkdir()
    lines = renamed(gathered.quads, identity.standing, names, Sorter(gathered.room / "renamed"))
    return lines, sum(len(group) - 1 for group in identity.reprints)


def _project(graph: Path, wanted: frozenset[str], scratch: Path, *, base: str) -> None:
    """Makes the files that show `graph.nq` in another form."""
    if "ttl" in wanted:
        from kgraph.exports.turtle import write_turtle

        write_turtle(graph, scratch / FILES["ttl"], base=base)
    if "html" in wanted:
        from kgraph.view.page import write_page

        write_page(graph, scratch / FILES["html"])
