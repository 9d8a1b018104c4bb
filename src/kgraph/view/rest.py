"""What a page does not show, by name: so that a reader can find it and is told how to see it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from kgraph.analysis.measures import simple
from kgraph.analysis.projection import Network
from kgraph.analysis.relations import CLASSES, OTHER_CLASS

NAMES = 20_000
"""So many names are carried at most: about one megabyte."""


def rest_of(
    network: Network, shown: Network, *, most: int = NAMES, pages: Sequence[str] = (), page_of: Mapping[str, int] | None = None
) -> dict[str, Any] | None:
    """The names of the nodes that are not shown, the most connected first, each with its class, its degree and, where one of `pages` is
    about it, the number of that page; None where all is shown."""
    if len(shown) == len(network):
        return None
    classes = (*CLASSES, OTHER_CLASS)
    degree = dict(zip(sorted(network), (degree for _, degree in sorted(simple(network).degree)), strict=True))
    hidden = sorted((name for name in degree if name not in shown), key=lambda name: (-degree[name], name))
    rows: list[list[str | int]] = []
    for name in hidden[:most]:
        row: list[str | int] = [network.nodes[name]["label"], classes.index(network.nodes[name]["class"]), degree[name]]
        rows.append([*row, page_of[name]] if page_of and name in page_of else row)
    rest = {"total": len(network), "shown": len(shown), "names": rows, "classes": list(classes), "left": max(0, len(hidden) - most)}
    return rest | ({"pages": list(pages)} if pages else {})
