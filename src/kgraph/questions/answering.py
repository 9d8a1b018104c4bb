"""A question asked: parameters resolved, query run, rows with their sentences, what was searched; or why it is not answered."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from kgraph.analysis.evidence import Statement
from kgraph.errors import NothingMatched, Refused
from kgraph.questions.binding import block, bound, literal
from kgraph.questions.computing import Row, in_order
from kgraph.questions.grounds import filled, statements_of, sureness
from kgraph.questions.labels import labels_of
from kgraph.questions.naming import Engine, named
from kgraph.questions.question import NAMED, Question, Said
from kgraph.store.cells import Cell

MOST = 50
"""So many things may bear one name; more is a name that says nothing."""

Values = Mapping[str, Sequence[Cell]]


@dataclass(frozen=True, slots=True)
class Searched:
    """What was looked through: all articles, those without a date, first and last date of the others, those that speak to the question."""

    articles: int
    undated: int
    first: str
    last: str
    speaking: int


@dataclass(frozen=True, slots=True)
class Found:
    """One row: terms by column, and the statements under it."""

    cells: Row
    evidence: tuple[Statement, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """Rows, names of things in them by IRI, the query as run, what was searched; `unsure` rows rest on less sure statements only."""

    question: Question
    values: Values
    query: str
    rows: tuple[Found, ...]
    labels: Mapping[str, str]
    searched: Searched
    unsure: int = 0


Why = Literal["unknown", "many", "never", "nowhere", "empty", "unsure"]


class Unanswerable(NothingMatched):
    """The graph cannot answer: `why`, and the words that belong to it.

    unknown: nothing bears the name; many: too much does; never: no graph of ours holds it; nowhere: no article speaks to it;
    empty: none says it; unsure: only statements below the confidence asked for say it.
    """

    def __init__(
        self, why: Why, *, said: Said | None = None, name: str = "", parameter: str = "", searched: Searched | None = None
    ) -> None:
        super().__init__(said.en if said else f"{parameter}: {name}", mend=None)
        self.why, self.said, self.name, self.parameter, self.searched = why, said, name, parameter, searched


def answer(
    ask: Engine, question: Question, given: Mapping[str, str], *, lang: str = "vi", evidence: bool = True, confidence: float = 0.0
) -> Answer:
    """The answer of the graph behind `ask`, with or without its sentences, which take as long as the answer itself.

    Unanswerable with the reason; Refused for a parameter that is none.
    """
    if question.head.unanswerable:
        raise Unanswerable("never", said=question.head.unanswerable, searched=searched(ask, question, {}))
    values = resolved(ask, question, given)
    looked = searched(ask, question, values)
    if not looked.speaking:
        raise Unanswerable("nowhere", said=question.head.searched, searched=looked)
    query = bound(question.query, values)
    found = _once(row for row in ask(query) if _says(row))
    if not found:
        raise Unanswerable("empty", said=question.head.empty, searched=looked)
    labels = labels_of(ask, (cell["value"] for row in found for cell in row.values() if cell["type"] == "uri"), lang)
    facts = {fact for row in found for fact in filled(question.grounds, row)} if evidence or confidence else ()
    statements = statements_of(ask, facts)
    kept = [row for row in found if all(_sure(statements.get(fact, ()), confidence) for fact in filled(question.grounds, row))]
    if not kept:
        raise Unanswerable("unsure", name=f"{confidence:g}", searched=looked)
    rows = tuple(
        Found(
            row, tuple(said for fact in filled(question.grounds, row) for said in statements.get(fact, ()) if sureness(said) >= confidence)
        )
        for row in in_order(question, kept, labels)
    )
    return Answer(question, values, query, rows, labels, looked, len(found) - len(kept))


def resolved(ask: Engine, question: Question, given: Mapping[str, str]) -> dict[str, Sequence[Cell]]:
    """The terms of all parameters: those given, else the defaults; Unanswerable for a name that the graph does not know."""
    parameters = question.head.parameters
    if unknown := sorted(set(given) - set(parameters)):
        raise Refused(f"question {question.number} has no parameter {unknown[0]}", mend=f"it has {', '.join(parameters) or 'none'}")
    values: dict[str, Sequence[Cell]] = {}
    for name, parameter in parameters.items():
        text = given.get(name, "" if parameter.default is None else str(parameter.default))
        if not text.strip():
            if not parameter.optional:
                raise Refused(f"question {question.number} needs {name}", mend=f"add --param {name}=...")
            values[name] = ()
        elif parameter.type in NAMED:
            values[name] = named(ask, parameter.type, text)
            if not values[name] or len(values[name]) > MOST:
                raise Unanswerable("many" if values[name] else "unknown", name=text, parameter=name, searched=searched(ask, question, None))
        else:
            try:
                values[name] = [literal(parameter.type, text)]
            except ValueError as error:
                raise Refused(f"{name}={text} is no {parameter.type}", mend="write 2024-02-29 or 29/2/2024, 2024, 0.8") from error
    return values


def searched(ask: Engine, question: Question, values: Values | None) -> Searched:
    """What was looked through, and how many articles of it speak to the question; none of them where `values` are not known."""
    articles = {row["article"]["value"]: row.get("day", {}).get("value", "") for row in ask(_ARTICLES)}
    days = sorted(day for day in articles.values() if day)
    speaking = 0
    if values is not None:
        pattern = question.head.searched.pattern
        open_ = "".join(block(name, found) for name, found in values.items() if f"?{name}" in pattern and f"VALUES ?{name}" not in pattern)
        speaking = sum(1 for _ in ask(f"SELECT DISTINCT ?article WHERE {{ {open_} {bound(pattern, values)} }}"))
    return Searched(len(articles), len(articles) - len(days), days[0] if days else "", days[-1] if days else "", speaking)


_ARTICLES = (
    "SELECT ?article (MIN(?date) AS ?day) WHERE { ?article a kg:Article . OPTIONAL { ?article kg:publishedEdtf ?date } } GROUP BY ?article"
)


def _says(row: Mapping[str, Cell]) -> bool:
    """Whether a row says something: some engines give one row of zeros where there is nothing to count."""
    return any(cell["value"] != "0" for cell in row.values())


def _once(rows: Iterable[Mapping[str, Cell]]) -> list[Row]:
    """Each row once: some engines repeat rows in spite of DISTINCT."""
    told = {tuple(sorted((name, *sorted(cell.items())) for name, cell in row.items())): dict(row) for row in rows}
    return list(told.values())


def _sure(statements: Sequence[Statement], confidence: float) -> bool:
    return not statements or any(sureness(said) >= confidence for said in statements)
