"""A correction drops a statement or exchanges its object; what rested on it goes with it, and the statement says what it said."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kgraph.build import build
from kgraph.reviewed.corrections import check_corrections
from kgraph.reviewed.entries import Correction
from kgraph.reviewed.mending import Mended, mended
from kgraph.sorting import Sorter
from kgraph.terms import Names

ROOT = Path(__file__).parents[2]
SHORT = {
    "kg:": "https://w3id.org/kgraph-vn/ns#",
    "id:": "https://x/id/",
    "rdf:": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs:": "http://www.w3.org/2000/01/rdf-schema#",
    "prov:": "http://www.w3.org/ns/prov#",
    "dcterms:": "http://purl.org/dc/terms/",
}


def full(name: str) -> str:
    prefix, colon, local = name.partition(":")
    return f"<{SHORT[prefix + colon]}{local}>"


def quad(s: str, p: str, o: str, graph: str = "1") -> str:
    place = full(f"id:article/{graph}") if graph != "derived" else "<https://x/graph/derived>"
    return f"{full(s)} {full(p)} {o if o.startswith(chr(34)) else full(o)} {place} ."


def said(node: str, s: str, p: str, o: str, *, graph: str = "1", begin: int = 0, rests: tuple[str, ...] = ()) -> list[str]:
    rows = [quad(s, p, o, graph), quad(node, "rdf:type", "kg:Statement", graph), quad(node, "rdf:subject", s, graph)]
    rows += [quad(node, "rdf:predicate", p, graph), quad(node, "rdf:object", o, graph)]
    if rests:
        return [*rows, *(quad(node, "prov:wasDerivedFrom", ground, graph) for ground in rests)]
    integer = "^^<http://www.w3.org/2001/XMLSchema#integer>"
    rows += [quad(node, "kg:begin", f'"{begin}"{integer}', graph), quad(node, "kg:end", f'"{begin + 9}"{integer}', graph)]
    return [*rows, quad(node, "kg:quote", '"chín chữ…"', graph)]


GRAPH = [
    quad("id:article/1", "dcterms:identifier", '"1"'),
    quad("id:article/2", "dcterms:identifier", '"2"', "2"),
    *said("id:statement/1", "id:official/a", "kg:chaired", "id:event/e"),
    *said("id:statement/2", "id:official/a", "kg:attended", "id:event/e"),
    *said("id:statement/3", "id:official/a", "kg:attended", "id:event/e", begin=50),
    *said("id:statement/4", "id:official/a", "kg:attended", "id:event/e", graph="2"),
    *said("id:statement/5", "id:official/a", "kg:hasPosition", "id:holding/h"),
    quad("id:holding/h", "rdf:type", "kg:PositionHolding"),
    *said("id:statement/6", "id:organization/o", "kg:conducts", "id:campaign/c"),
    *said("id:statement/7", "id:unit/u", "kg:runsCampaign", "id:campaign/c", graph="derived", rests=("id:statement/6",)),
    *said("id:statement/8", "id:event/e", "kg:startDate", '"2024-03-19"^^<http://www.w3.org/2001/XMLSchema#date>'),
    quad("id:event/f", "rdf:type", "kg:Event", "2"),
    quad("id:event/f", "rdfs:label", '"Hội nghị"@vi', "2"),
]


def correct(tmp_path: Path, *corrections: dict[str, object]) -> Mended:
    signed = {"by": "LH", "date": "2026-01-02", "reason": "báo đính chính", "source": "tin ngày 3/1/2026"}
    rows = [Correction.model_validate({**signed, "place": f"corrections.toml:{n}", **one}) for n, one in enumerate(corrections, 1)]
    check_corrections(rows)
    (tmp_path / "graph.nq").write_text("".join(f"{line}\n" for line in sorted(set(GRAPH))), encoding="utf-8")
    (tmp_path / "room").mkdir(exist_ok=True)
    return mended(tmp_path / "graph.nq", rows, Names("https://x/"), Sorter(tmp_path / "room"))


def test_nothing_changes_without_corrections(tmp_path: Path) -> None:
    assert list(correct(tmp_path).lines) == sorted(set(GRAPH))


def test_a_dropped_statement_leaves_the_triple_where_another_one_shows_it(tmp_path: Path) -> None:
    found = correct(tmp_path, {"statement": "statement/3", "drop": True})
    lines = list(found.lines)
    assert not any("statement/3>" in line for line in lines)
    assert quad("id:official/a", "kg:attended", "id:event/e") in lines
    assert [(i.code, i.article, i.begin, i.message) for i in found.issues] == [
        ("dropped", "1", 50, "attended: báo đính chính (LH, 2026-01-02; tin ngày 3/1/2026)")
    ]


def test_who_was_not_there_did_not_chair(tmp_path: Path) -> None:
    gone = {"subject": "official/a", "predicate": "attended", "object": "event/e", "article": "1", "drop": True}
    lines = list(correct(tmp_path, gone).lines)
    assert not any(f"statement/{n}>" in line for line in lines for n in (1, 2, 3))
    assert quad("id:official/a", "kg:chaired", "id:event/e") not in lines
    assert quad("id:official/a", "kg:attended", "id:event/e", "2") in lines


def test_who_did_not_chair_can_have_been_there(tmp_path: Path) -> None:
    lines = list(correct(tmp_path, {"subject": "official/a", "predicate": "chaired", "object": "event/e", "drop": True}).lines)
    assert quad("id:official/a", "kg:chaired", "id:event/e") not in lines
    assert quad("id:official/a", "kg:attended", "id:event/e") in lines


def test_a_post_goes_with_its_holding(tmp_path: Path) -> None:
    lines = list(correct(tmp_path, {"statement": "statement/5", "drop": True}).lines)
    assert not any("holding/h" in line for line in lines)


def test_what_rested_on_it_goes_too(tmp_path: Path) -> None:
    lines = list(correct(tmp_path, {"statement": "statement/6", "drop": True}).lines)
    assert not any("statement/7" in line or "runsCampaign" in line for line in lines)


def test_an_exchanged_object_is_named_and_the_statement_says_what_it_said(tmp_path: Path) -> None:
    lines = list(correct(tmp_path, {"statement": "statement/1", "new_object": "event/f"}).lines)
    assert quad("id:official/a", "kg:chaired", "id:event/f") in lines
    assert quad("id:official/a", "kg:attended", "id:event/f") in lines
    assert quad("id:official/a", "kg:chaired", "id:event/e") not in lines
    assert quad("id:official/a", "kg:attended", "id:event/e") in lines  # another sentence shows it
    assert quad("id:event/f", "rdfs:label", '"Hội nghị"@vi') in lines
    assert quad("id:article/1", "kg:mentions", "id:event/f") in lines
    for node in ("id:statement/1", "id:statement/2"):
        assert quad(node, "rdf:object", "id:event/f") in lines
        assert quad(node, "rdf:object", "id:event/e") not in lines
        assert quad(node, "kg:correctedFrom", '"https://x/id/event/e"') in lines
        assert quad(node, "kg:reviewedBy", '"LH"') in lines
        assert quad(node, "kg:reviewNote", '"báo đính chính"') in lines
        assert quad(node, "kg:quote", '"chín chữ…"') in lines


def test_an_exchanged_value_keeps_its_datatype(tmp_path: Path) -> None:
    one = {"subject": "event/e", "predicate": "startDate", "value": "2024-03-19", "new_value": "2024-03-18"}
    lines = list(correct(tmp_path, one).lines)
    assert quad("id:event/e", "kg:startDate", '"2024-03-18"^^<http://www.w3.org/2001/XMLSchema#date>') in lines
    assert quad("id:statement/8", "kg:correctedFrom", '"2024-03-19"') in lines
    assert sum("2024-03-19" in line for line in lines) == 1


def test_a_new_object_that_is_nowhere_is_not_put_there(tmp_path: Path) -> None:
    found = correct(tmp_path, {"statement": "statement/1", "new_object": "event/g"})
    assert not any("event/g" in line or "statement/1>" in line for line in found.lines)
    assert {issue.code for issue in found.issues} == {"dropped-without-object"}


def test_a_correction_that_meets_nothing_is_told(tmp_path: Path) -> None:
    found = correct(tmp_path, {"statement": "statement/99", "drop": True})
    assert found.unused == ("corrections.toml:1",)
    assert list(found.lines) == sorted(set(GRAPH))


@pytest.mark.parametrize("format", ["drop", "new_object"])
def test_a_build_of_the_seeds_stays_sound(tmp_path: Path, format: str) -> None:
    from kgraph.shacl.checking import check_graph

    build([ROOT / "seeds"], out=tmp_path / "plain", only=["nq"])
    lines = (tmp_path / "plain" / "graph.nq").read_text(encoding="utf-8").splitlines()
    chaired = next(line for line in lines if "ns#attended>" in line and line.startswith("<https://w3id.org/kgraph-vn/id/official"))
    subject, _, event, _ = chaired.split(" ", 3)
    other = next(line.split()[0] for line in lines if "ns#Event>" in line and not line.startswith(event))
    change = "drop = true" if format == "drop" else f'new_object = "{other[1:-1]}"'
    text = f'[[correction]]\nsubject = "{subject[1:-1]}"\npredicate = "attended"\nobject = "{event[1:-1]}"\n{change}\n'
    (tmp_path / "reviewed").mkdir()
    signed = 'by = "LH"\ndate = 2026-01-02\nreason = "báo đính chính"\nsource = "tin"\n'
    (tmp_path / "reviewed" / "corrections.toml").write_text(text + signed, encoding="utf-8")
    build([ROOT / "seeds"], out=tmp_path / "out", reviewed=tmp_path / "reviewed")
    after = (tmp_path / "out" / "graph.nq").read_text(encoding="utf-8").splitlines()
    assert after == sorted(set(after))
    assert chaired not in after
    assert not check_graph(tmp_path / "out" / "graph.nq")
    codes = {json.loads(line)["code"] for line in (tmp_path / "out" / "issues.jsonl").read_text(encoding="utf-8").splitlines()}
    assert ("dropped" if format == "drop" else "corrected") in codes
