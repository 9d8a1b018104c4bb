"""Which events of several articles are one."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest

from kgraph.identity.decision import Decision, Named
from kgraph.identity.event_cards import EventCard, event_block, event_cards
from kgraph.identity.event_merging import decide_events, disagreements
from kgraph.identity.event_reasons import why_events
from kgraph.lexicon import Lexicon
from kgraph.model import Findings

Read = Callable[..., Findings]
Cards = Callable[..., list[EventCard]]

MEETING = "Sáng 12/7, Quận ủy Kiến An tổ chức hội nghị tổng kết công tác tuyên giáo năm 2023."


@pytest.fixture
def cards(read: Read, lexicon: Lexicon) -> Cards:
    """The cards of texts, each the article of its place (a, b, c …) and published on the day after the meeting, or on another one."""

    def made(*texts: str, published: str | Iterable[str] = "2023-07-13") -> list[EventCard]:
        days = [published] * len(texts) if isinstance(published, str) else list(published)
        articles = zip("abcdefgh", texts, days, strict=False)
        return [card for mark, text, day in articles for card in event_cards(read(text, day, id=mark), lexicon)]

    return made


def grouped(decision: Decision) -> list[str]:
    return ["".join(named.article for named in group) for group in decision.same if len(group) > 1]


def test_two_reports_are_of_one_event(cards: Cards) -> None:
    found = cards(MEETING, "Ngày 12/7, tại quận Kiến An diễn ra hội nghị tổng kết công tác tuyên giáo năm 2023.")
    assert grouped(decide_events(found)) == grouped(decide_events(found[::-1])) == ["ab"]
    assert {event_block(card) for card in found} == {"hai-phong|2023-07"}


@pytest.mark.parametrize(
    "other",
    [
        "Sáng 13/7, Quận ủy Kiến An tổ chức hội nghị tổng kết công tác tuyên giáo năm 2023.",
        "Chiều 12/7, Quận ủy Kiến An tổ chức hội nghị tổng kết công tác tuyên giáo năm 2023.",
        "Sáng 12/7, Quận ủy Kiến An tổ chức hội nghị tổng kết công tác tuyên giáo năm 2022.",
        "Sáng 12/7, Quận ủy Lê Chân (Hải Phòng) tổ chức hội nghị tổng kết công tác tuyên giáo năm 2023.",
        "Sáng 12/7, Quận ủy Kiến An tổ chức hội nghị đối thoại với thanh niên, học sinh các trường.",
        "Sáng 12/7, Quận ủy Kiến An tổ chức lễ trao giải cuộc thi viết về tuyên giáo.",
    ],
    ids=["next day", "other part of the day", "other year in its name", "other district", "other name", "other kind"],
)
def test_what_differs_stays_apart(other: str, cards: Cards) -> None:
    found = cards(MEETING, other)
    assert len(found) == 2 and grouped(decide_events(found)) == []


def test_one_name_for_two_meetings_of_a_day_is_divided(cards: Cards) -> None:
    found = cards(MEETING, "Chiều 12/7, Quận ủy Kiến An tổ chức hội nghị tổng kết công tác tuyên giáo năm 2023.")
    assert len({card.named.key for card in found}) == 1
    assert decide_events(found).same == ((found[0].named,), (found[1].named,))


def test_a_bare_name_may_be_it(cards: Cards) -> None:
    found = cards(MEETING, "Ngày 12/7, tại quận Kiến An diễn ra hội nghị. Dự hội nghị có Bí thư Quận ủy Kiến An Đỗ Văn Lâm.")
    decision = decide_events(found)
    assert grouped(decision) == [] and {maybe.named for maybe in decision.maybe} == {card.named for card in found}


def test_a_bare_name_with_the_same_people_is_it(cards: Cards) -> None:
    people = " Dự hội nghị có Bí thư Quận ủy Kiến An Đỗ Văn Lâm và Chủ tịch UBND quận Kiến An Hà Thị Mơ."
    found = cards(MEETING + people, "Sáng 12/7, Quận ủy Kiến An tổ chức hội nghị." + people)
    assert grouped(decide_events(found)) == ["ab"]


def test_who_is_at_both_in_one_part_of_the_day_is_at_one_event(cards: Cards) -> None:
    one = "Sáng 12/7, Quận ủy Kiến An tổ chức hội nghị. Bí thư Quận ủy Đỗ Văn Lâm chủ trì hội nghị."
    other = "Sáng 12/7, Quận ủy Kiến An tổ chức hội nghị. Phát biểu tại hội nghị, Bí thư Quận ủy Đỗ Văn Lâm đề nghị các phường vào cuộc."
    assert grouped(decide_events(cards(one, other))) == ["ab"]
    assert grouped(decide_events(cards(one.replace("Sáng", "Ngày"), other))) == []


def test_receptions_of_a_day_differ_by_who_receives(cards: Cards) -> None:
    text = "Chiều 12/7, tại Hà Nội, {} đã tiếp Đoàn đại biểu Đảng Cộng sản Ấn Độ."
    found = cards(*(text.format(host) for host in ("Chủ tịch Quốc hội Hà Văn Mơ", "Chủ tịch nước Đỗ Văn Lâm")))
    assert len(found) == 2 and grouped(decide_events(found)) == []


def test_events_that_one_article_tells_apart_are_never_one(cards: Cards) -> None:
    both = "Sáng 12/7, Quận ủy Kiến An tổ chức lễ dâng hương. Chiều 12/7, Quận ủy Kiến An tổ chức hội nghị tổng kết công tác tuyên giáo."
    found = cards(both, "Ngày 12/7, Quận ủy Kiến An tổ chức hội nghị tổng kết công tác tuyên giáo.")
    assert grouped(decide_events(found)) == ["ab"]
    assert [r.id for r in why_events(found[0], found[1]) if r.speaks < 0][:1] == ["one-article"]


LAUNCH = "Quận ủy Kiến An tổ chức lễ phát động Hội thi “Khát vọng vươn lên” lần thứ V."


def test_a_misprinted_day_is_kept_and_told(cards: Cards) -> None:
    found = cards(f"Sáng 30/9/2022, {LAUNCH}", f"Sáng 3/9/2022, {LAUNCH}", published=("2022-10-01", "2022-10-03"))
    decision = decide_events(found)
    assert grouped(decision) == ["ab"]
    (doubt,) = disagreements(decision, found)
    assert doubt.code == "disagreement" and "2022-09-03" in doubt.message and "2022-09-30" in doubt.message


def test_a_day_that_is_no_misprint_is_another_day(cards: Cards) -> None:
    found = cards(f"Sáng 30/9/2022, {LAUNCH}", f"Sáng 14/9/2022, {LAUNCH}", published=("2022-10-01", "2022-10-03"))
    assert grouped(decide_events(found)) == [] and list(disagreements(decide_events(found), found)) == []


def test_meetings_of_consecutive_days_are_no_misprint(cards: Cards) -> None:
    people = " Dự có Bí thư Quận ủy Kiến An Đỗ Văn Lâm và Chủ tịch UBND quận Kiến An Hà Thị Mơ."
    text = "Quận ủy Kiến An tổ chức hội nghị lấy ý kiến nhân dân các phường." + people
    assert grouped(decide_events(cards(f"Sáng 12/7, {text}", f"Sáng 13/7, {text}", published=("2023-07-12", "2023-07-13")))) == []


def test_an_opening_is_not_what_it_opens(cards: Cards) -> None:
    found = cards(
        "Sáng 12/7, Quận ủy Kiến An tổ chức lễ khai mạc hội báo xuân năm 2023.", "Sáng 12/7, Quận ủy Kiến An tổ chức hội báo xuân năm 2023."
    )
    assert len(found) == 2 and grouped(decide_events(found)) == []


def test_an_event_without_a_day_stands_in_no_block(cards: Cards) -> None:
    (card,) = cards("Quận ủy Kiến An tổ chức hội nghị tổng kết công tác tuyên giáo. Bí thư Quận ủy Đỗ Văn Lâm chủ trì hội nghị.")
    assert event_block(card) is None


def test_a_decision_names_what_speaks_for_it(cards: Cards) -> None:
    one, other = cards(MEETING, MEETING.replace("2023", "2022"))
    reasons = {reason.id: reason for reason in why_events(one, other)}
    assert reasons["same-organizer"].speaks == 1 and reasons["same-organizer"].detail == "organization/quan-uy-kien-an--hai-phong"
    assert reasons["other-number"].speaks == -1 and "2022" in reasons["other-number"].detail
    assert one.named == Named("a", one.named.key)
