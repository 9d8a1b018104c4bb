"""Each reason for and against has its name and the words that it rests on."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kgraph.authority import open_authority
from kgraph.identity.document_cards import CENTRE, DocumentCard
from kgraph.identity.document_reasons import against, why
from kgraph.lexicon import load_lexicon

AUTHORITY = open_authority(load_lexicon())
PLAN = DocumentCard(
    article="a",
    key="directive/a",
    type="ke-hoach",
    number="12",
    symbol="kh/qu",
    series="organization/quan-uy-ba-dinh--ha-noi",
    level="district",
    party=True,
    published="2021-10-09",
    seen="2021-10-09",
    issued="2021-10-05",
    year=2021,
    title="học tập và làm theo tư tưởng, đạo đức, phong cách hồ chí minh",
)
CITED = replace(PLAN, article="b", key="directive/b", issued=None, year=None, symbol="", title="")


@pytest.mark.parametrize(
    ("other", "id"),
    [
        (replace(CITED, type="chuong-trinh"), "other-type"),
        (replace(CITED, number="13"), "other-number"),
        (replace(CITED, symbol="ctr/qu"), "other-symbol"),
        (replace(CITED, series="organization/quan-uy-long-bien--ha-noi"), "other-issuer"),
        (replace(CITED, issued="2016-09-19", year=2016), "other-year"),
        (replace(CITED, published="2021-10-01"), "not-yet-issued"),
        (replace(CITED, title="phòng cháy, chữa cháy rừng mùa khô"), "other-subject"),
    ],
)
def test_what_speaks_against_has_a_name(other: DocumentCard, id: str) -> None:
    assert [reason.id for reason in against(PLAN, other, AUTHORITY)] == [f"documents.{id}"]
    assert [reason.id for reason in against(other, PLAN, AUTHORITY)] == [f"documents.{id}"]


def test_a_congress_of_the_year_tells_two_days_apart() -> None:
    one, other = (replace(PLAN, issued=day, year=2020, published="2020-12-01") for day in ("2020-02-05", "2020-11-05"))
    assert [reason.id for reason in against(one, other, AUTHORITY)] == ["documents.other-day"]
    assert against(replace(one, party=False), replace(other, party=False), AUTHORITY) == ()


def test_a_term_that_was_said_is_that_of_the_day_of_issue() -> None:
    known = replace(PLAN, series=CENTRE, level=CENTRE, issued="2017-10-25", year=2017, published=None)
    said = replace(CITED, series=CENTRE, level=CENTRE, term=13, published="2023-01-01", seen="2023-01-01")
    assert [reason.id for reason in against(said, known, AUTHORITY)] == ["documents.outside-term"]
    assert "documents.term-said" in {reason.id for reason in why(replace(said, term=12), known, AUTHORITY)}


def test_what_speaks_for_it_has_its_words() -> None:
    other = replace(CITED, symbol="kh/qu", title="học tập và làm theo bác")
    assert [(r.speaks, r.id.partition(".")[2]) for r in why(PLAN, other, AUTHORITY)] == [
        (1, "same-number"),
        (1, "same-symbol"),
        (1, "same-issuer"),
        (1, "same-term"),
        (1, "same-subject"),
    ]
    assert why(PLAN, other, AUTHORITY)[-1].detail == "học tập, làm theo, tập và, và làm"


@pytest.mark.parametrize(
    ("kind", "apart"),
    [("quyet-dinh", ["documents.other-symbol"]), ("nghi-dinh", [])],
)
def test_a_number_with_its_year_is_of_another_series_where_there_are_two(kind: str, apart: list[str]) -> None:
    one, other = (replace(CITED, type=kind, symbol=symbol) for symbol in ("+qd/ttg", "qd/ttg"))
    assert [reason.id for reason in against(one, other, AUTHORITY)] == apart
