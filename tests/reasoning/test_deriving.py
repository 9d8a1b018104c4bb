"""What follows stands in the derived graph, with its rule and with the statements it rests on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kgraph.errors import KgraphError, LimitReached
from kgraph.reasoning import derive
from kgraph.reasoning.rules import read_rule
from kgraph.settings import BASE

PREFIXES = {
    "kg:": f"{BASE}ns#",
    "id:": f"{BASE}id/",
    "kind:": f"{BASE}vocab/organization-kind/",
    "type:": f"{BASE}vocab/document-type/",
    "eli:": "http://data.europa.eu/eli/ontology#",
    "rdf:": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
}
Derived = Callable[..., dict[str, set[str]]]


def term(text: str) -> str:
    kind, colon, rest = text.partition(":")
    if kind in ("date", "integer"):
        return f'"{rest}"^^<http://www.w3.org/2001/XMLSchema#{kind}>'
    return f"<{PREFIXES[kind + colon]}{rest}>"


def short(text: str) -> str:
    for prefix, iri in PREFIXES.items():
        if text.startswith(f"<{iri}"):
            return prefix + text[len(iri) + 1 : -1]
    return text


def quads(facts: str, graph: str) -> list[str]:
    """One line a fact; `*` before it gives it a statement, which bears the fact's own words as its name."""
    lines = []
    for fact in filter(None, map(str.strip, facts.split("\n"))):
        triple = [term(word) for word in fact.lstrip("* ").split(" ")]
        lines.append(f"{' '.join(triple)} <{graph}> .")
        if fact.startswith("*"):
            node = term("id:statement/" + "-".join(word.partition(":")[2].rpartition("/")[2] for word in fact.lstrip("* ").split(" ")))
            parts = zip(("subject", "predicate", "object"), triple, strict=True)
            lines += [f"{node} {term('rdf:' + part)} {value} <{graph}> ." for part, value in parts]
            lines.append(f"{node} {term('rdf:type')} {term('kg:Statement')} <{graph}> .")
    return lines


def written(folder: Path, facts: str, background: str = "") -> Path:
    path = folder / "graph.nq"
    lines = {*quads(facts, f"{BASE}id/article/a"), *quads(background, f"{BASE}graph/authority")}
    path.write_text("".join(f"{line}\n" for line in sorted(lines)), encoding="utf-8")
    return path


def told(lines: list[str]) -> dict[str, set[str]]:
    """Each conclusion with the names of the statements that it rests on; those of a derived one are its conclusion."""
    rows = [(s, p, o.rpartition(" <")[0]) for s, p, o in (line.split(" ", 2) for line in lines)]
    parts: dict[str, dict[str, set[str]]] = {}
    for s, p, o in rows:
        parts.setdefault(s, {}).setdefault(short(p), set()).add(o)
    reified = {}
    for node, said in parts.items():
        if "rdf:subject" in said:
            reified[node] = " ".join(short(*said[f"rdf:{part}"]) for part in ("subject", "predicate", "object"))
    found = {f"{short(s)} {short(p)} {short(o)}": set[str]() for s, p, o in rows if s not in reified}
    for node, conclusion in reified.items():
        (grounds,) = (values for name, values in parts[node].items() if "wasDerivedFrom" in name)
        found[conclusion] |= {reified.get(ground, short(ground).removeprefix("id:statement/")) for ground in grounds}
    return found


@pytest.fixture
def derived(tmp_path: Path) -> Derived:
    return lambda facts, background="": told(derive(written(tmp_path, facts, background)))


PLACES = """
id:quan-uy kg:hasJurisdictionOver id:quan
id:phuong-uy kg:hasJurisdictionOver id:phuong
id:phuong-uy kg:parentOrganization id:quan-uy
id:phuong-uy kg:kind kind:dang-uy
id:ban kg:parentOrganization id:quan-uy
id:ban kg:kind kind:ban-tuyen-giao
id:to kg:parentOrganization id:ban
id:to kg:kind kind:van-phong
id:truong kg:parentOrganization id:quan-uy
id:truong kg:kind kind:truong
"""


