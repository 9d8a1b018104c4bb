"""The whole path on texts of every kind: it never breaks, quotes exactly, says the same again, and takes time in proportion."""

from __future__ import annotations

import cProfile
import itertools
import pstats
import random
from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kgraph.extract import Extractor, open_extractor
from kgraph.model import Article, Evidence, Findings
from kgraph.text import normalize

EXTRACTOR = open_extractor()
SENTENCES = (
    "Sáng 5/6/2024, Quận ủy Ba Đình tổ chức hội nghị sơ kết công tác dân vận.",
    "Ngày 3/4, UBND huyện Anh Sơn (tỉnh Nghệ An) tổ chức lễ phát động phong trào “Sạch đẹp”.",
    "Huyện ủy - HĐND - UBND huyện Anh Sơn long trọng tổ chức lễ kỷ niệm.",
    "Dự hội nghị có các đồng chí: Vũ Thị Hạnh, Thành ủy viên, Bí thư Quận ủy; Lê Minh Khôi - Chủ tịch UBND quận.",
    "Các Phó Chủ tịch UBND quận: Bùi Thị Lan, Đỗ Văn Lành; nguyên Bí thư Quận ủy Trần Quốc Lâm.",
    "Đồng chí Bùi Thị Lan được bầu giữ chức Phó Bí thư Quận ủy; ông Đỗ Văn Lành thôi giữ chức Trưởng phòng Nội vụ.",
    "Phát biểu tại hội nghị, Bí thư Quận ủy Vũ Thị Hạnh nhấn mạnh kết quả.",
    "Thực hiện Kế hoạch số 20-KH/TU ngày 1-6-2021 của Thành ủy Hà Nội, Quận ủy Ba Đình ban hành Kế hoạch số 30-KH/QU.",
    "Sơ kết Kết luận số 01-KL/TW về tiếp tục thực hiện Chỉ thị số 05-CT/TW và Nghị quyết Trung ương 4 khóa XI, XII.",
    "Quận ủy Ba Đình triển khai Chuyên đề năm 2024 “Nêu gương”. Chuyên đề năm 2024 được các chi bộ học tập.",
    "UBND quận ban hành Kế hoạch số 12/KH-UBND về việc tổ chức Cuộc thi “Ba Đình trong tôi” lần thứ VI với chủ đề “Gương sáng”.",
    "Từ ngày 28/12 đến 3/1/2025, UBND Phường 4, Quận 11 sẽ tổ chức triển lãm tại phường 5.",
    "Đảng ủy phường Kim Liên, thành phố Hà Nội làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh.",
    "Phong trào “Toàn dân đoàn kết xây dựng đời sống văn hóa, Đảng ủy phường vào cuộc.",
    "Kế hoạch 5 năm 2021 - 2025. Ngày 31/2. Quý I/2024. Mùng 5 tháng Giêng.",
    "QUẬN ỦY BA ĐÌNH TỔ CHỨC HỘI NGHỊ",
    "Publish date 17/12/2024 | 11:12 | View Count: 79",
    "Tin, ảnh: Lê Thu Hà",
    "Phản hồi",
    "TIN MỚI HƠN",
)
JOINTS = (" ", "\n", "\r\n", "  ", "\u00a0", "\n\n", "; ", "\u200b", "")
NOISE = st.text(max_size=20) | st.text(alphabet="“”\"'()-–/.,;:0123456789IVX \n\u00a0\u200b\u00adAĐđ", max_size=20)
TEXTS = st.lists(st.sampled_from(SENTENCES) | st.sampled_from(JOINTS) | NOISE, max_size=12).map("".join)
PUBLISHED = st.sampled_from([None, "2024-06-07", "2023-03-01", "2024", "2024-02"])


def extract(text: str, published: str | None = None, *, extractor: Extractor = EXTRACTOR) -> Findings:
    return extractor.extract(Article(id="a", text=normalize(text), published=published))


def evidences(findings: Findings) -> Iterator[Evidence]:
    yield from (f.evidence for f in findings.facts)
    yield from (e for o in findings.officials for h in o.holdings for e in h.evidence)


def entities(findings: Findings) -> list[str]:
    groups = (findings.units, findings.organizations, findings.officials, findings.directives, findings.campaigns, findings.events)
    return [entity.key for group in groups for entity in group]


def known(findings: Findings) -> set[str]:
    """Keys of entities, of what bodies lead, and of what they are part of."""
    bodies = (*findings.organizations, *(h.organization for o in findings.officials for h in o.holdings if h.organization))
    leads = {o.jurisdiction.key for o in bodies if o.jurisdiction}
    return {*entities(findings), *leads}


@settings(max_examples=200, derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS, PUBLISHED)
def test_no_text_breaks_the_reading_and_every_quotation_is_exact(text: str, published: str | None) -> None:
    findings = extract(text, published)
    source = findings.article.text
    for evidence in evidences(findings):
        assert 0 <= evidence.begin < evidence.end <= len(source)
        quote = source[evidence.begin : evidence.end]
        assert quote.strip(" ,;\n") == quote
        assert 0 < evidence.confidence <= 1
    for issue in findings.issues:
        assert issue.begin is not None and issue.end is not None and 0 <= issue.begin < issue.end <= len(source)


