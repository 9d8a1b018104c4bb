"""Findings as N-Quads: letters escaped, a statement under every triple, nothing said twice in two ways."""

from __future__ import annotations

import re
from collections import defaultdict
from urllib.parse import unquote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import RDF, RDFS, Dataset, Literal, URIRef
from rdflib.term import Node

from kgraph import vocab
from kgraph.extract import open_extractor
from kgraph.model import Article, Evidence, Fact, Findings, Official, Value
from kgraph.terms import Names, iri, literal
from kgraph.text import normalize
from kgraph.triples import quads

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")
BASE = "https://example.org/kg/"
EXTRACTOR = open_extractor()
TEXT = (
    "Quận ủy Ba Đình sơ kết công tác quý I\n"
    "Sáng 3/4/2024, tại phường Kim Mã, Quận ủy Ba Đình tổ chức hội nghị sơ kết Kết luận số 01-KL/TW ngày 18/5/2021 của Bộ Chính trị "
    "về tiếp tục thực hiện Chỉ thị số 05-CT/TW. Đồng chí Vũ Thị Hạnh, Thành ủy viên, Bí thư Quận ủy chủ trì hội nghị. "
    "Dự hội nghị có đồng chí Lê Minh Khôi, nguyên Chủ tịch UBND quận; đồng chí Bùi Thị Lan.\n"
    "Thực hiện Kế hoạch số 20-KH/TU ngày 1-6-2021 của Thành ủy Hà Nội, Quận ủy Ba Đình ban hành Kế hoạch số 30-KH/QU "
    'về việc triển khai Chuyên đề năm 2024 “Nêu gương”. UBND quận Ba Đình phát động cuộc thi “Ba Đình \\ trong " tôi” lần thứ VI.\n'
    "Lê Thu Hà"
)
ONE_VALUE = (
    *(vocab.BEGIN, vocab.END, vocab.QUOTE, vocab.RULE, vocab.CONFIDENCE, vocab.IN_ARTICLE, vocab.HOLDING_STATUS, vocab.KIND, vocab.LEVEL),
    *(
        vocab.DESIGNATION,
        vocab.DOCUMENT_TYPE,
        vocab.DATE_EDTF,
        vocab.START_DATE,
        vocab.END_DATE,
        vocab.MODALITY,
        vocab.TITLE,
        vocab.EDITION,
        vocab.YEAR,
    ),
    "http://www.w3.org/2000/01/rdf-schema#label",
    *(str(RDF.subject), str(RDF.predicate), str(RDF.object)),
)


def findings_of(text: str = TEXT, identifier: str = "tin-1") -> Findings:
    return EXTRACTOR.extract(
        Article(id=identifier, text=normalize(text), published="2024-04-05", url="https://example.org/tin?a=1&b=“2”", also_as=("x",))
    )


def parsed(lines: list[str]) -> Dataset:
    dataset = Dataset(default_union=True)
    dataset.parse(data="\n".join(lines) + "\n", format="nquads")
    return dataset


@pytest.fixture(scope="module")
def findings() -> Findings:
    return findings_of()


@pytest.fixture(scope="module")
def lines(findings: Findings) -> list[str]:
    return list(quads(findings, base=BASE))


@pytest.fixture(scope="module")
def dataset(lines: list[str]) -> Dataset:
    return parsed(lines)


def test_the_example_says_something_of_every_kind(findings: Findings) -> None:
    assert {f.predicate for f in findings.facts} >= {
        "organizes",
        "heldAt",
        "chaired",
        "attended",
        "implements",
        "continues",
        "issuedBy",
        "launched",
    }
    assert findings.title and findings.byline and findings.about


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ('a "b"', '"a \\"b\\""'),
        ("a\\b", '"a\\\\b"'),
        ("a\nb\rc", '"a\\nb\\rc"'),
        ("a\u0000b\u001fc\u007f", '"a\\u0000b\\u001Fc\\u007F"'),
        ("<b>&amp;'", '"<b>&amp;\'"'),
        ("Quận uỷ 😀", '"Quận uỷ 😀"'),
        ("", '""'),
    ],
)
def test_a_literal_is_escaped_as_n_quads_ask(text: str, written: str) -> None:
    assert literal(Value(text)) == written
    assert literal(Value(text, "langString")) == f"{written}@vi"


