"""Cards are cut between blocks, and what is decided on the stretches is what is decided on the whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from kgraph.build import build
from kgraph.identity.cards import read_cards
from kgraph.identity.reprints import Printings
from kgraph.scale.deciding import decide_all, stretches
from kgraph.scale.executors import Here, Pool
from kgraph.scale.reading import Job
from kgraph.settings import Settings

CORPUS = Path(__file__).parents[1] / "identity" / "corpus" / "articles.jsonl"


@pytest.fixture(scope="module")
def cards(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("cards")
    build([CORPUS], out=out, only=["cards"])
    return out / "cards.jsonl"


@pytest.mark.parametrize("size", [1, 300, 10_000, 10_000_000])
def test_no_block_is_cut(cards: Path, size: int) -> None:
    cut = [list(read_cards(cards, one.begin, one.end)) for one in stretches(cards, size)]
    assert [block for blocks in cut for block in blocks] == list(read_cards(cards))
    assert (len(cut) > 1) == (size < 10_000_000)


def test_stretches_decide_what_the_whole_decides(cards: Path, tmp_path: Path) -> None:
    job = Job(Settings())
    _, [whole] = decide_all(cards, Printings(tmp_path), job, Here(), every=True)
    with Pool(2) as pool:
        _, parts = decide_all(cards, Printings(tmp_path), job, pool, every=True, size=5_000)
    assert len(parts) > 3
    for name in ("same", "maybe", "links", "doubts"):
        assert [row for part in parts for row in getattr(part, name)] == list(getattr(whole, name))
