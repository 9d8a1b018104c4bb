"""One scan: cleaned text with its way back, lines, sentences, phrases at word borders."""

from __future__ import annotations

import itertools
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgraph.lexicon import Entry, Lexicon, load_lexicon
from kgraph.model import Article
from kgraph.scan import Page, Scanner, clean, restrict, scan_text, sentences


@pytest.fixture(scope="module")
def scanner() -> Scanner:
    return Scanner(load_lexicon())


def page_of(text: str, scanner: Scanner) -> Page:
    return scan_text(Article(id="a", text=text), scanner)


def entry(kind: str, *forms: str, **keys: object) -> Entry:
    return Entry(f"{kind}/{forms[0]}", kind, forms[0], forms[0], "", forms, keys, (), (), "test.toml:1")


def found(page: Page, kind: str) -> list[str]:
    return [page.text[m.begin : m.end] for m in page.of(kind)]


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("Quận  ủy", "Quận ủy"),
        ("Quận \u00a0 ủy", "Quận ủy"),
        ("Quận\u200b ủy", "Quận ủy"),
        ("Qu\u00adận ủy", "Quận ủy"),
        ("\ufeffQuận ủy", "Quận ủy"),
        ("Quận ủy", "Quận ủy"),
        ("Quận\n\nủy", "Quận\n\nủy"),
    ],
)
def test_runs_of_spaces_and_invisible_letters_go(text: str, cleaned: str) -> None:
    assert clean(text)[0] == cleaned


@pytest.mark.parametrize("text", ["Quận \u200b ủy", "Quận \ufeff ủy", "Quận \u00ad \u00adủy"])
def test_an_invisible_letter_between_spaces_leaves_one_space(text: str) -> None:
    assert clean(text)[0] == "Quận ủy"


@given(st.text(alphabet="ab \t\n\u00a0\u200b\u00ad\ufeff\u3000"))
def test_every_cleaned_letter_knows_where_it_stood(text: str) -> None:
    cleaned, offsets = clean(text)
    if offsets is None:
        assert cleaned == text
        return
    assert len(offsets) == len(cleaned)
    assert all(a < b for a, b in itertools.pairwise(offsets))
    assert all(text[o] == c or c == " " for o, c in zip(offsets, cleaned, strict=True))


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Ông  An  họp", "Ông  An"),
        ("Ông\u200b An họp", "Ông\u200b An"),
        ("Ông An họp", "Ông An"),
        ("  Ông \u00a0\u00a0An", "Ông \u00a0\u00a0An"),
    ],
)
def test_a_span_of_the_page_leads_back_to_the_text(text: str, quote: str, scanner: Scanner) -> None:
    page = page_of(text, scanner)
    begin = page.text.index("Ông")
    source = page.source_span(begin, begin + len("Ông An"))
    assert text[slice(*source)] == quote


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Một câu. Hai câu.", ["Một câu.", "Hai câu."]),
        ("Lãnh đạo TP. Hà Nội dự.", ["Lãnh đạo TP. Hà Nội dự."]),
        ("GS.TS. Lê Văn Tám nói. Hết.", ["GS.TS. Lê Văn Tám nói.", "Hết."]),
        ("Đồng chí N. V. Tám dự.", ["Đồng chí N. V. Tám dự."]),
        ("Ông nói: “Tốt lắm.” Rồi ông về.", ["Ông nói: “Tốt lắm.”", "Rồi ông về."]),
        ("Dự có ai? Có nhiều người! Vâng… Thế thôi.", ["Dự có ai?", "Có nhiều người!", "Vâng…", "Thế thôi."]),
        ("Đạt 3.500 người, tăng 2,5%.", ["Đạt 3.500 người, tăng 2,5%."]),
        ("Dòng một\nDòng hai", ["Dòng một", "Dòng hai"]),
        ("\n\n  \n", []),
        ("Hội nghị kết thúc.Quận ủy đã họp.", ["Hội nghị kết thúc.", "Quận ủy đã họp."]),
        ("Báo cáo v.v. và các nội dung khác.", ["Báo cáo v.v. và các nội dung khác."]),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str, sentences: list[str], scanner: Scanner) -> None:
    page = page_of(text, scanner)
    assert [page.text[b:e] for b, e in page.sentences] == sentences


@given(st.text(alphabet="Aa1 .!?…\n”“»)-"))
def test_sentences_are_in_order_apart_trimmed_and_leave_no_letter_out(text: str) -> None:
    page = scan_text(Article(id="a", text=text), Scanner(Lexicon(())))
    spans = page.sentences
    assert all(b < e for b, e in spans) and all(x[1] <= y[0] for x, y in itertools.pairwise(spans))
    assert all(page.text[b:e] == page.text[b:e].strip() for b, e in spans)
    assert "".join(page.text.split()) == "".join("".join(page.text[b:e].split()) for b, e in spans)
    assert all(page.sentence_at(b) == n for n, (b, _) in enumerate(spans))


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Phó Chủ tịch nước", ["Phó Chủ tịch nước"]),
        ("Phó Chủ tịch UBND", ["Phó Chủ tịch"]),
        ("chủ tịchxã", []),
        ("BÍ THƯ", ["BÍ THƯ"]),
        ("bí thư/chủ tịch", ["bí thư", "chủ tịch"]),
        ("Bí thư, Bí thư", ["Bí thư", "Bí thư"]),
    ],
)
def test_the_longest_phrase_at_word_borders_is_found(text: str, roles: list[str], scanner: Scanner) -> None:
    assert found(page_of(text, scanner), "role") == roles


