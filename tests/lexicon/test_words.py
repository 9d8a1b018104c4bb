"""Every example of the word lists that are shipped."""

from __future__ import annotations

import pytest

from kgraph.lexicon import Lexicon, load_lexicon
from kgraph.text import fold, normalize
from kgraph.words import check


@pytest.fixture(scope="module")
def shipped() -> Lexicon:
    return load_lexicon()


def test_every_example_shows_its_entry_and_no_wrong_one_does(shipped: Lexicon) -> None:
    assert [str(failure) for failure in check(shipped)] == []


def test_no_form_is_written_twice_in_an_entry_of_its_kind(shipped: Lexicon) -> None:
    for kind in ("organization", "event", "directive", "campaign"):
        owners: dict[str, list[str]] = {}
        for entry in shipped.by_kind[kind]:
            for form in entry.forms:
                owners.setdefault(form, []).append(entry.place)
        assert {form: places for form, places in owners.items() if len(places) > 1} == {}


def test_a_wrong_example_stands_in_no_list_of_right_ones(shipped: Lexicon) -> None:
    for entry in shipped.entries:
        right = {fold(normalize(sentence)) for sentence in entry.examples}
        assert not right & {fold(normalize(sentence)) for sentence in entry.wrong}, entry.place
