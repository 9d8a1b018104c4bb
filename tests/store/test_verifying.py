"""Every damage to a store is found, and named; what can be mended without the sources is mended."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from kgraph.errors import Refused
from kgraph.keeping import keep
from kgraph.store.repairing import repair
from kgraph.store.verifying import check_store, verify

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    store = tmp_path_factory.mktemp("kho") / "kho"
    keep([ROOT / "seeds"], store=store, only=("nq", "cards", "issues", "run"))
    return store


@pytest.fixture
def store(built: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(built, tmp_path / "kho"))


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-20])


def flip(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 8
    path.write_bytes(content)


def grow(path: Path) -> None:
    path.write_bytes(path.read_bytes() + b"x")


HOWS = (cut, flip, grow, Path.unlink)
PLACES = ("graph.nq", "cards.jsonl", "issues.jsonl", "run.json", "manifest.jsonl", "db-*/*.sst", "db-*/CURRENT", "db-*/MANIFEST-*")


def test_a_whole_store_has_no_damage(store: Path) -> None:
    assert verify(store) == []


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("how", HOWS, ids=lambda how: how.__name__)
def test_damage_is_found_and_a_build_mends_it(store: Path, built: Path, place: str, how: Callable[[Path], None]) -> None:
    how(sorted(store.glob(place))[-1])
    assert verify(store)
    keep([ROOT / "seeds"], store=store, only=("nq", "cards", "issues", "run"))
    assert verify(store) == []
    for name in ("graph.nq", "cards.jsonl", "issues.jsonl", "run.json"):
        assert (store / name).read_bytes() == (built / name).read_bytes()


def test_the_articles_that_are_not_whole_are_named(store: Path) -> None:
    graph = store / "graph.nq"
    lines = graph.read_text(encoding="utf-8").splitlines(keepends=True)
    lost = next(number for number, line in enumerate(lines) if "/id/article/" in line.rsplit(" ", 2)[1])
    graph.unlink()  # the database has the same file under another name
    graph.write_text("".join(lines[:lost] + lines[lost + 1 :]), encoding="utf-8")
    (damage,) = verify(store)
    assert damage.graphs == (lines[lost].rsplit(" ", 2)[1].strip("<>"),)


@pytest.mark.parametrize("how", HOWS, ids=lambda how: how.__name__)
@pytest.mark.parametrize("place", ["graph.nq", "db-*/*.sst", "db-*/CURRENT", "kgraph-store.json", "articles.sqlite"])
def test_repair_without_the_sources(store: Path, built: Path, place: str, how: Callable[[Path], None]) -> None:
    path = sorted(store.glob(place))[-1]
    if path.name == "kgraph-store.json" and how is not cut:
        pytest.skip("a marker is there or it is not")
    how(path)
    found = verify(store)
    assert bool(found) is not (place == "articles.sqlite" and how is Path.unlink)
    assert repair(store, found) == []
    assert verify(store) == []
    assert (store / "graph.nq").read_bytes() == (built / "graph.nq").read_bytes()


def test_what_needs_the_sources_is_left_and_said(store: Path) -> None:
    cut(store / "cards.jsonl")
    assert [damage.where for damage in repair(store, verify(store))] == ["cards.jsonl"]
    assert [damage.where for damage in verify(store)] == ["cards.jsonl"]


def test_graph_and_database_both_damaged_need_the_sources(store: Path) -> None:
    cut(store / "graph.nq")
    for table in store.glob("db-*/*.sst"):
        cut(table)
    assert {damage.kind for damage in repair(store, verify(store))} >= {"graph", "documents"}


def test_another_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused):
        check_store(tmp_path)
