"""Pages are the same bytes whatever order sets and dictionaries of strings are walked in, and in whatever locale and time zone."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

SEEDS = Path(__file__).parents[2] / "exports" / "graph.nq"
LOCALES = ("C", "C.UTF-8")
ZONES = ("UTC", "Asia/Ho_Chi_Minh")

# Every kind of page: whole, cut, around one thing, by province, as large ones are laid out.
SCRIPT = """
import hashlib, sys
from pathlib import Path
from kgraph.store.graph import Graph
from kgraph.view import layout
from kgraph.view.page import make_page
from kgraph.view.provinces import write_pages
from kgraph.view.scene import Opening, read_scene

def tell(name, page):
    print(name, hashlib.sha256(page.encode("utf-8")).hexdigest())

graph = Graph.load(Path(sys.argv[1]))
tell("whole", make_page(graph))
tell("cut", make_page(graph, cap=25, opening=Opening("year")))
scene = read_scene(graph)
busiest = max(sorted(scene.network), key=scene.network.degree)
tell("around", make_page(graph, cap=30, opening=Opening("circle", busiest, 2)))
write_pages(scene, tell, lang="en", cap=25)
layout.WHOLE = 5
tell("by community", make_page(graph))
"""


def said(seed: int) -> bytes:
    """What the script prints with a hash seed, in one of the locales and time zones."""
    environment = {**os.environ, "PYTHONHASHSEED": str(seed), "LC_ALL": LOCALES[seed % 2], "TZ": ZONES[seed // 2 % 2], "PYTHONUTF8": "0"}
    done = subprocess.run([sys.executable, "-c", SCRIPT, str(SEEDS)], env=environment, capture_output=True, check=True, timeout=120)
    return done.stdout


@pytest.mark.slow
def test_twenty_hash_seeds_and_two_locales_give_the_same_pages() -> None:
    first = said(0)
    assert first.count(b"\n") == 10
    assert [seed for seed in range(1, 20) if said(seed) != first] == []
