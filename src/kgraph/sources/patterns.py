"""Patterns for the names of files: `tin/*.html`, `tin/**/2024-*.txt`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from kgraph.sources.files import Found, files_under, place_of
from kgraph.sources.outcomes import Refusal

_SIGNS = re.compile(r"[*?[]")
_PART = re.compile(r"\*\*/|\*\*|\*|\?|\[!?[^\]/]+\]|[^*?[]+|\[")


def is_pattern(path: str) -> bool:
    """Whether a path has the signs of a pattern.

    >>> is_pattern("tin/*.html"), is_pattern("tin/a.html")
    (True, False)
    """
    return _SIGNS.search(path) is not None


def files_like(pattern: str, *, without: Path | None = None) -> Iterator[Found | Refusal]:
    """The files that fit a pattern, sorted as those of a folder, and all files in folders that fit it.

    `*` and `?` stand for letters within a name, `**` for folders of any number. Links are refused, names with a dot in front left out.
    """
    pattern = pattern.removeprefix("./")
    root = Path(pattern[: _SIGNS.search(pattern).start()].rpartition("/")[0] or ("/" if pattern.startswith("/") else "."))  # type: ignore[union-attr]
    rest = pattern.removeprefix(f"{root.as_posix()}/") if root != Path() else pattern
    fits, top = _as_regex(rest.lstrip("/")), place_of(root)
    for found in files_under(root, without=without):
        if fits.fullmatch(found.place.removeprefix(f"{top}/") if top else found.place):
            yield found


def _as_regex(pattern: str) -> re.Pattern[str]:
    """
    >>> [bool(_as_regex(p).fullmatch("a/b.txt")) for p in ("*.txt", "**/*.txt", "a*")]
    [False, True, True]
    """
    signs = {"**/": r"(?:[^/]+/)*", "**": r".*", "*": r"[^/]*", "?": r"[^/]"}
    parts = (
        signs.get(part) or (part.replace("[!", "[^") if part[0] == "[" and len(part) > 1 else re.escape(part))
        for part in _PART.findall(pattern)
    )
    return re.compile("".join(parts) + r"(?:/.*)?", re.DOTALL)
