"""What a query is and what it may cost, said before it is asked: the engine itself offers no plan and no estimate."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

from kgraph.store.checks import MAX_BYTES, MAX_DEPTH, MAX_PATTERNS, checked, depth, patterns
from kgraph.store.graph import PREFIXES
from kgraph.store.query import Head, Limits, Row, answer
from kgraph.store.tokens import Token, one_line

_COUNTS = "SELECT ?name (COUNT(*) AS ?n) {{ VALUES ?name {{ {names} }} {{ ?s ?name ?o }} UNION {{ ?s a ?name }} }} GROUP BY ?name"


@dataclass(frozen=True, slots=True)
class Explanation:
    """A query that was read and not asked.

    `found` and `most` are sizes that are checked and what is allowed; `uses` are the named terms of the query and how many triples
    have each as predicate or class, those with most first; `notes` are keys of what may make it slow or its pages unlike.
    """

    kind: str
    variables: tuple[str, ...]
    prefixes: tuple[str, ...]
    found: Mapping[str, int]
    most: Mapping[str, int]
    uses: tuple[tuple[str, int], ...]
    notes: tuple[str, ...]


def explain_query(graph: Path, query: str, *, limits: Limits | None = None) -> Explanation:
    """Reads a query, lets the engine parse it over nothing, and counts in the graph what it names.

    Raises what `kgraph.store.query.answer` raises.
    """
    words = checked(query, prefixes=PREFIXES)
    head = _parsed(query)
    names = _names(words)
    return Explanation(
        kind=head.kind,
        variables=head.variables,
        prefixes=tuple(sorted({name.partition(":")[0] for name in names if not name.startswith("<")})),
        found={"bytes": len(query.encode()), "depth": depth(words), "patterns": patterns(words)},
        most={"bytes": MAX_BYTES, "depth": MAX_DEPTH, "patterns": MAX_PATTERNS},
        uses=_counted(graph, words, names, limits),
        notes=tuple(notes(words)),
    )


def notes(words: Iterable[Token]) -> list[str]:
    """Keys of what is worth knowing of a query before it is asked.

    >>> from kgraph.store.tokens import tokens
    >>> notes(tokens("SELECT * { ?s ?p ?o } ORDER BY ?s"))
    ['any_predicate', 'sorts_all']
    """
    tokens = tuple(words)
    said = {word.text.upper() for word in tokens if word.kind == "word"}
    found = {
        "any_predicate": any(a.kind != "sign" and b.kind == "variable" for a, b in _predicates(tokens)),
        "path": any(a.kind in ("name", "iri") and b.text in ("*", "+") for a, b in pairwise(tokens)),
        "sorts_all": "ORDER" in said and "LIMIT" not in said,
        "unordered": "ORDER" not in said and bool({"LIMIT", "OFFSET"} & said),
        "groups": "GROUP" in said or "DISTINCT" in said,
        "regex": "REGEX" in said,
    }
    return [name for name, true in found.items() if true]


def is_ordered(query: str) -> bool:
    """Whether a query says in which order its rows come.

    >>> is_ordered("SELECT * { ?s ?p 'ORDER BY' }"), is_ordered("SELECT * { ?s ?p ?o } ORDER BY ?s")
    (False, True)
    """
    return any(word.kind == "word" and word.text.upper() == "ORDER" for word in checked(query, prefixes=PREFIXES))


def _parsed(query: str) -> Head:
    """What the engine reads in the query; it is asked over an empty graph, in a process of its own."""
    with TemporaryDirectory() as folder:
        (nothing := Path(folder) / "nothing.nq").touch()
        head = next(answer(nothing, query))
    assert isinstance(head, Head)
    return head


def _predicates(words: tuple[Token, ...]) -> Iterable[tuple[Token, Token]]:
    """Each word that may begin a triple pattern, with the word after it."""
    starts = {"{", ".", "}"}
    return ((b, c) for a, b, c in zip(words, words[1:], words[2:], strict=False) if a.text in starts)


def _names(words: tuple[Token, ...]) -> tuple[str, ...]:
    """The names and IRIs of a query, those of declarations apart."""
    declared = {after.at for word, after in pairwise(words) if word.text.upper() in ("PREFIX", "BASE")}
    declared |= {after.at for before, after in pairwise(words) if before.at in declared}
    return tuple(sorted({w.text for w in words if w.kind in ("name", "iri") and w.at not in declared and not w.text.endswith(":")}))


def _counted(graph: Path, words: tuple[Token, ...], names: tuple[str, ...], limits: Limits | None) -> tuple[tuple[str, int], ...]:
    """How many triples have each name as predicate or class; a name that nothing has is there with 0."""
    if not names:
        return ()
    head = one_line(_declarations(words))
    rows = [part.cells for part in answer(graph, f"{head} {_COUNTS.format(names=' '.join(names))}", limits=limits) if isinstance(part, Row)]
    found = {cells["name"]["value"]: int(cells["n"]["value"]) for cells in rows}
    spaces = dict(PREFIXES) | _declared(words)
    uses = [(name, found.get(_long(name, spaces), 0)) for name in names]
    return tuple(sorted(uses, key=lambda use: (-use[1], use[0])))


def _declarations(words: tuple[Token, ...]) -> list[Token]:
    """The words of the prologue of a query."""
    ends = [at for at, word in enumerate(words) if word.text.upper() in ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")]
    return list(words[: ends[0]]) if ends else []


def _declared(words: tuple[Token, ...]) -> dict[str, str]:
    prologue = _declarations(words)
    triples = zip(prologue, prologue[1:], prologue[2:], strict=False)
    return {name.text.partition(":")[0]: iri.text[1:-1] for word, name, iri in triples if word.text.upper() == "PREFIX"}


def _long(name: str, spaces: dict[str, str]) -> str:
    if name.startswith("<"):
        return name[1:-1]
    prefix, _, local = name.partition(":")
    return spaces.get(prefix, "") + local.replace("\\", "")
