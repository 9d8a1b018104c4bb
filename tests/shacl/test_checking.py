"""Each constraint finds its fault, by name; SPARQL constraints find in one query what pySHACL finds node by node."""

from __future__ import annotations

from pathlib import Path

import pyshacl
import pytest
from rdflib import SH, Graph

from kgraph.errors import KgraphError
from kgraph.settings import ontology_folder
from kgraph.shacl.checking import check_graph

BASE = "https://w3id.org/kgraph-vn/"
XSD = "http://www.w3.org/2001/XMLSchema#"
NAMES = {
    "kg:": BASE + "ns#",
    "id:": BASE + "id/",
    "kgv:": BASE + "vocab/",
    "rdf:": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs:": "http://www.w3.org/2000/01/rdf-schema#",
    "org:": "http://www.w3.org/ns/org#",
    "dcterms:": "http://purl.org/dc/terms/",
    "skos:": "http://www.w3.org/2004/02/skos/core#",
    "prov:": "http://www.w3.org/ns/prov#",
}

SOUND = """
id:article/a rdf:type kg:Article ; dcterms:identifier "a" ; kg:textSha256 "HASH" ; kg:publishedAt date:2024-12-20
id:unit/q rdf:type kg:AdministrativeUnit ; rdfs:label "Quận Q"@vi
id:unit/q kg:asciiLabel "quan q" ; kg:level kgv:level/district ; kg:validTo date:2025-06-30
id:unit/r rdf:type kg:AdministrativeUnit ; rdfs:label "Quận R"@vi ; kg:asciiLabel "quan r" ; kg:level kgv:level/district
id:organization/qu rdf:type kg:Organization ; rdfs:label "Quận ủy Q"@vi ; kg:asciiLabel "quan uy q" ; kg:kind kgv:organization-kind/quan-uy
id:organization/qu kg:hasJurisdictionOver id:unit/q
id:organization/ru rdf:type kg:Organization ; rdfs:label "Quận ủy R"@vi ; kg:asciiLabel "quan uy r" ; kg:kind kgv:organization-kind/quan-uy
id:organization/ru kg:hasJurisdictionOver id:unit/r
id:official/a rdf:type kg:Official ; rdfs:label "Trần Văn An"@vi
id:official/a kg:asciiLabel "tran van an" ; kg:hasPosition id:holding/1 ; kg:attended id:event/e
id:official/b rdf:type kg:Official ; rdfs:label "Lê Thị Bình"@vi ; kg:asciiLabel "le thi binh" ; kg:attended id:event/e
id:holding/1 rdf:type kg:PositionHolding ; org:member id:official/a ; org:role kgv:role/bi-thu ; org:organization id:organization/qu
id:holding/1 kg:holdingStatus kgv:holding-status/held ; kg:observedOn date:2024-12-19
kgv:role/bi-thu rdf:type skos:Concept ; kg:singleSeat boolean:true
kgv:organization-kind/quan-uy rdf:type skos:Concept
kgv:event-kind/hoi-nghi rdf:type skos:Concept
kgv:campaign-kind/cuoc-thi rdf:type skos:Concept
kgv:document-type/ke-hoach rdf:type skos:Concept
id:event/e rdf:type kg:Event ; rdfs:label "Hội nghị"@vi
id:event/e kg:asciiLabel "hoi nghi" ; kg:kind kgv:event-kind/hoi-nghi ; kg:modality kgv:modality/occurred
id:event/e kg:dateEdtf "2024-12-19" ; kg:startDate date:2024-12-19 ; kg:endDate date:2024-12-19
id:organization/qu kg:organizes id:event/e
id:directive/d rdf:type kg:Directive ; rdfs:label "Kế hoạch 1-KH/QU"@vi
id:directive/d kg:asciiLabel "ke hoach 1-kh/qu" ; kg:documentType kgv:document-type/ke-hoach
id:directive/d kg:designation "1-KH/QU" ; kg:issuedOn date:2024-11-01 ; kg:issuedBy id:organization/qu
id:directive/c rdf:type kg:Directive ; rdfs:label "Kế hoạch 2-KH/TU"@vi
id:directive/c kg:asciiLabel "ke hoach 2-kh/tu" ; kg:documentType kgv:document-type/ke-hoach
id:directive/c kg:issuedOn date:2024-10-01
id:directive/d kg:implements id:directive/c
id:directive/c kg:mayBe id:directive/d
id:event/e kg:implements id:directive/d
id:campaign/k rdf:type kg:Campaign ; rdfs:label "Q trong tôi"@vi ; kg:asciiLabel "q trong toi" ; kg:kind kgv:campaign-kind/cuoc-thi
id:campaign/k kg:edition integer:2 ; kg:year integer:2024
id:organization/qu kg:conducts id:campaign/k
id:unit/q kg:runsCampaign id:campaign/k
""".replace("HASH", "0" * 64)

