"""Whether an event told further down is a new one, or one told before: by its holder, its day, its part of the day and its words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from kgraph.lexicon import Lexicon
from kgraph.rules.event_parts import is_other_part
from kgraph.rules.introductions import is_modified
from kgraph.scan import Page
from kgraph.text import fold

if TYPE_CHECKING:
    from kgraph.rules.events import Occasion

_ALIKE, _ITEM = 0.8, 3


def is_new(page: Page, occasion: Occasion, found: Sequence[Occasion], lexicon: Lexicon) -> bool:
    """The first event needs no date; a further one does, and a day, a part of the day or a holder that no other has."""
    if not found:
        return True
    when = occasion.event.when
    if when is None or occasion.date is None or not (occasion.date.is_day or occasion.date.today):
        return False
    same_day = [o for o in found if o.event.when and o.event.when.edtf == when.edtf]
    again = bool(_same_day(lexicon).search(fold(when.text)))
    again = again or _is_item(page, occasion)
    return all(
        _differs(o, occasion)
        or _is_other_time(o, occasion, again=again)
        or (is_other_part(o.date, occasion.date) and _is_named(page, occasion, lexicon))
        for o in same_day
    )


def _is_item(page: Page, occasion: Occasion) -> bool:
    """Whether an asterisk opens the item that an event is told in, with its day (“* Ngày 28-5, đoàn …”)."""
    begin, date = page.sentences[occasion.sentence][0], occasion.date
    return date is not None and begin <= date.begin and "*" in page.text[max(date.begin - _ITEM, 0) : date.begin]


def is_same(page: Page, told: Occasion, occasion: Occasion, lexicon: Lexicon) -> bool:
    """Whether a later mention is the event told before: of its family, by its kind alone or in much the same words."""
    if _family(told) != _family(occasion) or _differs(told, occasion) or _is_of_other_day(page, told, occasion):
        return False
    if is_other_part(told.date, occasion.date) and _told_at(page, occasion) and _is_named(page, occasion, lexicon):
        return False
    m = occasion.mention
    if not m.entry.key("verb") and not is_modified(page, m, lexicon):
        return True
    fewer, more = sorted((set(fold(o.event.label).split()) - lexicon.forms("sign/session-head") for o in (told, occasion)), key=len)
    return len(fewer & more) >= _ALIKE * len(fewer)


def told_again(told: Occasion, occasion: Occasion) -> Occasion:
    """An event with a later telling; the later counts where the first only says where something was said (a caption)."""
    if told.date or told.held or not (occasion.date and occasion.held):
        return replace(told, repeats=(*told.repeats, occasion))
    return replace(occasion, repeats=(told, *told.repeats))


def _differs(told: Occasion, occasion: Occasion) -> bool:
    """Whether two events are held by two bodies."""
    return bool(told.holder and occasion.holder and told.holder != occasion.holder)


def _is_named(page: Page, occasion: Occasion, lexicon: Lexicon) -> bool:
    """Whether an event is told as one of its own: more than its kind is said, or its part of the day “is” it (“buổi chiều là …”)."""
    return page.folded[slice(*occasion.verb)] in lexicon.forms("sign/is") or is_modified(page, occasion.mention, lexicon)


def _told_at(page: Page, occasion: Occasion) -> bool:
    """Whether the sentence of an event gives it its date."""
    return occasion.date is not None and occasion.date.begin >= page.sentences[occasion.sentence][0]


def _is_of_other_day(page: Page, told: Occasion, occasion: Occasion) -> bool:
    """Whether the sentence of a later mention gives it a day of its own that is not that of the event told before."""
    days = [o.date for o in (told, occasion) if o.date and o.date.is_day and o.date.first_day is None]
    return len(days) == len((told, occasion)) and _told_at(page, occasion) and (days[0].day, days[0].month) != (days[1].day, days[1].month)


def _is_other_time(told: Occasion, occasion: Occasion, *, again: bool) -> bool:
    """Whether two events of one day are of different families and parts of the day, or the later is told `again` of the day."""
    parts = [o.event.when.part_of_day if o.event.when else None for o in (told, occasion)]
    return ((all(parts) and parts[0] != parts[1]) or again) and _family(told) != _family(occasion)


@cache
def _same_day(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\b{lexicon.alternation('date/same-day')}$")


def _family(occasion: Occasion) -> str:
    return str(occasion.mention.entry.key("family", occasion.mention.entry.concept))
