"""What a query may hold is decided on its words; strings, comments and names are no keywords."""

from __future__ import annotations

import pytest

from kgraph.errors import KgraphError, LimitReached, Refused
from kgraph.store.checks import checked
from kgraph.store.graph import PREFIXES


def refused(query: str) -> str:
    with pytest.raises(Refused) as fault:
        checked(query, prefixes=PREFIXES)
    return str(fault.value)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { ?s ?p 'SERVICE <http://x> {}' }",
        'SELECT * { ?s ?p """DROP ALL""" } # INSERT DATA {}',
        "SELECT * { ?s <http://e/LOAD> ?o }",
        "SELECT ?load ?service { ?load kg:service ?service }",
        "PREFIX from: <http://e/> SELECT * { ?s from:named ?o }",
        "select distinct ?x (count(*) as ?n) where { ?x a kg:Event optional { ?x kg:heldAt ?y } } group by ?x order by desc(?n) limit 3",
        "ASK { ?s kg:begin ?b . FILTER(?b < 3 && ?b > 1) }",
        "CONSTRUCT { ?s kg:x ?o } WHERE { ?s (kg:attended|kg:chaired)/^kg:organizes ?o }",
        "DESCRIBE <https://w3id.org/kgraph-vn/id/official/a>",
        "SELECT * { VALUES ?x { 'a' 'b' } ?s ?p ?x FILTER NOT EXISTS { ?s a kg:Event } MINUS { ?s a kg:Article } }",
        "SELECT (GROUP_CONCAT(?l; separator=', ') AS ?all) { ?s rdfs:label ?l FILTER(lang(?l) IN ('vi', '')) }",
    ],
)
def test_allowed(query: str) -> None:
    assert checked(query, prefixes=PREFIXES)


@pytest.mark.parametrize(
    ("query", "word"),
    [
        ("SELECT * { SERVICE <http://e/> { ?s ?p ?o } }", "SERVICE"),
        ("SELECT * { service silent <http://e/> { ?s ?p ?o } }", "SERVICE"),
        ("SELECT * { ?s ?p ?e . SERVICE ?e { ?x ?y ?z } }", "SERVICE"),
        ("SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }", "FROM"),
        ("SELECT * FROM NAMED <http://e/> { ?s ?p ?o }", "FROM"),
        ("LOAD <http://e/x.ttl>", "LOAD"),
        ("CLEAR ALL", "CLEAR"),
        ("INSERT DATA { <http://e/s> <http://e/p> 1 }", "INSERT"),
        ("DELETE WHERE { ?s ?p ?o }", "DELETE"),
        ("WITH <http://e/> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }", "WITH"),
        ("DROP GRAPH <http://e/>", "DROP"),
        ("CREATE GRAPH <http://e/>", "CREATE"),
        ("COPY <http://e/a> TO <http://e/b>", "COPY"),
        ("MOVE <http://e/a> TO <http://e/b>", "MOVE"),
        ("ADD <http://e/a> TO <http://e/b>", "ADD"),
        ("SELECT * { } ; CLEAR ALL", "CLEAR"),
    ],
)
def test_refused_by_its_word(query: str, word: str) -> None:
    assert refused(query).startswith(f"{word} is not allowed (line 1, column ")


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICEkg:x { ?s ?p ?o } }",
        "PREFIX SERVICEx: <http://e/> SELECT * { SERVICEx:y { ?s ?p ?o } }",
        "PREFIX trueService: <http://e/> SELECT * { ?s ?p trueService:y { ?s ?p ?o } }",
        "SELECT * { ?s ?p trueSERVICE<http://e/> { ?s ?p ?o } }",
        "SELECT * { SERVICESILENT<http://e/>{ ?s ?p ?o } }",
        "SELECT * { ?s ?p 1SERVICE<http://e/>{ ?s ?p ?o } }",
    ],
)
def test_refused_though_glued_to_another_word(query: str) -> None:
    """The engine needs no space after a keyword; each of these opens a socket if it is let through."""
    assert refused(query)


def test_an_unknown_word_comes_with_a_guess() -> None:
    assert "did you mean SELECT?" in refused("SELEKT * { ?s ?p ?o }")


def test_an_unknown_prefix_is_named() -> None:
    assert "unknown prefix ex:" in refused("ASK { ?s ex:p ?o }")
    assert checked("PREFIX ex: <http://e/> ASK { ?s ex:p ?o }", prefixes=PREFIXES)


@pytest.mark.parametrize("query", ["", "  \n", "\ud800"])
def test_no_query_at_all(query: str) -> None:
    assert refused(query)


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("SELECT * " + "{" * 65 + "}" * 65, "brackets 65 deep"),
        ("SELECT * {FILTER(" + "(" * 100 + "1" + ")" * 100 + ")}", "brackets 102 deep"),
        ("SELECT * {?s ?p " + "[?p " * 80 + "1" + "]" * 80 + "}", "brackets 81 deep"),
        ("SELECT * {" + " . ".join(["?s ?p ?o"] * 101) + "}", "about 101 triple patterns"),
        ("SELECT * {?s ?p " + ", ".join(["?o"] * 101) + "}", "about 101 triple patterns"),
        ("SELECT * {FILTER(" + "!" * 65 + "true)}", "! stands 65 times"),
        ("SELECT * {" + " UNION ".join(["{}"] * 70) + "}", "UNION stands 69 times"),
        ("SELECT * {" + "OPTIONAL {} " * 70 + "}", "OPTIONAL stands 70 times"),
        ("SELECT * {" + "{SELECT * {}}" * 33 + "}", "SELECT stands 34 times"),
        ("SELECT * {?s " + "|".join(["kg:a"] * 70) + " ?o}", "| stands 69 times"),
        ("SELECT * {FILTER(" + "||".join(["?a"] * 300) + ")}", "|| stands 299 times"),
        ("SELECT * {FILTER(1=" + "+".join(["1"] * 300) + ")}", "+ stands 299 times"),
        ("SELECT * { ?s ?p '" + "ư" * 8_200 + "' }", "the query has 16,"),
    ],
)
def test_too_much(query: str, message: str) -> None:
    with pytest.raises(LimitReached, match=message.replace("|", r"\|").replace("+", r"\+")):
        checked(query, prefixes=PREFIXES)


def test_just_enough() -> None:
    assert checked("SELECT * " + "{" * 64 + "}" * 64)
    assert checked("SELECT * {" + " . ".join(["?s ?p ?o"] * 100) + "}")


def test_every_fault_says_how_to_mend_it() -> None:
    for query in ("SELECT * { SERVICE ?x {} }", "FOO", "ASK { ?s x:p ?o }", "", "SELECT * " + "{" * 70):
        with pytest.raises(KgraphError) as fault:
            checked(query)
        assert fault.value.mend
