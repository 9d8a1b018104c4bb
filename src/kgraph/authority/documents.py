"""Well-known documents, and which of them a short citation (“Nghị quyết 18”) can mean on a day."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import chain, pairwise
from pathlib import Path
from types import MappingProxyType

from kgraph.authority.bodies import Bodies, Body
from kgraph.authority.rows import Row, check_acyclic, check_once, check_order, read_list
from kgraph.errors import AuthorityError, NothingMatched
from kgraph.lexicon import Lexicon
from kgraph.text import fold

_KEY = re.compile(r"directive/[a-z0-9]++(?:-++[a-z0-9]++)*+")
_WORD, _SIGN = re.compile(r"[^\W_]+"), re.compile(r"[,.;:()“”\"–]")
_NUMBER = re.compile(r"0*+(\d+[a-zđ]?)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Source:
    """Where acts are published."""

    name: str
    address: str


@dataclass(frozen=True, slots=True)
class Document:
    """A document as issued. Days are ISO; `last_day` is None while it is in force, as far as known.

    `also` are other keys that the rules make for it; `earlier` pairs a relation (`continues`, `implements`) with a key;
    `checked` says that number and day were found together in texts of others too.
    """

    key: str
    document_type: str
    issuer: Body
    issued: str
    title: str
    source: Source
    designation: str | None = None
    also: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    earlier: tuple[tuple[str, str], ...] = ()
    last_day: str | None = None
    replaced_by: tuple[str, ...] = ()
    checked: bool = False
    place: str = ""

    @property
    def number(self) -> str | None:
        """The bare number, without leading zeros, as articles cite it.

        >>> from kgraph.lexicon import load_lexicon
        >>> from kgraph.authority import open_authority
        >>> open_authority(load_lexicon()).documents.document("directive/bo-chinh-tri--2016--chi-thi--5-ct-tw").number
        '5'
        """
        return bare_number(self.designation) if self.designation else None

    def in_force(self, on: str) -> bool:
        """Whether it was issued and not yet replaced on a day (ISO), as far as known."""
        return self.issued <= on <= (self.last_day or "9999")


def bare_number(designation: str) -> str | None:
    """The number at the beginning of a designation, without leading zeros, a letter after it in small; None where there is none.

    >>> bare_number("05-CT/TW"), bare_number("30A/2008/NQ-CP"), bare_number("18"), bare_number("x")
    ('5', '30a', '18', None)
    """
    found = _NUMBER.match(designation)
    return found[1].lower() if found else None


@lru_cache(maxsize=1 << 10)
def syllable_pairs(text: str) -> frozenset[str]:
    """The pairs of neighbouring syllables of a text, folded; none reaches over a sign.

    >>> sorted(syllable_pairs("Tinh gọn bộ máy, tổ chức"))
    ['bộ máy', 'gọn bộ', 'tinh gọn', 'tổ chức']
    """
    parts = (_WORD.findall(part) for part in _SIGN.split(fold(text)))
    return frozenset(f"{one} {other}" for words in parts for one, other in pairwise(words))


@dataclass(frozen=True, eq=False)
class Documents:
    """The register, in file order."""

    all: tuple[Document, ...]

    @cached_property
    def by_key(self) -> Mapping[str, Document]:
        """Documents by each key that the rules make for them."""
        return MappingProxyType({key: document for document in self.all for key in (document.key, *document.also)})

    @cached_property
    def _by_number(self) -> Mapping[tuple[str, str], tuple[Document, ...]]:
        found: dict[tuple[str, str], list[Document]] = {}
        for document in self.all:
            if document.number:
                found.setdefault((document.document_type, document.number), []).append(document)
        return {key: tuple(sorted(documents, key=lambda d: (d.issued, d.key))) for key, documents in found.items()}

    def document(self, key: str) -> Document:
        """The document with this key, its own or another of its keys; NothingMatched if there is none."""
        try:
            return self.by_key[key]
        except KeyError:
            raise NothingMatched("the register has no document with this key", where=key) from None

    def numbered(self, document_type: str, number: str) -> tuple[Document, ...]:
        """The documents of a type with a bare number, the oldest first.

        >>> from kgraph.lexicon import load_lexicon
        >>> from kgraph.authority import open_authority
        >>> [d.issued for d in open_authority(load_lexicon()).documents.numbered("nghi-quyet", "18") if d.issuer.system == "party"]
        ['2017-10-25', '2022-06-16']
        """
        return self._by_number.get((document_type, number), ())

    @cached_property
    def pairs(self) -> Mapping[str, int]:
        """How many titles and names of the register hold each pair of neighbouring syllables (folded)."""
        return MappingProxyType(Counter(pair for d in self.all for pair in syllable_pairs(" ".join((d.title, *d.names)))))

    def in_force(
        self, document_type: str, number: str, *, on: str, issuer: str | None = None, system: str | None = None
    ) -> tuple[Document, ...]:
        """The documents of a type with a bare number that were in force on a day (ISO), the oldest first.

        `number` may have leading zeros or stand in a whole designation. `issuer` narrows to one body, by its id or kind; `system`
        (party, state, front) to bodies of one system. More than one answer is no answer: the article must tell which one.

        >>> from kgraph.lexicon import load_lexicon
        >>> from kgraph.authority import open_authority
        >>> register = open_authority(load_lexicon()).documents
        >>> [d.issued for d in register.in_force("ket-luan", "01", on="2024-03-19")]
        ['2016-04-04', '2021-05-18']
        >>> [d.issued for d in register.in_force("nghi-quyet", "18", on="2020-01-01", system="party")]
        ['2017-10-25']
        """
        candidates = self._by_number.get((document_type, bare_number(number) or ""), ())
        return tuple(
            document
            for document in candidates
            if document.in_force(on)
            and issuer in (None, document.issuer.id, document.issuer.kind)
            and system in (None, document.issuer.system)
        )


def load_documents(path: Path, lexicon: Lexicon, bodies: Bodies) -> Documents:
    """The register of a file; AuthorityError for a fault, with its line."""
    whole, tables = read_list(path)
    sources = {name: Source(row["name"], row["address"]) for name, row in whole.get("source", {}).items()}
    types = {entry.concept for entry in lexicon.by_kind.get("directive", ())}
    documents = tuple(_document(row, sources, types, bodies) for row in tables.get("document", ()))
    check_once((key, d.place) for d in documents for key in (d.key, *d.also))
    places = {d.key: d.place for d in documents}
    check_acyclic({d.key: d.replaced_by for d in documents}, places)
    check_acyclic({d.key: [key for _, key in d.earlier] for d in documents}, places)
    register = Documents(documents)
    for document, key in chain.from_iterable(((d, k) for _, k in d.earlier) for d in documents):
        if register.by_key[key].issued > document.issued:
            raise AuthorityError(f"{key} is later than what continues or implements it", where=document.place)
    return register


def _document(row: Row, sources: Mapping[str, Source], types: set[str], bodies: Bodies) -> Document:
    key, issued, last_day, replaced_by = row.text("key"), row.day("issued"), row.day("last_day"), row.texts("replaced_by")
    for name in (key, *row.texts("also")):
        if not _KEY.fullmatch(name):
            raise AuthorityError(f"{name} is not a key of a document", where=row.place)
    if issued is None:
        raise AuthorityError("an entry without `issued`", where=row.place)
    if bool(last_day) != bool(replaced_by):
        raise AuthorityError("`last_day` and `replaced_by` belong together", where=row.place)
    check_order(issued, last_day, row.place)
    designation = row.some("designation")
    if designation and not bare_number(designation):
        raise AuthorityError(f"{designation} begins with no number", where=row.place)
    return Document(
        key=key,
        document_type=row.known("type", types),
        issuer=bodies.central[row.known("issuer", bodies.central)],
        issued=issued,
        title=row.text("title"),
        source=sources[row.known("source", sources)],
        designation=designation,
        also=row.texts("also"),
        names=row.texts("names"),
        earlier=tuple((relation, other) for relation in ("continues", "implements") for other in row.texts(relation)),
        last_day=last_day,
        replaced_by=replaced_by,
        checked=bool(row.values.get("checked")),
        place=row.place,
    )
