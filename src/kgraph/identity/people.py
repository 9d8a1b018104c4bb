"""People as articles show them: the name, the posts, the day, and the units spoken of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date  # noqa: F401 (for the doctest)

from kgraph.identity.days import Span, span_of
from kgraph.lexicon import Lexicon
from kgraph.model import Findings, Holding, Official
from kgraph.rules.posts import Post, post_of
from kgraph.text import fold

_TOLD = ("officials.given", "officials.seat")


@dataclass(frozen=True, slots=True)
class Shown:
    """A post as an article shows it: the key of the holding, and whether its words say that it was taken up or left (`told`).

    `since` and `until` (EDTF) bound the time for which the article tells it, where it does.
    """

    holding: str
    post: Post
    told: bool = False
    since: str | None = None
    until: str | None = None

    def held(self, day: str | None) -> Span | None:
        """When the post was held, as far as it is known: the time told of one that is over, else the day on which it is shown (EDTF).

        >>> chair = Shown("holding/x", Post("chu-tich", "former"), since="1992-10", until="1996")
        >>> chair.held("2017-05-10") == Span(date(1992, 10, 1).toordinal(), date(1996, 12, 31).toordinal())
        True
        """
        shown, since, until = span_of(day), span_of(self.since), span_of(self.until)
        if self.post.status != "former" or since is None:
            return shown
        last = until or shown or since
        return Span(since.first, max(since.first, last.last))


@dataclass(frozen=True, slots=True)
class PersonCard:
    """A person in one article: `day` (EDTF) on which it shows the posts, `units` the keys of the units it names."""

    article: str
    key: str
    name: str
    day: str | None
    shown: tuple[Shown, ...] = ()
    units: tuple[str, ...] = ()

    @property
    def posts(self) -> tuple[Post, ...]:
        """The posts, in the order in which they are shown."""
        return tuple(shown.post for shown in self.shown)


def person_cards(findings: Findings, lexicon: Lexicon) -> Iterator[tuple[str, PersonCard]]:
    """The card of each person of an article, behind its block: the folded name. Nobody is compared with a person of another name."""
    day = findings.published
    main = next((e.when for e in findings.events[:1] if e.when and e.when.start and e.when.start == e.when.end), None)
    units = tuple(sorted(unit.key for unit in findings.units))
    for official in findings.officials:
        on = _observed(official) or (main.start if main else None) or day
        shown = tuple(_shown(holding, lexicon) for holding in official.holdings)
        placed = any(each.post.place for each in shown)
        name = fold(official.label)
        yield name, PersonCard(findings.article.id, official.key, name, on, shown, () if placed else units)


def _shown(holding: Holding, lexicon: Lexicon) -> Shown:
    post = post_of(holding.role, holding.organization, holding.status, lexicon)
    told = holding.status != "held" and any(e.rule in _TOLD for e in holding.evidence)
    return Shown(holding.key, post, told, holding.since, holding.until)


def _observed(official: Official) -> str | None:
    return next((h.observed for h in official.holdings if h.observed), None)
