"""Names and values as N-Quads write them. Text in, text out, no library."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from functools import lru_cache

from kgraph.model import Value
from kgraph.text import slug

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
ORG = "http://www.w3.org/ns/org#"
PROV = "http://www.w3.org/ns/prov#"
DCTERMS = "http://purl.org/dc/terms/"
XSD = "http://www.w3.org/2001/XMLSchema#"

_NOT_IN_IRI = re.compile(r"[\x00- <>\"{}|^`\\]")
_PLAIN = re.compile(r"[a-z0-9][a-z0-9_-]{0,199}")
_CONTROLS = {chr(code): f"\\u{code:04X}" for code in (*range(0x20), 0x7F)}
_QUOTED = _CONTROLS | {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r"}
_QUOTING = re.compile(r"[\x00-\x1f\x7f\"\\]")


@lru_cache(maxsize=1 << 12)
def iri(text: str) -> str:
    """An IRI in angle brackets; characters that may not stand there are percent-encoded.

    >>> iri("https://example.org/a b")
    '<https://example.org/a%20b>'
    """
    return f"<{_NOT_IN_IRI.sub(lambda m: f'%{ord(m[0]):02X}', text)}>"


def literal(value: Value) -> str:
    """A literal in canonical form.

    >>> print(literal(Value('a "b"', "langString")), literal(Value("2024-03-19", "date")))
    "a \\"b\\""@vi "2024-03-19"^^<http://www.w3.org/2001/XMLSchema#date>
    """
    if value.datatype == "langString":
        return vietnamese(value.lexical)
    return plain(value.lexical) if value.datatype == "string" else of_type(value.lexical, value.datatype)


def plain(text: str) -> str:
    """A literal without a language.

    >>> print(plain("a\\nb"))
    "a\\nb"
    """
    return f'"{_QUOTING.sub(lambda m: _QUOTED[m[0]], text)}"'


def vietnamese(text: str) -> str:
    """A literal in Vietnamese.

    >>> vietnamese("Đảng ủy")
    '"Đảng ủy"@vi'
    """
    return f"{plain(text)}@vi"


def of_type(text: str, datatype: str) -> str:
    """A literal of a datatype of XML Schema.

    >>> of_type("12", "integer")
    '"12"^^<http://www.w3.org/2001/XMLSchema#integer>'
    """
    return f"{plain(text)}^^<{XSD}{datatype}>"


@dataclass(frozen=True, slots=True)
class Names:
    """The names of one build: `base` is the start of every resource."""

    base: str

    def of(self, key: str) -> str:
        """The IRI of a key, in angle brackets."""
        return iri(f"{self.base}id/{key}")

    def concept(self, scheme: str, code: str) -> str:
        """The IRI of a concept, in angle brackets."""
        return iri(f"{self.base}vocab/{scheme}/{code}")

    def article(self, identifier: str) -> str:
        """The IRI of an article, which is that of its graph."""
        if _PLAIN.fullmatch(identifier):
            return self.of(f"article/{identifier}")
        return self.of(f"article/{slug(identifier) or 'x'}-{_short(identifier)}")

    def hashed(self, kind: str, *parts: str) -> str:
        """The IRI of what has no name but its content: a hash of the parts, in angle brackets.

        >>> Names("x/").hashed("statement", "a", "b")
        '<x/id/statement/7e18f737311b2dc3b2f2>'
        """
        return f"{self.of(f'{kind}/')[:-1]}{hashlib.sha256(chr(10).join(parts).encode()).hexdigest()[:20]}>"

    @property
    def derived(self) -> str:
        """The graph of what rests on other facts."""
        return iri(f"{self.base}graph/derived")

    @property
    def authority(self) -> str:
        """The graph of background knowledge."""
        return iri(f"{self.base}graph/authority")


def _short(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:8]
