"""Two places side by side, each figure with the number of articles that are behind it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median

from kgraph.analysis.chains import IMPLEMENTING
from kgraph.analysis.entities import Entity
from kgraph.analysis.places import Place, read_place
from kgraph.analysis.when import lag, when
from kgraph.analysis.whole import Whole


@dataclass(frozen=True, slots=True)
class Lag:
    """A document of the place, the one that it implements, and the days between their issue."""

    document: Entity
    above: Entity
    days: int


@dataclass(frozen=True, slots=True)
class Side:
    """The figures of one place with all units in it: articles about it (all, dated, reprints; first and last date), what is told in them.

    `events` counts by kind; `undated` events have no known day. `lags` are those of its documents behind what they implement.
    """

    place: Entity
    articles: int
    dated: int
    reprints: int
    first: str
    last: str
    campaigns: tuple[Entity, ...]
    documents: tuple[Entity, ...]
    events: tuple[tuple[str, int], ...]
    undated: int
    people: int
    lags: tuple[Lag, ...]

    @property
    def median_lag(self) -> float | None:
        """The median of the lags, None where there is none."""
        return median(one.days for one in self.lags) if self.lags else None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two places, the campaigns that both run and the documents that both implement."""

    one: Side
    other: Side
    campaigns: tuple[Entity, ...]
    directives: tuple[Entity, ...]


def compare_places(whole: Whole, one: str, other: str) -> Comparison:
    """Two places side by side, each with all units in it, without those before and after it."""
    sides = [read_place(whole, iri, within=True, times=False) for iri in (one, other)]
    first, second = (_side(whole, place) for place in sides)
    ran = {campaign.iri for campaign in second.campaigns}
    above = [_implemented(whole, place) for place in sides]
    return Comparison(
        one=first,
        other=second,
        campaigns=tuple(campaign for campaign in first.campaigns if campaign.iri in ran),
        directives=tuple(whole.entities[iri] for iri in sorted(above[0] & above[1]) if iri in whole.entities),
    )


def _side(whole: Whole, place: Place) -> Side:
    events = [found.entity for found in place.of("event")]
    documents = tuple(found.entity for found in place.of("document"))
    articles = sorted({article for unit in place.units for article in whole.subjects(unit.unit.iri, "about")})
    dates = sorted(date for article in articles if (date := whole.sources[article].published)[:4].isdecimal())
    kinds = Counter(event.kind for event in events)
    return Side(
        place=place.unit,
        articles=len(articles),
        dated=len(dates),
        reprints=sum(bool(whole.objects(article, "reprintOf")) for article in articles),
        first=dates[0] if dates else "",
        last=dates[-1] if dates else "",
        campaigns=tuple(found.entity for found in place.of("campaign")),
        documents=documents,
        events=tuple(sorted(kinds.items(), key=lambda item: (-item[1], item[0]))),
        undated=sum(not when(event).first for event in events),
        people=len({found.entity.iri for found in place.of("post")}),
        lags=tuple(_lags(whole, documents)),
    )


def _lags(whole: Whole, documents: Iterable[Entity]) -> Iterable[Lag]:
    for document in documents:
        for iri in whole.objects(document.iri, *IMPLEMENTING):
            above = whole.entities.get(iri)
            if above and (days := lag(when(above), when(document))) is not None:
                yield Lag(document, above, days)


def _implemented(whole: Whole, place: Place) -> set[str]:
    things = [found.entity.iri for kind in ("event", "campaign", "document") for found in place.found if found.kind == kind]
    return {iri for thing in things for iri in whole.objects(thing, *IMPLEMENTING)}
