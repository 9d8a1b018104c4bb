"""What comes in: sources are read, each article is extracted, and what it says is put to the rest. Nothing of it is written yet."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

from kgraph.authority import open_authority
from kgraph.background import known_documents
from kgraph.extract import Extractor
from kgraph.identity.decision import Named
from kgraph.identity.gathering import Gathering, Identity
from kgraph.identity.kinds import Known
from kgraph.model import Article, Issue, Organization, Unit
from kgraph.reports import Counts, issue_line, issue_order
from kgraph.reviewed.deciding import Decided
from kgraph.sorting import Sorter
from kgraph.sources.identifiers import Key, Name, key_of, settle
from kgraph.sources.outcomes import Reading, Refusal
from kgraph.triples import quads

_SHOWN = 100
_T = TypeVar("_T")


def survey(readings: Iterable[Reading]) -> tuple[dict[Key, Name], int]:
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
class Intake:
    """What the second pass has taken in so far."""

    room: Path
    quads: Sorter
    issues: Sorter
    identity: Gathering
    decided: Decided
    units: dict[str, Unit] = field(default_factory=dict)
    organizations: dict[str, Organization] = field(default_factory=dict)
    known: frozenset[str] = frozenset()
    documents: set[str] = field(default_factory=set)
    sources: dict[str, str] = field(default_factory=dict)
    refused: list[Issue] = field(default_factory=list)
    quarantined: int = 0
    duplicates: int = 0

    @classmethod
    def in_room(cls, room: Path, extractor: Extractor, decided: Decided) -> Intake:
        """Nothing yet; what memory cannot hold will be spilled to the folder `room`."""
        (room / "quads").mkdir(parents=True)
        (room / "issues").mkdir()
        sorters = Sorter(room / "quads"), Sorter(room / "issues", key=issue_order)
        identity = Gathering(room / "identity", Known(extractor.lexicon, extractor.gazetteer, open_authority(extractor.lexicon)))
        return cls(room, *sorters, identity, decided, known=known_documents(extractor.lexicon))

    @property
    def counts(self) -> Counts:
        """Inputs so far."""
        accepted = len(self.sources)
        given = accepted + self.duplicates + self.quarantined
        return Counts(given=given, accepted=accepted, duplicate=self.duplicates, quarantined=self.quarantined)

    def decide(self) -> Identity:
        """Who is who among all that came in, by the rules and by what people decided."""
        decided = self.decided
        return self.identity.decide(decided.reviewed.identities, (Named(*node) for node in sorted(decided.seen)))

    def refuse(self, issue: Issue) -> None:
        """Counts and reports an input that is not in the graph."""
        self.quarantined += 1
        self.issues.add([issue_line(issue)])
        if len(self.refused) < _SHOWN:
            self.refused.append(issue)


def take_all(
    readings: Iterable[Reading],
    names: dict[Key, Name],
    extractor: Extractor,
    intake: Intake,
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
                    _take(article, extractor, intake, base=base)
                else:
                    intake.duplicates += 1
            case Refusal():
                intake.refuse(Issue(code=reading.code, message=reading.message, article="", place=reading.place))
            case Issue():
                intake.issues.add([issue_line(replace(reading, article=reading.article and current))])
                continue
        if progress:
            progress(intake.counts.given)


def _take(article: Article, extractor: Extractor, intake: Intake, *, base: str) -> None:
    """Puts all that an article says to the rest, or nothing of it and a `fault`."""
    try:
        findings = intake.decided.shown(extractor.extract(article))
        lines = list(quads(findings, base=base))
    except Exception as error:
        if os.environ.get("KGRAPH_STRICT"):
            raise
        # The exception's own message may quote the text, which can hold a private name.
        message = f"{type(error).__name__} while the article was read"
        intake.refuse(Issue(code="fault", message=message, article=article.id))
        return
    intake.quads.add(lines)
    intake.identity.add(findings)
    intake.issues.add(map(issue_line, findings.issues))
    intake.sources[article.id] = article.sha256
    for unit in findings.units:
        _keep(intake.units, unit.key, unit)
    for organization in findings.organizations:
        _keep(intake.organizations, organization.key, organization)
    intake.documents.update(intake.known.intersection(directive.key for directive in findings.directives))


def _keep(known: dict[str, _T], key: str, value: _T) -> None:
    """Remembers a value under its key; of two that differ the same one in any order of the articles."""
    before = known.setdefault(key, value)
    if before != value:
        known[key] = min(before, value, key=repr)
