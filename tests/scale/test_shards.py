"""Sources are cut into shards that together hold every input once."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from kgraph.model import Article
from kgraph.scale.shards import Shard, shards
from kgraph.settings import Settings
from kgraph.sources import Refusal, read_sources
from kgraph.sources.reading import read_files

BODY = "Quận ủy Đống Đa tổ chức hội nghị."
LINES = [json.dumps({"id": f"a{n}", "text": f"{BODY} {n} {'x' * (n * 7 % 50)}"}, ensure_ascii=False) for n in range(40)]


@pytest.fixture
def tin(tmp_path: Path) -> Path:
    """Twelve texts, forty lines of which two are bad, packed lines, and a link."""
    for n in range(12):
        (tmp_path / f"{n:02}.txt").write_text(f"{BODY} {n}", encoding="utf-8")
    content = "\n".join([*LINES[:7], "{", *LINES[7:], ""]) + "{}"
    (tmp_path / "tin.jsonl").write_text(content, encoding="utf-8")
    (tmp_path / "tin2.jsonl.gz").write_bytes(gzip.compress(content.encode()))
    (tmp_path / "utf16.jsonl").write_bytes(content.encode("utf-16"))
    (tmp_path / "z.txt").symlink_to(tmp_path / "00.txt")
    return tmp_path


def told(readings: object) -> list[tuple[str, str]]:
    return [(r.id, r.text) if isinstance(r, Article) else (r.place, r.code) for r in readings if isinstance(r, Article | Refusal)]  # type: ignore[attr-defined]


@pytest.mark.parametrize("size", [1, 200, 5_000, 1_000_000])
def test_the_shards_hold_what_the_sources_hold(tin: Path, size: int) -> None:
    cut = list(shards([tin], size=size))
    assert told(r for shard in cut for r in read_files(shard.found, settings=Settings())) == told(read_sources([tin]))


def test_smaller_shards_are_more(tin: Path) -> None:
    sizes = [len(list(shards([tin], size=size))) for size in (1, 1_000, 10_000, 1_000_000)]
    assert sizes == sorted(sizes, reverse=True)
    assert (sizes[0], sizes[-1]) == (57, 1)


def test_halves_come_down_to_one_input(tin: Path) -> None:
    waiting, alone = list(shards([tin], size=100_000)), list[Shard]()
    while waiting:
        shard = waiting.pop(0)
        halves = shard.halves()
        waiting += halves
        alone += () if halves else (shard,)
    given = [told(read_files(shard.found, settings=Settings())) for shard in alone]
    assert sorted(row for rows in given for row in rows) == sorted(told(read_sources([tin])))
    assert sorted(len(rows) for rows in given)[-2:] == [1, 42]  # packed lines cannot be cut


def test_standard_input_is_cut_where_it_holds_lines(tmp_path: Path) -> None:
    (tmp_path / "stdin").write_text("\n".join(LINES), encoding="utf-8")
    cut = list(shards(["-"], size=500, stdin=tmp_path / "stdin"))
    readings = [r for shard in cut for r in read_files(shard.found, settings=Settings())]
    assert len(cut) > 5
    assert [r.id for r in readings if isinstance(r, Article)] == [f"a{n}" for n in range(40)]