@pytest.mark.parametrize(
    ("body", "unit"), [("quan-uy", "quan"), ("phuong-uy", "phuong"), ("ban", "quan"), ("to", None), ("truong", None), ("hoi", None)]
)
def test_a_unit_runs_what_its_governing_body_or_an_organ_of_it_conducts(body: str, unit: str | None, derived: Derived) -> None:
    found = derived(f"* id:{body} kg:conducts id:thi", PLACES)
    runs = {conclusion: grounds for conclusion, grounds in found.items() if "runsCampaign" in conclusion}
    assert runs == ({f"id:{unit} kg:runsCampaign id:thi": {f"{body}-conducts-thi"}} if unit else {})


def test_a_conclusion_rests_on_every_fact_that_shows_it(derived: Derived) -> None:
    found = derived("* id:quan-uy kg:conducts id:thi\n* id:ban kg:conducts id:thi", PLACES)
    assert found["id:quan kg:runsCampaign id:thi"] == {"quan-uy-conducts-thi", "ban-conducts-thi"}


@pytest.mark.parametrize("role", ["chaired", "directedAt", "spokeAt", "presentedAt"])
def test_attending_follows_from_what_one_did_there(role: str, derived: Derived) -> None:
    assert derived(f"* id:a kg:{role} id:e") == {"id:a kg:attended id:e": {f"a-{role}-e"}}
    assert derived(f"* id:a kg:{role} id:e\n* id:a kg:attended id:e") == {}


def test_conducting_follows_from_launching_and_running_from_that(derived: Derived) -> None:
    found = derived("* id:quan-uy kg:launched id:thi", PLACES)
    assert found["id:quan-uy kg:conducts id:thi"] == {"quan-uy-launched-thi"}
    assert found["id:quan kg:runsCampaign id:thi"] == {"id:quan-uy kg:conducts id:thi"}


CHAIN = "* id:e kg:implements id:kl\n* id:kl kg:continues id:ct\n* id:kl kg:implements id:ct\n"


def test_what_implements_a_document_implements_the_one_that_it_continues(derived: Derived) -> None:
    found = derived(CHAIN)
    assert found["id:e kg:implements id:ct"] == {"e-implements-kl", "kl-continues-ct"}
    assert found["id:e kg:implementsTransitively id:ct"] == {
        "id:e kg:implements id:ct",
        "id:e kg:implementsTransitively id:kl",
        "kl-implements-ct",
    }
    assert derived("* id:kl kg:continues id:ct")["id:kl kg:implements id:ct"] == {"kl-continues-ct"}


@pytest.mark.parametrize(
    ("days", "follows"),
    [
        ("id:ct kg:issuedOn date:2016-05-15\nid:e kg:endDate date:2024-03-19", True),
        ("id:ct kg:issuedOn date:2016-05-15\nid:e kg:issuedOn date:2016-05-15", True),
        ("id:ct kg:issuedOn date:2024-05-15\nid:e kg:endDate date:2024-03-19", False),
        ("id:ct kg:issuedOn date:2024-05-15\nid:e kg:issuedOn date:2024-03-19", False),
        ("id:ct kg:issuedOn date:2025-05-15\nid:e kg:year integer:2024", False),
        ("id:ct kg:issuedOn date:2024-05-15\nid:e kg:year integer:2024", True),
    ],
)
def test_nothing_implements_a_document_that_came_later(days: str, follows: bool, derived: Derived) -> None:
    found = derived(CHAIN + days)
    assert ("id:e kg:implements id:ct" in found) is follows
    assert ("id:e kg:implementsTransitively id:ct" in found) is follows


def test_chains_of_any_length_are_followed_and_circles_end(derived: Derived) -> None:
    found = derived("\n".join(f"* id:d{n} kg:implements id:d{n + 1}" for n in range(6)))
    assert "id:d0 kg:implementsTransitively id:d6" in found
    assert len(found) == 21
    circle = derived("* id:a kg:implements id:b\n* id:b kg:implements id:a")
    assert set(circle) == {"id:a kg:implementsTransitively id:b", "id:b kg:implementsTransitively id:a"}


