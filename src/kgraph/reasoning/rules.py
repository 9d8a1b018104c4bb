"""The rules of `ontology/rules`: each a SPARQL CONSTRUCT, with a head that says what a conclusion rests on.

    # vi: ...                               its title in Vietnamese
    # en: ...                               and in English
    # rests on: ?body kg:conducts ?what     a fact on which a conclusion rests, in the variables of the query; one line for each
    PREFIX kg: <...>
    CONSTRUCT { ... } WHERE { ... }

The name of a rule is that of its file. `rests on: background` stands in a rule that reads only what the authority graph says.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from kgraph.errors import KgraphError, Refused
from kgraph.settings import BASE, NAMESPACE, ontology_folder
from kgraph.store.tokens import Token, tokens
from kgraph.store.triples import Triples
from kgraph.terms import RDF

Triple = tuple[str, str, str]
"""Subject, predicate and object as N-Triples writes them; in a pattern `?x` stands for any."""

_HEAD = re.compile(r"# (vi|en|rests on): (.*)")
_TERMS = ("variable", "name", "iri")


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: `concludes` and `rests_on` are patterns over the variables of `select`; `reads` are the properties it asks for."""

    id: str
    titles: Mapping[str, str]
    concludes: tuple[Triple, ...]
    rests_on: tuple[Triple, ...]
    reads: frozenset[str]
    select: str

    def conclusions(self, known: Triples) -> Iterator[tuple[Triple, tuple[Triple, ...]]]:
        """What follows from the triples known by one application, each with what it rests on; repeats are possible."""
        for row in known.solutions(self.select):
            grounds = tuple(_filled(self.rests_on, row))
            for conclusion in _filled(self.concludes, row):
                if conclusion[0].startswith("<"):
                    yield conclusion, grounds


def load_rules(folder: Path | None = None, *, base: str = BASE) -> tuple[Rule, ...]:
    """The rules of a folder in the order of their names, those that are shipped by default; names under our base are moved to `base`.

    Raises KgraphError for a file that is no rule.
    """
    paths = sorted((folder or ontology_folder() / "rules").glob("*.rq"))
    return tuple(read_rule(path.stem, path.read_text(encoding="utf-8"), base=base) for path in paths)


def read_rule(name: str, text: str, *, base: str = BASE) -> Rule:
    """The rule of a file's name and text; KgraphError where a part is missing or a variable is not in its WHERE."""
    try:
        return _read(name, _based(text, base))
    except (Refused, ValueError, SyntaxError) as error:
        fault = error.what if isinstance(error, KgraphError) else str(error)
        raise KgraphError(f"not a rule: {fault}", where=f"{name}.rq", mend="see docs/how-to/add-a-rule.md") from error


def _read(name: str, text: str) -> Rule:
    head = [found.groups() for line in text.splitlines() if (found := _HEAD.fullmatch(line.strip()))]
    titles = {key: said for key, said in head if key != "rests on"}
    if missing := [key for key in ("vi", "en") if not titles.get(key)]:
        raise ValueError(f"no title in {missing[0]}")
    words = tuple(tokens(text))
    construct, where = _word(words, "CONSTRUCT"), _word(words, "WHERE")
    prefixes = _prefixes(words)
    template, body = words[construct + 1 : where], words[where + 1 :]
    concludes = _patterns(template[1:-1], prefixes)
    grounds = [said for key, said in head if key == "rests on"]
    if not concludes or not grounds:
        raise ValueError("no conclusion" if not concludes else "it does not say what a conclusion rests on")
    rests_on = () if grounds == ["background"] else tuple(p for line in grounds for p in _patterns(tuple(tokens(line)), prefixes))
    variables = sorted({term for pattern in (*concludes, *rests_on) for term in pattern if term.startswith("?")})
    if unknown := set(variables) - {word.text for word in body}:
        raise ValueError(f"{min(unknown)} is not in its WHERE")
    start, asked = words[construct].at, f"SELECT DISTINCT {' '.join(variables)} "
    select = text[:start] + asked + text[words[where].at :]
    _check(select)
    return Rule(name, titles, concludes, rests_on, frozenset(_properties(body, prefixes)), select)


def _check(select: str) -> None:
    for _ in Triples().solutions(select):
        pass


def _based(text: str, base: str) -> str:
    """The text with names under our base, but not those of the vocabulary, moved to another base."""
    return re.sub(f"<{re.escape(BASE)}(?!{re.escape(NAMESPACE.removeprefix(BASE))})", f"<{base}", text)


def _word(words: Sequence[Token], name: str) -> int:
    for number, word in enumerate(words):
        if word.kind == "word" and word.text.upper() == name:
            return number
    raise ValueError(f"no {name}")


def _prefixes(words: Sequence[Token]) -> dict[str, str]:
    declared = (pair for word, pair in zip(words, pairwise(words[1:]), strict=False) if word.text.upper() == "PREFIX")
    return {name.text.partition(":")[0]: iri.text.strip("<>") for name, iri in declared}


def _patterns(words: Iterable[Token], prefixes: Mapping[str, str]) -> tuple[Triple, ...]:
    """Triple patterns with a dot between them, and no other short form.

    >>> _patterns(tokens("?x e:p ?y . ?y a <http://e/C>"), {"e": "http://e/"})[0]
    ('?x', '<http://e/p>', '?y')
    """
    found: list[Triple] = []
    held: list[str] = []
    for word in (*words, Token("sign", ".", 0)):
        if word.text != ".":
            held.append(_term(word, prefixes))
        elif held:
            subject, predicate, value = _three(held)
            found.append((subject, predicate, value))
            held = []
    return tuple(found)


def _three(terms: list[str]) -> list[str]:
    if len(terms) != 3:
        raise ValueError(f"{' '.join(terms)} is not one subject, one predicate and one object")
    return terms


def _term(word: Token, prefixes: Mapping[str, str]) -> str:
    if word.text == "a":
        return f"<{RDF}type>"
    if word.kind not in _TERMS:
        raise ValueError(f"{word.text} cannot stand in a conclusion, nor in what it rests on")
    return _iri(word, prefixes) if word.kind == "name" else word.text


def _iri(name: Token, prefixes: Mapping[str, str]) -> str:
    prefix, _, local = name.text.partition(":")
    if prefix not in prefixes:
        raise ValueError(f"unknown prefix {prefix}:")
    return f"<{prefixes[prefix]}{local}>"


def _properties(body: Iterable[Token], prefixes: Mapping[str, str]) -> Iterator[str]:
    """Every name that the WHERE holds: those of properties and some more."""
    for word in body:
        if word.kind == "name":
            yield _iri(word, prefixes)
        elif word.kind == "iri":
            yield word.text
        elif word.text == "a":
            yield f"<{RDF}type>"


def _filled(patterns: Iterable[Triple], row: Mapping[str, str]) -> Iterator[Triple]:
    """The patterns with the values of a row; without those of which a value is missing.

    >>> list(_filled([("?x", "<p>", "?y"), ("?x", "<q>", "?z")], {"x": "<a>", "y": "<b>"}))
    [('<a>', '<p>', '<b>')]
    """
    for pattern in patterns:
        subject, predicate, value = (row.get(term[1:]) if term.startswith("?") else term for term in pattern)
        if subject and predicate and value:
            yield subject, predicate, value
