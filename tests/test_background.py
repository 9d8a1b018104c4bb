"""What is known beside the articles: concepts, units, what leads and what followed."""

from __future__ import annotations

import pytest
from rdflib import RDF, Dataset, Graph, Literal, URIRef

from kgraph import vocab
from kgraph.background import background
from kgraph.background.codes import code_lists
from kgraph.extract import open_extractor
from kgraph.lexicon import Lexicon, load_lexicon
from kgraph.model import Article, Findings, Organization, Unit

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")
BASE = "https://example.org/kg/"
SKOS = "http://www.w3.org/2004/02/skos/core#"
EXTRACTOR = open_extractor()


def authority(findings: Findings) -> Graph:
    lines = background(findings.units, findings.organizations, documents=[d.key for d in findings.directives], base=BASE)
    dataset = Dataset(default_union=True)
    dataset.parse(data="\n".join(lines) + "\n", format="nquads")
    assert {str(g) for *_, g in dataset.quads()} == {f"{BASE}graph/authority"}
    return dataset.graph(URIRef(f"{BASE}graph/authority"))


def read(text: str, published: str | None = "2024-04-05") -> Findings:
    return EXTRACTOR.extract(Article(id="a", text=text, published=published))


def unit(key: str) -> URIRef:
    return URIRef(f"{BASE}id/unit/{key}")


@pytest.fixture(scope="module")
def graph() -> Graph:
    return authority(read("Ngày 3/4/2024, Ban Tuyên giáo Quận ủy Ba Đình và UBND phường Kim Mã tổ chức hội nghị."))


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_lexicon()


@pytest.mark.parametrize(
    ("kind", "scheme", "code", "vi", "en"),
    [
        ("role", "role", "bi-thu", "Bí thư", "Secretary"),
        ("event", "event-kind", "hoi-nghi", "hội nghị", "conference"),
        ("directive", "document-type", "chi-thi", "Chỉ thị", "Directive (chỉ thị)"),
        ("organization", "organization-kind", "quan-uy", "Quận ủy", "Urban District Party Committee"),
    ],
)
def test_a_word_of_the_lexicon_is_a_concept_in_two_languages(
    kind: str, scheme: str, code: str, vi: str, en: str, graph: Graph, lexicon: Lexicon
) -> None:
    concept = URIRef(f"{BASE}vocab/{scheme}/{code}")
    assert lexicon.schemes[kind] == scheme
    assert set(graph.objects(concept, URIRef(f"{SKOS}prefLabel"))) == {Literal(vi, lang="vi"), Literal(en, lang="en")}
    assert (concept, URIRef(f"{SKOS}inScheme"), URIRef(f"{BASE}vocab/{scheme}")) in graph


def test_no_concept_has_two_names_in_one_language(graph: Graph) -> None:
    for concept in set(graph.subjects(RDF.type, URIRef(f"{SKOS}Concept"))):
        languages = [o.language for o in graph.objects(concept, URIRef(f"{SKOS}prefLabel")) if isinstance(o, Literal)]
        assert len(languages) == len(set(languages)) and "vi" in languages, concept


def test_every_concept_that_an_article_uses_is_there(graph: Graph) -> None:
    concepts = {str(c) for c in graph.subjects(RDF.type, URIRef(f"{SKOS}Concept"))}
    for scheme, codes in code_lists().items():
        assert {f"{BASE}vocab/{scheme}/{code}" for code in codes} <= concepts
    for kind, scheme in EXTRACTOR.lexicon.schemes.items():
        used = {e.concept for e in EXTRACTOR.lexicon.by_kind[kind] if not e.key("hidden")}
        assert {f"{BASE}vocab/{scheme}/{code}" for code in used} <= concepts, kind


def test_a_unit_lies_within_all_above_it_and_has_its_days(graph: Graph) -> None:
    within, until = URIRef(vocab.WITHIN), URIRef(vocab.VALID_TO)
    assert list(graph.objects(unit("phuong-kim-ma--quan-ba-dinh--ha-noi"), within)) == [unit("quan-ba-dinh--ha-noi")]
    assert list(graph.objects(unit("quan-ba-dinh--ha-noi"), within)) == [unit("ha-noi")]
    assert [str(o) for o in graph.objects(unit("quan-ba-dinh--ha-noi"), until)] == ["2025-06-30"]
    assert list(graph.objects(unit("ha-noi"), within)) == []


