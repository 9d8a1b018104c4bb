"""The posts of a person by attested day, and whether a post was held on a day: held, ended, not begun, or unknown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from kgraph.analysis.entities import Entity, Term, Title, local_name
from kgraph.analysis.evidence import Evidence, Statement, in_order
from kgraph.analysis.tenures import Tenure, read_tenures
from kgraph.analysis.whole import Whole, named

State = Literal["held", "ended", "not-begun", "unknown"]
Told = Literal["told", "told-since", "told-over", "told-later"]
Seen = Literal["seen", "between", "left", "over", "before-taken-up", "after-last", "before-first", "no-day"]
Reason = Told | Seen


@dataclass(frozen=True, slots=True)
class Stretch:
    """One stretch of a post: the days (ISO, empty where unknown) that articles attest, and the statements that show it.

    `since` and `until` (EDTF, empty where not said) bound the time for which an article tells it. Without any day the post was shown, and
    it is not known when.
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
    since: str = ""
    until: str = ""

    @property
    def dated(self) -> bool:
        """Whether any day of it is known."""
        return bool(self.attested_from or self.left or self.over_by or self.taken_up or self.since or self.until)


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a stretch covers a day, and why: the day (ISO) that decides it, or the nearest one known, so many days away."""

    state: State
    reason: Reason
    day: str = ""
    days: int = 0


def read_career(whole: Whole, person: Entity) -> tuple[Stretch, ...]:
    """All stretches of a person's posts by first day, those without any day last."""
    titles = {title.iri: title for title in person.titles}
    evidence = whole.evidence((person.iri, "hasPosition", holding) for holding in titles)
    stretches: list[Stretch] = []
    told: set[str] = set()
    for tenure in read_tenures(whole.graph, person.iri).get(person.iri, ()):
        mine = [titles[holding] for holding in tenure.holdings if holding in titles]
        told.update(title.iri for title in mine)
        stretches.append(_stretch(whole, person, tenure, mine, evidence))
    stretches += [_stretch(whole, person, _undated(title), [title], evidence) for iri, title in titles.items() if iri not in told]
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
    if (told := _told(stretch, day)) is not None:
        return told
    if stretch.left and stretch.left <= day:
        return Verdict("ended", "left", stretch.left, _apart(day, stretch.left))
    if stretch.over_by and stretch.over_by <= day:
        return Verdict("ended", "over", stretch.over_by, _apart(day, stretch.over_by))
    if stretch.taken_up and day < stretch.taken_up and stretch.taken_up <= (stretch.attested_from or stretch.taken_up):
        return Verdict("not-begun", "before-taken-up", stretch.taken_up, _apart(day, stretch.taken_up))
    if stretch.attested_to and day > stretch.attested_to:
        return Verdict("unknown", "after-last", stretch.attested_to, _apart(day, stretch.attested_to))
    nearest = stretch.attested_from or stretch.taken_up or stretch.left or stretch.over_by
    return Verdict("unknown", "before-first", nearest, _apart(day, nearest)) if nearest else Verdict("unknown", "no-day")


def _told(stretch: Stretch, day: str) -> Verdict | None:
    """What the time that is told of a post says of a day; None of a day in the very month or year in which it begins or ends.

    >>> post = Stretch(Term("bi-thu"), None, "", "", "", "", "2017-05-10", (), (), since="1992-10", until="1996")
    >>> [_told(post, day) for day in ("1994-01-01", "1992-10-05")]
    [Verdict(state='held', reason='told', day='', days=0), None]
    >>> _told(post, "1999-01-01").state, _told(post, "1992-09-30").state
    ('ended', 'unknown')
    """
    since, until = stretch.since, stretch.until
    if until and day[: len(until)] > until:
        return Verdict("ended", "told-over")
    if since and day[: len(since)] < since:
        return Verdict("unknown", "told-later")
    begun, going = since and day[: len(since)] > since, until and day[: len(until)] < until
    exact = (len(since) == len(day) and day == since) or (len(until) == len(day) and day == until)
    if (begun and going) or (exact and since and until):
        return Verdict("held", "told")
    if begun and not until and day <= stretch.attested_to:
        return Verdict("held", "told-since", stretch.attested_to, _apart(day, stretch.attested_to))
    return None


def _undated(title: Title) -> Tenure:
    return Tenure("", title.role.name, title.organization, "", "", "", "", "", (title.iri,))


def _stretch(whole: Whole, person: Entity, tenure: Tenure, titles: list[Title], evidence: Evidence) -> Stretch:
    title = titles[0] if titles else Title("", Term(local_name(tenure.role)))
    said = [s for one in titles for s in evidence.get(named((person.iri, "hasPosition", one.iri)), ())]
    return Stretch(
        role=title.role,
        body=whole.entities.get(tenure.body),
        attested_from=tenure.attested_from,
        attested_to=tenure.attested_to,
        taken_up=tenure.taken_up,
        left=tenure.left,
        over_by=tenure.over_by,
        sights=tuple(sorted({day for one in titles if one.status != "former" for day in one.observed})),
        evidence=in_order(said),
        since=min((one.since for one in titles if one.since), default=""),
        until=_until(titles),
    )


def _until(titles: list[Title]) -> str:
    """When a stretch is told to have ended: it is not where one of its holdings is a present one."""
    return "" if any(one.status != "former" for one in titles) else max((one.until for one in titles), default="")


def _order(stretch: Stretch) -> tuple[str, str, str, str]:
    first = stretch.since or stretch.attested_from or stretch.taken_up or stretch.left or stretch.over_by or "~"
    return (first, stretch.attested_to, stretch.role.vi or stretch.role.name, stretch.body.label if stretch.body else "")


def _apart(one: str, other: str) -> int:
    return abs((date.fromisoformat(one) - date.fromisoformat(other)).days)
