"""The words of the domain: TOML files that a linguist edits, read into frozen entries. A lexicon has no `if` and no regex."""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby, takewhile
from operator import itemgetter
from pathlib import Path
from types import MappingProxyType
from typing import Any

from kgraph.errors import LexiconError
from kgraph.settings import ontology_folder
from kgraph.text import fold

_HEADER = re.compile(r"\s*\[\[\s*entry\s*\]\]\s*(?:#.*)?$")
FOLDER = "ontology/lexicon"
"""Where the files stand that `Entry.place` names, as seen from the root of a checkout."""
_OWN = ("id", "concept", "vi", "en", "forms", "examples", "wrong")


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """One word of the domain: what it is (`kind`, the file), its concept, the forms it is found by, and what else its line says.

    `id` is `kind/name`; `concept` is that name, or that of the entry it is another wording of. `keys` holds the remaining
    TOML keys (shape, level, rank, ...); `place` is `roles.toml:12`.
    """

    id: str
    kind: str
    concept: str
    vi: str
    en: str
    forms: tuple[str, ...]
    keys: Mapping[str, Any]
    examples: tuple[str, ...]
    wrong: tuple[str, ...]
    place: str

    def key(self, name: str, default: Any = None) -> Any:
        """The value of one further TOML key."""
        return self.keys.get(name, default)


@dataclass(frozen=True, eq=False)
class Lexicon:
    """All entries in file order, and the hash of the files."""

    entries: tuple[Entry, ...]
    schemes: Mapping[str, str] = field(default_factory=dict)
    sha256: str = ""

    @cached_property
    def by_id(self) -> Mapping[str, Entry]:
        """Entries by `kind/concept`."""
        return MappingProxyType({e.id: e for e in self.entries})

    @cached_property
    def by_kind(self) -> Mapping[str, tuple[Entry, ...]]:
        """Entries by kind, in file order."""
        kinds: dict[str, list[Entry]] = {}
        for entry in self.entries:
            kinds.setdefault(entry.kind, []).append(entry)
        return MappingProxyType({k: tuple(v) for k, v in kinds.items()})

    @cached_property
    def _form_sets(self) -> dict[str, frozenset[str]]:
        return {e.id: frozenset(e.forms) for e in self.entries}

    def forms(self, entry_id: str) -> frozenset[str]:
        """The folded forms of one entry; LexiconError where there is no such entry."""
        try:
            return self._form_sets[entry_id]
        except KeyError:
            raise LexiconError("no such lexicon entry", where=entry_id) from None

    def alternation(self, *entry_ids: str) -> str:
        """A regular-expression group of the forms of entries, longest first, for patterns over folded text.

        >>> load_lexicon().alternation("date/quarter")
        '(?:qu(?:í|ý))'
        """
        return either(form for entry_id in entry_ids for form in self.forms(entry_id))

    def words(self, *entry_ids: str) -> str:
        """The same where a word begins.

        A pattern that begins with `\\b` is tried at every place; a search for this one steps from beginning to beginning of a word.

        >>> load_lexicon().words("date/quarter")
        '(?:qu(?<!\\\\wqu)(?:í|ý))'
        """
        forms = sorted({form for entry_id in entry_ids for form in self.forms(entry_id)})
        return f"(?:{'|'.join(_beginning(list(group)) for _, group in groupby(forms, key=itemgetter(0)))})"

    def entry(self, entry_id: str) -> Entry:
        """One entry by `kind/concept`; LexiconError where there is none."""
        try:
            return self.by_id[entry_id]
        except KeyError:
            raise LexiconError("no such lexicon entry", where=entry_id) from None


def either(forms: Iterable[str]) -> str:
    """A regular-expression group of some words, the longest that fits first.

    What they begin with alike is written once: a pattern tries its alternatives one by one, and so there are few at a place.

    >>> either(["ban", "ban bí thư", "bí thư", "sở"])
    '(?:b(?:an(?: bí thư)?|í thư)|sở)'
    """
    return _branches(sorted(set(forms)))


def _branches(words: Sequence[str]) -> str:
    """The group of sorted words, none of them twice; the empty one, which comes first, fits where no other does."""
    rest = words[1:] if words[0] == "" else words
    branches = []
    for _, group in groupby(rest, key=itemgetter(0)):
        same, ends = _parted(list(group))
        branches.append(_literally(same) + (_branches(ends) if ends else ""))
    return f"(?:{'|'.join(branches)}){'?' if rest is not words else ''}"


def _beginning(words: Sequence[str]) -> str:
    """The branch of sorted words that begin alike, where no word goes on."""
    same, ends = _parted(words)
    return rf"{_literally(same)}(?<!\w{_literally(same)}){_branches(ends) if ends else ''}"


def _parted(words: Sequence[str]) -> tuple[str, list[str]]:
    """What sorted words begin with alike, and their ends behind it; a single word has none.

    >>> _parted(["ban", "ban bí thư"]), _parted(["sở"])
    (('ban', ['', ' bí thư']), ('sở', []))
    """
    pairs = zip(words[0], words[-1], strict=False)
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    return words[0][:same], [word[same:] for word in words] if len(words) > 1 else []


def _literally(form: str) -> str:
    return re.escape(form).replace(r"\ ", " ")


def load_lexicon(folder: Path | None = None) -> Lexicon:
    """The lexicon of a folder of TOML files (default: the one shipped); LexiconError names file and line of a fault.

    >>> load_lexicon().entry("role/bi-thu").vi
    'Bí thư'
    """
    folder = folder or ontology_folder() / "lexicon"
    entries: list[Entry] = []
    schemes: dict[str, str] = {}
    digest = hashlib.sha256()
    for path in sorted(folder.glob("*.toml")):
        raw = path.read_bytes()
        digest.update(path.name.encode() + b"\0" + raw)
        content = raw.decode("utf-8")
        try:
            table = tomllib.loads(content)
        except tomllib.TOMLDecodeError as error:
            raise LexiconError(f"not valid TOML: {error}", where=path.name) from error
        kind = table.get("kind", path.stem)
        if "scheme" in table:
            schemes[kind] = table["scheme"]
        lines = [n for n, line in enumerate(content.split("\n"), 1) if _HEADER.match(line)]
        entries += [_entry(row, kind, f"{path.name}:{line}") for row, line in zip(table.get("entry", ()), lines, strict=True)]
    seen: dict[str, str] = {}
    for entry in entries:
        if entry.id in seen:
            raise LexiconError(f"{entry.id} stands twice", where=f"{seen[entry.id]} and {entry.place}", mend="give one of them another id")
        seen[entry.id] = entry.place
    return Lexicon(tuple(entries), MappingProxyType(schemes), digest.hexdigest())


def _entry(row: Mapping[str, Any], kind: str, place: str) -> Entry:
    for name in ("id", "forms"):
        if not row.get(name):
            raise LexiconError(f"an entry without `{name}`", where=place)
    forms = tuple(dict.fromkeys(fold(f) for f in row["forms"]))
    return Entry(
        id=f"{kind}/{row['id']}",
        kind=kind,
        concept=row.get("concept", row["id"]),
        vi=row.get("vi", row["forms"][0]),
        en=row.get("en", ""),
        forms=forms,
        keys={k: v for k, v in row.items() if k not in _OWN},
        examples=tuple(row.get("examples", ())),
        wrong=tuple(row.get("wrong", ())),
        place=place,
    )
