"""The network of entities."""

from __future__ import annotations

from kgraph.analysis.projection import Network, project
from kgraph.settings import BASE
from kgraph.store.graph import Graph

ID = f"{BASE}id/"
OFFICIAL, OPENING = f"{ID}official/do-truong-tho", f"{ID}event/hoi-nghi-trien-khai"
COMMITTEE, SONG = f"{ID}organization/quan-uy-hai-chau", f"{ID}campaign/song-han"
DISTRICT = f"{ID}unit/quan-hai-chau"


def relations(network: Network, source: str, target: str) -> list[str]:
    return sorted(network[source][target]) if network.has_edge(source, target) else []


def test_evidence_holdings_articles_and_code_words_are_no_nodes(sample: Graph) -> None:
    classes = {data["class"] for _, data in project(sample).nodes(data=True)}
    assert classes == {"Official", "Organization", "AdministrativeUnit", "Directive", "Campaign", "Event"}


def test_only_the_narrowest_relation_of_a_pair_is_drawn(sample: Graph) -> None:
    network = project(sample)
    assert relations(network, OFFICIAL, OPENING) == ["chaired", "spokeAt"]
    assert relations(network, COMMITTEE, SONG) == ["launched"]


def test_sentences_that_say_only_the_wider_relation_come_last_and_once(sample: Graph) -> None:
    edges = project(sample)[OFFICIAL][OPENING]
    said = {
        key: [(s.source.id if s.source else "", s.triple[1].partition("#")[2]) for s in data["evidence"]] for key, data in edges.items()
    }
    assert said == {"chaired": [("a1", "chaired"), ("a1", "attended"), ("b2", "attended")], "spokeAt": [("a1", "spokeAt")]}


def test_positions_become_one_edge_to_the_body_with_titles_by_day(sample: Graph) -> None:
    edge = project(sample).edges[OFFICIAL, COMMITTEE, "hasPosition"]
    assert [(t.role.vi, t.role.en, t.status, t.observed) for t in edge["titles"]] == [
        ("Bí thư", "Secretary", "held", ("2024-03-19",)),
        ("Bí thư", "Secretary", "former", ("2024-10-01",)),
    ]
    assert [s.quote for s in edge["evidence"]] == ["Đỗ Trường Thọ, Bí thư Quận ủy Hải Châu", "nguyên Bí thư Quận ủy Hải Châu"]


def test_background_and_derived_edges_say_so(sample: Graph) -> None:
    network = project(sample)
    assert network.edges[DISTRICT, SONG, "runsCampaign"]["origin"] == "derived"
    assert network.edges[COMMITTEE, DISTRICT, "hasJurisdictionOver"]["origin"] == "background"
    assert network.edges[OFFICIAL, OPENING, "chaired"]["origin"] == "article"


def test_background_is_followed_upwards_from_what_articles_name_and_no_further(sample: Graph) -> None:
    network = project(sample)
    assert f"{ID}unit/thanh-pho-da-nang" in network
    assert f"{ID}unit/quan-thanh-khe" not in network


def test_a_replaced_name_is_no_node(sample: Graph) -> None:
    assert f"{ID}official/tho-do" not in project(sample)


def test_nodes_carry_what_is_said_of_them(sample: Graph) -> None:
    network = project(sample)
    event = network.nodes[OPENING]
    assert (event["label"], event["kind"], event["dateEdtf"]) == ("Hội nghị triển khai Kế hoạch số 112-KH/QU", "Hội nghị", "2024-03-19")
    assert event["asciiLabel"] == "hoi nghi trien khai ke hoach so 112-kh/qu"
    (dated,) = [p for p in event["properties"] if p.name == "dateEdtf"]
    assert [s.quote for s in dated.evidence] == ["Sáng 19/3"]
    assert network.nodes[COMMITTEE]["altLabels"] == ("Quận ủy",)


def test_articles_are_nodes_only_on_demand(sample: Graph) -> None:
    article = f"{ID}article/a1"
    assert article not in project(sample)
    assert project(sample, articles=True).nodes[article]["label"] == "Quận Hải Châu phát động hội thi"


def test_without_evidence_nothing_is_quoted_and_the_rest_is_the_same(sample: Graph) -> None:
    bare, full = project(sample, evidence=False), project(sample)
    assert list(bare.edges(keys=True)) == list(full.edges(keys=True))
    assert not any(data["evidence"] for *_, data in bare.edges(data=True))


def test_order_is_by_name(sample: Graph) -> None:
    network = project(sample)
    assert list(network) == sorted(network)
