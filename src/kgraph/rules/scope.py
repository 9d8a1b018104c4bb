"""The place an article is about: what a bare “quận” or “Thành ủy” means in it, and which unit an ambiguous name is."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from kgraph.gazetteer import Gazetteer
from kgraph.lexicon import Lexicon
from kgraph.model import Unit
from kgraph.rules.places import PlaceMention
from kgraph.scan import Page
from kgraph.text import slug

_RANK = {"province": 0, "district": 1, "commune": 2}
_TITLE_WEIGHT, _LEAD_WEIGHT, _BARE_WEIGHT, _VENUE_WEIGHT = 7.0, 3.0, 0.5, 0.5
_LEAD_SENTENCES = 3
_TWO_LEVELS = "2025-07-01"
_NEAR = 3


@dataclass(frozen=True, slots=True)
class Scope:
    """The unit an article is about and the units above it, lowest first; empty where nothing shows it."""

    chain: tuple[Unit, ...] = ()

    @property
    def unit(self) -> Unit | None:
        """The lowest unit."""
        return self.chain[0] if self.chain else None

    def at(self, levels: Sequence[str], designations: Sequence[str] = ()) -> Unit | None:
        """The lowest unit of the chain that has one of the levels, and one of the designations if any are given."""
        return next((u for u in self.chain if u.level in levels and (not designations or u.designation in designations)), None)


def find_scope(page: Page, places: Sequence[PlaceMention], gazetteer: Gazetteer, lexicon: Lexicon, *, mark: str) -> Scope:
    """The scope by votes of narrowed places: mentions, those of lead and title more; bare level words, and communes as venues, half.

    One name that units of several provinces bear shows none of them, however many bear it in one (“Phường 1”).
    """
    votes: defaultdict[str, float] = defaultdict(float)
    units: dict[str, Unit] = {}
    shown: defaultdict[str, set[str]] = defaultdict(set)
    lead_end = page.sentences[min(_LEAD_SENTENCES, len(page.sentences)) - 1][1] if page.sentences else 0
    title_end = page.sentences[0][1] if page.sentences else 0
    for place in places:
        choices = place.units
        venue = choices[0].level == "commune" and _at(lexicon).search(page.folded, max(place.begin - 60, 0), place.begin)
        early = _TITLE_WEIGHT if place.begin < title_end else _LEAD_WEIGHT if place.begin < lead_end else 1.0
        weight = (_VENUE_WEIGHT if venue else early) / len(choices)
        for unit in choices:
            units[unit.key] = unit
            votes[unit.key] += weight
            for above in gazetteer.ancestors(unit):
                units[above.key] = above
                votes[f"under {above.key}"] += weight
        lines = [{u.key for u in (unit, *gazetteer.ancestors(unit))} for unit in choices]
        for key in set().union(*lines):
            shown[key] |= {"", choices[0].name} if all(key in line for line in lines) else {choices[0].name}
    known = {key: unit for key, unit in units.items() if unit.level != "province" or "" in shown[key] or len(shown[key]) > 1}
    return Scope(_chain(page, known, votes, gazetteer, mark))


def _chain(page: Page, units: dict[str, Unit], votes: defaultdict[str, float], gazetteer: Gazetteer, mark: str) -> tuple[Unit, ...]:
    """From the strongest province down: a lower unit is taken while it holds at least half of the strongest level's votes."""
    bare = _bare_words(page)

    def strength(unit: Unit) -> float:
        return votes[unit.key] + votes[f"under {unit.key}"]

    def best(level: str, under: Unit | None) -> Unit | None:
        """The strongest unit of a level; where namesakes are equally strong, a unit of this article alone: a name decides nothing."""
        fitting = [u for u in units.values() if u.level == level and (under is None or not u.within or under in gazetteer.ancestors(u))]
        ranked = sorted(fitting, key=lambda u: (-strength(u), u.key))
        equals = [u for u in ranked if strength(u) == strength(ranked[0])]
        if len(equals) < 2:
            return ranked[0] if ranked else None
        if len({u.name for u in equals}) > 1:
            return None
        one = replace(local_unit(equals[0], mark), within=under.key if under and gazetteer.knows(under.key) else None)
        votes[one.key] = sum(votes[u.key] for u in equals)
        return one

    province = best("province", None)
    district = best("district", province)
    inside = best("commune", district) if district else None
    of_two_levels = (u for u in units.values() if _is_below_province(u, gazetteer) and province in gazetteer.ancestors(u))
    newer = max(of_two_levels, key=lambda u: (strength(u), u.key), default=None) if inside else None
    commune = newer if inside and newer and strength(newer) > strength(inside) else inside or best("commune", province)
    lines = [(unit, *gazetteer.ancestors(unit)) for unit in (province, district, commune) if unit]
    if not lines:
        return ()
    scores = [votes[line[0].key] + _BARE_WEIGHT * bare[line[0].designation] for line in lines]
    top = max(scores)
    chosen = max(i for i, score in enumerate(scores) if score * 2 >= top)
    return lines[chosen]