@settings(max_examples=60, derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS, PUBLISHED)
def test_every_fact_is_about_something_the_findings_know(text: str, published: str | None) -> None:
    findings = extract(text, published)
    keys = known(findings)
    for fact in findings.facts:
        assert fact.subject in keys
        assert not isinstance(fact.object, str) or fact.object in keys
    assert all(not h.organization or h.organization.key in keys for o in findings.officials for h in o.holdings)


@settings(max_examples=60, derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS, PUBLISHED)
def test_days_exist_and_begin_before_they_end(text: str, published: str | None) -> None:
    for event in extract(text, published).events:
        if event.when and event.when.start and event.when.end:
            assert date.fromisoformat(event.when.start) <= date.fromisoformat(event.when.end)
            assert "X" not in event.when.edtf
        elif event.when:
            assert event.when.resolution == "unresolved"


@settings(max_examples=30, derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS, PUBLISHED)
def test_the_same_article_gives_the_same_findings(text: str, published: str | None) -> None:
    assert extract(text, published) == extract(text, published)


def test_a_fresh_extractor_gives_the_same_findings() -> None:
    text = " ".join(SENTENCES)
    assert extract(text, extractor=open_extractor()) == extract(text)


@pytest.mark.parametrize(
    "text", ["", "\n", " ", "\u200b", "\ufeff", ".", "“", "a", "\u00ad\u00ad", "0", "-" * 5000, "“" * 500, "((((", "\u0301"]
)
def test_a_text_without_words_says_nothing(text: str) -> None:
    findings = extract(text)
    assert (findings.facts, entities(findings)) == ((), [])


def test_line_ends_and_composition_change_nothing() -> None:
    plain = "\n".join(SENTENCES)
    windows = plain.replace("\n", "\r\n")
    assert extract(windows) == extract(plain)


def test_every_extra_space_only_moves_the_quotations() -> None:
    plain = extract("\n".join(SENTENCES), "2024-06-07")
    spaced = extract("\n".join(s.replace(" ", "  ") for s in SENTENCES), "2024-06-07")
    assert [(f.subject, f.predicate, f.object, f.evidence.rule) for f in spaced.facts] == [
        (f.subject, f.predicate, f.object, f.evidence.rule) for f in plain.facts
    ]
    assert entities(spaced) == entities(plain)
    quotes = [(spaced.article.text[f.evidence.begin : f.evidence.end]).replace("  ", " ") for f in spaced.facts]
    assert quotes == [plain.article.text[f.evidence.begin : f.evidence.end] for f in plain.facts]


@pytest.mark.parametrize(
    "text",
    [
        "Ngày 3/4/2024, UBND huyện Anh Sơn tổ chức hội nghị. Dự có các Phó Chủ tịch UBND huyện: Lê Văn Hùng, Lê Văn Hưng.",
        "Quận ủy Ba Đình triển khai phong trào “Dạy tốt - Học tốt”. UBND quận phát động phong trào “Dạy tốt, học tốt”.",
        " ".join(SENTENCES),
    ],
)
def test_two_entities_of_an_article_never_share_a_key(text: str) -> None:
    keys = entities(extract(text))
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize(
    "text",
    [
        "Hội nghị diễn ra tại UBND quận ngày 5/6/2024. Phường Kim Mã dự.",
        "Buổi làm việc diễn ra tại UBND tỉnh ngày 5/6/2024, có lãnh đạo thị xã Kỳ Anh dự.",
    ],
)
def test_every_place_of_an_event_is_among_the_units(text: str) -> None:
    findings = extract(text)
    places = {f.object for f in findings.facts if f.predicate == "heldAt"}
    assert places and places <= {unit.key for unit in findings.units}


def calls(text: str) -> int:
    """How many calls one reading takes, steps of generators among them: work that does not depend on the machine."""
    profile = cProfile.Profile()
    profile.runcall(extract, text)
    return pstats.Stats(profile).total_calls  # type: ignore[attr-defined, no-any-return]


def test_twice_the_text_takes_about_twice_the_work() -> None:
    chosen = random.Random(1).choices(SENTENCES[:14], k=60)
    once = " ".join(chosen) + "\n"
    extract(once)
    work = [calls(once * factor) for factor in (1, 2, 4, 8)]
    assert all(longer / shorter < 2.4 for shorter, longer in itertools.pairwise(work)), work


@pytest.mark.parametrize(
    "piece",
    [
        "“",
        "(",
        "ngày 3/4 ",
        "1/2/",
        "Nguyễn Văn ",
        "Bí thư ",
        "Quận ủy ",
        "hội nghị ",
        "\n",
        "Chuyên đề “",
        "Nghị quyết Trung ương 4 khóa XI, ",
        "và ",
        "tổ chức ",
    ],
)
def test_no_repeated_piece_is_a_trap(piece: str) -> None:
    extract(piece)
    small, large = (calls((piece * (size // len(piece) + 1))[:size]) for size in (2_000, 8_000))
    assert large / small < 5.0, (small, large)
