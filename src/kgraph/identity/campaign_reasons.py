"""What speaks for two articles naming one campaign, and what against it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Literal

from kgraph.identity.campaign_cards import CampaignCard
from kgraph.identity.decision import Reason
from kgraph.rules.unit_keys import related
from kgraph.text import ascii_label

Verdict = Literal["same", "maybe", "apart"]

_LONG, _SHORT, _MISSING = 6, 3, 2
_HELD = 0.8
_SURE, _LIKELY, _UNSURE = 0.97, 0.9, 0.5
_DECISIVE = {"one-article", "other-edition", "other-year", "other-term", "other-holder", "other-name", "other-sort"}
_OPEN = {"edition-open", "year-open", "term-open", "near-holder", "other-kind", "other-place"}


def why_campaigns(one: CampaignCard, other: CampaignCard) -> tuple[Reason, ...]:
    """What speaks for two campaigns being one and what against it."""
    return (*_articles(one, other), *_kinds(one, other), *_names(one, other), *_times(one, other), *_holders(one, other))


def judge_campaigns(reasons: Iterable[Reason]) -> tuple[Verdict, float]:
    """Whether the reasons make two campaigns one, and how sure that is.

    One name in any wording, of one sort of kinds, is one campaign, unless edition, year or holder differ or are said of one alone. A theme
    is known by its holder and its year, whatever it is called.
    """
    ids = {reason.id for reason in reasons}
    named = bool(ids & {"same-name", "alike-name"})
    theme = {"same-holder", "same-kind"} <= ids and bool(ids & {"same-year", "same-term"}) and "bare-name" in ids
    if told_apart(ids) or not (named or theme):
        return "apart", 0.0
    if ids & _OPEN:
        return ("maybe", _UNSURE) if named else ("apart", 0.0)
    return "same", _SURE if "same-name" in ids else _LIKELY


def told_apart(ids: Collection[str]) -> bool:
    """Whether one of the reasons (ids) alone shows that two campaigns are two."""
    return not _DECISIVE.isdisjoint(ids)


def _articles(one: CampaignCard, other: CampaignCard) -> Iterator[Reason]:
    if one.named.article == other.named.article:
        yield Reason(-1, "one-article", "one article tells of both")


def _kinds(one: CampaignCard, other: CampaignCard) -> Iterator[Reason]:
    """Another kind of drive under one name is another drive, though a long name may be that of one which articles call differently."""
    detail = f"{one.kind} / {other.kind}"
    if one.sort == other.sort:
        yield Reason(1, "same-kind", detail)
    else:
        yield Reason(-1, "other-kind" if min(len(one.words), len(other.words)) >= _LONG else "other-sort", detail)


def _names(one: CampaignCard, other: CampaignCard) -> Iterator[Reason]:
    detail = f"“{one.label}” / “{other.label}”"
    a, b = (tuple(map(ascii_label, card.words)) for card in (one, other))
    if one.words == other.words or (a == b and len(a) >= _LONG):
        yield Reason(1, "same-name", detail)
    elif one.bare or other.bare:
        yield Reason(1, "bare-name", detail)
    elif _alike(a, b) or (one.held and other.held and _contains(set(a), set(b))):
        yield Reason(1, "alike-name", detail)
    else:
        yield Reason(-1, "other-name", detail)


def _alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two long names begin and end alike and hold the same words, but for two at most that one of them leaves out."""
    short, long = sorted((set(one), set(other)), key=len)
    if not one or not other or (one[0], one[-1]) != (other[0], other[-1]):
        return False
    spare = long - short
    return len(short) >= _LONG and short <= long and len(spare) <= _MISSING and not any(word.isdigit() for word in spare)


def _contains(one: set[str], other: set[str]) -> bool:
    short, long = sorted((one, other), key=len)
    return len(short & long) >= _HELD * len(short)


def _times(one: CampaignCard, other: CampaignCard) -> Iterator[Reason]:
    if one.whole_term or other.whole_term:
        yield from _terms(one, other)
        return
    years = _compared("year", one.year, other.year)
    editions = _compared("edition", one.edition, other.edition)
    # A year that both give says which edition it is, and the other way round.
    yield from (r for r in (years, editions) if r and not (r.id.endswith("-open") and _SAME & {x.id for x in (years, editions) if x}))


_SAME = {"same-year", "same-edition"}


def _terms(one: CampaignCard, other: CampaignCard) -> Iterator[Reason]:
    detail = f"{one.term} / {other.term}"
    if not (one.whole_term and other.whole_term) or (one.term and other.term and one.term != other.term):
        yield Reason(-1, "other-term", detail)
    elif one.term and other.term:
        yield Reason(1, "same-term", detail)
    else:
        yield Reason(-1, "term-open", detail)


def _compared(what: str, one: int | None, other: int | None) -> Reason | None:
    if one is None and other is None:
        return None
    if one is None or other is None:
        return Reason(-1, f"{what}-open", f"{one} / {other}")
    return Reason(1 if one == other else -1, f"same-{what}" if one == other else f"other-{what}", f"{one} / {other}")


def _holders(one: CampaignCard, other: CampaignCard) -> Iterator[Reason]:
    """Whose it is: of themes and contests the unit, of models and schemes the units that run them; a movement is the nation's."""
    if one.national and other.national:
        return
    if both := ", ".join(sorted(set(one.runners) & set(other.runners))):
        yield Reason(1, "same-holder", both)
        return
    if one.whole_term and other.whole_term and one.holder == other.holder:
        yield Reason(1, "same-holder", str(one.holder or "the whole country"))
        return
    a, b = _units(one), _units(other)
    detail = f"{', '.join(a)} / {', '.join(b)}"
    if set(a) & set(b):
        yield Reason(1, "same-holder", detail)
    elif any(related(x, y) for x in a for y in b):
        yield Reason(-1, "near-holder", detail)
    elif (a and b) or one.local or other.local or one.held or other.held:
        yield Reason(-1, "other-holder", detail)
    elif one.about and other.about and not related(one.about, other.about) and (one.placed or len(one.words) <= _SHORT):
        yield Reason(-1, "other-place", f"{one.about} / {other.about}")


def _units(card: CampaignCard) -> tuple[str, ...]:
    return (card.holder,) if card.holder else card.units
