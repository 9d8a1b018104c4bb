"""The truth about the corpus fits its texts: it says nothing of words that do not stand there."""

from __future__ import annotations

import json
import re
import tomllib
import unicodedata
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
KINDS = ("person", "document", "event", "campaign", "organization")


def texts() -> dict[str, str]:
    """Text of each article, composed as kgraph composes it."""
    articles = (json.loads(line) for line in (HERE / "articles.jsonl").read_text("utf-8").splitlines())
    return {article["id"]: unicodedata.normalize("NFC", article["text"]) for article in articles}


TEXTS = texts()
ARTICLES = [json.loads(line) for line in (HERE / "articles.jsonl").read_text("utf-8").splitlines()]
TRUTH: dict[str, Any] = tomllib.loads((HERE / "truth.toml").read_text("utf-8"))
CLUSTERS = {cluster for kind in KINDS for cluster in TRUTH["clusters"][kind]}
MENTIONS = {kind: [tuple(m[:4]) for m in TRUTH["mentions"][kind]] for kind in KINDS}
ARTICLES_OF = {c: {m[0] for kind in KINDS for m in MENTIONS[kind] if m[3] == c} for c in CLUSTERS}


def clusters_named() -> Iterator[str]:
    """Every cluster that a table of the truth names."""
    for one in TRUTH["open"]:
        yield from (one["cluster"], *one["candidates"])
    for one in TRUTH["apart"]:
        yield from one["clusters"]
    for one in TRUTH["series"]:
        yield from one["members"]
    yield from (one["cluster"] for one in TRUTH["together"])
    yield from (one[end] for one in TRUTH["localVersionOf"] for end in ("campaign", "of"))
    yield from (one[end] for one in TRUTH["succeededBy"] for end in ("earlier", "later"))
    yield from (one[end] for one in TRUTH["hop"] for end in ("subject", "object"))
    yield from (one["event"] for one in TRUTH["contradiction"])
    yield from (one["organization"] for one in TRUTH["ended"])
    yield from (one["person"] for one in TRUTH["holding"])


def test_articles_are_many_short_and_dated() -> None:
    assert len(ARTICLES) == len(TEXTS) == 110
    assert {article["id"]: len(article["text"].split()) for article in ARTICLES if not 80 <= len(article["text"].split()) <= 250} == {}
    days = [date.fromisoformat(article["published"]) for article in ARTICLES]
    assert min(days).year == 2014 and max(days).year == 2025
    assert sum(day >= date(2025, 7, 1) for day in days) >= 10


def test_each_text_begins_with_its_title_and_is_composed_but_for_two() -> None:
    assert [a["id"] for a in ARTICLES if not a["text"].startswith(a["title"] + "\n")] == []
    assert [a["id"] for a in ARTICLES if not unicodedata.is_normalized("NFC", a["text"])] == ["t036", "t079"]


@pytest.mark.parametrize("kind", KINDS)
def test_each_mention_stands_where_it_is_said_to_stand(kind: str) -> None:
    assert [m for m in MENTIONS[kind] if TEXTS[m[0]][m[1] : m[1] + len(m[2])] != m[2]] == []
    others = [(m[0], text) for m in TRUTH["mentions"][kind] for text in (m[4] if len(m) > 4 else [])]
    assert [(article, text) for article, text in others if text not in TEXTS[article]] == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_cluster_is_mentioned_once_in_an_article_and_has_the_name_of_its_kind(kind: str) -> None:
    assert [pair for pair, n in Counter((m[0], m[3]) for m in MENTIONS[kind]).items() if n > 1] == []
    assert {m[3] for m in MENTIONS[kind]} == set(TRUTH["clusters"][kind])
    assert [c for c in TRUTH["clusters"][kind] if not re.fullmatch(rf"{kind}/[a-z0-9-]+", c)] == []


def test_counts() -> None:
    assert {kind: len(TRUTH["clusters"][kind]) for kind in KINDS} == COUNT_OF_CLUSTERS
    assert {kind: len(MENTIONS[kind]) for kind in KINDS} == COUNT_OF_MENTIONS


def test_tables_name_known_clusters() -> None:
    assert sorted(set(clusters_named()) - CLUSTERS) == []


def test_what_cannot_be_told_stands_alone_in_one_article() -> None:
    openings = [one["cluster"] for one in TRUTH["open"]]
    assert len(set(openings)) == len(openings)
    assert [c for c in openings if len(ARTICLES_OF[c]) != 1] == []
    assert sorted(set(openings)) == sorted(c for c in CLUSTERS if c.split("/")[1].startswith("x-"))
    assert [
        one
        for one in TRUTH["apart"]
        if any({one["clusters"][0], one["clusters"][1]} == {o["cluster"], c} for o in TRUTH["open"] for c in o["candidates"])
    ] == []


def test_whatever_bears_one_name_or_number_is_ruled_on() -> None:
    ruled = {frozenset((a, b)) for one in TRUTH["apart"] for a in one["clusters"] for b in one["clusters"] if a != b}
    ruled |= {frozenset((one["cluster"], candidate)) for one in TRUTH["open"] for candidate in one["candidates"]}
    person, document = TRUTH["clusters"]["person"], TRUTH["clusters"]["document"]
    pairs = [(a, b) for a in person for b in person if a < b and person[a]["label"] == person[b]["label"]]
    numbers = {d: (v["type"], re.split(r"[-/]", v["designation"])[0]) for d, v in document.items()}
    pairs += [(a, b) for a in document for b in document if a < b and numbers[a] == numbers[b] and "issuer" in document[a]]
    assert [pair for pair in pairs if frozenset(pair) not in ruled] == []


def test_what_must_meet_stands_in_several_articles() -> None:
    assert [one["cluster"] for one in TRUTH["together"] if len(ARTICLES_OF[one["cluster"]]) < 2] == []


def test_lags_are_differences_of_the_days_of_both_ends() -> None:
    day = {
        c: v.get("issued") or v["date"]
        for kind in ("document", "event")
        for c, v in TRUTH["clusters"][kind].items()
        if v.get("issued") or "date" in v
    }
    for hop in TRUTH["hop"]:
        assert (date.fromisoformat(day[hop["subject"]]) - date.fromisoformat(day[hop["object"]])).days == hop["lag_days"], hop
        assert hop["article"] in ARTICLES_OF[hop["subject"]] & ARTICLES_OF[hop["object"]], hop


def test_holdings_rest_on_articles_that_name_the_person() -> None:
    assert len({one["person"] for one in TRUTH["holding"]}) >= 12
    for one in TRUTH["holding"]:
        shown = [*one.get("attested", []), *one.get("former", []), *(one[end] for end in ("start", "end") if end in one)]
        assert shown and {article for _, article in shown} <= ARTICLES_OF[one["person"]], one
        assert one["organization"] in CLUSTERS or "/" not in one["organization"], one
        starts, ends = one.get("start", [""])[0], one.get("end", ["9999"])[0]
        assert all(starts[: len(day)] <= day <= ends for day, _ in one.get("attested", [])), one


def test_contradictions_are_two_reports_of_one_event() -> None:
    for one in TRUTH["contradiction"]:
        assert {one["right"][1], one["wrong"][1]} <= ARTICLES_OF[one["event"]]
        assert one["right"][0] == TRUTH["clusters"]["event"][one["event"]]["date"] != one["wrong"][0]


COUNT_OF_CLUSTERS = {"person": 47, "document": 30, "event": 93, "campaign": 16, "organization": 51}
COUNT_OF_MENTIONS = {"person": 189, "document": 58, "event": 109, "campaign": 26, "organization": 181}
