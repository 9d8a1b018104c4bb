"""Graphs written from gold facts, whole or with chosen faults, so that the measure can be tested without a reader of articles."""

from __future__ import annotations

import os
import random
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

KG, ID, VOCAB = "https://w3id.org/kgraph-vn/ns#", "https://w3id.org/kgraph-vn/id/", "https://w3id.org/kgraph-vn/vocab/"
ORG, RDF, PROV = "http://www.w3.org/ns/org#", "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "http://www.w3.org/ns/prov#"
LABEL, PREF = "http://www.w3.org/2000/01/rdf-schema#label", "http://www.w3.org/2004/02/skos/core#prefLabel"
IDENTIFIER = "http://purl.org/dc/terms/identifier"
CLASSES = {
    "officials": "Official",
    "organizations": "Organization",
    "places": "AdministrativeUnit",
    "directives": "Directive",
    "campaigns": "Campaign",
    "events": "Event",
}
RELATIONS = {
    "attended": ("attended", "directedAt"),
    "spokeAt": ("spokeAt", "presentedAt"),
    "chaired": ("chaired",),
    "organized": ("organizes",),
    "locatedIn": ("heldAt",),
    "implements": ("implements", "continues"),
    "launched": ("launchesCampaign",),
    "about": ("partOfCampaign",),
    "runs": ("conducts", "launched", "runsCampaign"),
    "issuedBy": ("issuedBy",),
}
LEVELS = {"ward": "commune"}

Quads = Iterator[str]


def forms(value: Any) -> list[Any]:
    return [form for form in (value if isinstance(value, list) else [value]) if form]


