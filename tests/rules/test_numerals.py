"""Numbers as the news writes them."""

from __future__ import annotations

import pytest

from kgraph.lexicon import Lexicon
from kgraph.rules.numerals import number, ordinal_words, roman


@pytest.mark.parametrize(
    ("text", "value"), [("I", 1), ("iv", 4), ("VI", 6), ("IX", 9), ("XIII", 13), ("XIX", 19), ("XL", 40), ("XCIX", 99), ("xx", 20)]
)
def test_a_roman_numeral_has_its_value(text: str, value: int) -> None:
    assert roman(text) == value


@pytest.mark.parametrize("text", ["", "IIII", "VV", "IC", "VX", "XM", "tư", "vi phạm", "C"])
def test_what_is_not_well_formed_is_no_numeral(text: str) -> None:
    assert roman(text) is None


def test_every_numeral_below_a_hundred_comes_back() -> None:
    tens = ["", "X", "XX", 3 * "X", "XL", "L", "LX", "LXX", "L" + 3 * "X", "XC"]
    ones = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"]
    assert [roman(tens[n // 10] + ones[n % 10]) for n in range(1, 100)] == list(range(1, 100))


@pytest.mark.parametrize(
    ("text", "value"),
    [("06", 6), (" 12 ", 12), ("XII", 12), ("nhất", 1), ("Hai", 2), ("tư", 4), ("năm", 5), ("mười", 10)],
)
def test_digits_numerals_and_words_are_numbers(text: str, value: int, lexicon: Lexicon) -> None:
    assert number(text, lexicon) == value


@pytest.mark.parametrize("text", ["", "này", "đầu tiên của", "-1", "1.5"])
def test_other_words_are_none(text: str, lexicon: Lexicon) -> None:
    assert number(text, lexicon) is None


def test_ordinal_words_run_from_one_without_a_gap(lexicon: Lexicon) -> None:
    values = sorted(set(ordinal_words(lexicon).values()))
    assert values == list(range(1, len(values) + 1)) and len(values) >= 10
