"""Whether words are Vietnamese by their build."""

import pytest

from kgraph.sources.syllables import is_syllable, vietnamese_share

WORDS = "Nguyễn nghiêng khuya quyết Đặng ĐẢNG ủy yêu ươm giữa quốc gì ngoẵng khuỷu tuổi rượu oằn huơ Ý"


@pytest.mark.parametrize("word", WORDS.split())
def test_syllables(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize("word", ["nguyÔn", "hoµ", "Ñoáng", "tÞch", "ấà", "Größe", "réuni", "strở", "hộị"])
def test_other_words(word: str) -> None:
    assert not is_syllable(word)


def test_only_marked_words_count() -> None:
    assert vietnamese_share("WTO, G20 và hội nghị về Việt Nam") == 1.0
    assert vietnamese_share("hội nghị") == 0.0
