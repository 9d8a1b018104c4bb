"""Encodings from before Unicode."""

import unicodedata

import pytest

from kgraph.sources.legacy import recognised, repaired, written_in_tcvn3, written_in_vni

SENTENCES = [
    "Sáng 19/3/2004, Quận ủy Đống Đa tổ chức hội nghị học tập, quán triệt Nghị quyết Trung ương 9 (khóa IX).",
    "Đồng chí Nguyễn Thị Hường, Ủy viên Ban Thường vụ, Trưởng ban Tuyên giáo Thành ủy, đã đến dự và phát biểu chỉ đạo.",
    "Phường Kỳ Bá mở chiến dịch vệ sinh ngõ xóm; ông Lưu Vĩnh Kỷ, bà Đỗ Ngọc Ẩn, cụ Bùi Hữu Nghĩa cùng ký cam kết.",
    "Những mẫu gỗ lũa, bưởi Diễn, vỡ đê, mỡ màng, kỹ sư, nhỡ nhàng, giữ gìn, ngẫm nghĩ, đẵn gỗ, khẳng khái, thẳng thắn, ỳ ạch, quỵ lụy.",
]
LETTERS = "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ"


def written_in_1258(text: str) -> bytes:
    """The text in windows-1258: the tones of most letters behind them."""
    pieces = []
    for c in text:
        try:
            c.encode("cp1258")
            pieces.append(c)
        except UnicodeEncodeError:
            marks = unicodedata.normalize("NFD", c)
            tone = [m for m in marks[1:] if m in "\u0300\u0301\u0303\u0309\u0323"]
            pieces += [unicodedata.normalize("NFC", marks[0] + "".join(m for m in marks[1:] if m not in tone)), *tone]
    return "".join(pieces).encode("cp1258")


WRITERS = {"windows-1258": written_in_1258, "TCVN3": written_in_tcvn3, "VNI": written_in_vni}


@pytest.mark.parametrize("text", SENTENCES)
@pytest.mark.parametrize("name", WRITERS)
def test_what_is_written_is_read_back(name: str, text: str) -> None:
    if name == "TCVN3":  # a capital with a tone is a small letter of another font there
        text = "".join(c.lower() if len(unicodedata.normalize("NFD", c)) > 1 and c not in "ĂÂÊÔƠƯ" else c for c in text)
    assert recognised(WRITERS[name](text)) == (text, name)


@pytest.mark.parametrize("name", ["TCVN3", "VNI"])
def test_every_letter_has_its_place(name: str) -> None:
    assert len(LETTERS) == 67
    assert len({WRITERS[name](letter) for letter in LETTERS}) == 67


def test_a_word_in_capitals_is_one_in_tcvn3() -> None:
    text = "HỘI NGHỊ BAN CHẤP HÀNH ĐẢNG BỘ, KỲ HỌP THỨ BA"
    content = written_in_tcvn3(text)
    assert b"H\xe9I NGH\xde" in content
    assert recognised(content) == (text, "TCVN3")


def test_capitals_in_vni() -> None:
    text = "HỘI NGHỊ BAN CHẤP HÀNH ĐẢNG BỘ QUẬN, Ân Thi, Ở Hữu Lũng"
    assert recognised(written_in_vni(text)) == (text, "VNI")
    assert recognised("HOäI NGHÒ BAN CHAáP HAøNH ÑAûNG BOä".encode("cp1252")) == ("HỘI NGHỊ BAN CHẤP HÀNH ĐẢNG BỘ", "VNI")


@pytest.mark.parametrize("name", WRITERS)
@pytest.mark.parametrize("wrong", ["cp1252", "latin-1"])
def test_what_was_read_wrongly_and_saved_is_read_again(name: str, wrong: str) -> None:
    text = SENTENCES[3]
    content = WRITERS[name](text)
    assert repaired(content.decode(wrong)) == (text, name)


def test_utf8_read_as_latin_1() -> None:
    assert repaired(SENTENCES[0].encode().decode("latin-1")) == (SENTENCES[0], "UTF-8 read as windows-1252")


@pytest.mark.parametrize(
    "text",
    [SENTENCES[0].encode().decode("cp1252", "replace"), "Le comité a été réuni à Hanoï, déjà très tôt", "Über Größe äußern", "họp", ""],
    ids=["bytes are gone", "French", "German", "Vietnamese", "nothing"],
)
def test_what_is_unsure_is_not_read(text: str) -> None:
    assert repaired(text) in (None, ("", "UTF-8 read as windows-1252"))
