"""What comes in: parts of shards are put to the rest, and who is who is decided among all of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from kgraph.identity.decision import Named
from kgraph.identity.gathering import Identity, together
from kgraph.identity.reprints import Printings
from kgraph.model import Issue, Organization, Unit
from kgraph.reports import Counts, issue_order
from kgraph.reviewed.deciding import Decided
from kgraph.scale.deciding import decide_all
from kgraph.scale.executors import Executor
from kgraph.scale.grounds import Quads
from kgraph.scale.parts import SHOWN, Part, keep
from kgraph.scale.ranges import join
from kgraph.scale.reading import Job
from kgraph.scale.stating import Background, state_all
from kgraph.sorting import Sorter


@dataclass(slots=True)
class Intake:
    """What has come in so far; `cards` and `quads` are files of sorted lines, the latter each with the articles that it is of."""

    room: Path
    issues: Sorter
    printings: Printings
    decided: Decided
    cards: list[Path] = field(default_factory=list)
    quads: list[tuple[Path, frozenset[str]]] = field(default_factory=list)
    units: dict[str, Unit] = field(default_factory=dict)
    organizations: dict[str, Organization] = field(default_factory=dict)
    documents: set[str] = field(default_factory=set)
    sources: dict[str, str] = field(default_factory=dict)
    refused: list[Issue] = field(default_factory=list)
    quarantined: int = 0
    duplicates: int = 0

    @classmethod
    def in_room(cls, room: Path, decided: Decided) -> Intake:
        """Nothing yet; what memory cannot hold will be spilled to the folder `room`."""
        for name in ("issues", "printings"):
            (room / name).mkdir(parents=True)
        return cls(room, Sorter(room / "issues", key=issue_order), Printings(room / "printings"), decided)

    @property
    def counts(self) -> Counts:
        """Inputs so far."""
        accepted = len(self.sources)
        given = accepted + self.duplicates + self.quarantined
        return Counts(given=given, accepted=accepted, duplicate=self.duplicates, quarantined=self.quarantined)

    def adopt(self, part: Part) -> None:
        """Takes the part of a shard; its files must stay."""
        self.quads.append((part.quads, frozenset(part.sources)))
        self.issues.adopt(part.issues)
        self.cards.append(part.cards)
        self.printings.adopt(part.printed)
        keep(self.units, part.units.items())
        keep(self.organizations, part.organizations.items())
        self.documents |= part.documents
        self.decided.met |= part.met
        self.decided.seen |= part.spoken_of
        self.sources |= part.sources
        self.duplicates += part.duplicates
        self.quarantined += part.quarantined
        self.refused += part.refused[: max(0, SHOWN - len(self.refused))]

    def decide(self, job: Job, executor: Executor) -> Identity:
        """Who is who among all that came in, by the rules and by what people decided; all cards are in `cards_file` from now on."""
        decided, identities = self.decided, self.decided.reviewed.identities
        join(self.cards, self.cards_file, executor, room=self.room, tell=len)
        reprints, found = decide_all(self.cards_file, self.printings, job, executor, every=bool(identities.entries))
        return together(found, reprints, identities, (Named(*node) for node in sorted(decided.seen)))

    def state(self, identity: Identity, properties: frozenset[str], job: Job, executor: Executor) -> list[Quads]:
        """All that is stated, once it is decided who is who, in files; each with what rules look at that ask for these properties."""
        named = Background(tuple(self.units.values()), tuple(self.organizations.values()), identity.meant | self.documents)
        return state_all(self.quads, self.cards_file, named, identity, job, executor, room=self.room, properties=properties)

    @property
    def cards_file(self) -> Path:
        """All that was compared, sorted."""
        return self.room / "cards.jsonl"
