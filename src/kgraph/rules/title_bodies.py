"""The body that a title of a list means: its own, the one its role implies, or that of the titles beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from kgraph.model import Organization, Unit
from kgraph.rules.bodies import Draft
from kgraph.rules.organizations import Naming, body_of, committee_before, committee_of, make_body
from kgraph.rules.role_bodies import entries_by_form

if TYPE_CHECKING:
    from kgraph.rules.titles import Title


def body_of_title(
    title: Title, beside: Draft | None, behind: Organization | None, naming: Naming, *, office: bool = False
) -> tuple[Organization | None, bool]:
    """The body of a title: its own, the one its role implies, or for a post of a committee that of the place of the next title.

    `office` where the next title is one of an office that it does not name: a Party body beside it is none of the place.
    """
    if title.draft is not None:
        entry, placed = title.draft.entry, title.draft.placed or title.draft.parent is not None or title.draft.tail
        if office and entry.key("workplace") and not placed and behind is None:
            return make_body(entry, None, None, naming), False
        if entry.key("joins") and not placed and behind is not None:
            return make_body(entry, None, behind, naming), False
        if entry.key("workplace") and not placed and behind is not None and _is_workplace(behind, beside, naming):
            return make_body(entry, None, _home(behind, naming), naming), False
        if entry.key("seat") and not placed and (home := _seated_in(behind, naming)):
            return make_body(entry, None, home, naming), True
        national = bool(title.role.key("nation")) and not placed
        return body_of(replace(title.draft, national=True) if national else title.draft, beside, naming)
    if title.head:
        return None, False
    implied = title.role.key("body")
    if implied:
        entry = naming.lexicon.entry(f"organization/{implied}")
        if near := _fitting(behind, (str(implied),)):
            return near, False
        return body_of(Draft(title.begin, title.end, entry, national=bool(title.role.key("nation"))), beside, naming)
    if behind is not None and title.joined and "ubnd" in title.role.key("in", ()) and behind.jurisdiction and _has(behind, "party", naming):
        return make_body(naming.lexicon.entry("organization/ubnd"), behind.jurisdiction, None, naming), True
    if behind is not None and _has(behind, "cell", naming):
        return make_body(naming.lexicon.entry("organization/chi-bo"), None, _home(behind, naming), naming), False
    if title.role.key("committee") and title.role.key("membership") and (home := _seated_in(behind, naming)):
        return home, True
    if title.role.key("committee") and not title.open:
        level = title.role.key("of_level")
        unit = naming.scope.at((str(level),)) if level else _led(behind) or _placed(beside, naming)
        unit = unit if level or unit else committee_before(title.begin, naming) or naming.scope.unit
        if unit is not None:
            return committee_of(unit, naming), False
    if (title.joined or title.role.key("beside")) and (near := _fitting(behind, title.role.key("in", ()))):
        return near, True
    if title.role.key("whole") and (own := entries_by_form(naming.lexicon).get(str(title.role.key("shares")))):
        return make_body(own, None, None, naming), False
    return None, False


def _fitting(body: Organization | None, kinds: Sequence[str]) -> Organization | None:
    """A body, or the one it is a part of, that is of one of some kinds."""
    while body is not None and body.kind not in kinds:
        body = body.parent
    return body


def _has(body: Organization, key: str, naming: Naming) -> bool:
    """Whether the kind of a body has a key in the lexicon."""
    entry = naming.lexicon.by_id.get(f"organization/{body.kind}")
    return bool(entry and entry.key(key))


def _seated_in(behind: Organization | None, naming: Naming) -> Organization | None:
    """The body whose committee has a seat beside a post in one of its sections (“Ủy viên Ban Thường vụ, Trưởng Ban … Thành đoàn”).

    None for sections of the committee that leads a place, and of its State bodies: there the seat is one of that committee.
    """
    home = behind.parent if behind and not _has(behind, "governs", naming) else None
    if home is None or home.jurisdiction:
        return None
    entry = naming.lexicon.by_id.get(f"organization/{home.kind}")
    mass = entry and (entry.key("national") or (entry.key("shape") == "committee" and not entry.key("governs")))
    return home if mass or _has(home, "party", naming) else None


def _is_workplace(behind: Organization, beside: Draft | None, naming: Naming) -> bool:
    """Whether a Party body named before an office is that of the office: it leads no place, and is not one of a commune."""
    if behind.jurisdiction is not None or _has(behind, "assembly", naming):
        return False
    level = beside and (beside.unit.level if beside.unit else beside.word and beside.word.key("level"))
    return (level != "commune" or _has(behind, "cell", naming)) and not _is_of_party(behind, naming)


def _is_of_party(body: Organization, naming: Naming) -> bool:
    """Whether a body is a board of a Party committee, and so no place where another committee could be."""
    entry = naming.lexicon.by_id.get(f"organization/{body.kind}")
    return bool(entry and entry.key("of") == "party")


def _home(body: Organization, naming: Naming) -> Organization:
    """The village of a board that works in one, else the body itself."""
    return body.parent if body.parent and _has(body.parent, "cell", naming) else body


def _led(body: Organization | None) -> Unit | None:
    """The place that a body, or one above it, leads."""
    while body is not None and body.jurisdiction is None:
        body = body.parent
    return body.jurisdiction if body else None


def _placed(beside: Draft | None, naming: Naming) -> Unit | None:
    """The unit of the next title's body, or the scope's of its level (“Ủy viên Thường vụ, Chủ tịch Ủy ban MTTQ tỉnh”)."""
    if beside is None:
        return None
    if beside.unit:
        return beside.unit
    level = beside.word and beside.word.key("level")
    return naming.scope.at((str(level),)) if level else None
