"""Search by name, as a page and as JSON; questions ready to be asked."""

from __future__ import annotations

from typing import Any

import pytest


def test_accents_are_optional(served: Any) -> None:
    plain, full = (served.client.get("/api/search", params={"q": q}).json() for q in ("quan uy dong da", "Quận ủy Đống Đa"))
    assert plain == full and plain["results"][0]["label"] == "Quận ủy Đống Đa"
    assert served.client.get(plain["results"][0]["path"]).status_code == 200


def test_pages_of_hits(served: Any) -> None:
    whole = served.client.get("/api/search", params={"q": "thanh", "limit": 100}).json()
    parts = [served.client.get("/api/search", params={"q": "thanh", "limit": 1, "offset": at}).json()["results"] for at in range(3)]
    assert [hit for part in parts for hit in part] == whole["results"][:3]
    officials = served.client.get("/api/search", params={"q": "thanh", "class": "Official"}).json()["results"]
    assert {hit["class"] for hit in officials} == {"Official"}


@pytest.mark.parametrize("query", ["q=", "q=%20", "q=a&limit=0", "q=a&limit=101", "q=a&offset=-1", "q=a&limit=x", "q=" + "a" * 300, ""])
def test_what_is_no_search(served: Any, query: str) -> None:
    response = served.client.get(f"/api/search?{query}")
    assert response.status_code == 422 and response.headers["content-type"] == "application/problem+json"


def test_the_page_shows_what_was_looked_for_as_text(served: Any) -> None:
    page = served.client.get("/search", params={"q": "<script>alert(1)</script>"}).text
    assert "<script>" not in page and "&lt;script&gt;" in page


def test_a_thing_as_json(served: Any) -> None:
    found = served.client.get("/api/thing", params={"iri": "https://w3id.org/kgraph-vn/id/unit/ha-noi"}).json()
    assert found["label"] == "Hà Nội" and found["class_name"] == "AdministrativeUnit"
    assert served.client.get("/api/thing", params={"iri": "https://e.vn/none"}).status_code == 404
    assert served.client.get("/api/thing", params={"iri": "<no IRI>"}).status_code == 422


def test_every_question_is_ready_or_says_why_not(served: Any) -> None:
    listed = served.client.get("/api/questions").json()["questions"]
    assert len(listed) >= 25
    rows = 0
    for told in (served.client.get(f"/api/questions/{q['number']}").json() for q in listed):
        assert bool(told["query"]) is (told["why"] is None)
        if told["query"]:
            answer = served.client.post("/sparql", data={"query": told["query"]})
            assert answer.status_code == 200, told["number"]
            rows += bool(answer.json()["results"]["bindings"])
    assert rows > 10
    assert served.client.get("/api/questions/999").status_code == 404