class Writer:
    """N-Quads of gold facts; with `faults` above 0 that share of the facts is changed, left out or added, by a seeded choice."""

    def __init__(self, seed: int, faults: float) -> None:
        self.choice, self.faults = random.Random(seed), faults
        self.concepts: dict[str, str] = {}
        self.number = 0

    def fault(self) -> bool:
        return self.choice.random() < self.faults

    def quad(self, s: str, p: str, o: str, graph: str) -> str:
        return f"<{s}> <{p if ':' in p else KG + p}> {o} <{graph}> ."

    def text(self, value: str) -> str:
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'

    def concept(self, scheme: str, word: str) -> str:
        return self.concepts.setdefault(f"{scheme}/{word}", f"{VOCAB}{scheme}/{len(self.concepts)}")

    def said(self, words: Any) -> str:
        """One of the forms of a name, in case of a fault with a word lost or a word too many."""
        name = str(self.choice.choice(forms(words) or [""]))
        if not self.fault():
            return name
        parts = name.split()
        return " ".join(parts[1:]) if len(parts) > 1 and self.choice.random() < 0.5 else f"{name} khác"

    def article(self, gold: dict[str, Any], text: str) -> Quads:
        graph = f"{ID}article/{gold['id']}"
        yield self.quad(graph, RDF + "type", f"<{KG}Article>", graph)
        yield self.quad(graph, IDENTIFIER, self.text(gold["id"]), graph)
        iris: dict[str, str] = {}
        extra = [item for kind in CLASSES for item in gold.get("optional", {}).get(kind, []) if isinstance(item, dict) and self.fault()]
        for kind, name in CLASSES.items():
            for item in [*gold.get(kind, []), *(e for e in extra if e in gold.get("optional", {}).get(kind, []))]:
                if self.fault():
                    continue
                self.number += 1
                iri = iris.setdefault(item.get("id", f"x{self.number}"), f"{ID}{name.lower()}/{self.number}")
                yield self.quad(iri, RDF + "type", f"<{KG}{name}>", graph)
                yield from self.entity(kind, item, iri, graph)
        for name, s, o in gold.get("relations", []):
            if s in iris and o in iris and not self.fault():
                if self.fault():
                    o = self.choice.choice(sorted(iris))
                yield from self.relation(self.choice.choice(RELATIONS[name]), iris[s], iris[o], graph, text)

    def entity(self, kind: str, item: dict[str, Any], iri: str, graph: str) -> Quads:
        yield self.quad(iri, LABEL, self.text(self.said(item.get("name") or item.get("number") or item.get("kind"))) + "@vi", graph)
        if kind == "officials":
            for position in item.get("positions", []):
                yield from self.position(position, iri, graph)
        if kind == "places":
            level = LEVELS.get(item.get("level"), item.get("level") or "province")
            yield self.quad(iri, "level", f"<{VOCAB}level/{'district' if self.fault() else level}>", graph)
        if kind == "directives":
            if item.get("type"):
                yield self.quad(iri, "documentType", f"<{self.concept('document-type', self.said(item['type']))}>", graph)
            if item.get("number") and not self.fault():
                yield self.quad(iri, "designation", self.text(self.said(item["number"])), graph)
            if item.get("date") or self.fault():
                yield self.quad(iri, "issuedOn", self.text("2020-02-02" if self.fault() else item.get("date") or "2021-01-01"), graph)
        if kind in ("campaigns", "events") and item.get("kind"):
            yield self.quad(iri, "kind", f"<{self.concept('kind', self.said(item['kind']))}>", graph)
        if kind == "campaigns" and (item.get("edition") or self.fault()):
            yield self.quad(iri, "edition", self.text(str(item.get("edition") or 7)), graph)
        if kind == "events" and item.get("date"):
            edtf = item["date"][:7] if self.fault() else re.sub(r"-Q(\d)", lambda quarter: f"-{32 + int(quarter[1])}", item["date"])
            yield self.quad(iri, "dateEdtf", self.text(edtf + ("~" if self.fault() else "")), graph)

    def position(self, position: dict[str, Any], person: str, graph: str) -> Quads:
        if self.fault():
            return
        self.number += 1
        holding, body = f"{ID}holding/{self.number}", f"{ID}body/{self.number}"
        yield self.quad(holding, ORG + "member", f"<{person}>", graph)
        yield self.quad(holding, ORG + "role", f"<{self.concept('role', self.said(position['role']))}>", graph)
        if position.get("org"):
            yield self.quad(holding, ORG + "organization", f"<{body}>", graph)
            yield self.quad(body, LABEL, self.text(self.said(position["org"])) + "@vi", graph)
        if not self.fault():
            yield self.quad(holding, "holdingStatus", f"<{VOCAB}holding-status/{position.get('status', 'held')}>", graph)

    def relation(self, name: str, s: str, o: str, graph: str, text: str) -> Quads:
        self.number += 1
        statement, derived = f"{ID}statement/{self.number}", self.fault()
        if not derived:
            yield self.quad(s, name, f"<{o}>", graph)
        begin = self.choice.randrange(max(1, len(text) - 60))
        quote = text[begin : begin + 60] + (" thừa" if self.fault() else "")
        for p, value in (("subject", s), ("predicate", KG + name), ("object", o)):
            yield self.quad(statement, RDF + p, f"<{value}>", graph)
        yield self.quad(statement, RDF + "type", f"<{KG}Statement>", graph)
        yield self.quad(statement, "inArticle", f"<{graph}>", graph)
        yield self.quad(statement, "begin", self.text(str(begin)), graph)
        yield self.quad(statement, "end", self.text(str(begin + 60)), graph)
        yield self.quad(statement, "quote", self.text(quote), graph)
        if derived:
            for p, value in (("subject", s), ("predicate", KG + name), ("object", o)):
                yield self.quad(statement + "d", RDF + p, f"<{value}>", ID + "derived")
            yield self.quad(statement + "d", "derivedByRule", self.text("rules/some"), ID + "derived")
            yield self.quad(statement + "d", PROV + "wasDerivedFrom", f"<{statement}>", ID + "derived")

    def labels(self) -> Quads:
        for key, iri in self.concepts.items():
            yield self.quad(iri, PREF, self.text(key.partition("/")[2]) + "@vi", ID + "authority")


WriteGraph = Callable[..., Path]


@pytest.fixture
def write_graph(tmp_path: Path) -> WriteGraph:
    """write_graph(gold facts, seed=, faults=, texts={}) → path of N-Quads."""

    def write(golds: Iterable[dict[str, Any]], *, seed: int = 1, faults: float = 0.0, texts: dict[str, str] | None = None) -> Path:
        writer = Writer(seed, faults)
        lines = [line for gold in golds for line in writer.article(gold, (texts or {}).get(gold["id"], "x" * 100))]
        path = tmp_path / f"graph-{seed}.nq"
        path.write_text("\n".join([*lines, *writer.labels()]) + "\n", encoding="utf-8")
        return path

    return write


@pytest.fixture
def shared() -> Path:
    """The folder with the outside measure and its gold; the test is skipped where it is not at hand."""
    folder = Path(os.environ.get("KGRAPH_SHARED", Path(__file__).parents[3] / "shared"))
    if not (folder / "tools" / "score.py").is_file():
        pytest.skip("needs the outside measure: set KGRAPH_SHARED to a folder with tools/score.py and gold/")
    return folder
