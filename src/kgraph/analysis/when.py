"""When something was: the days that bound a document, an event or a campaign, as far as the graph knows them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kgraph.analysis.entities import Entity, Property
from kgraph.identity.days import span_of


@dataclass(frozen=True, slots=True, order=True)
class When:
    """First and last day (ISO) on which something was; `shown` is what is known of it as EDTF. All empty where nothing is known.

    A day without its year (`XXXX-03-19`) is shown and bounds nothing.
    """

    first: str = ""
    last: str = ""
    shown: str = ""

    @property
    def day(self) -> str:
        """The day itself, empty where it is not known to the day.

        >>> When("2024-03-19", "2024-03-19").day, When("2024-03-01", "2024-03-31").day
        ('2024-03-19', '')
        """
        return self.first if self.first == self.last else ""

    def between(self, first: str, last: str) -> bool:
        """Whether it may have been between two days, both included; an empty one bounds nothing.

        >>> When("2024-03-01", "2024-03-31").between("2024-03-15", ""), When("2024-03-01", "2024-03-31").between("", "2024-02")
        (True, False)
        """
        return bool(self.first) and (not first or self.last >= first) and (not last or self.first <= last)


def when(entity: Entity) -> When:
    """The days of an entity: of several the earliest, and of what is known the most exact."""
    return of_properties(entity.properties)


def of_properties(properties: Iterable[Property]) -> When:
    """The days that some properties of one thing tell together."""
    values: dict[str, list[str]] = {}
    for value in properties:
        values.setdefault(value.name, []).append(value.value)
    if issued := values.get("issuedOn"):
        return When(min(issued), min(issued), min(issued))
    shown = min(values.get("dateEdtf", values.get("startDate", [])), default="")
    if start := values.get("startDate"):
        return When(min(start), max(values.get("endDate", start)), shown)
    if year := values.get("year"):
        return of_edtf(min(year))
    return of_edtf(shown)


def of_edtf(edtf: str) -> When:
    """The days that an EDTF string bounds.

    >>> of_edtf("2024-02"), of_edtf("XXXX-03-19")
    (When(first='2024-02-01', last='2024-02-29', shown='2024-02'), When(first='', last='', shown='XXXX-03-19'))
    """
    span = span_of(edtf) if edtf else None
    return When(_iso(span.first), _iso(span.last), edtf) if span else When(shown=edtf)


def lag(above: When, below: When) -> int | None:
    """Days from one to the other; None unless both are known to the day.

    >>> lag(of_edtf("2024-11-29"), of_edtf("2024-12-11")), lag(of_edtf("2024-11"), of_edtf("2024-12-11"))
    (12, None)
    """
    if not (above.day and below.day):
        return None
    return (date.fromisoformat(below.day) - date.fromisoformat(above.day)).days


def _iso(ordinal: int) -> str:
    return date.fromordinal(ordinal).isoformat()