STATED = """
id:official/a kg:hasPosition id:holding/1
id:official/a kg:attended id:event/e
id:official/b kg:attended id:event/e
id:organization/qu kg:organizes id:event/e
id:event/e kg:dateEdtf "2024-12-19"
id:directive/d kg:designation "1-KH/QU"
id:directive/d kg:issuedOn date:2024-11-01
id:directive/c kg:issuedOn date:2024-10-01
id:directive/d kg:issuedBy id:organization/qu
id:directive/d kg:implements id:directive/c
id:event/e kg:implements id:directive/d
id:campaign/k kg:edition integer:2
id:campaign/k kg:year integer:2024
id:organization/qu kg:conducts id:campaign/k
"""
DERIVED = """
id:statement/d rdf:type kg:Statement ; rdf:subject id:unit/q ; rdf:predicate kg:runsCampaign ; rdf:object id:campaign/k
id:statement/d kg:derivedByRule "runs-campaign" ; prov:wasDerivedFrom id:statement/13
id:statement/m rdf:type kg:Statement ; rdf:subject id:directive/c ; rdf:predicate kg:mayBe ; rdf:object id:directive/d
id:statement/m kg:inArticle id:article/a ; kg:rule "documents.number-at-place" ; kg:confidence decimal:0.6
"""
WORDS = 'kg:inArticle id:article/a ; kg:quote "câu" ; kg:begin integer:7 ; kg:end integer:10 ; kg:rule "r" ; kg:confidence decimal:0.9'

