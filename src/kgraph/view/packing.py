"""Boxes that do not overlap: nodes with their labels inside a component, components on the page. Integers only."""

from __future__ import annotations

from collections.abc import Sequence
from math import isqrt
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree

Integers: TypeAlias = NDArray[np.int64]

_ROUNDS = 400


def spread(centers: Integers, sizes: Integers) -> Integers:
    """Centres moved as little as needed until no two boxes (width, height) overlap, or nearly none after many rounds."""
    moved = centers.copy()
    for _ in range(_ROUNDS):
        pairs = _near(moved, sizes)
        if not len(pairs):
            break
        first, second = pairs[:, 0], pairs[:, 1]
        offset = moved[second] - moved[first]
        overlap = (sizes[first] + sizes[second]) // 2 - np.abs(offset)
        clash = (overlap > 0).all(axis=1)
        if not clash.any():
            break
        moved += _pushes(first[clash], second[clash], offset[clash], overlap[clash], len(moved))
    return moved


def shelf_width(sizes: Sequence[tuple[int, int]], *, aspect: float, gap: int) -> int:
    """How wide rows may be so that all boxes together are about `aspect` times as wide as high.

    >>> shelf_width([(100, 60), (40, 40), (40, 40), (40, 40)], aspect=1.5, gap=10)
    150
    """
    area = sum((width + gap) * (height + gap) for width, height in sizes)
    return max([isqrt(int(area * aspect)), *(width for width, _ in sizes)], default=0)


def shelve(sizes: Sequence[tuple[int, int]], *, width_limit: int, gap: int, top: int = 0) -> list[tuple[int, int]]:
    """Left upper corners for boxes laid in rows in the order given, the first row at `top`.

    >>> shelve([(100, 60), (40, 40), (40, 40), (40, 40)], width_limit=150, gap=10)
    [(0, 0), (110, 0), (0, 70), (50, 70)]
    """
    corners: list[tuple[int, int]] = []
    x = row = 0
    y = top
    for width, height in sizes:
        if x and x + width > width_limit:
            x, y, row = 0, y + row + gap, 0
        corners.append((x, y))
        x, row = x + width + gap, max(row, height)
    return corners


def _near(centers: Integers, sizes: Integers) -> Integers:
    scaled = centers / sizes.max(axis=0)
    pairs: Integers = cKDTree(scaled).query_pairs(1.0, p=np.inf, output_type="ndarray").astype(np.int64)
    return pairs[np.lexsort((pairs[:, 1], pairs[:, 0]))]


def _pushes(first: Integers, second: Integers, offset: Integers, overlap: Integers, size: int) -> Integers:
    """Half of the smaller overlap to each of the two, along its axis; a node pushed from many sides moves by the mean."""
    along = overlap.argmin(axis=1)
    pair = np.arange(len(first))
    way = np.where(offset[pair, along] >= 0, 1, -1)
    step = (overlap[pair, along] + 1) // 2 * way
    pushes = np.zeros((size, 2), dtype=np.int64)
    counts = np.zeros((size, 2), dtype=np.int64)
    np.add.at(pushes, (second, along), step)
    np.add.at(pushes, (first, along), -step)
    np.add.at(counts, (second, along), 1)
    np.add.at(counts, (first, along), 1)
    signs = np.sign(pushes)
    moves: Integers = signs * -(-np.abs(pushes) // np.maximum(counts, 1))
    return moves
