"""Places by level: centre, province, district, commune from top to bottom, what belongs to one place together. Whole numbers.

Provinces are columns that run through all bands, so that a district stands under its province and a commune under its district; small
provinces share a column. What belongs to no province (the centre, and what no level is known of) stands as near as can be to what it has to
do with.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Any

from kgraph.analysis.projection import Network
from kgraph.analysis.relations import CLASSES, OTHER_CLASS
from kgraph.analysis.situation import CENTRE, LEVELS
from kgraph.view.labels import SYMBOL, label_box
from kgraph.view.packing import shelve

NOWHERE = "nowhere"
"""The band of what no level is known of."""

ASPECT, FILLED = 1.5, 0.55
GAP, APART, MARGIN, HEAD = 14, 36, 60, 64
_COLUMN = 420
_TRIES, _LOWER = 12, 0.8
_ORDER = ("AdministrativeUnit", "Organization", "Directive", "Campaign", "Event", "Venue", "Official", "Person", OTHER_CLASS)
assert set(_ORDER) == {*CLASSES, OTHER_CLASS}

Place = tuple[int, int]
Box = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Levels:
    """A place for every node, and the bands from the top: level (one of LEVELS, or NOWHERE) and box (left, top, right, bottom)."""

    places: Mapping[str, Place]
    bands: tuple[tuple[str, Box], ...]


@dataclass(frozen=True, slots=True)
class _Block:
    """Nodes of one place, each with the left upper corner of its box inside the block."""

    corners: tuple[tuple[str, int, int], ...]
    width: int
    height: int


def level_positions(network: Network) -> Levels:
    """Needs the node attributes `level`, `units`, `body` (analysis.situation) and `community`. No two nodes overlap with their labels."""
    boxes = {name: label_box(network.nodes[name]["label"]) for name in sorted(network)}
    high = 2 * sqrt(sum(map(_area, boxes.values())) / ASPECT)
    drawn = _laid(network, boxes, high)
    for _ in range(_TRIES):
        if _flat(drawn):
            break
        high *= _LOWER
        drawn = _laid(network, boxes, high)
    return drawn


def _laid(network: Network, boxes: Mapping[str, Place], high: float) -> Levels:
    """The bands as they come out when columns are as wide as they must be to be so high if nothing were left empty."""
    band_of = {name: network.nodes[name]["level"] or NOWHERE for name in boxes}
    columns = _columns(network, [name for name in boxes if band_of[name] not in (CENTRE, NOWHERE)], boxes, high)
    laid: dict[str, dict[str, Place]] = {}
    for level in LEVELS[1:]:
        members = [name for name in boxes if band_of[name] == level]
        laid[level] = _in_columns(network, members, boxes, columns)
    laid, width = _tightened(laid, boxes, columns.values())
    width = width or _square(boxes.values())
    for level in (CENTRE, NOWHERE):
        members = [name for name in boxes if band_of[name] == level]
        known = {name: x for places in laid.values() for name, (x, _) in places.items()}
        laid[level] = _across(network, members, boxes, known, width)
    return _stacked([(level, laid[level]) for level in (*LEVELS, NOWHERE)], boxes, width)


def _flat(drawn: Levels) -> bool:
    """Whether all bands together are wide enough for their height."""
    if not drawn.bands:
        return True
    left, top, right, _ = drawn.bands[0][1]
    return right - left >= ASPECT * (drawn.bands[-1][1][3] - top)


def _columns(network: Network, members: Sequence[str], boxes: Mapping[str, Place], high: float) -> dict[str, tuple[int, int]]:
    """Left edge and width of the column of each province, the fullest first; small ones share one."""
    area: Counter[str] = Counter()
    for name in members:
        area[_province(network, name)] += _area(boxes[name])
    found: dict[str, tuple[int, int]] = {}
    left, shared, wide = 0, list[str](), 0
    ranked = sorted(area, key=lambda province: (not province, -area[province], province))
    for province in ranked:
        shared.append(province)
        wide += round(area[province] / high)
        if wide >= _COLUMN or province == ranked[-1]:
            found.update(dict.fromkeys(shared, (left, max(wide, _COLUMN))))
            left, shared, wide = left + max(wide, _COLUMN) + APART, [], 0
    return found


def _in_columns(
    network: Network, members: Sequence[str], boxes: Mapping[str, Place], columns: Mapping[str, tuple[int, int]]
) -> dict[str, Place]:
    """Corners of boxes in a band of places: in each column its provinces one after the other, each unit a block."""
    by_column: dict[tuple[int, int], dict[tuple[str, ...], list[str]]] = defaultdict(lambda: defaultdict(list))
    for name in members:
        way = tuple(reversed(network.nodes[name]["units"]))
        by_column[columns[_province(network, name)]][way].append(name)
    corners: dict[str, Place] = {}
    for (left, wide), units in sorted(by_column.items()):
        blocks = [_block(network, units[way], boxes, wide) for way in sorted(units)]
        for block, (x, y) in zip(blocks, shelve([(b.width, b.height) for b in blocks], width_limit=wide, gap=APART), strict=True):
            corners.update({name: (left + x + dx, y + dy) for name, dx, dy in block.corners})
    return corners


def _tightened(
    laid: Mapping[str, Mapping[str, Place]], boxes: Mapping[str, Place], columns: Iterable[tuple[int, int]]
) -> tuple[dict[str, dict[str, Place]], int]:
    """The same with columns no wider than what stands in them, and the width of all."""
    lefts = sorted({left for left, _ in columns})
    right = dict.fromkeys(lefts, 0)
    for places in laid.values():
        for name, (x, _) in places.items():
            left = lefts[bisect_right(lefts, x) - 1]
            right[left] = max(right[left], x + boxes[name][0] - left)
    moved, edge = {}, 0
    for left in lefts:
        moved[left], edge = edge - left, edge + right[left] + APART
    shifted = {
        level: {name: (x + moved[lefts[bisect_right(lefts, x) - 1]], y) for name, (x, y) in places.items()}
        for level, places in laid.items()
    }
    return shifted, max(0, edge - APART)


def _across(network: Network, members: Sequence[str], boxes: Mapping[str, Place], known: Mapping[str, int], width: int) -> dict[str, Place]:
    """Corners of boxes in a band that no province parts: blocks of bodies or communities, from left to right as what they are tied to."""
    groups: dict[Any, list[str]] = defaultdict(list)
    for name in members:
        data = network.nodes[name]
        groups[data["body"] if data["level"] else data["community"]].append(name)
    wanted = {key: _mean(known[end] for name in group for end in _ties(network, name) if end in known) for key, group in groups.items()}
    order = sorted(groups, key=lambda key: (wanted[key] is None, wanted[key] or 0, groups[key][0]))
    blocks = [_block(network, groups[key], boxes, min(width, 2 * _COLUMN)) for key in order]
    return _flowing(blocks, width)


def _flowing(blocks: Sequence[_Block], width: int) -> dict[str, Place]:
    """Blocks one under the other, column by column, so that all columns are about equally high."""
    wide = max((block.width for block in blocks), default=1) + APART
    columns = max(1, (width + APART) // wide)
    high = sum(block.height + APART for block in blocks) / columns
    wide = (width + APART) // columns
    corners: dict[str, Place] = {}
    column = y = 0
    for block in blocks:
        if y and y + block.height / 2 > high and column < columns - 1:
            column, y = column + 1, 0
        corners.update({name: (column * wide + dx, y + dy) for name, dx, dy in block.corners})
        y += block.height + APART
    return corners


def _block(network: Network, members: Sequence[str], boxes: Mapping[str, Place], widest: int) -> _Block:
    """Rows of boxes: a unit first, then body by body with what is its own, the body of most things first."""
    own = Counter(network.nodes[name]["body"] for name in members)

    def order(name: str) -> tuple[bool, bool, int, str, int, str]:
        data = network.nodes[name]
        body = data["body"]
        return (data["class"] != "AdministrativeUnit", not body, -own[body], body, _ORDER.index(data["class"]), name)

    names = sorted(members, key=order)
    sizes = [boxes[name] for name in names]
    limit = min(widest, max(_square(sizes), max(w for w, _ in sizes)))
    places = shelve(sizes, width_limit=limit, gap=GAP)
    return _Block(
        corners=tuple((name, x, y) for name, (x, y) in zip(names, places, strict=True)),
        width=max(x + w for (x, _), (w, _) in zip(places, sizes, strict=True)),
        height=max(y + h for (_, y), (_, h) in zip(places, sizes, strict=True)),
    )


def _stacked(bands: Iterable[tuple[str, Mapping[str, Place]]], boxes: Mapping[str, Place], width: int) -> Levels:
    """The bands one under the other; a node stands in the middle of the upper edge of its box, its label below."""
    places: dict[str, Place] = {}
    found: list[tuple[str, Box]] = []
    top = 0
    for level, corners in bands:
        if not corners:
            continue
        low = max(y + boxes[name][1] for name, (_, y) in corners.items())
        for name, (x, y) in corners.items():
            places[name] = (x + boxes[name][0] // 2, top + HEAD + y + SYMBOL // 2)
        found.append((level, (-MARGIN, top, width + MARGIN, top + HEAD + low + MARGIN // 2)))
        top += HEAD + low + MARGIN
    return Levels(dict(sorted(places.items())), tuple(found))


def _province(network: Network, name: str) -> str:
    units = network.nodes[name]["units"]
    return units[-1] if units else ""


def _ties(network: Network, name: str) -> list[str]:
    return sorted({*network.successors(name), *network.predecessors(name)})


def _area(box: Place) -> int:
    return (box[0] + GAP) * (box[1] + GAP)


def _square(sizes: Iterable[Place]) -> int:
    """The side of a square, somewhat wider than high, that holds boxes of these sizes."""
    return round(sqrt(sum(map(_area, sizes)) * ASPECT / FILLED))


def _mean(values: Iterable[int]) -> int | None:
    found = sorted(values)
    return sum(found) // len(found) if found else None
