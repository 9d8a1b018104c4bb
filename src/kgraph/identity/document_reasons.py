"""What speaks for and against two citations meaning one document: its number, its issuer, its day, its term and its subject."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from math import log

from kgraph.authority import Authority
from kgraph.authority.documents import syllable_pairs
from kgraph.identity.decision import Reason
from kgraph.identity.document_cards import CENTRE, YEARED, DocumentCard

ENOUGH = 1.0
"""What the words of two subjects weigh together where they are taken for one; a pair of syllables weighs at most 1."""
_CLOSE, _YEAR, _HALF = 60, 366, 183
_FEWEST = 3
_SHARE = 0.3
_TWO_SERIES = ("chi-thi", "nghi-quyet", "quyet-dinh")


def why(one: DocumentCard, other: DocumentCard, authority: Authority) -> tuple[Reason, ...]:
    """All that speaks for and against two cards being of one document; what speaks against comes first."""
    return (*against(one, other, authority), *in_favour(one, other, authority))


def against(one: DocumentCard, other: DocumentCard, authority: Authority) -> tuple[Reason, ...]:
    """What makes it impossible that two cards are of one document."""
    return tuple(Reason(-1, f"documents.{id}", detail) for id, detail in _against(one, other, authority))


def in_favour(one: DocumentCard, other: DocumentCard, authority: Authority) -> tuple[Reason, ...]:
    """What two cards have in common."""
    return tuple(Reason(1, f"documents.{id}", detail) for id, detail in _in_favour(one, other, authority))


def _against(one: DocumentCard, other: DocumentCard, authority: Authority) -> Iterator[tuple[str, str]]:
    pairs = (
        ("other-type", one.type, other.type),
        ("other-number", one.number, other.number),
        ("other-symbol", _codes(one), _codes(other)),
        ("other-issuer", one.series, other.series),
        ("other-term", one.term, other.term),
        ("other-year", one.year, other.year),
    )
    yield from ((id, f"{a} ≠ {b}") for id, a, b in pairs if a and b and a != b)
    same_year = one.year is not None and one.year == other.year
    if same_year and one.issued and other.issued and one.issued != other.issued and _renumbered(one, other, authority):
        yield "other-day", f"{one.issued} ≠ {other.issued}"
    for card, known in ((one, other), (other, one)):
        if known.issued and card.published and known.issued[: len(card.published)] > card.published:
            yield "not-yet-issued", f"{known.issued} > {card.published}"
        if card.term and known.series == CENTRE and known.issued and not authority.terms.within(card.term, known.issued):
            yield "outside-term", f"{card.term}: {known.issued}"
    if not (one.issued and one.issued == other.issued) and _other_subject(one, other):
        yield "other-subject", f"{one.title} ≠ {other.title}"


def _codes(card: DocumentCard) -> str:
    """The symbol; whether its year stands in it counts for types that a body numbers in two series, with the year and without it."""
    return card.symbol if card.type in _TWO_SERIES else card.symbol.removeprefix(YEARED)


def _renumbered(one: DocumentCard, other: DocumentCard, authority: Authority) -> bool:
    """Whether one committee can have had a number twice in a year: its congress met between the days, or may have."""
    level = one.level or other.level
    party = one.party if one.party is not None else other.party
    return party is not False and (level is None or authority.terms.parted(level, one.issued or "", other.issued or "") is not False)


def _in_favour(one: DocumentCard, other: DocumentCard, authority: Authority) -> Iterator[tuple[str, str]]:
    if one.number and one.number == other.number:
        yield "same-number", one.number
    if one.symbol and _codes(one) == _codes(other):
        yield "same-symbol", _codes(one)
    if one.series and one.series == other.series:
        yield "same-issuer", one.series
    if one.issued and one.issued == other.issued:
        yield "same-day", one.issued
    elif one.year and one.year == other.year:
        yield "same-year", str(one.year)
    elif span := _one_series(one, other, authority):
        yield "same-term", span
    for card, known in ((one, other), (other, one)):
        if card.term and known.issued and known.series == CENTRE and authority.terms.within(card.term, known.issued):
            yield "term-said", str(card.term)
    if common := _common(one, other):
        weight = subject_weight(one, other, authority)
        yield ("same-subject" if weight >= ENOUGH else "near-subject"), ", ".join(sorted(common))


def subject_weight(one: DocumentCard, other: DocumentCard, authority: Authority) -> float:
    """How much the subjects of two cards have in common, if that is enough of the shorter one; else 0.

    Each pair of syllables counts the more, the fewer titles of the register hold it.
    """
    pairs = (syllable_pairs(one.title), syllable_pairs(other.title))
    common = _weight(pairs[0] & pairs[1], authority)
    return common if common and common >= _SHARE * min(_weight(side, authority) for side in pairs) else 0.0


def _weight(pairs: Iterable[str], authority: Authority) -> float:
    register = authority.documents
    return sum(1 - log(1 + register.pairs.get(pair, 0)) / log(1 + len(register.all)) for pair in sorted(pairs))


def _common(one: DocumentCard, other: DocumentCard) -> frozenset[str]:
    return syllable_pairs(one.title) & syllable_pairs(other.title)


def _other_subject(one: DocumentCard, other: DocumentCard) -> bool:
    """Whether two subjects that say enough have not a pair of syllables in common."""
    a, b = syllable_pairs(one.title), syllable_pairs(other.title)
    return min(len(a), len(b)) >= _FEWEST and not a & b


def _one_series(one: DocumentCard, other: DocumentCard, authority: Authority) -> str | None:
    """The two days, where the body cannot have begun its numbers anew between them; the day of an article stands for one of issue.

    Two citations without a day belong together only if they are not far apart: the earlier may speak of a document of the term before.
    """
    begin, end = sorted((one.issued or one.seen or "", other.issued or other.seen or ""))
    if not len(begin) == len(end) == len("2024-03-19"):
        return None
    apart = (date.fromisoformat(end) - date.fromisoformat(begin)).days
    dated = bool(one.issued or other.issued)
    party, level = one.party if one.party is not None else other.party, one.level or other.level
    if party and level:  # the State, and who is not known, begin anew each year
        parted = authority.terms.parted(level, begin, end)
        fits = apart <= _CLOSE if parted is None else not parted and (dated or apart <= _YEAR)
    else:
        one_series = one.type not in _TWO_SERIES or bool(one.symbol and other.symbol)
        fits = begin[:4] == end[:4] and (dated or apart <= _HALF) and one_series
    return f"{begin} – {end}" if fits else None
