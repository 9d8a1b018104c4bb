"""Human decisions at work in one build: what comes in, what an article shows, what the graph says, and what is told of it."""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from kgraph.errors import ReviewError
from kgraph.model import Findings, Issue
from kgraph.reviewed.admission import admitted, proven, without
from kgraph.reviewed.mending import mended
from kgraph.reviewed.reading import Reviewed, read_reviewed
from kgraph.reviewed.suppression import Suppressor, decision_unused
from kgraph.sorting import Block, Sorter, in_blocks
from kgraph.sources.outcomes import Reading
from kgraph.terms import Names

_RUN = "run.json"


@dataclass(frozen=True, slots=True)
class Shown:
    """What may be shown of an article; the places of the decisions that took something out of it, and its nodes that others speak of."""

    findings: Findings
    met: frozenset[str] = frozenset()
    spoken_of: frozenset[str] = frozenset()


@dataclass(slots=True)
class Decided:
    """The decisions of one build, and what they met so far: places of decisions (`met`), nodes by article and key (`seen`)."""

    reviewed: Reviewed
    suppressor: Suppressor
    met: set[str] = field(default_factory=set)
    seen: set[tuple[str, str]] = field(default_factory=set)
    told: list[Issue] = field(default_factory=list)

    @classmethod
    def of(cls, folder: Path | None, out: Path, *, base: str) -> Decided:
        """The decisions of a folder, or none.

        Raises ReviewError where they are not sound, and where there are none though the build in `out` had some: what was suppressed there
        would come back.
        """
        if folder is None and (out / _RUN).is_file() and _digest(out / _RUN):
            raise ReviewError(
                "the build that stands here was made with human decisions",
                where=str(out),
                mend="give --reviewed, or another folder to --out",
            )
        return cls.read(folder, base=base)

    @classmethod
    def read(cls, folder: Path | None, *, base: str) -> Decided:
        """The decisions of a folder, or none; ReviewError where they are not sound."""
        reviewed = read_reviewed(folder, base=base) if folder else Reviewed()
        return cls(reviewed, Suppressor(reviewed.suppressions))

    @property
    def digest(self) -> str:
        """The hash of the files of decisions, empty where there are none."""
        return self.reviewed.digest

    def admitted(self, readings: Iterable[Reading]) -> Iterator[Reading]:
        """The readings without suppressed names in identifiers, addresses and places."""
        return admitted(readings, self.reviewed.suppressions) if self.reviewed.suppressions else iter(readings)

    def check_staying(self, files: Iterable[Path]) -> None:
        """Raises ReviewError where a suppressed name stands in a file of an earlier build that this one does not replace."""
        for path in files:
            if path.is_file() and self.reviewed.suppressions:
                with path.open(encoding="utf-8", errors="replace") as lines:
                    try:
                        deque(proven(lines, self.reviewed.suppressions, quads=False), maxlen=0)
                    except ReviewError as error:
                        what = "a suppressed name stands in a file that would stay"
                        raise ReviewError(what, where=f"{path.name}; {error.where}", mend="build all files, or remove this one") from None

    def shown(self, findings: Findings) -> Shown:
        """What may be shown of an article."""
        article, identities = findings.article.id, self.reviewed.identities
        keys = frozenset(k for k in findings.entity_keys() if identities.speaks_of(article, k)) if identities.entries else frozenset()
        return Shown(*(self.suppressor.shown(findings) if self.reviewed.suppressions else (findings, frozenset())), spoken_of=keys)

    def note(self, article: str, met: Iterable[str], spoken_of: Iterable[str]) -> None:
        """Remembers which decisions an article met, for those that meet nothing are told."""
        self.met.update(met)
        self.seen.update((article, key) for key in spoken_of)

    def known(self, background: Iterable[str]) -> Iterator[str]:
        """The quads of background knowledge without places and bodies that bear a suppressed name."""
        return without(background, self.reviewed.suppressions) if self.reviewed.suppressions else iter(background)

    def mended(self, quads: Path, names: Names, room: Path) -> Iterator[Block]:
        """The sorted quads of a file with the corrections applied. `room` is a folder of the build."""
        (room / "corrected").mkdir()
        found = mended(quads, self.reviewed.corrections, names, Sorter(room / "corrected"))
        self.told += [*found.issues, *map(decision_unused, found.unused)]
        return in_blocks(found.lines)

    def proven(self, blocks: Iterable[Block], *, quads: bool = False) -> Iterator[Block]:
        """The same lines; ReviewError where a suppressed name is left in one."""
        if not self.reviewed.suppressions:
            return iter(blocks)
        return in_blocks(proven((line.decode() for block in blocks for line in block), self.reviewed.suppressions, quads=quads))

    def issues(self) -> Iterator[Issue]:
        """What the decisions did, and which met nothing."""
        yield from self.told
        yield from (decision_unused(entry.place) for entry in self.reviewed.suppressions if entry.place not in self.met)
        yield from (decision_unused(entry.place) for entry in self.reviewed.identities.unused(self.seen))


def _digest(run: Path) -> str:
    """The hash of decisions that a report names; empty where it names none or cannot be read."""
    try:
        report = json.loads(run.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return ""
    return str(report.get("reviewed", "")) if isinstance(report, dict) else ""
