"""What is said to people, in Vietnamese or English; the words stand in messages.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path

LANGUAGES = ("vi", "en")


def language(arguments: Sequence[str], environment: Mapping[str, str]) -> str:
    """The language asked for by `--lang`, else that of the locale, else English.

    >>> language(["--lang", "vi", "stats"], {}), language(["stats"], {"LANG": "vi_VN.UTF-8"})
    ('vi', 'vi')
    >>> language([], {"LC_ALL": "C", "LANG": "vi_VN"})
    'en'
    """
    for option, value in pairwise((*arguments, "")):
        asked = value if option == "--lang" else option.removeprefix("--lang=") if option.startswith("--lang=") else ""
        if asked in LANGUAGES:
            return asked
    locale = next((environment[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(name)), "")
    return "vi" if locale.startswith("vi") else "en"


def message(lang: str, key: str, **values: object) -> str:
    """The message `key` with its values set in.

    >>> message("en", "build.progress", count=1_200)
    '1,200 articles read'
    """
    return _catalogue()[key][lang].format(**values)


@cache
def _catalogue() -> dict[str, dict[str, str]]:
    catalogue: dict[str, dict[str, str]] = tomllib.loads((Path(__file__).parent / "messages.toml").read_text(encoding="utf-8"))
    return catalogue
