"""The folder of human decisions, read and checked: `identity.toml`, `corrections.toml`, `suppressions.toml`; each may be missing."""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from kgraph.errors import ReviewError
from kgraph.reviewed.corrections import check_corrections
from kgraph.reviewed.entries import Correction, Entry, Identity, Suppression
from kgraph.reviewed.identities import Identities

FILES = {"identity.toml": ("same", "different"), "corrections.toml": ("correction",), "suppressions.toml": ("suppression",)}
"""The files of the folder, and what the tables in each are called."""
_HEADER = re.compile(r"\s*\[\[\s*(\w+)\s*\]\]\s*(?:#.*)?$")
_E = TypeVar("_E", bound=Entry)


@dataclass(frozen=True, slots=True)
class Reviewed:
    """All human decisions of a build; `digest` is a hash of the three files, empty where there is no folder."""

    identities: Identities = field(default_factory=Identities)
    corrections: tuple[Correction, ...] = ()
    suppressions: tuple[Suppression, ...] = ()
    digest: str = ""


def read_reviewed(folder: Path, *, base: str) -> Reviewed:
    """The decisions in a folder; `base` is the start of resource names, which may be left out before a key (`official/...`).

    Raises ReviewError, with file and line, for what is not TOML, an unknown file or key, a decision without author, date or reason, and
    decisions that contradict each other.
    """
    if not folder.is_dir():
        raise ReviewError("no folder of reviewed decisions", where=str(folder), mend="check the name")
    if strange := sorted(p.name for p in folder.glob("*.toml") if p.name not in FILES):
        raise ReviewError("not a file of decisions", where=strange[0], mend=f"the files are {', '.join(FILES)}")
    found = {name: folder / name for name in FILES if (folder / name).is_file()}
    total = hashlib.sha256()
    rows: dict[str, list[dict[str, Any]]] = {}
    for name, path in found.items():
        content = path.read_bytes().replace(b"\r\n", b"\n")
        total.update(f"{name}\n{len(content)}\n".encode() + content)
        rows[name] = _rows(name, content, base)
    identities = Identities(tuple(_entries(Identity, rows.get("identity.toml", ()))))
    corrections = tuple(_entries(Correction, rows.get("corrections.toml", ())))
    identities.check()
    check_corrections(corrections)
    suppressions = tuple(_entries(Suppression, rows.get("suppressions.toml", ())))
    return Reviewed(identities, corrections, suppressions, total.hexdigest()[:12])


def _rows(name: str, content: bytes, base: str) -> list[dict[str, Any]]:
    """The tables of a file in their order, each with its place; IRIs are cut to keys."""
    try:
        text = content.decode("utf-8-sig")
        table = tomllib.loads(text)
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ReviewError(f"not sound TOML: {error}", where=name) from error
    headers = [(m[1], n) for n, line in enumerate(text.split("\n"), 1) if (m := _HEADER.match(line))]
    for kind, entries in table.items():
        if kind not in FILES[name] or not isinstance(entries, list):
            raise ReviewError(f"there is no `{kind}` here", where=name, mend=f"write [[{FILES[name][0]}]] before each decision")
    ways = {kind: iter(entries) for kind, entries in table.items()}
    rows = [next(ways[kind]) | {"place": f"{name}:{line}"} for kind, line in headers if kind in ways]
    if name == "identity.toml":
        rows = [row | {"verdict": kind} for row, (kind, _) in zip(rows, headers, strict=True)]
    return [{key: _keyed(value, f"{base}id/") for key, value in row.items()} for row in rows]


def _keyed(value: Any, start: str) -> Any:
    """A value in which the names of resources are keys.

    >>> _keyed(["https://x/id/official/a", {"node": "official/b"}], "https://x/id/")
    ['official/a', {'node': 'official/b'}]
    """
    if isinstance(value, str):
        return value.removeprefix(start)
    if isinstance(value, list):
        return [_keyed(part, start) for part in value]
    return {key: _keyed(part, start) for key, part in value.items()} if isinstance(value, dict) else value


def _entries(form: type[_E], rows: Iterable[dict[str, Any]]) -> list[_E]:
    return [_entry(form, row) for row in rows]


def _entry(form: type[_E], row: dict[str, Any]) -> _E:
    try:
        return form.model_validate(row)
    except ValidationError as error:
        fault = error.errors(include_url=False, include_input=False)[0]
        key = ".".join(map(str, fault["loc"]))
        what = {"missing": f"`{key}` is missing", "extra_forbidden": f"`{key}` is not known here"}.get(fault["type"])
        message = fault["msg"].removeprefix("Value error, ")
        raise ReviewError(what or (f"`{key}`: {message}" if key else message), where=row["place"]) from None
