"""VoID and DCAT: the figures are those that another engine counts."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
import rdflib

VOID, DCAT = rdflib.Namespace("http://rdfs.org/ns/void#"), rdflib.Namespace("http://www.w3.org/ns/dcat#")
DATASET = rdflib.URIRef("https://w3id.org/kgraph-vn/graph")
KG = "https://w3id.org/kgraph-vn/ns#"


@pytest.mark.parametrize("name", ["seeds", "hostile_graph"])
def test_the_figures_are_right(name: str, request, exported) -> None:
    graph = request.getfixturevalue(name)
    said = rdflib.Graph().parse(exported("void", graph.path), format="turtle")
    assert said.value(DATASET, VOID.triples).toPython() == len(graph.triples)
    assert said.value(DATASET, VOID.distinctSubjects).toPython() == len({text.split(" ", 1)[0] for text in graph.triples})
    classes = {
        str(said.value(part, VOID["class"])): said.value(part, VOID.entities).toPython()
        for part in said.objects(DATASET, VOID.classPartition)
    }
    assert classes == {iri: graph.count(f"?s a <{iri}>") for iri in classes}
    assert len(classes) == graph.count("?x a ?s")
    assert len(list(said.objects(DATASET, rdflib.PROV.wasDerivedFrom))) == graph.count(f"?s a <{KG}Article>")


def test_versions_licence_and_time(seeds, exported) -> None:
    said = rdflib.Graph().parse(exported("void"), format="turtle")
    assert str(said.value(DATASET, rdflib.DCTERMS.license)) == "https://creativecommons.org/licenses/by/4.0/"
    assert {str(version).split()[0] for version in said.objects(DATASET, DCAT.version)} == {"kgraph", "ontology", "lexicon", "gazetteer"}
    period = said.value(DATASET, rdflib.DCTERMS.temporal)
    assert str(said.value(period, DCAT.startDate)) == "2023-01-23"


def test_without_a_run_report_the_rest_is_said(seeds, exported, tmp_path: Path, need: Callable[[str], None]) -> None:
    (tmp_path / "alone").mkdir()
    shutil.copy(seeds.path, path := tmp_path / "alone" / "graph.nq")
    need("rapper")
    done = subprocess.run(["rapper", "-q", "-i", "turtle", "-o", "ntriples", exported("void", path)], capture_output=True, check=True)
    assert b"void#triples" in done.stdout
