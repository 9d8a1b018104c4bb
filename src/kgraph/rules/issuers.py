"""Which body the suffix of a number stands for: `QU`, `TTg`, `QH14`, `BNV`, `UBND`."""

from __future__ import annotations

from collections.abc import Sequence

from kgraph.lexicon import Entry
from kgraph.model import Organization
from kgraph.rules.organizations import BodyMention, Naming, committee_of, make_body
from kgraph.text import fold


def issuer_of_suffix(suffix: str, bodies: Sequence[BodyMention], naming: Naming) -> Organization | None:
    """The body that a suffix stands for; None where it is that of many and the article does not say which."""
    entry = next((e for e in naming.lexicon.by_kind.get("issuer", ()) if suffix.lower() in e.forms), None)
    if entry is None:
        return None
    if entry.key("body") == "committee":
        unit = naming.scope.at([entry.key("level")])
        fits = unit is not None and unit.designation in entry.key("designations", (unit.designation,))
        return committee_of(unit, naming) if unit and fits else None
    if entry.key("only"):
        return _only(entry, bodies)
    if entry.key("field"):
        return _ministry(entry, bodies, naming)
    body = naming.lexicon.entry(f"organization/{entry.key('body')}")
    if entry.key("certain"):
        return make_body(body, None, None, naming, suffix=str(body.key("national")) if body.key("nationwide") else "")
    unit = naming.scope.unit
    return make_body(body, None, committee_of(unit, naming), naming) if unit else None


def _only(entry: Entry, bodies: Sequence[BodyMention]) -> Organization | None:
    """The one body of its kind that the article names, with its place."""
    named = {b.organization.key: b for b in bodies if b.entry.concept == entry.key("body")}
    body = next(iter(named.values()), None)
    return body.organization if body and body.unit and len(named) == 1 else None


def _ministry(entry: Entry, bodies: Sequence[BodyMention], naming: Naming) -> Organization:
    """The ministry of a field, as the article writes its name, else in full."""
    field = naming.lexicon.entry(f"field/{entry.key('field')}")
    head = naming.lexicon.entry(f"organization/{entry.key('body')}")
    named = (b.organization for b in bodies if b.entry is head)
    written = next((o for o in named if fold(o.label[len(head.vi) :].strip()) in field.forms), None)
    return written or make_body(head, None, None, naming, tail=field.vi)
