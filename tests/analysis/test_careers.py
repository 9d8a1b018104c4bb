"""An article proves a day: a post is held between two sights, and unknown after the last."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kgraph.analysis.careers import Stretch, on_day, read_career
from kgraph.analysis.entities import Term
from kgraph.analysis.finding import find
from kgraph.analysis.whole import Whole

SEEN = Stretch(Term("bi-thu"), None, "2024-03-10", "2024-03-20", "", "", "", ("2024-03-10", "2024-03-20"), ())
LEFT = replace(SEEN, left="2024-06-01")
FORMER = replace(SEEN, attested_from="", attested_to="", sights=(), over_by="2024-06-01")
TAKEN = replace(SEEN, taken_up="2024-03-10")
TOLD = replace(FORMER, since="1992-10", until="1996")
SINCE = replace(SEEN, since="2020")


@pytest.mark.parametrize(
    ("stretch", "day", "state", "reason", "days"),
    [
        (SEEN, "2024-03-10", "held", "seen", 0),
        (SEEN, "2024-03-15", "held", "between", 5),
        (SEEN, "2024-03-21", "unknown", "after-last", 1),
        (SEEN, "2024-03-09", "unknown", "before-first", 1),
        (LEFT, "2024-05-31", "unknown", "after-last", 72),
        (LEFT, "2024-06-01", "ended", "left", 0),
        (FORMER, "2024-06-02", "ended", "over", 1),
        (FORMER, "2024-05-31", "unknown", "before-first", 1),
        (TAKEN, "2024-03-09", "not-begun", "before-taken-up", 1),
        (replace(FORMER, over_by=""), "2024-03-09", "unknown", "no-day", 0),
        (TOLD, "1994-05-01", "held", "told", 0),
        (TOLD, "1996-12-31", "unknown", "before-first", 10014),
        (TOLD, "1997-01-01", "ended", "told-over", 0),
        (TOLD, "1992-09-30", "unknown", "told-later", 0),
        (SINCE, "2021-01-01", "held", "told-since", 1174),
        (SINCE, "2020-06-01", "unknown", "before-first", 1378),
    ],
)
def test_a_day_is_held_ended_not_begun_or_unknown(stretch: Stretch, day: str, state: str, reason: str, days: int) -> None:
    verdict = on_day(stretch, day)
    assert (verdict.state, verdict.reason, verdict.days) == (state, reason, days)


def test_today_is_unknown_for_whoever_was_seen_last_year(corpus: Whole) -> None:
    for person in corpus.entities.values():
        for stretch in read_career(corpus, person) if person.class_name == "Official" else ():
            assert on_day(stretch, "2099-01-01").state in ("unknown", "ended")


def test_a_career_in_the_invented_articles(corpus: Whole) -> None:
    (person,) = find((e for e in corpus.entities.values() if e.class_name == "Official"), "vu thi ngan ha")
    career = [s for s in read_career(corpus, person) if s.body and s.body.label == "Quận ủy Hà Đông"]
    assert [(s.role.vi, s.attested_from, s.attested_to, s.taken_up, s.left) for s in career] == [
        ("Phó Bí thư Thường trực", "2019-06-18", "2020-08-12", "", "2023-03-15"),
        ("Bí thư", "2020-08-12", "2023-03-07", "2020-08-12", "2023-03-15"),
    ]
    assert all(stretch.evidence and stretch.evidence[0].quote for stretch in career)


def test_every_post_of_a_person_is_in_one_stretch_or_another(corpus: Whole) -> None:
    for person in corpus.entities.values():
        if person.class_name == "Official":
            shown = {(stretch.role.name, stretch.body.iri if stretch.body else "") for stretch in read_career(corpus, person)}
            assert {(t.role.name, t.organization) for t in person.titles if t.organization in corpus.entities} <= shown
