"""Who of one name is who across articles: posts, bodies, places and days bind people, a name alone never does."""

from __future__ import annotations

from itertools import permutations

import pytest

from kgraph.gazetteer import open_gazetteer
from kgraph.identity.decision import Decision, Named
from kgraph.identity.namesakes import decide_people
from kgraph.identity.people import PersonCard, Shown
from kgraph.identity.standing import standing_keys
from kgraph.model import HoldingStatus
from kgraph.rules.posts import Post

GAZETTEER = open_gazetteer()
HA_DONG, LONG_BIEN = (GAZETTEER.unit(f"unit/{key}--ha-noi") for key in ("quan-ha-dong", "quan-long-bien"))


def post(role: str, body: str, status: HoldingStatus = "held", **more: object) -> Post:
    known = {
        "quan-uy-ha-dong": {"kind": "quan-uy", "place": HA_DONG, "party": True, "governs": True},
        "ubnd-ha-dong": {"kind": "ubnd", "place": HA_DONG, "governs": True},
        "ubnd-long-bien": {"kind": "ubnd", "place": LONG_BIEN, "governs": True},
        "hoi-lhpn-ha-dong": {"kind": "hoi-lhpn", "place": HA_DONG},
        "cong-an-ha-dong": {"kind": "cong-an", "place": HA_DONG, "apart": True},
        "quan-uy--x": {"kind": "quan-uy", "open": True, "party": True, "governs": True},
    }[body]
    ranks = {"bi-thu": 20, "pho-bi-thu": 24, "chu-tich": 30, "pho-chu-tich": 32, "uy-vien": 28, "truong-cong-an": 44}
    return Post(
        role,
        status,
        f"organization/{body}",
        rank=ranks[role],
        seat=role == "uy-vien",
        single=role in ("bi-thu", "chu-tich"),
        **(known | more),
    )  # type: ignore[arg-type]


def card(article: str, day: str | None, *posts: Post, key: str = "", units: tuple[str, ...] = ()) -> PersonCard:
    key = key or (posts[0].body.partition("/")[2] if posts else article)
    shown = tuple(Shown(f"holding/{article}-{n}", each, told=each.status != "held") for n, each in enumerate(posts))
    return PersonCard(article, f"official/le-an--{key}", "lê an", day, shown, units)


def people(*cards: PersonCard) -> set[frozenset[str]]:
    """The articles of each person, by the keys that stand; the same in every order of the articles."""
    answers = {frozenset(_people(order)) for order in list(permutations(cards))[:24]}
    assert len(answers) == 1
    return set(answers.pop())


def _people(cards: tuple[PersonCard, ...]) -> set[frozenset[str]]:
    standing = standing_keys(decide_people(cards, GAZETTEER).same)
    found: dict[str, set[str]] = {}
    for each in cards:
        found.setdefault(standing.key(Named(each.article, each.key)), set()).add(each.article)
    return {frozenset(articles) for articles in found.values()}


def sets(*groups: str) -> set[frozenset[str]]:
    return {frozenset(group) for group in groups}


def test_one_post_is_one_person() -> None:
    assert people(
        card("a", "2019-06-18", post("bi-thu", "quan-uy-ha-dong")), card("b", "2021-05-10", post("bi-thu", "quan-uy-ha-dong"))
    ) == sets("ab")


def test_a_name_in_two_districts_is_two_people() -> None:
    assert people(
        card("a", "2021-03-08", post("chu-tich", "hoi-lhpn-ha-dong")), card("b", "2021-03-08", post("pho-chu-tich", "ubnd-long-bien"))
    ) == sets("a", "b")


def test_a_name_without_a_post_is_nobody_else() -> None:
    assert people(card("a", "2021-03-08"), card("b", "2021-03-09"), card("c", "2021-03-09", post("bi-thu", "quan-uy-ha-dong"))) == sets(
        "a", "b", "c"
    )


def test_the_same_post_a_generation_apart_is_another_one_under_another_name() -> None:
    cards = card("a", "1988-05-01", post("bi-thu", "quan-uy-ha-dong")), card("b", "2021-03-09", post("bi-thu", "quan-uy-ha-dong"))
    assert people(*cards) == sets("a", "b")
    moved = standing_keys(decide_people(cards, GAZETTEER).same).moved
    assert moved == {Named("b", cards[1].key): f"{cards[1].key}--b"}


