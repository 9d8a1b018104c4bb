"""Terms as SPARQL 1.1 JSON results write them: what every engine and every endpoint can give."""

from __future__ import annotations

from typing import Any

import pyoxigraph as ox

XSD_STRING = "http://www.w3.org/2001/XMLSchema#string"

Cell = dict[str, str]


def cell(term: Any) -> Cell:
    """One term as SPARQL 1.1 JSON results write it.

    >>> cell(ox.Literal("Hà Nội", language="vi"))
    {'type': 'literal', 'value': 'Hà Nội', 'xml:lang': 'vi'}
    """
    if isinstance(term, ox.NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, ox.BlankNode):
        return {"type": "bnode", "value": term.value}
    if not isinstance(term, ox.Literal):
        return {"type": "literal", "value": str(term)}
    plain = {"type": "literal", "value": term.value}
    if term.language:
        return plain | {"xml:lang": term.language}
    datatype = term.datatype.value
    return plain if datatype == XSD_STRING else plain | {"datatype": datatype}
