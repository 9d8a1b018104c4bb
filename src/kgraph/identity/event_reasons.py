"""What speaks for two reports being of one event, and what against it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from typing import Literal

from kgraph.identity.decision import Reason
from kgraph.identity.event_cards import EventCard
from kgraph.identity.events import compatible
from kgraph.rules.unit_keys import related

Verdict = Literal["same", "maybe", "apart"]

SAME_WORDS, ALIKE_WORDS, OTHER_WORDS = 0.8, 0.55, 0.34
"""Share of the shorter name's words that the longer one has."""
_FULL = re.compile(r"\d{4}-\d\d-\d\d")
_FEW = 3
_COMPANY = 2
_DAYS = 7
_SURE, _LIKELY, _UNSURE = 0.95, 0.9, 0.5

_DECISIVE = {
    "one-article",
    "other-part",
    "other-number",
    "other-kind",
    "other-unit",
    "other-place",
    "other-campaign",
    "other-words",
    "other-host",
}
_DAYS_AGREE = {"same-day", "slip-of-day"}
_KINDS = {"same-kind", "kin-kind"}
_WHERE = {"same-organizer", "same-place", "same-unit", "one-key"}
_SUBSTANCE = {"alike-words", "same-people", "same-document", "same-campaign", "same-chair", "same-hour"}


def why_events(one: EventCard, other: EventCard) -> tuple[Reason, ...]:
    """What speaks for two events being one and what against it."""
    return (
        *_articles(one, other),
        *_days(one, other),
        *_places(one, other),
        *_kinds(one, other),
        *_names(one, other),
        *_company(one, other),
        *_matters(one, other),
    )


def judge_events(reasons: Iterable[Reason], *, single: bool) -> tuple[Verdict, float]:
    """Whether the reasons make two events one, and how sure that is. `single`: of this kind hardly two are held within a few days.

    One day, one organiser or place, one kind and the same name are one event; a shorter name needs company, documents or campaigns in
    common. Where the days differ by a digit, nearly all the rest must agree.
    """
    ids = {reason.id for reason in reasons}
    where = bool(ids & _WHERE)
    if told_apart(ids) or not (ids & _KINDS and (where or "near-unit" in ids)):
        return "apart", 0.0
    alike = bool(ids & {"same-words", "alike-words"})
    substance = len(ids & _SUBSTANCE) + 2 * ("same-words" in ids) + ("same-cast" in ids and "same-people" not in ids)
    if "slip-of-day" in ids:
        firm = "same-campaign" in ids or (alike and "same-cast" in ids)
        unsure = where and "same-week" in ids and "other-organizer" not in ids and substance > 1
        return ("same", _LIKELY) if single and firm and unsure else ("maybe", _UNSURE) if unsure else ("apart", 0.0)
    needed = 1 if ids & {"same-organizer", "one-key"} and "same-kind" in ids else 2 if where else 3
    needed += len(ids & {"other-organizer", "other-end", "one-of-many"})
    if substance >= needed:
        return "same", _SURE if substance > needed else _LIKELY
    bare = where and {"same-kind", "bare-name"} <= ids
    return ("maybe", _UNSURE) if substance or bare else ("apart", 0.0)


def told_apart(ids: Collection[str]) -> bool:
    """Whether one of the reasons (ids) alone shows that two events are two."""
    return not _DECISIVE.isdisjoint(ids) or _DAYS_AGREE.isdisjoint(ids)


def _articles(one: EventCard, other: EventCard) -> Iterator[Reason]:
    if one.named.article == other.named.article:
        yield Reason(-1, "one-article", "one article tells of both")


def _days(one: EventCard, other: EventCard) -> Iterator[Reason]:
    if one.edtf and other.edtf:
        if compatible(one.edtf, other.edtf) and one.edtf[:10] == other.edtf[:10]:
            yield Reason(1, "same-day", one.edtf)
            if one.edtf != other.edtf:
                yield Reason(-1, "other-end", f"{one.edtf} / {other.edtf}")
        elif slip(one.edtf, other.edtf):
            yield Reason(-1, "slip-of-day", f"{one.edtf} / {other.edtf}")
        else:
            yield Reason(-1, "other-day", f"{one.edtf} / {other.edtf}")
    if one.part and other.part:
        same = one.part == other.part
        yield Reason(1 if same else -1, "same-part" if same else "other-part", f"{one.part} / {other.part}")
    if one.published and other.published and len(one.published) == len(other.published) == len("2024-10-11"):
        apart = date.fromisoformat(one.published) - date.fromisoformat(other.published)
        if abs(apart.days) <= _DAYS:
            yield Reason(1, "same-week", f"{one.published} / {other.published}")


