"""A word list that contradicts its own examples is told so."""

from __future__ import annotations

import pytest

from kgraph.lexicon import Entry, Lexicon
from kgraph.words import check, trial


def lexicon(*, forms: tuple[str, ...], examples: tuple[str, ...] = (), wrong: tuple[str, ...] = (), **keys: object) -> Lexicon:
    return Lexicon((Entry("role/x", "role", "x", "x", "", forms, keys, examples, wrong, "roles.toml:7"),))


def test_an_example_that_shows_its_entry_is_no_failure() -> None:
    assert list(check(lexicon(forms=("bí thư",), examples=("Bí thư Quận uỷ dự.",), wrong=("Chủ tịch dự.",)))) == []


@pytest.mark.parametrize(
    ("examples", "wrong", "expected", "said"),
    [
        ((), (), True, "roles.toml:7: role/x is not found in “”"),
        (("Chủ tịch dự.",), (), True, "roles.toml:7: role/x is not found in “Chủ tịch dự.”"),
        (("Bí thư dự.",), ("Phó Bí thư dự.",), False, "roles.toml:7: role/x is found in “Phó Bí thư dự.”"),
    ],
)
def test_a_failure_names_line_entry_and_sentence(examples: tuple[str, ...], wrong: tuple[str, ...], expected: bool, said: str) -> None:
    (failure,) = check(lexicon(forms=("bí thư",), examples=examples, wrong=wrong))
    assert (failure.expected, str(failure)) == (expected, said)


@pytest.mark.parametrize(
    ("sentence", "shown"), [("Kế hoạch của quận.", True), ("(của)", True), ("Xưa lắmcủa ai.", False), ("Củaxe.", False)]
)
def test_a_word_no_scan_looks_for_must_stand_as_a_word(sentence: str, shown: bool) -> None:
    assert (list(check(lexicon(forms=("của",), examples=(sentence,), scan=False))) == []) is shown


def test_a_trial_lists_words_and_units_in_text_order() -> None:
    found = trial("Bí thư Tỉnh ủy Nghệ An dự hội nghị")
    assert [m.entry.id for m in found if m.entry.kind in ("role", "organization", "unit", "event")] == [
        "role/bi-thu",
        "organization/tinh-uy",
        "unit/province",
        "event/hoi-nghi",
    ]
    assert [(m.begin, m.end) for m in found] == sorted((m.begin, m.end) for m in found)


def test_a_text_without_any_word_has_no_trial() -> None:
    assert trial("") == trial("\u200b…") == ()
