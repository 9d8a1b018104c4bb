"""The sentences under the rows of an answer."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import TypeVar

from kgraph.analysis.evidence import Source, Statement
from kgraph.questions.binding import term
from kgraph.questions.naming import Engine
from kgraph.questions.question import Pattern
from kgraph.store.cells import Cell

Triple = tuple[str, str, str]
"""Subject, predicate and object as SPARQL writes them."""

T = TypeVar("T")

_DEEP = 6
"""Conclusions from conclusions are followed so far."""
_BATCH = 500

_OF = "SELECT ?s ?p ?o ?st WHERE {{ VALUES (?s ?p ?o) {{ {triples} }} ?st rdf:object ?o ; rdf:subject ?s ; rdf:predicate ?p }}"
_PARTS = """SELECT ?st ?s ?p ?o ?a ?id ?title ?published ?url ?begin ?end ?quote ?withheld ?rule ?derived ?confidence ?from WHERE {{
  VALUES ?st {{ {statements} }} ?st rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o .
  OPTIONAL {{ ?st kg:inArticle ?a . OPTIONAL {{ ?a dcterms:identifier ?id }} OPTIONAL {{ ?a kg:title ?title }}
             OPTIONAL {{ ?a kg:publishedEdtf ?published }} OPTIONAL {{ ?a kg:url ?url }} }}
  OPTIONAL {{ ?st kg:begin ?begin }} OPTIONAL {{ ?st kg:end ?end }}
  OPTIONAL {{ ?st kg:quote ?quote }} OPTIONAL {{ ?st kg:quoteWithheld ?withheld }} OPTIONAL {{ ?st kg:rule ?rule }}
  OPTIONAL {{ ?st kg:derivedByRule ?derived }} OPTIONAL {{ ?st kg:confidence ?confidence }}
  OPTIONAL {{ ?st prov:wasDerivedFrom ?from }} }}"""


def filled(patterns: Iterable[Pattern], row: Mapping[str, Cell]) -> Iterator[Triple]:
    """The facts under one row; those of which a part is unbound are left out.

    >>> list(filled([("?x", "<p:p>", "?y")], {"x": {"type": "uri", "value": "e:x"}, "y": {"type": "literal", "value": "1"}}))
    [('<e:x>', '<p:p>', '"1"')]
    """
    for pattern in patterns:
        terms = [term(row[part[1:]]) if part.startswith("?") and part[1:] in row else part for part in pattern]
        if not any(part.startswith("?") for part in terms):
            yield terms[0], terms[1], terms[2]


def statements_of(ask: Engine, triples: Iterable[Triple]) -> dict[Triple, tuple[Statement, ...]]:
    """The statements of some triples, oldest article first; a derived one carries what it rests on."""
    found: dict[Triple, set[str]] = defaultdict(set)
    for part in _batched(sorted(set(triples))):
        for row in ask(_OF.format(triples=" ".join(f"( {' '.join(triple)} )" for triple in part))):
            found[term(row["s"]), term(row["p"]), term(row["o"])].add(row["st"]["value"])
    parts = _parts(ask, {iri for iris in found.values() for iri in iris})
    return {triple: _sorted(_statement(iri, parts, 0) for iri in iris) for triple, iris in sorted(found.items())}


def spoken(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """The statements with a sentence of their own, those under derived ones too, each once."""
    found: dict[str, Statement] = {}
    for said in statements:
        for one in spoken(said.rests_on) if said.rests_on else (said,):
            found.setdefault(one.iri, one)
    return _sorted(found.values())


def sureness(statement: Statement) -> float:
    """How sure a statement is: its own confidence, a derived one as sure as the least sure below it; 1 where nothing is said."""
    if statement.confidence is not None:
        return statement.confidence
    return min((sureness(ground) for ground in statement.rests_on), default=1.0)


def _batched(things: Iterable[T]) -> Iterator[list[T]]:
    coming = iter(things)
    while part := list(islice(coming, _BATCH)):
        yield part


def _parts(ask: Engine, wanted: set[str]) -> dict[str, list[Mapping[str, Cell]]]:
    """The rows of each statement and of what it rests on."""
    rows: dict[str, list[Mapping[str, Cell]]] = {}
    for _ in range(_DEEP):
        new: dict[str, list[Mapping[str, Cell]]] = defaultdict(list)
        for part in _batched(sorted(wanted - set(rows))):
            for row in ask(_PARTS.format(statements=" ".join(term({"type": "uri", "value": iri}) for iri in part))):
                new[row["st"]["value"]].append(row)
        rows |= new
        wanted = {row["from"]["value"] for found in new.values() for row in found if "from" in row}
    return rows


def _statement(iri: str, parts: Mapping[str, Sequence[Mapping[str, Cell]]], depth: int) -> Statement:
    rows = parts.get(iri, ())
    first = {name: min(row[name]["value"] for row in rows if name in row) for name in {name for row in rows for name in row}}
    grounds = sorted({row["from"]["value"] for row in rows if "from" in row}) if depth < _DEEP else []
    article = first.get("a", "")
    source = Source(article, first.get("id", article), first.get("title", ""), first.get("published", ""), first.get("url", ""))
    return Statement(
        iri=iri,
        triple=(first.get("s", ""), first.get("p", ""), first.get("o", "")),
        source=source if article else None,
        begin=int(first["begin"]) if "begin" in first else None,
        end=int(first["end"]) if "end" in first else None,
        quote=first.get("quote", ""),
        withheld="withheld" in first,
        rule=first.get("rule") or first.get("derived", ""),
        confidence=float(first["confidence"]) if "confidence" in first else None,
        rests_on=_sorted(_statement(ground, parts, depth + 1) for ground in grounds if ground in parts),
    )


def _sorted(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    return tuple(sorted(statements, key=lambda s: ((s.source and s.source.published) or "~", s.span, s.iri)))
