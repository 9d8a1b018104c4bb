"""What a dataset is, in VoID and DCAT: how much of what, under which licence, from which articles, made by which versions."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from kgraph import vocab
from kgraph.exports.nodes import RDF_TYPE, Term, read_nodes, written
from kgraph.exports.ontology_page import words
from kgraph.exports.quads import Source
from kgraph.exports.turtle import block
from kgraph.settings import VERSION
from kgraph.store.graph import PREFIXES

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
_DCAT, _VOID = "http://www.w3.org/ns/dcat#", "http://rdfs.org/ns/void#"
_DCTERMS, _PROV = PREFIXES["dcterms"], PREFIXES["prov"]
_MEDIA = "https://www.iana.org/assignments/media-types/application/n-quads"
_RIGHTS = "The quotes are excerpts of articles of third parties and are not covered by the licence."

Said = list[tuple[str, Term]]


@dataclass(slots=True)
class _Counts:
    triples: int = 0
    subjects: int = 0
    classes: Counter[str] = field(default_factory=Counter)
    properties: Counter[str] = field(default_factory=Counter)
    articles: list[str] = field(default_factory=list)
    published: list[str] = field(default_factory=list)


def write_description(source: Source, target: Path) -> None:
    """Writes Turtle. Counts are of the union of the graphs; versions come from `run.json` beside the graph, if it is there. No clock."""
    counts = _count(source)
    names = {
        "kg": vocab.KG,
        "void": _VOID,
        "dcat": _DCAT,
        **{p: PREFIXES[p] for p in ("dcterms", "prov", "rdfs", "xsd", "skos", "org", "rdf")},
    }
    by_space = {space: name for name, space in names.items()}
    with target.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(f"@prefix {name}: <{space}> .\n" for name, space in names.items())
        for iri, said in _described(source, counts):
            pairs = [(f"<{predicate}>", written(value)) for predicate, value in said]
            file.write(f"\n{block(f'<{iri}>', pairs, by_space)}\n")


def _count(source: Source) -> _Counts:
    """Goes through the graph once; the names of articles stay in memory."""
    counts = _Counts()
    for node in read_nodes(source.quads):
        counts.subjects += 1
        counts.triples += len(node.said)
        counts.properties.update(predicate for predicate, _ in node.said)
        counts.classes.update(node.values(RDF_TYPE))
        if node.sort == "article":
            counts.articles.append(node.iri)
            counts.published += node.values(vocab.PUBLISHED_AT)
    return counts


def _described(source: Source, counts: _Counts) -> Iterator[tuple[str, Said]]:
    dataset = f"{source.base}graph"
    run = _run(source)
    versions = {"kgraph": VERSION, "ontology": vocab.VERSION} | run.get("versions", {})
    classes = {f"{dataset}#class-{_slug(iri)}": (iri, n) for iri, n in sorted(counts.classes.items())}
    properties = {f"{dataset}#property-{_slug(iri)}": (iri, n) for iri, n in sorted(counts.properties.items())}
    said: Said = [
        *((RDF_TYPE, Term(kind)) for kind in (_DCAT + "Dataset", _VOID + "Dataset")),
        *((_DCTERMS + "title", Term(text, "literal", language)) for language, text in words()["dataset"].items()),
        (_DCTERMS + "license", Term(LICENCE)),
        (_DCTERMS + "rights", Term(_RIGHTS, "literal", "en")),
        (_DCTERMS + "conformsTo", Term(vocab.KG.rstrip("#"))),
        (_DCTERMS + "language", Term("vi", "literal")),
        (_VOID + "vocabulary", Term(vocab.KG)),
        (_VOID + "uriSpace", Term(source.base, "literal")),
        *(_figure(_VOID + name, n) for name, n in (("triples", counts.triples), ("distinctSubjects", counts.subjects))),
        (_VOID + "properties", _number(len(counts.properties))),
        (_VOID + "classes", _number(len(counts.classes))),
        *((_VOID + "classPartition", Term(iri)) for iri in classes),
        *((_VOID + "propertyPartition", Term(iri)) for iri in properties),
        (_DCAT + "distribution", Term(f"{dataset}#nquads")),
        *((_PROV + "wasDerivedFrom", Term(article)) for article in counts.articles),
        *((_DCAT + "version", Term(f"{name} {version}", "literal")) for name, version in sorted(versions.items())),
    ]
    if counts.published:
        said.append((_DCTERMS + "temporal", Term(f"{dataset}#period")))
        days = [(_DCAT + "startDate", min(counts.published)), (_DCAT + "endDate", max(counts.published))]
        period: Said = [(name, Term(day, "literal", datatype=vocab.XSD + "date")) for name, day in days]
        yield f"{dataset}#period", [(RDF_TYPE, Term(_DCTERMS + "PeriodOfTime")), *period]
    yield dataset, said
    yield (
        f"{dataset}#nquads",
        [(RDF_TYPE, Term(_DCAT + "Distribution")), (_DCTERMS + "license", Term(LICENCE)), (_DCAT + "mediaType", Term(_MEDIA))],
    )
    for iri, (name, n) in classes.items():
        yield iri, [(_VOID + "class", Term(name)), _figure(_VOID + "entities", n)]
    for iri, (name, n) in properties.items():
        yield iri, [(_VOID + "property", Term(name)), _figure(_VOID + "triples", n)]


def _run(source: Source) -> dict[str, dict[str, str]]:
    path = source.origin and source.origin.with_name("run.json")
    if not path or not path.is_file():
        return {}
    try:
        return {"versions": dict(json.loads(path.read_text("utf-8"))["versions"])}
    except (ValueError, KeyError, TypeError):
        return {}


def _figure(predicate: str, number: int) -> tuple[str, Term]:
    return predicate, _number(number)


def _number(number: int) -> Term:
    return Term(str(number), "literal", datatype=vocab.XSD + "integer")


def _slug(iri: str) -> str:
    prefix = next((name for name, space in PREFIXES.items() if iri.startswith(space)), sha256(iri.encode()).hexdigest()[:8])
    return f"{prefix}-{iri.rstrip('/#').replace('#', '/').rpartition('/')[2]}"
