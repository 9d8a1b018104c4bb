"""Which campaigns of several articles are one, and which are editions of one contest: decided on the cards of one block."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from kgraph.identity.campaign_cards import CampaignCard
from kgraph.identity.campaign_reasons import judge_campaigns, told_apart, why_campaigns
from kgraph.identity.decision import Decision, Link, Named
from kgraph.identity.joining import Pair, joined, offered, with_divided


def decide_campaigns(cards: Iterable[CampaignCard]) -> Decision:
    """Which campaigns of a block are one, which may be, and which are editions of a series; the same for any order of the cards.

    Of cards that say the same but for their article one is compared, so that a movement which thousands name costs no more than one.
    """
    alike: dict[CampaignCard, list[CampaignCard]] = defaultdict(list)
    for card in sorted(cards, key=lambda card: card.named):
        alike[_likened(card)].append(card)
    first = {same[0].named: same[0] for same in alike.values()}
    pairs: list[Pair] = []
    unsure: dict[Named, list[tuple[Named, float, str]]] = defaultdict(list)
    for a, b in combinations(sorted(first), 2):
        reasons = why_campaigns(first[a], first[b])
        verdict, sure = judge_campaigns(reasons)
        if verdict == "same":
            pairs.append((sure, a, b))
        elif verdict == "maybe":
            basis = "+".join(reason.id for reason in reasons if reason.speaks > 0)
            unsure[a].append((b, sure, basis))
            unsure[b].append((a, sure, basis))
    others = {same[0].named: [card.named for card in same[1:]] for same in alike.values()}
    groups = joined(pairs, apart=lambda x, y: _contradict(first[x], first[y]), stand_for=others)
    nodes = [card.named for same in alike.values() for card in same]
    return Decision(with_divided(groups, nodes), tuple(offered(unsure, groups)), tuple(_editions(first.values())))


def _likened(card: CampaignCard) -> CampaignCard:
    """The card without what tells nothing of its identity: its article, and of a movement who runs it where."""
    card = card._replace(named=Named("", card.named.key), label="")
    return card._replace(runners=(), units=(), about=None) if card.national else card


def _contradict(one: CampaignCard, other: CampaignCard) -> bool:
    """Whether two campaigns cannot stand in one group though a third may be one with each."""
    return told_apart({reason.id for reason in why_campaigns(one, other)})


def _editions(cards: Iterable[CampaignCard]) -> Iterator[Link]:
    """Each edition of a contest with the contest as such, where the articles of a block know two of them or speak of it without one.

    The contest as such is the campaign that an article names without edition and year; its key is that of an edition without both.
    """
    series: dict[str, list[CampaignCard]] = defaultdict(list)
    for card in cards:
        if card.series:
            series[card.series].append(card)
    for key, members in sorted(series.items()):
        if len({(card.edition, card.year) for card in members}) > 1:
            links = {card.named.key: card.named.article for card in sorted(members, reverse=True) if card.named.key != key}
            name = min((card.label, card.kind) for card in members)
            basis = "one name and holder, editions apart"
            yield from (Link(edition, "editionOf", key, basis, links[edition], *name) for edition in sorted(links))
