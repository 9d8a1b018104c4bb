"""Vietnamese words live in `ontology/`, never in Python logic; word lists hold words, never patterns."""

from __future__ import annotations

import ast
import re
import tomllib
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

OF_A_REGEX = re.compile(r"\[[^\]]*\w-\w[^\]]*\]|\\\w")
WORD = re.compile(r"[^\W\d_]{2,}")
PATTERN = re.compile(r"\\[bdswBDSW]|\(\?|\.[*+]|\[\^|\w[*+](?:\s|$)")


def is_vietnamese(word: str) -> bool:
    """Whether a word has a Vietnamese letter or tone mark beside plain letters; a row of odd letters is an alphabet.

    >>> is_vietnamese("Quận"), is_vietnamese("quan"), is_vietnamese("ĐƯ")
    (True, False, False)
    """
    return any(c.isascii() for c in word) and any(
        c in "đĐ" or any(unicodedata.combining(mark) for mark in unicodedata.normalize("NFD", c)) for c in word
    )


def documentation(tree: ast.Module) -> set[int]:
    """Ids of the strings that stand alone: docstrings of modules, classes, functions and names."""
    return {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)}


def vietnamese_words(source: str) -> list[tuple[int, str]]:
    """Line and word for every Vietnamese word in a string of the program; single letters and ranges of letters are no words.

    >>> vietnamese_words('role = "Bí thư"'), vietnamese_words('letters = "[A-ZĐ]|đ"'), vietnamese_words('\"\"\"Bí thư\"\"\"')
    ([(1, 'Bí'), (1, 'thư')], [], [])
    """
    tree = ast.parse(source)
    spared = documentation(tree)
    strings = (n for n in ast.walk(tree) if isinstance(n, ast.Constant) and isinstance(n.value, str) and id(n) not in spared)
    return [(n.lineno, word) for n in strings for word in WORD.findall(OF_A_REGEX.sub(" ", str(n.value))) if is_vietnamese(word)]


def strings_of(value: Any) -> Iterator[str]:
    """Every string in a TOML value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from strings_of(part)
    elif isinstance(value, list):
        for part in value:
            yield from strings_of(part)


def test_no_vietnamese_word_in_python_logic(texts: dict[str, str]) -> None:
    sources = {name: text for name, text in texts.items() if name.startswith("src/") and name.endswith(".py")}
    assert sources
    assert [f"{name}:{line}: {word}" for name, text in sources.items() for line, word in vietnamese_words(text)] == []


def test_word_lists_hold_no_pattern(root: Path) -> None:
    lists = sorted((root / "ontology" / "lexicon").glob("*.toml"))
    if not lists:
        pytest.fail("ontology/lexicon holds no word list")
    strings = ((path.name, text) for path in lists for text in strings_of(tomllib.loads(path.read_text("utf-8"))))
    assert [f"{name}: {text}" for name, text in strings if PATTERN.search(text)] == []
