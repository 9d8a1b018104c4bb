"""`graph.ttl` says exactly what `graph.nq` says, in one order, and every parser reads it alike."""

from __future__ import annotations

import random
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib

from kgraph.errors import KgraphError
from kgraph.exports.turtle import prefixes_for, write_turtle

ARTICLE = "<https://w3id.org/kgraph-vn/id/article/003_9d0ceb84>"
SAME_ELSEWHERE = "<https://w3id.org/kgraph-vn/id/article/004_ae611399>"
AUTHORITY = "<https://w3id.org/kgraph-vn/graph/authority>"


# One line of Turtle without abbreviation is one line of N-Triples: only the graph is missing.
TRIPLES = r"""
<{id}article/003_9d0ceb84> <{rdf}type> <{kg}Article>
<{id}article/003_9d0ceb84> <http://purl.org/dc/terms/identifier> "003_9d0ceb84"
<{id}article/003_9d0ceb84> <{kg}title> "Quận Lê Chân: \"Gương sáng\nđời thường\" \\ 😀{odd}hết"@vi
<{id}article/003_9d0ceb84> <{kg}publishedAt> "2024-10-11"^^<{xsd}date>
<{id}article/003_9d0ceb84> <{kg}url> "https://example.org/?a=1&b=<2>"^^<{xsd}anyURI>
<{id}article/003_9d0ceb84> <{kg}mentions> <{id}official/dao-khanh-ha>
<{id}article/003_9d0ceb84> <{kg}mentions> <{id}event/2024-10-11-quan-uy-le-chan>
<{id}article/003_9d0ceb84> <{kg}mentions> <{id}odd/with/slash>
<{id}event/2024-10-11-quan-uy-le-chan> <{rdf}type> <{kg}Event>
<{id}event/2024-10-11-quan-uy-le-chan> <{rdfs}label> "Hội nghị đánh giá, ngày 11/10/2024"@vi
<{id}event/2024-10-11-quan-uy-le-chan> <{kg}modality> <{vocab}modality/occurred>
<{id}official/dao-khanh-ha> <{rdf}type> <{kg}Official>
<{id}official/dao-khanh-ha> <{rdf}type> <http://xmlns.com/foaf/0.1/Person>
<{id}official/dao-khanh-ha> <{rdfs}label> "Đào Khánh Hà"@vi
<{id}official/dao-khanh-ha> <{kg}attended> <{id}event/2024-10-11-quan-uy-le-chan>
<{id}campaign/hoi-thi-6> <{rdf}type> <{kg}Campaign>
<{id}campaign/hoi-thi-6> <{kg}edition> "6"^^<{xsd}integer>
<{id}campaign/hoi-thi-6> <{kg}year> "-044"^^<{xsd}integer>
<{id}statement/9d0ceb84.ff2e> <{rdf}type> <{kg}Statement>
<{id}statement/9d0ceb84.ff2e> <{rdf}object> <{id}event/2024-10-11-quan-uy-le-chan>
<{id}statement/9d0ceb84.ff2e> <{rdf}predicate> <{kg}attended>
<{id}statement/9d0ceb84.ff2e> <{rdf}subject> <{id}official/dao-khanh-ha>
<{id}statement/9d0ceb84.ff2e> <{kg}quote> "tab\there, 'one', \"two\", backslash \\, return\r"
<{id}statement/9d0ceb84.ff2e> <{kg}confidence> "0.95"^^<{xsd}decimal>
<{id}statement/9d0ceb84.ff2e> <{kg}quoteWithheld> "true"^^<{xsd}boolean>
<{vocab}modality/occurred> <{rdf}type> <{skos}Concept>
<{vocab}modality/occurred> <{skos}inScheme> <{vocab}modality>
<{vocab}modality/occurred> <{skos}prefLabel> "đã diễn ra"@vi
<{id}odd/with/slash> <{rdfs}label> "not grouped ^^<x> \" . # @vi"
<{id}odd/> <{rdfs}label> ""
<{id}odd/-dash> <{rdfs}label> "ends in a backslash \\"
<{id}odd/dot.> <{rdfs}label> "."
"""
NAMES = {
    "odd": "\u2028 \u0085 \u00a0",
    "id": "https://w3id.org/kgraph-vn/id/",
    "kg": "https://w3id.org/kgraph-vn/ns#",
    "vocab": "https://w3id.org/kgraph-vn/vocab/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
LINES = [re.sub(r"\{(\w+)\}", lambda name: NAMES[name[1]], line) for line in TRIPLES.strip().split("\n")]


def write(folder: Path, lines: list[str], **options: str) -> tuple[int, str]:
    """The number of triples and the Turtle of some lines of N-Quads."""
    source, target = folder / "graph.nq", folder / "graph.ttl"
    source.write_bytes("".join(f"{line}\n" for line in lines).encode())
    return write_turtle(source, target, **options), target.read_bytes().decode()


def quads(lines: list[str] = LINES) -> list[str]:
    """Each triple in the article's graph, every second one in another graph too."""
    return sorted([f"{line} {ARTICLE} ." for line in lines] + [f"{line} {SAME_ELSEWHERE} ." for line in lines[::2]])


@pytest.fixture
def turtle(tmp_path: Path) -> str:
    return write(tmp_path, quads())[1]


def test_oxigraph_reads_back_the_union(tmp_path: Path) -> None:
    count, text = write(tmp_path, quads())
    back = set(ox.parse(text, format=ox.RdfFormat.TURTLE))
    want = {quad.triple for quad in ox.parse((tmp_path / "graph.nq").read_bytes(), format=ox.RdfFormat.N_QUADS)}
    assert {quad.triple for quad in back} == want
    assert count == len(want) == len(LINES)


def test_rdflib_reads_back_the_union(turtle: str) -> None:
    graph = rdflib.Graph().parse(data=turtle, format="turtle")
    want = rdflib.Graph().parse(data="".join(f"{line} .\n" for line in LINES), format="nt")
    assert set(graph) == set(want)
    assert len(graph) == len(LINES)


@pytest.mark.tool
@pytest.mark.parametrize("command", [["rapper", "-q", "-i", "turtle", "-o", "ntriples"], ["serdi", "-i", "turtle", "-o", "ntriples"]])
def test_other_programs_read_back_the_union(tmp_path: Path, command: list[str], need: Callable[[str], None]) -> None:
    need(command[0])
    write(tmp_path, quads())
    done = subprocess.run([*command, str(tmp_path / "graph.ttl")], capture_output=True, check=True)
    assert done.stderr == b""
    want = set(ox.parse("".join(f"{line} .\n" for line in LINES), format=ox.RdfFormat.N_TRIPLES))
    assert set(ox.parse(done.stdout, format=ox.RdfFormat.N_TRIPLES)) == want


def test_the_order_of_the_quads_does_not_show(tmp_path: Path, turtle: str) -> None:
    mixed = quads()
    for seed in range(3):
        random.Random(seed).shuffle(mixed)
        assert write(tmp_path, mixed)[1] == turtle


def test_subjects_stand_under_their_class_in_one_order(turtle: str) -> None:
    headings = re.findall(r"^# -+ (.+)$", turtle, flags=re.MULTILINE)
    assert headings == ["Articles", "Events", "Campaigns", "Officials", "Statements", "Concepts", "Everything else"]
    subjects = re.findall(r"^(?!@|#)(\S+) ", turtle, flags=re.MULTILINE)
    assert subjects[:6] == [
        "article:003_9d0ceb84",
        "event:2024-10-11-quan-uy-le-chan",
        "campaign:hoi-thi-6",
        "official:dao-khanh-ha",
        "statement:9d0ceb84.ff2e",
        "modality:occurred",
    ]


def test_a_subject_reads_from_its_type_and_label_to_the_rest(turtle: str) -> None:
    assert (
        """
official:dao-khanh-ha a kg:Official , foaf:Person ;
    rdfs:label "Đào Khánh Hà"@vi ;
    kg:attended event:2024-10-11-quan-uy-le-chan .
"""
        in turtle
    )
    statement = turtle.partition("statement:9d0ceb84.ff2e a")[2].partition(" .\n")[0]
    predicates = re.findall(r"^    (\S+)", statement, flags=re.MULTILINE)
    assert predicates == ["rdf:subject", "rdf:predicate", "rdf:object", "kg:quote", "kg:confidence", "kg:quoteWithheld"]


def test_our_prefix_is_first_and_each_type_has_one(turtle: str) -> None:
    declared = re.findall(r"^@prefix (\S+): <(\S+)> \.$", turtle, flags=re.MULTILINE)
    assert declared[0] == ("kg", NAMES["kg"])
    assert dict(declared) == prefixes_for(
        [NAMES["id"] + f"{name}/" for name in ("article", "campaign", "event", "odd", "official", "statement")]
        + [NAMES["vocab"] + "modality/"]
    )
    assert len({space for _, space in declared}) == len(declared)


def test_numbers_and_truth_values_are_bare_only_in_canonical_form(turtle: str) -> None:
    assert "kg:edition 6 ;" in turtle
    assert 'kg:year "-044"^^xsd:integer' in turtle
    assert "kg:confidence 0.95" in turtle
    assert "kg:quoteWithheld true" in turtle


def test_names_that_some_parser_would_refuse_stay_whole(turtle: str) -> None:
    for name in ("odd/with/slash", "odd/", "odd/-dash", "odd/dot."):
        assert f"\n<{NAMES['id']}{name}> rdfs:label" in turtle


def test_a_long_list_has_one_line_for_each(tmp_path: Path) -> None:
    things = [f"<{NAMES['id']}event/2024-{n:02}-{'long-name-' * 3}x>" for n in range(1, 9)]
    text = write(tmp_path, [f"<{NAMES['id']}article/a> <{NAMES['kg']}mentions> {thing} ." for thing in things])[1]
    assert text.count(" ,\n        event:2024-") == 7


def test_another_base_has_its_own_prefixes(tmp_path: Path) -> None:
    base = "https://data.example.org/kg/"
    text = write(tmp_path, [f"<{base}id/event/a> <{NAMES['rdf']}type> <{NAMES['kg']}Event> {AUTHORITY} ."], base=base)[1]
    assert f"@prefix event: <{base}id/event/> .\n" in text
    assert "\nevent:a a kg:Event .\n" in text


def test_a_type_may_not_take_the_prefix_of_another_vocabulary() -> None:
    taken = prefixes_for({f"{NAMES['id']}org/", f"{NAMES['id']}role/", f"{NAMES['vocab']}role/"})
    assert taken["org"] == "http://www.w3.org/ns/org#"
    assert list(taken)[:3] == ["kg", "role", "kgv"]
    assert taken["role"] == f"{NAMES['id']}role/"


def test_an_empty_graph_is_a_file_of_prefixes(tmp_path: Path) -> None:
    count, text = write(tmp_path, ["", "# nothing"])
    assert count == 0
    assert list(ox.parse(text, format=ox.RdfFormat.TURTLE)) == []


def test_a_literal_without_datatype_and_one_of_xsd_string_are_one(tmp_path: Path) -> None:
    line = f'<{NAMES["id"]}event/a> <{NAMES["rdfs"]}label> "x"'
    assert write(tmp_path, [f"{line} .", f"{line}^^<{NAMES['xsd']}string> {ARTICLE} ."])[0] == 1


@pytest.mark.parametrize(
    "line",
    [
        f'_:b <{NAMES["rdfs"]}label> "x" .',
        f'<a b> <{NAMES["rdfs"]}label> "x" .',
        f'<http://e.org/a> <{NAMES["rdfs"]}label> "x .',
        f'<http://e.org/a> <{NAMES["rdfs"]}label> "\\q" .',
        "<http://e.org/a> .",
    ],
)
def test_what_is_no_quad_is_refused_with_its_line_and_nothing_is_written(tmp_path: Path, line: str) -> None:
    with pytest.raises(KgraphError, match="line 2"):
        write(tmp_path, ["# first", line])
    assert [path.name for path in tmp_path.iterdir()] == ["graph.nq"]


def test_a_missing_graph_is_a_fault_with_its_mend(tmp_path: Path) -> None:
    with pytest.raises(KgraphError, match="kgraph build"):
        write_turtle(tmp_path / "none.nq", tmp_path / "graph.ttl")