def slip(one: str, other: str) -> bool:
    """Whether two days (ISO) of one month differ by one digit as it is printed: left out, put in, or another.

    >>> slip("2022-09-30", "2022-09-03"), slip("2023-03-15", "2023-03-16"), slip("2023-03-15", "2023-03-22")
    (True, True, False)
    """
    if one[:7] != other[:7] or one == other or not (_FULL.fullmatch(one) and _FULL.fullmatch(other)):
        return False
    a, b = sorted((one[8:].lstrip("0"), other[8:].lstrip("0")), key=len)
    if len(a) == len(b):
        return sum(x != y for x, y in zip(a, b, strict=True)) == 1
    return any(b[:i] + b[i + 1 :] == a for i in range(len(b)))


def _places(one: EventCard, other: EventCard) -> Iterator[Reason]:
    if one.named.key == other.named.key:
        yield Reason(1, "one-key", one.named.key)
    if both := _shared(one.organizers, other.organizers):
        yield Reason(1, "same-organizer", both)
    elif one.organizers and other.organizers:
        yield Reason(-1, "other-organizer", f"{one.organizers[0]} / {other.organizers[0]}")
    if both := _shared(one.places, other.places):
        yield Reason(1, "same-place", both)
    elif one.places and other.places and not _near(one.places, other.places):
        yield Reason(-1, "other-place", f"{one.places[0]} / {other.places[0]}")
    if both := _shared(one.units, other.units):
        yield Reason(1, "same-unit", both)
    elif one.units and other.units:
        near = _near(one.units, other.units)
        yield Reason(1 if near else -1, "near-unit" if near else "other-unit", f"{one.units[0]} / {other.units[0]}")


def _near(one: Collection[str], other: Collection[str]) -> bool:
    return any(related(a, b) for a in one for b in other)


def _shared(one: Iterable[str], other: Iterable[str]) -> str:
    return ", ".join(sorted(set(one) & set(other)))


def _kinds(one: EventCard, other: EventCard) -> Iterator[Reason]:
    if one.kind == other.kind:
        yield Reason(1, "same-kind", one.kind)
    elif _is_kin(one, other) or _is_kin(other, one) or (one.family == other.family and not (one.stage or other.stage)):
        yield Reason(1, "kin-kind", f"{one.kind} / {other.kind}")
    else:
        yield Reason(-1, "other-kind", f"{one.kind} / {other.kind}")


def _is_kin(one: EventCard, other: EventCard) -> bool:
    """Whether the name of one begins with what the kind of the other says (“hội nghị công bố quyết định”, “lễ công bố”)."""
    return bool(one.kind_words) and set(one.kind_words) <= set(other.first_words[: len(one.kind_words) + 1])


def _names(one: EventCard, other: EventCard) -> Iterator[Reason]:
    a, b = dict(one.numbers), dict(other.numbers)
    for place in sorted(a.keys() & b.keys()):
        if a[place] != b[place]:
            yield Reason(-1, "other-number", f"{place} {a[place]} / {b[place]}")
    short, long = sorted((set(one.words), set(other.words)), key=len)
    if len(short) < _FEW:
        yield Reason(-1, "bare-name", f"“{one.label}” / “{other.label}”")
        return
    share = len(short & long) / len(short)
    detail = f"{share:.2f} of “{one.label}” / “{other.label}”"
    if share >= SAME_WORDS:
        yield Reason(1, "same-words", detail)
    elif share >= ALIKE_WORDS:
        yield Reason(1, "alike-words", detail)
    else:
        yield Reason(-1, "other-words" if share <= OTHER_WORDS else "unlike-words", detail)


def _company(one: EventCard, other: EventCard) -> Iterator[Reason]:
    if both := _shared(one.chairs, other.chairs):
        yield Reason(1, "same-chair", both)
    present = set(one.people) & set(other.people)
    if len(present) >= _COMPANY:
        yield Reason(1, "same-people", ", ".join(sorted(present)))
    elif present and one.part and one.part == other.part:
        yield Reason(1, "same-hour", f"{', '.join(present)} at both in one part of the day")
    if (one.many or other.many) and len(present) < _COMPANY:
        if set(one.people) - present and set(other.people) - present:
            yield Reason(-1, "other-host", f"{', '.join(one.people)} / {', '.join(other.people)}")
        elif not present:
            yield Reason(-1, "one-of-many", f"{one.kind}: nobody is said to be at both")
    cast = set(one.cast) & set(other.cast)
    if len(cast) >= _COMPANY:
        yield Reason(1, "same-cast", ", ".join(sorted(cast)))


def _matters(one: EventCard, other: EventCard) -> Iterator[Reason]:
    if both := _shared(one.campaigns, other.campaigns):
        yield Reason(1, "same-campaign", both)
    elif one.campaigns and other.campaigns and one.single and other.single:
        yield Reason(-1, "other-campaign", f"{one.campaigns[0]} / {other.campaigns[0]}")
    if both := _shared(one.documents, other.documents):
        yield Reason(1, "same-document", both)
