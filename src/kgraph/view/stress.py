"""Positions from distances: a connected network drawn so that what is near in it is near on the page (stress majorization).

Every step is a contraction towards a minimum, so differences in the last digit between machines stay in the last digit;
layouts that simulate forces let them grow.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from scipy.linalg import cho_factor, cho_solve, eigh
from scipy.sparse import csr_array
from scipy.sparse.csgraph import shortest_path

Floats: TypeAlias = NDArray[np.float64]
Edge: TypeAlias = tuple[int, int, float]

SEED = 11
_JITTER = 0.04


def stress_positions(size: int, edges: Sequence[Edge]) -> Floats:
    """Positions (`size` by 2) of a connected network whose edges want the given lengths, its longer side lying flat.

    Gansner, Koren, North: Graph drawing by stress majorization (2004); the start is classical scaling.
    """
    if size == 1:
        return np.zeros((1, 2))
    wanted = _distances(size, edges)
    positions = _majorized(_classical(wanted), wanted, rounds=300 if size <= 300 else 120)
    return _lying(positions)


def _distances(size: int, edges: Sequence[Edge]) -> Floats:
    rows, columns, lengths = zip(*edges, strict=True)
    paths = shortest_path(csr_array((lengths, (rows, columns)), shape=(size, size)), directed=False)
    # A trace of unevenness tells apart what is alike in the network: the leaves of a star would be drawn on one spot.
    noise = np.random.default_rng(SEED).random((size, size))
    uneven: Floats = paths * (1 + _JITTER * (noise + noise.T - 1))
    return uneven


def _classical(wanted: Floats) -> Floats:
    size = len(wanted)
    squares = wanted**2
    means = squares.mean(axis=0)
    centred = -(squares - means - means[:, None] + squares.mean()) / 2
    values, vectors = eigh(centred, subset_by_index=(size - 2, size - 1))
    start: Floats = vectors[:, ::-1] * np.sqrt(np.maximum(values[::-1], 1e-9))
    largest = start[np.abs(start).argmax(axis=0), [0, 1]]
    return start * np.where(largest < 0, -1.0, 1.0)


def _majorized(positions: Floats, wanted: Floats, *, rounds: int) -> Floats:
    size = len(wanted)
    weights = np.zeros_like(wanted)
    apart = ~np.eye(size, dtype=bool)
    weights[apart] = wanted[apart] ** -2
    laplacian = np.diag(weights.sum(axis=1)) - weights
    factor = cho_factor(laplacian[1:, 1:])
    pull = weights * wanted
    for _ in range(rounds):
        spans = np.sqrt(((positions[:, None, :] - positions[None, :, :]) ** 2).sum(axis=2))
        ratio = np.where(apart, pull / np.maximum(spans, 1e-9), 0.0)
        moved = np.zeros_like(positions)
        moved[1:] = cho_solve(factor, (ratio.sum(axis=1)[:, None] * positions - ratio @ positions)[1:])
        positions = moved
    return positions


def _lying(positions: Floats) -> Floats:
    centred = positions - positions.mean(axis=0)
    (xx, xy), (_, yy) = centred.T @ centred
    angle = 0.5 * np.arctan2(2 * xy, xx - yy)
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    lying: Floats = centred @ turn
    return lying
