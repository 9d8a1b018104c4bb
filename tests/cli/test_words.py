"""`kgraph words`: the lexicon for those who keep it."""

from __future__ import annotations

from typing import Any


def test_every_example_of_the_lexicon_is_read_right(kgraph: Any) -> None:
    run = kgraph("words", "check")
    assert (run.code, run.out) == (0, ""), run.out
    assert "every example is read right" in run.err


def test_words_of_a_sentence_with_their_lines(kgraph: Any) -> None:
    run = kgraph("words", "try", "Đồng chí Bí thư Quận ủy phát biểu.")
    assert run.code == 0
    assert "Bí thư" in run.out and "roles.toml:" in run.out


def test_no_word_is_1(kgraph: Any) -> None:
    run = kgraph("words", "try", "xyz")
    assert (run.code, run.out) == (1, "")
    assert run.err.startswith("error: no word of the lexicon")
