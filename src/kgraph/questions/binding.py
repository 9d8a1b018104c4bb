"""Values set into a query as RDF terms: only what stands in the braces of VALUES ?x { ... } is ever replaced, and only by whole terms."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from kgraph.store.cells import Cell
from kgraph.store.tokens import tokens
from kgraph.terms import XSD, plain

_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>\"{}|^`\\]+")
_LANGUAGE = re.compile(r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*")
_DAYS = (re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})"), re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})"))
_MOST = 10**9


def bound(query: str, values: Mapping[str, Sequence[Cell]]) -> str:
    """The query with its parameters bound; a parameter with no value is left open, and its VALUES block out.

    >>> print(bound("SELECT * { VALUES ?x { UNDEF } VALUES ?y { UNDEF } ?x ?p ?y }", {"x": [{"type": "literal", "value": 'a"b'}], "y": []}))
    SELECT * { VALUES ?x { "a\\"b" }  ?x ?p ?y }
    """
    words = list(tokens(query))
    made, done = [], 0
    for number, word in enumerate(words[:-2]):
        name = words[number + 1].text[1:]
        if word.text.upper() != "VALUES" or words[number + 1].kind != "variable" or name not in values:
            continue
        end = next(other for other in words[number:] if other.text == "}").at + 1
        made += [query[done : word.at], block(name, values[name])]
        done = end
    return "".join((*made, query[done:]))


def block(name: str, values: Sequence[Cell]) -> str:
    """One VALUES block; empty where there is no value."""
    return f"VALUES ?{name} {{ {' '.join(map(term, values))} }}" if values else ""


def term(value: Cell) -> str:
    """A term as SPARQL writes it; ValueError for what is none, so that no text of a user can become a part of a query.

    >>> term({"type": "uri", "value": "https://e.org/a"}), term({"type": "literal", "value": "2024-02-29", "datatype": XSD + "date"})
    ('<https://e.org/a>', '"2024-02-29"^^<http://www.w3.org/2001/XMLSchema#date>')
    """
    if value["type"] == "uri":
        if not _IRI.fullmatch(value["value"]):
            raise ValueError(f"not an IRI: {value['value']}")
        return f"<{value['value']}>"
    if value["type"] != "literal":
        raise ValueError("a blank node is no name")
    text = plain(value["value"])
    if language := value.get("xml:lang"):
        if not _LANGUAGE.fullmatch(language):
            raise ValueError(f"not a language: {language}")
        return f"{text}@{language}"
    return f"{text}^^{term({'type': 'uri', 'value': value['datatype']})}" if "datatype" in value else text


def literal(type: str, text: str) -> Cell:
    """The literal of a date (2024-02-29 or 29/2/2024), an integer or a decimal; ValueError where the text is none.

    >>> literal("date", "29/2/2024")["value"], literal("integer", "2024")["value"], literal("decimal", "0.80")["value"]
    ('2024-02-29', '2024', '0.8')
    """
    text = text.strip()
    if type == "date":
        return _typed(_day(text).isoformat(), "date")
    if type == "integer":
        if not re.fullmatch(r"-?[0-9]{1,9}", text):
            raise ValueError(text)
        return _typed(str(int(text)), "integer")
    if not re.fullmatch(r"-?[0-9]{1,9}(?:\.[0-9]{1,9})?", text) or math.fabs(float(text)) > _MOST:
        raise ValueError(text)
    value = format(Decimal(text).normalize(), "f")
    return _typed(value if "." in value else f"{value}.0", "decimal")


def _day(text: str) -> date:
    if found := _DAYS[0].fullmatch(text):
        return date(int(found[1]), int(found[2]), int(found[3]))
    if found := _DAYS[1].fullmatch(text):
        return date(int(found[3]), int(found[2]), int(found[1]))
    raise ValueError(text)


def _typed(value: str, datatype: str) -> Cell:
    return {"type": "literal", "value": value, "datatype": XSD + datatype}
