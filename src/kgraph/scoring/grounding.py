"""How the evidence of a graph stands: quotes that are exact, quotes that name what they show, stated triples that have such a quote."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from kgraph.errors import KgraphError
from kgraph.scoring.folding import norm
from kgraph.scoring.reading import EVIDENCED, Background
from kgraph.store.graph import Graph, Row
from kgraph.text import normalize

_STATEMENTS = """SELECT ?s ?p ?o (DATATYPE(?o) AS ?type) (LANG(?o) AS ?lang) ?id ?b ?e ?q WHERE {
    ?st a kg:Statement ; rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o ;
        kg:inArticle ?art ; kg:begin ?b ; kg:end ?e ; kg:quote ?q . ?art dcterms:identifier ?id }"""
_WITHHELD = _STATEMENTS.replace("kg:quote ?q", "kg:quoteWithheld true").replace(" ?q WHERE", " WHERE")
_STATED = f"""SELECT DISTINCT ?s ?p ?o (DATATYPE(?o) AS ?type) (LANG(?o) AS ?lang) WHERE {{
    VALUES ?p {{ {" ".join(f"kg:{name}" for name in EVIDENCED)} }} GRAPH ?g {{ ?s ?p ?o . ?g a kg:Article }} }}"""


@dataclass(frozen=True, slots=True)
class Grounding:
    """Counts: statements with a quote; those whose quote is exact; those whose quote names subject or object; triples that
    articles state of the relations that need evidence; those among them with a quote that is exact and names one of them, or with
    one that is withheld because it names a private person; statements whose quote is withheld."""

    statements: int
    quotes_exact: int
    quotes_naming: int
    stated_triples: int
    with_evidence: int
    withheld: int = 0

    @property
    def sound(self) -> bool:
        """Whether there is evidence, all of it exact, and every stated triple has some."""
        return bool(self.statements + self.withheld) and self.quotes_exact == self.statements and self.with_evidence == self.stated_triples

    def as_json(self) -> dict[str, int]:
        """The counts by name, `withheld` only where it is not 0."""
        return {name: count for name, count in asdict(self).items() if count or name != "withheld"}


def read_texts(path: Path) -> dict[str, str]:
    """Texts by article: a folder of `ID.txt`, or JSONL with `id` and `text`; KgraphError where they cannot be read."""
    try:
        if path.is_dir():
            found = {file.stem: file.read_bytes().decode("utf-8-sig") for file in path.glob("*.txt")}
        else:
            with path.open(encoding="utf-8") as lines:
                found = {article["id"]: article["text"] for article in map(json.loads, lines)}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise KgraphError(f"cannot read the articles: {error}", where=str(path), mend="name a folder of .txt or a .jsonl file") from error
    return {article: normalize(text) for article, text in found.items()}


def ground(graph: Graph, background: Background, texts: Mapping[str, str]) -> Grounding:
    """Every quote of the graph held against the text it was taken from; of one that is withheld, its place must lie in the text."""
    exact = naming = total = 0
    covered = set()
    for row in graph.rows(_STATEMENTS):
        total += 1
        is_exact = bool(row["q"]) and texts.get(row["id"], "")[int(row["b"]) : int(row["e"])] == row["q"]
        is_naming = _names_its_triple(row, background.labels)
        exact += is_exact
        naming += is_naming
        if is_exact and is_naming:
            covered.add(_triple(row))
    withheld = list(graph.rows(_WITHHELD))
    covered |= {_triple(row) for row in withheld if 0 <= int(row["b"]) < int(row["e"]) <= len(texts.get(row["id"], ""))}
    stated = {_triple(row) for row in graph.rows(_STATED)}
    return Grounding(total, exact, naming, len(stated), len(stated & covered), len(withheld))


def _triple(row: Row) -> tuple[str, str, str, str, str]:
    return (row["s"], row["p"], row["o"], row.get("type", ""), row.get("lang", ""))


def _names_its_triple(row: Row, labels: Mapping[str, str]) -> bool:
    """Whether the quote holds a word of the subject's or the object's name; of a value also a word of one letter."""
    subject = norm(labels.get(row["s"], "")).split()
    value = norm(row["o"] if "type" in row else labels.get(row["o"], "")).split()
    words = {word for word in subject if len(word) > 1} | set(value)
    return len(row["q"]) >= 4 and bool(words & set(norm(row["q"]).split()))
