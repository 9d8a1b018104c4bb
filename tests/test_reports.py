"""What a build says of itself."""

import json
from pathlib import Path

import pytest

from kgraph.errors import KgraphError
from kgraph.model import Issue
from kgraph.reports import Counts, RunReport, Tally, Versions, issue_line, issue_order, read_issues, tally, versions
from kgraph.settings import NAMESPACE, VERSION

TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"


def test_an_issue_is_one_line_whatever_stands_in_it() -> None:
    issue = Issue(code="x", message="a\nERROR fake \x1b[31m", article="a\n\u2028", begin=0, end=3, place='x "y".txt')
    line = issue_line(issue)
    assert "\n" not in line
    assert "\x1b" not in line
    assert json.loads(line) == {"article": "a\n\u2028", "begin": 0, "end": 3, "code": "x", "message": issue.message, "place": 'x "y".txt'}


def test_issues_of_some_codes_are_read_back(tmp_path: Path) -> None:
    issues = [Issue("count-mismatch", "m", "a", 3, 9), Issue("place-open", "n", "a", 1, 2), Issue("empty", "o", "", place="x.txt")]
    path = tmp_path / "issues.jsonl"
    path.write_text("".join(f"{issue_line(issue)}\n" for issue in issues), encoding="utf-8")
    assert list(read_issues(path, {"count-mismatch", "empty"})) == [issues[0], issues[2]]


@pytest.mark.parametrize("line", ["no json", "[]", "{}", '{"article": "a", "what": 1}'])
def test_what_is_no_issue_is_told_with_its_line(line: str, tmp_path: Path) -> None:
    path = tmp_path / "issues.jsonl"
    path.write_text(f"{line}\n", encoding="utf-8")
    with pytest.raises(KgraphError, match="not a line of issues"):
        list(read_issues(path, {"empty"}))


def test_issues_stand_by_article_then_by_place_in_the_text() -> None:
    lines = [
        issue_line(Issue(code="x", message="m", article="", place="b.txt")),
        issue_line(Issue(code="x", message="m", article="a", begin=9, end=12)),
        issue_line(Issue(code="x", message="m", article="a", begin=10, end=12)),
        issue_line(Issue(code="x", message="m", article="b", begin=1, end=2)),
    ]
    assert sorted([lines[2], lines[0], lines[3], lines[1]], key=issue_order) == lines


def test_tally_counts_a_resource_and_a_triple_once_whatever_the_number_of_graphs() -> None:
    lines = [
        f"<urn:a> {TYPE} <{NAMESPACE}Official> <urn:g1> .",
        f"<urn:a> {TYPE} <{NAMESPACE}Official> <urn:g2> .",
        f"<urn:a> {TYPE} <http://xmlns.com/foaf/0.1/Person> <urn:g2> .",
        f'<urn:a> <{NAMESPACE}asciiLabel> "a b . <urn:g1> ." <urn:g1> .',
        f"<urn:a> <{NAMESPACE}attended> <urn:e1> <urn:g1> .",
        f"<urn:a> <{NAMESPACE}attended> <urn:e1> <urn:g2> .",
        f"<urn:a> <{NAMESPACE}attended> <urn:e2> <urn:g2> .",
        f"<urn:b> {TYPE} <{NAMESPACE}Official> <urn:g2> .",
    ]
    quads = [line.encode() for line in lines]
    assert tally(quads) == Tally({"Official": 2}, {"asciiLabel": 1, "attended": 2})
    assert tally(quads[:2]) + tally(quads[2:]) == tally(quads)


def test_run_report_is_the_same_text_for_any_order() -> None:
    made = [
        RunReport(
            versions=Versions(kgraph="1", ontology="2", lexicon="3", gazetteer="4"),
            base="https://example.org/",
            counts=Counts(given=2, accepted=2),
            classes={},
            predicates={},
            sources=sources,
        ).to_json()
        for sources in ({"b": "1", "a": "2"}, {"a": "2", "b": "1"})
    ]
    assert made[0] == made[1]
    assert json.loads(made[0])["counts"] == {"given": 2, "accepted": 2, "duplicate": 0, "quarantined": 0}


def test_versions_name_the_program_and_hash_the_rest() -> None:
    found = versions()
    assert found.kgraph == VERSION
    assert all(len(v) == 12 and int(v, 16) >= 0 for v in (found.ontology, found.lexicon, found.gazetteer))
    assert found == versions()
