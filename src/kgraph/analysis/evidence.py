"""The sentences under the facts: statements of the graph, ready to be shown."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from kgraph.store.graph import Graph, Row

Triple = tuple[str, str, str]
"""Subject, predicate and object as strings: an IRI or the lexical form of a literal."""


@dataclass(frozen=True, slots=True)
class Source:
    """An article as a reader would cite it; `published` is an EDTF date, empty where unknown."""

    iri: str
    id: str
    title: str = ""
    published: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Review:
    """That people corrected a statement: what it said `before`, by whom, on which day, why, and what shows that it is right now."""

    before: str
    by: str = ""
    on: str = ""
    note: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """One piece of evidence: which article says the triple where, or which statements it was derived from.

    `begin` and `end` are half-open code-point offsets in the article's text; `quote` is empty where it is withheld or where
    the triple is derived; `rule` made the finding or the derivation; `confidence` lies in 0..1; `review` is there where it was corrected.
    """

    iri: str
    triple: Triple
    source: Source | None = None
    begin: int | None = None
    end: int | None = None
    quote: str = ""
    withheld: bool = False
    rule: str = ""
    confidence: float | None = None
    rests_on: tuple[Statement, ...] = ()
    review: Review | None = None

    @property
    def span(self) -> tuple[str, int, int]:
        """Where the sentence stands: article, begin, end; the same for every triple that rests on the same words.

        >>> Statement("s", ("a", "b", "c"), Source("i", "001"), 3, 9).span
        ('i', 3, 9)
        """
        return (self.source.iri if self.source else "", self.begin or 0, self.end or 0)


Evidence = Mapping[Triple, tuple[Statement, ...]]

_SOURCES = """SELECT ?a ?id ?title ?published ?url WHERE {
  ?a a kg:Article .
  OPTIONAL { ?a dcterms:identifier ?id } OPTIONAL { ?a kg:title ?title }
  OPTIONAL { ?a kg:publishedEdtf ?published } OPTIONAL { ?a kg:url ?url } }"""

_STATEMENTS = """SELECT ?st ?s ?p ?o ?a ?begin ?end ?quote ?withheld ?rule ?confidence WHERE {
  ?st rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o .
  OPTIONAL { ?st kg:inArticle ?a } OPTIONAL { ?st kg:begin ?begin } OPTIONAL { ?st kg:end ?end }
  OPTIONAL { ?st kg:quote ?quote } OPTIONAL { ?st kg:quoteWithheld ?withheld }
  OPTIONAL { ?st kg:rule ?rule } OPTIONAL { ?st kg:confidence ?confidence } }"""

# The engine joins in the order of the text: the end that is given stands first.
_ENDS = {
    "s": "SELECT ?st ?s ?p ?o WHERE { ?st rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o }",
    "o": "SELECT ?st ?s ?p ?o WHERE { ?st rdf:object ?o ; rdf:predicate ?p ; rdf:subject ?s }",
}

_DERIVATIONS = """SELECT ?st ?rule ?from WHERE {
  ?st kg:derivedByRule ?rule . OPTIONAL { ?st prov:wasDerivedFrom ?from } }"""

_REVIEWS = """SELECT ?st ?before ?by ?on ?note ?source WHERE {
  ?st kg:correctedFrom ?before . OPTIONAL { ?st kg:reviewedBy ?by } OPTIONAL { ?st kg:reviewedOn ?on }
  OPTIONAL { ?st kg:reviewNote ?note } OPTIONAL { ?st kg:reviewSource ?source } }"""


def read_sources(graph: Graph) -> dict[str, Source]:
    """Every article by its IRI; of several titles or dates the first in order."""
    found: dict[str, Source] = {}
    for row in sorted(graph.rows(_SOURCES), key=_content):
        found.setdefault(row["a"], _source(row))
    return found


def _among(variable: str, query: str) -> str:
    """The query with a place for names of which `variable` is one."""
    return query.replace("WHERE {", f"WHERE {{ VALUES ?{variable} {{ UNDEF }}", 1)


def _source(row: Row) -> Source:
    iri = row["a"]
    return Source(iri, row.get("id", iri), row.get("title", ""), row.get("published", ""), row.get("url", ""))


def read_evidence(graph: Graph, wanted: Callable[[Triple], bool]) -> Evidence:
    """Statements of the wanted triples, those with the oldest article first; derived ones carry what they rest on."""
    derivations = _read_derivations(graph)
    resting = {iri for _, grounds in derivations.values() for iri in grounds}
    rows: dict[str, Row] = {}
    for row in graph.rows(_STATEMENTS):
        if row["st"] in resting or wanted((row["s"], row["p"], row["o"])):
            rows[row["st"]] = min(row, rows.get(row["st"], row), key=_content)
    sources = read_sources(graph)
    reviews = _read_reviews(graph)
    statements = [_statement(iri, rows, sources, derivations, reviews, frozenset()) for iri in rows]
    found: dict[Triple, list[Statement]] = defaultdict(list)
    for statement in statements:
        if wanted(statement.triple):
            found[statement.triple].append(statement)
    return {triple: in_order(found[triple]) for triple in sorted(found)}


def evidence_of(graph: Graph, triples: Iterable[Triple], *, sources: Mapping[str, Source]) -> Evidence:
    """The same for a few triples of IRIs, each asked for by name: time grows with their number, not with the size of the graph."""
    rows: dict[str, Row] = {}
    derivations: dict[str, tuple[str, frozenset[str]]] = {}
    reviews = _read_reviews(graph)
    asked = sorted(set(triples))
    todo = [{"s": s, "p": p, "o": o} for s, p, o in asked]
    while todo:
        for row in graph.rows(_STATEMENTS, given=todo.pop()):
            if (iri := row["st"]) in rows:
                rows[iri] = min(row, rows[iri], key=_content)
                continue
            rows[iri] = row
            if "a" not in row:
                derivations |= _read_derivations(graph, iri)
            todo += [{"st": ground} for ground in derivations.get(iri, ("", ()))[1]]
    found: dict[Triple, list[Statement]] = {triple: [] for triple in asked}
    for iri, row in rows.items():
        if (triple := (row["s"], row["p"], row["o"])) in found:
            found[triple].append(_statement(iri, rows, sources, derivations, reviews, frozenset()))
    return {triple: in_order(statements) for triple, statements in found.items() if statements}


def evidence_about(graph: Graph, iri: str, *, wanted: Callable[[Triple], bool], most: int) -> tuple[Evidence, Mapping[Triple, int]]:
    """The same for the wanted triples that have a thing as subject or object, at most so many statements of each, and how many each has.

    Time grows with the statements of the thing, not with the size of the graph.
    """
    names: dict[Triple, set[str]] = defaultdict(set)
    for end, query in _ENDS.items():
        for row in graph.rows(query, given={end: iri}):
            names[row["s"], row["p"], row["o"]].add(row["st"])
    counts = {triple: len(found) for triple, found in names.items() if wanted(triple)}
    first = {triple: sorted(names[triple])[:most] for triple in counts}
    rows: dict[str, Row] = {}
    derivations: dict[str, tuple[str, frozenset[str]]] = {}
    todo = {name for found in first.values() for name in found}
    while todo:
        for row in graph.rows(_among("st", _STATEMENTS), among={"st": sorted(todo)}):
            rows[row["st"]] = min(row, rows.get(row["st"], row), key=_content)
        for name in sorted(todo & rows.keys()):
            if "a" not in rows[name]:
                derivations |= _read_derivations(graph, name)
        todo = {ground for _, grounds in derivations.values() for ground in grounds} - rows.keys() - todo
    sources = sources_of(graph, {row["a"] for row in rows.values() if "a" in row})
    reviews = _read_reviews(graph) if first else {}
    made = {
        triple: in_order([_statement(name, rows, sources, derivations, reviews, frozenset()) for name in found if name in rows])
        for triple, found in sorted(first.items())
    }
    return made, counts


def sources_of(graph: Graph, articles: Iterable[str]) -> dict[str, Source]:
    """Some articles by their IRI."""
    asked = sorted(articles)
    found: dict[str, Source] = {}
    for row in sorted(graph.rows(_among("a", _SOURCES), among={"a": asked}), key=_content) if asked else ():
        found.setdefault(row["a"], _source(row))
    return found


def in_order(statements: list[Statement]) -> tuple[Statement, ...]:
    """Statements by date of their article, then by place in it; undated articles and derived statements last."""
    return tuple(sorted(statements, key=_order))


def _order(statement: Statement) -> tuple[bool, str, str, int, int, str]:
    source = statement.source
    published = source.published if source and source.published else "~"
    return (source is None, published, source.id if source else "", statement.begin or 0, statement.end or 0, statement.iri)


def _content(row: Row) -> list[tuple[str, str]]:
    return sorted(row.items())


def _read_derivations(graph: Graph, statement: str = "") -> dict[str, tuple[str, frozenset[str]]]:
    rules: dict[str, str] = {}
    grounds: dict[str, set[str]] = defaultdict(set)
    for row in graph.rows(_DERIVATIONS, given={"st": statement} if statement else None):
        rules[row["st"]] = min(row["rule"], rules.get(row["st"], row["rule"]))
        if "from" in row:
            grounds[row["st"]].add(row["from"])
    return {iri: (rule, frozenset(grounds[iri])) for iri, rule in rules.items()}


def _read_reviews(graph: Graph) -> dict[str, Review]:
    found: dict[str, Review] = {}
    for row in sorted(graph.rows(_REVIEWS), key=_content):
        found.setdefault(row["st"], Review(**{name: row.get(name, "") for name in ("before", "by", "on", "note", "source")}))
    return found


def _statement(
    iri: str,
    rows: Mapping[str, Row],
    sources: Mapping[str, Source],
    derivations: Mapping[str, tuple[str, frozenset[str]]],
    reviews: Mapping[str, Review],
    above: frozenset[str],
) -> Statement:
    row = rows[iri]
    rule, grounds = derivations.get(iri, (row.get("rule", ""), frozenset[str]()))
    # A derivation that leads back to itself would be a fault of the graph; the page must still open.
    path = above | {iri}
    below = [_statement(ground, rows, sources, derivations, reviews, path) for ground in sorted(grounds - path) if ground in rows]
    return Statement(
        iri=iri,
        triple=(row["s"], row["p"], row["o"]),
        source=sources.get(row.get("a", "")),
        begin=_number(row.get("begin")),
        end=_number(row.get("end")),
        quote=row.get("quote", ""),
        withheld=row.get("withheld") in ("true", "1"),
        rule=rule,
        confidence=float(row["confidence"]) if "confidence" in row else None,
        rests_on=in_order(below),
        review=reviews.get(iri),
    )


def _number(lexical: str | None) -> int | None:
    return int(lexical) if lexical is not None and lexical.isdecimal() else None
