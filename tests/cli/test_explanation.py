"""What `kgraph explain` shows: each finding under its sentence, with its rule and the lines of the lexicon it rests on."""

from __future__ import annotations

import dataclasses
import io
from collections.abc import Iterable
from typing import Any

from rich.console import Console, RenderableType

from kgraph.cli.explanation import explanation
from kgraph.cli.seen import Seen
from kgraph.lexicon import Entry, Lexicon
from kgraph.model import Article, Event, Evidence, Fact, Findings, Holding, Issue, Official, Organization, Unit, Value
from kgraph.scan import Scanner, scan_text

TEXT = "Sáng nay,  Quận ủy họp.\nĐồng chí Đinh Trường Thọ, Bí thư Quận ủy, chủ trì."
LEXICON = Lexicon((Entry("role/bi-thu", "role", "bi-thu", "Bí thư", "Secretary", ("bí thư",), {}, (), (), "roles.toml:12"),))
BODY = Organization("organization/qu", "Quận ủy Đống Đa", "quan-uy")
UNIT = Unit(key="unit/dd", name="Đống Đa", label="Quận Đống Đa", level="district", designation="quận")
BEGIN = TEXT.index("Đồng chí")
HELD = Evidence(BEGIN, len(TEXT), "officials.title-name", 0.95)
ORGANIZES = Fact("organization/qu", "organizes", "event/e", Evidence(11, 23, "events.organizer", 0.9))


def shown(findings: Findings, **options: Any) -> list[str]:
    page = scan_text(findings.article, Scanner(LEXICON))
    return lines(explanation(findings, page, LEXICON, lang="en", **options))


def lines(parts: Iterable[RenderableType]) -> list[str]:
    out = io.StringIO()
    console = Console(file=out, width=500, markup=False, highlight=False, emoji=False)
    for part in parts:
        console.print(part)
    return [line.rstrip() for line in out.getvalue().splitlines()]


FINDINGS = Findings(
    article=Article(id="a1", text=TEXT),
    title="Họp",
    units=(UNIT,),
    organizations=(BODY,),
    officials=(Official("official/t", "Đinh Trường Thọ", (Holding("holding/1", "bi-thu", BODY, "held", None, (HELD,)),)),),
    events=(Event("event/e", "Cuộc họp", "hop"),),
    facts=(ORGANIZES, Fact("event/e", "dateText", Value("Sáng nay"), Evidence(0, 8, "dates.today", 0.8))),
    issues=(Issue("no-year", "a date without year", "a1", begin=2), Issue("no-date", "no date of publication", "a1")),
)


def test_each_finding_stands_under_its_sentence() -> None:
    assert shown(FINDINGS) == [
        "a1 · Họp",
        "[0–23] Sáng nay, Quận ủy họp.",
        "    Cuộc họp · dateText · Sáng nay · 0–8 · dates.today · 0.8",
        "    Quận ủy Đống Đa · organizes · Cuộc họp · 11–23 · events.organizer · 0.9",
        "    ? no-year: a date without year",
        "[24–74] Đồng chí Đinh Trường Thọ, Bí thư Quận ủy, chủ trì.",
        "    Đinh Trường Thọ · Bí thư @ Quận ủy Đống Đa (held) · 24–74 · officials.title-name · 0.95",
        "        “Bí thư” ontology/lexicon/roles.toml:12 role/bi-thu",
        "doubts",
        "    ? no-date: no date of publication",
    ]


def test_every_word_of_the_lexicon_is_shown_on_demand() -> None:
    bare = Findings(article=FINDINGS.article)
    assert shown(bare)[1:] == ["[0–23] Sáng nay, Quận ủy họp.", "[24–74] Đồng chí Đinh Trường Thọ, Bí thư Quận ủy, chủ trì."]
    assert shown(bare, every_word=True)[-1] == "    “Bí thư” ontology/lexicon/roles.toml:12 role/bi-thu"


def test_what_can_have_been_missed_is_told_with_the_words_there() -> None:
    bare = Findings(article=FINDINGS.article)
    seen = (Seen(BEGIN + 26, BEGIN + 32, "Bí thư", "explain.title", True),)
    assert shown(bare, seen=seen)[2:] == [
        "[24–74] Đồng chí Đinh Trường Thọ, Bí thư Quận ủy, chủ trì.",
        "    “Bí thư” ontology/lexicon/roles.toml:12 role/bi-thu",
        "    - title “Bí thư”: nobody was read who bears it",
    ]


def test_a_date_alone_is_told_without_the_words_and_only_where_nothing_was_found() -> None:
    seen = (Seen(0, 8, "Sáng nay", "explain.date", False), Seen(BEGIN, BEGIN + 8, "Đồng chí", "explain.date", False))
    told = [line for line in shown(FINDINGS, seen=seen) if "- date" in line]
    assert told == []
    assert shown(Findings(article=FINDINGS.article), seen=seen)[2] == "    - date “Sáng nay”: no fact rests on it here"


def test_a_sentence_outside_the_prose_says_so() -> None:
    assert shown(FINDINGS, prose=[(24, 74)])[1:3] == ["[0–23] Sáng nay, Quận ủy họp.", "    around the prose, not read"]


def test_findings_on_the_same_words_show_these_once() -> None:
    held = Fact("official/t", "chaired", "event/e", HELD)
    both = dataclasses.replace(FINDINGS, facts=(held,))
    assert [line for line in shown(both) if "roles.toml" in line or "24–74 ·" in line] == [
        "    Đinh Trường Thọ · Bí thư @ Quận ủy Đống Đa (held) · 24–74 · officials.title-name · 0.95",
        "    Đinh Trường Thọ · chaired · Cuộc họp · 24–74 · officials.title-name · 0.95",
        "        “Bí thư” ontology/lexicon/roles.toml:12 role/bi-thu",
    ]


def test_control_characters_and_markup_of_an_article_are_text() -> None:
    hostile = Findings(article=Article(id="a\x1b[2J", text="[bold]Ông\x1b[31m\u202e A[/bold]\n"))
    text = "\n".join(shown(hostile))
    assert not {"\x1b", "\u202e"} & set(text)
    assert "[bold]Ông[31m A[/bold]" in text


def test_an_empty_article_is_its_name() -> None:
    assert shown(Findings(article=Article(id="a1", text="\n"))) == ["a1"]
