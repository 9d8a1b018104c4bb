"""Who is who in a build: decided block by block, then put together with the printings of texts and with what people decided."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from kgraph.identity.cards import Compared, read_cards
from kgraph.identity.decision import Decision, Link, Maybe, Named
from kgraph.identity.events import one_event
from kgraph.identity.joining import Group, joined, with_divided
from kgraph.identity.kinds import Known
from kgraph.identity.people import PersonCard
from kgraph.identity.reprints import Group as Reprints
from kgraph.identity.reviewed import apply
from kgraph.identity.standing import Standing, standing_keys
from kgraph.identity.tenures import tenure_quads
from kgraph.model import Issue
from kgraph.reviewed.identities import Identities
from kgraph.terms import Names

_EVENT = "event"


@dataclass(frozen=True, slots=True)
class Identity:
    """What was decided: texts printed more than once, under which keys nodes stand, who may be whom, and what hangs together."""

    reprints: tuple[Reprints, ...]
    standing: Standing
    maybe: tuple[Maybe, ...] = ()
    links: tuple[Link, ...] = ()
    doubts: tuple[Issue, ...] = ()

    @property
    def meant(self) -> frozenset[str]:
        """The keys under which nodes stand, or may; among them those of the documents of the register that articles mean."""
        return frozenset((*self.standing.moved.values(), *(maybe.candidate for maybe in self.maybe)))

    @property
    def reprinted(self) -> int:
        """How many articles print the text of another one."""
        return sum(len(group) - 1 for group in self.reprints)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was decided on some whole blocks of cards."""

    same: tuple[Group, ...]
    maybe: tuple[Maybe, ...]
    links: tuple[Link, ...]
    doubts: tuple[Issue, ...]


def verdict_on(blocks: Iterable[Compared], known: Known, *, every: bool) -> Verdict:
    """What is decided on some blocks. Groups in which no key moves are of use only where people decided on identity too: `every`."""
    same, maybe, links, doubts = list[Group](), list[Maybe](), list[Link](), list[Issue]()
    for kind, cards in blocks:
        decision = kind.decide(cards, known)
        same += decision.same if every or kind.name == _EVENT else _moving(decision.same)
        maybe += decision.maybe
        links += decision.links
        doubts += kind.doubts(decision, cards)
    return Verdict(tuple(same), tuple(maybe), tuple(links), tuple(doubts))


def together(verdicts: Iterable[Verdict], reprints: Sequence[Reprints], identities: Identities, spoken_of: Iterable[Named]) -> Identity:
    """Who is who by all verdicts and printings; what people said of nodes (`spoken_of`) goes before what the rules found."""
    same, maybe, links, doubts = list[Group](), list[Maybe](), list[Link](), list[Issue]()
    for verdict in verdicts:
        same += verdict.same
        maybe += verdict.maybe
        links += verdict.links
        doubts += verdict.doubts
    same = _with_printed_events(same, reprints)
    decision = apply(Decision(tuple(same), tuple(maybe), tuple(links)), identities, spoken_of)
    return Identity(tuple(reprints), standing_keys(decision.same), decision.maybe, decision.links, tuple(doubts))


def all_tenures(cards: Path, standing: Standing, names: Names) -> Iterator[str]:
    """The quads of the stretches of people's posts in a file of cards, under the keys that stand."""
    for kind, block in read_cards(cards):
        if kind.card is PersonCard:
            yield from tenure_quads(block, standing, names)


def _moving(groups: Sequence[Group]) -> Iterator[Group]:
    """The groups in which a key moves: of several keys, or of one that another group of the block bears too."""
    seen = Counter(key for group in groups for key in {named.key for named in group})
    return (group for group in groups if len({named.key for named in group}) > 1 or seen[group[0].key] > 1)


def _with_printed_events(same: Sequence[Group], reprints: Sequence[Reprints]) -> list[Group]:
    """The groups, those of events joined with what printings of one text tell of the same event."""
    events = [group for group in same if group[0].key.startswith(f"{_EVENT}/")]
    pairs = [(1.0, one, other) for group in _printed_events(reprints) for one, other in pairwise(group)]
    pairs += [(0.9, one, other) for group in events for one, other in pairwise(group)]
    nodes = {named for group in events for named in group} | {named for _, *both in pairs for named in both}
    return [group for group in same if not group[0].key.startswith(f"{_EVENT}/")] + list(
        with_divided(joined(pairs, apart=lambda one, other: False), sorted(nodes))
    )


def _printed_events(reprints: Sequence[Reprints]) -> Iterator[Group]:
    """The events that two printings of one text tell of, those together that are one."""
    moved = one_event(reprints)
    groups: dict[str, set[Named]] = {}
    for printing in (p for group in reprints for p in group):
        for told in printing.events:
            groups.setdefault(moved.get(told.key, told.key), set()).add(Named(printing.id, told.key))
    yield from (tuple(sorted(group)) for group in groups.values() if len(group) > 1)
