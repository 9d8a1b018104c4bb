"""What the letters of a text tell."""

import unicodedata

import pytest

from kgraph.sources.letters import looks_legacy, mostly_latin

BODY = "Ngày 12/5/2024, ông Nguyễn Văn Hoà, Chủ tịch Ủy ban nhân dân phường Hòa Thuận, đã chủ trì cuộc họp."


def test_utf8_read_as_windows_1252_is_seen() -> None:
    assert looks_legacy(BODY.encode().decode("cp1252", "replace"))


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        unicodedata.normalize("NFD", BODY),
        "Ðà Nẵng, ÐÀ NẴNG, ðà nẵng",
        "38,5°C; 120 m²; “Ngày hội” – «Văn hóa»; § 5; ½",
        "TP. İstanbul, ß, ﬁ",
    ],
    ids=["nfc", "nfd", "the other d", "signs", "a few foreign letters"],
)
def test_sound_text_is_not_taken_for_legacy(text: str) -> None:
    assert not looks_legacy(unicodedata.normalize("NFC", text))


def test_full_width_letters_are_latin() -> None:
    assert mostly_latin("Ｎｇｕｙễｎ Ｖăｎ")


def test_a_cyrillic_letter_does_not_make_a_text_foreign() -> None:
    assert mostly_latin("Ủy bаn nhân dân")