def test_what_came_after_a_unit_is_known_by_name(graph: Graph) -> None:
    later = set(graph.objects(unit("quan-ba-dinh--ha-noi"), URIRef(vocab.SUCCEEDED_BY)))
    assert unit("phuong-ba-dinh--ha-noi") in later
    for one in later:
        assert (one, RDF.type, URIRef(vocab.ADMINISTRATIVE_UNIT)) in graph
        assert list(graph.objects(one, URIRef("http://www.w3.org/2000/01/rdf-schema#label")))
        assert [str(o) for o in graph.objects(one, URIRef(vocab.VALID_FROM))] == ["2025-07-01"]


def test_a_body_is_tied_to_what_it_leads_and_to_what_it_is_part_of(graph: Graph) -> None:
    committee, section = (URIRef(f"{BASE}id/organization/{name}quan-uy-ba-dinh--ha-noi") for name in ("", "ban-tuyen-giao-"))
    leads, part = URIRef(vocab.HAS_JURISDICTION_OVER), URIRef(vocab.PARENT_ORGANIZATION)
    assert list(graph.objects(section, part)) == [committee]
    assert list(graph.objects(committee, leads)) == [unit("quan-ba-dinh--ha-noi")]
    assert list(graph.objects(section, leads)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Huyện Châu Thành họp. Xã Lộc Đá và phường Lộc Đá thi đua. UBND phường Lộc Đá tổ chức hội nghị ngày 3/4/2024.",
        "UBND Phường 4 tổ chức hội nghị ngày 3/4/2024.",
        "UBND xã Lộc Đá, huyện Anh Sơn tổ chức hội nghị ngày 3/4/2024.",
        "Quận ủy tổ chức hội nghị ngày 3/4/2024.",
        "",
    ],
)
def test_units_that_no_list_has_are_written_too(text: str) -> None:
    findings = read(text, None)
    graph = authority(findings)
    for known in (*findings.units, *(o.jurisdiction for o in findings.organizations if o.jurisdiction)):
        assert (URIRef(f"{BASE}id/{known.key}"), RDF.type, URIRef(vocab.ADMINISTRATIVE_UNIT)) in graph


def test_every_reference_leads_to_a_typed_thing(graph: Graph) -> None:
    for predicate in (
        vocab.WITHIN,
        vocab.SUCCEEDED_BY,
        vocab.ISSUED_BY,
        vocab.CONTINUES,
        vocab.HAS_JURISDICTION_OVER,
        vocab.PARENT_ORGANIZATION,
        vocab.KIND,
        vocab.LEVEL,
    ):
        for found in graph.objects(None, URIRef(predicate)):
            assert (found, RDF.type, None) in graph, (predicate, found)


def test_a_repeated_unit_or_body_adds_nothing() -> None:
    hanoi = Unit("unit/ha-noi", "Hà Nội", "Hà Nội", "province", "Thành phố")
    body = Organization("organization/thanh-uy-ha-noi", "Thành ủy Hà Nội", "thanh-uy", jurisdiction=hanoi)
    once, twice = (set(background([hanoi] * n, [body] * n, base=BASE)) for n in (1, 2))
    assert once == twice


def body(key: str) -> URIRef:
    return URIRef(f"{BASE}id/organization/{key}")


def directive(key: str) -> URIRef:
    return URIRef(f"{BASE}id/directive/{key}")


def texts(graph: Graph, subject: URIRef, predicate: str) -> set[str]:
    return {str(o) for o in graph.objects(subject, URIRef(predicate))}


def test_a_cited_document_is_described() -> None:
    graph = authority(read("Hội nghị quán triệt Kết luận số 01-KL/TW ngày 18/5/2021 của Bộ Chính trị."))
    conclusion = directive("bo-chinh-tri--2021--ket-luan--1-kl-tw")
    assert (conclusion, RDF.type, URIRef(vocab.DIRECTIVE)) in graph
    assert texts(graph, conclusion, vocab.DESIGNATION) == {"01-KL/TW"}
    assert texts(graph, conclusion, vocab.ISSUED_ON) == {"2021-05-18"}
    assert texts(graph, conclusion, vocab.DOCUMENT_TYPE) == {f"{BASE}vocab/document-type/ket-luan"}
    assert len(texts(graph, conclusion, vocab.TITLE)) == 1
    assert texts(graph, conclusion, "http://purl.org/dc/terms/source") == {"https://tulieuvankien.dangcongsan.vn/he-thong-van-ban"}
    assert set(graph.objects(conclusion, URIRef(vocab.ISSUED_BY))) == {body("bo-chinh-tri")}
    assert (body("bo-chinh-tri"), URIRef(vocab.PARENT_ORGANIZATION), body("ban-chap-hanh-trung-uong-dang")) in graph


