"""Statements that people found wrong: left out, or with another object or value, which the statement then says."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kgraph import vocab
from kgraph.errors import ReviewError
from kgraph.model import Value
from kgraph.reviewed.entries import Correction
from kgraph.terms import literal

_FORMS = {"date": re.compile(r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])"), "integer": re.compile(r"0|-?[1-9]\d*")}
_DATATYPES = {"string": "string", "date": "date", "integer": "integer", "langString": "langString", "anyURI": "string"}


def check_corrections(corrections: Iterable[Correction]) -> None:
    """Raises ReviewError for a property that is none, a value that the property cannot have, and two corrections of one statement."""
    known: dict[tuple[str | None, ...], Correction] = {}
    for one in corrections:
        _check_terms(one)
        about = (one.statement, one.subject, one.predicate, one.object, one.value)
        for article in (one.article,) if one.article else (None,):
            if before := known.get((*about, article)):
                raise ReviewError("this statement is corrected twice", where=f"{before.place}, {one.place}", mend="keep one of the two")
            known[(*about, article)] = one


def _check_terms(one: Correction) -> None:
    """What the file alone can show; of a statement named by its IRI the graph shows the property."""
    if one.predicate is None:
        return
    name = property_of(one)
    if name not in vocab.PROPERTIES:
        raise ReviewError(f"{one.predicate} is no property of the vocabulary", where=one.place, mend="see ontology/kgraph.ttl")
    if (name in vocab.DATATYPES) != (one.value is not None):
        mend = "write it under object" if one.value else "write it under value"
        raise ReviewError(f"{one.predicate} does not lead to what the decision names", where=one.place, mend=mend)
    check_change(one, name)


def check_change(one: Correction, predicate: str) -> None:
    """Raises ReviewError where a statement of the property cannot be corrected in this way."""
    if predicate == vocab.HAS_POSITION and not one.drop:
        raise ReviewError("a post cannot be exchanged for another one", where=one.place, mend="write drop = true")
    if one.new_value:
        new_literal(one, predicate)
    if one.new_object and predicate in vocab.DATATYPES:
        raise ReviewError("the property takes a value, not a thing", where=one.place, mend="use new_value")


def property_of(one: Correction) -> str:
    """The IRI of the property of a correction, which may be given by its name alone."""
    assert one.predicate
    return one.predicate if one.predicate.startswith(vocab.KG) else vocab.KG + one.predicate.removeprefix("kg:")


def new_literal(one: Correction, predicate: str) -> str:
    """The new value as N-Quads write it; ReviewError where the property takes no such value."""
    assert one.new_value is not None
    datatype = vocab.DATATYPES.get(predicate, "").rpartition("#")[2]
    form = _FORMS.get(datatype)
    if datatype not in _DATATYPES or (form and not form.fullmatch(one.new_value)):
        raise ReviewError(f"{one.new_value} is no {datatype or 'value'}", where=one.place, mend="write what the vocabulary asks for")
    return literal(Value(one.new_value, datatype))  # type: ignore[arg-type]
