"""A query falls into the words the engine sees, and into no others."""

from __future__ import annotations

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgraph.errors import Refused
from kgraph.store.tokens import one_line, origin, place, tokens


def texts(query: str) -> list[str]:
    return [word.text for word in tokens(query)]


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("select*{?s?p?o}", ["select", "*", "{", "?s", "?p", "?o", "}"]),
        ("?s kg:a 1. ?x", ["?s", "kg:a", "1", ".", "?x"]),
        ("kg:a.b kg:c.", ["kg:a.b", "kg:c", "."]),
        ("-1.5e3 .5", ["-", "1.5e3", ".5"]),
        ("?a<?b && ?c>=3", ["?a", "<", "?b", "&&", "?c", ">=", "3"]),
        ("<http://e/#a> # <http://e/#b>\n?s", ["<http://e/#a>", "?s"]),
        ('\'it\' """a "quoted" b""" \'\'', ["'it'", '"""a "quoted" b"""', "''"]),
        ("'a'@vi-VN^^xsd:string", ["'a'", "@vi-VN", "^^", "xsd:string"]),
        ("_:b1 :x kgid:a\\/b", ["_:b1", ":x", "kgid:a\\/b"]),
        ("^kg:a/kg:b*|!kg:c", ["^", "kg:a", "/", "kg:b", "*", "|", "!", "kg:c"]),
        ("?đơnVị kg:tên", ["?đơnVị", "kg:tên"]),
    ],
)
def test_words(query: str, words: list[str]) -> None:
    assert texts(query) == words


@pytest.mark.parametrize("query", ["'open", '"""open"', "S\\u0045RVICE", "a ~ b", "'a\nb'", "`x`"])
def test_what_is_no_word(query: str) -> None:
    with pytest.raises(Refused, match="not SPARQL from"):
        list(tokens(query))


def test_a_fault_names_line_and_column() -> None:
    with pytest.raises(Refused, match="line 2, column 3"):
        list(tokens("ASK {\n  ~ }"))
    assert place("a", 1) == "line 1, column 2"


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_a_string_keeps_its_value_on_one_line(value: str) -> None:
    line = one_line(tokens(f"SELECT ({ox.Literal(value)} AS ?x) {{}}"))
    assert "\n" not in line and "\r" not in line
    assert next(iter(ox.Store().query(line)))["x"].value == value


@pytest.mark.parametrize("text", ["'''a\nb'''", '"""it\'s "so"\r\n"""', "'\\u0041\\\\u0042'", '"\\t\\"\\\'"', "''''a'''"])
def test_a_string_means_the_same_to_the_engine(text: str) -> None:
    query = f"SELECT ({text} AS ?x) {{}}"
    read = [next(iter(ox.Store().query(form)))["x"].value for form in (query, one_line(tokens(query)))]
    assert read[0] == read[1]


def test_a_comment_never_swallows_what_follows_it() -> None:
    assert one_line(tokens("ASK { # one\n ?s ?p ?o # two\r}")).split() == ["ASK", "{", "?s", "?p", "?o", "}"]


def test_places_are_those_of_the_query_as_written() -> None:
    query = "ASK {\n ?s ?p '''a\n'b''' .\n WRONG }"
    line = one_line(tokens(query))
    assert query[origin(tokens(query), line.index("WRONG")) :].startswith("WRONG")
