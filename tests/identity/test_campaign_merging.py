"""Which campaigns of several articles are one, and which are editions of one contest."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kgraph.identity.campaign_cards import CampaignCard, campaign_block, campaign_cards
from kgraph.identity.campaign_merging import decide_campaigns
from kgraph.identity.campaign_reasons import why_campaigns
from kgraph.identity.decision import Decision
from kgraph.lexicon import Lexicon
from kgraph.model import Findings

Read = Callable[..., Findings]
Cards = Callable[..., list[CampaignCard]]

THEME = "Chuyên đề năm 2024 “Học tập và làm theo phong cách Hồ Chí Minh về nói đi đôi với làm”"


@pytest.fixture
def cards(read: Read, lexicon: Lexicon) -> Cards:
    """The cards of texts, each the article of its place (a, b, c …), published in March 2024 or on another day."""

    def made(*texts: str, published: str = "2024-03-06") -> list[CampaignCard]:
        articles = zip("abcdefgh", texts, strict=False)
        return [card for mark, text in articles for card in campaign_cards(read(text, published, id=mark), lexicon)]

    return made


def grouped(decision: Decision) -> list[str]:
    return ["".join(named.article for named in group) for group in decision.same if len(group) > 1]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("phong trào thi đua “Cả nước chung sức xây dựng nông thôn mới”", "phong trào “Cả nước chung sức xây dựng nông thôn mới”"),
        ("cuộc vận động “Toàn dân đoàn kết xây dựng nông thôn mới”", "phong trào “Toàn dân đoàn kết xây dựng NTM”"),
        (
            "cuộc vận động “Mỗi thầy cô là tấm gương tự học, sáng tạo”",
            "cuộc vận động “Mỗi thầy, cô giáo là một tấm gương tự học, sáng tạo”",
        ),
        ("phong trào “Toàn dân bảo vệ an ninh Tổ quốc”", "phong trào toàn dân bảo vệ an ninh tổ quốc"),
    ],
)
def test_wordings_of_a_movement_are_one_wherever_it_is_run(one: str, other: str, cards: Cards) -> None:
    found = cards(f"Quận ủy Kiến An (Hải Phòng) phát động {one}.", f"Huyện ủy Nam Đàn (Nghệ An) phát động {other}.")
    assert grouped(decide_campaigns(found)) == grouped(decide_campaigns(found[::-1])) == ["ab"]
    assert len({campaign_block(card) for card in found}) == 1


def test_names_that_go_on_are_other_names(cards: Cards) -> None:
    drives = "toàn dân tham gia bảo vệ môi trường", "toàn dân tham gia bảo vệ Tổ quốc"
    found = cards(*(f"Quận ủy Kiến An (Hải Phòng) phát động phong trào {drive}." for drive in drives))
    assert len(found) == 2 and grouped(decide_campaigns(found)) == []


def test_one_wording_of_two_districts_is_two_themes(cards: Cards) -> None:
    found = cards(*(f"Quận ủy {place} (Đà Nẵng) triển khai {THEME}." for place in ("Hải Châu", "Thanh Khê")))
    assert len(found) == 2 and grouped(decide_campaigns(found)) == []


def test_a_theme_is_known_by_its_holder_and_year(cards: Cards) -> None:
    texts = (
        f"Quận ủy Hải Châu (Đà Nẵng) triển khai {THEME}.",
        "Đoàn giám sát của quận Hải Châu (Đà Nẵng) xem xét việc học Chuyên đề năm 2024.",
    )
    assert grouped(decide_campaigns(cards(*texts))) == ["ab"]
    assert grouped(decide_campaigns(cards(texts[0], texts[1].replace("2024", "2023")))) == []


def test_the_theme_of_the_city_is_not_that_of_the_district(cards: Cards) -> None:
    found = cards(
        f"Quận ủy Hải Châu (Đà Nẵng) triển khai {THEME}. Chuyên đề của quận cụ thể hóa Chuyên đề năm 2024 của Thành ủy Đà Nẵng.",
        "Quận ủy Thanh Khê (Đà Nẵng) học tập Chuyên đề năm 2024 của Thành ủy Đà Nẵng.",
    )
    assert sorted({card.holder for card in found}) == ["unit/da-nang", "unit/quan-hai-chau--da-nang"]
    (group,) = (g for g in decide_campaigns(found).same if len(g) > 1)
    assert [named.article for named in group] == ["a", "b"] and all("thanh-uy-da-nang" in named.key for named in group)


@pytest.mark.parametrize(("published", "together"), [("2023-05-05", ["ab"]), ("2018-05-05", [])], ids=["one term", "two terms"])
def test_the_theme_of_a_term_is_that_of_its_term(published: str, together: list[str], read: Read, lexicon: Lexicon) -> None:
    texts = "Thành ủy Hà Nội triển khai Chuyên đề toàn khóa “Học tập phong cách Hồ Chí Minh”.", "Việc này gắn với Chuyên đề toàn khóa."
    articles = zip("ab", texts, ("2021-09-16", published), strict=True)
    found = [card for mark, text, day in articles for card in campaign_cards(read(text, day, id=mark), lexicon)]
    assert grouped(decide_campaigns(found)) == together


CONTEST = "Huyện ủy Nam Đàn (Nghệ An) tổ chức Hội thi “Khát vọng vươn lên”"


def test_editions_are_of_one_series_and_never_one(cards: Cards) -> None:
    decision = decide_campaigns(
        cards(f"{CONTEST} lần thứ V.", f"{CONTEST} lần thứ 5.", f"{CONTEST} lần thứ VI, năm 2023.", f"{CONTEST} năm 2023.")
    )
    assert grouped(decision) == ["ab", "cd"]
    assert {link.predicate for link in decision.links} == {"editionOf"}
    assert {link.object for link in decision.links} == {"campaign/hoi-thi--khat-vong-vuon-len--huyen-nam-dan--nghe-an"}


def test_a_contest_without_an_edition_may_be_each(cards: Cards) -> None:
    decision = decide_campaigns(cards(f"{CONTEST} lần thứ V.", f"{CONTEST} lần thứ VI.", f"{CONTEST}."))
    assert grouped(decision) == [] and {m.named.article for m in decision.maybe} == {"a", "b", "c"}


def test_a_contest_of_two_districts_is_two(cards: Cards) -> None:
    found = cards(
        *(
            f"Quận ủy {place} phát động Cuộc thi chính luận bảo vệ nền tảng tư tưởng của Đảng lần thứ tư, năm 2024."
            for place in ("Hà Đông", "Long Biên")
        )
    )
    assert len(found) == 2 and grouped(decide_campaigns(found)) == []


def test_a_model_of_another_place_is_another_model(cards: Cards) -> None:
    found = cards(*(f"{place} ra mắt mô hình “Cà phê doanh nhân”." for place in ("Quận Kiến An (Hải Phòng)", "Huyện Nam Đàn (Nghệ An)")))
    assert len({card.named.key for card in found}) == 1
    assert [len(group) for group in decide_campaigns(found).same] == [1, 1]


def test_a_month_of_action_is_that_of_its_year(read: Read, lexicon: Lexicon) -> None:
    texts = (
        "Huyện hưởng ứng Tháng hành động vì trẻ em năm 2023.",
        "Huyện hưởng ứng Tháng hành động vì trẻ em.",
        "Xã hưởng ứng Tháng hành động vì trẻ em.",
    )
    articles = zip("abc", texts, ("2023-06-01", "2023-06-02", "2024-06-02"), strict=True)
    found = [card for mark, text, day in articles for card in campaign_cards(read(text, day, id=mark), lexicon)]
    assert grouped(decide_campaigns(found)) == ["ab"]


def test_what_speaks_for_and_against_is_named(cards: Cards) -> None:
    one, other = cards(*(f"Quận ủy {place} (Đà Nẵng) triển khai {THEME}." for place in ("Hải Châu", "Thanh Khê")))
    reasons = {reason.id: reason.speaks for reason in why_campaigns(one, other)}
    assert reasons == {"same-kind": 1, "same-name": 1, "same-year": 1, "other-holder": -1}