@pytest.mark.parametrize("text", ["Quận\u00a0uỷ", "QUẬN UỶ", "Quận  ủy", "quận\u200b ủy"])
def test_phrases_are_found_in_every_spelling(text: str, scanner: Scanner) -> None:
    assert [m.entry.id for m in page_of(text, scanner).of("organization")] == ["organization/quan-uy"]


def test_a_phrase_of_one_kind_does_not_hide_one_of_another(scanner: Scanner) -> None:
    page = page_of("Ủy viên Ban Thường vụ Thành ủy", scanner)
    assert found(page, "role") == ["Ủy viên Ban Thường vụ"]
    assert found(page, "organization") == ["Ban Thường vụ", "Thành ủy"]


def test_a_name_that_needs_a_capital_is_not_found_small() -> None:
    scanner = Scanner(Lexicon(()), [("hà giang", entry("unit", "hà giang", capital=True))])
    assert found(page_of("Hà Giang và hà giang", scanner), "unit") == ["Hà Giang"]


def test_a_dash_is_found_with_a_space_on_one_side() -> None:
    scanner = Scanner(Lexicon((entry("field", "giáo dục - đào tạo"),)))
    page = page_of("Sở Giáo dục- Đào tạo; Sở Giáo dục - Đào tạo.", scanner)
    assert found(page, "field") == ["Giáo dục- Đào tạo", "Giáo dục - Đào tạo"]


def test_an_empty_lexicon_finds_nothing() -> None:
    assert page_of("Quận ủy Ba Đình", Scanner(Lexicon(()))).mentions == {}


def test_entries_with_the_same_words_are_both_found() -> None:
    scanner = Scanner(Lexicon((entry("one", "đề án"), entry("two", "đề án"))))
    page = page_of("Đề án 06", scanner)
    assert (found(page, "one"), found(page, "two")) == (["Đề án"], ["Đề án"])


def test_a_restricted_page_keeps_only_its_body(scanner: Scanner) -> None:
    page = page_of("Bí thư Quận ủy.\nChủ tịch UBND xã. Giám đốc Sở.\nTrưởng phòng.", scanner)
    body = restrict(page, (page.lines[1],))
    assert [body.text[b:e] for b, e in body.sentences] == ["Chủ tịch UBND xã.", "Giám đốc Sở."]
    assert found(body, "role") == ["Chủ tịch", "Giám đốc"]
    assert (body.text, body.offsets) == (page.text, page.offsets)
    assert restrict(page, ()).sentences == () and found(restrict(page, ()), "role") == []


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("Đồng chí Lê Thị An phát biểu.Sáng 19/3, Quận ủy họp.", ["phát biểu.", "họp."]),
        ("Tổng kết năm 2024.Chiều cùng ngày, bế mạc.", ["2024.", "mạc."]),
        ("Thực hiện Kết luận số 01-KL/TW.Theo đó, quận họp.", ["01-KL/TW.", "họp."]),
        ("Theo Nghị định 30/2020/NĐ-CP.Văn phòng nêu rõ.", ["30/2020/NĐ-CP.", "rõ."]),
        ("Dự “Ngày hội Đại đoàn kết”.Tại đây, ông nói.", ["kết”.", "nói."]),
        ("Văn kiện (khóa XIII).Tại hội nghị, ông nói.", ["XIII).", "nói."]),
        ("Xong!Sáng mai tiếp tục.", ["Xong!", "tục."]),
        ("Chỉ thị 05-CT/TW của TP.Hồ Chí Minh, TP.HCM, Q.Hoàn Kiếm và P.Kim Liên.", ["Liên."]),
        ("ThS.Nguyễn Văn An, PGS.TS.Lê Thị Bình dự.", ["dự."]),
        ("Chi 2.5 tỷ đồng cho 1.200.000 người, theo 1.Kết quả.", ["quả."]),
    ],
)
def test_sentences_that_run_together_are_parted_and_numbers_and_short_forms_are_not(text: str, ends: list[str], scanner: Scanner) -> None:
    found = [text[b:e] for b, e in sentences(text, scanner)]
    assert [sentence.split()[-1] for sentence in found] == [end.split()[-1] for end in ends]


def test_words_joined_by_underscores_are_read_with_the_places_of_the_text(scanner: Scanner) -> None:
    text = "Quận_ủy Đống_Đa tổ_chức hội_nghị , dự có đồng_chí Lê_Thị_An ( Bí_thư ) ."
    page = scan_text(Article(id="a", text=text), scanner)
    assert page.text == "Quận ủy Đống Đa tổ chức hội nghị, dự có đồng chí Lê Thị An (Bí thư)."
    begin = page.text.index("Lê Thị An")
    assert text[slice(*page.source_span(begin, begin + 9))] == "Lê_Thị_An"


@pytest.mark.parametrize("text", ["____", "_Quận ủy_", "a_ b"])
def test_other_underscores_stay(text: str) -> None:
    assert clean(text)[0] == text


def test_a_page_is_cut_to_its_body_in_time_that_grows_with_its_lines(scanner: Scanner) -> None:
    page = scan_text(Article(id="a", text="Quận ủy họp.\n" * 20_000), scanner)
    begun = time.process_time()
    assert restrict(page, page.lines[1:]).sentences == page.sentences[1:]
    assert page.holds(page.lines[-1][0]) and not page.holds(page.lines[-1][1])
    assert time.process_time() - begun < 2
