"""Where the things of a network belong."""

from __future__ import annotations

import pytest

from kgraph.analysis.projection import project
from kgraph.analysis.situation import Situation, situate
from kgraph.store.graph import Graph

BASE = "https://w3id.org/kgraph-vn/"
PREFIXES = {"kg": f"{BASE}ns#", "id": f"{BASE}id/", "level": f"{BASE}vocab/level/", "org": "http://www.w3.org/ns/org#"}
TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
SAID = """
id:u/hn a kg:AdministrativeUnit ; kg:level level:province
id:u/dd a kg:AdministrativeUnit ; kg:level level:district ; kg:within id:u/hn
id:u/ld a kg:AdministrativeUnit ; kg:level level:commune ; kg:within id:u/dd
id:u/tl a kg:AdministrativeUnit ; kg:level level:commune ; kg:within id:u/dd
id:o/bct a kg:Organization ; source:x id:o/bct
id:o/bct-ban a kg:Organization ; kg:parentOrganization id:o/bct
id:o/quan-uy a kg:Organization ; kg:placedIn id:u/dd
id:o/ban a kg:Organization ; kg:parentOrganization id:o/quan-uy
id:o/thanh-uy a kg:Organization ; kg:hasJurisdictionOver id:u/hn
id:o/nha-may a kg:Organization
id:d/trung-uong a kg:Directive ; kg:issuedBy id:o/bct
id:d/chung a kg:Directive ; kg:issuedBy id:o/quan-uy ; kg:issuedBy id:o/thanh-uy
id:d/khong a kg:Directive
id:e/hoi-nghi a kg:Event ; kg:heldAt id:u/ld
id:e/hai-noi a kg:Event ; kg:heldAt id:u/ld ; kg:heldAt id:u/tl
id:c/hoi-thi a kg:Campaign
id:e/khai-mac a kg:Event ; kg:heldAt id:u/ld ; kg:launchesCampaign id:c/hoi-thi
id:o/thanh-uy kg:organizes id:e/hoi-nghi
"""


def quads() -> list[str]:
    def full(name: str) -> str:
        prefix, _, local = name.partition(":")
        return {"a": f"<{TYPE}>", "source": "<http://purl.org/dc/terms/source>"}.get(prefix) or f"<{PREFIXES[prefix]}{local}>"

    lines = []
    for row in SAID.strip().splitlines():
        subject, _, pairs = row.partition(" ")
        for pair in pairs.split(" ; "):
            predicate, value = pair.split(" ")
            lines.append(f"{full(subject)} {full(predicate)} {full(value)} <{BASE}id/article/a> .")
    return lines


@pytest.fixture(scope="module")
def found() -> dict[str, Situation]:
    graph = Graph.of(quads())
    return {iri.partition("/id/")[2]: said for iri, said in situate(project(graph, evidence=False), graph).items()}


def units(said: Situation) -> list[str]:
    return [iri.rpartition("/")[2] for iri in said.units]


@pytest.mark.parametrize(
    ("name", "level", "within"),
    [
        ("u/ld", "commune", ["ld", "dd", "hn"]),
        ("o/bct", "centre", []),
        ("o/bct-ban", "centre", []),
        ("o/ban", "district", ["dd", "hn"]),
        ("o/thanh-uy", "province", ["hn"]),
        ("o/nha-may", "", []),
        ("d/trung-uong", "centre", []),
        ("d/chung", "province", ["hn"]),
        ("d/khong", "", []),
        ("e/hoi-nghi", "province", ["ld", "dd", "hn"]),
        ("e/hai-noi", "commune", ["dd", "hn"]),
        ("c/hoi-thi", "commune", ["ld", "dd", "hn"]),
    ],
)
def test_everything_has_the_level_of_its_body_and_its_place(found: dict[str, Situation], name: str, level: str, within: list[str]) -> None:
    assert (found[name].level, units(found[name])) == (level, within)


def test_a_person_belongs_to_the_body_of_the_post_seen_last(sample: Graph) -> None:
    network = project(sample, evidence=False)
    (person,) = [iri for iri, data in network.nodes.items() if data["label"] == "Đỗ Trường Thọ"]
    said = situate(network, sample)[person]
    assert (said.level, said.body.rpartition("/")[2], units(said)) == (
        "district",
        "quan-uy-hai-chau",
        ["quan-hai-chau", "thanh-pho-da-nang"],
    )
