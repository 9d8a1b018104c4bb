"""The kinds of things that are known again across articles: how each is put on cards, decided on, and explained."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, product
from typing import Any

from kgraph.authority import Authority
from kgraph.gazetteer import Gazetteer
from kgraph.identity.campaign_cards import CampaignCard, campaign_block, campaign_cards
from kgraph.identity.campaign_merging import decide_campaigns
from kgraph.identity.campaign_reasons import why_campaigns
from kgraph.identity.careers import Person, against, for_them
from kgraph.identity.decision import Decision, Named, Reason
from kgraph.identity.document_cards import DocumentCard, block_of, document_cards
from kgraph.identity.document_reasons import why as why_documents
from kgraph.identity.documents import decide_documents
from kgraph.identity.event_cards import EventCard, event_block, event_cards
from kgraph.identity.event_merging import decide_events, disagreements
from kgraph.identity.event_reasons import why_events
from kgraph.identity.namesakes import decide_people
from kgraph.identity.people import PersonCard, person_cards
from kgraph.lexicon import Lexicon
from kgraph.model import Findings, Issue

_PAIRS = 200


@dataclass(frozen=True, slots=True)
class Known:
    """What identity is decided with besides the cards."""

    lexicon: Lexicon
    gazetteer: Gazetteer
    authority: Authority


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind: the start of its keys, its cards (each behind its block), what is decided on a block, what speaks for and against, and
    where the cards of one thing disagree.
    """

    name: str
    card: type[Any]
    cards: Callable[[Findings, Known], Iterable[tuple[str, Any]]]
    decide: Callable[[Sequence[Any], Known], Decision]
    why: Callable[[Sequence[Any], Sequence[Any], Known], Iterable[Reason]]
    named: Callable[[Any], Named]
    doubts: Callable[[Decision, Sequence[Any]], Iterable[Issue]] = lambda decision, cards: ()


def _why_people(one: Sequence[PersonCard], other: Sequence[PersonCard], known: Known) -> Iterator[Reason]:
    first, second = Person.of(one), Person.of(other)
    yield from against(first, second)
    yield from for_them(first, second, known.gazetteer)


def of_pairs(why: Callable[[Any, Any, Known], Iterable[Reason]]) -> Callable[[Sequence[Any], Sequence[Any], Known], Iterable[Reason]]:
    """Reasons for two things from the reasons for two cards: each once, from the first pairs of their cards."""

    def of_all(one: Sequence[Any], other: Sequence[Any], known: Known) -> Iterable[Reason]:
        return dict.fromkeys(reason for a, b in islice(product(one, other), _PAIRS) for reason in why(a, b, known))

    return of_all


def _in_blocks(cards: Iterable[Any], block: Callable[[Any], str | None]) -> Iterator[tuple[str, Any]]:
    """Cards behind their blocks; one that nothing can be decided on is none."""
    for card in cards:
        if (name := block(card)) is not None:
            yield name, card


KINDS: tuple[Kind, ...] = (
    Kind(
        "directive",
        DocumentCard,
        lambda findings, known: _in_blocks(
            document_cards(findings, known.lexicon, known.authority), lambda card: block_of(card, known.authority)
        ),
        lambda cards, known: decide_documents(cards, known.authority),
        of_pairs(lambda one, other, known: why_documents(one, other, known.authority)),
        lambda card: Named(card.article, card.key),
    ),
    Kind(
        "campaign",
        CampaignCard,
        lambda findings, known: _in_blocks(campaign_cards(findings, known.lexicon), campaign_block),
        lambda cards, known: decide_campaigns(cards),
        of_pairs(lambda one, other, known: why_campaigns(one, other)),
        lambda card: card.named,
    ),
    Kind(
        "event",
        EventCard,
        lambda findings, known: _in_blocks(event_cards(findings, known.lexicon), event_block),
        lambda cards, known: decide_events(cards),
        of_pairs(lambda one, other, known: why_events(one, other)),
        lambda card: card.named,
        disagreements,
    ),
    Kind(
        "official",
        PersonCard,
        lambda findings, known: person_cards(findings, known.lexicon),
        lambda cards, known: decide_people(cards, known.gazetteer),
        _why_people,
        lambda card: Named(card.article, card.key),
    ),
)
