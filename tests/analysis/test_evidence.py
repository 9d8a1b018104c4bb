"""Statements read from the graph."""

from __future__ import annotations

from kgraph.analysis.evidence import Triple, read_evidence, read_sources
from kgraph.settings import BASE, NAMESPACE
from kgraph.store.graph import Graph

OFFICIAL = f"{BASE}id/official/do-truong-tho"
OPENING = f"{BASE}id/event/hoi-nghi-trien-khai"
ATTENDED: Triple = (OFFICIAL, f"{NAMESPACE}attended", OPENING)


def test_a_statement_is_read_whole(sample: Graph) -> None:
    (_, first, second) = read_evidence(sample, lambda triple: triple == ATTENDED)[ATTENDED]
    assert first.source and (first.source.id, first.source.published) == ("a1", "2024-03-20")
    assert first.source.url == "https://example.org/tin/a1.html"
    assert first.quote == "Đồng chí Đỗ Trường Thọ, Bí thư Quận ủy Hải Châu, chủ trì hội nghị và phát biểu chỉ đạo."
    assert first.begin is not None and first.end is not None and first.end - first.begin == len(first.quote)
    assert (first.rule, first.confidence, first.withheld) == ("test.rule", 0.9, False)
    assert second.source and second.source.id == "b2"


def test_a_withheld_quotation_stays_away_and_is_marked(sample: Graph) -> None:
    triple = (OFFICIAL, f"{NAMESPACE}attended", f"{BASE}id/event/hoi-nghi-so-ket")
    (only,) = read_evidence(sample, triple.__eq__)[triple]
    assert only.withheld and only.quote == ""


def test_a_derived_statement_carries_what_it_rests_on(sample: Graph) -> None:
    triple = (f"{BASE}id/unit/quan-hai-chau", f"{NAMESPACE}runsCampaign", f"{BASE}id/campaign/song-han")
    (derived,) = read_evidence(sample, triple.__eq__)[triple]
    assert (derived.rule, derived.source, derived.quote) == ("runs-by-jurisdiction", None, "")
    (ground,) = derived.rests_on
    assert ground.quote == "Tại hội nghị, Quận uỷ phát động Hội thi “Sông Hàn trong tim tôi” lần thứ II."


def test_only_what_is_wanted_is_kept(sample: Graph) -> None:
    assert list(read_evidence(sample, lambda triple: False)) == []


def test_undated_articles_have_empty_dates(sample: Graph) -> None:
    sources = {source.id: source.published for source in read_sources(sample).values()}
    assert sources == {"a1": "2024-03-20", "b2": "2024-10-02", "c3": ""}
