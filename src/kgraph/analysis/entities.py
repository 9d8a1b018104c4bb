"""The entities of a graph with what is said of each: names, kind, dates, titles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kgraph.analysis.evidence import Statement
from kgraph.analysis.relations import ARTICLE_CLASS, BOOKKEEPING, CLASSES, OTHER_CLASS
from kgraph.store.graph import Graph, Row
from kgraph.text import ascii_label

FACTS = (
    "kind",
    "documentType",
    "level",
    "designation",
    "title",
    "issuedOn",
    "edition",
    "year",
    "theme",
    "dateText",
    "dateEdtf",
    "startDate",
    "endDate",
    "partOfDay",
    "modality",
    "dateResolution",
    "validFrom",
    "validTo",
)
"""Properties that say something of an entity itself, in the order in which they are listed for a reader."""

KINDS = ("kind", "documentType", "level")


@dataclass(frozen=True, slots=True)
class Term:
    """A word of a code list: its local name, and how people say it in Vietnamese and English (empty where unknown)."""

    name: str
    vi: str = ""
    en: str = ""


@dataclass(frozen=True, slots=True)
class Property:
    """One value of an entity: a literal as `value`, a word of a code list as `term` too; with its evidence."""

    name: str
    value: str
    term: Term | None = None
    evidence: tuple[Statement, ...] = ()


@dataclass(frozen=True, slots=True)
class Title:
    """One holding of an official: role and body (IRI and label), its status (held, former, appointed) and the ISO days that show it.

    `since` and `until` (EDTF) bound the time for which articles tell it, empty where none does.
    """

    iri: str
    role: Term
    organization: str = ""
    organization_label: str = ""
    status: str = ""
    observed: tuple[str, ...] = ()
    evidence: tuple[Statement, ...] = ()
    since: str = ""
    until: str = ""

    @property
    def time(self) -> str:
        """The time for which it is told, as an EDTF interval, with ".." for an end that is not said; empty where none is.

        >>> Title("a", Term("bi-thu"), since="1992-10", until="1996").time, Title("a", Term("bi-thu"), since="2015").time
        ('1992-10/1996', '2015/..')
        """
        return f"{self.since or '..'}/{self.until or '..'}" if self.since or self.until else ""


@dataclass(frozen=True, slots=True)
class Entity:
    """A node to be drawn; `label` is Vietnamese, `ascii_label` is for accent-free search."""

    iri: str
    class_name: str
    label: str
    alt_labels: tuple[str, ...] = ()
    ascii_label: str = ""
    properties: tuple[Property, ...] = ()
    titles: tuple[Title, ...] = ()

    @property
    def kind(self) -> str:
        """The Vietnamese word for its kind, empty where none is known."""
        terms = [p.term for p in self.properties if p.name in KINDS and p.term]
        return terms[0].vi or terms[0].name if terms else ""


_TYPES = """SELECT DISTINCT ?s ?type WHERE {
  ?s a ?type . FILTER(STRSTARTS(STR(?type), STR(kg:))) FILTER NOT EXISTS { ?s dcterms:isReplacedBy ?new } }"""
_NAMES = "SELECT DISTINCT ?s ?p ?name WHERE { VALUES ?p { rdfs:label skos:altLabel kg:asciiLabel } ?s ?p ?name }"
_VALUES = f"SELECT DISTINCT ?s ?p ?value WHERE {{ VALUES ?p {{ {' '.join('kg:' + name for name in FACTS)} }} ?s ?p ?value }}"
_TERMS = "SELECT ?term ?name (LANG(?name) AS ?lang) WHERE { ?term skos:prefLabel ?name }"
_TITLES = """SELECT ?person ?holding ?role ?body ?status ?day ?since ?until WHERE {
  ?person kg:hasPosition ?holding .
  OPTIONAL { ?holding org:role ?role } OPTIONAL { ?holding org:organization ?body }
  OPTIONAL { ?holding kg:holdingStatus ?status } OPTIONAL { ?holding kg:observedOn ?day }
  OPTIONAL { ?holding kg:heldSince ?since } OPTIONAL { ?holding kg:heldUntil ?until } }"""

Classes = Mapping[str, str]
Names = Mapping[str, Mapping[str, set[str]]]


def read_classes(graph: Graph) -> dict[str, str]:
    """The class of every entity and article by its IRI; statements, holdings and code lists are left out."""
    types: dict[str, set[str]] = defaultdict(set)
    for row in graph.rows(_TYPES):
        types[row["s"]].add(local_name(row["type"]))
    return {iri: class_name for iri in sorted(types) if (class_name := _class_of(types[iri]))}


def read_entities(graph: Graph, classes: Classes) -> dict[str, Entity]:
    """The entities among `classes`, by IRI, without evidence."""
    terms = _read_terms(graph)
    names = _read_names(graph)
    properties = _read_properties(graph, classes, terms)
    titles = _read_titles(graph, classes, terms, names)
    return {
        iri: _entity(iri, class_name, names[iri], properties.get(iri, ()), titles.get(iri, ()))
        for iri, class_name in classes.items()
        if class_name != ARTICLE_CLASS
    }


def local_name(iri: str) -> str:
    """The last part of a name.

    >>> local_name("https://w3id.org/kgraph-vn/vocab/level/district"), local_name("https://w3id.org/kgraph-vn/ns#Event")
    ('district', 'Event')
    """
    return iri.rstrip("/").rpartition("#")[2].rpartition("/")[2]


def _class_of(names: set[str]) -> str:
    known = [name for name in (*CLASSES, ARTICLE_CLASS) if name in names]
    if known:
        return known[0]
    return OTHER_CLASS if names - BOOKKEEPING else ""


def chosen(labels: Iterable[str]) -> str:
    """The label that a thing with several goes by: not in capitals, then the one that says most; empty where there is none.

    >>> chosen(["Kết luận 01", "Kết luận 01-KL/TW"]), chosen(["ĐÀO THỊ HOÀ", "Đào Thị Hòa"]), chosen([])
    ('Kết luận 01-KL/TW', 'Đào Thị Hòa', '')
    """
    return min(labels, key=lambda label: (label.isupper(), -len(label), label), default="")


def _entity(iri: str, class_name: str, names: Mapping[str, set[str]], properties: Iterable[Property], titles: Iterable[Title]) -> Entity:
    labels = names["label"]
    label = chosen(labels) or local_name(iri)
    return Entity(
        iri=iri,
        class_name=class_name,
        label=label,
        alt_labels=tuple(sorted((names["altLabel"] | labels) - {label})),
        ascii_label=ascii_label(label),
        properties=tuple(sorted(properties, key=lambda p: (FACTS.index(p.name), p.value))),
        titles=tuple(sorted(titles, key=lambda t: (t.observed, t.role.vi, t.iri))),
    )


def _read_names(graph: Graph) -> Names:
    names: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for row in graph.rows(_NAMES):
        names[row["s"]][local_name(row["p"])].add(row["name"])
    return names


def _read_properties(graph: Graph, classes: Classes, terms: Mapping[str, Term]) -> Mapping[str, list[Property]]:
    found: dict[str, list[Property]] = defaultdict(list)
    for row in graph.rows(_VALUES):
        if row["s"] in classes:
            value = row["value"]
            found[row["s"]].append(Property(local_name(row["p"]), value, _term(value, terms)))
    return found


def _read_terms(graph: Graph) -> dict[str, Term]:
    words: dict[str, dict[str, str]] = defaultdict(dict)
    for row in sorted(graph.rows(_TERMS), key=lambda row: sorted(row.items())):
        words[row["term"]].setdefault(row.get("lang", "")[:2], row["name"])
    return {iri: Term(local_name(iri), by_lang.get("vi", ""), by_lang.get("en", "")) for iri, by_lang in words.items()}


def _term(value: str, terms: Mapping[str, Term]) -> Term | None:
    if value in terms:
        return terms[value]
    # A word of a code list may come without its label: what stands last in its name is still readable.
    return Term(local_name(value)) if value.startswith(("http://", "https://")) else None


def _read_titles(graph: Graph, classes: Classes, terms: Mapping[str, Term], names: Names) -> Mapping[str, list[Title]]:
    rows: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in graph.rows(_TITLES):
        if row["person"] in classes:
            rows[row["person"], row["holding"]].append(row)
    found: dict[str, list[Title]] = defaultdict(list)
    for (person, holding), shown in sorted(rows.items()):
        role = min(row.get("role", "") for row in shown)
        body = min(row.get("body", "") for row in shown)
        found[person].append(
            Title(
                iri=holding,
                role=terms.get(role, Term(local_name(role))),
                organization=body,
                organization_label=chosen(names[body]["label"]) if body in names else "",
                status=local_name(min(row.get("status", "") for row in shown)),
                observed=tuple(sorted({row["day"] for row in shown if "day" in row})),
                since=min(row.get("since", "") for row in shown),
                until=min(row.get("until", "") for row in shown),
            )
        )
    return found