@given(st.text())
def test_every_literal_comes_back_whole(text: str) -> None:
    dataset = parsed([f"<https://e.org/s> <https://e.org/p> {literal(Value(text))} <https://e.org/g> ."])
    ((_, _, found, _),) = dataset.quads()
    assert str(found) == text


@given(st.text(min_size=1))
def test_an_iri_holds_no_letter_that_ends_it(text: str) -> None:
    written = iri(f"https://e.org/{text}")
    assert re.fullmatch(r'<[^\x00-\x20<>"{}|^`\\]*>', written)
    assert unquote(written[1:-1]) == f"https://e.org/{text}" or "%" in text


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Tin 1", "tin-1"),
        ("tin_1", "tin 1"),
        ("tin_1", "tin-1"),
        ("tin.1", "tin-1"),
        ("Tin-1", "tin-1"),
        ("đ", "d"),
        ("!!!", "???"),
        ("", "x"),
    ],
)
def test_two_identifiers_are_two_articles(one: str, other: str) -> None:
    assert Names(BASE).article(one) != Names(BASE).article(other)


def test_every_line_is_a_quad_of_named_nodes(lines: list[str], dataset: Dataset) -> None:
    assert all(line.endswith(" .") and "\n" not in line and "\r" not in line for line in lines)
    assert not any(line.startswith("_:") for line in lines)
    assert len(dataset) == len(set(lines))
    assert {str(g) for _, _, _, g in dataset.quads()} == {f"{BASE}id/article/tin-1"}


def test_only_words_of_the_ontology_are_used(dataset: Dataset) -> None:
    own = {str(p) for _, p, _, _ in dataset.quads() if str(p).startswith(vocab.KG)}
    classes = {str(o) for _, p, o, _ in dataset.quads() if p == RDF.type and str(o).startswith(vocab.KG)}
    assert own <= vocab.PROPERTIES and classes <= vocab.CLASSES


def test_values_have_the_datatype_of_the_ontology(dataset: Dataset) -> None:
    for _, predicate, value, _ in dataset.quads():
        expected = vocab.DATATYPES.get(str(predicate))
        if expected and isinstance(value, Literal):
            found = vocab.LANG_STRING if value.language else str(value.datatype or f"{vocab.XSD}string")
            assert found == expected, (predicate, value)


def test_nothing_has_two_values_where_one_is_meant(dataset: Dataset) -> None:
    values: dict[tuple[Node, Node], set[Node]] = defaultdict(set)
    for subject, predicate, value, _ in dataset.quads():
        if str(predicate) in ONE_VALUE:
            values[subject, predicate].add(value)
    assert {key: found for key, found in values.items() if len(found) > 1} == {}


def test_every_relation_has_a_statement_with_its_exact_words(findings: Findings, dataset: Dataset) -> None:
    kg = {name: URIRef(vocab.KG + name) for name in ("begin", "end", "quote", "inArticle", "rule", "confidence")}
    told = set()
    for node in dataset.subjects(RDF.type, URIRef(vocab.STATEMENT)):
        if dataset.value(node, kg["inArticle"]) is None:
            continue
        begin, end, quote = (dataset.value(node, kg[name]) for name in ("begin", "end", "quote"))
        assert findings.article.text[int(str(begin)) : int(str(end))] == str(quote) != ""
        assert dataset.value(node, kg["rule"]) and 0 < float(str(dataset.value(node, kg["confidence"]))) <= 1
        told.add(tuple(dataset.value(node, part) for part in (RDF.subject, RDF.predicate, RDF.object)))
    evidenced = (vocab.RELATIONS | {vocab.HAS_POSITION, vocab.DESIGNATION, vocab.ISSUED_ON, vocab.EDITION, vocab.YEAR, vocab.DATE_EDTF}) - {
        vocab.MENTIONS,
        vocab.REPORTS_ON,
    }
    graph = URIRef(f"{BASE}id/article/tin-1")
    shown = {(s, p, o) for s, p, o, g in dataset.quads() if str(p) in evidenced and g == graph}
    assert shown and shown <= told


