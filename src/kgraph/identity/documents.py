"""Which documents of several articles are one: issuer, term or year, type and number; and which may be, where an article says less.

A citation that leaves out its issuer or its day is resolved only where one document fits, and its issuer with the day, its term or its
subject shows that it is meant. Where several fit, or one without anything that shows it, they stay candidates.
See docs/decisions/0015-identity-of-documents.md.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from kgraph.authority import Authority
from kgraph.authority.documents import Document
from kgraph.identity.decision import Decision, Maybe, Named
from kgraph.identity.document_cards import CENTRE, DocumentCard, register_card
from kgraph.identity.document_reasons import ENOUGH, against, in_favour, subject_weight
from kgraph.identity.standing import best_key

_MARGIN = 0.5
_COMPARED = 30
_OFFERED = 5
_REACHED = 200
"""With so many documents is a card compared, those that say most first; so the time of a block grows with its size."""
_EXACT = (
    {"documents.same-issuer", "documents.same-day"},
    {"documents.same-issuer", "documents.same-year"},
    {"documents.same-symbol", "documents.same-day"},
)
_NEAR = ({"documents.term-said"}, {"documents.same-issuer", "documents.same-term"})
"""What shows that a document is meant which alone fits: before its subject is compared, and after."""
_ALONE, _AMONG = 0.6, 0.9
"""How sure an offer is: of the only document that fits, and of all that fit together."""


@dataclass(slots=True)
class _Document:
    """Cards of one document; `listed` is its card in the register, `checked` whether that entry is published."""

    cards: list[DocumentCard] = field(default_factory=list)
    listed: DocumentCard | None = None
    checked: bool = False

    @property
    def compared(self) -> Sequence[DocumentCard]:
        """The cards that another one must fit."""
        return (self.listed,) if self.listed else self.cards[:_COMPARED]

    @property
    def named(self) -> tuple[Named, ...]:
        """All its nodes, that of the register first."""
        own = (Named("", self.listed.key),) if self.listed and self.checked else ()
        return (*own, *sorted(Named(card.article, card.key) for card in self.cards))


def decide_documents(cards: Iterable[DocumentCard], authority: Authority) -> Decision:
    """What is one among the cards of a block, and what may be; a group with a document of the register has it as `Named("", key)`."""
    rows = sorted(cards, key=_order)
    block = _Block(rows, authority)
    open_ones: list[tuple[DocumentCard, list[_Document]]] = []
    for card in rows:
        fitting = [document for document in block.reachable(card) if _fits(card, document, authority)]
        found = _meant(card, fitting, block, authority)
        if found is None:
            open_ones.append((card, fitting))
            found = block.new()
        block.put(card, found)
    offers = sorted(maybe for card, fitting in open_ones for maybe in _offers(card, fitting))
    return Decision(same=tuple(sorted(_groups(block.documents))), maybe=tuple(Maybe(*offer) for offer in offers))


class _Block:
    """The documents of a block, by key, by the body whose numbers they have, and by the place that it leads."""

    def __init__(self, rows: Sequence[DocumentCard], authority: Authority) -> None:
        self.documents: list[_Document] = []
        self.by_key: dict[str, _Document] = {}
        self._by_place: dict[str, dict[int, _Document]] = {}
        for listed in _listed(rows, authority):
            document = _Document(listed=register_card(listed), checked=listed.checked)
            self.documents.append(document)
            self._index(document.compared[0], document)
            self.by_key |= dict.fromkeys((listed.key, *listed.also), document)

    def new(self) -> _Document:
        """A document that nothing is known of yet."""
        self.documents.append(document := _Document())
        return document

    def put(self, card: DocumentCard, document: _Document) -> None:
        """Takes a card as one of a document."""
        document.cards.append(card)
        self._index(card, document)

    def reachable(self, card: DocumentCard) -> list[_Document]:
        """The documents that a card can mean: those of its issuer; without one, those of the centre and of the places around it."""
        found = {id(self.by_key[card.key]): self.by_key[card.key]} if card.key in self.by_key else {}
        for place in (card.series,) if card.series else (CENTRE, *card.places):
            found |= self._by_place.get(place, {})
        return list(islice(found.values(), _REACHED))

    def _index(self, card: DocumentCard, document: _Document) -> None:
        self.by_key.setdefault(card.key, document)
        if not (card.issued or card.seen or card.title or card.symbol):
            return  # nothing could show that another one is the same
        for place in {card.series, card.unit, CENTRE if card.level == CENTRE else None} - {None}:
            self._by_place.setdefault(str(place), {})[id(document)] = document


def _order(card: DocumentCard) -> tuple[bool, bool, bool, str, str, str, str]:
    """Those first that say most: who, when, the full number."""
    dated = card.issued or (card.year and card.symbol)
    return not card.series, not dated, not card.symbol, card.issued or "9", card.published or "9", card.article, card.key


def _listed(rows: Iterable[DocumentCard], authority: Authority) -> list[Document]:
    """The documents of the register with these keys or these types and numbers, each once."""
    register, found = authority.documents, dict[str, Document]()
    for card in rows:
        own = register.by_key.get(card.key)
        kind, number = (own.document_type, own.number) if own else (card.type, card.number)
        found |= {d.key: d for d in ((own,) if own else ())}
        found |= {d.key: d for d in (register.numbered(kind, number) if number else ())}
    return [found[key] for key in sorted(found)]


def _fits(card: DocumentCard, document: _Document, authority: Authority) -> bool:
    """Whether nothing speaks against a card being of a document; an article names one only once, unless the register knows it."""
    if not document.listed and any(other.article == card.article for other in document.cards):
        return False
    return not any(against(card, other, authority) for other in document.compared)


def _meant(card: DocumentCard, fitting: Sequence[_Document], block: _Block, authority: Authority) -> _Document | None:
    """The one document that a card means, if something shows which."""
    named = block.by_key.get(card.key)
    if named and all(reason.id != "documents.other-day" for other in named.compared for reason in against(card, other, authority)):
        return named
    shown = [(document, _shown(card, document, authority)) for document in fitting if card.series or document.named]
    for signs in _EXACT:
        if one := _only(document for document, ids in shown if signs <= ids):
            return one
    by_subject = _by_subject(card, [document for document, _ in shown], authority)
    return by_subject or next((one for signs in _NEAR if (one := _only(d for d, ids in shown if signs <= ids))), None)


def _shown(card: DocumentCard, document: _Document, authority: Authority) -> frozenset[str]:
    return frozenset(reason.id for other in document.compared for reason in in_favour(card, other, authority))


def _by_subject(card: DocumentCard, documents: Sequence[_Document], authority: Authority) -> _Document | None:
    """The document whose subject has most in common with that of a card, if it is enough and clearly more than any other's."""
    weights = [(max(subject_weight(card, other, authority) for other in d.compared), n) for n, d in enumerate(documents)]
    best, *rest = sorted(weights, reverse=True) or [(0.0, 0)]
    clear = best[0] >= ENOUGH and all(best[0] - weight >= _MARGIN for weight, _ in rest)
    return documents[best[1]] if clear else None


