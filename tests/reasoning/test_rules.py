"""A file of rules is a SPARQL CONSTRUCT with a head; what is none is told."""

from __future__ import annotations

import pytest

from kgraph import vocab
from kgraph.errors import KgraphError
from kgraph.reasoning.rules import load_rules, read_rule
from kgraph.settings import BASE, NAMESPACE, ontology_folder
from kgraph.store.triples import Triples

RULE = """
# vi: Ai phát biểu thì đã dự
# en: Who spoke attended
# rests on: ?who kg:spokeAt ?event

PREFIX kg: <https://w3id.org/kgraph-vn/ns#>

CONSTRUCT { ?who kg:attended ?event }
WHERE { ?who kg:spokeAt ?event . FILTER (?who != ?event) }
"""


def test_a_rule_says_what_it_concludes_from_what_and_what_it_reads() -> None:
    rule = read_rule("attended", RULE)
    assert (rule.id, rule.titles["en"]) == ("attended", "Who spoke attended")
    assert rule.concludes == (("?who", f"<{vocab.ATTENDED}>", "?event"),)
    assert rule.rests_on == (("?who", f"<{vocab.SPOKE_AT}>", "?event"),)
    assert rule.reads == {f"<{vocab.SPOKE_AT}>"}


def test_a_rule_is_a_query_that_any_engine_runs() -> None:
    from rdflib import Graph

    for path in sorted((ontology_folder() / "rules").glob("*.rq")):
        assert len(Graph().query(path.read_text(encoding="utf-8"))) == 0


def test_a_rule_draws_its_conclusions() -> None:
    known = Triples()
    known.add([f"<http://e/a> <{vocab.SPOKE_AT}> <http://e/x> ."])
    ((conclusion, grounds),) = read_rule("attended", RULE).conclusions(known)
    assert conclusion == ("<http://e/a>", f"<{vocab.ATTENDED}>", "<http://e/x>")
    assert grounds == (("<http://e/a>", f"<{vocab.SPOKE_AT}>", "<http://e/x>"),)


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("# vi: Ai phát biểu thì đã dự\n", "", "no title in vi"),
        ("# rests on: ?who kg:spokeAt ?event\n", "", "does not say what a conclusion rests on"),
        ("# rests on: ?who", "# rests on: ?whom", r"\?whom is not in its WHERE"),
        ("kg:spokeAt ?event\n\n", "kg:spokeAt\n\n", "is not one subject, one predicate and one object"),
        ("{ ?who kg:attended ?event }", "{ ?who kg:attended ?event ; a kg:Official }", "; cannot stand in a conclusion"),
        ("{ ?who kg:attended ?event }", "{ }", "no conclusion"),
        ("{ ?who kg:attended ?event }", "{ ?who ex:attended ?event }", "unknown prefix ex:"),
        ("CONSTRUCT", "SELECT", "no CONSTRUCT"),
        ("FILTER", "FILTR", "not a rule"),
    ],
)
def test_what_is_no_rule_is_told(old: str, new: str, fault: str) -> None:
    assert old in RULE
    with pytest.raises(KgraphError, match=fault):
        read_rule("attended", RULE.replace(old, new, 1))


def test_the_rules_that_are_shipped_have_titles_in_both_languages_and_names_of_the_vocabulary() -> None:
    rules = load_rules()
    assert {"attended", "implements", "runs-campaign", "within-transitively"} <= {rule.id for rule in rules}
    known = {f"<{name}>" for name in vocab.PROPERTIES}
    for rule in rules:
        assert rule.titles.keys() == {"vi", "en"}
        used = {predicate for _, predicate, _ in rule.concludes} | rule.reads
        assert {name for name in used if name.startswith(f"<{NAMESPACE}")} <= known


def test_names_of_kinds_follow_the_base_of_the_build_and_the_vocabulary_does_not() -> None:
    moved = {name for rule in load_rules(base="https://example.org/") for name in rule.reads}
    assert "<https://example.org/vocab/organization-kind/ban-tuyen-giao>" in moved
    assert f"<{vocab.CONDUCTS}>" in moved
    assert not any(name.startswith(f"<{BASE}vocab/") for name in moved)