@pytest.mark.parametrize(("narrow", "broad"), [("chaired", "attended"), ("continues", "implements"), ("launched", "conducts")])
def test_the_broader_relation_stands_too_with_a_statement_of_its_own(narrow: str, broad: str, dataset: Dataset) -> None:
    pairs = {(s, o) for s, _, o, _ in dataset.quads((None, URIRef(vocab.KG + narrow), None, None))}
    assert pairs and pairs <= {(s, o) for s, _, o, _ in dataset.quads((None, URIRef(vocab.KG + broad), None, None))}
    for subject, value in pairs:
        nodes = [n for n in dataset.subjects(RDF.subject, subject) if dataset.value(n, RDF.object) == value]
        assert {str(dataset.value(n, RDF.predicate)) for n in nodes} >= {vocab.KG + narrow, vocab.KG + broad}


def test_every_named_thing_is_typed_and_labelled_in_the_articles_own_graph(dataset: Dataset) -> None:
    graph = dataset.graph(URIRef(f"{BASE}id/article/tin-1"))
    label = URIRef("http://www.w3.org/2000/01/rdf-schema#label")
    kinds = ("unit", "organization", "official", "directive", "campaign", "event")
    used = {str(x) for s, _, o in graph for x in (s, o) if str(x).startswith(tuple(f"{BASE}id/{kind}/" for kind in kinds))}
    assert {x for x in used if (URIRef(x), RDF.type, None) not in graph or (URIRef(x), label, None) not in graph} == set()


def test_the_same_findings_give_the_same_lines(lines: list[str]) -> None:
    assert sorted(set(quads(findings_of(), base=BASE))) == sorted(set(lines))


def test_two_articles_share_no_statement() -> None:
    def stated(identifier: str) -> set[str]:
        graph = f" {Names(BASE).article(identifier)} ."
        lines = (line for line in quads(findings_of(identifier=identifier), base=BASE) if line.endswith(graph))
        return {line.split(" ")[0] for line in lines if line.startswith(f"<{BASE}id/statement/")}

    assert stated("a") and stated("a").isdisjoint(stated("b"))


def test_text_that_tries_to_be_markup_stays_text() -> None:
    text = '"> <script>alert(1)</script> \\" . <http://e.org/x> '
    article = Article(id=text, text=text, url="javascript:alert(1)")
    fact = Fact("official/x", "theme", Value(text, "langString"), Evidence(0, len(text), "r", 0.5))
    dataset = parsed(
        list(quads(Findings(article, title=text, byline=text, officials=(Official("official/x", text),), facts=(fact,)), base=BASE))
    )
    assert {str(o) for o in dataset.objects(None, URIRef(vocab.TITLE))} == {text}
    assert {str(o) for o in dataset.objects(None, URIRef(vocab.QUOTE))} == {text}
    assert len({g for *_, g in dataset.quads()}) == 1


@settings(max_examples=30, deadline=None)
@given(st.text(max_size=60))
def test_any_article_becomes_quads_that_can_be_read(text: str) -> None:
    article = Article(id=text or "x", text=normalize(f"{text} Ngày 3/4/2024, Quận ủy Ba Đình tổ chức hội nghị {text}."))
    parsed(list(quads(EXTRACTOR.extract(article), base=BASE)))


def test_the_time_of_a_post_stands_with_its_words() -> None:
    text = normalize("Tin nhân sự\nÔng Lê Văn An sinh năm 1960. Từ tháng 10/1992 đến năm 1996: Bí thư Huyện ủy Vũ Thư.")
    findings = EXTRACTOR.extract(Article(id="a", text=text))
    graph = Dataset()
    graph.parse(data="\n".join(quads(findings, base=BASE)), format="nquads")
    for name, value in ((vocab.HELD_SINCE, "1992-10"), (vocab.HELD_UNTIL, "1996")):
        ((holding, _, said, _),) = graph.quads((None, URIRef(name), None, None))
        assert str(said) == value
        ((statement, _, _, _),) = graph.quads((None, RDF.predicate, URIRef(name), None))
        assert [o for _, _, o, _ in graph.quads((statement, RDF.subject, None, None))] == [holding]
        ((_, _, quote, _),) = graph.quads((statement, URIRef(vocab.QUOTE), None, None))
        assert str(quote).startswith("Từ tháng 10/1992 đến năm 1996")
    assert [str(o) for _, _, o, _ in graph.quads((holding, RDFS.label, None, None))] == ["Bí thư, Huyện ủy Vũ Thư"]
    assert not list(graph.quads((None, URIRef(vocab.OBSERVED_ON), None, None)))
