"""Graphs that are written down in a few lines, and those of the seeds and of the invented articles of the project."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kgraph.analysis.whole import Whole, read_whole
from kgraph.build import build
from kgraph.settings import BASE
from kgraph.store.graph import PREFIXES, Graph

ROOT = Path(__file__).parents[2]
SHORT = PREFIXES | {"id": PREFIXES["kgid"], "vocab": PREFIXES["kgv"], "graph": "https://w3id.org/kgraph-vn/graph/"}


def term(word: str) -> str:
    if word.startswith('"'):
        return word
    prefix, _, name = word.partition(":")
    return f"<{SHORT[prefix]}{name}>"


def lines_of(text: str) -> Iterator[str]:
    """N-Quads of lines such as `directive/1 a Directive "Kế hoạch 1"` and `event/1 implements directive/1 @a1`.

    A literal stands in quotes, a property of another vocabulary with its prefix, `@a1` names the article that tells it with a sentence of
    its own; without one it is background.
    """
    for row in text.strip().splitlines():
        words, _, article = row.strip().partition(" @")
        subject, _, rest = words.partition(" ")
        predicate, _, value = rest.partition(" ")
        node = f"id:{subject}"
        home = f"id:article/{article}" if article else "graph:authority"
        if predicate == "a":
            kind, _, label = value.partition(" ")
            yield from _quads([(node, "rdf:type", f"kg:{kind}"), *([(node, "rdfs:label", f"{label}@vi")] if label else [])], home)
            continue
        relation = predicate if ":" in predicate else f"kg:{predicate}"
        object = value if value.startswith('"') or ":" in value else f"id:{value}"
        yield from _quads([(node, relation, object)], home)
        if article and not object.startswith('"'):
            statement = f"id:statement/{hashlib.sha256(row.encode()).hexdigest()[:12]}"
            values = {"rdf:subject": node, "rdf:predicate": relation, "rdf:object": object, "kg:inArticle": home}
            values |= {"kg:begin": '"0"', "kg:end": '"9"', "kg:quote": f'"{words}"', "kg:rule": '"r"', "rdf:type": "kg:Statement"}
            yield from _quads([(statement, name, part) for name, part in values.items()], home)


def _quads(triples: list[tuple[str, str, str]], home: str) -> Iterator[str]:
    for triple in triples:
        yield f"{' '.join(term(word) for word in (*triple, home))} ."


@pytest.fixture(scope="session")
def quads_of() -> Callable[[str], list[str]]:
    """Sorted N-Quads of a few lines (see `lines_of`)."""
    return lambda text: sorted(set(lines_of(text)))


@pytest.fixture(scope="session")
def whole_of(quads_of: Callable[[str], list[str]]) -> Callable[[str], Whole]:
    """The whole of a graph of a few lines."""
    return lambda text: read_whole(Graph.of(quads_of(text)))


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """The graph of a build of some sources."""

    def make(*sources: Path) -> Path:
        out = tmp_path_factory.mktemp("built")
        build(sources, out=out, only=("nq",))
        return out / "graph.nq"

    return make


@pytest.fixture(scope="session")
def seeds(built: Callable[..., Path]) -> Whole:
    """The whole of the five seeds."""
    return read_whole(Graph.load(built(ROOT / "seeds")))


@pytest.fixture(scope="session")
def corpus_file(built: Callable[..., Path]) -> Path:
    """The graph of the invented articles."""
    return built(ROOT / "tests" / "identity" / "corpus" / "articles.jsonl")


@pytest.fixture(scope="session")
def corpus(corpus_file: Path) -> Whole:
    """The whole of it."""
    return read_whole(Graph.load(corpus_file))


NET_PREFIXES = {
    "kg": f"{BASE}ns#",
    "id": f"{BASE}id/",
    "kgv": f"{BASE}vocab/",
    "org": "http://www.w3.org/ns/org#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "graph": f"{BASE}graph/",
}
NET_RELATIONS = ("attended", "organizes", "heldAt", "implements", "continues", "launchesCampaign", "partOfCampaign", "conducts", "issuedBy")


def net_term(name: str) -> str:
    if name.startswith('"'):
        return name
    prefix, _, local = name.partition(":")
    return f"<{NET_PREFIXES[prefix]}{local}>"


def net_quads(text: str) -> list[str]:
    """One quad for each `predicate object` of lines `ARTICLE | subject | predicate object; predicate object`.

    `a` is the class; names without a prefix are things (`id:`) or of the vocabulary (`kg:`). Relations get a statement with a sentence.
    """
    lines: set[str] = set()
    for row in filter(None, map(str.strip, text.splitlines())):
        where, subject, pairs = (part.strip() for part in row.split("|"))
        graph = net_term(where if ":" in where else f"id:article/{where}")
        for pair in pairs.split(";"):
            predicate, _, value = pair.strip().partition(" ")
            is_class = predicate == "a"
            full = "rdf:type" if is_class else predicate if ":" in predicate else f"kg:{predicate}"
            thing = value if value.startswith('"') or ":" in value else f"kg:{value}" if is_class else f"id:{value}"
            lines.add(f"{net_term(f'id:{subject}')} {net_term(full)} {net_term(thing)} {graph} .")
            if predicate in NET_RELATIONS and ":" not in where:
                said = {"rdf:type": "kg:Statement", "rdf:subject": f"id:{subject}", "rdf:predicate": full, "rdf:object": thing}
                said |= {"kg:inArticle": f"id:article/{where}", "kg:quote": f'"{subject} {predicate} {value}"', "kg:rule": '"test"'}
                statement = f"id:statement/{where}-{subject}-{predicate}-{value}".replace("/", "-").replace(
                    "id:statement-", "id:statement/"
                )
                lines |= {f"{net_term(statement)} {net_term(p)} {net_term(o)} {graph} ." for p, o in said.items()}
    return sorted(lines)


@pytest.fixture(scope="session")
def net_of() -> Callable[[str], Graph]:
    """net_of(lines): the graph of what stands there, see `net_quads`."""
    return lambda text: Graph.of(net_quads(text))


DISTRICTS = """
graph:authority | unit/ha | a AdministrativeUnit; rdfs:label "Tỉnh A"; level kgv:level/province
graph:authority | unit/q1 | a AdministrativeUnit; rdfs:label "Quận Một"; level kgv:level/district; within unit/ha; validTo "2025-06-30"
graph:authority | unit/q2 | a AdministrativeUnit; rdfs:label "Quận Hai"; level kgv:level/district; within unit/ha
graph:authority | unit/p1 | a AdministrativeUnit; rdfs:label "Phường Ba"; level kgv:level/commune; within unit/q1
graph:authority | unit/hb | a AdministrativeUnit; rdfs:label "Tỉnh B"; level kgv:level/province
graph:authority | organization/tu | a Organization; rdfs:label "Tỉnh ủy A"; placedIn unit/ha
graph:authority | organization/qu1 | a Organization; rdfs:label "Quận ủy Một"; placedIn unit/q1; parentOrganization organization/tu
graph:authority | organization/qu2 | a Organization; rdfs:label "Quận ủy Hai"; placedIn unit/q2
graph:authority | organization/bct | a Organization; rdfs:label "Bộ Chính trị"
graph:authority | directive/ct | a Directive; rdfs:label "Chỉ thị 05-CT/TW"; designation "05-CT/TW"; issuedOn "2024-01-01"
graph:authority | directive/ct | issuedBy organization/bct
a1 | article/a1 | a Article; publishedAt "2024-02-01"; publishedEdtf "2024-02-01"; about unit/q1; mentions unit/q1
a2 | article/a2 | a Article; publishedAt "2024-03-01"; publishedEdtf "2024-03-01"; about unit/q2; mentions unit/q2
a3 | article/a3 | a Article; publishedAt "2024-03-02"; publishedEdtf "2024-03-02"; about unit/q1; reprintOf article/a1
a4 | article/a4 | a Article; about unit/p1
a1 | official/an | a Official; rdfs:label "Lê Văn An"; attended event/e1; attended event/e2
a1 | official/ba | a Official; rdfs:label "Trần Thị Ba"; attended event/e1; attended event/e9
a1 | official/tu | a Official; rdfs:label "Hồ Văn Tư"
a1 | event/e1 | a Event; rdfs:label "Hội nghị"; startDate "2024-01-21"; endDate "2024-01-21"; implements directive/kh1
a1 | organization/qu1 | a Organization; organizes event/e1; organizes event/e9
a1 | directive/kh1 | a Directive; rdfs:label "Kế hoạch 1-KH/QU"; issuedOn "2024-01-11"; issuedBy organization/qu1; implements directive/kht
a2 | directive/kht | a Directive; rdfs:label "Kế hoạch 9-KH/TU"; issuedOn "2024-01-05"; issuedBy organization/tu; implements directive/ct
a2 | event/e2 | a Event; rdfs:label "Hội nghị"; startDate "2024-02-01"; endDate "2024-02-29"; implements directive/ct; heldAt unit/q2
a2 | organization/qu2 | a Organization; organizes event/e2
a1 | event/e9 | a Event; rdfs:label "Hội nghị sắp tới"; startDate "2024-05-01"; endDate "2024-05-01"; modality kgv:modality/planned
a1 | event/e9 | implements directive/ct
graph:derived | event/e1 | implements directive/ct
"""


@pytest.fixture(scope="module")
def districts(net_of: Callable[[str], Graph]) -> Graph:
    """Two districts, a ward, two provinces; a central directive, plans of province and district, two conferences and a planned one."""
    return net_of(DISTRICTS)
