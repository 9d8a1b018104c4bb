"""Everything said to people is there in both languages, with the same values set in."""

from __future__ import annotations

import re
import string
import tomllib
from pathlib import Path

import pytest

from kgraph.cli.messages import LANGUAGES, language

CLI = Path(__file__).parents[2] / "src" / "kgraph" / "cli"
CATALOGUE: dict[str, dict[str, str]] = tomllib.loads((CLI / "messages.toml").read_text(encoding="utf-8"))


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("key", CATALOGUE)
def test_a_message_is_there_in_both_languages_with_the_same_values(key: str) -> None:
    assert set(CATALOGUE[key]) == set(LANGUAGES)
    assert fields(CATALOGUE[key]["vi"]) == fields(CATALOGUE[key]["en"])
    assert CATALOGUE[key]["vi"] != CATALOGUE[key]["en"]


def test_no_message_is_forgotten() -> None:
    """Each key stands in the code: whole, or as the last part of one that is put together."""
    code = "\n".join(path.read_text(encoding="utf-8") for path in CLI.glob("*.py"))
    said = set(re.findall(r'"([a-z_.]+)"', code))
    for key in CATALOGUE:
        assert key in said or key.rpartition(".")[2] in said or key.startswith("command."), key


@pytest.mark.parametrize(
    ("arguments", "environment", "lang"),
    [
        ([], {}, "en"),
        ([], {"LANG": "vi_VN.UTF-8"}, "vi"),
        ([], {"LC_ALL": "en_US.UTF-8", "LANG": "vi_VN.UTF-8"}, "en"),
        ([], {"LC_ALL": "", "LC_MESSAGES": "vi_VN", "LANG": "en_US"}, "vi"),
        (["--lang", "vi", "stats"], {}, "vi"),
        (["--lang=en", "stats"], {"LANG": "vi_VN"}, "en"),
        (["--lang"], {}, "en"),
        (["--lang", "fr"], {"LANG": "vi_VN"}, "vi"),
    ],
)
def test_the_language_is_asked_for_or_that_of_the_locale(arguments: list[str], environment: dict[str, str], lang: str) -> None:
    assert language(arguments, environment) == lang
