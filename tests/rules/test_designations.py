"""Numbers of documents in all spellings that occur."""

from __future__ import annotations

import pytest

from kgraph.rules.designations import number_key, read_designation


@pytest.mark.parametrize(
    ("text", "number", "suffix"),
    [
        ("347-KH/QU về việc", "347-KH/QU", "QU"),
        ("35- NQ/TW ngày", "35-NQ/TW", "TW"),
        ("598 -CV/BTGQU.", "598-CV/BTGQU", "BTGQU"),
        ("05 – CT/TW", "05-CT/TW", "TW"),
        ("42-CT/TƯ", "42-CT/TƯ", "TƯ"),
        ("1956/QĐ-TTg", "1956/QĐ-TTg", "TTg"),
        ("10/2020/NĐ-CP", "10/2020/NĐ-CP", "CP"),
        ("15/NQ-HĐND", "15/NQ-HĐND", "HĐND"),
        ("12a-KH/HU", "12a-KH/HU", "HU"),
        ("03-CTr/ĐU", "03-CTr/ĐU", "ĐU"),
        ("01/KH-UBND-VP", "01/KH-UBND-VP", "VP"),
        ("19-2017/NQ-CP ngày", "19-2017/NQ-CP", "CP"),
        ("961A/TB-LĐ", "961A/TB-LĐ", "LĐ"),
        ("42-CT/T.W", "42-CT/T.W", "T.W"),
        ("08-QĐi/TW", "08-QĐi/TW", "TW"),
        ("15/QyĐ-UBND", "15/QyĐ-UBND", "UBND"),
        ("13/HD-MTTQ-BTT", "13/HD-MTTQ-BTT", "BTT"),
    ],
)
def test_a_full_number_is_read_in_one_spelling(text: str, number: str, suffix: str) -> None:
    found = read_designation(text, 0, bare=False)
    assert found is not None
    assert (found.text, found.suffix, found.full) == (number, suffix, True)
    assert text[found.begin : found.end].replace(" ", "").replace("–", "-") == number


def test_a_year_may_be_parted_from_the_codes_by_a_space() -> None:
    found = read_designation("10/2016 QĐ-UBND ngày 3/4", 0, bare=False)
    assert found is not None and (found.text, found.year, found.full) == ("10/2016/QĐ-UBND", 2016, True)
    found = read_designation("03 CT/TW của", 0, bare=True)
    assert found is not None and (found.text, found.suffix) == ("03-CT/TW", "TW")


@pytest.mark.parametrize("text", ["31 - Quyết định", "12 - Ban chỉ đạo"])
def test_a_dash_before_a_common_word_is_no_part_of_a_number(text: str) -> None:
    assert read_designation(text, 0, bare=False) is None


def test_the_year_inside_a_number_is_kept_apart() -> None:
    found = read_designation("29/2023/QH15 của", 0, bare=False)
    assert found is not None and (found.digits, found.year, found.text) == ("29", 2023, "29/2023/QH15")


@pytest.mark.parametrize(("text", "number"), [("05 của Bộ", "05"), ("10, khóa X", "10"), ("27/2018 về", "27/2018")])
def test_a_bare_number_is_read_only_where_it_may_stand(text: str, number: str) -> None:
    found = read_designation(text, 0, bare=True)
    assert found is not None and (found.text, found.full) == (number, False)
    assert read_designation(text, 0, bare=False) is None


@pytest.mark.parametrize("text", ["100% chi bộ", "20/3 vừa qua", "3.500 người", "2,5 tỷ", "19-20/5", "30a", "", "số 5", "3-4 lần"])
def test_shares_dates_and_amounts_are_no_numbers(text: str) -> None:
    assert read_designation(text, 0, bare=True) is None


def test_a_number_begins_where_it_is_asked_for() -> None:
    text = "Kế hoạch số 20-KH/TU"
    found = read_designation(text, 12, bare=False)
    assert found is not None and (found.begin, found.end) == (12, 20)
    assert read_designation(text, 0, bare=False) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("05-CT/TW", "5-CT/TW"),
        ("42-CT/TƯ", "42-CT/TW"),
        ("12-ct/tw", "12-CT/TW"),
        ("42-CT/T.W", "42-CT/TW"),
        ("19-2017/NQ-CP", "19/2017/NQ-CP"),
        ("001/QĐ-UBND", "1/QĐ-UBND"),
    ],
)
def test_two_spellings_of_a_number_are_one(one: str, other: str) -> None:
    assert number_key(one) == number_key(other)


@pytest.mark.parametrize(("one", "other"), [("10-KH/QU", "1-KH/QU"), ("12-KH/QU", "12-KH/TU"), ("12-KH/QU", "12-CT/QU"), ("0", "00-CT/TW")])
def test_two_numbers_stay_two(one: str, other: str) -> None:
    assert number_key(one) != number_key(other)


def test_an_office_in_brackets_is_no_part_of_what_tells_numbers_apart() -> None:
    assert number_key("07/2010/CT-BCA(X11)") == number_key("07/2010/CT-BCA")
