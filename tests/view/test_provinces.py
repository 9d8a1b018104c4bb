"""Pages by province, and their index."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser

import pytest

from kgraph.store.graph import Graph
from kgraph.view.compact import unpacked
from kgraph.view.provinces import INDEX, parts_of, write_pages
from kgraph.view.scene import Scene, read_scene


@pytest.fixture(scope="module")
def scene(sample: Graph) -> Scene:
    return read_scene(sample)


@pytest.fixture(scope="module")
def written(scene: Scene) -> dict[str, str]:
    pages: dict[str, str] = {}
    write_pages(scene, pages.__setitem__, lang="vi", cap=100)
    return pages


def test_every_thing_belongs_to_one_page(scene: Scene) -> None:
    parts = parts_of(scene, lang="vi")
    own = [name for part in parts for name in part.own]
    assert sorted(own) == sorted(scene.network)
    assert [(part.file, part.label) for part in parts] == [("thanh-pho-da-nang.html", "Thành phố Đà Nẵng"), ("nowhere.html", "Chưa rõ cấp")]


def test_the_index_links_to_every_page_and_runs_nothing(written: dict[str, str]) -> None:
    links: list[str] = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            assert tag != "script"
            links.extend(value or "" for name, value in attrs if tag == "a" and name == "href")

    Reader().feed(written[INDEX])
    assert sorted([*links, INDEX]) == sorted(written)
    assert "default-src 'none'" in written[INDEX] and '<html lang="vi">' in written[INDEX] and "<caption>" in written[INDEX]


def test_pages_know_one_another(written: dict[str, str]) -> None:
    block = re.search(r'id="data">(.*?)</script>', written["thanh-pho-da-nang.html"], re.DOTALL)
    assert block
    data = unpacked(json.loads(block[1]))
    assert data["pages"]["index"] == INDEX and data["pages"]["here"] == "thanh-pho-da-nang.html"
    assert {file for _, file in data["pages"]["others"]} | {INDEX} == set(written)
    assert data["rest"]["pages"][data["rest"]["names"][0][3]] == "nowhere.html"


def test_hostile_names_become_plain_files(hostile: Graph) -> None:
    pages: dict[str, str] = {}
    write_pages(read_scene(hostile), pages.__setitem__, lang="vi", cap=100)
    assert all(re.fullmatch(r"[a-z0-9-]+\.html", name) for name in pages)
    assert "<script" not in pages[INDEX] and "onerror=alarm" not in re.sub(r"&lt;.*?&gt;", "", pages[INDEX])
