"""Who is the subject of a verb whose object is a campaign: the body before it, behind its units, in a list, or further away."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kgraph.lexicon import Lexicon
from kgraph.model import Unit
from kgraph.rules.organizations import BodyMention
from kgraph.rules.places import PlaceMention
from kgraph.rules.reading import Reading, is_short
from kgraph.rules.spans import beginning, pairs_within, within

_SUBJECT, _TOGETHER, _FAR, _WHERE = 6, 14, 400, 24


def after_units(reading: Reading, end: int) -> int:
    """Where the units end that only say where a body is (“Đảng ủy phường Kim Mã, quận Ba Đình”)."""
    for _ in range(3):
        place = next((p for p, _ in pairs_within(reading.places, end, end + 60) if p.begin <= end + 3), None)
        if place is None or not re.fullmatch(r"(?:,| -)? \(?", reading.gap(end, place.begin)):
            return end
        end = place.end + (reading.gap(place.end, place.end + 1) == ")")
    return end


def subjects(reading: Reading, verb: int, begin: int) -> list[BodyMention]:
    """The bodies that do what a verb says, nearest first; none where something else stands between."""
    bodies = [b for b in within(reading.bodies, begin, verb) if b.begin not in reading.issuers]
    nearest = bodies[-1] if bodies else None
    if nearest is None or not _runs(reading, nearest, begin) or _is_place(reading, nearest):
        return []
    end = after_units(reading, nearest.end)
    gap = reading.gap(end, verb) if end == nearest.end else reading.gap(end, verb).removeprefix(",")
    together = _together(reading.lexicon)
    if not is_short(gap, words=_TOGETHER if together.match(gap) else _SUBJECT) or _aside(reading.lexicon).match(gap):
        return []
    found = [nearest]
    for other in reversed(bodies[:-1]):
        between = reading.gap(after_units(reading, other.end), found[-1].begin)
        if not other.acts or _is_oblique(reading, other) or not (reading.joined(other.end, found[-1].begin) or together.fullmatch(between)):
            break
        found.append(other)
    return found


def _runs(reading: Reading, body: BodyMention, begin: int) -> bool:
    """Whether a body can run a campaign: one that acts, or a Party chapter that opens a clause."""
    return body.acts or bool(body.entry.key("runs") and _is_free(reading, body.begin, begin))


def _is_place(reading: Reading, body: BodyMention) -> bool:
    """Whether a body is only where something takes place (“tại Trung tâm Thể thao huyện A”)."""
    return bool(_where(reading.lexicon).search(reading.page.folded, max(body.begin - _WHERE, 0), body.begin))


def _is_oblique(reading: Reading, body: BodyMention) -> bool:
    """Whether a word before a body says that it is not the subject (“theo quyết định của Bộ A, Sở B …”, “tại Trường A, Sở B …”)."""
    return bool(_oblique(reading.lexicon).search(reading.page.folded, max(body.begin - _WHERE, 0), body.begin))


def far_subject(reading: Reading, verb: int, begin: int) -> BodyMention | None:
    """The body that opens a sentence and is the subject of a chain of verbs up to one behind a comma or a joint.

    Nothing else may be a subject between, and nobody may demand anything.
    """
    if not _chain(reading.lexicon).search(reading.page.folded, max(verb - 30, begin), verb):
        return None
    bodies = [b for b in within(reading.bodies, begin, verb) if b.begin not in reading.issuers]
    first = bodies[0] if bodies else None
    if first is None or not _runs(reading, first, begin) or any(b.acts for b in bodies[1:]) or verb - first.end > _FAR:
        return None
    lead = reading.gap(begin, first.begin)
    opens = not lead.strip(" -–(") or (lead.endswith(", ") and len(lead.split()) <= _SUBJECT)
    clear = not within(reading.appearances, begin, verb) and not _told(reading.lexicon).search(reading.gap(first.end, verb))
    return first if opens and clear and re.match(r"(?: [^\W\d_]+){1,3}", reading.gap(first.end, verb)) else None


def unit_before(reading: Reading, verb: int, begin: int) -> Iterator[tuple[PlaceMention, Unit]]:
    """The unit that does what a verb says, if it is not part of a body or of where one is."""
    bodies = within(reading.bodies, begin, verb)
    for place, unit in pairs_within(reading.places, begin, verb):
        near = not place.headed and is_short(reading.gap(place.end, verb), words=_SUBJECT)
        inside = any(b.begin <= place.begin < max(b.end, after_units(reading, b.end)) for b in bodies)
        if near and not inside and _is_free(reading, place.begin, begin):
            yield place, unit


def far_unit(reading: Reading, verb: int, begin: int) -> Iterator[tuple[PlaceMention, Unit]]:
    """The unit that is the subject of a chain of verbs (“Thành phố A đã vận động …; tổ chức tốt các phong trào …”)."""
    bodies = within(reading.bodies, begin, verb)
    for place, unit in pairs_within(reading.places, begin, verb):
        gap = reading.gap(place.end, verb)
        alone = not place.headed and _is_free(reading, place.begin, begin) and not any(b.acts for b in bodies)
        clear = not within(reading.appearances, begin, verb) and not _told(reading.lexicon).search(gap) and len(gap) < _FAR
        if alone and clear and _has_done(reading.lexicon).match(gap):
            yield place, unit
            return


def _is_free(reading: Reading, offset: int, begin: int) -> bool:
    """Whether a unit begins a clause, so that it is not the tail of a body's name that no list has (“Hội Bảo trợ … tỉnh A”)."""
    return offset == begin or bool(_clause(reading.lexicon).search(reading.page.folded, max(offset - 20, begin), offset))


def doer_behind(reading: Reading, begin: int, end: int) -> BodyMention | None:
    """The body that a main clause opens with, behind a clause that ends in a comma (“Hưởng ứng phong trào A, Huyện đoàn B …”)."""
    body = next(iter(beginning(reading.bodies, begin, end)), None)
    if (
        body is None
        or not body.acts
        or _is_place(reading, body)
        or reading.gap(body.begin - 2, body.begin) != ", "
        or _told(reading.lexicon).search(reading.gap(begin, body.begin))
    ):
        return None
    return None if within(reading.appearances, begin, body.begin) else body


@cache
def _has_done(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf" {lexicon.alternation('sign/past', 'cue/already')} ")


@cache
def _where(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\b{lexicon.alternation('sign/at')} (?:{lexicon.alternation('sign/hall')} )?$")


@cache
def _clause(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"(?:[,;:)*–-] ?|\d |\b{lexicon.alternation('sign/and', 'cue/together', 'sign/whole')} )$")


@cache
def _oblique(lexicon: Lexicon) -> re.Pattern[str]:
    oblique, at, hall = (lexicon.alternation(name) for name in ("cue/oblique", "sign/at", "sign/hall"))
    return re.compile(rf"\b(?:{oblique}|{at}(?: {hall})?) $")


@cache
def _aside(lexicon: Lexicon) -> re.Pattern[str]:
    """What makes a body the issuer or the giver of something about the campaign (“Chỉ thị của Quân ủy về đẩy mạnh …”)."""
    return re.compile(rf" {lexicon.alternation('sign/about')}\b")


@cache
def _together(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf",? (?:[^\W\d_]+ ){{0,2}}?{lexicon.alternation('cue/together')} ")


@cache
def _chain(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"(?:[,;] |\b{lexicon.alternation('sign/and', 'sign/tied-to')} )(?:[^\W\d_]+ ){{0,3}}$")


@cache
def _told(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\b{lexicon.alternation('sign/demand', 'sign/told')}\b|[.:“”\"]")
