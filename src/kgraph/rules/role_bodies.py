"""The body behind a role: one that shares its last word, one that begins behind it, a bare field, or that of a place."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from kgraph.lexicon import Entry, Lexicon
from kgraph.rules.bodies import BodyIndex, Draft, read_body
from kgraph.rules.organizations import committee_entry
from kgraph.scan import Mention, Page
from kgraph.text import UPPER, fold

_LEVELS = ("commune", "district", "province")
_SMALL_WORDS = re.compile(rf"[^\W\d_{UPPER}]+(?: [^\W\d_{UPPER}]+){{0,5}}")
_SMALL_WORD = re.compile(r"[^\W\d_]+")
_PART = re.compile(r", | [-–] | \(")
_BRAND = re.compile(rf"(?:[{UPPER}]{{3}}[{UPPER}\d]*|[A-Z][A-Za-z]{{7,}}|(?=[A-Za-z]*[FJWZfjwz])[A-Z][A-Za-z]{{3,}})(?![\w./-])")
"""Initials, a word longer than any syllable of Vietnamese, or one with letters that it does not write."""
_CAPITALISED = re.compile(rf" ([{UPPER}][^\W\d_]*)")
_DASH = re.compile(r" (?:[-–] )?")
_SHORT = re.compile(rf" \([{UPPER}]{{2,6}}\)(?= )")
"""How a role will be shortened from here on (“Tổng Giám đốc (TGĐ) Công ty A”)."""


def body_behind(page: Page, m: Mention, index: BodyIndex, lexicon: Lexicon) -> Draft | None:
    """The body that a role names, with the one that it is a part of; None where none stands there."""
    draft = _draft(page, m, index, lexicon)
    charge = _in_charge(lexicon).match(page.folded, m.end) if draft is None else None
    short = _SHORT.match(page.text, m.end) if draft is None and charge is None else None
    over = charge or short
    if draft is None and (end := over.end() if over else duty_end(page, m.end, lexicon)):
        draft = _draft(page, m._replace(end=end), index, lexicon)
    return _with_parent(page, draft, index, lexicon)


def duty_end(page: Page, at: int, lexicon: Lexicon) -> int:
    """The end of the words for a duty behind a role (“Giám đốc hành chính - nhân sự Công ty A”); 0 where there are none."""
    duty = _duty(lexicon).match(page.folded, at)
    return duty.end() if duty else 0


def _with_parent(page: Page, draft: Draft | None, index: BodyIndex, lexicon: Lexicon) -> Draft | None:
    """The body of a title with the one behind a comma, or in a bracket, that it is a part of (“Vụ Địa phương, Ban Tổ chức Trung ương”)."""
    joint = _PART.match(page.text, draft.end) if draft else None
    if draft is None or joint is None or draft.placed or draft.parent or not draft.entry.key("within"):
        return draft
    parent = read_body(page, joint.end(), index, lexicon)
    if parent is None or not (parent.placed or parent.parent or parent.entry.key("shape") == "central"):
        return draft
    if not joint[0].endswith("("):
        return replace(draft, end=parent.end, parent=parent)
    return replace(draft, end=parent.end + 1, parent=parent) if page.text.startswith(")", parent.end) else draft


def _draft(page: Page, m: Mention, index: BodyIndex, lexicon: Lexicon) -> Draft | None:
    """The body behind a role: one that shares its last word, one that begins behind it, or a bare field."""
    shared = m.entry.key("shares")
    if shared and page.folded.endswith(shared, m.begin, m.end):
        at = m.end - len(shared)
        entry = entries_by_form(lexicon).get(shared)
        twice = entry is not None and entry.key("scan") is False and at not in index.heads and m.end + 1 in index.heads
        draft = None if twice else read_body(page, at, index, lexicon, head=Mention(at, m.end, entry) if entry else None)
        if draft and (draft.end > m.end or m.entry.key("whole")):
            return draft
    if (opens := m.entry.key("opens")) and (head := index.heads.get(m.end - len(opens))) and head.end > m.end:
        return read_body(page, head.begin, index, lexicon)
    of = _of(lexicon).match(page.folded, m.end)
    if of and (draft := read_body(page, of.end(), index, lexicon)) and (draft.placed or draft.entry.key("shape") in ("central", "named")):
        return draft
    dash = _DASH.match(page.text, m.end)
    at = dash.end() if dash else m.end
    draft = (read_body(page, at, index, lexicon, lower=True) or _small_head(page, at, index, lexicon)) if dash else None
    if dash and len(dash[0]) > 1 and draft is None:
        return None
    if draft is None and (word := m.entry.key("take")):
        field = page.at("field", at)
        entry = next((e for e in lexicon.by_kind["organization"] if e.vi == word), None)
        if field and entry:
            draft = Draft(at, field.end, entry, page.text[at : field.end])
    draft = draft or (_of_place(page, m, at, index, lexicon) if dash and dash[0] == " " else None)
    return draft or (_brand(page, m, at, lexicon) if dash else None)


def _brand(page: Page, m: Mention, at: int, lexicon: Lexicon) -> Draft | None:
    """An enterprise behind the role of who runs one, known by a brand or initials alone (“Tổng Giám đốc Sacombank”, “Giám đốc DQS”)."""
    brand = _BRAND.match(page.text, at) if m.entry.key("runs") and not page.text[m.begin : m.end].isupper() else None
    if brand is None or any(
        page.at(kind, at) for kind in ("level", "unit", "organization", "role", "person", "field", "event", "directive")
    ):
        return None
    nation = _nation(lexicon).match(page.folded, brand.end())
    end = nation.end() if nation else brand.end()
    following = _CAPITALISED.match(page.text, end)
    if following and not page.at("unit", following.start(1)) and fold(following[1]) not in lexicon.forms("person/surname"):
        return None
    return Draft(at, end, lexicon.entry("organization/cong-ty"), head=page.text[at:end])


def _small_head(page: Page, at: int, index: BodyIndex, lexicon: Lexicon) -> Draft | None:
    """A body behind a role whose head bears a small letter by custom (“Giám đốc sở Tài chính”, “Cục trưởng cục Thuế”)."""
    head = small_head(page, at, lexicon)
    return read_body(page, at, index, lexicon, head=head, lower=True) if head and head.entry.key("tail") else None


def small_head(page: Page, at: int, lexicon: Lexicon) -> Mention | None:
    """The head of a body that bears a small letter by custom and begins at an offset, the longest there is."""
    words = _SMALL_WORDS.match(page.text, at)
    ends = [at + m.end() for m in _SMALL_WORD.finditer(words[0])] if words else []
    forms = entries_by_form(lexicon)
    found = ((end, forms.get(page.folded[at:end])) for end in reversed(ends))
    return next((Mention(at, end, entry) for end, entry in found if entry and entry.key("capital")), None)


def _of_place(page: Page, m: Mention, at: int, index: BodyIndex, lexicon: Lexicon) -> Draft | None:
    """A role with a place and no body: the secretary of a unit is that of its committee, its chair that of its People's Committee."""
    ubnd = lexicon.entry("organization/ubnd") if "ubnd" in m.entry.key("in", ()) else None
    if not (m.entry.key("committee") or ubnd):
        return None
    if at in index.places:
        place, unit = index.places[at]
        return Draft(at, place.end, ubnd or committee_entry(lexicon, unit.designation), unit=unit)
    word = index.words.get(at)
    if word is None:
        return None
    return Draft(at, word.end, ubnd or committee_entry(lexicon, word.entry.vi), word=word.entry)


@cache
def entries_by_form(lexicon: Lexicon) -> dict[str, Entry]:
    return {form: e for e in lexicon.by_kind["organization"] for form in e.forms}


def over_units_above(page: Page, end: int, draft: Draft | None, index: BodyIndex) -> int:
    """The end of a title behind the units that its place lies in (“UBND xã A, huyện B, tỉnh C”)."""
    level = draft.unit.level if draft and draft.unit else None
    while level is not None and page.text.startswith((", ", " ("), end) and end + 2 in index.places:
        place, unit = index.places[end + 2]
        closed = page.text.startswith(")", place.end)
        if _LEVELS.index(unit.level) <= _LEVELS.index(level) or closed != (page.text[end + 1] == "("):
            break
        end, level = place.end + closed, unit.level
    return end


@cache
def _of(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf" {lexicon.alternation('sign/of')} ")


@cache
def _duty(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(
        rf" {lexicon.alternation('sign/duty')}(?:(?: -|,| {lexicon.alternation('sign/and')})? {lexicon.alternation('sign/duty')})?\b"
    )


@cache
def _in_charge(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf" {lexicon.alternation('sign/in-charge')}\b")


@cache
def _nation(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf" {lexicon.alternation('sign/viet-nam')}\b")
