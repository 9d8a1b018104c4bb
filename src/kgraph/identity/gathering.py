"""Who is who in a build: what each article tells is taken as it comes by, and decided when all have been read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kgraph.gazetteer import Gazetteer
from kgraph.identity.cards import Cards
from kgraph.identity.decision import Decision, Link, Maybe, Named
from kgraph.identity.events import one_event
from kgraph.identity.namesakes import decide_people
from kgraph.identity.people import PersonCard, person_cards
from kgraph.identity.printing import printing_of
from kgraph.identity.reprints import Group, Printings
from kgraph.identity.standing import Standing, standing_keys
from kgraph.identity.tenures import tenure_quads
from kgraph.lexicon import Lexicon
from kgraph.model import Findings
from kgraph.sorting import Sorter
from kgraph.terms import Names

_PEOPLE = "official"


@dataclass(frozen=True, slots=True)
class Identity:
    """What was decided: texts printed more than once, under which keys nodes stand, who may be whom, and what hangs together."""

    reprints: tuple[Group, ...]
    standing: Standing
    maybe: tuple[Maybe, ...] = ()
    links: tuple[Link, ...] = ()


class Gathering:
    """Takes findings in any order; the answer is the same for any order. `room` is a folder of its own."""

    def __init__(self, room: Path, lexicon: Lexicon, gazetteer: Gazetteer) -> None:
        for name in ("printings", "cards"):
            (room / name).mkdir(parents=True)
        self._printings, self._cards = Printings(room / "printings"), Cards(Sorter(room / "cards"))
        self._lexicon, self._gazetteer = lexicon, gazetteer

    def add(self, findings: Findings) -> None:
        """Takes what an article tells."""
        self._printings.add(printing_of(findings))
        self._cards.add(_PEOPLE, person_cards(findings, self._lexicon))

    def decide(self) -> Identity:
        """Who is who among all that was taken."""
        reprints = self._printings.groups()
        decisions = [Decision(same=tuple(_printed_events(reprints))), *self._people()]
        standing = standing_keys(group for decision in decisions for group in decision.same)
        maybe = tuple(maybe for decision in decisions for maybe in decision.maybe)
        return Identity(reprints, standing, maybe, tuple(link for decision in decisions for link in decision.links))

    def tenures(self, standing: Standing, names: Names) -> Iterator[str]:
        """The quads of the stretches of people's posts, under the keys that stand."""
        for cards in self._cards.blocks(_PEOPLE, PersonCard):
            yield from tenure_quads(cards, standing, names)

    def _people(self) -> Iterator[Decision]:
        for cards in self._cards.blocks(_PEOPLE, PersonCard):
            yield decide_people(cards, self._gazetteer)


def _printed_events(reprints: tuple[Group, ...]) -> Iterator[tuple[Named, ...]]:
    moved = one_event(reprints)
    groups: dict[str, set[Named]] = {}
    for printing in (p for group in reprints for p in group):
        for told in printing.events:
            groups.setdefault(moved.get(told.key, told.key), set()).add(Named(printing.id, told.key))
    yield from (tuple(sorted(group)) for group in groups.values() if len({named.key for named in group}) > 1)