def test_a_move_that_an_article_tells_binds_both_posts() -> None:
    told = card("b", "2023-03-15", post("bi-thu", "quan-uy-ha-dong", "former"), post("pho-chu-tich", "ubnd-long-bien", "appointed"))
    before, after = (
        card("a", "2022-01-05", post("bi-thu", "quan-uy-ha-dong")),
        card("c", "2024-02-02", post("pho-chu-tich", "ubnd-long-bien")),
    )
    assert people(before, told, after) == sets("abc")
    assert people(before, after) == sets("a", "c")


@pytest.mark.parametrize(
    ("early", "late", "one"),
    [
        (post("pho-chu-tich", "ubnd-ha-dong"), post("bi-thu", "quan-uy-ha-dong"), True),
        (post("uy-vien", "quan-uy-ha-dong"), post("chu-tich", "hoi-lhpn-ha-dong"), True),
        (post("chu-tich", "hoi-lhpn-ha-dong"), post("truong-cong-an", "cong-an-ha-dong"), False),
    ],
)
def test_posts_among_those_who_lead_one_district_bind_but_not_another_service(early: Post, late: Post, *, one: bool) -> None:
    assert people(card("a", "2019-06-18", early), card("b", "2021-05-10", late)) == (sets("ab") if one else sets("a", "b"))


def test_people_whom_one_article_tells_apart_stay_apart() -> None:
    police, union = post("truong-cong-an", "cong-an-ha-dong"), post("chu-tich", "hoi-lhpn-ha-dong")
    assert people(
        card("a", "2022-08-18", police),
        card("a", "2022-08-18", union, key="other"),
        card("b", "2022-09-01", police),
        card("c", "2022-09-02", union),
    ) == sets("ab", "ac")


def test_a_body_without_a_place_is_that_of_the_only_one_whose_place_is_named() -> None:
    open_one = card("b", "2023-02-22", post("bi-thu", "quan-uy--x"), units=(HA_DONG.key,))
    assert people(card("a", "2022-05-10", post("bi-thu", "quan-uy-ha-dong")), open_one) == sets("ab")
    elsewhere = card("b", "2023-02-22", post("bi-thu", "quan-uy--x"), units=(LONG_BIEN.key,))
    assert people(card("a", "2022-05-10", post("bi-thu", "quan-uy-ha-dong")), elsewhere) == sets("a", "b")


def test_who_could_be_either_of_two_stays_apart_and_may_be_each() -> None:
    first = card("a", "2022-05-10", post("bi-thu", "quan-uy-ha-dong"))
    second = card("b", "2022-05-11", post("chu-tich", "ubnd-long-bien"))
    nobody = card("d", "2022-06-01", units=(HA_DONG.key, LONG_BIEN.key))
    decision = decide_people((first, second, nobody), GAZETTEER)
    assert {(maybe.named.article, maybe.candidate) for maybe in decision.maybe} == {("d", first.key), ("d", second.key)}
    assert all(0 < maybe.confidence < 0.5 for maybe in decision.maybe)


def test_an_undated_article_joins_the_only_stretch_of_a_post() -> None:
    secretary = post("bi-thu", "quan-uy-ha-dong")
    assert people(card("a", "2019-06-18", secretary), card("b", None, secretary)) == sets("ab")
    assert people(card("a", "1988-06-18", secretary), card("c", "2019-06-18", secretary), card("b", None, secretary)) == sets("a", "b", "c")


def test_nothing_is_decided_on_one_card() -> None:
    assert decide_people([card("a", "2019-06-18", post("bi-thu", "quan-uy-ha-dong"))], GAZETTEER) == Decision()


def test_a_post_of_long_ago_binds_those_who_were_seen_then_and_not_a_namesake_of_today() -> None:
    """A life tells of 1985 to 1990: whoever works in that body a generation later need not be the same."""
    past = post("bi-thu", "quan-uy-ha-dong", "former")
    life = PersonCard("b", "official/le-an--life", "lê an", "2021-05-10", (Shown("holding/b-0", past, since="1985", until="1990-06"),))
    assert people(card("a", "2020-01-08", post("pho-bi-thu", "quan-uy-ha-dong")), life) == sets("a", "b")
    assert people(card("a", "1988-01-08", post("bi-thu", "quan-uy-ha-dong")), life) == sets("ab")