def _is_below_province(commune: Unit, gazetteer: Gazetteer) -> bool:
    """Whether a commune lies in a province directly, as all do since 1 July 2025 (Nghị quyết 203/2025/QH15)."""
    below = commune.level == "commune" and (commune.valid_from or "") >= _TWO_LEVELS
    return below and all(unit.level != "district" for unit in gazetteer.ancestors(commune))


def _bare_words(page: Page) -> Counter[str]:
    """How often each level word, or a committee that implies one, stands in the page."""
    implied = (word for m in page.of("organization") for word in m.entry.key("designations", ()))
    return Counter((*(m.entry.vi for m in page.of("level")), *implied))


def narrow_places(places: Sequence[PlaceMention], gazetteer: Gazetteer, *, mark: str) -> tuple[PlaceMention, ...]:
    """Each place with those of its units that lie within the place named right behind it (“xã A, huyện B”)."""
    kept: list[PlaceMention] = []
    behind: tuple[int, tuple[Unit, ...]] | None = None
    for place in reversed(places):
        choices = place.units
        if behind and behind[0] - place.end <= _NEAR:
            above = set(behind[1])
            inside = tuple(u for u in choices if above & set(gazetteer.ancestors(u)))
            certain = (
                len(behind[1]) == 1
                and gazetteer.knows(behind[1][0].key)
                and all(_RANK[u.level] > _RANK[behind[1][0].level] for u in choices)
            )
            choices = inside or ((replace(local_unit(choices[0], mark), within=behind[1][0].key),) if certain else choices)
        kept.append(place if choices == place.units else replace(place, units=choices))
        behind = (place.begin, choices)
    return tuple(kept[::-1])


def resolve_places(
    places: Sequence[PlaceMention], scope: Scope, gazetteer: Gazetteer, *, mark: str
) -> tuple[tuple[PlaceMention, Unit], ...]:
    """Each narrowed place with the one unit it is in this article; of namesakes that nothing tells apart with one of this article alone.

    What stands right behind decides, then the scope, then that only one unit bears the name; of namesakes at several levels
    the one that the scope holds.
    """
    above = scope.chain
    result: list[tuple[PlaceMention, Unit]] = []
    for place in places:
        choices, alone = place.units, _local_key(place.units[0], mark)
        own = [u for u in choices if u in above] or [u for u in above if u.key == alone]
        inside = [[u for u in choices if unit in gazetteer.ancestors(u)] for unit in above]
        ranked = [own, *inside, list(choices)]
        pick = next((group[0] for group in ranked if len(group) == 1), None)
        if pick is None and own:
            pick = max(own, key=lambda u: _RANK[u.level])
        result.append((place, pick or local_unit(choices[0], mark)))
    return tuple(result)


def local_unit(unit: Unit, mark: str) -> Unit:
    """A unit known by its name alone, so that it is no other article's namesake: `unit/phuong-15--<mark>`."""
    key = _local_key(unit, mark)
    return unit if unit.key == key else replace(unit, key=key, within=None, valid_from=None, valid_to=None)


def _local_key(unit: Unit, mark: str) -> str:
    return unit.key if unit.key.endswith(f"--{mark}") else f"unit/{slug(unit.label)}--{mark}"


def settle(scope: Scope, places: Sequence[tuple[PlaceMention, Unit]], mark: str) -> Scope:
    """The scope, or where no listed unit could be it, the unit of this article alone that is named first."""
    if scope.chain or not places or not places[0][1].key.endswith(f"--{mark}"):
        return scope
    return Scope((places[0][1],))


@cache
def _at(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\b{lexicon.alternation('sign/at')} (?:[^\W\d_]+,? ){{0,6}}$")
