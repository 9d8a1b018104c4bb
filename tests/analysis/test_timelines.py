"""Events and documents by day; nothing is dropped for want of one."""

from __future__ import annotations

from collections.abc import Callable

from kgraph.analysis.timelines import Timeline, read_timeline
from kgraph.analysis.whole import Whole

ID = "https://w3id.org/kgraph-vn/id/"
ROWS = """
article/a1 a Article
official/an a Official "Lê Văn An"
unit/quan a AdministrativeUnit "Quận B"
event/e1 a Event "Hội nghị tháng ba"
event/e1 dateEdtf "2024-03-19"
event/e1 heldAt unit/quan @a1
event/e2 a Event "Lễ phát động"
event/e2 dateEdtf "2024-02"
event/e3 a Event "Phiên họp"
event/e3 dateEdtf "XXXX-05-05"
directive/kh a Directive "Kế hoạch 1"
directive/kh issuedOn "2024-03-01"
directive/ct a Directive "Chỉ thị chưa ai nhắc"
directive/ct issuedOn "2016-01-01"
official/an attended event/e1 @a1
official/an attended event/e3 @a1
campaign/c a Campaign "Cuộc thi"
event/e2 launchesCampaign campaign/c @a1
campaign/c implements directive/kh @a1
article/a1 mentions event/e1 @a1
article/a1 mentions event/e2 @a1
article/a1 mentions event/e3 @a1
article/a1 mentions directive/kh @a1
"""


def labels(found: Timeline) -> list[str]:
    return [moment.entity.label for moment in found.moments]


def test_events_and_documents_stand_in_the_order_of_their_days(whole_of: Callable[[str], Whole]) -> None:
    found = read_timeline(whole_of(ROWS))
    assert labels(found) == ["Lễ phát động", "Kế hoạch 1", "Hội nghị tháng ba"]
    assert [moment.entity.label for moment in found.undated] == ["Phiên họp"]


def test_a_month_may_lie_within_the_days_asked_for(whole_of: Callable[[str], Whole]) -> None:
    found = read_timeline(whole_of(ROWS), first="2024-02-15", last="2024-03-01")
    assert (labels(found), found.outside, len(found.undated)) == (["Lễ phát động", "Kế hoạch 1"], 1, 1)


def test_a_place_a_person_a_campaign_each_have_their_own(whole_of: Callable[[str], Whole]) -> None:
    whole = whole_of(ROWS)
    assert labels(read_timeline(whole, place=ID + "unit/quan")) == ["Hội nghị tháng ba"]
    assert labels(read_timeline(whole, campaign=ID + "campaign/c")) == ["Lễ phát động", "Kế hoạch 1"]
    person = read_timeline(whole, person=ID + "official/an")
    assert (labels(person), len(person.undated)) == (["Hội nghị tháng ba"], 1)
    assert labels(read_timeline(whole, person=ID + "official/an", campaign=ID + "campaign/c")) == []


def test_nothing_of_the_corpus_is_lost(corpus: Whole) -> None:
    found = read_timeline(corpus)
    told = {e.iri for e in corpus.entities.values() if e.class_name in ("Event", "Directive") and corpus.subjects(e.iri, "mentions")}
    assert told <= {moment.entity.iri for moment in (*found.moments, *found.undated)}
    assert [moment.when.first for moment in found.moments] == sorted(moment.when.first for moment in found.moments)
