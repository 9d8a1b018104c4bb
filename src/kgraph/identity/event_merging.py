"""Which events of several articles are one: decided on the cards of one block, with what the reports disagree in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from kgraph.identity.decision import Decision, Named
from kgraph.identity.event_cards import EventCard
from kgraph.identity.event_reasons import judge_events, slip, told_apart, why_events
from kgraph.identity.events import compatible
from kgraph.identity.joining import Pair, joined, offered, with_divided
from kgraph.model import Issue


def decide_events(cards: Iterable[EventCard]) -> Decision:
    """Which events of a block are one, and which may be; the answer is the same for any order of the cards."""
    ordered = sorted(cards, key=lambda card: card.named)
    pairs: list[Pair] = []
    unsure: dict[Named, list[tuple[Named, float, str]]] = defaultdict(list)
    known: dict[tuple[Named, Named], bool] = {}
    for one, other in _candidates(ordered):
        reasons = why_events(one, other)
        verdict, sure = judge_events(reasons, single=one.single or other.single)
        if verdict != "apart":
            known[one.named, other.named] = False
        if verdict == "same":
            pairs.append((sure, one.named, other.named))
        elif verdict == "maybe":
            basis = "+".join(reason.id for reason in reasons if reason.speaks > 0)
            unsure[one.named].append((other.named, sure, basis))
            unsure[other.named].append((one.named, sure, basis))
    of = {card.named: card for card in ordered}

    def apart(a: Named, b: Named) -> bool:
        pair = min(a, b), max(a, b)
        if pair not in known:
            known[pair] = told_apart({reason.id for reason in why_events(of[a], of[b])})
        return known[pair]

    groups = joined(pairs, apart=apart)
    return Decision(with_divided(groups, of), tuple(offered(unsure, groups)))


def disagreements(decision: Decision, cards: Iterable[EventCard]) -> Iterator[Issue]:
    """A doubt for each event whose reports give it different days, in each article whose day is not that of the first one."""
    of = {card.named: card for card in cards}
    for group in decision.same:
        first, *others = (of[named] for named in group if named in of)
        for other in others:
            if first.edtf and other.edtf and not compatible(first.edtf, other.edtf):
                message = f"{other.named.key}: {other.edtf} here, {first.edtf} in {first.named.article}"
                yield Issue("disagreement", message, other.named.article)


def _candidates(cards: Sequence[EventCard]) -> Iterator[tuple[EventCard, EventCard]]:
    """Pairs of one day, and pairs of one unit whose days are nearly the same; each once, the smaller card first."""
    days: dict[str, list[int]] = defaultdict(list)
    units: dict[str, list[int]] = defaultdict(list)
    for place, card in enumerate(cards):
        if card.edtf:
            days[card.edtf[:10]].append(place)
        for unit in card.units:
            units[unit].append(place)
    pairs = {pair for places in days.values() for pair in combinations(places, 2)}
    pairs |= {(a, b) for places in units.values() for a, b in combinations(places, 2) if slip(cards[a].edtf or "", cards[b].edtf or "")}
    for a, b in sorted(pairs):
        yield cards[a], cards[b]
