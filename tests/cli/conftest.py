"""`kgraph` run as a user runs it, and a small graph with what its commands show."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from kgraph.cli import main

BASE = "https://w3id.org/kgraph-vn/"
KG, ID, VOCAB = BASE + "ns#", BASE + "id/", BASE + "vocab/"
PREFIXES = {
    "kg": KG,
    "id": ID,
    "vocab": VOCAB,
    "org": "http://www.w3.org/ns/org#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dcterms": "http://purl.org/dc/terms/",
    "prov": "http://www.w3.org/ns/prov#",
}
TEXT = "Sáng 16/12/2024, Quận ủy Đống Đa tổ chức hội nghị. Đồng chí Đinh Trường Thọ, Bí thư Quận ủy, chủ trì hội nghị."
SENTENCE = "Đồng chí Đinh Trường Thọ, Bí thư Quận ủy, chủ trì hội nghị."
HOSTILE = "Ông \\u001B[31mĐỏ\\u202E [bold]đậm[/bold]"

TRIPLES = f"""
id:article/a1 | rdf:type kg:Article ; dcterms:identifier "a1" ; kg:publishedEdtf "2024-12-16" ; kg:title "Tổng kết năm"@vi
id:article/a1 | kg:mentions id:official/tho ; kg:mentions id:organization/qu
id:official/tho | rdf:type kg:Official ; rdfs:label "Đinh Trường Thọ"@vi ; skos:altLabel "Trường Thọ"@vi ; kg:asciiLabel "dinh truong tho"
id:official/tho | kg:hasPosition id:holding/1 ; kg:attended id:event/hn ; kg:chaired id:event/hn
id:holding/1 | rdf:type kg:PositionHolding ; org:member id:official/tho ; org:role vocab:role/bi-thu ; org:organization id:organization/qu
id:holding/1 | kg:holdingStatus vocab:holding-status/held ; kg:observedOn "2024-12-16"
id:organization/qu | rdf:type kg:Organization ; rdfs:label "Quận ủy Đống Đa"@vi ; kg:organizes id:event/hn ; kg:conducts id:campaign/c
id:campaign/c | rdf:type kg:Campaign ; rdfs:label "Chuyên đề năm 2024"@vi
id:event/hn | rdf:type kg:Event ; rdfs:label "Hội nghị tổng kết"@vi ; kg:dateEdtf "2024-12-16" ; kg:kind vocab:event-kind/hoi-nghi
id:directive/kh | rdf:type kg:Directive ; rdfs:label "Kế hoạch 347-KH/QU"@vi ; kg:designation "347-KH/QU"
id:official/do | rdf:type kg:Official ; rdfs:label "{HOSTILE}"@vi
id:unit/dd | rdf:type kg:AdministrativeUnit ; rdfs:label "Quận Đống Đa"@vi ; kg:runsCampaign id:campaign/c
vocab:role/bi-thu | skos:prefLabel "Bí thư"@vi
vocab:event-kind/hoi-nghi | skos:prefLabel "hội nghị"@vi
"""
STATEMENTS = [
    ("id:official/tho", "kg:chaired", "id:event/hn", SENTENCE),
    ("id:official/tho", "kg:attended", "id:event/hn", SENTENCE),
    ("id:official/tho", "kg:hasPosition", "id:holding/1", "Đinh Trường Thọ, Bí thư Quận ủy"),
    ("id:organization/qu", "kg:organizes", "id:event/hn", "Quận ủy Đống Đa tổ chức hội nghị"),
    ("id:organization/qu", "kg:conducts", "id:campaign/c", "Quận ủy Đống Đa"),
]


def term(name: str) -> str:
    if name.startswith('"'):
        return name
    prefix, _, local = name.partition(":")
    return f"<{PREFIXES[prefix]}{local}>"


def quads() -> list[str]:
    lines = []
    article = "id:article/a1"
    for row in TRIPLES.strip().splitlines():
        subject, _, pairs = row.partition(" | ")
        for pair in pairs.split(" ; "):
            predicate, _, value = pair.partition(" ")
            lines.append((subject, predicate, value, article))
    for number, (s, p, o, quote) in enumerate(STATEMENTS):
        begin = TEXT.index(quote)
        values = {
            "rdf:type": "kg:Statement",
            "rdf:subject": s,
            "rdf:predicate": p,
            "rdf:object": o,
            "kg:inArticle": article,
            "kg:begin": f'"{begin}"',
            "kg:end": f'"{begin + len(quote)}"',
            "kg:quote": f'"{quote}"@vi',
            "kg:rule": '"rules/events.chair"',
            "kg:confidence": '"0.9"',
        }
        lines += [(f"id:statement/{number}", predicate, value, article) for predicate, value in values.items()]
    derived = {"rdf:type": "kg:Statement", "rdf:subject": "id:unit/dd", "rdf:predicate": "kg:runsCampaign", "rdf:object": "id:campaign/c"}
    derived |= {"kg:derivedByRule": '"rules/runs-campaign"', "prov:wasDerivedFrom": "id:statement/4"}
    lines += [("id:statement/d", predicate, value, "id:derived") for predicate, value in derived.items()]
    return [f"{' '.join(map(term, line))} ." for line in lines]


@dataclass(frozen=True)
class Run:
    """How a command ended and what it wrote."""

    code: int
    out: str
    err: str


Kgraph = Callable[..., Run]
LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG")


@pytest.fixture
def kgraph(monkeypatch: pytest.MonkeyPatch) -> Kgraph:
    """kgraph(words..., cwd=, stdin=, env=): a run within this process, in English unless the environment says otherwise."""

    def run(*words: object, cwd: Path | None = None, stdin: str = "", env: dict[str, str] | None = None) -> Run:
        out, err = io.TextIOWrapper(io.BytesIO(), "ascii"), io.TextIOWrapper(io.BytesIO(), "ascii")
        with monkeypatch.context() as patch:
            for name in LOCALE:
                patch.delenv(name, raising=False)
            for name, value in (env or {}).items():
                patch.setenv(name, value)
            patch.chdir(cwd or Path.cwd())
            patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin.encode()), "utf-8"))
            patch.setattr(sys, "stdout", out)
            patch.setattr(sys, "stderr", err)
            code = main([str(word) for word in words])
            out.flush()
            err.flush()
        return Run(code, out.buffer.getvalue().decode("utf-8"), err.buffer.getvalue().decode("utf-8"))

    return run


@pytest.fixture
def kgraph_process() -> Kgraph:
    """The same in a process of its own."""

    def run(*words: object, cwd: Path | None = None, env: dict[str, str] | None = None) -> Run:
        plain = {name: value for name, value in os.environ.items() if name not in LOCALE}
        command = [sys.executable, "-m", "kgraph", *map(str, words)]
        done = subprocess.run(command, cwd=cwd, env={**plain, **(env or {})}, capture_output=True, stdin=subprocess.DEVNULL, timeout=60)
        return Run(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))

    return run


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A graph of one article: a secretary who chairs a conference, with the sentences."""
    path = tmp_path_factory.mktemp("graph") / "graph.nq"
    path.write_text("\n".join(quads()) + "\n", encoding="utf-8")
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one article and one file that is none."""
    (tmp_path / "tin").mkdir()
    (tmp_path / "tin" / "a1.txt").write_text(TEXT + "\n", encoding="utf-8")
    (tmp_path / "tin" / "empty.txt").write_text("", encoding="utf-8")
    return tmp_path
