"""What articles gave is kept: only new and changed articles are read, and the same bytes come out."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kgraph.build import build
from kgraph.model import Article
from kgraph.reviewed.deciding import Decided
from kgraph.scale.articles import Articles
from kgraph.scale.contribution import Contribution, Reader, from_record, to_record
from kgraph.settings import BASE

CORPUS = Path(__file__).parents[1] / "identity" / "corpus" / "articles.jsonl"
ROWS = [json.loads(line) for line in CORPUS.read_text(encoding="utf-8").splitlines()[:40]]
ONLY = ("nq", "cards", "issues", "run")


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The articles that are really read."""
    seen: list[str] = []
    original = Reader.contribution

    def contribution(self: Reader, article: Article) -> Contribution:
        seen.append(article.id)
        return original(self, article)

    monkeypatch.setattr(Reader, "contribution", contribution)
    return seen


def write(path: Path, rows: list[Any]) -> Path:
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return path


def files(out: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(out.iterdir()) if path.is_file()}


def test_a_contribution_is_the_same_when_it_comes_back() -> None:
    reader = Reader.open(Decided.read(None, base=BASE), base=BASE)
    for row in ROWS[:10]:
        given = reader.contribution(Article(id=row["id"], text=row["text"], published=row.get("published")))
        assert from_record(to_record(given)) == given


def test_only_what_is_new_or_changed_is_read(tmp_path: Path, read: list[str]) -> None:
    tin, records = tmp_path / "tin.jsonl", tmp_path / "records"
    build([write(tin, ROWS[:30])], out=tmp_path / "a", only=ONLY, records=records)
    assert len(read) == 30
    read.clear()
    build([tin], out=tmp_path / "b", only=ONLY, records=records)
    assert read == []
    assert files(tmp_path / "a") == files(tmp_path / "b")
    changed = [*ROWS[1:30], ROWS[35]]
    changed[4] = changed[4] | {"text": changed[4]["text"] + "\nQuận ủy Đống Đa tổ chức hội nghị."}
    build([write(tin, changed)], out=tmp_path / "c", only=ONLY, records=records)
    assert sorted(read) == sorted([changed[4]["id"], ROWS[35]["id"]])
    build([tin], out=tmp_path / "d", only=ONLY)
    assert files(tmp_path / "c") == files(tmp_path / "d")


def test_what_is_gone_from_the_sources_is_not_kept(tmp_path: Path, read: list[str]) -> None:
    records = tmp_path / "records"
    build([write(tmp_path / "tin.jsonl", ROWS[:10])], out=tmp_path / "a", only=ONLY, records=records)
    build([write(tmp_path / "tin.jsonl", ROWS[:3])], out=tmp_path / "a", only=ONLY, records=records)
    read.clear()
    build([write(tmp_path / "tin.jsonl", ROWS[:10])], out=tmp_path / "a", only=ONLY, records=records)
    assert sorted(read) == sorted(row["id"] for row in ROWS[3:10])


def test_other_settings_or_decisions_read_again(tmp_path: Path, read: list[str]) -> None:
    tin, records = write(tmp_path / "tin.jsonl", ROWS[:5]), tmp_path / "records"
    build([tin], out=tmp_path / "a", only=ONLY, records=records)
    (tmp_path / "reviewed").mkdir()
    read.clear()
    build([tin], out=tmp_path / "b", only=ONLY, records=records, reviewed=tmp_path / "reviewed")
    assert len(read) == 5


def test_a_damaged_record_is_read_again(tmp_path: Path, read: list[str]) -> None:
    tin, records = write(tmp_path / "tin.jsonl", ROWS[:5]), tmp_path / "records"
    build([tin], out=tmp_path / "a", only=ONLY, records=records)
    with Articles.opened(records) as articles:
        keys = [key for (key,) in articles._connection.execute("SELECT key FROM article")]
        articles.put(keys[0], b"{}")
    read.clear()
    build([tin], out=tmp_path / "b", only=ONLY, records=records)
    assert len(read) == 1
    assert files(tmp_path / "a") == files(tmp_path / "b")