def test_what_rests_on_background_alone_stands_without_a_statement(derived: Derived) -> None:
    found = derived("", "id:p kg:within id:q\nid:q kg:within id:h\nid:x kg:parentOrganization id:y\nid:y kg:parentOrganization id:z")
    assert found == {
        **{f"id:{a} kg:withinTransitively id:{b}": set() for a, b in ("pq", "ph", "qh")},
        **{f"id:{a} kg:partOfTransitively id:{b}": set() for a, b in ("xy", "xz", "yz")},
    }


@pytest.mark.parametrize(
    ("kind", "type", "legal"),
    [("ubnd", "quyet-dinh", True), ("quoc-hoi", "luat", True), ("quan-uy", "nghi-quyet", False), ("ubnd", "ke-hoach", False)],
)
def test_terms_of_eli_are_for_legal_documents_of_the_state(kind: str, type: str, legal: bool, derived: Derived) -> None:
    facts = f"* id:d kg:issuedBy id:b\nid:d kg:documentType type:{type}"
    found = derived(facts, f"id:b kg:kind kind:{kind}")
    assert found == ({f"id:d {end}": {"d-issuedBy-b"} for end in ("rdf:type eli:LegalResource", "eli:passed_by id:b")} if legal else {})


def test_a_legal_document_ensures_the_implementation_of_another(derived: Derived) -> None:
    facts = "* id:d kg:implements id:n\n* id:d kg:issuedBy id:b\n* id:n kg:issuedBy id:g\n"
    types = "id:d kg:documentType type:quyet-dinh\nid:n kg:documentType type:nghi-dinh"
    found = derived(facts + types, "id:b kg:kind kind:ubnd\nid:g kg:kind kind:chinh-phu")
    assert found["id:d eli:ensures_implementation_of id:n"] == {"d-implements-n", "id:d eli:passed_by id:b", "id:n eli:passed_by id:g"}


def test_what_was_derived_before_counts_for_nothing_and_the_bytes_are_the_same(tmp_path: Path) -> None:
    path = written(tmp_path, CHAIN + "* id:quan-uy kg:conducts id:thi", PLACES)
    first = derive(path)
    assert first == sorted(set(first))
    path.write_text("".join(f"{line}\n" for line in sorted([*path.read_text("utf-8").splitlines(), *first])), encoding="utf-8")
    assert derive(path) == first


def test_a_rule_of_ones_own_needs_no_code(tmp_path: Path) -> None:
    rule = read_rule(
        "hosts",
        "# vi: x\n# en: x\n# rests on: ?b kg:organizes ?e\nPREFIX kg: <https://w3id.org/kgraph-vn/ns#>\n"
        "CONSTRUCT { ?e kg:heldAt ?u } WHERE { ?b kg:organizes ?e ; kg:hasJurisdictionOver ?u }",
    )
    path = written(tmp_path, "* id:quan-uy kg:organizes id:e", PLACES)
    assert told(derive(path, rules=[rule])) == {"id:e kg:heldAt id:quan": {"quan-uy-organizes-e"}}


def test_a_rule_that_never_ends_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kgraph.reasoning.deriving._ROUNDS", 5)
    rule = read_rule(
        "more",
        "# vi: x\n# en: x\n# rests on: background\nPREFIX kg: <https://w3id.org/kgraph-vn/ns#>\n"
        'CONSTRUCT { ?b kg:within ?c } WHERE { ?a kg:within ?b . BIND (IRI(CONCAT(STR(?b), "x")) AS ?c) }',
    )
    with pytest.raises(LimitReached, match="something new"):
        derive(written(tmp_path, "id:a kg:within id:b"), rules=[rule])


def test_a_missing_graph_is_told(tmp_path: Path) -> None:
    with pytest.raises(KgraphError, match="cannot read the graph"):
        derive(tmp_path / "none.nq")


def test_a_graph_in_another_encoding_is_told(tmp_path: Path) -> None:
    (tmp_path / "graph.nq").write_bytes(f"<urn:a> <{BASE}ns#within> <urn:b\xff> <urn:g> .\n".encode("latin-1"))
    with pytest.raises(KgraphError, match="cannot read the graph"):
        derive(tmp_path / "graph.nq")
