"""What implements a document, hop by hop; what only may belong there is no hop."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from kgraph.analysis.chains import Chain, Hop, hops, read_chain
from kgraph.analysis.finding import find
from kgraph.analysis.whole import Whole, read_whole
from kgraph.store.graph import Graph

ID = "https://w3id.org/kgraph-vn/id/"
ROOT = Path(__file__).parents[2]
MakeWhole = Callable[[str], Whole]

TREE = """
directive/ct a Directive "Chỉ thị 1-CT/TW"
directive/ct issuedOn "2020-01-01"
directive/kh a Directive "Kế hoạch 2-KH/TU"
directive/kh issuedOn "2020-01-31"
directive/kh implements directive/ct @a1
campaign/c a Campaign "Nghiên cứu quán triệt tư tưởng chỉ đạo"
campaign/c implements directive/kh @a1
article/a1 a Article
article/a1 mentions campaign/c @a1
event/early a Event "Hội nghị sớm"
event/early dateEdtf "2019-05-05"
event/early partOfCampaign campaign/c @a1
event/late a Event "Hội nghị muộn"
event/late dateEdtf "2020-02-10"
event/late partOfCampaign campaign/c @a1
"""


def chain_of(whole: Whole, name: str, **options: object) -> Chain:
    (document,) = find((e for e in whole.entities.values() if e.class_name in ("Directive", "Campaign", "Event")), name)
    return read_chain(whole, document.iri, **options)  # type: ignore[arg-type]


def told(root: Hop) -> list[tuple[str, str, int | None]]:
    return [(hop.entity.label, hop.relation, hop.lag) for hop in hops(root)][1:]


def test_each_hop_has_its_relation_its_lag_and_its_sentence(whole_of: MakeWhole) -> None:
    found = chain_of(whole_of(TREE), "1-CT/TW")
    assert told(found.root) == [
        ("Kế hoạch 2-KH/TU", "implements", 30),
        ("Nghiên cứu quán triệt tư tưởng chỉ đạo", "implements", None),
        ("Hội nghị muộn", "partOfCampaign", 10),
    ]
    assert all(hop.evidence[0].quote for hop in hops(found.root) if hop is not found.root)
    assert found.hops == 3
    assert found.classes == (("Directive", 1), ("Campaign", 1), ("Event", 1))


def test_what_a_campaign_did_before_the_document_does_not_hang_below_it(whole_of: MakeWhole) -> None:
    whole = whole_of(TREE)
    assert "Hội nghị sớm" not in [name for name, _, _ in told(chain_of(whole, "1-CT/TW").root)]
    assert [name for name, _, _ in told(chain_of(whole, "Nghiên cứu quán triệt").root)] == ["Hội nghị sớm", "Hội nghị muộn"]


def test_upwards_it_shows_what_a_thing_rests_on(whole_of: MakeWhole) -> None:
    found = chain_of(whole_of(TREE), "Hội nghị muộn", up=True)
    assert [name for name, _, _ in told(found.root)] == ["Nghiên cứu quán triệt tư tưởng chỉ đạo", "Kế hoạch 2-KH/TU", "Chỉ thị 1-CT/TW"]


def test_a_circle_ends_and_says_so(whole_of: MakeWhole) -> None:
    rows = 'directive/a a Directive "Số A"\ndirective/b a Directive "Số B"\n'
    found = chain_of(whole_of(rows + "directive/a implements directive/b @a1\ndirective/b implements directive/a @a1"), "Số A")
    assert [(hop.entity.label, hop.circle) for hop in hops(found.root)] == [("Số A", False), ("Số B", False), ("Số A", True)]


def test_a_long_chain_is_cut_where_asked_and_counts_what_it_leaves_out(whole_of: MakeWhole) -> None:
    documents = "".join(f'directive/d{n:03} a Directive "Số {n:03}"\n' for n in range(300))
    whole = whole_of(documents + "".join(f"directive/d{n + 1:03} implements directive/d{n:03} @a1\n" for n in range(299)))
    assert chain_of(whole, "Số 000", depth=100).hops == 100
    *_, last = hops(chain_of(whole, "Số 000", depth=5).root)
    assert (last.entity.label, last.cut) == ("Số 005", 1)


def test_what_hangs_on_two_documents_stands_at_both_and_is_opened_once(whole_of: MakeWhole) -> None:
    found = chain_of(whole_of(TREE + "campaign/c implements directive/ct @a1"), "1-CT/TW")
    campaigns = [hop for hop in hops(found.root) if hop.entity.class_name == "Campaign"]
    assert [(len(hop.below), hop.again) for hop in campaigns] == [(1, False), (0, True)]
    assert found.hops == 3


def test_that_one_implements_the_other_by_rule_only_is_shown_through_what_lies_between(whole_of: MakeWhole) -> None:
    rows = """
    directive/ct a Directive "Số 1"
    directive/kl a Directive "Số 2"
    event/e a Event "Hội nghị"
    directive/kl continues directive/ct @a1
    event/e implements directive/kl @a1
    event/e implements directive/ct
    """
    assert told(chain_of(whole_of(rows), "Số 1").root) == [("Số 2", "continues", None), ("Hội nghị", "implements", None)]
    stated = told(chain_of(whole_of(rows + "article/a2 a Article\nevent/e implements directive/ct @a2"), "Số 1").root)
    assert [name for name, _, _ in stated] == ["Số 2", "Hội nghị", "Hội nghị"]


def test_what_implements_a_citation_that_may_be_the_document_is_a_candidate(whole_of: MakeWhole) -> None:
    rows = """
    directive/x a Directive "Chỉ thị 1"
    directive/x mayBe directive/ct @a1
    event/e a Event "Hội nghị"
    event/e implements directive/x @a1
    """
    found = chain_of(whole_of(TREE + rows), "1-CT/TW")
    assert [(c.entity.label, c.reason, c.through.label) for c in found.root.candidates] == [("Hội nghị", "may-be", "Chỉ thị 1")]
    assert found.root.candidates[0].doubt
    assert [one.label for one in found.unresolved] == ["Chỉ thị 1"]
    assert "Hội nghị" not in [name for name, _, _ in told(found.root)]


@pytest.mark.parametrize(
    ("day", "title", "candidates"),
    [
        ("2020-02-01", "tuyên truyền nghiên cứu quán triệt tư tưởng chỉ đạo", ["Công văn 3"]),
        ("2020-02-01", "tuyên truyền phòng cháy chữa cháy", []),
        ("2020-01-02", "nghiên cứu quán triệt tư tưởng chỉ đạo", []),
    ],
)
def test_a_later_document_that_names_the_campaign_is_a_candidate(whole_of: MakeWhole, day: str, title: str, candidates: list[str]) -> None:
    rows = f"""
    directive/cv a Directive "Công văn 3"
    directive/cv issuedOn "{day}"
    directive/cv title "{title}"
    article/a1 mentions directive/cv @a1
    """
    (plan,) = chain_of(whole_of(TREE + rows), "1-CT/TW").root.below
    assert [c.entity.label for c in plan.candidates] == candidates


def test_the_chain_of_the_seeds(seeds: Whole) -> None:
    found = chain_of(seeds, "284-KH/TU")
    (plan, _) = found.root.below
    assert (plan.entity.label, plan.lag, [body.label for body in plan.issuer]) == ("Kế hoạch 347-KH/QU", 12, ["Quận ủy Đống Đa"])
    assert "Thực hiện Kế hoạch số 284-KH/TU" in plan.evidence[0].quote
    assert [(c.entity.label, c.reason, c.lag) for c in plan.candidates] == [("Công văn 598-CV/BTGQU", "same-campaign", 1)]
    assert [c for hop in hops(found.root) for c in hop.candidates] == list(plan.candidates)


def test_over_seeds_and_development_articles_a_chain_reaches_three_provinces(built: Callable[..., Path]) -> None:
    articles = Path(os.environ.get("KGRAPH_SHARED", ROOT.parent / "shared")) / "articles" / "dev.jsonl"
    if not articles.is_file():
        pytest.skip(f"the development articles are not here: {articles}")
    found = chain_of(read_whole(Graph.load(built(ROOT / "seeds", articles))), "05-CT/TW")
    reached = {province.label for hop in hops(found.root) if hop.entity.class_name in ("Event", "Campaign") for province in hop.provinces}
    assert len(reached) >= 3