FAULTS = [
    ("label-missing", ['rdfs:label "Hội nghị"@vi'], ""),
    ("label-private", ['rdfs:label "Trần Văn An"@vi'], 'id:official/a rdfs:label "Trần Văn An 0912 345 678"@vi'),
    ("ascii-label", ['kg:asciiLabel "tran van an"'], 'id:official/a kg:asciiLabel "trần văn an"'),
    ("article-hash", ["kg:textSha256"], 'id:article/a kg:textSha256 "abc"'),
    ("article-identifier", ["dcterms:identifier"], ""),
    ("article-day", [], "id:article/a kg:publishedAt date:2024-12-31"),
    ("article-day", ["kg:publishedAt"], "id:article/a kg:publishedAt date:2024-02-30"),
    ("Official", ["id:official/b kg:attended"], ""),
    ("holding-member", [], "id:holding/1 org:member id:official/b"),
    ("holding-role", ["org:role"], ""),
    ("holding-status", [], "id:holding/1 kg:holdingStatus kgv:holding-status/former"),
    ("holding-day", [], "id:holding/1 kg:observedOn date:2024-13-01"),
    ("holding-since", [], 'id:holding/1 kg:heldSince "10/1992"'),
    ("holding-until", [], 'id:holding/1 kg:heldUntil "2020" ; kg:heldUntil "2021"'),
    ("ends-before-it-begins", [], 'id:holding/1 kg:heldSince "2020-03" ; kg:heldUntil "2019"'),
    ("relation-without-evidence", [], 'id:holding/1 kg:heldSince "2020-03"'),
    (
        "two-holders",
        [],
        "id:holding/2 rdf:type kg:PositionHolding ; org:member id:official/b ; org:role kgv:role/bi-thu ; "
        "org:organization id:organization/qu ; kg:holdingStatus kgv:holding-status/held ; kg:observedOn date:2024-12-19",
    ),
    (
        "namesakes-merged",
        [],
        "id:holding/2 rdf:type kg:PositionHolding ; org:member id:official/a ; org:role kgv:role/bi-thu ; "
        "org:organization id:organization/ru ; kg:holdingStatus kgv:holding-status/held ; kg:observedOn date:2024-12-19",
    ),
    ("document-type", ["id:directive/d kg:documentType"], ""),
    ("designation", ['kg:designation "1-KH/QU"'], 'id:directive/d kg:designation "KH một"'),
    ("designations", [], 'id:directive/d kg:designation "7-KH/QU"'),
    ("issue-day", ["id:directive/c kg:issuedOn"], "id:directive/c kg:issuedOn date:2024-02-31"),
    ("issue-days", [], "id:directive/d kg:issuedOn date:2024-11-02"),
    ("issuer", [], "id:directive/d kg:issuedBy id:organization/ru"),
    ("implements-later-document", ["id:directive/c kg:issuedOn"], "id:directive/c kg:issuedOn date:2024-11-30"),
    ("implements-itself", [], "id:directive/c kg:implements id:directive/d"),
    ("issued-after-publication", ["id:article/a kg:publishedAt"], "id:article/a kg:publishedAt date:2024-10-31"),
    ("campaign-kind", ["id:campaign/k kg:kind"], ""),
    ("edition", ["kg:edition integer:2"], "id:campaign/k kg:edition integer:0"),
    ("campaign-year", [], "id:campaign/k kg:year integer:2025"),
    ("event-kind", ["id:event/e kg:kind"], ""),
    ("modality", ["kg:modality"], ""),
    ("start-day", ["kg:startDate"], "id:event/e kg:startDate date:2024-12-20"),
    ("end-day", ["kg:endDate"], "id:event/e kg:endDate date:2024-12-40"),
    ("event-edtf", ['kg:dateEdtf "2024-12-19"'], 'id:event/e kg:dateEdtf "19/12/2024"'),
    ("event-after-publication", ["id:article/a kg:publishedAt"], "id:article/a kg:publishedAt date:2024-12-18"),
    ("event-before-document", ["id:directive/d kg:issuedOn"], "id:directive/d kg:issuedOn date:2024-12-20"),
    ("event-by-ended-body", ["id:unit/q kg:validTo"], "id:unit/q kg:validTo date:2024-06-30"),
    ("organization-kind", ["id:organization/ru kg:kind"], ""),
    ("parent", [], "id:organization/qu kg:parentOrganization id:unit/q"),
    ("parent-circle", [], "id:organization/qu kg:parentOrganization id:organization/qu"),
    ("jurisdiction", [], "id:organization/qu kg:hasJurisdictionOver id:organization/ru"),
    ("level", ["id:unit/r kg:level"], ""),
    ("within", [], "id:unit/q kg:within id:unit/r\nid:unit/q kg:within id:unit/x"),
    ("unit-days", [], "id:unit/q kg:validFrom date:2026-01-01"),
    ("attended", [], "id:official/b kg:attended id:campaign/k"),
    ("Attending", [], "id:organization/qu kg:attended id:event/e"),
    ("organizes", [], "id:organization/qu kg:organizes id:campaign/k"),
    ("Organizing", [], "id:unit/q kg:organizes id:event/e"),
    ("implements", [], "id:event/e kg:implements id:campaign/k"),
    ("Issuing", [], "id:campaign/k kg:issuedBy id:organization/qu"),
    ("issued-by", [], "id:directive/c kg:issuedBy id:official/a"),
    ("Running", [], "id:organization/qu kg:runsCampaign id:campaign/k"),
    ("runs-campaign", [], "id:unit/q kg:runsCampaign id:event/e"),
    ("one-ground", ["id:statement/2 kg:quote"], ""),
    ("one-ground", [], 'id:statement/d kg:quote "câu"'),
    ("quote", [], 'id:statement/2 kg:quote "vế"'),
    ("one-ground", ["id:statement/m kg:rule"], ""),
    ("relation-without-evidence", ["id:statement/m"], ""),
    ("statement-subject", ["id:statement/2 rdf:subject"], ""),
    ("statement-object", [], "id:statement/2 rdf:object id:event/x"),
    ("confidence", ["id:statement/2 kg:confidence"], "id:statement/2 kg:confidence decimal:1.5"),
    ("offsets", ["id:statement/2 kg:begin"], "id:statement/2 kg:begin integer:10"),
    ("quote-length", ["id:statement/2 kg:quote"], 'id:statement/2 kg:quote "một câu dài"'),
    ("statement-without-triple", ["id:organization/qu kg:organizes"], ""),
    ("derived-without-basis", ["prov:wasDerivedFrom"], ""),
    (
        "reviewed-by",
        [],
        'id:statement/2 kg:correctedFrom "x" ; kg:reviewedOn date:2026-01-02 ; kg:reviewNote "nhầm" ; kg:reviewSource "tin"',
    ),
    ("reviewed-on", [], 'id:statement/2 kg:correctedFrom "x" ; kg:reviewedBy "LH" ; kg:reviewNote "nhầm" ; kg:reviewSource "tin"'),
    ("review-note", [], 'id:statement/2 kg:correctedFrom "x" ; kg:reviewedBy "LH" ; kg:reviewedOn date:2026-01-02 ; kg:reviewSource "tin"'),
    (
        "review-source",
        [],
        'id:statement/2 kg:correctedFrom "x" ; kg:reviewedBy "LH" ; kg:reviewedOn date:2026-01-02 ; kg:reviewNote "nhầm"',
    ),
    ("derived-from-nothing", [], "id:statement/d prov:wasDerivedFrom id:statement/x"),
    ("derived-from-itself", [], "id:statement/d prov:wasDerivedFrom id:statement/d"),
    ("statement-without-triple", ["id:unit/q kg:runsCampaign"], ""),
    ("relation-without-evidence", ["id:statement/d"], ""),
    ("implements-later-document", [], "id:directive/c kg:implementsTransitively id:directive/d"),
    (
        "event-before-document",
        ["id:directive/c kg:issuedOn"],
        "id:event/e kg:implementsTransitively id:directive/c\nid:directive/c kg:issuedOn date:2024-12-20",
    ),
    ("relation-without-evidence", [], "id:official/b kg:spokeAt id:event/e"),
]


