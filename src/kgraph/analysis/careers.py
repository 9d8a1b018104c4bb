"""The posts of a person by attested day, and whether a post was held on a day: held, ended, not begun, or unknown."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Literal

from kgraph.analysis.entities import Entity, Term, Title
from kgraph.analysis.evidence import Evidence, Statement, in_order
from kgraph.analysis.whole import Whole, named
from kgraph.store.graph import Row

_TENURES = """SELECT ?person ?tenure ?role ?body ?from ?to ?taken ?left ?over ?holding WHERE {
  ?tenure a kg:Tenure ; org:member ?person ; org:role ?role .
  OPTIONAL { ?tenure org:organization ?body } OPTIONAL { ?tenure kg:attestedFrom ?from } OPTIONAL { ?tenure kg:attestedTo ?to }
  OPTIONAL { ?tenure kg:takenUpOn ?taken } OPTIONAL { ?tenure kg:leftOn ?left } OPTIONAL { ?tenure kg:overBy ?over }
  OPTIONAL { ?tenure prov:wasDerivedFrom ?holding } }"""

State = Literal["held", "ended", "not-begun", "unknown"]


@dataclass(frozen=True, slots=True)
class Stretch:
    """One stretch of a post: the days (ISO, empty where unknown) that articles attest, and the statements that show it.

    Without any day the post was shown, and it is not known when.
    """

    role: Term
    body: Entity | None
    attested_from: str
    attested_to: str
    taken_up: str
    left: str
    over_by: str
    sights: tuple[str, ...]
    evidence: tuple[Statement, ...]

    @property
    def dated(self) -> bool:
        """Whether any day of it is known."""
        return bool(self.attested_from or self.left or self.over_by or self.taken_up)


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a stretch covers a day, and why: the day (ISO) that decides it, or the nearest one known, so many days away."""

    state: State
    reason: Literal["seen", "between", "left", "over", "before-taken-up", "after-last", "before-first", "no-day"]
    day: str = ""
    days: int = 0


def read_career(whole: Whole, person: Entity) -> tuple[Stretch, ...]:
    """All stretches of a person's posts by first day, those without any day last."""
    titles = {title.iri: title for title in person.titles}
    evidence = whole.evidence((person.iri, "hasPosition", holding) for holding in titles)
    rows: dict[str, list[Row]] = defaultdict(list)
    for row in whole.graph.rows(_TENURES, given={"person": person.iri}):
        rows[row["tenure"]].append(row)
    stretches: list[Stretch] = []
    told: set[str] = set()
    for _, found in sorted(rows.items()):
        mine = [titles[row["holding"]] for row in found if row.get("holding") in titles]
        told.update(title.iri for title in mine)
        stretches.append(_stretch(whole, person, found[0], mine, evidence))
    stretches += [_stretch(whole, person, {}, [title], evidence) for iri, title in titles.items() if iri not in told]
    return tuple(sorted(stretches, key=_order))


def on_day(stretch: Stretch, day: str) -> Verdict:
    """Whether a post was held on a day (ISO), as far as articles show it.

    >>> post = Stretch(Term("bi-thu"), None, "2024-03-19", "2024-09-02", "", "2025-01-05", "", ("2024-03-19", "2024-09-02"), ())
    >>> on_day(post, "2024-05-01").state, on_day(post, "2025-02-01").state
    ('held', 'ended')
    >>> on_day(post, "2024-09-12")
    Verdict(state='unknown', reason='after-last', day='2024-09-02', days=10)
    """
    if not stretch.dated:
        return Verdict("unknown", "no-day")
    if day in stretch.sights or day in (stretch.attested_from, stretch.attested_to):
        return Verdict("held", "seen", day)
    if stretch.attested_from and stretch.attested_from < day < stretch.attested_to:
        return Verdict("held", "between", stretch.attested_to, _apart(day, stretch.attested_to))
    if stretch.left and stretch.left <= day:
        return Verdict("ended", "left", stretch.left, _apart(day, stretch.left))
    if stretch.over_by and stretch.over_by <= day:
        return Verdict("ended", "over", stretch.over_by, _apart(day, stretch.over_by))
    if stretch.taken_up and day < stretch.taken_up and stretch.taken_up <= (stretch.attested_from or stretch.taken_up):
        return Verdict("not-begun", "before-taken-up", stretch.taken_up, _apart(day, stretch.taken_up))
    if stretch.attested_to and day > stretch.attested_to:
        return Verdict("unknown", "after-last", stretch.attested_to, _apart(day, stretch.attested_to))
    nearest = stretch.attested_from or stretch.taken_up or stretch.left or stretch.over_by
    return Verdict("unknown", "before-first", nearest, _apart(day, nearest))


def _stretch(whole: Whole, person: Entity, row: Row, titles: list[Title], evidence: Evidence) -> Stretch:
    title = titles[0] if titles else Title("", Term(row.get("role", "").rpartition("/")[2]))
    said = [s for one in titles for s in evidence.get(named((person.iri, "hasPosition", one.iri)), ())]
    return Stretch(
        role=title.role,
        body=whole.entities.get(row.get("body", title.organization)),
        attested_from=row.get("from", ""),
        attested_to=row.get("to", ""),
        taken_up=row.get("taken", ""),
        left=row.get("left", ""),
        over_by=row.get("over", ""),
        sights=tuple(sorted({day for one in titles if one.status != "former" for day in one.observed})),
        evidence=in_order(said),
    )


def _order(stretch: Stretch) -> tuple[str, str, str, str]:
    first = stretch.attested_from or stretch.taken_up or stretch.left or stretch.over_by or "~"
    return (first, stretch.attested_to, stretch.role.vi or stretch.role.name, stretch.body.label if stretch.body else "")


def _apart(one: str, other: str) -> int:
    return abs((date.fromisoformat(one) - date.fromisoformat(other)).days)
