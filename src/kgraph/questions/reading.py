"""Question files read and checked: a head in TOML, each line behind `# `, then a blank line, then SPARQL."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from pydantic import ValidationError

from kgraph.errors import KgraphError, Refused
from kgraph.questions.question import Head, Pattern, Question
from kgraph.settings import ontology_folder
from kgraph.store.graph import PREFIXES, Graph
from kgraph.store.tokens import Token, tokens

_NAME = re.compile(r"(\d{2,3})-([a-z0-9]+(?:-[a-z0-9]+)*)")
_MEND = "see docs/how-to/ask-questions.md"


def load_questions(folder: Path | None = None) -> tuple[Question, ...]:
    """All questions of a folder by number, those that are shipped by default; KgraphError for a file that is none."""
    paths = sorted((folder or ontology_folder() / "questions").glob("*.rq"))
    found = sorted((read_question(path.name, path.read_text(encoding="utf-8")) for path in paths), key=lambda q: (q.number, q.name))
    for one, other in pairwise(found):
        if one.number == other.number or one.name == other.name:
            raise _fault(f"its number or name is that of {one.number:02}-{one.name}.rq too", f"{other.number:02}-{other.name}.rq", 1)
    return tuple(found)


def read_question(file: str, text: str) -> Question:
    """The question of a file's name and text; KgraphError, with file and line, where something is wrong with it."""
    named = _NAME.fullmatch(file.removesuffix(".rq"))
    if not named:
        raise _fault("its name must be like 02-chain.rq", file, 1)
    lines = text.splitlines()
    length = next((number for number, line in enumerate(lines) if not line.startswith("#")), len(lines))
    head = _head(file, [line[1:].removeprefix(" ") for line in lines[:length]])
    query = "\n".join(lines[length:]).strip("\n")
    first = length + 1 + next((number for number, line in enumerate(lines[length:]) if line.strip()), 0)
    if head.unanswerable:
        if query:
            raise _fault("it is unanswerable and has a query: one of both", file, first)
        return Question(number=int(named[1]), name=named[2], head=head)
    try:
        words = tuple(tokens(query))
        _check_query(query)
    except (Refused, SyntaxError) as error:
        raise _fault(f"not SPARQL: {_said(error)}", file, first + _line(error)) from error
    shown = _projection(words)
    _check_words(head, words, shown, file, lines)
    grounds = tuple(_pattern(line, file, lines) for line in head.rests_on)
    for pattern in grounds:
        for term in pattern:
            if term.startswith("?") and term[1:] not in shown:
                raise _fault(f"{term} is not selected", file, _where(lines, ["rests_on", term[1:]]))
    return Question(number=int(named[1]), name=named[2], head=head, query=query + "\n", grounds=grounds)


def _head(file: str, lines: list[str]) -> Head:
    try:
        return Head.model_validate(tomllib.loads("\n".join(lines)))
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"line (\d+)", str(error))
        raise _fault(f"its head is not TOML: {error}", file, int(found[1]) if found else len(lines)) from error
    except ValidationError as error:
        first = error.errors()[0]
        place = [str(part) for part in first["loc"]]
        raise _fault(
            f"{'.'.join(place) or 'head'}: {first['msg']}", file, _where(lines, place[:-1] if first["type"] == "missing" else place)
        ) from error


def _where(lines: Sequence[str], place: Sequence[str]) -> int:
    """The line, from 1, on which the last part of a place in the head that is found after the parts before it stands."""
    at = 0
    for part in place:
        word = re.compile(rf"(?<!\w){re.escape(part)}(?!\w)")
        at = next((number for number in range(at, len(lines)) if word.search(lines[number])), at)
    return at + 1


def _check_query(query: str) -> None:
    for _ in Graph.of(()).cells(query):
        break


def _projection(words: Sequence[Token]) -> frozenset[str]:
    """The variables that the outer SELECT shows."""
    depth, shown, last = 0, set(), False
    for word in words:
        if word.text == "{":
            break
        depth += (word.text == "(") - (word.text == ")")
        if word.kind == "variable" and (depth == 0 or last):
            shown.add(word.text[1:])
        last = word.text.upper() == "AS"
    return frozenset(shown)


def _check_words(head: Head, words: Sequence[Token], shown: frozenset[str], file: str, lines: Sequence[str]) -> None:
    blocks = {b.text[1:] for a, b, c in zip(words, words[1:], words[2:], strict=False) if a.text.upper() == "VALUES" and c.text == "{"}
    for name in head.parameters:
        if name not in blocks:
            raise _fault(f"parameter {name} has no VALUES ?{name} {{ UNDEF }} in the query", file, _where(lines, ["parameters", name]))
    known = shown | {name for name, column in head.columns.items() if column.computed}
    for name, column in head.columns.items():
        for used in (name, *(column.days or ()), *column.by, *((column.median,) if column.median else ())):
            if used not in known:
                raise _fault(f"column {name}: ?{used} is not selected", file, _where(lines, ["columns", name]))
    for name in head.order:
        if name not in known:
            raise _fault(f"order: ?{name} is not selected", file, _where(lines, ["order"]))


def _pattern(line: str, file: str, lines: Sequence[str]) -> Pattern:
    """Three terms of the head with their prefixes opened."""
    try:
        terms = [_term(word) for word in tokens(line) if word.text != "."]
        if len(terms) != 3:
            raise ValueError("not one subject, one predicate and one object")
    except (Refused, ValueError) as error:
        raise _fault(f"rests_on: {line}: {_said(error)}", file, _where(lines, ["rests_on"])) from error
    return terms[0], terms[1], terms[2]


def _term(word: Token) -> str:
    if word.kind == "name":
        prefix, _, local = word.text.partition(":")
        if prefix not in PREFIXES:
            raise ValueError(f"unknown prefix {prefix}:")
        return f"<{PREFIXES[prefix]}{local}>"
    if word.kind not in ("variable", "iri"):
        raise ValueError(f"{word.text} cannot stand there")
    return word.text


def _said(error: Exception) -> str:
    return error.what if isinstance(error, KgraphError) else str(error)


def _line(error: Exception) -> int:
    found = re.search(r"line (\d+)|at (\d+):", str(error))
    return int(found[1] or found[2]) - 1 if found else 0


def _fault(what: str, file: str, line: int) -> KgraphError:
    return KgraphError(f"not a question: {what}", where=f"{file}, line {line}", mend=_MEND)
