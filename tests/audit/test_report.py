"""The audit of a few articles."""

from __future__ import annotations

import csv
import json
from itertools import permutations
from pathlib import Path
from time import process_time

from kgraph.audit import AuditReport, audit, missed_names, missed_numbers, write_tables
from kgraph.extract import Extractor
from kgraph.model import Article

TEXTS = (
    "Họp tháng\nSáng 16/12/2024, Quận ủy Đống Đa tổ chức hội nghị. Đồng chí Lê Văn An, Bí thư Quận ủy, chủ trì hội nghị.\n",
    "Tặng quà\nNgày 17/12/2024, đồng chí Lê Văn An, Bí thư Quận ủy Đống Đa, thăm cháu Trần Văn Bình. Xong việc trước 5/6 theo lịch.\n",
    "Dự họp\nChủ tịch Hiệp đoàn xyz Lê Văn An dự theo giấy số 12/PXY của quận.\n",
)
ARTICLES = [Article(id=f"a{number}", text=text) for number, text in enumerate(TEXTS)]


def made(extractor: Extractor, articles: list[Article], **options: int) -> AuditReport:
    return audit(articles, extractor, **options)


def test_any_order_gives_the_same_bytes(extractor: Extractor) -> None:
    reports = [json.dumps(made(extractor, list(order), examples=2).as_json()) for order in permutations(ARTICLES)]
    assert len(set(reports)) == 1


def test_rules_are_counted_by_place_and_article(extractor: Extractor) -> None:
    rules = made(extractor, ARTICLES).rules
    assert (rules["officials.name-title"].count, rules["officials.name-title"].articles) == (2, 2)


def test_every_entry_is_there_and_those_never_seen_have_none(extractor: Extractor) -> None:
    entries = made(extractor, ARTICLES).entries
    assert list(entries) == [e.id for e in extractor.lexicon.entries]
    assert entries["role/bi-thu"][1].forms == {"bí thư": 2}
    assert entries["role/thu-tuong"][1].count == 0


def test_gaps_are_grouped_by_pattern(extractor: Extractor) -> None:
    gaps = made(extractor, ARTICLES).gaps
    assert list(gaps["no-post"]) == ["[role] hiệp đoàn xyz NAME"]
    assert [pattern.endswith("số N/PXY") for pattern in gaps["document"]] == [True]
    assert [pattern.endswith("trước 9/9") for pattern in gaps["date"]] == [True]


def test_a_sentence_that_names_a_private_person_is_withheld(extractor: Extractor) -> None:
    report = made(extractor, ARTICLES)
    assert "Trần Văn Bình" not in json.dumps(report.as_json(), ensure_ascii=False)
    withheld = [e for e in report.rules["officials.name-title"].examples if e.withheld]
    assert [(e.article, e.words, e.sentence) for e in withheld] == [("a1", "", "")]


def test_the_name_of_a_citizen_is_shown_only_near_a_title(extractor: Extractor) -> None:
    text = "Họp dân\nÔng Lê Văn An, cán bộ địa chính của xã, vắng mặt. Theo Chủ tịch Hiệp đoàn xyz, ông Trần Văn Bình, việc đã xong.\n"
    gaps = made(extractor, [Article(id="a1", text=text)]).gaps["no-post"]
    shown = {pattern: [e.words for e in group.examples] for pattern, group in gaps.items()}
    assert shown == {"[address] NAME, cán bộ địa": [""], "[role] hiệp đoàn … NAME": ["Trần Văn Bình"]}


def test_examples_are_exact(extractor: Extractor) -> None:
    report = made(extractor, ARTICLES)
    texts = {article.id: article.text for article in ARTICLES}
    for group in report.rules.values():
        for e in group.examples:
            assert e.withheld or (texts[e.article][e.begin : e.end] == e.words and e.words in e.sentence)


def test_what_is_held_does_not_grow_with_the_articles(extractor: Extractor) -> None:
    many = [article.model_copy(update={"id": f"{article.id}-{n}"}) for n in range(30) for article in ARTICLES]
    report = made(extractor, many, examples=5)
    assert report.articles == 90
    assert max(len(group.examples) for group in report.rules.values()) == 5
    assert {kind: len(groups) for kind, groups in report.gaps.items()} == {"no-name": 0, "no-post": 1, "document": 1, "date": 1}


def test_tables(extractor: Extractor, tmp_path: Path) -> None:
    write_tables(made(extractor, ARTICLES), tmp_path / "csv")
    read = {path.name: list(csv.DictReader(path.open(encoding="utf-8"))) for path in (tmp_path / "csv").iterdir()}
    assert sorted(read) == ["entries.csv", "examples.csv", "gaps.csv", "rules.csv"]
    assert {"key": "officials.name-title", "count": "2", "articles": "2"} in read["rules.csv"]
    assert len(read["entries.csv"]) == len(extractor.lexicon.entries)
    assert {row["kind"] for row in read["examples.csv"]} == {"rule", "entry", "no-post", "document", "date"}


def test_a_place_of_the_article_is_found_again_in_the_cleaned_page(extractor: Extractor) -> None:
    text = "Dự họp\nSáng nay  trời  mưa. Chủ tịch  Hiệp đoàn  xyz   Lê  Văn An dự họp.\n"
    (group,) = made(extractor, [Article(id="a1", text=text)]).gaps["no-post"].values()
    assert [(e.words, e.sentence) for e in group.examples] == [("Lê  Văn An", "Chủ tịch  Hiệp đoàn  xyz   Lê  Văn An dự họp.")]


def test_twice_the_text_takes_about_twice_the_time(extractor: Extractor) -> None:
    def seconds(times: int) -> float:
        text = "Dự họp\n" + "ông Lê Văn An và Chủ tịch Hiệp đoàn xyz Trần Văn Bình, số 12/PXY trước 5/6, " * times
        traced = extractor.trace(Article(id="a1", text=text))
        start = process_time()
        for _ in (*missed_names(traced), *missed_numbers(traced)):
            pass
        return process_time() - start

    seconds(50)
    assert min(seconds(1600) for _ in range(2)) < 10 * min(seconds(400) for _ in range(3)) + 0.05