def test_what_carries_out_what_stands_in_the_graph_of_an_article_only() -> None:
    graph = authority(read("Hội nghị quán triệt Kết luận số 01-KL/TW ngày 18/5/2021 của Bộ Chính trị."))
    assert not [p for p in (vocab.CONTINUES, vocab.IMPLEMENTS) if (None, URIRef(p), None) in graph]


def test_a_replaced_document_has_its_last_day_and_what_took_its_place() -> None:
    graph = authority(read("Hội nghị phổ biến Nghị định số 110/2004/NĐ-CP của Chính phủ."))
    old, new = directive("chinh-phu--2004--nghi-dinh--110-2004-nd-cp"), directive("chinh-phu--2020--nghi-dinh--30-2020-nd-cp")
    assert texts(graph, old, vocab.VALID_TO) == {"2020-03-04"}
    assert set(graph.objects(old, URIRef(vocab.SUCCEEDED_BY))) == {new}
    assert texts(graph, new, vocab.DESIGNATION) == {"30/2020/NĐ-CP"}


def test_an_entry_that_nobody_checked_is_not_written() -> None:
    graph = authority(read("Hội nghị phổ biến Luật Đất đai năm 2013."))
    assert not texts(graph, directive("luat-dat-dai-2013"), vocab.VALID_TO)


def test_a_document_that_nobody_cites_is_not_written(graph: Graph) -> None:
    assert not set(graph.subjects(RDF.type, URIRef(vocab.DIRECTIVE)))
    with_unknown, without = (set(background([], [], documents=keys, base=BASE)) for keys in (["directive/unnamed--a"], []))
    assert with_unknown == without


def test_a_body_ended_with_its_level_or_with_its_place(graph: Graph) -> None:
    assert texts(graph, body("quan-uy-ba-dinh--ha-noi"), vocab.VALID_TO) == {"2025-06-30"}
    assert texts(graph, body("ubnd-phuong-kim-ma--quan-ba-dinh--ha-noi"), vocab.VALID_TO) == {"2025-06-30"}


def test_a_body_of_a_place_that_stands_has_no_end() -> None:
    graph = authority(read("Ngày 3/4/2024, Thành ủy Hà Nội tổ chức hội nghị."))
    assert texts(graph, body("thanh-uy-ha-noi"), vocab.VALID_TO) == set()


def test_a_district_ended_with_june_2025() -> None:
    graph = authority(read("Ngày 3/4/2024, Quận ủy Thanh Xuân (Hà Nội) tổ chức hội nghị."))
    assert texts(graph, URIRef(BASE + "id/unit/quan-thanh-xuan--ha-noi"), vocab.VALID_TO) == {"2025-06-30"}
    assert texts(graph, body("quan-uy-thanh-xuan--ha-noi"), vocab.VALID_TO) == {"2025-06-30"}


def test_a_renamed_body_of_a_place_leads_to_its_new_name(graph: Graph) -> None:
    (later,) = graph.objects(body("ban-tuyen-giao-quan-uy-ba-dinh--ha-noi"), URIRef(vocab.SUCCEEDED_BY))
    assert later == body("ban-tuyen-giao-va-dan-van-quan-uy-ba-dinh--ha-noi")
    assert texts(graph, body("ban-tuyen-giao-quan-uy-ba-dinh--ha-noi"), vocab.VALID_TO) == set()
    assert later.rpartition("/")[2] in {
        o.key.partition("/")[2] for o in read("Ban Tuyên giáo và Dân vận Quận ủy Ba Đình tổ chức hội nghị ngày 3/4/2024.").organizations
    }


def test_a_ministry_leads_to_the_one_it_went_into() -> None:
    graph = authority(read("Ngày 3/4/2024, Bộ Giao thông vận tải tổ chức hội nghị."))
    assert set(graph.objects(body("bo-giao-thong-van-tai"), URIRef(vocab.SUCCEEDED_BY))) == {body("bo-xay-dung")}
    assert texts(graph, body("bo-giao-thong-van-tai"), vocab.VALID_TO) == {"2025-02-28"}
    assert (body("bo-xay-dung"), RDF.type, URIRef(vocab.ORGANIZATION)) in graph


def test_roles_of_one_seat_say_so(graph: Graph) -> None:
    single = {str(s).rpartition("/")[2] for s in graph.subjects(URIRef(vocab.SINGLE_SEAT), Literal(True))}
    assert {"bi-thu", "chu-tich", "giam-doc", "truong-thon"} <= single
    assert single.isdisjoint({"pho-bi-thu", "uy-vien", "dai-bieu-hdnd"})
