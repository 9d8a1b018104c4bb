"""What was seen in an article outside the words of its findings."""

from __future__ import annotations

import pytest

from kgraph.cli.seen import prose_of, seen_in
from kgraph.extract import Extractor, open_extractor
from kgraph.model import Article


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return open_extractor()


def test_titles_names_and_numbers_that_led_to_nothing(extractor: Extractor) -> None:
    text = "Dự họp\nChủ tịch Hiệp đoàn  xyz Lê Văn An dự theo giấy số 12/PXY, xong trước 5/6 theo lịch.\n"
    seen = seen_in(extractor.trace(Article(id="a1", text=text)))
    assert [(s.words, s.message) for s in seen] == [
        ("Chủ tịch", "explain.title"),
        ("Lê Văn An", "explain.name"),
        ("12/PXY", "explain.like_document"),
        ("5/6", "explain.like_date"),
    ]
    assert all(text[s.begin : s.end] == s.words for s in seen)


def test_what_stands_in_the_words_of_a_finding_is_not_told(extractor: Extractor) -> None:
    text = "Dự họp\nĐồng chí Lê Văn An, Bí thư Quận ủy Đống Đa, vắng mặt.\n"
    assert seen_in(extractor.trace(Article(id="a1", text=text))) == ()


def test_a_post_without_a_body_is_borne_all_the_same(extractor: Extractor) -> None:
    text = "Dự họp\nTrưởng thôn Lê Văn An vắng mặt.\n"
    trace = extractor.trace(Article(id="a1", text=text))
    assert seen_in(trace) == ()
    assert [issue.code for issue in trace.findings.issues] == ["position-without-body"]


def test_the_prose_is_what_was_read(extractor: Extractor) -> None:
    text = "Dự họp\nQuận ủy Đống Đa họp trong ngày hôm đó tại trụ sở của quận.\nTin liên quan\n"
    spans = prose_of(extractor.trace(Article(id="a1", text=text)))
    assert all("liên quan" not in text[begin:end] for begin, end in spans)
    assert any("họp trong ngày" in text[begin:end] for begin, end in spans)
