"""The posts of one person in an article: what is shown of one role in one body is one holding, and what is told of another time another."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from kgraph.model import Evidence, Holding, HoldingStatus
from kgraph.rules.officials import Appearance
from kgraph.rules.periods import goes_on
from kgraph.rules.titles import Position

_CONFIDENCE = {
    "officials.title-name": 0.96,
    "officials.name-title": 0.96,
    "officials.given": 0.85,
    "officials.career": 0.85,
    "officials.seat": 0.8,
    "officials.deputy": 0.8,
    "officials.name": 0.7,
}
_STRONGER = {"held": 0, "former": 1, "appointed": 2}

Place = tuple[str, ...]
"""Role and key of the body; of a time that is over also its bounds."""


@dataclass(frozen=True, slots=True)
class _Row:
    """One place that shows a post, with its evidence."""

    position: Position
    status: HoldingStatus
    evidence: Evidence
    timed: Evidence | None = None

    @property
    def place(self) -> Place:
        return (self.position.role.concept, self.position.organization.key if self.position.organization else "")


def holdings_of(person: str, rows: Sequence[Appearance], day: str | None, source: Callable[[Evidence], Evidence]) -> Iterator[Holding]:
    """One holding for each role in each body, and for each further time that a life tells of it.

    A post given or left outweighs the same post held; one that a life tells as past does not, for it may have been held twice. `day` is
    that on which the article shows the posts; `source` finds evidence in the article's own text.
    """
    strong = any(not p.role.key("weak") for row in rows for p, _ in row.positions)
    read = [_row(appearance, p, status, source) for appearance in rows for p, status in appearance.positions if _counts(p, strong=strong)]
    found: dict[Place, list[_Row]] = {}
    for row in read:
        if row.position.told is None:
            found.setdefault(row.place, []).append(row)
    holdings = {place: _shown(place, shown, day) for place, shown in found.items()}
    told: dict[Place, list[_Row]] = {}
    for row in read:
        if row.position.told is not None:
            told.setdefault(row.place, []).append(row)
    for place, stays in told.items():
        for stay in _stretches(stays):
            where = _where(place, stay, holdings.get(place))
            holdings[where] = _with_told(where, holdings.get(where), stay, day)
    yield from (_named(person, place[:2], holding) for place, holding in holdings.items())


def _counts(position: Position, *, strong: bool) -> bool:
    """Whether a post is one: in a body or of a kind that needs none, not a weak one beside a stronger (`strong`)."""
    if position.organization is None and not position.role.key("alone"):
        return False
    return not (strong and position.role.key("weak"))


def _row(appearance: Appearance, position: Position, status: HoldingStatus, source: Callable[[Evidence], Evidence]) -> _Row:
    """A post with the words that show it: those around the name, or those of a life that tell it."""
    name, rule = appearance.name, "officials.career" if position.told else appearance.rule
    begin, end = position.told or (min(name.begin, position.begin), max(name.end, position.end))
    sure = _CONFIDENCE[rule] * (1 if position.sure else 0.95)
    timed = source(Evidence(*position.timed, rule, sure)) if position.timed and (position.since or position.until) else None
    return _Row(position, status, source(Evidence(begin, end, rule, sure)), timed)


def _shown(place: Place, rows: Sequence[_Row], day: str | None) -> Holding:
    """The post as the article shows it."""
    status = max((row.status for row in rows), key=lambda s: _STRONGER[s])
    evidence = tuple(dict.fromkeys(row.evidence for row in rows))
    return Holding("", place[0], rows[-1].position.organization, status, day, evidence)


def _stretches(rows: Sequence[_Row]) -> Iterator[list[_Row]]:
    """The rows of one post by stretches of time: one that begins when another ends goes on with it, and what has no time is by itself."""
    timeless = [row for row in rows if row.position.since is None]
    if timeless:
        yield timeless
    stretch: list[_Row] = []
    for row in sorted((row for row in rows if row.position.since), key=lambda row: row.position.since or ""):
        if stretch and not any(goes_on(r.position.until, row.position.since, begun=r.position.since) for r in stretch):
            yield stretch
            stretch = []
        stretch.append(row)
    if stretch:
        yield stretch


def _where(place: Place, stay: Sequence[_Row], known: Holding | None) -> Place:
    """Where a stretch belongs: a time that is over by itself, unless the article shows the post as a former one without a time."""
    since, until = _bounds(stay)
    if since is None or _status(stay) != "former" or known is None or (known.status == "former" and known.since is None):
        return place
    return (*place, since, until or "")


def _with_told(place: Place, known: Holding | None, stay: Sequence[_Row], day: str | None) -> Holding:
    """A holding with what a life tells of it; of a post that is over the article shows no day."""
    evidence = tuple(dict.fromkeys((*(known.evidence if known else ()), *(row.evidence for row in stay))))
    status = _status(stay)
    if known is None:
        known = Holding("", place[0], stay[0].position.organization, status, None if status == "former" else day, evidence)
    first, last = _first(stay), _last(stay)
    since, until = _bounds(stay)
    return replace(
        known,
        evidence=evidence,
        since=since or known.since,
        until=until or known.until,
        since_said=first.timed if since and first else known.since_said,
        until_said=last.timed if until else known.until_said,
        label=_label(stay[0].position),
    )


def _label(position: Position) -> str:
    """What a post is called: its role and its body."""
    return ", ".join((position.role.vi, position.organization.label) if position.organization else (position.role.vi,))


def _status(stay: Sequence[_Row]) -> HoldingStatus:
    return "held" if any(row.status == "held" for row in stay) else "former"


def _first(stay: Sequence[_Row]) -> _Row | None:
    return min((row for row in stay if row.position.since), key=lambda row: row.position.since or "", default=None)


def _last(stay: Sequence[_Row]) -> _Row:
    return max(stay, key=lambda row: (row.position.since or "", row.position.until or ""))


def _bounds(stay: Sequence[_Row]) -> tuple[str | None, str | None]:
    """The first beginning and the last end of a stretch; no end where it goes on, or where that of the last part is not said."""
    first = _first(stay)
    return first.position.since if first else None, None if _status(stay) == "held" else _last(stay).position.until


def _named(person: str, place: Place, holding: Holding) -> Holding:
    """The holding under its name: a hash of who holds what, how, and of the time for which it is told."""
    content = "\n".join((person, *place, holding.status, *filter(None, (holding.since, holding.until))))
    return replace(holding, key=f"holding/{hashlib.sha256(content.encode()).hexdigest()[:20]}")
