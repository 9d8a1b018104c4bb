"""What comes in: parts of shards are put to the rest, and who is who is decided among all of them. Nothing of it is written yet."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from kgraph.authority import open_authority
from kgraph.extract import Extractor, open_extractor
from kgraph.identity.decision import Named
from kgraph.identity.gathering import Gathering, Identity
from kgraph.identity.kinds import Known
from kgraph.model import Issue, Organization, Unit
from kgraph.reports import Counts, issue_order
from kgraph.reviewed.deciding import Decided
from kgraph.scale.parts import SHOWN, Part, keep
from kgraph.sorting import Sorter


@dataclass(slots=True)
class Intake:
    """What has come in so far."""

    room: Path
    extractor: Extractor
    quads: Sorter
    issues: Sorter
    identity: Gathering
    decided: Decided
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
        (room / "quads").mkdir(parents=True)
        (room / "issues").mkdir()
        extractor = open_extractor()
        known = Known(extractor.lexicon, extractor.gazetteer, open_authority(extractor.lexicon))
        sorters = Sorter(room / "quads"), Sorter(room / "issues", key=issue_order)
        return cls(room, extractor, *sorters, Gathering(room / "identity", known), decided)

    @property
    def counts(self) -> Counts:
        """Inputs so far."""
        accepted = len(self.sources)
        given = accepted + self.duplicates + self.quarantined
        return Counts(given=given, accepted=accepted, duplicate=self.duplicates, quarantined=self.quarantined)

    def adopt(self, part: Part) -> None:
        """Takes the part of a shard; its files must stay."""
        self.quads.adopt(part.quads)
        self.issues.adopt(part.issues)
        self.identity.adopt(part.cards, part.printed)
        keep(self.units, part.units.items())
        keep(self.organizations, part.organizations.items())
        self.documents |= part.documents
        self.decided.met |= part.met
        self.decided.seen |= part.spoken_of
        self.sources |= part.sources
        self.duplicates += part.duplicates
        self.quarantined += part.quarantined
        self.refused += part.refused[: max(0, SHOWN - len(self.refused))]

    def decide(self) -> Identity:
        """Who is who among all that came in, by the rules and by what people decided."""
        decided = self.decided
        return self.identity.decide(decided.reviewed.identities, (Named(*node) for node in sorted(decided.seen)))
