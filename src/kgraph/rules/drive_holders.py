"""Whose a theme is: the body or unit behind “của”, before its name or behind it (“Chuyên đề năm 2024 của Thành ủy Đà Nẵng”)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from kgraph.lexicon import Lexicon
from kgraph.model import Organization, Unit
from kgraph.rules.drive_words import Drive, words_of
from kgraph.rules.organizations import BodyMention
from kgraph.rules.places import PlaceMention
from kgraph.rules.spans import beginning_at
from kgraph.scan import Page

_LONGEST_CUE = 24
Place = tuple[PlaceMention, Unit]


def with_holder(page: Page, drive: Drive, bodies: Sequence[BodyMention], places: Sequence[Place], lexicon: Lexicon) -> Drive:
    """A theme with the unit whose own it is, if that is said, and the bare head of one with the words that say which one it is."""
    if not drive.entry.key("held"):
        return drive
    before = _of(lexicon).match(page.folded, drive.begin)
    behind = _behind(lexicon).match(page.folded, drive.end)
    for m in (before, behind):
        found = _unit_at(m.end(), bodies, places) if m else None
        if found:
            unit, end = found
            drive = _held(page, drive, unit, end, lexicon) if m is before else replace(drive, holder=unit.key)
            break
    else:
        guide = _guide(page, drive, bodies, lexicon)
        drive = replace(drive, holder=guide.key) if guide else drive
    if drive.name is not None or not _is_definite(page, drive):
        return drive
    called = page.text[drive.begin : drive.end]
    return replace(drive, called=called[0].upper() + called[1:])


def _is_definite(page: Page, drive: Drive) -> bool:
    """Whether a bare head says which theme it is: that of a year or a term, by a capital or its holder, or what a holder's own rests on."""
    if drive.year or drive.whole_term:
        return bool(drive.holder) or page.text[drive.begin].isupper()
    basis = (m for m in page.between("cue", drive.begin - _LONGEST_CUE, drive.begin) if m.entry.concept == "basis")
    return bool(drive.holder) and any(m.end == drive.begin - 1 for m in basis)


def _held(page: Page, drive: Drive, unit: Unit, end: int, lexicon: Lexicon) -> Drive:
    """A theme of a unit; a bare head goes on to its holder and to the year behind it."""
    if drive.name is not None:
        return replace(drive, holder=unit.key)
    year = words_of(lexicon).year.match(page.folded, end) if drive.year is None else None
    return replace(drive, holder=unit.key, end=max(drive.end, year.end() if year else end), year=int(year["year"]) if year else drive.year)


def _guide(page: Page, drive: Drive, bodies: Sequence[BodyMention], lexicon: Lexicon) -> Unit | None:
    """The unit whose bodies guide a theme (“Chuyên đề năm 2024 do Ban Tuyên giáo Thành ủy Hà Nội hướng dẫn”); of several the last."""
    by = _by(lexicon).match(page.folded, drive.end)
    body = beginning_at(bodies, by.end()) if by else None
    while body and page.text[body.end : body.end + 2] == ", " and (following := beginning_at(bodies, body.end + 2)):
        body = following
    return led_by(body.organization) if body and _guides(lexicon).match(page.folded, body.end) else None


def _unit_at(begin: int, bodies: Sequence[BodyMention], places: Sequence[Place]) -> tuple[Unit, int] | None:
    """The unit that begins at an offset or that the body there leads, and where its words end."""
    body = beginning_at(bodies, begin)
    if body:
        unit = led_by(body.organization) or body.unit
        return (unit, body.end) if unit else None
    return next(((unit, place.end) for place, unit in places if place.begin == begin), None)


def led_by(organization: Organization) -> Unit | None:
    """The unit that a body leads, or that the body above it leads."""
    body: Organization | None = organization
    while body and body.jurisdiction is None:
        body = body.parent
    return body.jurisdiction if body else None


@cache
def _of(lexicon: Lexicon) -> re.Pattern[str]:
    """What stands between the head of a theme and whose it is: its year, the term, or a few words that describe it."""
    heads = "|".join(re.escape(form) for e in lexicon.by_kind["campaign"] if e.key("held") for form in e.forms)
    year = rf"(?: {lexicon.alternation('date/year')} \d{{4}}| {lexicon.alternation('sign/whole-term')})"
    return re.compile(rf"(?:{heads})(?:{year})?(?: [^\W\d_]++){{0,5}}? {lexicon.alternation('sign/of')} ")


@cache
def _by(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf" {lexicon.alternation('sign/by')} ")


@cache
def _guides(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf" {lexicon.alternation('sign/guides')}\b")


@cache
def _behind(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf",? {lexicon.alternation('sign/of')} ")
