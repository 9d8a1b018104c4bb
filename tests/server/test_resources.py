"""Linked data: each name under its path, to read or as RDF; what comes from articles is text on the page."""

from __future__ import annotations

from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
import rdflib

BASE = "https://w3id.org/kgraph-vn/"
PERSON = "/id/official/pham5-thanh-hoc5--ban-tuyen-giao-thanh-uy-ha-noi"


class Tags(HTMLParser):
    """Elements and attributes of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def names(served: Any, pattern: str) -> list[str]:
    query = f"SELECT DISTINCT ?x {{ {pattern} }} ORDER BY ?x"
    rows = served.client.get("/sparql", params={"query": query}).json()["results"]["bindings"]
    return [row["x"]["value"] for row in rows if row["x"]["type"] == "uri"]


@pytest.mark.parametrize(
    ("accept", "media"),
    [
        ("text/html", "text/html"),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "text/html"),
        ("text/turtle", "text/turtle"),
        ("application/ld+json", "application/ld+json"),
        ("application/n-triples", "application/n-triples"),
        ("application/rdf+xml", "application/rdf+xml"),
        ("", "text/html"),
    ],
)
def test_each_reader_gets_the_form_it_wants(served: Any, accept: str, media: str) -> None:
    response = served.client.get(PERSON, headers={"Accept": accept})
    assert response.status_code == 200 and response.headers["content-type"] == f"{media}; charset=utf-8"
    assert "Accept" in response.headers["vary"]


def test_a_form_can_be_named_in_the_address(served: Any) -> None:
    said = rdflib.Graph().parse(data=served.client.get(f"{PERSON}?format=ttl", headers={"Accept": "text/html"}).text, format="turtle")
    assert (rdflib.URIRef(BASE + PERSON[1:]), rdflib.RDFS.label, rdflib.Literal("Phạm Thanh Học", lang="vi")) in said


def test_every_name_of_the_build_has_its_page(served: Any) -> None:
    found = names(served, f'?x ?p ?o FILTER(STRSTARTS(STR(?x), "{BASE}") && !CONTAINS(STR(?x), "/statement/"))')
    assert len(found) > 100
    for iri in found[::7]:
        page = served.client.get("/" + iri.removeprefix(BASE), headers={"Accept": "text/html"})
        assert page.status_code == 200, iri
        assert served.client.get("/" + iri.removeprefix(BASE), headers={"Accept": "text/turtle"}).status_code == 200, iri


def test_a_fact_stands_above_its_sentence_with_the_names_marked(served: Any) -> None:
    text = served.client.get(f"{PERSON}?lang=vi").text
    assert "<mark>Phạm Thanh Học</mark>" in text and "chức vụ" in text
    assert "participation.reported" in text and 'href="/id/article/' in text
    assert ">position holding<" not in text.lower()


def test_the_language_of_the_reader(served: Any) -> None:
    assert '<html lang="vi">' in served.client.get(PERSON, headers={"Accept-Language": "vi,en;q=0.5"}).text
    assert '<html lang="en">' in served.client.get(PERSON, headers={"Accept-Language": "en"}).text


def test_what_the_graph_does_not_know(served: Any) -> None:
    for accept in ("text/html", "text/turtle"):
        assert served.client.get("/id/official/nobody", headers={"Accept": accept}).status_code == 404
    for strange in ("/id/%00", "/id/a%20b", "/id/%3Cscript%3E", "/id/%E1%BB%", "/id/a b", "/id/..%2f..%2fx"):
        assert served.client.get(strange).status_code in (404, 422, 400), strange


def test_the_links_of_a_page_lead_somewhere(served: Any) -> None:
    for page in ("/", PERSON, "/search?q=ha+noi"):
        for tag, attributes in Tags(served.client.get(page).text).found:
            href = attributes.get("href" if tag in ("a", "link") else "src") or ""
            if href.startswith("/"):
                assert served.client.get(href).status_code in (200, 303), href


def test_hostile_text_stays_text(serve: Callable[..., Any], hostile_file: Path) -> None:
    with serve(graph=str(hostile_file)) as served:
        for iri in names(served, "?x a ?class"):
            path = "/" + iri.partition("//")[2].partition("/")[2]
            page = served.client.get(path)
            tags = Tags(page.text).found
            assert {tag for tag, _ in tags} & {"script", "img", "iframe", "svg", "object", "style"} == set(), path
            assert not [a for _, attributes in tags for a in attributes if a.startswith("on")], path
            links = [attributes["href"] or "" for tag, attributes in tags if tag == "a" and "href" in attributes]
            assert all(link.startswith(("/", "?", "#", "http://", "https://")) for link in links), path