def term(text: str) -> str:
    kind, colon, rest = text.partition(":")
    if kind in ("date", "integer", "decimal", "boolean") and colon:
        return f'"{rest}"^^<{XSD}{kind}>'
    if text.startswith('"'):
        return text
    return f"<{NAMES[kind + ':']}{rest}>"


def lines(text: str) -> list[str]:
    """One triple a line, `subject predicate object`, from lines of `subject predicate object ; predicate object`."""
    found = []
    for row in text.strip().splitlines():
        subject, _, pairs = row.partition(" ")
        found += [f"{subject} {pair}" for pair in pairs.split(" ; ")]
    return found


def all_lines() -> list[str]:
    stated = lines(SOUND)
    for number, row in enumerate(lines(STATED)):
        subject, predicate, value = row.split(" ", 2)
        reified = f"rdf:type kg:Statement ; rdf:subject {subject} ; rdf:predicate {predicate} ; rdf:object {value} ; {WORDS}"
        stated += lines(f"id:statement/{number} {reified}")
    return stated + lines(DERIVED)


def write(path: Path, rows: list[str]) -> Path:
    quads = sorted(f"{term(s)} {term(p)} {term(o)} {term('id:article/a')} ." for s, p, o in (row.split(" ", 2) for row in rows))
    path.write_text("\n".join(dict.fromkeys(quads)) + "\n", encoding="utf-8")
    return path


def faulty(without: list[str], added: str) -> list[str]:
    kept = [row for row in all_lines() if not any(part in row for part in without)]
    assert len(kept) < len(all_lines()) or not without
    return kept + lines(added)


def test_sound_graph_has_no_failures(tmp_path: Path) -> None:
    assert check_graph(write(tmp_path / "graph.nq", all_lines())) == []


@pytest.mark.parametrize(("name", "without", "added"), FAULTS, ids=[f"{n}-{name}" for n, (name, _, _) in enumerate(FAULTS)])
def test_fault_is_caught_by_name(name: str, without: list[str], added: str, tmp_path: Path) -> None:
    failures = check_graph(write(tmp_path / "graph.nq", faulty(without, added)))
    assert name in {failure.name for failure in failures}
    assert all(failure.messages["vi"] and failure.messages["en"] for failure in failures)


def test_every_constraint_has_a_fault() -> None:
    shapes = Graph().parse(ontology_folder() / "shapes.ttl")
    named = {str(s).rpartition("#")[2] for s in shapes.subjects(SH.message) if "#" in str(s)}
    assert named - {name for name, _, _ in FAULTS} == {"Named"}


def test_queries_find_what_pyshacl_finds(tmp_path: Path) -> None:
    rows = all_lines()
    for name, without, added in FAULTS:
        if name not in ("statement-object", "quote-length", "within"):
            rows = [row for row in rows if not any(part in row for part in without if "kg:quote" not in part)] + lines(added)
    path = write(tmp_path / "graph.nq", rows)
    ours = {(f.name, f.node, f.value) for f in check_graph(path)}
    data = Graph()
    data.parse(data="".join(line.rpartition(" <")[0] + " .\n" for line in path.read_text("utf-8").splitlines()), format="nt")
    _, report, _ = pyshacl.validate(data, shacl_graph=Graph().parse(ontology_folder() / "shapes.ttl"))
    theirs = set()
    for result in report.objects(None, SH.result):
        source = report.value(result, SH.sourceConstraint) or report.value(result, SH.sourceShape)
        node, value = report.value(result, SH.focusNode), report.value(result, SH.value)
        theirs.add((str(source).rpartition("#")[2], str(node), "" if value is None or value == node else str(value)))
    assert ours == theirs


def test_parts_find_the_same_as_the_whole(tmp_path: Path) -> None:
    path = write(tmp_path / "graph.nq", faulty(["kg:modality", "org:role"], "id:official/b kg:attended id:campaign/k"))
    assert check_graph(path, part=1) == check_graph(path)
    assert len(check_graph(path)) >= 3


def test_missing_graph_is_told(tmp_path: Path) -> None:
    with pytest.raises(KgraphError, match="cannot read the graph"):
        check_graph(tmp_path / "none.nq")
