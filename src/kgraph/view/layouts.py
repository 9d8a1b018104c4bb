"""The layouts of the page as plain JSON values: places in the order of the nodes, with the names of bands and the marks of an axis."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import Any

from kgraph.analysis.projection import Network
from kgraph.view.layout import positions
from kgraph.view.levels import Box, level_positions
from kgraph.view.timeline import time_positions

Json = dict[str, Any]
Place = tuple[int, int]


def make_layouts(network: Network) -> tuple[Json, dict[str, Place]]:
    """`levels`, `communities` and `time` of a network with measures, situations and days; and the places of the communities by node, which
    are those of the drawing itself and not said twice."""
    names = sorted(network)
    levels, communities, time = level_positions(network), positions(network), time_positions(network)
    words = load_bands()
    return {
        "levels": {"at": [levels.places[name] for name in names], "bands": [_band(level, box, words) for level, box in levels.bands]},
        "communities": {"bands": []},
        "time": {"at": [time.places.get(name) for name in names], "ticks": [{"edtf": edtf, "x": x} for edtf, x in time.ticks]},
    }, communities


def load_bands() -> dict[str, dict[str, str]]:
    """What the bands are called, by level, in Vietnamese and English."""
    return tomllib.loads(files("kgraph.view").joinpath("bands.toml").read_text(encoding="utf-8"))


def _band(level: str, box: Box, words: dict[str, dict[str, str]]) -> Json:
    return {"label": {"name": level, **words[level]}, "box": box}
