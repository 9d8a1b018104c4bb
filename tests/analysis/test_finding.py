"""Who is meant by a name."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgraph.analysis.entities import Entity, Property
from kgraph.analysis.finding import find

ID = "https://w3id.org/kgraph-vn/id/"
EVERYONE = [
    Entity(ID + "official/a", "Official", "Nguyễn Văn Hòa", ("Văn Hòa",)),
    Entity(ID + "official/b", "Official", "Nguyễn Văn Hoa"),
    Entity(ID + "official/c", "Official", "Nguyễn Văn Hòa"),
    Entity(ID + "organization/d", "Organization", "Quận ủy Đống Đa"),
    Entity(ID + "directive/e", "Directive", "Kế hoạch số 347-KH/QU", properties=(Property("designation", "347-KH/QU"),)),
]


def found(name: str) -> list[str]:
    return [entity.iri.rpartition("/")[2] for entity in find(EVERYONE, name)]


@pytest.mark.parametrize(
    ("name", "iris"),
    [
        ("Nguyễn Văn Hòa", ["a", "c"]),
        ("nguyễn văn hoà", ["a", "c"]),
        (unicodedata.normalize("NFD", "Nguyễn Văn Hòa"), ["a", "c"]),
        ("  Nguyễn   Văn\tHòa ", ["a", "c"]),
        ("Nguyễn Văn Hoa", ["b"]),
        ("nguyen van hoa", ["b", "a", "c"]),
        ("Văn Hòa", ["a"]),
        ("Nguyễn Văn", ["b", "a", "c"]),
        ("Đống Đa", ["d"]),
        ("347-kh/qu", ["e"]),
        ("347", ["e"]),
        ("official/b", ["b"]),
        (ID + "official/b", ["b"]),
        ("Lê Chân", []),
        ("", []),
        (" ", []),
    ],
)
def test_the_best_fit_and_all_of_it(name: str, iris: list[str]) -> None:
    assert sorted(found(name)) == sorted(iris)


@given(st.text())
def test_any_text_is_a_name_and_finds_only_what_holds_it(name: str) -> None:
    assert all(isinstance(entity, Entity) for entity in find(EVERYONE, name))
    assert find(EVERYONE, name) == find(list(reversed(EVERYONE)), name)