def _only(documents: Iterable[_Document]) -> _Document | None:
    """The document, if it is the only one."""
    found = list(documents)
    return found[0] if len(found) == 1 else None


def _offers(card: DocumentCard, fitting: Sequence[_Document]) -> Iterator[tuple[Named, str, float, str]]:
    """The documents that an open card may mean; none where they are many. One after which its issuer used the number again counts half."""
    named = Named(card.article, card.key)
    known = [document for document in fitting if set(document.named) - {named}]
    if len(known) > _OFFERED:
        return
    days = [max((o.series or "", o.issued or "") for o in d.compared) for d in known]
    newest = {series: max(day for of, day in days if of == series) for series, _ in days}
    shares = [1.0 if day == newest[series] else 0.5 for series, day in days]
    basis = "documents.number-of-issuer" if card.series else "documents.number-at-place"
    for document, share in zip(known, shares, strict=True):
        yield named, best_key(document.named), round(min(_ALONE, _AMONG * share / sum(shares)), 4), basis


def _groups(documents: Iterable[_Document]) -> Iterator[tuple[Named, ...]]:
    """Documents with several nodes, and those that share a key with another one."""
    rows = [document.named for document in documents if document.cards]
    owners = Counter(key for row in rows for key in {named.key for named in row})
    for row in rows:
        if len({named.key for named in row}) > 1 or any(owners[named.key] > 1 for named in row):
            yield row
